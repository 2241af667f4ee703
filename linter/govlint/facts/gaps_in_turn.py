"""gaps_in_turn: by how much one place is ahead of another, whose figures are a list behind 分别.

我市工业增长7.4%，投资增长4.2%，消费增长5.0%。全省上述三项分别增长5.9%、3.6%、4.4%，我市工业增速高于全省
1.5个百分点: the second list is told in the order of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import is_short_for
from govlint.facts.near_figures import near_figures
from govlint.facts.search import find, search_for
from govlint.facts.units import PERCENT, POINTS
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral

IN_TURN = search_for(
    "(?:上述|以上|前述|[这该])(?P<n>[两二三四五])[项个类大][^，。；：0-9]{0,12}?(?:分别|依次)[^，。；：0-9]{0,6}(?=[0-9])",
    (("上述", "以上", "前述", "这", "该"), ("分别", "依次")),
    30,
)
_GAP = re.compile(
    "[，；](?P<what>[一-龥]{2,14}?)(?:的?(?:增速|增幅|涨幅|增长))?(?:要)?(?:比全?[省市国县区州](?:平均)?(?:水平|增速)?)?"
    "(?P<way>[高快低慢])(?:于|出)?(?:了|全?[省市国县区州]|平均|水平|增速|同期)*(?=[0-9])"
)
_OWN = re.compile("[我本全][国省市县区州盟旗]|其中|增速|增幅|增长|同比|指标|的|分别")
_SEVERAL = re.compile("[、和及与均都]|分别")


class GapInTurn(NamedTuple):
    """A gap with the figures of the two places; ``more``: the first is said to be the greater."""

    gap: Figure
    one: Figure
    other: Figure
    more: bool


def find_gaps_in_turn(facts: Facts) -> Iterator[GapInTurn]:
    """The gaps behind a second list, each with the two figures that it is told of."""
    text = facts.body
    for match in find(text, facts.literals, IN_TURN):
        size = parse_numeral(match["n"]) or 0
        near = near_figures(facts, match.start(), match.end(), "\n").figures
        theirs = [f for f in near if f.span.start >= match.end()][:size]
        begun = begins(text, match.start(), "。") - 1
        first = begins(text, max(begun, 0), "。")
        ours = [f for f in near if first <= f.span.start < begun and f.dimension == PERCENT]
        ours = [f for f in ours if "变幅" in f.roles]
        if not (len(ours) == len(theirs) == size) or not _are_in_turn(theirs):
            continue
        end = text.find("。", theirs[-1].span.end)
        for told in _GAP.finditer(text, theirs[-1].span.end, end if end >= 0 else len(text)):
            gap = next((f for f in near if f.span.start == told.end()), None)
            place = None if _SEVERAL.search(told["what"]) else _place(text, told["what"], ours)
            if gap is None or place is None or gap.dimension != POINTS or gap.about or gap.limit:
                continue
            yield GapInTurn(gap, ours[place], theirs[place], told["way"] in "高快")


def _are_in_turn(figures: list[Figure]) -> bool:
    """Whether figures are one list behind 分别, and the percentages of changes."""
    turns = [figure.turn for figure in figures]
    told = all(f.dimension == PERCENT and not (f.about or f.limit) for f in figures)
    return told and turns == [(place, len(figures)) for place in range(1, len(figures) + 1)]


def _place(text: str, name: str, figures: list[Figure]) -> int | None:
    """Which of figures is told of what is named, and of nothing narrower, if one is."""
    core = _OWN.sub("", name)
    leads = [text[slice(*figure.lead)] for figure in figures]
    called = [place for place, lead in enumerate(leads) if is_short_for(core, lead)]
    return called[0] if len(core) > 1 and len(called) == 1 else None
