"""spans_around: how long something takes, told before its two ends, or between them.

行动为期3个月，自3月1日开始，至6月30日结束; 自1月1日起施行，有效期两年，至2026年12月31日止.
The sentence names two moments and no more, and its words say that they are the first and the
last of all of it, not of a stage.
"""

from __future__ import annotations

import re

from govlint.facts.moments import Moment, moments_in

_SENTENCE = re.compile(r"[。；！？\n]")
_ENDED = re.compile(
    "结束|闭幕|收官|截止|止|届满|期满|到期|终止|结业|毕业|结营|闭营|闭展|撤展|闭馆|散会|收工|返程|返校|落幕|散营|失效"
)
_BEGUN = re.compile(
    "开始|启动|开[班营幕展馆赛学工讲课]|起|施行|实施|生效|部署|举行|举办|拉开|上岗|到岗|进驻|入驻|报到|封闭|计算"
)
_LINK = re.compile(
    r"[，（]?(?:起|开始|施行|实施|启动|生效|计算|开班|开工|执行|之日){0,3}，?[至到—～-]{1,2}(?:止于)?$"
)
_FROM = re.compile(r"(?:自|从|于|由|：|时间|日期|期限|为|是)$")
_WHOLE = re.compile(r"止|结束|截止|期满|届满|在|举行|举办|进行|开展|召开|[，。；）\n]|$")
_ASIDE = re.compile(
    "比|较|提前|推迟|延|顺|原[定来]|每|第|其中|其余|另|停[工产]|受|影响|阶段|期间|[一二三四五六]期|分[批期]|累计|工作日"
    "|合同|计划|预[计期]|拟|超|逾|滞后|首|先|最后|中，|里，|内|暂|轮次|首轮|[一二三四]轮|批次|首批|年度|半年|学期|考核|公示"
)
_DUE_DATE = re.compile(r"期限?(?:均|限)?(?:为|是|共|约定为|定为)?$")
_CLOSED = re.compile(r"[，。；）、\n：的（]|$|时间|期")
_FAR = 40
_NEXT = 90
_CONTRACTED = ("工期", "建设期", "周期", "设期")
"""A stretch that is agreed on, and may be overrun."""


def ends_around(
    text: str, claim: re.Match[str], before: list[Moment]
) -> tuple[Moment, Moment] | None:
    """The two ends of what ``claim`` tells, of which ``before`` lie before it in its sentence."""
    if len(before) > 1 or not _CLOSED.match(text, claim.end()) or _ASIDE.search(claim["gap"]):
        return None
    closed = _SENTENCE.search(text, claim.end(), claim.end() + _NEXT)
    end = closed.start() if closed else min(len(text), claim.end() + _NEXT)
    behind = moments_in(text, claim.end(), end)
    if len(before) + len(behind) != 2 or claim["named"] in _CONTRACTED:
        return None
    first, last = (*before, *behind)
    if first.vague or last.vague or _ASIDE.search(text, first.span.end, last.span.start):
        return None
    tail = re.split("[，。；）\n]", text[last.span.end : end], maxsplit=1)[0]
    if _ASIDE.search(tail):
        return None
    fits = _is_between if before else _is_ahead
    return (first, last) if fits(text, claim, first, last, tail) else None


def _is_between(text: str, claim: re.Match[str], first: Moment, last: Moment, tail: str) -> bool:
    """自2024年1月1日起施行，有效期两年，至2026年12月31日止."""
    led, told = text[first.span.end : claim.start()], text[claim.end() : last.span.start]
    begun = _FROM.search(text, max(0, first.span.start - 2), first.span.start)
    return (
        len(led) <= _FAR
        and bool(begun or led.startswith("起"))
        and bool(_BEGUN.search(led))
        and told in ("，至", "，到", "，于", "，止于", "，截至", "，至于", "，", "，即至", "至")
        and bool(_ENDED.match(tail))
        and not re.search("[0-9]", led)
    )


def _is_ahead(text: str, claim: re.Match[str], first: Moment, last: Moment, tail: str) -> bool:
    """行动为期3个月，自3月1日开始，至6月30日结束."""
    led, told = text[claim.end() : first.span.start], text[first.span.end : last.span.start]
    if len(led) > _FAR or _ASIDE.search(led) or re.search("[0-9]", led + told):
        return False
    if claim["named"] and first.year and _DUE_DATE.search(claim["named"]) and _LINK.search(told):
        return False  # due-date asks
    if _LINK.fullmatch(told):
        return bool(_FROM.search(led)) and bool(_WHOLE.match(text, last.span.end))
    return (
        bool(_BEGUN.search(told))
        and ("，" in told and len(told) <= _FAR)
        and bool(_ENDED.match(tail))
    )
