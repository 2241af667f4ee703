"""kind_counts: the counts of a paragraph as they are told, by unit, each with the words before it.

Of 37支、1160人 the second has the words of the first, and so has 15支498人: what is counted twice,
in two units, is called once.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from govlint.facts.printed import Printed
from govlint.records import NamedTuple
from govlint.text.span import Span

_WRITTEN = re.compile(r"(?P<n>[0-9][0-9，]*(?:\.[0-9]+)?)(?P<scale>[十百千]?[万亿]{0,2})")
_SCALES = {"": 0, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11}
_CLAUSE = re.compile(
    r"[，。、；：（）“”\n]|(?:[和及]|以及)(?=[^和及]{2})|其中|包括|[按从分][^，。；0-9]{1,8}?[看分]"
)
_ASIDE = re.compile("（[^（）]{1,12}）")
_VAGUE = re.compile("[约近超逾“‘]$|不[足到少]于?$|超过$|多于$|达不到$")
_AND_MORE = re.compile("[^，。；：、]{0,6}?(?:[余多]|左右|以上|以下|以内|以外|上下|/)")
_REST = re.compile("其[余他它]|剩[余下]|余下")
"""What is left of a whole has all of it told."""
_BEHIND = 2
_GLUED = ("", "、")


class Count(NamedTuple):
    """A figure in digits: ``value`` in single units, ``step`` one in its last place, ``worth`` one
    of its scale; ``name``: the words of its clause before it; ``number_end``: where its digits do.
    """

    span: Span
    value: Decimal
    step: Decimal
    worth: Decimal
    name: str
    number_end: int


class Told(NamedTuple):
    """A figure with the words before it; ``exact`` is None where it is in words or does not claim
    to be exact; ``listed``: 、 joins it to the next of its unit; ``rest``: the words say that it is
    what is left."""

    start: int
    end: int
    lead: str
    listed: bool
    rest: bool
    exact: Count | None


def told_counts(text: str, paragraph: list[Printed]) -> dict[str, list[Told]]:
    """The figures of a paragraph by their unit, in order."""
    units: dict[str, list[Told]] = {}
    leads = _leads(text, paragraph)
    for place, each in enumerate(paragraph):
        behind = paragraph[place + 1] if place + 1 < len(paragraph) else None
        other = behind is not None and leads[place] is leads[place + 1]
        listed = text.startswith("、", each.end) and not other
        lead = leads[place]
        rest = _REST.search(lead) is not None
        told = Told(each.start, each.end, lead, listed, rest, _count(text, each, lead, rest=rest))
        units.setdefault(each.unit, []).append(told)
    return units


def _leads(text: str, paragraph: list[Printed]) -> list[str]:
    """The words before each figure, the same where two units count one thing."""
    leads = [text[each.last : each.start] for each in paragraph]
    for place, (before, each) in enumerate(pairwise(paragraph), 1):
        if leads[place] in _GLUED and before.unit != each.unit and before.end == each.last:
            leads[place] = leads[place - 1]
    return leads


def _count(text: str, each: Printed, lead: str, *, rest: bool) -> Count | None:
    written = _WRITTEN.match(text, each.start, each.end)
    if each.worded is not None or written is None or written["scale"] not in _SCALES:
        return None
    if _VAGUE.search(lead) or _AND_MORE.match(text, written.end("n"), each.end + _BEHIND):
        return None
    number = Decimal(written["n"].replace("，", ""))
    worth = Decimal(10) ** _SCALES[written["scale"]]
    step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * worth
    clauses = _CLAUSE.split(_ASIDE.sub("", lead))
    name = "其余" if rest else next(filter(None, reversed(clauses)), "")
    span = Span(each.start, each.end)
    return Count(span, number * worth, step, worth, name, written.end("n"))
