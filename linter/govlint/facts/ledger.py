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
        indicator, period = "", f"{facts.year}年" if facts.year else ""
        for number, figure in enumerate(sentence.figures):
            lead = text[slice(*figure.lead)]
            told = _PERIOD.findall(lead)
            if told and told[-1] == "全年" and facts.year:
                told[-1] = f"{facts.year}年"
            if told and told[-1] not in _RELATIVE:
                period = told[-1]
            if figure.roles & CHANGE_ROLES:
                before = sentence.figures[number - 1] if number else None
                if before and entries and entries[-1].figure == before and not entries[-1].growth:
                    entries[-1] = entries[-1]._replace(growth=figure)
                    continue
            indicator = indicator_of(lead) or indicator
            when = told[-1] if told else period
            entries.append(Entry(indicator, when, figure, None))
    return entries


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
