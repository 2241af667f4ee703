"""compared_ahead: by how much a percentage is above others that are told only behind it.

增长7.1%，分别高于全国、全省1.3个和1.5个百分点。同期全国增长5.8%，全省增长5.6%: each gap is the
difference to the percentage of the place that has its turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_N = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
_PLACE = "全[国省市县区州盟]|全系统|全行业"
_LEVEL = "(?:同期)?(?:的?平均)?(?:水平|增速|增幅)?"
_ABOVE, _BELOW = "高于|快于|超过", "低于|慢于"
AHEAD = search_for(
    rf"(?<![0-9.])(?P<a>{_N})%，[^，。；0-9]{{0,8}}?(?:(?P<above>{_ABOVE})|{_BELOW}|[比较](?=[^，。；]{{2,12}}(?P<high>[高快])|[^，。；]{{2,12}}[低慢]))"
    rf"(?P<x>{_PLACE})(?:[、和](?P<y>{_PLACE}))?{_LEVEL}(?:分别)?[高低快慢]?出?"
    rf"(?P<d>{_N})(?:个?百分点|个(?=[、和]))?(?:[、和](?P<e>{_N}))?个?百分点(?P<behind>[，。；](?:(?!。)[^\n]){{4,60}}。?)",
    ((*_ABOVE.split("|"), *_BELOW.split("|"), "比", "较"), ("百分点",)),
    120,
)
"""The percentage, how it stands to one or two places, by how much, and what follows."""
_TOLD = r"(?:同期|平均|的|工业|投资|增[长速幅]|为|是|达到?|仅|则|同比|水平|指标|均值){0,4}"


class Gap(NamedTuple):
    """``one`` and ``other``: the percentages held against each other; ``told``: the words of the
    gap between them; ``right``: what it is, below nought where the first is the less."""

    one: Span
    other: Span
    told: Span
    right: Decimal


def find_gaps(text: str, literals: Literals) -> Iterator[Gap]:
    """The gaps that the percentages behind them contradict."""
    for match in find(text, literals, AHEAD):
        if bool(match["y"]) != bool(match["e"]):
            continue
        own = Decimal(match["a"])
        above = match["above"] is not None or match["high"] is not None
        for place, gap in (("x", "d"), ("y", "e")):
            told = _of(match, match[place]) if match[place] else None
            if told is None:
                continue
            other, written = Decimal(text[slice(*told)].rstrip("%")), Decimal(match[gap])
            right = own - other
            if _agree(right, written if above else -written, (own, other, written)):
                continue
            yield Gap(
                Span(match.start("a"), match.end("a") + 1), told, Span(*match.span(gap)), right
            )


def _agree(right: Decimal, written: Decimal, figures: tuple[Decimal, ...]) -> bool:
    """Whether a gap is ``right``: where one of ``figures`` has fewer places than the others, to
    these places."""
    step = max(Decimal(1).scaleb(int(each.as_tuple().exponent)) for each in figures)
    return right == written or (
        len({each.as_tuple().exponent for each in figures}) > 1 and abs(right - written) < step
    )


def _of(match: re.Match[str], place: str) -> Span | None:
    """The percentage that is told behind of a place, as of what all is said."""
    start, behind = match.start("behind"), match["behind"]
    found = [*re.finditer(rf"(?:^|[，。；、]|同期){place}{_TOLD}(?P<n>{_N})%", behind)]
    if len(found) != 1:
        return None
    before = behind[: found[0].start()]
    if "；" in before or before.count("%") > (match["y"] == place):
        return None  # of something else that is told in between
    return Span(start + found[0].start("n"), start + found[0].end())
