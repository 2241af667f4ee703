"""claims_wrong: claims of a result that every aim and every result of its name contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.claimed import Held, held_near, is_change
from govlint.facts.claims import Claim, find_claims
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.report_times import below_plans
from govlint.records import NamedTuple
from govlint.text.intervals import Interval
from govlint.text.span import Span

_UPPER = re.compile(
    "控制|不超过|不高于|不得超过|不得高于|上限|限[额值]|概算|汛限|编制|红线|警戒|压[减降缩]|降[到至低]|不大于|≤"
)
_UPPER_BEHIND = re.compile("以[内下]|之内")
_LOWER = re.compile("不低于|不少于|不得低于|以上|至少")
_LESS_IS_MORE = re.compile(
    "浓度|失业|死亡|事故|发案|案件|能耗|涨幅|价格|负债|债务|赤字|不良|误差|时[限间长]|工期|用时|成本|费用|经费|排放|强度|逾期|投诉|损失|漏损|死亡|火灾|伤亡|超期|发生|亏损|流失|库存|[辍失]"
)
_PROGRESS = re.compile("序时|时间进度")
_RATE = re.compile("涨幅|增幅|增速|降幅|增长|上涨|下降")
_DONE = re.compile("实际|已|累计|完成|达")
_NOT_ABOVE = re.compile("不得?(?:超过|高于|低于|少于)")
_EXCEEDS = re.compile("超额")
_LITERAL, _LIMITED, _BROKEN = ("above", "below"), ("kept", "early"), ("broken", "late")
_TIMED, _TERM = ("early", "late"), re.compile("工期|时限|期限|承诺")
_LEVEL = re.compile(
    "[一-龥]{2}(?=水位)|(?:奋斗|考核|挑战|保底|基本|最低|最高|力争|确保)(?=目标|任务|指标)"
)
"""Which of several levels something is held against."""
_SECOND = ("奋斗", "挑战", "保底")
"""What an aim is called that stands beside the first."""
_CHANGED = re.compile("调[整增减]|追加|核减")
_ROOM = Decimal("0.97")
"""How far 左右 reaches."""


class Wrong(NamedTuple):
    """A claim, and an aim and a result that contradict it."""

    claim: Claim
    aim: Figure
    result: Figure


def find_wrong(facts: Facts) -> Iterator[Wrong]:
    """The claims that figures contradict."""
    for claim in find_claims(facts):
        held = held_near(facts, claim)
        ratio = _ratio(facts.body, claim, held)
        if ratio is not None:
            yield Wrong(claim, ratio.figure, ratio.figure)
            continue
        pairs = [*_pairs(facts.body, claim, held)]
        if not pairs or below_plans(facts, pairs[-1][1].figure):
            continue
        if all(_contradicts(facts.body, claim, *pair) for pair in pairs):
            aim, result = pairs[-1]
            yield Wrong(claim, aim.figure, result.figure)


def _ratio(text: str, claim: Claim, held: list[Held]) -> Held | None:
    """The share of an aim that is told right before a claim, if it contradicts that."""
    before = [each for each in held if each.figure.span.end <= claim.span.start]
    last = before[-1] if before else None
    if last is None or not last.ratio or claim.progress or last.figure.limit or last.figure.about:
        return None
    if last.sentence != claim.sentence.start and not claim.words & last.words:
        return None
    if claim.kind == "above" or _EXCEEDS.match(text, claim.span.start):
        return last if last.figure.value < 1 else None
    return last if claim.kind in ("missed", "below") and last.figure.value >= 1 else None


def _pairs(text: str, claim: Claim, held: list[Held]) -> Iterator[tuple[Held, Held]]:
    """The aims and results of one name that the claim may be about."""
    words = claim.words
    if not claim.named:
        words = words & {pair for each in held for pair in each.words}
    results, own = _results(claim, held)
    for aim in _aims(text, claim, held):
        inside = _is_inside(aim, claim)
        if inside and claim.kind == "met" and not _EXCEEDS.match(text, claim.span.start):
            continue  # 实现5万户的目标: by that it may tell what was reached
        for result in results:
            if (
                (inside or _are_comparable(aim, result))
                and _may_be(aim, result)
                and _is_of(claim, words, (aim, result), own=own)
            ):
                yield aim, result


def _aims(text: str, claim: Claim, held: list[Held]) -> list[Held]:
    """The aims that a claim may be held against: the one that it tells itself, or those around;
    none where one was changed."""
    aims = [each for each in held if each.is_aim and claim.progress == _is_progress(each)]
    aims = [each for each in aims if _is_level(text, claim, each)]
    if any(_CHANGED.search(each.clause) for each in aims):
        return []
    return [each for each in aims if _is_inside(each, claim)] or aims


def _is_level(text: str, claim: Claim, aim: Held) -> bool:
    """Whether an aim is not called another level than the one that is claimed: 超过警戒水位12.0米，
    低于保证水位."""
    one = _LEVEL.findall(text[slice(*claim.span)])
    other = _LEVEL.findall(aim.clause)
    if one and not other:
        return one[-1] not in _SECOND
    return not one or one[-1] == other[-1]


def _results(claim: Claim, held: list[Held]) -> tuple[list[Held], bool]:
    """The results that a claim may be of, and whether they stand in its sentence: those before it
    there, or behind; else those of the sentences before, or of those behind."""
    results = [each for each in held if not each.is_aim and not each.ratio]
    done = [each for each in results if _DONE.search(each.clause)]
    before = _between(results, claim.sentence.start, claim.span.start)
    own = before or _between(done, claim.span.end, claim.sentence.end)
    earlier = [each for each in results if each.figure.span.start < claim.sentence.start]
    return own or earlier or done, bool(own)


def _between(several: list[Held], start: int, end: int) -> list[Held]:
    return [each for each in several if start < each.figure.span.start < end]


def _is_inside(aim: Held, claim: Claim) -> bool:
    return claim.span.start <= aim.figure.span.start < claim.span.end


def _is_progress(aim: Held) -> bool:
    return _PROGRESS.search(aim.clause) is not None


def _is_of(claim: Claim, words: set[str], pair: tuple[Held, Held], *, own: bool) -> bool:
    """Whether a claim of something called ``words`` may be one of this result, held against this
    aim. ``own``: the result stands in the sentence of the claim."""
    aim, result = pair
    if claim.kind in _TIMED:
        return own and _TERM.search(aim.clause) is not None
    if not aim.words and not result.words and aim.sentence > claim.sentence.start:
        return True  # 没有完成增长目标。年初目标为增长6.5%，实际增长6.9%
    if aim.words and result.words and aim.words.isdisjoint(result.words):
        return False
    if not words:
        return own or (not aim.words and aim.sentence == claim.sentence.start)
    shared = words & (aim.words | result.words)
    if own or not shared:
        return bool(shared)
    if _is_inside(aim, claim):
        shared = words & result.words
    return 2 * len(shared) >= len(claim.words)


def _are_comparable(aim: Held, result: Held) -> bool:
    """Whether both tell a change, or neither does; an aim without a name may leave that out."""
    changes = [is_change(each.figure) or bool(_RATE.search(each.clause)) for each in (aim, result)]
    return not aim.own or changes[0] == changes[1]


def _may_be(aim: Held, result: Held) -> bool:
    """Whether both are exact, of one dimension, one direction and one year."""
    one, other = aim.figure, result.figure
    if one.dimension != other.dimension or other.about or other.limit:
        return False
    if one.sign * other.sign < 0:
        return False
    return not aim.year or not result.year or aim.year == result.year


def _contradicts(text: str, claim: Claim, aim: Held, result: Held) -> bool:
    """Whether a result is not how it is claimed to stand to an aim."""
    behind = text[aim.figure.span.end : aim.figure.span.end + 3]
    upper = bool(_UPPER.search(aim.clause) or _UPPER_BEHIND.match(behind))
    lower = bool(_LOWER.search(aim.clause) or behind.startswith("以上"))
    if upper and (lower or aim.figure.sign < 0):
        return False  # 降幅控制在3%以内: either may be meant
    low, high = _bounds(aim, bounded=upper or lower)
    least, most = result.figure.interval
    short, over = most < low, least > high
    if claim.kind in _LITERAL:
        return short if claim.kind == "above" else over
    if claim.kind in _LIMITED:
        return over and not lower
    if claim.kind in _BROKEN:
        return most <= low and not lower
    bare = not (upper or lower or aim.figure.sign or result.figure.sign)
    if bare and any(_LESS_IS_MORE.search(_told_of(text, each)) for each in (aim, result)):
        return claim.kind == "better" and over
    if claim.kind == "missed":
        return most <= low if upper else least >= high
    return over if upper else short


def _told_of(text: str, held: Held) -> str:
    """The words that name what a figure is told of."""
    return held.clause if held.own else text[held.sentence : held.figure.span.start]


def _bounds(aim: Held, *, bounded: bool) -> Interval:
    """Between which values what was aimed at lies: an aim is exact, however it is printed."""
    figure = aim.figure
    if figure.limit == "~" or (figure.about and not bounded):
        return Interval(figure.value * _ROOM, figure.value / _ROOM)
    if figure.limit and not _NOT_ABOVE.search(aim.clause):
        return figure.interval
    return Interval(figure.value, figure.value)


def span_of(wrong: Wrong) -> Span:
    """The claim, with the result if that stands right before."""
    result, claim = wrong.result.span, wrong.claim
    if claim.sentence.start <= result.start < claim.span.start:
        return Span(result.start, claim.span.end)
    return claim.span
