"""ratio_links: whether the words say that a rate or a share is that of some parts in a whole."""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.links import context, is_called, place_of, shares_pair
from govlint.facts.rate_links import core_of, is_done_rate, is_rate_of
from govlint.facts.share_links import is_named, is_share_of, named
from govlint.facts.sole_links import is_sole
from govlint.facts.ties import Tie
from govlint.facts.units import PERCENT

_AIM = re.compile("[完成为是占，]")
_PLANNED = re.compile("预算(?!收入|支出)|目标|任务|计划|[调核][整减增]")
_ABOVE_WHOLE = re.compile(r"[超高低][过出于]?[^，。；]{0,10}$")
_DUE = re.compile("[应需]|发放|印发|发出|计划|任务|目标|下达|列入|纳入")
_DONE = re.compile("收回|回收|已|实际|完成")
_LEAST = 10
"""Smaller wholes have shares by chance."""


def is_tied(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a rate or a share is probably that of the parts in the whole."""
    ratio, whole, *parts = figures
    tie = Tie(text, passage, ratio, whole, parts)
    if "之比" in ratio.roles:
        return _is_of_that(tie)
    total = sum(part.value for part in parts)
    if not is_done_rate(ratio.name) and (
        total >= whole.value or ratio.value >= 1 or whole.value < _LEAST
    ):
        return ratio.value == 1 and _is_all(tie)  # most are not
    risen = "终点" in ratio.roles and any(
        "起点" in f.roles and f.dimension == PERCENT for f in passage
    )
    if risen and not ratio.name.endswith("率"):
        return False  # 比重由28%上升到32%
    named = "占比" in ratio.roles and is_named(text, ratio, whole)
    if "其中" not in parts[0].roles and (
        (_is_part(text, passage, whole) and not named and not _is_due(tie))
        or _is_beside(text, whole, parts)
    ):
        return False
    told = is_share_of(tie) if "占比" in ratio.roles else is_rate_of(tie)
    return told or is_sole(tie)


def _is_all(tie: Tie) -> bool:
    """Whether a rate is said to be that of what was done of what was due: 签订率100%。应签36份，
    实签34份."""
    (part, *more), core = tie.parts, core_of(tie.ratio.name)[-2:]
    due, done = tie.text[slice(*tie.whole.lead)], tie.text[slice(*part.lead)]
    told = f"应{core[:1]}" in due and (f"实际{core}" in done or f"实{core[:1]}" in done)
    return told and not more and part.lead.start == tie.whole.span.end


def _is_of_that(tie: Tie) -> bool:
    """Whether 完成年度目标的, 占全年目标2600万元的 speak of the part and of the whole."""
    before = next((f for f in reversed(tie.passage) if f.span < tie.ratio.span), None)
    if before and before is not tie.whole and "全体" in before.roles:
        return False  # 占全年目标2600万元的52.5%: of that whole
    if len(tie.parts) > 1 or _ABOVE_WHOLE.search(tie.text, *tie.whole.lead):
        return False  # 超过定额125元的140%
    of = _AIM.split(tie.text[slice(*tie.ratio.lead)])[-1]
    aimed = _PLANNED.search(context(tie.text, tie.parts[0])) is not None
    return not aimed and is_called(of, context(tie.text, tie.whole))


def _is_part(text: str, passage: list[Figure], figure: Figure) -> bool:
    """Whether a figure has a share of its own: 甲20件，占40%."""
    after = next((f for f in passage if f.span > figure.span), None)
    if after is None or after.roles.isdisjoint(("占比", "比率")):
        return False
    said_of = named(after.name)[0] if "占比" in after.roles else ""
    return len(said_of) <= 1 or shares_pair(said_of, context(text, figure))


def _is_due(tie: Tie) -> bool:
    """Whether a rate stands between what was due and what was done: 应接种4000名，接种率不到95%，
    实际接种3920名."""
    due, done = tie.text[slice(*tie.whole.lead)], tie.text[slice(*tie.parts[0].lead)]
    between = tie.whole.span < tie.ratio.span < tie.parts[0].span
    return between and _DUE.search(due) is not None and _DONE.search(done) is not None


def _is_beside(text: str, whole: Figure, parts: list[Figure]) -> bool:
    """Whether the whole and the parts are members of one list: 县城2个、乡镇7个."""
    first, last = sorted((whole, parts[0]), key=place_of)
    return text[last.lead.start] in "、和" and last.lead.start == first.span.end
