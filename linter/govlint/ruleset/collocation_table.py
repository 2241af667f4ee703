"""A table of nouns and the verbs that do not go with them, every mistake with its row."""

from __future__ import annotations

from govlint.ruleset.csv_rows import words_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rarity import share
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["名词", "用", "前面不用", "后面不用", "除外"]
_NEEDED = 2
"""The first columns: what a row is of, and what goes with it."""


def read_collocations(path: str, data: bytes, *, fixable: bool) -> Read:
    """The table in ``data``, which was read from ``path``; which of several verbs is meant only the
    author knows, so that nothing is ``fixable``. Raises FileFault."""
    if fixable:
        raise FileFault(path, 1, 1, "这样的词表没有可以改成的词", "规则里不要写 fix")
    found: list[str] = []
    known: dict[str, list[str]] = {}
    cases: list[Case] = []
    for line, cells in words_of(path, data, HEADS, _NEEDED):
        nouns, right, before, behind, _ = cells
        wrong = {*before.split("、"), *behind.split("、")} - {""}
        if not wrong or wrong & {*right.split("|")}:
            raise FileFault(path, line, 3, f"“{nouns}”不用的动词没有写，或者和“用”的一样")
        for noun in nouns.split("、"):
            offset = min(range(len(noun) - 1), key=lambda i: share(noun[i : i + 2]))
            entry = f"{noun},{offset},{len(found)}"
            known.setdefault(noun[offset : offset + 2], []).append(entry)
        found.append("\t".join(cells[1:]))
        cases += _cases(f"{path}:{line}", *cells[:4])
    lines = "".join(f"\n{pair}\t{'|'.join(entries)}\n" for pair, entries in known.items())
    return Read(("".join(known), lines, "\n".join(found)), tuple(cases))


def _cases(place: str, nouns: str, right: str, before: str, behind: str) -> list[Case]:
    noun, meant = nouns.partition("、")[0], right.partition("|")[0]
    found = [Case(place, HEADS[1], f"要{meant}{noun}。")]
    if before:
        found.append(Case(place, HEADS[2], f"要⟦{before.partition('、')[0]}{noun}⟧。"))
    if behind:
        found.append(Case(place, HEADS[3], f"⟦{noun}明显{behind.partition('、')[0]}⟧。"))
    return found
