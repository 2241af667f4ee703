"""A list of words that are right, as a spreadsheet saves it, every mistake with its row."""

from __future__ import annotations

import re
from itertools import islice

from govlint.facts.confusable import mistaken
from govlint.facts.formulae import FREE, lines_of
from govlint.facts.lexicon import is_listed
from govlint.ruleset.csv_rows import rows_of, text_of
from govlint.ruleset.fault import FileFault
from govlint.ruleset.rule import Case
from govlint.ruleset.tables import Read

HEADS = ["词", "反例"]
_LEAST = 4
"""A shorter word has no two pairs of characters of which one stays whole."""
_SAMPLE = 40
"""One in so many words is tested with its last character mistaken."""
_HAN = re.compile("[一-龥]+")


def read_words(path: str, data: bytes, *, fixable: bool) -> Read:
    """The list in ``data``, which was read from ``path``; lines that begin with # are remarks.
    ``fixable``: the rule offers the right words as edits. Raises FileFault."""
    rows = rows_of(path, text_of(path, data))
    if next(rows, (1, []))[1] != HEADS:
        raise FileFault(path, 1, 1, "词表的列不对", f"第一行写列名：{','.join(HEADS)}")
    words: dict[str, int] = {}
    cases: list[Case] = []
    for line, (word, *rest) in rows:
        if len(word) < _LEAST or not _HAN.fullmatch(word):
            raise FileFault(path, line, 1, f"“{word}”不是四个以上的汉字")
        if word in words:
            raise FileFault(path, line, 1, f"“{word}”在第 {words[word]} 行已经有了")
        words[word] = line
        cases += [Case(f"{path}:{line}", HEADS[1], text) for text in rest if text]
    for word, line in islice(words.items(), 0, None, _SAMPLE):
        cases += _cases(f"{path}:{line}", word, fixable=fixable)
    return Read(lines_of(words), tuple(cases))


def _cases(place: str, word: str, *, fixable: bool) -> list[Case]:
    """The word, and the word with its last character mistaken, if it can be, in a sentence that
    says nothing."""
    others = (char for char in mistaken(word[-1]) if char not in FREE)
    wrong = next((word[:-1] + char for char in others if not is_listed(word[-2] + char)), "")
    fix = f"|{word}" if fixable else ""
    right = Case(place, "对", f"会上提到，{word}，请各单位照办。")
    if not wrong:
        return [right]
    return [Case(place, "错", f"会上提到，⟦{wrong}{fix}⟧，请各单位照办。"), right]
