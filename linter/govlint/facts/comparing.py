"""comparing: two figures of two subjects, and by how much the words hold one above the other.

全市平均参保率为95.3%，我县为96.8%，高出全市1.5个百分点: whom the words name is told of by one of
two figures, in the clause before, and the other is told of the same.
"""

from __future__ import annotations

import re

from govlint.facts.search import Search, search_for
from govlint.facts.units import base_of
from govlint.text.back import begins

FIGURE = r"(?<![0-9.—～至－-])[0-9]{1,9}(?:\.[0-9]{1,4})?"
UNIT = (
    "[千万亿]{0,2}(?:个?百分点|%|‰|℃|摄氏度|平方公里|平方米|立方米|毫米|厘米|公里|千米|公斤|千克|小时|分钟|个工作日|个月|千瓦时"
    "|人次|[米元亩吨斤度分天岁秒倍人户件家起处辆台套所项次名篇场头只条座间株册张份批例宗个])"
)
BEHIND = r"(?![以之]?[上下内]|左右|[多余几])"
ADVERBS = (
    r"(?:也|均|都|仍|还|且|但|却|又|已|则|仅|只|明显|显著|略|略有|稍|远|大幅|小幅|总体|整体|继续|仍然|依然|分值|同比"
    r"|[我本该全][省市县区镇乡村校院局]){0,3}"
)
ABOVE = ("高于", "多于", "快于", "大于", "长于", "高出", "超出", "超过")
BELOW = ("低于", "少于", "慢于", "小于", "短于", "不及")
WORDS = r"[^，。；：（）\n0-9]"
_SIGNS = ((*ABOVE, *BELOW),)
_OWN, _OTHER = ("a", "u"), ("b", "v")
_NEARER = r"(?:[了近约]|整整)?"

NAMED = search_for(
    rf"(?P<a>{FIGURE})(?P<u>{UNIT}){BEHIND}(?P<between>[^。\n0-9]{{2,30}}?)(?P<b>{FIGURE})(?P<v>{UNIT}){BEHIND}[，；](?P<who>[我本][省市县区镇乡局校村]|{WORDS}{{2,6}}?)"
    rf"(?P<word>(?P<above>{'|'.join(ABOVE)})|{'|'.join(BELOW)})(?P<whom>{WORDS}{{1,8}}?)(?P<of>)(?P<d>{FIGURE})(?P<w>{UNIT}){BEHIND}(?=[，。；）])",
    _SIGNS,
    110,
)
"""我区增长6.7%，全市平均增长7.1%，我区低于全市0.4个百分点."""


def _rivals(
    first: tuple[str, str], second: tuple[str, str], how: str, needs: tuple[tuple[str, ...], ...]
) -> Search:
    """Two figures in this order, of groups so called, and ``how`` they are held against."""
    one, two = (rf"(?P<{n}>{FIGURE})(?P<{u}>{UNIT}){BEHIND}" for n, u in (first, second))
    return search_for(
        rf"{one}(?P<between>[，；。][^\n0-9]{{2,30}}?){two}，{ADVERBS}{how}{_NEARER}(?P<of>)(?P<d>{FIGURE})(?P<w>{UNIT}){BEHIND}(?=[，。；）])",
        needs,
        110,
    )


_OVER = rf"(?P<word>(?P<above>{'|'.join(ABOVE)})|{'|'.join(BELOW)})了?(?P<whom>{WORDS}{{2,10}}?)的?"
_THAN = rf"[比较](?P<whom>{WORDS}{{2,10}}?)的?(?P<word>(?P<above>[高快多])|[低慢少])出?"
RIVALS = tuple(
    _rivals(*order, how, needs)
    for order in ((_OTHER, _OWN), (_OWN, _OTHER))
    for how, needs in ((_OVER, _SIGNS), (_THAN, (("比", "较"), tuple("高快多低慢少"))))
)
ELSE = re.compile(
    "降|减|跌|亏|负|缩|其中|分别|不[超低高少足到含]|没|如|若|凡|目标|应当|[上去]年|同期|最[高低]|每"
)
"""Words before the first figure with which it is a fall, an aim, or one of several."""
_WIDE, _FAR, _PAIR = 40, 80, 2
_COUNTED = re.compile(rf"(?P<a>{FIGURE})(?P<u>{UNIT})")
_PLACES = re.compile("[国省市县区镇乡村校院局]")
_LEVEL = re.compile("(?:的?(?:总体|整体)?(?:平均|均值|平均[值数线])?(?:水平|增[速幅]|涨幅)?)$")
_EMPTY = re.compile(
    "(?:[我本该全][国省市县区镇乡村校院局]|这一?(?:指标|比例|数字)|同口径|平均|水平|增[速长幅]|上[升涨]|达到?|[为是则约也仅至了的同比，。；、而当年]|完成|实现|累计)"
)
"""What tells of no other measure."""


def is_of_both(text: str, match: re.Match[str]) -> bool:
    """Whether the first of two figures is told of who is held against whom, the second of whom."""
    lead = _lead(text, match)
    who, whom, between = match["who"], match["whom"], match["between"].replace("，同期", "，")
    if ELSE.search(lead) or ELSE.search(between) or ELSE.search(whom):
        return False
    own = _own_lead(lead, match["u"])
    return who in own and whom[:_PAIR] in between and whom[:_PAIR] not in own


def is_rival(text: str, match: re.Match[str]) -> bool:
    """Whether whom a figure is held against is told of by the other one, and both are told of the
    same."""
    lead = _lead(text, match)
    between = re.sub("(?<=[，。；])同期", "", match["between"])
    whom = _LEVEL.sub("", match["whom"])
    if any(ELSE.search(each) for each in (lead, between, whom)) or len(whom) < _PAIR:
        return False
    lead = _own_lead(lead, match["u"])
    own, other = (between, lead) if match.start("b") < match.start("a") else (lead, between)
    if whom not in other or whom in own or _names_another(other.rpartition(whom)[2]):
        return False
    said = _EMPTY.sub("", between.replace(whom, ""))
    if own is between:  # whose it is comes first: 全市平均得分88分，红星镇得分90分
        said = re.sub("^[一-龥]{1,3}[省市县区镇乡村校局]", "", said)
    return all(char in lead for char in said)


def alike_before(text: str, match: re.Match[str], marks: str) -> list[tuple[str, str]]:
    """The figures of the unit of two that are compared which the sentence has before them, each
    with its own unit."""
    start = begins(text, match.start(), marks, _FAR)
    found = _COUNTED.finditer(text, start, match.start())
    return [(each["a"], each["u"]) for each in found if base_of(each["u"]) == base_of(match["u"])]


def _lead(text: str, match: re.Match[str]) -> str:
    return text[begins(text, match.start(), "。；\n", _WIDE) : match.start()]


def _own_lead(lead: str, unit: str) -> str:
    """The words that are said of a figure, and not of one of its unit before it: 全国增长5.2%，全省
    增长."""
    told = [each for each in _COUNTED.finditer(lead) if base_of(each["u"]) == base_of(unit)]
    return lead[told[-1].end() :] if told else lead


def _names_another(words: str) -> bool:
    """Whether clauses behind the one that tells of whom tell of another place."""
    return _PLACES.search(words.partition("，")[2]) is not None
