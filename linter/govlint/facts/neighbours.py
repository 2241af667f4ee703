"""neighbours: the roles of a figure that only the figures beside it tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.class_bounds import tell_of_class
from govlint.facts.figure import Figure
from govlint.facts.list_roles import (
    SHORT,
    tell_among,
    tell_composed,
    tell_in_turn,
    tell_open_list,
    tell_parts,
)
from govlint.facts.states import tell_states
from govlint.facts.units import PERCENT, POINTS
from govlint.text.years import YEAR

_YEAR = re.compile(rf"(?P<year>{YEAR})年")
_THAN_YEAR = re.compile(rf"[比较]{YEAR}年[^0-9]{{0,20}}$")
"""比2025年底增加1.92万辆: what has come since, not what there was then."""
_NO_YEAR_BEFORE = frozenset(("起点", "终点", "其中", "部分"))
"""What these are is told by other words than the year: 其中2025年130栋、2026年152栋."""
_THIS_YEAR = re.compile("(?:^|[；，。])(?:而)?(?:到了?)?(?:今年|本年|今)")
_THEN_THIS_YEAR = re.compile("[^，。；0-9]{0,8}；(?:而)?(?:到了?)?(?:今年|本年)")
_OF_WHOLE = re.compile(r"[一-龥]{0,12}的$")
_OVER_BASE = re.compile(
    r"(?:超出|超过|超|高出|高于|低于|多于|少于|优于|领先|落后)(?:了|于)?(?:全[国省市县区]|同期)?$"
)
_OVER_BASE_ASIDE = re.compile(
    r"(?:超出|超过|高出|高于|低于|多于|少于|优于|快于|慢于|领先|落后)(?:了|于)?[^，。；（）0-9]{2,14}（$"
)
"""低于省控指标（5.5%）2.48个百分点"""
_THAN_BASE = re.compile(r"[比较](?![重例率])[一-龥]{0,10}（?$")
_CLOSED = ("）", "）约", "）近")
_OF_BASE = re.compile(r"的?[一-龥]{2,14}$")
_REALLY = re.compile(r"[，、；]实际[^，。；0-9]{0,8}$")
_PLANNED = re.compile(r"(?:安排|拟|预计|核定|下达)[^，。；0-9]{0,12}$")
_RISEN = re.compile(
    "(?P<rate>[一-龥]{2,8}率)(?:同比|[比较][^，。；0-9]{1,8}|又|也|已)?"
    "(?:提[高升]|上升|增[长加]|下降|降低|回落)了?$"
)
_REACHED = re.compile("[，、](?:现?已)?(?:达到?|升至|升到|降至|降到|为)了?")
_COMPARED = ("相比", "相较")
_WITH = re.compile("[与同和跟][^，。；]{0,16}$")
_MORE_DONE = re.compile(r"[，、][一-龥]{0,4}?(?P<way>[多少])(?P<verb>[一-龥])[一-龥]{0,2}?了?")
_ONE_MORE_OF_EACH = re.compile("[^，。；0-9、]{0,10}[、和及与][^，。；0-9、]{0,6}")
_HIGHER = re.compile(
    r"）?的?[一-龥]{0,14}?(?:(?<![提增升])高|(?<![降减])低|(?<!增)多|(?<!减)少|(?<!加)快|(?<![放减])慢|高出|低于)(?:出|了)?$"
)


def tell_earlier(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what is said of the year before another figure's."""
    years = [_YEAR.findall(text, *figure.lead)[-1:] for figure in figures]
    told = {int(year) for found in years for year in found}
    for number, (figure, found) in enumerate(zip(figures, years, strict=True)):
        if not found or int(found[0]) + 1 not in told or figure.roles & _NO_YEAR_BEFORE:
            continue
        if figure.roles.isdisjoint(CHANGE_ROLES) or not _THAN_YEAR.search(text, *figure.lead):
            figures[number] = figure._replace(roles=figure.roles | {"上期"})


def tell_share(text: str, figures: list[Figure]) -> None:
    """Give the role 之比 to the share in 占全县231亿元生产总值的40%, which follows its whole."""
    for number in range(1, len(figures)):
        whole, share = figures[number - 1], figures[number]
        told = whole.roles & {"全体", "目标"} and _OF_WHOLE.match(text, *share.lead)
        if told and share.dimension == PERCENT != whole.dimension:
            figures[number] = share._replace(roles=share.roles | {"之比"})


def tell_gap(text: str, figures: list[Figure]) -> None:
    """Give the role 差距 to what stands behind 比91.3%的全省平均水平高, 超出26.50米的警戒水位."""
    for number in range(1, len(figures)):
        base, gap = figures[number - 1], figures[number]
        alike = gap.dimension == base.dimension or {gap.dimension, base.dimension} == {
            PERCENT,
            POINTS,
        }
        lead = text[slice(*gap.lead)]
        over = _OVER_BASE.search(text, *base.lead) and _OF_BASE.fullmatch(lead)
        if lead in _CLOSED:
            over = over or _OVER_BASE_ASIDE.search(text, *base.lead)
        than = _THAN_BASE.search(text, *base.lead) and _HIGHER.match(lead)
        if alike and (over or than):
            roles = gap.roles - {"起点", "终点", *CHANGE_ROLES} | {"差距"}
            figures[number] = gap._replace(roles=roles, sign=0)
            roles = base.roles - CHANGE_ROLES | {"基准"}
            figures[number - 1] = base._replace(roles=roles, sign=0)


def tell_reached(text: str, figures: list[Figure]) -> None:
    """Give the role 终点 to what a change has led to: 比上年的48.6万人减少0.4万人，为48.2万人."""
    for number in range(2, len(figures)):
        base, change, last = figures[number - 2 : number + 1]
        alike = base.dimension == last.dimension and "上期" in base.roles
        if alike and change.roles & CHANGE_ROLES and _REACHED.fullmatch(text, *last.lead):
            figures[number] = last._replace(roles=last.roles | {"终点"})


def tell_rate(text: str, figures: list[Figure]) -> None:
    """Give the name of a rate to what it has become: 由91%提升到96%; 提高4个百分点，达到58%."""
    for number in range(1, len(figures)):
        first, last = figures[number - 1], figures[number]
        if (
            last.dimension == PERCENT
            and "终点" in last.roles
            and "起点" in first.roles
            and first.name
        ):
            roles = last.roles | {"比率"} | ({"过百"} if last.value > 1 else set())
            figures[number] = last._replace(roles=roles, name=first.name)
        elif first.dimension == POINTS and _REACHED.fullmatch(text, *last.lead):
            risen = _RISEN.search(text, *first.lead)
            if risen and last.dimension == PERCENT:
                roles = last.roles | {"比率"} | ({"过百"} if last.value > 1 else set())
                figures[number] = last._replace(roles=roles, name=risen["rate"])


def tell_last_year(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what goes on with a list of last year's: 与上年的45个班、2078人相比;
    去年发生8起，受灾96亩；今年3起，受灾41亩."""
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        lead = text[slice(*other.lead)]
        if (
            "上期" in one.roles
            and other.roles == {"数量"}
            and other.dimension != one.dimension
            and len(lead) <= SHORT
            and ("、" in lead or "和" in lead or _is_told_on(text, figures, number))
        ):
            figures[number] = other._replace(roles=other.roles | {"上期"})


def _is_told_on(text: str, figures: list[Figure], number: int) -> bool:
    """Whether a figure is told in one breath with that of last year, before this year's."""
    lead = text[slice(*figures[number].lead)]
    if not lead.startswith("，") or lead.count("，") > 1 or _THIS_YEAR.search(lead):
        return False
    if _THEN_THIS_YEAR.match(text, figures[-1].span.end):
        return True
    kind = figures[number].dimension
    later = [f for f in figures[number + 1 :] if _THIS_YEAR.search(text, *f.lead)]
    first = figures.index(later[0]) if later else 0
    return bool(first) and any(f.dimension == kind for f in figures[first:])


def tell_compared(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what something is said to be compared with: 与改造前的91.7%相比."""
    for number, figure in enumerate(figures):
        if text.startswith(_COMPARED, figure.span.end) and _WITH.search(text, *figure.lead):
            figures[number] = figure._replace(roles=figure.roles - {"终点"} | {"上期"})


def tell_planned(text: str, figures: list[Figure]) -> None:
    """Give the role 目标 to what was set for what was really done: 安排1200人，实际1380人."""
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        alike = one.dimension == other.dimension and one.roles <= {"数量", "累计", "总数"}
        if alike and _REALLY.search(text, *other.lead) and _PLANNED.search(text, *one.lead):
            figures[number - 1] = one._replace(roles=one.roles | {"目标"})


def tell_more(text: str, figures: list[Figure]) -> None:
    """Make a difference of what is said with the verb of the count before: 办结214件，多办33件."""
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        more = _MORE_DONE.fullmatch(text, *other.lead)
        alike = one.dimension == other.dimension and other.roles == {"数量"}
        if more and alike and more["verb"] in text[slice(*one.lead)]:
            sign = 1 if more["way"] == "多" else -1
            figures[number] = other._replace(roles=frozenset(("差额",)), sign=sign)


def tell_each(text: str, figures: list[Figure]) -> None:
    """Make means of what each of several has in a list, none of which is the mean of a total:
    每个网格配备1名专职网格员、3名兼职网格员，共344人."""
    for number in range(1, len(figures)):
        one, other = figures[number - 1], figures[number]
        alike = one.dimension == other.dimension and "数量" in other.roles
        if "均值" in one.roles and alike and _ONE_MORE_OF_EACH.fullmatch(text, *other.lead):
            figures[number - 1] = one._replace(mean=None)
            figures[number] = other._replace(roles=other.roles | {"均值"}, mean=None)


NEIGHBOURS: tuple[tuple[tuple[str, ...], Callable[[str, list[Figure]], None]], ...] = (
    (("以上", "以下", "以内"), tell_of_class),
    (("其中",), tell_parts),
    (("中",), tell_among),
    (("年",), tell_earlier),
    (("组成", "构成"), tell_composed),
    (("占",), tell_share),
    (("比", "较", "超", "于", "领先", "落后"), tell_gap),
    ((), tell_rate),
    (("比", "较"), tell_reached),
    (("相比", "相较"), tell_compared),
    (("上", "去"), tell_last_year),
    (("多", "少"), tell_more),
    (("每",), tell_each),
    (("实际",), tell_planned),
    (("即", "依次", "别", "具体"), tell_open_list),
    (("分别", "依次"), tell_in_turn),
    (("年", "季", "月", "前", "后", "期", "初", "末", "去", "在", "来", "原"), tell_states),
)
"""What tells the roles that only neighbours show, and the words of which a sentence has one; the
later ones ask for roles that the earlier ones gave."""
