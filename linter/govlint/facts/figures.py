"""figures: the quantities of a text, and what part each plays in its sentence.

A role is told by the words right before the number: 由, 从 make it the point that a change starts
from, 增加到 the one it ends at, 增长 the change itself, 占…的 a share, 整改率 a rate. What these
words mean is the language's, and the same in every report.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.units import PEOPLE, PERCENT, POINTS, SCALES, TIMES, UNITS
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.span import Span

_NOUGHT = Decimal(0)
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![0-9.A-Za-z])(?P<n>[0-9]{1,12}+(?:，[0-9]{3}(?![0-9])){0,3}(?:\.[0-9]{1,6}+)?)"
    r"(?P<some>[余多来几])?"
    rf"(?:(?P<scale>万亿|[千百]亿|亿|[千百]万|万|千(?![瓦米克])|百(?!分))(?P<more>[余多])?)?"
    rf"(?P<unit>{_UNIT})(?P<about>左右|以上|以下|以内|上下|之间)?"
)
_SENTENCE_END = re.compile(r"[。；！？\n]")
_ABOUT = re.compile(
    r"(?:约|近|超过?|逾|过|突破|不足|不到|接近|至少|最多|高于|低于|多于|少于|不低于|不少于|力争|[—～~至-])$"
)
_UP = r"增长|增加|提高|上升|提升|上涨|增多|扩大|递增|攀升|拉高|增收|多收|高出|增"
_DOWN = r"下降|减少|降低|回落|下滑|缩减|缩小|压缩|下跌|收窄|减|降"
CHANGE_WORDS = rf"{_UP}|{_DOWN}|增幅|增速|涨幅|升幅|降幅|减幅"
"""The words for a change, as the branches of a regex."""
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP}|增幅|增速|涨幅|升幅)|(?P<down>{_DOWN}|降幅|减幅))"
    r"(?:了|率|幅度?|为|达到?|也|又|均|各|约|的幅度为?){0,2}$"
    r"|[比较][^，。]{1,10}?(?:(?P<more>多)|(?P<less>少))[一-龥]{0,3}$"
)
_GOAL = re.compile(
    rf"(?:{_UP}|{_DOWN}|升|发展|跃升|扩展|扩充|增补|调整|优化|拓展|扩容|上调|下调|涨|变化|推进|提速|缩短|压减|压降)"
    r"(?:到|至|为|成)(?:现在的|目前的|今年的|今年|目前|现在|当前的?|了|[0-9]{0,4}年?底?的?)?$"
    r"|(?:到|至|变为|变成)(?:[^，。；0-9]{0,8}的)?$"
)
_BASE = re.compile(r"(?:由|从)[^，。；0-9一-十]{0,18}$")
_SHARE = re.compile(r"占[^，。；0-9]{0,18}$")
_RATE = re.compile(r"(?P<name>[一-龥]{1,8}率)(?:已|为|达到?|是|约|均|也|稳定在|保持在){0,2}$")
_TOTAL = re.compile(r"(?:合计|共计|总计|总共|一共|合并|加起来|(?<!公)共(?!有))[^，。；0-9]{0,10}$")
_BEFORE = re.compile(r"(?:上年|去年|上一年|前年|同期|年初|年前)[^，。；0-9]{0,12}$")
_NEXT = re.compile(
    r"(?:（[^）]{0,20}）)?[、，和及](?!实现|完成|还有|另|同时|全年|累计|共|新|建)[^，。；0-9]{0,14}$"
)
_PART = re.compile(r"其中[^。；0-9]{0,20}$|^[^，。；0-9]{0,4}其中")


class Figure(NamedTuple):
    """A quantity. ``span``: the number with its unit; ``value``: in the base of its
    ``dimension``, which is written ``unit``; ``step``: one in the last printed place; ``about``:
    the words do not claim that it is exact. ``lead``: the text before it, from the figure before
    or the start of the sentence. ``sign``: of a change, else 0; ``name``: of a rate, else "".
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
    return [_parted(text, sentence) for sentence in found if sentence]


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
    if not decimals and scale == factor and UNITS[unit][0] in (unit, PEOPLE):
        return _NOUGHT
    return scale.scaleb(-decimals)


_WORDS = (("总数", _TOTAL), ("其中", _PART))
_SHARES = {PERCENT: "变幅", POINTS: "点差", TIMES: "倍增"}


def _roles(lead: str, dimension: str) -> tuple[frozenset[str], int, str]:
    """The roles of a figure, the sign of a change, and the name of a rate."""
    roles = {role for role, words in _WORDS if words.search(lead)}
    change = _CHANGE.search(lead)
    if change:
        return (
            frozenset(roles | {_SHARES.get(dimension, "差额")}),
            1 if change["up"] or change["more"] else -1,
            "",
        )
    if dimension not in _SHARES:
        roles.add("数量")
    if _GOAL.search(lead):
        roles.add("终点")
    elif _BASE.search(lead):
        roles.add("起点")
    if _BEFORE.search(lead):
        roles.add("上期")
    name = ""
    if dimension == PERCENT:
        roles.add("百分数")
        rate = _RATE.search(lead)
        if rate:
            roles.add("比率")
            name = rate["name"]
        if _SHARE.search(lead):
            roles.add("占比")
    return frozenset(roles), 0, name
