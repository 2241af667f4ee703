"""mentions: figures by how they look, with the words that say what they are told of.

Before a figure stands its name (城镇新增就业4860人), behind it what it counts (46亩规划用地).
"""

from __future__ import annotations

import re

from govlint.facts.indicators import Indicators
from govlint.records import NamedTuple
from govlint.text.years import YEAR

FIGURE = re.compile(
    r"(?P<n>[0-9](?:(?<![0-9.A-Za-z—～第-].)|(?<=GDP.|GNP.|GNI.|GEP.|GMV.|FDI.|CPI.|PPI.|PMI.))(?<![0-9]，.)[0-9]{0,8}(?:(?:，[0-9]{3}(?![0-9])){1,3}|\.[0-9]{1,4}|(?<=[0-9]{2})))"
    r"(?P<unit>[万亿](?=(?:常住|户籍|流动|外来|城镇|农村)?(?:人口|居民|群众|农民|市民|老年人))|[万亿千]{0,2}(?:平方公里|平方米|立方米|公里|千瓦时|美元|人次|台次|%|[一-龥]))(?![至—～-]|以上|左右|以下|以内)"
)
"""A figure of two characters or more with its unit, not one that is about so much."""
_BEHIND = re.compile(r"[余多]?(?:的|中，?|名|个|起)?(?P<noun>[一-龥]{0,16})")
_FILLERS = re.compile(
    r"(?:(?:提[高升]|上升|增[加长]?|扩大|下降|降低?|减少?|压减|回落)[到至]|仍|却|高|也|就|预[计期]|达到?了?|为|[总共]|有|约|是|已|完成|实现|的|到|近|超过?|突破|总数|累计|合计|至|了|仅|均|成功)+$"
)
_TIME = re.compile(
    rf"(?:截至|至|全年|年末|年底|今年|本年度?|目前|当前|上半年|下半年|以来|期间|[一二三四]季度|{YEAR}年(?:末|底|初)?|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?(?:末|底)?)"
)
_REST = re.compile("其余|其他|剩余")
_JOINED = re.compile("^(?:尽管|虽然?|但是?|不过|而且|同时|另外|此外|并且)+")
_PART_YEAR = re.compile(
    r"上半年|下半年|[春夏秋冬]季|[一二三四]?季度|[0-9]{1,2}月(?!底|末)|五年|[两三四]年|以来|累计|新增|日均|月均|年均"
)
_YEAR = re.compile(rf"{YEAR}(?=年)")
_MOMENT = re.compile(
    "[0-9]{1,2}月(?:[0-9]{1,2}日|[底末初])|[一二三四]季度[末初]|年[初末底]|[0-9]{1,2}日(?![内前均])"
)
"""Of a stock: what there was at the end of August and of September are two figures."""
_OTHER = re.compile(
    r"(?:(?:(?<!新)增(?!加值)[长加幅速收产]?|提[高升]|上升|下降|减少?|降低?|回落)(?![到至])|[由从比较]|去年|上年|前年|同期|目标|计划|任务|力争|确保|其中|不低于|每|平均)[^，。；0-9]{0,16}$"
)
"""Words before a figure with which it tells of another time, of an aim, or of a part."""
_SENTENCE = re.compile("[。；！？]")
_CLAUSE = re.compile("[，：、（）0-9“”]")
_WIDEST, _WIDE = 40, 80


class Words(NamedTuple):
    """``name``: of what a figure tells, an indicator's by its usual name; ``year``: the last one
    that its sentence names; ``times``: the parts of a year that it names; ``moment``: the last day,
    or end of a month, that it names; all empty where a figure tells of another time, of an aim or
    of a part."""

    name: str
    year: str
    times: frozenset[str]
    moment: str = ""

    def is_of_time(self, other: Words) -> bool:
        """Whether both may be told of one time."""
        years = self.year == other.year or not (self.year and other.year)
        moments = self.moment == other.moment or not (self.moment and other.moment)
        return years and moments and self.times == other.times


_NOTHING = Words("", "", frozenset())


def digits_of(figure: re.Match[str]) -> str:
    """The number of a match of FIGURE, without the marks of thousands."""
    return figure["n"].replace("，", "")


def words_before(text: str, figure: re.Match[str], indicators: Indicators) -> Words:
    """The words before a figure, in its clause, and the times that its sentence names."""
    near = max(0, figure.start() - _WIDEST)
    start = max(near, text.rfind("\n", near, figure.start()) + 1)
    sentence = _SENTENCE.split(text[start : figure.start()])[-1]
    if _OTHER.search(sentence) or _REST.search(sentence):
        return _NOTHING
    clause = _CLAUSE.split(sentence)[-1]
    number = len(sentence[: len(sentence) - len(clause)].rstrip("0123456789"))
    clause = sentence[number:]  # 60周岁以上老年人 are not 65周岁以上老年人
    name = _JOINED.sub("", _TIME.sub("", bare(clause)))
    years = _YEAR.findall(sentence)
    times = frozenset(_PART_YEAR.findall(clause if _TIME.search(clause) else sentence))
    moments = _MOMENT.findall(sentence)
    year, moment = (found[-1] if found else "" for found in (years, moments))
    return Words(indicators.same(name)[0], year, times, moment)


def sentence_before(text: str, figure: re.Match[str], start: int) -> str:
    """The words of its sentence before a figure, those that are near, from ``start`` on."""
    near = text[max(start, figure.start() - _WIDE) : figure.start()]
    return re.split("[。；！？\n]", near)[-1]


def noun_behind(text: str, figure: re.Match[str]) -> str:
    """What is counted, behind a figure: 2374起矛盾纠纷被化解."""
    behind = _BEHIND.match(text, figure.end())
    return behind["noun"] if behind else ""


def clause_before(text: str, figure: re.Match[str]) -> str:
    """All words of the clause before a figure."""
    return _CLAUSE.split(text[max(0, figure.start() - _WIDEST) : figure.start()])[-1]


def tells_otherwise(clause: str) -> bool:
    """Whether a clause leads to a figure of another time, of an aim or of a part."""
    return _OTHER.search(clause) is not None


def bare(name: str) -> str:
    """A name without the words between it and its figure."""
    return _FILLERS.sub("", name)


def common_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def taken_up(name: str, noun: str, least: int) -> str:
    """The end of ``name`` with which ``noun`` begins: 新校区规划用地 and 规划用地已全部完成征收.

    >>> taken_up("新校区规划用地", "规划用地已全部完成征收", 2), taken_up("耕地", "林地", 1)
    ('规划用地', '')
    """
    for size in range(min(len(name), len(noun)), least - 1, -1):
        if noun.startswith(name[-size:]):
            return name[-size:]
    return ""
