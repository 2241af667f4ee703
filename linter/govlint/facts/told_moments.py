"""told_moments: when what a figure counts was so, by the words of its sentence (时点).

五年前……60家, 今年……240家; 2021年专利授权1250件: years, and how many of them ago. 比上年, 2020年以来
name no time of their own.
"""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.years import YEAR

_NUMBER = "[1-9][0-9]?|[一两二三四五六七八九十]{1,2}"
EVENT = (
    "改革|整治|改造|治理|实施|创建|技改|投[产用运]|建设|搬迁|撤并|合并|整合|推[行广]|试点|开展|行动|优化|提升|修复|提标|升级"
    "|帮扶|调整|扩建|重组|整顿|开工|启动|上线|实行|集采|攻坚|[入建]网|运行|并轨|流程再造"
)
"""What divides a time before from one after."""
MOMENT = re.compile(
    rf"(?P<year>{YEAR})年(?P<of>初|1?[0-9]月|[一二三四]季度|[上下]半年|前[三两]个?季度)?"
    r"|“?十(?P<plan>[二三四五])五”?(?:规划)?(?P<edge>末|期?初)(?!期)"
    rf"|(?P<ago>{_NUMBER})年前|(?P<last>[上去]一?年|上学年|上届|上一届)(?P<part>初|1?[0-9]月|[一二三四]季度|[上下]半年|前[三两]个?季度)?"
    "|(?P<same>(?<!年)同期)(?=[^，。；]{0,8}(?:只|仅|为|是|有))"
    "|(?P<begin>(?:今|当)?年初(?!步|级)|上[季月周]度?末?"
    rf"|(?:{EVENT})(?:之|以)?前(?=[，：]|[一-龥])|(?<![^，。；：、\n])(?:[以过]往|过去|原来|原先|此前|从前|起初)(?=[，：]|[一-龥]))"
    rf"|(?P<now>今年|本年|本学年|本届|目前|现在|现今|如今|当前|截至|截止|(?:{EVENT})(?:之|以)?后(?=[，：]|[一-龥]))"
)
_AGAINST = re.compile(r"(?:[比较与同于由从自超]|相当于|以|[是为](?=去年|上年))$")
_SINCE = re.compile(
    rf"以来|[至到—～-]+(?={YEAR}|今|现在|目前)|为基|前|后|底?前|起|的?[0-9.]{{1,5}}倍"
    "|(?:同期)?(?:的?水平)?相比"
)
_OWN = re.compile("(?:同期|年?[初末底])?的?[^，。；0-9]{0,12}")
_HELD = re.compile("[与比较同][^，。；0-9比较与同]{2,12}的$")
_ENDS = "。；！？\n"
_THEN, _NOW = -1, 0
_FIRST_PLAN, _PLAN = 2005, 5
"""“十一五” ended five years after 2005, and each of the plans behind it five years later."""


class Moment(NamedTuple):
    """``year``: the year, or how many before this one, as a negative number or nought; None where
    it is told by another name. ``part``: of the year, "" for the whole or its end; ``base``: one
    figure alone is told of it, which another is held against (比2020年的60家)."""

    year: int | None
    part: str
    base: bool

    @property
    def past(self) -> bool:
        """Whether it is told to be over, beside a present."""
        return self.base or self.year is None or self.year < _NOW

    @property
    def dated(self) -> bool:
        """Whether its year is told by its number."""
        return self.year is not None and self.year > 0


def moment_of(text: str, place: int, least: int, *, growth: bool = False) -> Moment | None:
    """The last moment that the sentence names before ``place``, not before ``least``. ``growth``:
    of a figure that is itself told against another moment: 比上年上涨0.4%."""
    begun = max(least, *(text.rfind(mark, least, place) + 1 for mark in _ENDS))
    found: Moment | None = None
    for match in MOMENT.finditer(text, begun, place):
        if _SINCE.match(text, match.end()):
            continue
        against = _AGAINST.search(text, begun, match.start()) is not None
        if growth and against:
            continue
        if not against or _OWN.fullmatch(text, match.end(), place):
            found = _read(match, base=against)
    if found is None and not growth and _HELD.search(text, begun, place):
        return Moment(None, "", base=True)
    return found


def _read(match: re.Match[str], *, base: bool) -> Moment:
    if match["year"]:
        return Moment(int(match["year"]), match["of"] or "", base)
    if match["plan"]:
        year = _FIRST_PLAN + _PLAN * (parse_numeral(match["plan"]) or 0)
        begins = match["edge"] != "末"
        return Moment(year - _PLAN if begins else year, "初" if begins else "", base)
    if match["ago"]:
        return Moment(-(parse_numeral(match["ago"]) or 1), "", base)
    if match["last"]:
        return Moment(_THEN, match["part"] or "", base)
    if match["same"]:
        return Moment(_THEN, "同期", base)
    if match["begin"]:
        return Moment(None, match["begin"], base)
    return Moment(_NOW, "", base)


def is_before(one: Moment, other: Moment | None) -> bool:
    """Whether a moment is surely before another. Where none is named it is the present, but what
    was begun with a year goes on with it."""
    if one.year is None:
        return other is None or other.year == _NOW
    if other is None or other.year is None:
        return one.year < _NOW
    if one.dated == other.dated:
        return one.year < other.year
    return one.year < _NOW or other.year == _NOW


def years_between(one: Moment, other: Moment | None) -> int:
    """How many years lie between two moments, 0 where nobody can tell."""
    if one.year is None:
        return 0
    if other is None or other.year is None:
        return -one.year if one.year < _NOW else 0
    return other.year - one.year if one.dated == other.dated else 0
