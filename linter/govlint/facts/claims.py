"""claims: where a text claims how a result stands to an aim or a limit.

超额完成年度任务, 未突破控制指标, 低于序时进度: the claim word with what it is claimed of. Left out
is what is only wanted (确保完成), and what a number behind it explains (完成任务的96%).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.one_thing import pairs_in
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_GOAL = (
    "(?:(?:预期)?目标|任务|计划|(?<!公共)(?<!基金)(?<!财政)预算(?![收支内外])"
    "|指标|要求|预期|进度|(?<!高)标准|承诺)"
)
_WHOSE = (
    "(?:[^，。；：0-9率\n]{0,5}?[0-9.]{1,6}[%万亿]?[^，。；：0-9\n]{0,4}的)?[^，。；：0-9\n]{0,20}?"
)
_HOW = "(?:已经?|均|也|都|又|全面|圆满|如期|按期|按时|提前|顺利|较好|全部|成功|总体)*"
_NOT = "(?:未能?|没有?|尚未|仍未|并未)"
_LINE = (
    "(?:(?:预期)?目标|任务|计划|(?<!公共)(?<!基金)(?<!财政)预算(?![收支内外])|概算|估算|定额"
    "|指标|预期|进度|要求|(?<!高)标准|上限|限额|限值|控制[数线]|红线|底线|警戒线|警戒水位"
    "|汛限水位|保证水位)[值数]?"
)
CLAIM = search_for(
    rf"(?P<missed>{_NOT}{_HOW}(?:完成|实现|达到|达成|达)(?!率|的){_WHOSE}{_GOAL}|未达标|不及预期|未达预期|未兑现{_WHOSE}承诺|[距离]{_WHOSE}{_GOAL}[还仍尚]?有[^，。；]{{0,4}}差距|{_GOAL}{_NOT}{_HOW}(?:完成|实现|达成|达到)(?=[，。；、（\n]))"
    rf"|(?P<kept>{_NOT}(?:突破|超过|超出|超)了?{_WHOSE}{_LINE}|(?:控制|保持|稳定)在{_WHOSE}{_LINE}(?:之?以?内|以下|范围|水平)?|未超标|未超限|未超编|(?:始终|均|都|仍|处|保持)在(?:{_WHOSE}(?:限额|上限|预算|目标|计划|指标|标准|概算))(?:之内|以内|范围内))"
    rf"|(?P<below>(?<!不)(?:低于|慢于|少于|落后于|滞后于|小于|不及){_WHOSE}{_LINE})"
    rf"|(?P<above>(?<![不未])(?:高于|快于|多于|超过|超出|超(?!额)){_WHOSE}{_LINE}(?!列支|开支|支出|安排|采购|发放|收费|配备|使用))"
    r"|(?P<early>提前(?:完工|建成|竣工|交付|办结|投产|投用))|(?P<late>(?:延期|超期|逾期|超时)(?:完工|建成|竣工|交付|办结|投产|投用))"
    rf"|(?P<better>(?:优于|好于){_WHOSE}{_LINE})"
    rf"|(?P<broken>(?<!未)(?:突破|触及|击穿)了?{_WHOSE}(?:上限|限额|限值|概算|控制[数线]|控制指标|红线|警戒线))"
    rf"|(?P<met>超额{_HOW}(?:完成|实现){_WHOSE}{_GOAL}|超额{_HOW}(?:完成|实现)|(?<![未能])(?:完成|实现|达到|达成|兑现)(?!的|率)了?{_WHOSE}{_GOAL}|(?:符合|满足){_WHOSE}(?:要求|标准)|{_GOAL}(?:已经?|均|都)*(?:全面|圆满|如期|按期|顺利|超额|提前|全部)*(?:完成|实现|达成)了?(?=[，。；、（\n])|守住了?{_WHOSE}(?:底线|红线)|(?:顺利|圆满)通过{_WHOSE}考核|(?<![未不])达标(?:排放)?(?=[，。；]))",
    (
        (
            "目标", "任务", "计划", "预算", "概算", "估算", "定额", "指标", "要求", "预期", "进度",
            "标准", "上限", "限额", "限值", "控制", "红线", "警戒", "汛限", "保证水位", "超额",
            "达标", "承诺", "超标", "超限", "超编", "底线", "考核", "提前", "延期", "超期", "逾期",
            "超时",
        ),
    ),
    50,
)  # fmt: skip
"""A claim word with what it is claimed of."""
_AHEAD = re.compile(
    "如何|怎[样么]|何时|确保|力争|争取|努力(?!，)|全力|力促|[将须需应若]|要(?!求)|预计|可望|接近|基本|有望|如果|为了?$|能否|是否|[不难]|推动|保证|凡|对(?![象照接比])|的(?:单位|部门|乡镇|县区)"
)
_PLANS = re.compile("主要[^，。；]{0,8}目标|目标[^，。；]{0,8}(?:是：|：)|建议|打算")
_COUNTED = re.compile("[一-龥]{0,4}[0-9]")
_BEHIND = re.compile(
    "(?:[、，]?(?:的|率|情况|比例|进度[^，。；]|奠定|打下|过半|[还仍尚]|（%|单位|部门|考核|后[，续]|过程|数的))"
)
_PROGRESS = re.compile("序时|进度")
_STAGE = re.compile("阶段|半年|季度|当月|[0-9]月")
_TO_DO = re.compile("，(?:必须|要|关键|需|重点|还要|我们)")
"""Behind the beginning of a sentence, 实现上述目标，要……"""
_BARE = re.compile(
    f"较好地?|始终|顺利|圆满|提前|核定|实有|工期|用时|历时|合同|概算|估算|总投资|决算|竣工|标准|限值|承诺|兑现|符合|满足|达标|排放|不得超过|不低于|市里|左右|年中|调[减增整][为到至]?|未能?|尚|仍|不及|[低高好优慢快多少]于|超[过出额]?|[国省市县区]定|考核|规定|上级|序时|时间进度|遗憾的是|总[的体]看|经过努力|人代会|会议|提出|明确|规划|下达|省里|市里|县里|建成|改造|新建|引进|新增|完工|竣工|投用|支出|到位|突破|控制|建设|监测|显示|共有|突破|稳定|保持|范围|以内|截至|目前|全年|上半年|年初|年度|年末|[年月]底|实际|累计|完成|达到?|实现|发生|执行|结果|已经?|目标|任务|计划|预算|指标|预期|下达|核定|限额|上限|控制|要求|确定|不超过|不低于|安排|{YEAR}年|[0-9]{{1,2}}月|力争|确保|全部|总体|全面|圆满|如期|超额"
)
_GENERIC = frozenset(
    (
        "万元", "亿元", "工作", "项目", "资金", "建设", "工程", "我市", "全市", "我县", "增长",
        "下降", "市委", "政府",
    )
)  # fmt: skip
"""What so many things are that it tells nothing."""
_CLAUSE = re.compile("[，。；：！？\n（）]")
_ENDS = "。！？\n；"
_OPENED = ("“", "《")
_NEAR, _BEFORE, _OPENING = 90, 360, 6


class Claim(NamedTuple):
    """``kind``: missed, kept, below, above, better, early,
    late, broken or met; ``words``: the pairs that its subject
    has, which its clause names (``named``), or what it is claimed of; ``sentence``: where its
    sentence stands; ``progress``: it is claimed of how far something should be by now."""

    span: Span
    kind: str
    words: set[str]
    sentence: Span
    progress: bool
    named: bool


def find_claims(facts: Facts) -> Iterator[Claim]:
    """What the text claims, where that is said to be so."""
    text = facts.body
    for match in find(text, facts.literals, CLAIM):
        start, end = match.span()
        near = max(0, start - _BEFORE)
        begun = max(near, *(text.rfind(mark, near, start) + 1 for mark in _ENDS))
        ends = (at for mark in _ENDS if (at := text.find(mark, end, end + _NEAR)) >= 0)
        stop = min(ends, default=end + _NEAR)
        whole = max(near, *(text.rfind(mark, near, start) + 1 for mark in "。\n"))
        clause = _CLAUSE.split(text[begun:start])[-1]
        if _PLANS.search(text, whole, start) or "\t" in text[begun:start]:
            continue
        if _AHEAD.search(clause) or not _is_whole(text, match, begun):
            continue
        progress = _PROGRESS.search(match[0]) is not None
        if _STAGE.search(match[0]) and not progress:
            continue
        named = name_in(clause)
        words = named or name_in(match[0])
        kind = match.lastgroup or ""
        yield Claim(Span(start, end), kind, words, Span(begun, stop), progress, bool(named))


def _is_whole(text: str, match: re.Match[str], begun: int) -> bool:
    """Whether what is matched is a claim by itself, and no more follows that tells how much."""
    start, end = match.span()
    if _BEHIND.match(text, end) or text[max(0, start - 1) : start] in _OPENED:
        return False
    if start - begun < _OPENING and _TO_DO.match(text, end):
        return False
    return match.lastgroup in ("above", "below") or not _COUNTED.match(text, end)


def name_in(words: str) -> set[str]:
    """The pairs of characters in which words name something, not those that tell of aims."""
    return {pair for piece in _BARE.split(words) for pair in pairs_in(piece)} - _GENERIC
