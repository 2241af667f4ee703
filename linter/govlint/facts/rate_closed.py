"""rate_closed: rates of which no other counts can be meant, because the counts close the question.

项目30个，已完成21个、正在实施9个，完成率: the parts are all of the whole. 完好率91%（在册1250台，
完好1100台）: the brackets explain the rate. 税收52亿元……民营贡献31亿元，占全部税收的: there are
but two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.counted import Count, Paragraph
from govlint.facts.figure import Figure, is_slip_of
from govlint.facts.links import covers
from govlint.facts.rate_claims import Claim, is_other_measure, told_interval
from govlint.facts.rate_parts import FULL, Bound
from govlint.facts.rate_wholes import is_share
from govlint.facts.ties import NEGATED
from govlint.text.back import begins
from govlint.text.intervals import add, apart, divide, subtract
from govlint.text.years import YEAR

CLOSED = FULL + 1
"""How surely a part is meant whose fellows leave nothing of the whole."""
_DONE_RATE = re.compile("(?:完成|执行|落实|实施)$")
_DONE = re.compile("已(?:经|全部)?[^，。；0-9]{0,2}(?:完成|执行|落实|实施)|完成")
_STOP = re.compile("[。；\n]")
_THEN = re.compile(f"去年|上年|同期|前年|往年|年初|{YEAR}年")
_ANY = re.compile("任务|项目|年度|全年|总体|计划|目标|工程|问题")
_GENERAL = re.compile("^(?:全部|所有|全[省市县区镇乡村]|总)+|(?:总[数量额]|总)$")
_LESS = re.compile("剔除|扣除|除去|不[含计算]|取消|撤[销回]|终止|退出|核减|调减")
_VERBS = dict.fromkeys(("出勤", "出席", "到会", "到岗", "到课", "参会"), "到席勤") | {
    "覆盖": "覆盖装建设配纳通开"
}
"""By what other words a part is called than by those of the rate: 出勤率, 实到."""
_IS_DUE = re.compile("应|需|计划|任务|目标|下达|总|全")
_NEAR = Decimal("0.12")
_HALF = 0.5
_PAIR, _LEAST = 2, 10


def by_partition(text: str, paragraph: Paragraph, claim: Claim) -> Bound | None:
    """The only part that is called as a rate is, of those that make up the whole before them."""
    if claim.kind != "rate" or claim.basis or NEGATED.search(claim.said):
        return None
    before = _exact(paragraph, claim)
    for at, whole in enumerate(before):
        alike = before[at + 1 :]
        if any(c.figure.dimension != whole.figure.dimension for c in alike):
            continue
        if len(alike) < _PAIR or whole.figure.value < _LEAST:
            continue
        if _STOP.search(text, whole.figure.span.end, alike[-1].figure.span.end):
            continue
        if sum(c.figure.value for c in alike) != whole.figure.value:
            continue
        called = [c for c in alike if _is_called(claim.said, c)]
        if len(called) != 1 or not _is_subject(claim.said, whole, called[0]):
            return None
        less = _LESS.search(text, whole.figure.lead.start, claim.ratio.span.end) is not None
        if less and any(_makes_less(claim, called[0], whole, c) for c in alike):
            return None
        return Bound([called[0].figure], whole.figure, CLOSED, named=True, due=False)
    return None


def _exact(paragraph: Paragraph, claim: Claim) -> list[Count]:
    told = [c for c in paragraph.counts if c.figure.span < claim.ratio.span]
    return [c for c in told if not (c.figure.about or c.figure.limit or c.figure.mean)]


def _is_called(said: str, count: Count) -> bool:
    """Whether a count is of what a rate names: 已完成采购 of 采购完成率."""
    if NEGATED.search(count.own):
        return False
    if _DONE_RATE.search(said):
        return _DONE.search(count.before) is not None
    return said[-2:] in count.before


def _is_subject(said: str, whole: Count, part: Count) -> bool:
    """Whether a rate names nothing else than what is counted: no 投资完成率 of projects."""
    head = _ANY.sub("", said[:-_PAIR])
    return not head or covers(head, whole.own + part.own) > _HALF


def _makes_less(claim: Claim, part: Count, whole: Count, other: Count) -> bool:
    """Whether a rate is that in what is left of the whole without another part (暂缓1个)."""
    if other == part:
        return False
    left = subtract(whole.figure.interval, other.figure.interval)
    made = divide(part.figure.interval, left)
    return made is not None and not apart(made, told_interval(claim.ratio))


def in_brackets(text: str, paragraph: Paragraph, claim: Claim) -> Bound | None:
    """The only two counts of the brackets right behind a rate."""
    start = claim.ratio.span.end
    if claim.basis or not text.startswith("（", start):
        return None
    end = text.find("）", start)
    inside = [c for c in paragraph.counts if start < c.figure.span.start < end]
    if len(inside) != _PAIR:
        return None
    whole, part = sorted(inside, key=lambda c: -c.figure.value)
    told = text[start:end]
    if whole.figure.dimension != part.figure.dimension or _THEN.search(told):
        return None
    if text.startswith("、", min(c.figure.span.end for c in inside)):
        return None  # 公办58所、民办68所
    if NEGATED.search(told) or NEGATED.search(claim.said) or whole.figure.value < _LEAST:
        return None
    if any(c.figure.about or c.figure.limit or c.figure.mean for c in inside):
        return None
    if not _is_named(claim, part, whole) or not _is_near(text, claim, part, whole):
        return None
    both = add(whole.figure.interval, part.figure.interval)
    for one in inside:
        made = divide(one.figure.interval, both)
        if made is not None and not apart(made, told_interval(claim.ratio)):
            return None
    return Bound([part.figure], whole.figure, CLOSED, named=True, due=False)


def _is_named(claim: Claim, part: Count, whole: Count) -> bool:
    """Whether the smaller of two counts in brackets is called as the rate, and the other is not,
    unless it says what was due: 应检1250台，实检1100台, but neither 小学88所，初中58所 nor, of a
    通过率, 报名126人，参考118人."""
    verb = _VERBS.get(claim.said[-2:], claim.said[-2:])
    called = {char for char in verb if char in part.before}
    return bool(called) and (
        _IS_DUE.search(whole.before) is not None or not any(c in whole.before for c in called)
    )


def _is_near(text: str, claim: Claim, part: Count, whole: Count) -> bool:
    """Whether a rate is so near to that of the two that it was meant: 本科录取率 may be that of
    others who were not told."""
    made = part.figure.value / whole.figure.value
    near = abs(made - claim.ratio.value) <= _NEAR
    return near or is_slip_of(text, claim.ratio, made)


def of_two(text: str, paragraph: Paragraph, claim: Claim) -> Bound | None:
    """The only two counts of a paragraph, where a share names the one's subject and the other."""
    if claim.kind != "share" or claim.basis or claim.inline or len(claim.said) < _PAIR:
        return None
    kinds: dict[str, list[Count]] = {}
    for count in paragraph.counts:
        kinds.setdefault(count.figure.dimension, []).append(count)
    found = [both for both in kinds.values() if len(both) == _PAIR]
    for whole, part in found:
        of = _GENERAL.sub("", claim.of)
        if whole.figure.value <= part.figure.value or len(of) < _PAIR:
            continue
        if not part.figure.span < claim.ratio.span or not _are_told_of(
            text, claim, of, (whole, part)
        ):
            continue
        if any(_is_own(text, part, whole, ratio, claim) for ratio in paragraph.ratios):
            continue
        return Bound([part.figure], whole.figure, FULL, named=True, due=False)
    return None


def _are_told_of(text: str, claim: Claim, of: str, both: tuple[Count, Count]) -> bool:
    """Whether the whole is called as the share calls it, and the sentence of the part begins with
    whom the share is said of, of whom nothing is told before."""
    whole, part = (c.figure for c in both)
    if covers(of, both[0].own) < 1 or any(f.about or f.limit or f.mean for f in (whole, part)):
        return False
    begun = begins(text, part.span.start, "。；\n")
    told, head = text[begun : part.span.start], claim.said[:_PAIR]
    if begun < whole.span.end:  # both in one sentence: what is told behind the whole
        told = text[whole.span.end : part.span.start]
    if head not in told or head in both[0].own or NEGATED.search(told):
        return False
    if is_other_measure(claim.said + of, both[1].own):
        return False
    rest = claim.said[_PAIR:].replace(of, "")
    return covers(rest, told + of) >= _HALF if rest else True


def _is_own(text: str, part: Count, whole: Count, ratio: Figure, claim: Claim) -> bool:
    """Whether another percentage is that of the two."""
    return ratio != claim.ratio and is_share(text, part.figure, whole.figure, ratio)
