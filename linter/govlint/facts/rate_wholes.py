"""rate_wholes: the whole that the words of a rate or a share mean."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from govlint.facts.counted import Count, Paragraph, fine
from govlint.facts.figure import Figure
from govlint.facts.links import is_naming, is_short_for
from govlint.facts.rate_claims import Claim, claim_of, told_interval
from govlint.facts.units import COUNTED
from govlint.records import NamedTuple
from govlint.text.intervals import apart, divide

DUE = re.compile("[应需](?![急求])|任务|计划|目标|下达|指标")
_SIZE = re.compile("(?:总?(?:数量?|量|额|人数|户数|面积|里程|金额|资金)|总)$")
_OF_ALL = re.compile(
    "^(?:全部|所有|全体|同期|该|其|[全我本][省市县区镇乡村街道校院局国]+|[现共]有)+"
)
_THEN = re.compile("去年|上年|同期|前年|往年|上[月季]|年初")
_AMONG = re.compile("(?P<of>[一-龥]{2,12})(?<!其)中")
_ROUND = re.compile("台阶|突破|跨越|大关|关口|超过")
_IN_ALL = re.compile("共|总|全[部省市县区镇乡村街]|各类|现有")
_SOME = re.compile("已|其中|完成|未|的$|有$")
_LIST = re.compile("、[^，。；、0-9]{0,12}")
_BEGIN = re.compile("[。；\n]")
_STATES = frozenset(("上期", "起点", "结余"))
_PLACES = tuple("省市县区镇乡村国")
_HOUSEHOLDS = frozenset("户家")
_ANSWERING = frozenset("人名位户家")
_FEW = 10
_BRIEF, _PAIR = 3, 2


class _Sought(NamedTuple):
    """Of what a whole is sought: the ``parts`` of a claim; ``due``: it is what was to do."""

    text: str
    paragraph: Paragraph
    claim: Claim
    parts: list[Count]
    due: bool

    @property
    def made(self) -> Decimal:
        return sum((c.figure.value for c in self.parts), Decimal(0))


def whole_of(
    text: str, paragraph: Paragraph, claim: Claim, parts: list[Count], *, due: bool
) -> tuple[Count | None, bool]:
    """What parts are told to be of, and whether it is by name; ``due``: it is what was to do."""
    sought = _Sought(text, paragraph, claim, parts, due)
    found, named = _in(sought, paragraph.counts)
    if found is None and (due or claim.basis or len(bare(claim.of)) > 1):
        found, named = _in(sought, paragraph.earlier)
    return (None, False) if found is None or found.figure.value < _FEW else (found, named)


def _in(sought: _Sought, counts: list[Count]) -> tuple[Count | None, bool]:
    """The same among some counts."""
    claim, parts = sought.claim, sought.parts
    greater = [c for c in counts if _may_be_whole(sought, c)]
    alike = [c for c in greater if c.before in (parts[0].before, claim.told)]
    alike = [c for c in alike if len(c.before) > _PAIR and not _SOME.search(c.before)]
    if len(alike) == 1 and (not claim.of or sought.due):
        return alike[0], True  # 小微企业1080家……小微企业264家，占
    if sought.due:
        planned = [c for c in greater if DUE.search(c.own) or "目标" in c.figure.roles]
        return _only(planned), True
    greater = [c for c in greater if c.figure.value > sought.made]
    of = _name_of(sought)
    if len(of) > 1:
        called = [c for c in greater if is_called(of, c)]
        if not called and claim.kind == "rate":
            called = [c for c in greater if of[:2] in c.own]
        elif not called and len(of) <= _BRIEF:
            called = [c for c in greater if is_short_for(of, c.before)]
        return _only(called), True
    if claim.of.strip("的")[-1:] in _PLACES:  # 占全市的
        return _only([c for c in greater if claim.of.strip("的") in c.own]), True
    return _unnamed(sought, greater)


def _may_be_whole(sought: _Sought, count: Count) -> bool:
    figure = count.figure
    return (
        (is_counted_so(sought.parts[0].figure, count) or _is_base(sought, count))
        and figure.value >= sought.made
        and count not in sought.parts
        and figure.span < sought.claim.ratio.span
        and not (figure.about or figure.limit or figure.mean)
        and not _THEN.search(count.own)
        and not _ROUND.search(count.own)
        and figure.roles.isdisjoint(_STATES)
    )


def is_counted_so(part: Figure, whole: Count) -> bool:
    """Whether a part may be some of what is counted: who answers is one of the questionnaires."""
    if part.dimension == whole.figure.dimension:
        return True
    return whole.figure.unit == "份" and "问卷" in whole.own and part.unit in _ANSWERING


def _is_base(sought: _Sought, count: Count) -> bool:
    """Whether a claim names what a count is as its whole, whatever its unit: 泊位占汽车保有量的."""
    claim, of = sought.claim, bare(sought.claim.of)
    units = {sought.parts[0].figure.unit, count.figure.unit}
    if len(of) <= 1 or not units <= COUNTED:
        return False
    if claim.kind == "rate":
        return True
    return len(claim.said) > 1 and not units & _HOUSEHOLDS and is_called(of, count)


def _name_of(sought: _Sought) -> str:
    """What words call the whole: 占有效问卷的, 耕地中水田32.9万亩，占; else ""."""
    of = bare(sought.claim.of)
    among = None if of else _AMONG.search(sought.parts[0].before)
    return among["of"] if among else of


def _unnamed(sought: _Sought, greater: list[Count]) -> tuple[Count | None, bool]:
    """The whole that nothing names: that of other shares, or the only one, or that before."""
    text, paragraph, claim, parts, _ = sought
    part = parts[0].figure
    proven = _proven(text, paragraph, claim, part)
    if proven is not None and proven.figure.value > sought.made:
        joined = text.startswith("、", claim.ratio.lead.start)  # 参检率96%，合格率: of each other
        return proven, claim.kind == "share" or joined
    greater = [c for c in greater if not in_list(text, paragraph, c.figure, part)]
    if claim.kind == "share":
        greater = [c for c in greater if c.figure.span < part.span]
        if "其中" not in part.roles and "中" not in text[slice(*part.lead)]:
            beside = [one for one, _ in siblings(text, paragraph, worded=True)]
            greater = [c for c in greater if c.figure not in beside]
    if len(greater) > 1 and len(claim.said) > _BRIEF:
        named = [c for c in greater if is_named(claim.said[:-2], c)]
        if len(named) == 1:
            return named[0], True
    greater = [c for c in greater if not _is_done_with(text, paragraph, c, part)]
    sizes = {c.figure.value for c in greater}
    greater = [c for c in greater if c.figure.value + sought.made not in sizes] or greater
    near = [c for c in greater if not _BEGIN.search(text, c.figure.span.end, part.span.start)]
    return _head(near or greater), False


def _is_done_with(text: str, paragraph: Paragraph, whole: Count, part: Figure) -> bool:
    """Whether a ratio in a whole was told before a semicolon, behind which another is counted."""
    if "；" not in text[whole.figure.span.end : part.span.start]:
        return False
    between = [f for f in paragraph.ratios if whole.figure.span < f.span < part.span]
    rates = [f for f in between if "率" in f.name]
    return any(
        is_share(text, c.figure, whole.figure, ratio)
        for ratio in rates
        for c in paragraph.counts
        if c.figure.dimension == part.dimension and c.figure.value < whole.figure.value
    )


def _head(counts: list[Count]) -> Count | None:
    """That of which the others are rather some: which of them it is, does not matter to whether a
    ratio is wrong, as it is held against all."""
    told = [c for c in counts if _IN_ALL.search(c.own)]
    rest = [c for c in counts if not _SOME.search(c.own)]
    found = told or rest or counts
    return found[-1] if found else None


def _only(counts: list[Count]) -> Count | None:
    return counts[0] if len(counts) == 1 else None


def is_named(name: str, count: Count) -> bool:
    """Whether the words of a count have all of a name."""
    return all(char in count.own for char in name if is_naming(char))


def is_called(name: str, count: Count) -> bool:
    """Whether the words of a count have a name as it is, and not as the end of another: 小学,
    中小学."""
    place = count.own.find(name)
    return place >= 0 and count.own[place - 1 : place] not in ("中", "非")


def bare(name: str) -> str:
    """A name without what says that all of it is meant."""
    core = _OF_ALL.sub("", name.strip("的"))
    rest = _SIZE.sub("", core)
    return rest if len(rest) > 1 or len(rest) == len(core) or _SIZE.fullmatch(core) else core


def _proven(text: str, paragraph: Paragraph, claim: Claim, part: Figure) -> Count | None:
    """The whole in which other shares or rates of the paragraph are those of what stands before
    them, if it is one."""
    near = siblings(text, paragraph) if claim.kind == "share" else _rates(text, paragraph, claim)
    wholes = []
    for one, ratio in near:
        if ratio == claim.ratio or one.dimension != part.dimension:
            continue
        fitting = [
            c
            for c in paragraph.counts
            if c.figure.value > one.value and is_share(text, one, c.figure, ratio)
        ]
        if fitting:
            wholes.append(fitting)
    common = [c for c in wholes[0] if all(c in each for each in wholes)] if wholes else []
    if len(common) != 1:
        return None
    alike = common[0].figure.dimension == part.dimension
    return common[0] if alike or len(wholes) > 1 else None


def siblings(
    text: str, paragraph: Paragraph, *, worded: bool = False
) -> list[tuple[Figure, Figure]]:
    """The counts right behind which a percentage stands, with that; ``worded``: also 近七成."""
    figures = sorted([c.figure for c in paragraph.counts] + paragraph.ratios, key=lambda f: f.span)
    return [
        (one, two)
        for one, two in pairwise(figures)
        if two in paragraph.ratios
        and one not in paragraph.ratios
        and (worded or not (two.about or two.limit))
        and text[one.span.end : two.span.start].count("，") <= 1
        and not _BEGIN.search(text, one.span.end, two.span.start)
    ]


def _rates(text: str, paragraph: Paragraph, claim: Claim) -> list[tuple[Figure, Figure]]:
    """The rate to which a brief one is joined, with the only count that is called so: 计划项目开工
    率95%、完工率."""
    place = paragraph.ratios.index(claim.ratio) if claim.ratio in paragraph.ratios else 0
    before = paragraph.ratios[place - 1] if place else None
    if before is None or not text.startswith(("、", "，"), before.span.end):
        return []
    if before.span.end != claim.ratio.lead.start or len(claim.said) > _BRIEF:
        return []
    other = claim_of(text, before)
    if other is None or other.kind != "rate":
        return []
    called = [c.figure for c in paragraph.counts if other.said[-2:] in c.own]
    return [(called[0], before)] if len(called) == 1 else []


def is_share(text: str, part: Figure, whole: Figure, ratio: Figure) -> bool:
    """Whether a ratio is that of a part in a whole, as they are printed."""
    quotient = divide(*fine(text, part, whole))
    return quotient is not None and not apart(quotient, told_interval(ratio))


def in_list(text: str, paragraph: Paragraph, one: Figure, other: Figure) -> bool:
    """Whether two figures are members of one list: 优质29件、合格131件、瑕疵8件."""
    first, last = sorted((one, other), key=lambda f: f.span)
    between = [c.figure for c in paragraph.counts if first.span < c.figure.span <= last.span]
    return bool(between) and all(
        _LIST.fullmatch(text, *f.lead) and f.dimension == one.dimension for f in between
    )
