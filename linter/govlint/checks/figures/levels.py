"""levels: is a figure above, or below, the other one that it is said to be above or below?

4.86亿元，突破5亿元 is not; nor is 52.6%，高于全市平均水平（54.1%）. What follows 高于 may also tell
by how much, so that figure must stand in brackets or before what it is the figure of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES, is_paced
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import context, shares_pair
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_OVER = ("高于", "多于", "大于", "快于", "高过")
_UNDER = ("低于", "少于", "小于", "慢于", "不及")
_PASS = ("突破", "超过", "跨越", "迈上", "站上", "迈过", "跨过", "越过", "跨上")
_LACK = ("不足", "不到", "未达到", "未达", "未满")
_BY = search_for(
    rf"[，（](?P<lead>[^，。；：0-9（）]{{0,8}})(?:(?P<rise>{'|'.join(_OVER)})|(?P<fall>{'|'.join(_UNDER)}))"
    r"(?P<of>[^，。；：0-9（）]{2,20})（[^，。；：0-9（）]{0,3}(?=[0-9])",
    ((*_OVER, *_UNDER), ("（",)),
    40,
)
_AS = search_for(
    rf"[，（](?P<lead>[^，。；：0-9（）]{{0,8}})(?:(?P<rise>{'|'.join(_OVER)})|(?P<fall>{'|'.join(_UNDER)}))"
    r"(?P<of>[^，。；：0-9（）]{0,12})(?=[0-9.]{1,8}[^，。；：（）0-9]{1,6}的(?:[^，。；：0-9]{0,8})(?:水平|平均|均值|均数|标准|目标|红线|底线|上限|下限|控制线))",
    ((*_OVER, *_UNDER), ("的",)),
    48,
)
_PAST = search_for(
    r"，(?P<lead>(?:首次|再次|一举|成功|历史性|地|已|均|并|也|又|率先|仍|还|尚|都|远|大大|明显)*)"
    rf"(?:(?P<rise>{'|'.join(_PASS)})|(?P<fall>{'|'.join(_LACK)}))(?P<of>了?)(?=[0-9])",
    ((*_PASS, *_LACK),),
    24,
)
_MEETS = search_for(
    r"(?<=[%％0-9人个名家元天日次吨亩张件户万])，(?P<lead>(?:已|均|完全|基本|全部|也|能够?)*)(?P<meets>达到|符合|满足)了?(?P<of>[^，。；0-9]{0,10}(?:要求|标准|规定))(?=[，。；])",
    (("达到", "符合", "满足"), ("要求", "标准", "规定")),
    24,
)
_THAN = search_for(
    rf"，(?:(?P<rise>{'|'.join(_OVER)})|(?P<fall>{'|'.join(_UNDER)}))(?P<of>[^，。；：0-9（）]{{2,12}})(?=[0-9])",
    ((*_OVER, *_UNDER),),
    20,
)
_PASSED = search_for(
    rf"(?:{'|'.join(_PASS)})了?(?=[0-9])",
    (_PASS,),
    10,
)
_REACHED = re.compile("(?:大关|台阶|关口|元)?[、，](?:已|目前)?(?:达到?|为|增至|升至|完成|实现)$")
_FLOOR = re.compile("(?:不得?|不能)(?:低|少|小)于$|至少$")
_CEILING = re.compile("(?:不得?|不能)(?:高|多|大)于$|不得?超过$|最多$|控制在$")
_NOT = re.compile("不|未|没|目标|力争|将|争取|确保|要|其中|预计|有望|应当?|可|每|最|标准|原则")
_IN_TURN = re.compile("[前后]者")
_MORE = re.compile(r"的|以[上下]|左右|多|余|大关的")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _unmet(facts)
    yield from _by_how_much(facts)
    yield from _passed(facts)
    for search in (_BY, _AS, _PAST):
        for match in find(text, facts.literals, search):
            near = near_figures(facts, match.start(), match.end(), "。；\n")
            pair = _pair(text, match, near.figures)
            if pair is None or _IN_TURN.search(match["lead"]):
                continue
            told, level = pair
            room = level.step / 2 if search is not _PAST else 0
            below = told.interval.high < level.value - room
            above = told.interval.low > level.value + room
            paced = is_paced(match["rise"] or match["fall"], told.dimension)
            if below if bool(match["rise"]) != paced else above:
                fields: dict[str, str | int] = {
                    "told": text[slice(*told.span)],
                    "level": text[slice(*level.span)],
                    "claim": match["rise"] or match["fall"],
                }
                start = match.start("rise" if match["rise"] else "fall")
                span = Span(start, level.span.end)
                yield Finding(span, fields, (Related(told.span, "told"),))


def _unmet(facts: Facts) -> Iterator[Finding]:
    """What is said to meet a requirement and is below, or above, it: 应不低于90%……88%，达到要求."""
    text = facts.body
    for match in find(text, facts.literals, _MEETS):
        near = near_figures(facts, match.start(), match.end(), "\n")
        before = [figure for figure in near.figures if figure.span.end <= match.start()]
        if not before or before[-1].span.end != match.start():
            continue
        told, name = before[-1], context(text, before[-1])
        for level in reversed(before[:-1]):
            whole = text[level.lead.start : level.span.start]
            floor, ceiling = _FLOOR.search(whole), _CEILING.search(whole)
            if level.dimension != told.dimension or not (floor or ceiling):
                continue
            below = floor is not None and told.interval.high < level.value
            above = ceiling is not None and told.interval.low > level.value
            if (below or above) and shares_pair(name, whole):
                fields: dict[str, str | int] = {
                    "told": text[slice(*told.span)],
                    "level": match["of"],
                    "claim": match["meets"],
                }
                span = Span(match.start("meets"), match.end())
                yield Finding(span, fields, (Related(level.span, "told"),))
            break


def _by_how_much(facts: Facts) -> Iterator[Finding]:
    """汛限水位为128.5米，当前水位129.2米，低于汛限水位0.7米: so much, and the wrong way round."""
    text = facts.body
    for match in find(text, facts.literals, _THAN):
        near = near_figures(facts, match.start(), match.end(), "。；\n").figures
        before = [figure for figure in near if figure.span.end <= match.start()]
        gap = next((figure for figure in near if figure.span.start == match.end()), None)
        if gap is None or len(before) < 2 or before[-1].span.end != match.start():
            continue
        told = before[-1]
        for level in reversed(before[:-1]):
            named = text[slice(*level.lead)].rstrip("为是达到约").endswith(match["of"])
            if not named or not level.dimension == told.dimension == gap.dimension:
                continue
            over = told.value - level.value
            paced = is_paced(match["rise"] or match["fall"], told.dimension)
            if abs(over) == gap.value and (over < 0) == (bool(match["rise"]) != paced):
                fields: dict[str, str | int] = {
                    "told": text[slice(*told.span)],
                    "level": text[slice(*level.span)],
                    "claim": match["rise"] or match["fall"],
                }
                start = match.start("rise" if match["rise"] else "fall")
                yield Finding(Span(start, gap.span.end), fields, (Related(level.span, "told"),))
            break


def _passed(facts: Facts) -> Iterator[Finding]:
    """突破1万亿元、达1.4亿元: what is told right behind to have passed a level has not."""
    text = facts.body
    for match in find(text, facts.literals, _PASSED):
        near = near_figures(facts, match.start(), match.end(), "。；\n").figures
        place = next((i for i, f in enumerate(near) if f.span.start == match.end()), None)
        if place is None or place + 1 >= len(near):
            continue
        level, told = near[place], near[place + 1]
        if level.unit != told.unit or not _REACHED.fullmatch(text, *told.lead):
            continue
        if told.interval.high < level.value:
            fields: dict[str, str | int] = {
                "told": text[slice(*told.span)],
                "level": text[slice(*level.span)],
                "claim": match[0].rstrip("了"),
            }
            yield Finding(Span(match.start(), told.span.end), fields, (Related(told.span, "told"),))


def _pair(text: str, match: re.Match[str], figures: list[Figure]) -> tuple[Figure, Figure] | None:
    """What is told to be above or below, and the figure that it is above or below."""
    before = [figure for figure in figures if figure.span.end <= match.start()]
    behind = [figure for figure in figures if figure.span.start >= match.end()]
    if not before or not behind or behind[0].span.start != match.end():
        return None
    told, level = before[-1], behind[0]
    if told.dimension != level.dimension or told.limit:
        return None
    if not CHANGE_ROLES.isdisjoint(told.roles) or told.span.end != match.start():
        return None
    if _NOT.search(match["lead"]) or _NOT.search(text, *told.lead):
        return None
    if match.re.pattern == _PAST.regex and _MORE.match(text, level.span.end):
        return None
    return told, level


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_BY, _AS, _PAST, _MEETS, _THAN, _PASSED)


CHECK = Check(
    "levels", NoParams, run, fields=("told", "level", "claim"), roles=("told",), searches=_searches
)
