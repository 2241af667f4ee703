"""A table of lists whose members and order are fixed, every mistake with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.ruleset.csv_rows import rows_of, text_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rarity import share
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["内容", "名称", "条件"]
CONDITIONS = ("", "名称旁", "定序", "名称旁、定序")
_CONTENT = re.compile("[一-龥“”]{2,16}(?:[、，][一-龥“”]{2,16}){2,9}")
_ANCHORS = 2
"""The members that a list is known by: of two one is right where one member is wrong."""


def read_lists(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``: a line for each pair of characters that
    lists are known by, with their members that hold it, where in them, and the numbers of their
    rows; and the rows. Any row is ``fixable``. Raises FileFault."""
    del fixable
    known: dict[str, list[str]] = {}
    found: list[str] = []
    cases: list[Case] = []
    names = {""}
    for line, (content, name, condition) in _rows(path, data):
        for pair, member in _known_by(content):
            entry = f"{member},{member.index(pair)},{len(found)}"
            known.setdefault(pair, []).append(entry)
        found.append(f"{content}\t{name}\t{condition}")
        cases.append(Case(f"{path}:{line}", HEADS[0], f"会上提到{content}。"))
        if not name or name not in names:
            beside = name if "名称旁" in condition else ""
            cases.append(_case(f"{path}:{line}", content, beside.partition("/")[0]))
        names.add(name)
    lines = "".join(f"\n{pair}\t{'|'.join(entries)}\n" for pair, entries in known.items())
    return Read(("".join(known), lines, "\n".join(found)), tuple(cases))


def _rows(path: str, data: bytes) -> Iterator[tuple[int, list[str]]]:
    rows = rows_of(path, text_of(path, data))
    if next(rows, (1, []))[1] != HEADS:
        raise FileFault(path, 1, 1, "词表的列不对", f"第一行写列名：{','.join(HEADS)}")
    for line, row in rows:
        cells = [*row, "", ""][: len(HEADS)]
        if not _CONTENT.fullmatch(cells[0]):
            raise FileFault(path, line, 1, f"“{cells[0]}”至少要有三项，每项两个字以上，用顿号隔开")
        if cells[2] not in CONDITIONS or ("名称旁" in cells[2] and not cells[1]):
            raise FileFault(
                path, line, 3, f"条件只有“{'”“'.join(CONDITIONS[1:])}”，在名称旁要写名称"
            )
        yield line, cells


def _known_by(content: str) -> list[tuple[str, str]]:
    """The rarest pairs of characters of two members, each with its member."""
    rarest = [
        (min((member[i : i + 2] for i in range(len(member) - 1)), key=share), member)
        for member in re.split("[、，]", content)
    ]
    return sorted(rarest, key=lambda each: share(each[0]))[:_ANCHORS]


def _case(place: str, content: str, name: str) -> Case:
    """One with its first member exchanged, save its last character."""
    first = re.split("[、，]", content)[0]
    wrong = f"⟦{'甲' * (len(first) - 1)}{first[-1]}⟧{content[len(first) :]}"
    return Case(place, HEADS[0], f"会上提到{f'“{name}”，即' if name else ''}{wrong}。")
