"""worded: figures that stand in words: 一百二十户, 三成五, 百分之八, 三分之一, 过半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.units import ANY_UNIT, COUNTED, PERCENT, SCALES, UNITS
from govlint.records import NamedTuple
from govlint.text.numerals import DIGITS, parse_numeral

_ONE = "[一二三四五六七八九]"
_FIRST = "[一二两三四五六七八九]"
_NUMERAL = "[零〇一二两三四五六七八九十百千]"
_WORDED = re.compile(
    rf"(?<![第〇零一二两三四五六七八九十百千万亿点几数初“0-9.])(?:"
    rf"百分之(?P<percent>{_NUMERAL}{{1,7}}(?:点{_NUMERAL}{{1,4}})?)"
    rf"|(?P<of>[二三四五六七八九十]|[二三四五]?十{_ONE}?)分之(?P<share>{_ONE})"
    rf"|(?P<tenths>{_FIRST})成(?P<half>{_ONE}|半)?(?=[多以左，。；、：（）的\n]|为|是|由)"
    r"|(?P<most>超?过半数?|超一半)(?=[，。；、）\n])|(?P<even>[一半](?:半|数)以上)|(?P<one_half>(?<![另每各对])一半|半数)(?=[，。；、）的\n])"
    rf"|(?P<whole>{_NUMERAL}{{1,6}})点(?P<rest>[零〇]?{_ONE}{{1,3}})(?P<times>[万亿])?(?P<of_rest>{ANY_UNIT})"
    rf"|(?P<n>{_FIRST}[十百千]{_NUMERAL}{{0,8}}|十{_ONE}|(?:十|{_FIRST})(?=[万亿]{_ONE}[十百千])|(?:{_FIRST}|十)(?=[万亿][余多]?(?:{ANY_UNIT}))|(?:{_FIRST}|十)(?=倍|个?百分点))"
    rf"(?:(?P<big>[万亿])(?P<low>{_ONE}[十百千]{_NUMERAL}{{0,8}}))?(?P<some>[余多来几])?(?P<scale>[万亿])?(?P<more>[余多])?(?P<unit>{ANY_UNIT})"
    r")(?P<vague>左右|以上|以下|以内|上下|之间|多(?![一二三四五六七八九十百])|有余|强|弱)?"
)
_BEGINNING = re.compile(
    r"[一二两三四五六七八九十百超过半](?:(?<=[^十百超过半])(?=[十百千万亿成分倍点半]|个?百分点)"
    r"|(?<=十)(?=[一二三四五六七八九分万亿点倍]|个?百分点)|(?<=百)(?=[分点])|(?<=[超过])(?=过?一?半)|(?<=半)(?=数))"
)
"""Where a figure in words may begin: the whole is tried only there. It begins with one class of
characters, so that the engine passes over all others at once."""
_SINGLE = re.compile(
    rf"(?<=[一-龥])(?<![第十百千万亿零每这那各几数点分])(?P<n>{_FIRST})(?P<unit>{ANY_UNIT})(?=[、，。；])"
)
_BESIDE = 40
"""Code points behind a longer count."""
_LEAST = 10
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
    >>> [str(f.value) for f in find_worded("十四万六千吨，八亿二千万元")]
    ['146000000', '820000000']
    >>> list(find_worded("第二十条，三大行动，一成不变，十几户，九成新"))
    []
    """
    return iter(_with_single(text, list(_find(text))))


def _with_single(text: str, found: list[Worded]) -> list[Worded]:
    """``found`` with the counts of one character beside them, which mean something else elsewhere:
    党委会十八次、工作会九次."""
    more: list[Worded] = []
    for one in found:
        if one.unit not in COUNTED or one.unit == "个" or one.some or one.value < _LEAST:
            continue
        end = text.find("。", one.end, one.end + _BESIDE)
        for match in _SINGLE.finditer(text, one.end, end if end >= 0 else one.end + _BESIDE):
            place, told = match.start(), match["unit"] == one.unit
            if told and all(place != other.start for other in more):
                value = Decimal(DIGITS[match["n"]])
                more.append(Worded(place, match.end(), value, Decimal(0), one.unit, "", ""))
    return sorted((*found, *more), key=_start)


def _start(figure: Worded) -> int:
    return figure.start


def _find(text: str) -> Iterator[Worded]:
    """The figures of two and more characters."""
    last = 0
    for beginning in _BEGINNING.finditer(text):
        start = beginning.start()
        match = _WORDED.match(text, start) if start >= last else None
        found = _amount(match) if match else None
        if match and found:
            last = match.end()
            value, step, unit = found
            some = ">" if match["most"] or match["even"] else match["some"] or match["more"] or ""
            vague = "" if match["even"] else match["vague"] or ""
            end = (
                match.end("unit")
                if match["unit"]
                else match.end("of_rest")
                if match["of_rest"]
                else match.end("vague") - len(vague)
            )
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
    if match["one_half"]:
        return _HALF, _TENTH / 2, PERCENT
    if match["most"] or match["even"]:
        return _HALF, Decimal(0), PERCENT
    return _broken(match) if match["whole"] else _counted(match)


def _broken(match: re.Match[str]) -> tuple[Decimal, Decimal, str] | None:
    """六点五个百分点, 三点二亿元."""
    whole, unit = parse_numeral(match["whole"]), match["of_rest"]
    if whole is None:
        return None
    worth = UNITS[unit][1] * (SCALES[match["times"]] if match["times"] else 1)
    digits = "".join(str(DIGITS[char]) for char in match["rest"])
    return Decimal(f"{whole}.{digits}") * worth, worth.scaleb(-len(digits)), unit


def _counted(match: re.Match[str]) -> tuple[Decimal, Decimal, str] | None:
    """一百二十户, 十四万六千吨, 八亿二千万元."""
    high, low = parse_numeral(match["n"]), parse_numeral(match["low"] or "")
    if high is None or (match["low"] and low is None):
        return None
    scale, unit = match["scale"], match["unit"]
    worth = SCALES[scale] if scale else 1
    factor = UNITS[unit][1] * worth
    if match["big"]:
        whole = high * SCALES[match["big"]] + (low or 0) * worth
        place = len(str(whole)) - len(str(whole).rstrip("0"))
        return whole * UNITS[unit][1], 10**place * UNITS[unit][1], unit
    return high * factor, Decimal(0) if unit in COUNTED and not scale else factor, unit
