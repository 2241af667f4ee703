"""worded: figures that stand in words: 一百二十户, 三成五, 百分之八, 三分之一, 过半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.units import ANY_UNIT, COUNTED, PERCENT, SCALES, UNITS
from govlint.records import NamedTuple
from govlint.text.numerals import DIGITS, parse_numeral

_ONE = "[一二三四五六七八九]"
_NUMERAL = "[零〇一二两三四五六七八九十百千]"
_WORDED = re.compile(
    rf"(?<![第〇零一二两三四五六七八九十百千万亿点几数初“0-9.])(?:"
    rf"百分之(?P<percent>{_NUMERAL}{{1,7}}(?:点{_NUMERAL}{{1,4}})?)"
    rf"|(?P<of>[二三四五六七八九十]|[二三四五]?十{_ONE}?)分之(?P<share>{_ONE})"
    rf"|(?P<tenths>{_ONE})成(?P<half>{_ONE}|半)?(?=[多以左，。；、）的\n]|为|是|由)"
    r"|(?P<most>超?过半数?|超一半)(?=[，。；、）\n])|(?P<even>半数以上)"
    rf"|(?P<n>[一二两三四五六七八九][十百千]{_NUMERAL}{{0,8}}|十{_ONE})(?P<some>[余多来几])?(?P<scale>[万亿])?(?P<unit>{ANY_UNIT})"
    r")(?P<vague>左右|以上|以下|以内|上下|之间|多|有余|强|弱)?"
)
_BEGINNING = re.compile(
    r"[一二两三四五六七八九十百超过半](?:(?<=[^十百超过半])(?=[十百千成分])"
    r"|(?<=十)(?=[一二三四五六七八九分])|(?<=百)(?=分)|(?<=[超过])(?=过?一?半)|(?<=半)(?=数以))"
)
"""Where a figure in words may begin: the whole is tried only there. It begins with one class of
characters, so that the engine passes over all others at once."""
_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")


class Worded(NamedTuple):
    """A figure in words. ``start``, ``end``: offsets; the rest as in facts/figures.py, ``vague``
    and ``some``: the words that make it less exact."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str
    some: str
    vague: str


def find_worded(text: str) -> Iterator[Worded]:
    """The figures that stand in words, in order.

    >>> [(str(f.value), f.unit) for f in find_worded("一百二十户，占三成五，比过半少百分之八")]
    [('120', '户'), ('0.35', '%'), ('0.08', '%')]
    >>> list(find_worded("第二十条，三大行动，一成不变，十几户，九成新"))
    []
    """
    last = 0
    for beginning in _BEGINNING.finditer(text):
        start = beginning.start()
        match = _WORDED.match(text, start) if start >= last else None
        found = _amount(match) if match else None
        if match and found:
            last = match.end()
            value, step, unit = found
            some = ">" if match["most"] or match["even"] else match["some"] or ""
            vague = "" if match["even"] else match["vague"] or ""
            end = match.end("unit") if match["unit"] else match.end("vague") - len(vague)
            yield Worded(
                match.start(), end if end > 0 else match.end(), value, step, unit, some, vague
            )


def _amount(match: re.Match[str]) -> tuple[Decimal, Decimal, str] | None:
    """The value in the base of its dimension, one in the last place, and the unit."""
    if match["percent"]:
        whole, _, rest = match["percent"].partition("点")
        number = parse_numeral(whole)
        if number is None or any(char not in DIGITS for char in rest):
            return None
        digits = "".join(str(DIGITS[char]) for char in rest)
        return (
            Decimal(f"{number}.{digits or 0}") / 100,
            Decimal(1).scaleb(-2 - len(digits)),
            PERCENT,
        )
    if match["share"]:
        of = parse_numeral(match["of"]) or 1
        value = Decimal(DIGITS[match["share"]]) / of
        return value, _TENTH * value, PERCENT  # a writer rounds to the nearest handy fraction
    if match["tenths"]:
        half = match["half"]
        more = 5 if half == "半" else DIGITS[half] if half else 0
        value = Decimal(DIGITS[match["tenths"]] * 10 + more) / 100
        return value, _TENTH / 10 if half else _TENTH, PERCENT
    if match["most"] or match["even"]:
        return _HALF, Decimal(0), PERCENT
    number = parse_numeral(match["n"])
    if number is None:
        return None
    scale, unit = match["scale"], match["unit"]
    factor = UNITS[unit][1] * (SCALES[scale] if scale else 1)
    return number * factor, Decimal(0) if unit in COUNTED and not scale else factor, unit
