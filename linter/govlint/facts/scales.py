"""scales: statistics that are told in 万 where they must be told in 亿, or the other way round.

A figure of the whole economy is written with the wrong scale more often than with a wrong digit.
It shows where the same is told elsewhere ten thousand times as much, and where no province, city or
county has so little, or so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from govlint.facts.printed import Printed
from govlint.records import NamedTuple
from govlint.text.span import Span

_NAMES = {
    "生产总值": "(?:地区|国内)?生产总值|GDP|经济总量",
    "预算收入": "一般公共预算(?:总)?收入|地方财政收入|财政总收入",
    "预算支出": "一般公共预算(?:总)?支出",
    "投资": "固定资产投资(?:总额|额)?(?!增[长速])",
    "零售": "社会消费品零售总额",
    "进出口": "(?:外贸)?进出口总[额值]",
    "工业产值": "(?:规模以上|规上)?工业总产值",
    "存款": "各项存款余额",
    "贷款": "各项贷款余额",
    "粮食": "粮食(?:总)?产量|粮食总产",
    "人口": "常住人口|户籍人口|总人口",
    "用电": "(?:全社会)?用电量",
    "数字": "数字经济(?:总)?规模",
    "旅游": "旅游(?:总|综合)?收入|旅游总花费",
}
NEEDS = (
    "生产总值", "GDP", "经济总量", "预算", "财政", "投资", "零售", "进出口", "产值", "款余额",
    "粮食", "人口", "用电", "数字经济", "旅游",
)  # fmt: skip
"""Of these a text has one where it tells of such a statistic."""
_UNITS = frozenset(("元", "美元", "吨", "公斤", "斤", "人", "千瓦时", "度"))
_LINK = (
    "(?:达到?|为|约|近|超过?|突破|完成|实现|保持|稳定|预计|已|有望|力争|跃上|迈上|站上|首次|再次|增?至|到|是|共|在"
    "|总量|总额|累计|连续|历史性|地|了|目标|接近|逾|任务){0,6}"
)
"""What may stand between a statistic and its figure."""
_KIND = "|".join(f"(?P<k{number}>{names})" for number, names in enumerate(_NAMES.values()))
_NAMED = re.compile(rf"(?<!均)(?<!均地区)(?:{_KIND})(?P<link>{_LINK})$")
_WRITTEN = re.compile("(?P<n>[0-9][0-9，]{0,12}(?:[.][0-9]{1,4})?)(?P<scale>[千百]?[万亿]{0,2})")
_SCALES = {"": 0, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
_ABROAD = re.compile("全国|我国|中国|世界|全球|国内(?!生产)|[外他][省市县区]")
_SCOPE = re.compile("全(?P<of>省|自治区|市|县|州|盟|旗|镇|乡|村|区)")
_TITLE = re.compile("(?P<of>省|自治区|市|州|盟|县|旗|区|镇|乡|街道|村)(?:人民)?(?:政府|[0-9]{4}年)")
_CLAUSE = re.compile("[，。；！？\n]")
_SLIPPED = ((Decimal(10) ** 4, Decimal(5)), (Decimal(10) ** 8, Decimal(5)))
"""So many times as much, give or take so much: what 万 in the place of 亿 makes of a figure."""
_BACK = 44
_LEVELS = {"省": 3, "自治区": 3, "市": 2, "州": 2, "盟": 2, "县": 1, "旗": 1, "区": 1}
_E8 = Decimal(10) ** 8
_RANGES = {
    "生产总值": (("0.5", "30000"), ("5", "100000"), ("50", "300000")),
    "预算收入": (("0.05", "3000"), ("0.5", "12000"), ("5", "30000")),
    "预算支出": (("0.2", "3000"), ("1", "15000"), ("20", "40000")),
    "投资": (("0.2", "10000"), ("1", "40000"), ("20", "100000")),
    "零售": (("0.1", "20000"), ("1", "40000"), ("10", "100000")),
}
"""From how many to how many 亿元 there are: of a county, a city, a province."""


class Statistic(NamedTuple):
    """A statistic: its ``kind``, its figure's ``span`` and its value in single units; ``level``: 1
    of a county, 2 of a city, 3 of a province, 0 where that is not known."""

    kind: str
    span: Span
    value: Decimal
    unit: str
    level: int


class Misscaled(NamedTuple):
    """A figure that has the wrong scale, and where the same is told with another; None where it is
    known by its size alone."""

    span: Span
    other: Span | None


def find_misscaled(
    text: str, title: str, printed: Iterable[Iterable[Printed]]
) -> Iterator[Misscaled]:
    """The statistics among the figures of a text that have a wrong scale."""
    kinds: dict[tuple[str, str], list[Statistic]] = {}
    for each in _statistics(text, title, printed):
        kinds.setdefault((each.kind, each.unit), []).append(each)
    for several in kinds.values():
        first, *others = several
        if not others and _is_unlikely(first):
            yield Misscaled(first.span, None)
        usual = sorted(several, key=_value)[len(several) // 2] if len(others) > 1 else first
        for each in several:
            if _is_slipped(each, usual):
                yield Misscaled(each.span, usual.span)


def _value(statistic: Statistic) -> Decimal:
    return statistic.value


def _statistics(text: str, title: str, printed: Iterable[Iterable[Printed]]) -> Iterator[Statistic]:
    named = _TITLE.search(title)
    own = _LEVELS.get(named["of"], 0) if named else 0
    for sentence in printed:
        for each in sentence:
            if each.unit in _UNITS and each.worded is None:
                found = _read(text, each, own)
                if found is not None:
                    yield found


def _read(text: str, each: Printed, own: int) -> Statistic | None:
    """What a figure tells of a statistic; ``own``: the level of the place that the title names."""
    lead = text[max(each.last, each.start - _BACK) : each.start]
    if True not in map(lead.__contains__, NEEDS):
        return None  # most
    told, written = _NAMED.search(lead), _WRITTEN.match(text, each.start)
    if told is None or written is None or written["scale"] not in _SCALES:
        return None
    if written.end() != each.end - len(each.unit):
        return None  # 2800多亿美元
    before = _CLAUSE.split(lead[: told.start()])[-1]
    if _ABROAD.search(before):
        return None
    scope = _SCOPE.search(before)
    level = _LEVELS.get(scope["of"], 0) if scope else own
    kind = next(name for number, name in enumerate(_NAMES) if told[f"k{number}"] is not None)
    value = Decimal(written["n"].replace("，", "")).scaleb(_SCALES[written["scale"]])
    return Statistic(kind, Span(each.start, each.end), value, each.unit, level) if value else None


def _is_slipped(one: Statistic, other: Statistic) -> bool:
    """Whether one is about ten thousand times the other, or ten thousand times that."""
    if one.level and other.level and one.level != other.level:
        return False
    more, less = max(one.value, other.value), min(one.value, other.value)
    return any(times / room <= more / less <= times * room for times, room in _SLIPPED)


def _is_unlikely(each: Statistic) -> bool:
    """Whether no place of its level has so little, or so much."""
    ranges = _RANGES.get(each.kind)
    if ranges is None or not each.level or each.unit != "元":
        return False
    low, high = map(Decimal, ranges[each.level - 1])
    return not low <= each.value / _E8 <= high
