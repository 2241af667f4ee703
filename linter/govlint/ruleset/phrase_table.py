"""A table of set phrases, every mistake with its row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.set_phrases import Phrase, lines_of
from govlint.ruleset.csv_rows import rows_of, text_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["词", "也作", "换词", "例句"]
_YES = "是"
_LEAST = 6
"""A shorter phrase is not known by what is left of it."""
_BEGUN = re.compile("[一-龥]{2}")


def read_phrases(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``: phrases, each with what else is said
    rightly, several of them apart by |, whether another word in it is a slip, and a sentence with
    a slip. ``fixable``: the rule offers the right words as edits. Raises FileFault."""
    rows = rows_of(path, text_of(path, data))
    if next(rows, (1, []))[1] != HEADS:
        raise FileFault(path, 1, 1, "词表的列不对", f"第一行写列名：{','.join(HEADS)}")
    if not fixable:
        raise FileFault(path, 1, 1, "这样的词表知道该怎么改", "规则里写 fix: unsafe")
    found: dict[str, Phrase] = {}
    cases: list[Case] = []
    for line, row in rows:
        text, also, words, bad = [*row, *[""] * len(HEADS)][: len(HEADS)]
        if len(text) < _LEAST or not _BEGUN.match(text):
            raise FileFault(path, line, 1, f"“{text}”不足 {_LEAST} 个字，或者不是汉字开头")
        if text in found:
            raise FileFault(path, line, 1, f"“{text}”已经有了")
        if words not in {"", _YES}:
            raise FileFault(path, line, 3, f"“换词”写“{_YES}”，或者空着")
        found[text] = Phrase(text, tuple(filter(None, also.split("|"))), words == _YES)
        cases += _cases(f"{path}:{line}", found[text], bad)
    return Read(lines_of(found.values()), tuple(cases))


def _cases(place: str, phrase: Phrase, bad: str) -> Iterator[Case]:
    for each in (phrase.text, *phrase.rightly):
        yield Case(place, HEADS[1], f"会上提到，{each}，请照办。")
    if bad:
        yield Case(place, HEADS[3], bad)
