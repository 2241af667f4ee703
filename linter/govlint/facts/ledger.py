"""ledger: each figure of a report with its indicator, its period and its growth (台账).

The indicator is the noun before the number, without the words that only carry it:
全年完成固定资产投资 is 固定资产投资. A figure that follows another's comma with a change (，增长8%)
is that one's growth.
"""

from __future__ import annotations

import re

from govlint.facts.facts import Facts
from govlint.facts.figures import Figure, find_figures
from govlint.facts.roles import CHANGE_ROLES
from govlint.records import NamedTuple

_CLAUSE = re.compile(r"[，、：；（）]")
_ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.]|[一二三四五六七八九十]是)")
_BEFORE = re.compile(
    r"^(?:其中|同时|另外|此外|全年|上半年|下半年|前[一二三]季度|[一二三四]季度|今年|去年|上年|本年度?"
    r"|截至目前|目前|年末|年底|预计|累计|共计|合计|共(?!享|同|青)|已(?!婚)|全[省市县区镇乡村局院校厂]|我[省市县区镇乡村局院校厂们]|截至|在(?!编|职|册|建|校|岗|库)|现有|实有|回顾|总的来看"
    r"|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?|力争|确保|实施|约(?!谈)|将(?!军)|和(?!谐)|与|及|[比较](?=$|[上去]年))"
)
_VERB = re.compile(r"^[^，。]{0,10}?(?:实现|完成|达到)(?=[一-龥]{3})")
_AFTER = re.compile(
    r"(?:完成|实现|达到?|为|是|约|近|超过?|突破|有|共|至|到|由|从|上年的|去年的|增加|增长|提高|上升"
    r"|下降|减少|降低|回落|了|的|，|占)$"
)
_PERIOD = re.compile(
    r"(?:19|20)[0-9]{2}年(?:上半年|下半年|第?[一二三四]季度|[0-9]{1,2}月)?|上半年|下半年|全年"
    r"|前[一二三]季度|[一二三四]季度|1(?:—|-|至)[0-9]{1,2}月|去年|上年|今年"
    r"|“?十[一二三四五六]?五”?期?(?:间|末)"
)
_PLANNED = re.compile(r"目标|计划|力争|确保|预计|争取|预期|打算|将达|规划")
_AHEAD = re.compile(r"计划|安排|思路|打算|下一步|今后|目标|部署|谋划")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
_ALL = re.compile(r"全(?P<all>[省市县区镇乡村国])")
_PLACE = re.compile(
    r"全(?P<all>[省市县区镇乡村])|(?P<name>[一-龥]{1,5}?[省市县区镇乡])(?=[一-龥]{4})"
)
_OF_PLACE = re.compile("[省市县区镇乡村]")
_SHORTEST = 2
_NO_RESULT = frozenset(("起点", "上期"))
_SUBJECT = re.compile(
    r"(?!(?:同[比期]|环比|年均|可比|增幅|降幅|增速|累计|平均|名义|实际|总量|占比|净))[一-龥]{3}"
)
"""What a change of its own begins with, not one of the figure before."""
_IN_YEAR = re.compile(r"全年|[上下]半年|前?[一二三四]季度|前三季度|1(?:—|-|至)")
_LONGEST = 40
_RELATIVE = ("去年", "上年", "今年")
"""These speak of one figure; a period that is named holds until the next."""


class Entry(NamedTuple):
    """``indicator`` and ``period`` as the report words them, "" where it does not; ``growth``:
    the change that is said of the figure, or None."""

    indicator: str
    period: str
    figure: Figure
    growth: Figure | None


def build_ledger(facts: Facts) -> list[Entry]:
    """The figures of a report, in order."""
    text = facts.body
    entries: list[Entry] = []
    for sentence in find_figures(text, alone=True):
        year = _year_of(facts, sentence.figures[0])
        indicator, period = "", f"{year}年" if year else ""
        for number, figure in enumerate(sentence.figures):
            lead = text[slice(*figure.lead)]
            told = _PERIOD.findall(lead)
            if told and year and _IN_YEAR.match(told[-1]):
                told[-1] = f"{year}年{told[-1].removeprefix('全年')}"
            if told and told[-1] not in _RELATIVE:
                period = told[-1]
            if figure.roles & CHANGE_ROLES and not _SUBJECT.match(indicator_of(lead)):
                before = sentence.figures[number - 1] if number else None
                if before and entries and entries[-1].figure == before and not entries[-1].growth:
                    entries[-1] = entries[-1]._replace(growth=figure)
                    continue
            indicator = indicator_of(lead) or indicator
            when = told[-1] if told else period
            entries.append(Entry(indicator, when, figure, None))
    return entries


def _year_of(facts: Facts, figure: Figure) -> int | None:
    """The year that a figure is told of where it names none: that of the headings around it, else
    that which the report looks back on, or ahead to."""
    for _, title in reversed(facts.section(figure.span.start)):
        years = _YEAR.findall(title)
        if years:
            return int(years[0])
    return facts.year if _in_plans(facts, figure) else facts.first_year


def indicator_of(lead: str) -> str:
    """The noun in the words before a figure, or "".

    >>> indicator_of("一是加快发展。全镇完成固定资产投资"), indicator_of("，其中工业投资达到")
    ('固定资产投资', '工业投资')
    """
    clause = _CLAUSE.split(lead.rpartition("。")[2].rstrip("，、"))[-1].strip(" \t\u3000“”")
    words = _VERB.sub("", _ORDINAL.sub("", clause[-_LONGEST:]))
    while (before := _BEFORE.match(words)) and before.end():
        words = words[before.end() :]
    while (after := _AFTER.search(words)) and after.start() < len(words):
        words = words[: after.start()]
    return words


def is_result(facts: Facts, entry: Entry, *, growth: bool = False) -> bool:
    """Whether a figure tells what was, of the whole that the report is about; ``growth``: also
    one that tells only how much that has grown."""
    figure = entry.figure
    lead = facts.body[slice(*figure.lead)]
    other = _NO_RESULT if growth else _NO_RESULT | CHANGE_ROLES
    if figure.about or figure.roles & other or len(entry.indicator) < _SHORTEST:
        return False
    if entry.indicator not in lead or _PLANNED.search(lead):
        return False
    whole, title = _ALL.search(lead.rpartition("，")[2]), facts.body[slice(*facts.title.span)]
    if whole is not None and whole["all"] not in title and _OF_PLACE.search(title):
        return False  # 全县 in the report of a town
    return not _in_plans(facts, figure)


def is_aim(facts: Facts, entry: Entry) -> bool:
    """Whether a figure tells what is to be."""
    if not entry.indicator or entry.indicator not in facts.body[slice(*entry.figure.lead)]:
        return False
    return _in_plans(facts, entry.figure)


def names_of(facts: Facts, indicator: str) -> tuple[str, ...]:
    """An indicator as it stands, and without the place whose report this is."""
    place = _PLACE.match(indicator)
    title = facts.body[slice(*facts.title.span)]
    if place is None or (place["all"] or place["name"]) not in title:
        return (indicator,)
    return (indicator, indicator[place.end() :])


def _in_plans(facts: Facts, figure: Figure) -> bool:
    return any(_is_ahead(facts, title) for _, title in facts.section(figure.span.start))


def _is_ahead(facts: Facts, title: str) -> bool:
    """Whether a heading speaks of what is to come."""
    years = [int(year) for year in _YEAR.findall(title)]
    return _AHEAD.search(title) is not None or any(year > (facts.year or year) for year in years)
