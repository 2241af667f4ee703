"""rate_defined: the rates of which the definition tells the part and the whole.

核减率 is what was cut off, of what there was before, not of what is left; what is finished or being
built has been begun (开工率); an overall rate is that of all the parts of a task.
"""

from __future__ import annotations

import re
from itertools import product

from govlint.facts.counted import Count, Paragraph, total
from govlint.facts.figure import Figure
from govlint.facts.rate_claims import Claim
from govlint.facts.rate_closed import by_partition, in_brackets, of_two
from govlint.facts.rate_parts import FULL, WORD, Bound
from govlint.facts.ties import NEGATED
from govlint.text.intervals import apart, subtract

_CUT_RATE = re.compile("[核审压节缩削精][减约支简]$")
_BEGUN_RATE = re.compile("开工$")
_BEGUN = re.compile("(?<![未待没能法])(?:已经?|全部|陆续)?开工")
_OVERALL_RATE = re.compile("^(?:总体|整体|综合|总的?|全部)[^，。；]{0,6}(?:完成|执行|整改|落实)$")
_DUE = re.compile("任务|计划|下达|目标|应|需")
_FINISHED = re.compile("(?<![未待没])(?:已经?|全部|全面)?(?:完工|竣工|建成|投产|完成)(?:的|并|$)")
_UNDER_WAY = re.compile("(?:在建|在施|正在(?:施工|建设|改造|推进)|施工中)(?:的|$)")
_STOP = re.compile("[。；\n]")
_LEAST, _TWO = 10, 2


def by_definition(text: str, paragraph: Paragraph, claim: Claim) -> Bound | None:
    """The parts and the whole of a rate that is defined by more than its words, if it is one."""
    if claim.kind == "rate" and _CUT_RATE.search(claim.said) and not claim.basis:
        return _cut(paragraph, claim)
    if claim.kind == "rate" and not claim.basis:
        found = _but_denied(paragraph, claim)
        if found is not None:
            return found
    if claim.kind == "rate" and _OVERALL_RATE.search(claim.said) and not claim.basis:
        return _overall(paragraph, claim)
    if claim.kind == "rate" and _BEGUN_RATE.search(claim.said) and not claim.basis:
        return _begun(text, paragraph, claim)
    closed = in_brackets(text, paragraph, claim) or by_partition(text, paragraph, claim)
    return closed or of_two(text, paragraph, claim)


def _but_denied(paragraph: Paragraph, claim: Claim) -> Bound | None:
    """What is done in several ways, where that with what is not done is all: 当场处理16件、限期处理
    28件，未处理4件, 处理率."""
    said = claim.said[-2:]
    before = [c for c in paragraph.counts if c.figure.span < claim.ratio.span and _is_exact(c)]
    called = [c for c in before if c.before.endswith(said)]
    done = [c.figure for c in called if not _is_denied(c)]
    left = [c.figure for c in called if _is_denied(c)]
    if len(done) < _TWO or len(left) != 1 or len({f.dimension for f in (*done, *left)}) > 1:
        return None
    made = sum(f.value for f in (*done, *left))
    wholes = [c.figure for c in before if c.figure.value == made and c.figure.span < done[0].span]
    return Bound(done, wholes[-1], FULL, named=True, due=False) if wholes else None


def _cut(paragraph: Paragraph, claim: Claim) -> Bound | None:
    """What was cut off, and what there was before."""
    called = [c for c in (*paragraph.changes, *paragraph.counts) if claim.said[-2:] in c.own]
    named = [c.figure for c in called if c.figure.span < claim.ratio.span and _is_exact(c)]
    if not named or len({f.dimension for f in named}) > 1:
        return None
    part = max(named, key=lambda f: f.span)
    others = [c.figure for c in paragraph.counts if c.figure.dimension == part.dimension]
    others = [f for f in others if f not in named and f.span < claim.ratio.span]
    wholes = [f for f, left in product(others, others) if _leaves(f, part, left)]
    whole = wholes[0] if len({f.value for f in wholes}) == 1 else None
    return Bound([part], whole, FULL, named=True, due=False) if whole else None


def _leaves(whole: Figure, part: Figure, left: Figure) -> bool:
    """Whether a third figure is what is left of a whole without a part."""
    if not part.value < whole.value > left.value:
        return False
    return not apart(subtract(whole.interval, part.interval), left.interval)


def _begun(text: str, paragraph: Paragraph, claim: Claim) -> Bound | None:
    """What is finished and what is being built, of what was to be."""
    before = [c for c in paragraph.counts if c.figure.span < claim.ratio.span]
    if any(_BEGUN.search(c.own) for c in before):
        return None
    finished = [c for c in before if _FINISHED.search(c.before)]
    running = [c for c in before if _UNDER_WAY.search(c.before)]
    if len(finished) != 1 or len(running) != 1:
        return None
    parts = sorted((finished[0].figure, running[0].figure), key=lambda f: f.span)
    between = text[parts[0].span.end : parts[1].span.start]
    made = parts[0].value + parts[1].value
    greater = [c for c in before if c.figure.dimension == parts[0].dimension]
    greater = [c for c in greater if c.figure.value >= made]
    called = [c for c in greater if claim.said[:2] in c.own]
    wholes = [c.figure for c in called or greater]
    if parts[0].dimension != parts[1].dimension or _STOP.search(between) or len(wholes) != 1:
        return None
    whole = wholes[0]
    if whole.value < _LEAST or whole.span > parts[0].span or not _is_exact(*finished, *running):
        return None
    return Bound(parts, whole, WORD, named=False, due=False)


def _overall(paragraph: Paragraph, claim: Claim) -> Bound | None:
    """What was done of each part of a task, of all of it: 任务600万元，新建400万元、改造200万元，
    新建完成300万元，改造完成180万元."""
    before = [c for c in paragraph.counts if c.figure.span < claim.ratio.span]
    done = [c for c in before if claim.said[-2:] in c.own and not _is_denied(c)]
    if len(done) < _TWO or len({c.figure.dimension for c in done}) > 1 or not _is_exact(*done):
        return None
    alike = [c for c in before if c.figure.dimension == done[0].figure.dimension]
    heads = [at for at, c in enumerate(alike) if _DUE.search(c.own) and c not in done]
    for at in heads:
        parts = alike[at + 1 : at + 1 + len(done)]
        made = total([c.figure for c in parts])
        if set(parts) & set(done) or len(parts) < len(done) or not _is_exact(alike[at]):
            continue
        if apart(made, alike[at].figure.interval):
            continue
        if all(
            one.figure.value <= all_.figure.value for one, all_ in zip(done, parts, strict=True)
        ):
            return Bound([c.figure for c in done], alike[at].figure, FULL, named=True, due=True)
    return None


def _is_denied(count: Count) -> bool:
    return NEGATED.search(count.own) is not None


def _is_exact(*counts: Count) -> bool:
    return not any(c.figure.about or c.figure.limit or c.figure.mean for c in counts)
