"""figures: the quantities of a text, and what part each plays in its sentence.

A role is told by the words right before the number: 由, 从 make it the point that a change starts
from, 增加到 the one it ends at, 增长 the change itself, 占…的 a share, 整改率 a rate. What these
words mean is the language's, and the same in every report.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.units import COUNTED, PERCENT, POINTS, SCALES, TIMES, UNITS
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.span import Span

_NOUGHT = Decimal(0)
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![0-9.A-Za-z])(?P<n>[0-9]{1,12}+(?:，[0-9]{3}(?![0-9])){0,3}(?:\.[0-9]{1,6}+)?)"
    r"(?P<some>[余多来几])?"
    rf"(?:(?P<scale>万亿|[千百]亿|亿|[千百]万|万|千(?![瓦米克])|百(?!分))(?P<more>[余多])?)?"
    rf"(?P<unit>{_UNIT})(?P<about>左右|以上|以下|以内|上下|之间|多|有余|强|弱)?"
)
_SENTENCE_END = re.compile(r"[。；！？\n]")
_ABOUT = re.compile(
    r"(?:约|近|超过?|逾|过|突破|不足|不到|接近|至少|最多|高于|低于|多于|少于|不低于|不少于|力争|(?:(?<=[0-9])|^)[—～~至-])$"
)
_UP = r"超额|超出|新增|增长|增加|提高|上升|提升|上涨|增多|扩大|递增|攀升|拉高|增收|高出|增"
_DOWN = r"下降|减少|降低|回落|下滑|缩减|缩小|压缩|下跌|收窄|减|降"
CHANGE_WORDS = rf"{_UP}|{_DOWN}|增幅|增速|涨幅|升幅|降幅|减幅"
"""The words for a change, as the branches of a regex."""
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP}|增幅|增速|涨幅|升幅)|(?P<down>{_DOWN}|降幅|减幅))"
    r"(?:了|率|幅度?|为|达到?|也|又|均|各|约|的幅度为?){0,2}$"
    r"|[比较][^，。]{1,10}?(?:(?P<more>多)|(?P<less>少))[一-龥]{0,3}$"
)
_WORD = r"(?:[^，。；0-9]|[0-9]{1,4}(?=年|月))"
_GOAL = re.compile(rf"[一-龥](?:到|至|变为|增为|降为|调整为|升为){_WORD}{{0,12}}$")
_BASE = re.compile(rf"(?:由|从){_WORD}{{0,20}}$")
_SHARE = re.compile(
    r"(?P<part>[^，。；0-9]{0,18}?)占(?P<whole>[^，。；0-9]{0,18}?)"
    r"(?:的?(?:比重|比例|比率?|份额))?(?:的|为|达到?|约为?|到)?$"
)
_RATE = re.compile(
    r"(?P<name>[一-龥]{1,8}(?:率|比例|比重|占比))(?:已|为|达到?|是|约|均|也|稳定在|保持在){0,2}$"
)
_TOTAL = re.compile(
    r"(?:合计|共计|总计|总共|一共|合并|加起来|(?<!公)共(?!有))[^，。；0-9]{0,10}$"
    r"|[，、](?:[一-龥]{2})?总(?:产量?|量|里程|面积|长度?)(?:为|达到?|约)?$"
)
_BEFORE = re.compile(
    r"(?:上年|去年|上一年|前年|同期|年初|年前)(?:同期|底|末)?(?:的|为|是|仅为?|只有|实际)?[^，。；0-9多少增减]{0,6}$"
)
_AIM = re.compile(r"(?:目标|任务|计划|指标)[^，。；0-9]{0,14}$")
_OF = re.compile(r"^的$")
_AS_MUCH = re.compile(rf"(?:是|相当于|为|达到?){_WORD}{{0,10}}的$")
_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年")
_MADE_OF = re.compile(r"[一-龥]{0,4}(?:组成|构成)")
_NEXT = re.compile(
    r"(?:（[^）]{0,20}）)?[、，和及](?!实现|完成|还有|另|同时|全年|累计|共|新|建)[^，。；0-9]{0,14}$"
)
_PART = re.compile(r"其中[^。；0-9]{0,20}$|^[^，。；0-9]{0,4}其中")


_PRICED = re.compile(r"生产总值|GDP|增加值|总产值|经济总量|人均可支配收入|人均纯收入")


def is_priced(text: str, figure: Figure) -> bool:
    """Whether growth of what a figure measures is told at constant prices, as the
    statistics bureau does, so that it may be less than the printed figures show."""
    return _PRICED.search(text, *figure.lead) is not None


class Figure(NamedTuple):
    """A quantity. ``span``: the number with its unit; ``value``: in the base of its
    ``dimension``, which is written ``unit``; ``step``: one in the last printed place; ``about``:
    the words do not claim that it is exact. ``lead``: the text before it, from the figure before
    or the start of the sentence. ``sign``: of a change, else 0; ``name``: of a rate; of a
    share what it is a share of, behind what it is said of and a stroke; else "".
    """

    span: Span
    value: Decimal
    step: Decimal
    dimension: str
    unit: str
    about: bool
    lead: Span
    roles: frozenset[str]
    sign: int = 0
    name: str = ""

    @property
    def interval(self) -> Interval:
        """What may have been rounded, or cut, to the printed figure."""
        return Interval(self.value - self.step / 2, self.value + self.step)


def find_figures(text: str) -> list[list[Figure]]:
    """The figures of each sentence that has some, in order."""
    found: list[list[Figure]] = []
    ends = [match.start() for match in _SENTENCE_END.finditer(text)]
    ends.append(len(text))
    place, start, last = 0, 0, 0
    for match in _NUMBER.finditer(text):
        if match.start() > ends[place]:
            while match.start() > ends[place]:
                place += 1
            start = ends[place - 1] + 1
            last = start
            found.append([])
        elif not found:
            found.append([])
        found[-1].append(_figure(text, match, last))
        last = match.end()
    return [_made_of(text, _dated(text, _parted(text, each))) for each in found if each]


def _dated(text: str, sentence: list[Figure]) -> list[Figure]:
    """``sentence`` with the role 上期 for what is said of the year before another figure's."""
    years = [_YEAR.findall(text, *figure.lead)[-1:] for figure in sentence]
    told = {int(year) for found in years for year in found}
    for number, (figure, found) in enumerate(zip(sentence, years, strict=True)):
        if found and int(found[0]) + 1 in told and not figure.roles & {"起点", "终点"}:
            sentence[number] = figure._replace(roles=figure.roles | {"上期"})
    return sentence


def _made_of(text: str, sentence: list[Figure]) -> list[Figure]:
    """``sentence`` with the role 组成 for the list that stands before 组成 or 构成."""
    for number in range(len(sentence) - 1, 0, -1):
        if not _MADE_OF.match(text, sentence[number].span.end):
            continue
        first = number
        while first and "由" not in text[slice(*sentence[first].lead)]:
            first -= 1
        for i in range(first, number + 1):
            roles = sentence[i].roles - {"起点"} | {"组成"}
            sentence[i] = sentence[i]._replace(roles=roles)
    return sentence


def _parted(text: str, sentence: list[Figure]) -> list[Figure]:
    """``sentence`` with the role 部分 for what goes on with the list that 其中 opens."""
    part: Figure | None = None
    for number, figure in enumerate(sentence):
        if "其中" in figure.roles:
            part = figure
        elif part is not None and "数量" in figure.roles:
            if figure.dimension == part.dimension and _NEXT.match(text, *figure.lead):
                sentence[number] = figure._replace(roles=figure.roles | {"部分"})
            else:
                part = None
    return sentence


def _figure(text: str, match: re.Match[str], last: int) -> Figure:
    dimension, factor = UNITS[match["unit"]]
    scale = factor * SCALES.get(match["scale"], 1)
    number = match["n"].replace("，", "")
    lead = text[last : match.start()]
    about = bool(match["some"] or match["more"] or match["about"]) or bool(_ABOUT.search(lead))
    if about:
        lead = _ABOUT.sub("", lead)
    roles, sign, name = _roles(lead, dimension)
    return Figure(
        span=Span(match.start(), match.end("unit")),
        value=Decimal(number) * scale,
        step=_step(number, match["unit"], scale, factor),
        dimension=dimension,
        unit=match["unit"],
        about=about,
        lead=Span(last, match.start()),
        roles=roles,
        sign=sign,
        name=name,
    )


def _step(number: str, unit: str, scale: Decimal, factor: Decimal) -> Decimal:
    """What one in the last printed place is worth; nought for a count of single things."""
    decimals = len(number.partition(".")[2])
    if not decimals and scale == factor and unit in COUNTED:
        return _NOUGHT
    return scale.scaleb(-decimals)


_WORDS = (("总数", _TOTAL), ("其中", _PART), ("目标", _AIM))
_CHANGES = {PERCENT: "变幅", POINTS: "点差", TIMES: "倍增"}


def _roles(lead: str, dimension: str) -> tuple[frozenset[str], int, str]:
    """The roles of a figure, the sign of a change, and the name of a rate or of a whole."""
    roles = {role for role, words in _WORDS if words.search(lead)}
    change = _CHANGE.search(lead)
    if change:
        sign = 1 if change["up"] or change["more"] else -1
        return frozenset(roles | {_CHANGES.get(dimension, "差额")}), sign, ""
    if dimension not in _CHANGES:
        roles.add("数量")
    if _GOAL.search(lead):
        roles.add("终点")
    elif _BASE.search(lead):
        roles.add("起点")
    if _BEFORE.search(lead):
        roles.add("上期")
    if dimension == TIMES and _AS_MUCH.search(lead):
        roles.add("倍数")
    elif dimension == TIMES and _OF.match(lead):
        roles.add("倍于")
    return (frozenset(roles), 0, "") if dimension != PERCENT else _percent_roles(lead, roles)


def _percent_roles(lead: str, roles: set[str]) -> tuple[frozenset[str], int, str]:
    share, rate = _SHARE.search(lead), _RATE.search(lead)
    name = ""
    if _OF.match(lead):
        roles.add("之比")
    if share:
        roles.add("占比")
        name = f"{share['part']}/{share['whole']}"
    elif rate:
        roles.add("比率")
        name = rate["name"]
    return frozenset(roles | {"百分数"}), 0, name
