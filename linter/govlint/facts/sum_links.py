"""sum_links: whether the words say that figures are the parts of a whole, or are shared out."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import (
    CLAUSE,
    EARLIER,
    common_end,
    context,
    is_called,
    shares_char,
    shares_pair,
)
from govlint.facts.units import COUNTED
from govlint.text.numerals import parse_numeral

_BACK = 12
_TOLD = re.compile("(?<=..)(?:占大头|最多|居首|次之|为|达到?|有|是)+$")
_PLACE = re.compile("全[国省市县区镇乡村]")
_SOME = re.compile("[一-龥]{2}的(?:一共|总共|合计|[共总]计|共)")
_WIDE = 60
_SUMMED = re.compile(r"合计|[共总]计|总共|一共|加起来|合起来|相加")
_COUNTED = re.compile(r"(?P<n>[两二三四五六七八九十])[项类者家地年季种块批期个大]")
_ELSE = re.compile(r"投资|完成|累计|新增|带动|受益|惠及|服务|培训")
_STEP = re.compile(r"季度|半年|[0-9]月|[0-9]{4}年|一至|1至")
_THEN = re.compile(r"上年|去年|此前|前期|[前上]一?阶段|历年|以往")
_NOW = re.compile(r"今年|本年|又|再|当年|新")
_OF_THEM = re.compile(r"(?:.*[。；\n])?在?(?P<of>[一-龥]{2,12})中，")
_LONG = 6
_STOP = re.compile("[。；\n]")
_PIECES = re.compile("[，。；：、]|其中")
_EACH = re.compile("每|单价")
_ALL = re.compile(r"[共总支付拨兑需]|合计|发放|资金|金额|花费|费用|最多|[款费]$")
_RULE = re.compile(r"的?(?:标准|价格|单价)?(?P<what>[^，。；0-9]{2,16})")
_NOT_TOTAL = EARLIER | {"其中", "部分", "之中", "基准", "前期"}


def is_summed(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a figure probably adds up the whole list that stands right before it."""
    total, *parts = figures
    if len(parts) < 2 or not _is_whole_list(text, [f for f in passage if f != total], parts):
        return False
    if total.span < parts[0].span:
        return _is_named(text, passage, total, parts)
    if total.span < parts[-1].span:
        return False
    between = [f for f in passage if parts[-1].span < f.span < total.span]
    if any(f.dimension == total.dimension and f.roles.isdisjoint(CHANGE_ROLES) for f in between):
        return False
    if is_narrower(text, total, parts[0]):
        return False
    if not total.roles.isdisjoint(EARLIER | CHANGE_ROLES | {"其中", "目标"}):
        return False
    return _says_sum(text, total, parts)


def _says_sum(text: str, total: Figure, parts: list[Figure]) -> bool:
    """Whether the words before a figure make it the sum of the parts before it."""
    lead = CLAUSE.split(text[slice(*total.lead)])[-1]
    counted = _COUNTED.search(lead)
    if counted is not None and parse_numeral(counted["n"]) != len(parts):
        return False
    if _SUMMED.search(lead) or (counted and "共" in lead):
        return counted is not None or not _ELSE.search(lead)
    if "。" in text[parts[-1].span.end : total.span.start]:
        return False
    if "累计" not in lead and "全年" not in lead:
        return False
    leads = [text[slice(*part.lead)] for part in parts]
    told = text[parts[0].lead.start : total.lead.start]
    if parts[0].turn[1] == len(parts):
        return len(_STEP.findall(told)) >= 1
    return "累计" in lead and bool(_THEN.search(leads[0]) and _NOW.search(told[len(leads[0]) :]))


def _is_named(text: str, passage: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether all parts are told behind a total: 128个网格，即甲镇46个、乙镇82个."""
    if any(total.span < f.span < parts[0].span for f in passage) or "终点" in total.roles:
        return False
    if text[parts[0].lead.start : parts[-1].span.end].count("。"):
        return False
    after = next((f for f in passage if f.span > parts[-1].span), None)
    more = (
        after is not None
        and after.dimension == total.dimension
        and text[parts[-1].span.end] in "、和"
    )
    return (
        "列出" in total.roles
        and not more
        and text[parts[-1].span.end : parts[-1].span.end + 1] != "等"
    )


def _is_whole_list(text: str, passage: list[Figure], parts: list[Figure]) -> bool:
    """Whether no other figure of their kind stands between parts, or goes before them in a list."""
    inside = [f for f in passage if parts[0].span < f.span < parts[-1].span]
    kind = parts[0].dimension
    if any(
        f not in parts and f.dimension == kind and f.roles.isdisjoint(CHANGE_ROLES) for f in inside
    ):
        return False
    if any(
        "均值" in part.roles or part.roles & (EARLIER | {"总数", "其中", "部分"})
        for part in parts[1:]
    ):
        return False
    before = [f for f in passage if f.span < parts[0].span and f.dimension == kind]
    if not before and text[parts[0].lead.start - 1] not in "\n；":
        return True
    if not before:  # the passage may begin inside a list
        last = text[max(0, parts[0].lead.start - _BACK) : parts[0].lead.start].rstrip("\n；， ")
        return not last.endswith(parts[0].unit)
    gap = text[before[-1].span.end : parts[0].span.start]
    return "。" in gap or "总数" in before[-1].roles or "：" in gap


def is_part_list(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a list probably tells the parts of the figure before it."""
    whole, *parts = figures
    if len(parts) < 2 or parts[0].span < whole.span or not whole.roles.isdisjoint(EARLIER):
        return False
    if "；" in text[parts[0].span.end : parts[-1].span.start]:
        return False
    if any("上期" in part.roles for part in parts[1:]):
        return False  # 其中公务用车费142万元，上年121万元
    between = [f for f in passage if whole.span < f.span < parts[-1].span and f not in parts]
    if any(f.dimension == whole.dimension and f.roles.isdisjoint(CHANGE_ROLES) for f in between):
        return False
    names = [_part_name(text, part) for part in parts]
    if not all(names) or len(set(names)) < len(names):
        return False
    told = context(text, whole)
    opened = _OF_THEM.match(text, *parts[0].lead)
    if opened is not None:
        return is_called(opened["of"], told)
    if "其中" in parts[0].roles:
        return all(len(name) <= _LONG for name in names[1:])
    common = common_end(names)
    sibling = _part_name(text, whole).endswith(common) or "产业" in whole.roles
    return len(common) > 3 and common in told and not sibling


def _part_name(text: str, part: Figure) -> str:
    """The name in the clause of a part, or in the one before: 一般性转移支付占大头，为."""
    clauses = [each for each in _PIECES.split(text[slice(*part.lead)]) if each]
    while clauses and len(clauses[-1].strip("为达到约是")) < 2:
        clauses.pop()
    return _TOLD.sub("", clauses[-1]) if clauses else ""


def is_mean(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a mean is probably that of a total over a count, the last ones told before it."""
    mean, total, count = figures
    if mean.mean is None or total.mean is not None or count.mean is not None:
        return False
    if is_sole_mean(text, passage, mean, total, count):
        return True
    if _is_apart(text, passage, mean, total, count):
        return False
    if mean.span < min(total.span, count.span):
        return _heads_mean(text, passage, figures)
    if not {total.span.start, count.span.start} < {
        f.span.start for f in passage if f.span < mean.span
    } | {-1}:
        return False
    before = [f for f in passage if f.span < mean.span and f.roles.isdisjoint(CHANGE_ROLES)]
    if any(f.dimension == total.dimension and f.span > total.span for f in before):
        return False
    if any(f.dimension == count.dimension and f.span > count.span for f in before):
        return False
    if not total.roles.isdisjoint(EARLIER | {"其中", "部分"}) or "其中" in count.roles:
        return False
    what = mean.mean.what
    return not what or shares_char(what, context(text, total))


def _is_apart(text: str, passage: list[Figure], mean: Figure, total: Figure, count: Figure) -> bool:
    """Whether a number is that of a sentence before, and the total has one of its own: 帮扶98户。
    发放贷款86笔430万元，户均5万元."""
    first, second = sorted((total, count))
    if "。" not in text[first.span.end : second.span.start] or mean.span < second.span:
        return False
    own = (f for f in passage if count.span < f.span < mean.span and f != total)
    other = any(
        f.dimension in COUNTED and "。" not in text[f.span.end : mean.span.start] for f in own
    )
    return count.dimension == "人次" or other


def is_sole_mean(
    text: str, passage: list[Figure], mean: Figure, total: Figure, count: Figure
) -> bool:
    """Whether nothing else of a sentence could be the total or the number of a mean: 每户送上300元,
    128户, 共发放."""
    first, *_, last = sorted((mean, total, count))
    if _STOP.search(text, first.span.end, last.span.start):
        return False
    own = (mean, total, count)
    for figure in passage:
        if figure in own or figure.span > last.span:
            continue
        if figure.dimension in (total.dimension, count.dimension) or figure.mean is not None:
            return False
    if any(f.roles & (_NOT_TOTAL | CHANGE_ROLES) for f in own):
        return False
    assert mean.mean is not None
    what, told = mean.mean.what, context(text, total)
    if not what or shares_char(what, told) or shares_char(what, context(text, count)):
        return True
    return _EACH.search(text, *mean.lead) is not None and _ALL.search(told) is not None


def _heads_mean(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a mean is told first, and the only total and the only count of the passage explain
    it: 户均增收4200元。全村286户……全年增收91.5万元."""
    mean, total, count = figures
    assert mean.mean is not None
    for figure in (total, count):
        alike = (f for f in passage if f.dimension == figure.dimension and f != mean)
        if [f for f in alike if f.roles.isdisjoint(CHANGE_ROLES)] not in ([figure], []):
            return False
    if total.roles & {"其中", "部分", "目标"} or "其中" in count.roles:
        return False
    told = text[total.lead.start : total.span.start] + context(text, total)
    if mean.mean.what:
        return shares_pair(mean.mean.what, told)
    rule = _RULE.match(text, mean.span.end)  # 按每亩200元的标准给予补贴
    return rule is not None and _ALL.search(told) is not None and shares_pair(rule["what"], told)


def tells_same(what: str, words: str) -> bool:
    """Whether words tell of what a mean is one of: 补贴; 电费 is not 物业费."""
    return shares_char(what, words) if len(what) < 3 else shares_pair(what, words)


def is_narrower(text: str, total: Figure, part: Figure) -> bool:
    """Whether a total is one of another place, or of some only: 全市共, 可供出租的共."""
    lead = CLAUSE.split(text[slice(*total.lead)])[-1]
    place = _PLACE.search(lead)
    if (
        place is not None
        and place[0] not in text[max(0, part.lead.start - _WIDE) : part.span.start]
    ):
        return True
    return _SOME.search(lead) is not None
