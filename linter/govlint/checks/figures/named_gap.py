"""named-gap: is the one as much more than the other as is said, of two that are named before?

城市低保对象3410人、农村低保对象12630人，农村比城市多8220人: each of the two names belongs to one
figure of the passage, of the dimension of the gap, or to a percentage where that is in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES, is_paced
from govlint.facts.claims import name_in
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.gaps_in_turn import IN_TURN, find_gaps_in_turn
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import PERCENT, POINTS
from govlint.text.intervals import absolute, apart, subtract
from govlint.text.span import Span

_MORE, _LESS = ("多", "高", "快", "大", "长"), ("少", "低", "慢", "小", "短")
_THAN = search_for(
    r"[，。；：](?:其中|即)?(?P<one>[一-龥]{2,12}?)[要仍还]?比(?P<other>[一-龥]{2,12}?)"
    rf"(?P<way>{'|'.join((*_MORE, *_LESS))})(?:出|了)?[一-龥]{{0,3}}?(?=[0-9])",
    (("比",), (*_MORE, *_LESS)),
    40,
)
_PLANNED = search_for(
    r"[，。；](?P<one>决算|实际[一-龥]{0,4}|执行|支出|完成)数?比(?P<other>预算|计划|概算|目标|任务)数?"
    rf"(?P<way>{'|'.join((*_MORE, *_LESS))})(?:出|了)?(?=[0-9])",
    (("比预算", "比计划", "比概算", "比目标", "比任务"), (*_MORE, *_LESS)),
    24,
)
"""年初预算420万元，决算386万元。……决算数比预算数少34万元."""
_THAN_AIM = search_for(
    r"，比(?:年初|年度|全年|原定|下达|既定)?的?(?P<other>预算|计划|概算|目标|任务|指标)[数值]?"
    rf"(?P<way>{'|'.join((*_MORE, *_LESS))})(?:出|了)?(?=[0-9])",
    (("预算", "计划", "概算", "目标", "任务", "指标"), (*_MORE, *_LESS)),
    20,
)
_PLACE = re.compile("[全我本](省|市|区|县|镇|乡|村|院|校)")
_STOPS = re.compile("[，。；：、（\\n]")
_TIME = re.compile(
    "[今去上前本当同明]年|同期|上[月季周届期]|[年月季期][初末底中]|以往|往年|预[算期计]|计划|目标|平均|整体|总体|原来|过去|[重例率]$|[0-9]"
)
_OTHER = re.compile("其中|每|[年月日]均|目标|计划|累计|去年|上年|同期|原|[比较]")
_APART = frozenset(("起点", "上期", "目标", "差距", "高低"))
_SENTENCES, _PAIR = 2, 2
_SHARED = re.compile("居民|全[省市县区镇乡村]|[省市县区镇乡村]$|人口|群众|企业|单位|项目")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _planned(facts)
    yield from _than_aim(facts)
    for found in find_gaps_in_turn(facts):
        begun = found.gap.lead.start + text.startswith(("，", "；"), found.gap.lead.start)
        yield from _held(text, (found.gap, found.one, found.other), begun, more=found.more)
    for match in find(text, facts.literals, _THAN):
        if _TIME.search(match["one"]) or _TIME.search(match["other"]):
            continue
        gap, told = _gap_behind(facts, match)
        if gap is None:
            continue
        before = [
            each for each in told if text.count("。", each.span.end, match.start() + 1) < _SENTENCES
        ]
        one = _only(text, match["one"], match["other"], gap, before)
        other = _only(text, match["other"], match["one"], gap, before)
        if one is None or other is None or one is other:
            continue
        if one.roles.isdisjoint(CHANGE_ROLES) != other.roles.isdisjoint(CHANGE_ROLES):
            continue  # a rate and a growth
        if ("均值" in one.roles) != ("均值" in other.roles):
            continue
        yield from _judged(text, match, gap, one, other)


def _gap_behind(facts: Facts, match: re.Match[str]) -> tuple[Figure | None, list[Figure]]:
    """The figure right behind a match, if it claims to be exact, and those of the line before."""
    near = near_figures(facts, match.start() + 1, match.end(), "\n").figures
    gap = next((each for each in near if each.span.start == match.end()), None)
    exact = gap if gap and not (gap.about or gap.limit) else None
    return exact, [each for each in near if each.span.end <= match.start()]


def _planned(facts: Facts) -> Iterator[Finding]:
    """What was done against what was planned, each told once before."""
    text = facts.body
    for match in find(text, facts.literals, _PLANNED):
        gap, told = _gap_behind(facts, match)
        if gap is None:
            continue
        before = [
            each
            for each in told
            if each.dimension == gap.dimension
            and not (each.about or each.limit or each.roles & CHANGE_ROLES)
        ]
        names = match["one"][:_PAIR], match["other"]
        one = [each for each in before if _is_last(text, each, *names)]
        other = [each for each in before if _is_last(text, each, *names[::-1])]
        if len(one) == len(other) == 1:
            yield from _judged(text, match, gap, one[0], other[0])


def _is_last(text: str, figure: Figure, name: str, other: str) -> bool:
    """Whether the words before a figure have a name, and have it behind another."""
    lead = text[slice(*figure.lead)]
    return name in lead and lead.rfind(name) > lead.rfind(other)


def _than_aim(facts: Facts) -> Iterator[Finding]:
    """A result against the aim that was told for it in a sentence before: 耕地保有量目标62万亩……
    全县耕地63万亩，比目标多1万亩."""
    text = facts.body
    for match in find(text, facts.literals, _THAN_AIM):
        gap, told = _gap_behind(facts, match)
        if gap is None or not told or told[-1].span.end != match.start():
            continue
        *before, one = told
        before = [each for each in before if each.dimension == gap.dimension]
        vague = one.about or one.limit or one.roles & (_APART | CHANGE_ROLES)
        if one.dimension != gap.dimension or vague:
            continue
        aims = [each for each in before if _is_aim(text, each, match["other"])]
        subject = _subject(text, one)
        own = [each for each in aims if subject & _subject(text, each)]
        if len(own) != 1 or own[0].about or own[0].limit or _are_of_two(text, one, own[0]):
            continue
        if abs(one.value - own[0].value) < one.value / 2:
            yield from _judged(text, match, gap, one, own[0]._replace(step=Decimal(0)))


def _are_of_two(text: str, one: Figure, other: Figure) -> bool:
    """Whether two figures are told of two places: 全市, 全县."""
    first, second = ({*_PLACE.findall(text, *each.lead)} for each in (one, other))
    return bool(first and second) and not first & second


def _is_aim(text: str, figure: Figure, name: str) -> bool:
    lead = _STOPS.split(text[slice(*figure.lead)])[-1]
    return name in lead and figure.roles.isdisjoint(CHANGE_ROLES)


def _subject(text: str, figure: Figure) -> set[str]:
    """The pairs of characters that name what a figure counts."""
    return name_in(_STOPS.split(text[slice(*figure.lead)])[-1])


def _only(text: str, name: str, not_name: str, gap: Figure, figures: list[Figure]) -> Figure | None:
    """The only figure that can be held against the gap and is told of ``name``."""
    kind = PERCENT if gap.dimension == POINTS else gap.dimension
    core, other = _SHARED.sub("", name) or name, _SHARED.sub("", not_name) or not_name
    found = []
    for figure in figures:
        lead = text[slice(*figure.lead)]
        named = core in lead and lead.rfind(core) > lead.rfind(other)
        if figure.dimension != kind or not named:
            continue
        if figure.about or figure.limit or figure.roles & _APART or _OTHER.search(lead):
            return None
        found.append(figure)
    return found[0] if len(found) == 1 else None


def _judged(
    text: str, match: re.Match[str], gap: Figure, one: Figure, other: Figure
) -> Iterator[Finding]:
    start = match.start("one") if "one" in match.groupdict() else match.start() + 1
    more = (match["way"] in _MORE) != is_paced(match["way"], one.dimension)
    yield from _held(text, (gap, one, other), start, more=more)


def _held(
    text: str, figures: tuple[Figure, Figure, Figure], start: int, *, more: bool
) -> Iterator[Finding]:
    """What is wrong about a gap between two figures, which begins to be told at ``start``."""
    gap, one, other = figures
    signed = subtract(one.signed, other.signed)
    turned = signed.high < 0 if more else signed.low > 0
    if not turned and not apart(absolute(signed), gap.interval):
        return
    right = abs(one.signed.middle - other.signed.middle)
    span = Span(start, gap.span.end) if turned else gap.span
    fields: dict[str, str | int] = {
        "one": text[slice(*one.span)],
        "other": text[slice(*other.span)],
        "right": written_as(text, gap, right),
    }
    yield Finding(span, fields, (Related(one.span, "from"), Related(other.span, "from")))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_THAN, _PLANNED, _THAN_AIM, IN_TURN)


CHECK = Check(
    "named-gap",
    NoParams,
    run,
    fields=("one", "other", "right"),
    roles=("from",),
    searches=_searches,
)
