"""aim-claims: is an aim that stands a sentence before reached, as is claimed behind the result?

年初计划改建公路85公里。……全年实际完成82公里，超额完成年度计划。 Where both stand in one sentence,
other rules look at them; here the aim is a figure of that dimension before, in the same paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.claims import CLAIM
from govlint.facts.claims_wrong import find_wrong, span_of
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import shares_pair
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span, touches, union

_HOW = (
    "(?:已经?|均|也|都|又|全面|圆满|如期|按期|按时|顺利|较好|总体"
    "|提前(?:[一两三四五六七八九十0-9]{1,2}个?(?:多|半)?[月天周季]度?)?)*"
)
_WHOSE = "[^，。；0-9的]{0,8}"
_AIMED_AT = "(?:目标|任务|计划|指标|要求)"
_CLAIM = search_for(
    rf"，(?:{_HOW}(?P<met>超额(?:完成|实现)|(?:完成|实现|达到)了?{_WHOSE}{_AIMED_AT}|[好优]于(?:预期|目标|计划|控制))"
    rf"|{_HOW}(?P<kept>未(?:突破|超过?|超出){_WHOSE}(?:指标|目标|限额|控制数|预算)|控制在{_WHOSE}(?:目标|指标|范围|控制数)之?以?内)"
    rf"|(?P<missed>(?:[尚仍还但却])*(?:未能?|没有){_HOW}(?:完成|实现|达到){_WHOSE}{_AIMED_AT})"
    rf"|(?P<all>[两三四五六](?:项|个)?{_AIMED_AT}(?:已经?|均|都|全部|全面)+(?:超额|提前|如期|圆满)?(?:完成|实现|达到)))(?!的)(?P<behind>[^，。；\n]{{0,6}})",
    (("完成", "实现", "达到", "于预期", "于目标", "于计划", "于控制", "未突破", "未超", "控制在"),),
    40,
)
_AIM = re.compile(
    "计划|调[整减增]为|目标|任务|下达|确定|指标|预期|要求|[应须]|安排|核定|限额|控制|预算|承诺|力争|规划》?(?:提出|明确|确定)"
)
_RESULT = re.compile(
    "实际|完成|达到|全年|截至|累计|目前|已|共|实现|年底|年末|[0-9]月|季度|监测|显示|结果"
)
_PART = re.compile("序时|进度|阶段|半年|季度|[0-9]")
_AHEAD = re.compile("确保|力争|争取|努力|全力|将|要求|预计|如果|若|可")
_BARE = re.compile(
    "截至|目前|到|止|全年|上半年|实际|累计|完成|达到|实现|发生|共|已经?|新增|新改?建|改[建造]|建成|修建|引进|培训|组织|开展|举办|[0-9]{1,4}[年月日]|底|末|为|了|，|1—|支出|支付|占比?|其|显示|结果"
)
_LIMIT = re.compile("控制|不超过|不得超过|不高于|以内|之内|以下|限额|压减至|上限")
_CHANGED = re.compile(
    "，(?:比|较|同比|与)[^，。；]{0,12}(?:下降|上升|提高|增长|减少|增加|降低)了?$"
)
_OTHER = re.compile(
    "其中|分别|同比|(?<!占)[比较](?![例重率])|占(?!比|$)|年均|平均|上年|去年|同期|每|人均"
)
_SENTENCE_END = "。"
_ROOM = Decimal("0.9")
"""约 and 左右 are this wide."""
_NAME, _FAR = 2, 60


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    found = [*_behind(facts)]
    yield from found
    told = union(finding.span for finding in found if finding.span)
    for wrong in find_wrong(facts):
        span = span_of(wrong)
        if not touches(span, told):
            fields: dict[str, str | int] = {
                "aim": facts.body[slice(*wrong.aim.span)],
                "claim": facts.body[slice(*wrong.claim.span)],
            }
            yield Finding(span, fields, (Related(wrong.aim.span, "aim"),))


def _behind(facts: Facts) -> Iterator[Finding]:
    """The claims that follow a result."""
    text = facts.body
    for claim in find(text, facts.literals, _CLAIM):
        near = near_figures(facts, claim.start(), claim.end(), "\n")
        before = [each for each in near.figures if each.span.end <= claim.start()]
        start = text.rfind(_SENTENCE_END, near.span.start, claim.start()) + 1
        if not before or _AHEAD.search(text, start, claim.start()):
            continue
        start = _begins(text, start, near.span.start, before, claim)
        if start <= near.span.start:
            continue
        if _PART.search(claim["behind"]) or not _RESULT.search(text, start, claim.start()):
            continue
        results = [each for each in before if each.span.start >= start]
        while len(results) > 1 and _CHANGED.match(text, *results[-1].lead):
            results.pop()  # 大班额占比3.4%，比上年下降1.6个百分点，已达到目标
        end = before[-1].span.end
        if not claim["all"]:
            results = results[-1:] if end == claim.start() else []
        for result in results:
            aim = _aim_of(text, result, [each for each in before if each.span.end <= start])
            if aim is not None and _is_wrong(text, aim, result, claim):
                fields: dict[str, str | int] = {
                    "aim": text[slice(*aim.span)],
                    "claim": claim["met"] or claim["kept"] or claim["missed"] or claim["all"],
                }
                span = Span(result.span.start, claim.start("behind"))
                yield Finding(span, fields, (Related(aim.span, "aim"),))
                break


def _begins(text: str, start: int, least: int, before: list[Figure], claim: re.Match[str]) -> int:
    """Where what tells the result begins: its sentence, or its clause where a limit that is kept
    stands in the same sentence."""
    if not claim["kept"] or start > least:
        return start
    clause = text.rfind("，", start, before[-1].span.start) + 1
    return clause if any(each.span.end <= clause for each in before) else start


def _aim_of(text: str, result: Figure, before: list[Figure]) -> Figure | None:
    """The aim that a result is told of: the only figure before of its dimension that may be one
    and that shares a name with it, or the only one if the result has none."""
    lead = re.split("[，。；]", text[slice(*result.lead)].rstrip("，"))[-1]
    if _OTHER.search(lead) or result.about or result.limit:
        return None
    alike = [
        each
        for each in before
        if each.dimension == result.dimension and each.sign == result.sign
        if _AIM.search(text, _begun(text, each), each.span.end + 1)
        and not _OTHER.search(text, *each.lead)
    ]
    own = _BARE.sub("", lead)
    named = [each for each in alike if shares_pair(_BARE.sub("", text[slice(*each.lead)]), own)]
    found = named or (alike if len(own) < _NAME else [])
    return found[0] if len(found) == 1 else None


def _begun(text: str, figure: Figure) -> int:
    """Where the sentence of a figure begins."""
    near = max(0, figure.lead.start - _FAR)
    return max(near, text.rfind("。", near, figure.span.start) + 1)


def _is_wrong(text: str, aim: Figure, result: Figure, claim: re.Match[str]) -> bool:
    """Whether figures contradict what is claimed of them."""
    limited = _LIMIT.search(text, aim.lead.start, aim.span.end + 2) is not None
    if limited and aim.sign:
        return False  # 增幅控制在3%以内, 降幅控制在: either may be meant
    room = _ROOM if aim.about else Decimal(1)
    below = result.interval.high < aim.interval.low * room
    above = result.interval.low > aim.interval.high / room
    if claim["missed"]:
        return (not limited and above and not aim.about) or (limited and below)
    if claim["kept"] or limited:
        return above
    return below


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_CLAIM, CLAIM)


CHECK = Check(
    "aim-claims", NoParams, run, fields=("aim", "claim"), roles=("aim",), searches=_searches
)
