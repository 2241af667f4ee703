"""mean_scopes: whether a mean of days or months is of the whole stretch of the total before it.

全年受理热线36500件。防汛期间，日均400件 is of another time; 二季度受理4368件，日均78件（按56个
开放日计算）, and 周一闭馆，日均, of fewer days; 日均设计处理量6万吨 of what could be done.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE
from govlint.facts.month_spans import STRETCH
from govlint.text.numerals import parse_numeral

_COULD = re.compile(
    "[可应需拟将限满]|能力|设计|规模|额定|核定|标准|上限|目标|计划|最[高低多少大小]"
)
"""What is not done each day, but could be or should be."""
_OTHER_TIME = re.compile(
    "(?<=[一-龥])期(?![望限])|[节假汛旬夏冬春秋]|(?<![一二三四每当本])季(?!度)|周(?![转边到密])|高峰|低谷|阶段|暑运|以来|当[天日晚]"
    "|(?<=[一-龥])(?<![及按准限同临小实])时(?![间效限长])|[以之]?后(?=，)"
)
"""Another time than that of the total: 国庆期间, 进入冬季后, 高峰时."""
_NUMBER = "[0-9一二两三四五六七八九十]{1,4}"
_COUNTED = re.compile(
    rf"(?<![0-9.第月])(?P<n>{_NUMBER})个?(?:[^，。；0-9（）]{{0,4}}日(?![均常前])|天|周|星期|(?<=个)(?:半月|月))"
)
"""So many days or months."""
_CLOSED = re.compile(
    "停|闭|休|检修|关(?![于键注爱怀])|开[放馆]|营业|运营|除外|扣除|剔除|周[一二三四五六日末]"
)
"""Words of days on which nothing is done."""
INCLUDED = re.compile("[，（]?(?:含|包括)[^，。；：0-9]{0,10}$")
"""What an amount is told with that is in another one: 3个点，含往返60分钟，每个点40分钟."""
_STOP = re.compile("[。；\n]")
_END = re.compile("[，。；（）\n]")
_AHEAD, _ALONE = 60, 3


def is_of_power(text: str, mean: Figure) -> bool:
    """Whether a mean tells of what could be done: 日均最大处理5.5万吨, 日均供水6万吨的能力."""
    end = _END.search(text, mean.span.end, mean.span.end + _AHEAD)
    behind = text[mean.span.end : end.start() if end else mean.span.end + _AHEAD]
    said = CLAUSE.split(text[slice(*mean.lead)])[-1] + behind
    return behind.startswith("的") or _COULD.search(said) is not None


def is_of_other_time(
    text: str, total: Figure, mean: Figure, parts: Collection[int], begun: int
) -> bool:
    """Whether a mean may be of another time than its total, of which is told from ``begun``, or of
    fewer days or months than its ``parts``."""
    between = text[total.span.end : mean.span.start]
    if _OTHER_TIME.search(between) or _has_scope(text, mean):
        return True
    told = {match[0] for match in STRETCH.finditer(text, begun, total.span.start)}
    if any(match[0] not in told for match in STRETCH.finditer(between)):
        return True
    stop = _STOP.search(text, mean.span.end, mean.span.end + _AHEAD)
    end = stop.start() if stop else mean.span.end + _AHEAD
    if _CLOSED.search(text, begun, end):
        return True
    numbers = (parse_numeral(match["n"]) for match in _COUNTED.finditer(text, begun, end))
    return any(number not in parts for number in numbers)


def _has_scope(text: str, mean: Figure) -> bool:
    """Whether the clause before that of a mean stands alone and has no figure: 防汛期间，日均."""
    first = text[max(0, mean.lead.start - 1) : mean.lead.start]
    lead = (first if first in "。；\n" else "") + text[slice(*mean.lead)]
    clauses = CLAUSE.split(lead)
    joined = lead[: len(lead) - len(clauses[-1])].endswith("，")
    if not joined or len(clauses) < _ALONE or not clauses[-2]:
        return False
    return STRETCH.search(clauses[-2]) is None
