"""figures: the quantities of a text, sentence by sentence, each with the part it plays."""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.roles import part_of
from govlint.facts.units import COUNTED, PERCENT, POINTS, SCALES, UNITS
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.span import Span

_NOUGHT = Decimal(0)
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?P<n>[0-9](?<![0-9.A-Za-z].)[0-9]{0,11}+(?:，[0-9]{3}(?![0-9])){0,3}(?:\.[0-9]{1,6}+)?)"
    r"(?P<some>[余多来几])?"
    r"(?:(?P<scale>万亿|[千百]亿|亿|[千百]万|万|千(?![瓦米克])|百(?!分))(?P<more>[余多])?)?"
    rf"(?P<unit>{_UNIT})(?P<about>左右|以上|以下|以内|上下|之间|多|有余|强|弱)?"
)
_SENTENCES = re.compile(r".*[。；！？\n]", re.DOTALL)
_ABOUT = (
    "约", "近", "超", "超过", "逾", "过", "突破", "不足", "不到", "接近", "至少", "最多",
    "高于", "低于", "多于", "少于", "不低于", "不少于", "力争",
)  # fmt: skip
_SIGN = re.compile(
    r"由|从|占|率|共|倍|总|上年|去年|同期|其中|合计|目标|任务|计划|指标|组成|构成|比例|比重|学年|上届|往届|20[0-9]{2}年|年均|平均每年"
)
DEFLATION = Decimal("0.015")
"""By how much prices may fall in a year."""
_DIGITS = re.compile(r"[0-9.，]+")
_LONGEST = 15
_BEHIND = 10
_LIST = 24
"""The longest list that is read."""
_RANGE = "—～~至-"
_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年")
_MADE_OF = re.compile(r"[一-龥]{0,4}(?:组成|构成)")
_NEXT = re.compile(
    r"(?:（[^）]{0,20}）)?[、，和及](?!实现|完成|还有|另|同时|全年|累计|共|新|建)[^，。；0-9]{0,8}$"
)
_PRICED = re.compile(
    r"(?:生产总值|GDP|增加值|总产值|经济总量|可支配收入|纯收入)(?:（[^）]{1,12}）)?"
    r"(?:(?:由|从|已|达到?|为|完成|实现|突破|总量|的|，|(?:19|20)[0-9]{2}年|[上去]年|同期|[增提][加高长]到|到){0,4}"
    r"|[^，。；]{0,10}，[由从][^，。；]{0,6})$"
)


class Figure(NamedTuple):
    """A quantity. ``span``: the number with its unit; ``number``: as printed, without the points
    between thousands; ``scale``: what one of it is in the base of its ``dimension``, which is
    written ``unit``; ``about``: the words do not claim that it is exact. ``lead``: the text before
    it, from the figure before or the start of the sentence. ``roles``, ``sign``, ``name``: see
    facts/roles.py.
    """

    span: Span
    number: str
    scale: Decimal
    dimension: str
    unit: str
    about: bool
    lead: Span
    roles: frozenset[str]
    sign: int = 0
    name: str = ""

    @property
    def value(self) -> Decimal:
        """In the base of its dimension."""
        return Decimal(self.number) * self.scale

    @property
    def step(self) -> Decimal:
        """What one in the last printed place is worth; nought for a count of single things."""
        decimals = len(self.number.partition(".")[2])
        if not decimals and self.scale == UNITS[self.unit][1] and self.unit in COUNTED:
            return _NOUGHT
        return self.scale.scaleb(-decimals)

    @property
    def interval(self) -> Interval:
        """What may have been rounded, or cut, to the printed figure."""
        return Interval(self.value - self.step / 2, self.value + self.step)


class Sentence(NamedTuple):
    """The figures of one sentence, in order, and all their roles."""

    figures: list[Figure]
    roles: frozenset[str]


def find_figures(text: str, *, alone: bool = False) -> list[Sentence]:
    """The figures of each sentence in which one may depend on others, in order; with ``alone``
    of every sentence that has any."""
    found: list[list[tuple[re.Match[str], int]]] = []
    last = 0
    for match in _NUMBER.finditer(text):
        before = _SENTENCES.match(text, last, match.start())
        if before is not None:
            last = before.end()
        if before is not None or not found:
            found.append([])
        found[-1].append((match, last))
        last = match.end()
    return [
        _sentence(text, each)
        for each in found
        if alone or ((len(each) > 1 or each[0][0]["unit"] == PERCENT) and _relates(text, each))
    ]


def _relates(text: str, matches: list[tuple[re.Match[str], int]]) -> bool:
    """Whether a sentence has a word without which no figure depends on another."""
    return _SIGN.search(text, matches[0][1], matches[-1][0].end() + _BEHIND) is not None


def is_priced(text: str, figure: Figure) -> bool:
    """Whether growth of what a figure measures is told at constant prices, as the
    statistics bureau does, so that it may be less than the printed figures show, and never more
    than DEFLATION above that."""
    return _PRICED.search(text, *figure.lead) is not None


def written_as(text: str, figure: Figure, value: Decimal) -> str:
    """``value``, in the base of the dimension, as ``figure`` is written: in its scale and unit,
    with its decimals, at least one where it is a percentage."""
    number = _DIGITS.match(text, figure.span.start)
    assert number is not None
    unit = text[number.end() : figure.span.end]
    decimals = len(number[0].partition(".")[2])
    worth = figure.step.scaleb(decimals) if figure.step else UNITS[figure.unit][1]
    amount = value / worth
    if abs(amount.adjusted()) > _LONGEST:
        return f"{amount:.2E}{unit}"
    least = 1 if figure.dimension in (PERCENT, POINTS) else 0
    return f"{round(amount, max(decimals, least))}{unit}"


def _figure(text: str, match: re.Match[str], last: int) -> Figure:
    number, some, scaled, more, unit, vague = match.groups()
    dimension, factor = UNITS[unit]
    scale = factor * SCALES[scaled] if scaled else factor
    number = number.replace("，", "")
    start = match.start()
    lead = text[last:start]
    about = bool(some or more or vague)
    if lead.endswith(_ABOUT):
        about, lead = True, lead.rstrip("约近超过逾突破不足到接至少最多高于低力争")
    elif lead and lead[-1] in _RANGE and (len(lead) == 1 or lead[-2].isdecimal()):
        about, lead = True, lead[:-1]
    part = part_of(lead, dimension)
    if dimension == PERCENT and "比率" in part.roles and Decimal(number) * scale > 1:
        part = part._replace(roles=part.roles | {"过百"})
    return Figure(
        Span(start, match.end("unit")),
        number,
        scale,
        dimension,
        unit,
        about,
        Span(last, start),
        *part,
    )


def _sentence(text: str, matches: list[tuple[re.Match[str], int]]) -> Sentence:
    """The figures of one sentence, with the roles that only their neighbours tell."""
    figures = [_figure(text, match, last) for match, last in matches]
    if len(figures) > 1:
        words = text[figures[0].lead.start : figures[-1].span.end + _BEHIND]
        if "其中" in words:
            _part(text, figures)
        if words.count("年") > 1:
            _date(text, figures)
        if "组成" in words or "构成" in words:
            _compose(text, figures)
    return Sentence(figures, frozenset().union(*(figure.roles for figure in figures)))


def _part(text: str, figures: list[Figure]) -> None:
    """Give the role 部分 to what goes on with the list that 其中 opens."""
    part: Figure | None = None
    for number, figure in enumerate(figures):
        if "其中" in figure.roles:
            part = figure
        elif part is not None and "数量" in figure.roles:
            if figure.dimension == part.dimension and _goes_on(text, part, figure):
                figures[number] = figure._replace(roles=figure.roles | {"部分"})
            else:
                part = None


def _goes_on(text: str, part: Figure, figure: Figure) -> bool:
    """Whether a figure is a further part: behind 、, or behind a comma and of the same kind."""
    if not _NEXT.match(text, *figure.lead):
        return False
    one, other = text[slice(*part.lead)], text[slice(*figure.lead)]
    return other[0] != "，" or one[-1] == other[-1]


def _date(text: str, figures: list[Figure]) -> None:
    """Give the role 上期 to what is said of the year before another figure's."""
    years = [_YEAR.findall(text, *figure.lead)[-1:] for figure in figures]
    told = {int(year) for found in years for year in found}
    for number, (figure, found) in enumerate(zip(figures, years, strict=True)):
        if found and int(found[0]) + 1 in told and not figure.roles & {"起点", "终点"}:
            figures[number] = figure._replace(roles=figure.roles | {"上期"})


def _compose(text: str, figures: list[Figure]) -> None:
    """Give the role 组成 to the list that stands before 组成 or 构成."""
    for number in range(len(figures) - 1, 0, -1):
        if not _MADE_OF.match(text, figures[number].span.end):
            continue
        first = number
        while first > number - _LIST and first and "由" not in text[slice(*figures[first].lead)]:
            first -= 1
        for i in range(first, number + 1):
            roles = figures[i].roles - {"起点", "数量"} | {"组成"}
            figures[i] = figures[i]._replace(roles=roles)
