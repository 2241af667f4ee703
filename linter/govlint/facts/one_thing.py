"""one_thing: a figure with the words of its clause, and whether two may be of one time and kind.

What is told again is told shorter, in other words and in another order (涉及居民6812户……惠及的
6182户居民), so no pair of names is asked for here, only that no word sets the two apart.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.links import is_naming
from govlint.facts.mentions import digits_of
from govlint.records import NamedTuple
from govlint.text.span import Span

_STOP = re.compile("[，。；：（）“”！？\n0-9]")
_CLAUSE = re.compile("[，。；：！？\n]")
_END = re.compile("[。；！？\n]")
_ENDS = "。；！？\n"
_HEAD = re.compile("[余多]?(?:的|名|个)?(?P<noun>[一-龥（）]{0,18})")
_CHANGED = re.compile("(?:左右)?(?:增[长加至到]|提[高升]|上升|扩大|下降|降低|降[至到]|减少|压缩)")
"""Behind a figure from which something has changed."""
_MEAN = "均"
_NO_COUNT = re.compile("[年月日时倍号岁届周期级位度章类票分项]|%点")
"""Units of what is named by its number, and of ballots."""
UNITS = str.maketrans("名位", "人人")
_APART = re.compile(
    "[去上前往明]年|同期|其中|分别|其[余他]|另|每|剩余|尚有|下一年|上[期月季届]|缺口"
)
"""With these a figure is that of another time or of a part."""
_KINDS = re.compile(
    "新增|累计|年度|安排的|户籍|常住|城镇|农村|城乡|规上|规模以上|限上|实际|计划|任务|目标|预算"
)
"""With these, a figure is another one if the sentence of the first does not have them."""
_TIMES = re.compile(
    "[一二三四]季度|[上下]半年|20[0-9]{2}年|(?:[0-9]{1,2}(?:—|至|-))?[0-9]{1,2}月|[春夏秋冬]季|当月|[今去]年"
)
_WHOLE_YEAR = re.compile("全年|年末|年底")
_PART_YEAR = re.compile("季度|半年|(?<!12)月(?!底|末)")
_SCOPE = re.compile("[全我](国|省|市|县|区|镇|乡|村|校|院)")
_CONTRASTS = tuple(
    map(
        re.compile,
        (
            "小学|初中|高中|幼儿园|大学|中职",
            "[省市县区]直单位|乡镇单位",
            "城区|乡村|乡镇|农村|城镇",
            "[一二三四五首末]批|[一二三]期",
            "春季|夏季|秋季|冬季",
            "总馆|分馆",
            "男|女",
            "公办|民办",
            "户籍|常住",
            "[东西南北中]片|[东西南北中]部",
            "企业|个体|机关|事业单位",
            "新[建增办收]|存量|旧存|原有",
            "线上|线下",
            "国有|民营|外资",
        ),
    )
)
"""Words of which one tells its figure apart from that of another."""
_PLACE = re.compile(
    "(?<![全我各该本])[一-龥]{2}(?:(?<![全各])县|(?<![社小园片景街校库城地山辖灌厂新牧林矿])区(?!块)|(?<![城乡])镇|乡(?![村镇])|街道)(?![级域内外直])"
)
_DOER = re.compile("([一-龥]{2}[局委办院厅队站会司])[一-龥]{1,4}的(?:，|$)")
_BASIS = "口径"
_FILLERS = re.compile(
    "[这此本该]次|确保|虽然?|尽管|已经?|仍然?|却|[也就]|[升降增]至|[升降]到|增加到|达到?|突破|[总共]计?|有|约|是|完成|实现|[的到近]|超过?|累计|合计|至|[了仅均在由从对将把这该被使让以按与和为]"
    r"|上述|以上|现|[我全本][省市县区镇乡村校院局]|目前|当前|今年|全年|年内|所有|[上中要用看任]|正是|才|换来|带来|面对|针对|围绕|支撑|接受|凭借"
)
_FILLED = re.compile("(?:达到?|为|有|共|约|是|已|了|到|至|的|总|计)+$")
_BACK, _FAR, _NOUN = 26, 200, 4


class Told(NamedTuple):
    """A figure: its ``value`` in its ``unit``, the clause before it, ``lead``, what stands behind
    it, ``noun``, and where its ``sentence`` stands."""

    span: Span
    digits: str
    value: Decimal
    unit: str
    lead: str
    noun: str
    sentence: Span


def read_told(text: str, figure: re.Match[str]) -> Told | None:
    """What is told of a figure, a match of FIGURE; None of one that counts nothing."""
    unit = figure["unit"]
    start, end = figure.span()
    if unit[-1:] in "万亿千" or (_NO_COUNT.match(unit) and unit != "位"):
        return None
    if text.startswith("百分点", end) or _CHANGED.match(text, end):
        return None
    if text[max(0, start - 1) : start] in ("第", "约", "近", "超", "逾"):
        return None
    lead = _STOP.split(text[max(0, start - _BACK) : start])[-1]
    noun = _HEAD.match(text, end + text.startswith("时", end))  # 千瓦时
    near = max(0, start - _FAR)
    begun = max(near, *(text.rfind(mark, near, start) + 1 for mark in _ENDS))
    stop = _END.search(text, end, end + _FAR)
    sentence = Span(begun, stop.start() if stop else min(len(text), end + _FAR))
    digits = digits_of(figure)
    behind = noun["noun"] if noun else ""
    return Told(
        Span(start, end), digits, Decimal(digits), unit.translate(UNITS), lead, behind, sentence
    )


def may_be_one(text: str, first: Told, again: Told) -> bool:
    """Whether no word tells that two figures are of different times, places or kinds."""
    for each in (first, again):
        if _APART.search(_clause(text, each)):
            return False
        if _APART.search(each.noun[:_NOUN]):
            return False
    if (_MEAN in first.lead) != (_MEAN in again.lead + again.noun[:1]):
        return False
    sentence, whole = text[slice(*first.sentence)], text[slice(*again.sentence)]
    if _BASIS in sentence or _BASIS in whole:
        return False
    if any(kind not in sentence for kind in _KINDS.findall(again.lead)):
        return False
    before = text[again.sentence.start : again.span.start]
    if _is_of_other_time(sentence, before) or are_contrasted(
        f"{again.lead}，{again.noun}", sentence
    ):
        return False
    scopes, own = {*_SCOPE.findall(again.lead)}, {*_SCOPE.findall(sentence)}
    return not scopes or not own or bool(scopes & own)


def _is_of_other_time(sentence: str, before: str) -> bool:
    """Whether the words before a figure name a time that the sentence of the first does not."""
    last = _TIMES.findall(before)[-1:]
    if last and last[0] not in sentence and (last[0][:2] == "20" or _TIMES.search(sentence)):
        return True
    return bool(_WHOLE_YEAR.search(before) and _PART_YEAR.search(sentence))


def are_contrasted(words: str, sentence: str) -> bool:
    """Whether words have one of a kind, and the sentence before only others: 初中, 小学."""
    for kind in _CONTRASTS:
        told = {*kind.findall(words)}
        if told and told.isdisjoint(own := {*kind.findall(sentence)}) and own:
            return True
    doer = _DOER.search(words)
    if doer and doer[1] not in sentence:
        return True  # 教育局选派的45名科技特派员
    return any(place not in sentence for place in _PLACE.findall(words)) and bool(
        _PLACE.search(sentence)
    )


def _clause(text: str, told: Told) -> str:
    """The clause before a figure, with what stands in brackets."""
    return _CLAUSE.split(text[max(0, told.span.start - _BACK) : told.span.start])[-1]


def head_of(noun: str, words: str) -> str:
    """The longest beginning of ``noun`` that ``words`` have, if it names something.

    >>> head_of("居民满意度", "涉及居民，"), head_of("村民", "涉及居民，")
    ('居民', '')
    """
    for size in range(len(noun), 1, -1):
        if noun[:size] in words and pairs_in(noun[:size]):
            return noun[:size]
    return ""


def known_part(noun: str, sentence: str) -> str:
    """``noun`` without what is told of it behind, as far as ``sentence`` shows where it ends."""
    return head_of(noun, sentence) or noun[:_NOUN]


def pairs_in(words: str) -> set[str]:
    """The neighbouring characters of words that name something."""
    return {
        piece[at : at + 2]
        for piece in _FILLERS.split(words)
        for at in range(len(piece) - 1)
        if is_naming(piece[at : at + 2])
    }


def bare_end(lead: str) -> str:
    """The words before a figure, without those that only lead to it."""
    return _FILLED.sub("", lead)
