"""disjoint: can the parts of a whole overlap?"""

from __future__ import annotations

import re
from itertools import pairwise

from govlint.facts.context import MEASURED, Words
from govlint.facts.figure import Figure
from govlint.facts.part_others import (
    are_done_again,
)
from govlint.facts.partition import divide
from govlint.facts.units import PEOPLE

_NOT_NAME = re.compile(r"^.*(?:其中|[，、；：和及与（]+)")
_CROSSING = re.compile(
    r"民生|三农|涉农|小微|民间|技改|技术改造|高技术|民营|高新|规上|规模以上|限额|制造业|重点|科技|绿色|普惠"
)
"""What cuts across the other divisions of an amount."""
_IN_BOTH = re.compile(
    r"交叉|兼[任职报项属有]|[均都][计统]|分别[计统]入|之和[^，。；]{0,4}大于|一肩挑|既[^，。；]{1,12}又|双重|重[复叠合]|(?<![，。；：、\n])同时(?![，、])|同时[是为具]"
)
"""What is said of those who are counted in two parts: 支委5人，村委5人，交叉任职3人."""
_SAID = 40
"""So far behind a list that is said, in the sentence or in the next."""
_PERSONS = (PEOPLE, "人次", "户", "家")


def are_disjoint(words: Words, figures: list[Figure]) -> bool:
    """Whether parts cannot overlap: what is measured, or what a list divides by one axis."""
    whole, *parts = figures
    if any("起点" in part.roles for part in parts):
        return False  # 80个小区中，已覆盖的由62个增至80个: one part, before and after
    if are_in_both(words.text, parts[-1].span.end):
        return False
    if not _is_run(words, parts):  # each with a change of its own: views, not parts
        return sum(part.value for part in parts) <= whole.value
    if whole.dimension in MEASURED:
        leads = (words.text[slice(*part.lead)] for part in parts)
        return not any(_CROSSING.search(lead) for lead in leads)
    names = [part_name(words.text[slice(*part.lead)]) for part in parts]
    if are_done_again(words, whole, names) and not _listed(words, parts):
        return False
    return divide(names, listed=_listed(words, parts), persons=whole.dimension in _PERSONS)


def are_in_both(text: str, end: int) -> bool:
    """Whether words behind a list that ends there tell that some are counted twice in it."""
    stop = text.find("。", end)
    line = text.find("\n", end, end + _SAID)
    said = max(stop, end + _SAID) if line < 0 else line
    return _IN_BOTH.search(text, end, said) is not None


def _listed(words: Words, parts: list[Figure]) -> bool:
    """Whether 、 joins each part to the next."""
    return all(
        words.text[one.span.end : other.span.start].startswith(("、", "和"))
        for one, other in pairwise(parts)
    )


def _is_run(words: Words, parts: list[Figure]) -> bool:
    """Whether no other figure stands between ``parts``."""
    between = (f for f in words.sentence if parts[0].span < f.span < parts[-1].span)
    return all(figure in parts for figure in between)


def part_name(lead: str) -> str:
    """The name of a part in the words before its figure: 、临时用地 is 临时用地."""
    return _NOT_NAME.sub("", lead)
