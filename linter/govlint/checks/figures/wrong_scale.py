"""wrong-scale: do a whole and its parts agree but for 万 in the place of 亿?

总投资3.4亿元，其中厂房2.1亿元，设备1.3万元: the numbers add up, and the units do not. Nothing that
is right looks so: asked are figures of one sentence and one unit, one of which is written in
another scale than it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for, sentences_with
from govlint.records import NamedTuple
from govlint.text.span import Span

_U = "美元|元|平方公里|平方米|立方米|吨|公斤|千克|斤|亩|公顷|千瓦时|千瓦|人次|人|户|株|件|册|米|度"
_AMOUNT = re.compile(
    rf"(?<![0-9.])(?!1(?:美元|元)[兑合折=等约])(?P<n>[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)(?P<s>万亿|亿|万|千万|)(?P<u>{_U})(?![/以左余多])"
)
_BILLION = search_for("亿", (("亿",),), 1)
_OTHER = re.compile("万|[0-9]元")
_SENTENCE = re.compile("[。；！？\n]")
_SCALES = {"": Decimal(1), "万": Decimal(10**4), "千万": Decimal(10**7), "亿": Decimal(10**8),
           "万亿": Decimal(10**12)}  # fmt: skip
_WRONG = (Decimal(10**4), Decimal(10**8), Decimal(10) ** -4, Decimal(10) ** -8)
"""万 for 亿 or nothing, nothing for 亿, and the other way round."""
_ELSE = re.compile(r"每|均|[/]|单价|增长|占|倍|[上去]年|同期|[约近超过]$|[多不]足")
_LEAST, _MOST = 3, 8
_DIGITS = 5
"""So many digits that are not nought at the end agree by chance hardly ever."""
_FAR = Decimal(1000)
"""A part is seldom less than one in so many of its whole."""


class _Amount(NamedTuple):
    """``value`` in single units and ``step``, one in its last place."""

    span: Span
    value: Decimal
    step: Decimal
    scale: str
    digits: int


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for start, end in sentences_with(text, facts.literals, _BILLION, _SENTENCE):
        words = text[start:end]
        if "亿" in words and _OTHER.search(words):
            yield from _of_sentence(text, start, end)


def _of_sentence(text: str, start: int, end: int) -> Iterator[Finding]:
    """The figure of a sentence that fits the others but for its scale."""
    kinds: dict[str, list[_Amount]] = {}
    last = start
    for match in _AMOUNT.finditer(text, start, end):
        if not _ELSE.search(text, max(last, match.start() - 8), match.start()):
            kinds.setdefault(match["u"], []).append(_read(match))
        last = match.end()
    for several in kinds.values():
        if not _LEAST <= len(several) <= _MOST or len({each.scale for each in several}) < 2:
            continue
        found = _misfit(several)
        if found is not None:
            wrong, right, others = found
            fields: dict[str, str | int] = {
                "stated": text[slice(*wrong.span)],
                "right": right,
                "others": "、".join(text[slice(*each.span)] for each in others),
            }
            yield Finding(wrong.span, fields, tuple(Related(o.span, "from") for o in others))


def _read(match: re.Match[str]) -> _Amount:
    number, worth = Decimal(match["n"]), _SCALES[match["s"]]
    step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * worth
    digits = len(match["n"].replace(".", "").strip("0"))
    return _Amount(Span(*match.span()), number * worth, step, match["s"], digits)


def _misfit(several: list[_Amount]) -> tuple[_Amount, str, list[_Amount]] | None:
    """The only amount that is in the wrong scale, what it should be, and what that follows from:
    the first is the sum of those behind it, or the last of those before it, or of three one is
    that of the others."""
    for whole, parts in _sums(several):
        if _adds_up(whole, parts):
            return None
    for whole, parts in _sums(several):
        figures = [whole, *parts]
        if sum(each.digits for each in figures) < _DIGITS or _even(figures):
            continue
        for place, each in enumerate(figures):
            for factor in _WRONG:
                moved = each._replace(value=each.value * factor, step=each.step * factor)
                scale = _scale_of(each, factor)
                if scale is None:
                    continue
                tried = [*figures]
                tried[place] = moved
                least = min(tried[1:], key=lambda one: one.value).value
                if _adds_up(tried[0], tried[1:]) and tried[0].value < least * _FAR:
                    return each, scale, [one for one in figures if one != each]
    return None


def _even(figures: list[_Amount]) -> bool:
    return any(each.value <= 0 for each in figures)


def _scale_of(each: _Amount, factor: Decimal) -> str | None:
    """The scale that an amount would be written in if it were so many times as much."""
    worth = _SCALES[each.scale] * factor
    return next((name or "不带万、亿" for name, own in _SCALES.items() if own == worth), None)


def _sums(several: list[_Amount]) -> Iterator[tuple[_Amount, list[_Amount]]]:
    """What may be a whole with its parts."""
    for size in range(len(several), 2, -1):
        for start in range(len(several) - size + 1):
            run = several[start : start + size]
            yield run[0], run[1:]
            yield run[-1], run[:-1]
    for three in combinations(several, _LEAST):
        for whole in three:
            yield whole, [each for each in three if each is not whole]


def _adds_up(whole: _Amount, parts: list[_Amount]) -> bool:
    room = sum((each.step for each in parts), whole.step) / 2
    finest = max(whole.step, *(each.step for each in parts))
    return abs(whole.value - sum(each.value for each in parts)) <= min(room, finest / 2)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_BILLION,)


CHECK = Check(
    "wrong-scale", NoParams, run, fields=("stated", "right", "others"), roles=("from",),
    searches=_searches,
)  # fmt: skip
