"""ratio_said: whether words say that a rate or a share is of something else than of two counts.

前3家占进出口总额的八成 is no share of firms; 完成93个，完成率97.9% behind 立行立改类 is the rate of
those, of which nobody tells how many there were.
"""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import CLAUSE, Words
from govlint.facts.figure import Figure
from govlint.facts.links import context, shares_pair
from govlint.facts.units import COUNTED

_AMOUNT = re.compile("(?:[^数][额值]|收入|支出|投资|资金|税收|利润|产量|面积|里程|[贷存]款)$")
"""What is measured, and not counted in pieces."""
_BASIS = re.compile("[若如]?按照?[^，。；]{2,20}?(?:计算|测算|折算|口径|计)")
_BASIS_BEHIND = re.compile("（[按以]")
_BASIS_FAR = 60
_SHARES = re.compile("[，（](?:仅|约|也|共|合计)?占[^，。；0-9]{0,12}")
_AMONG_ROLES = frozenset(("其中", "部分"))
_DONE_WORDS = re.compile("已|完成|实际|全部|共|累计|的|了|为|达到?|有|个|问题")
_KINDS = re.compile("(?:[两三四](?:类|项|者|个|种|家|地)?)?(?:合计|共|所)?$")
_AND = re.compile("[和、与及]")
_PAIR = 2


def is_said_otherwise(words: Words, ratio: Figure, whole: Figure, parts: list[Figure]) -> bool:
    """Whether words tell that a ratio is of something else: of what is measured and not counted
    (前3家占进出口总额的), by another basis (按占用床日计算), of the amount right before it
    (498万元，占全部68个部门的), or of what stands outside of the brackets that hold the whole."""
    text = words.text
    of = ratio.name.rpartition("/")[2]
    if _AMOUNT.search(of) and whole.dimension in COUNTED:
        return True
    basis = CLAUSE.split(text[max(0, ratio.lead.start - _BASIS_FAR) : ratio.span.start])
    if any(_BASIS.fullmatch(each) for each in basis[-3:]) or _BASIS_BEHIND.match(
        text, ratio.span.end
    ):
        return True
    if whole.span < ratio.span and parts[0].span < ratio.span:
        between = text[whole.span.end : ratio.span.start]
        inside = text[whole.span.end : parts[0].span.start] if whole.span < parts[0].span else "）"
        if between.count("）") > between.count("（") and "）" in inside:
            return True
    beside = (f for f in words.sentence if f.name == ratio.name and f != ratio)
    if (
        "比率" in ratio.roles
        and any(beside)
        and (
            _is_of_kind(words, ratio, whole, parts[0]) or _is_of_next(words, ratio, [whole, *parts])
        )
    ):
        return True
    named = _by_name(words, ratio)
    if named and named != {*parts}:
        return True
    said_of = _said_of(words, ratio)
    return said_of is not None and said_of != whole and said_of.dimension != whole.dimension


def rate_word(rate: Figure) -> str:
    """The word that gives a rate its name: 完成 of 完成率."""
    return rate.name[-3:-1]


def _is_of_kind(words: Words, ratio: Figure, whole: Figure, part: Figure) -> bool:
    """Whether a rate is that of a kind, of which only what was done is told: 其中，限期类整改86个，
    整改率."""
    if part.roles.isdisjoint(_AMONG_ROLES):
        return False
    kind = _kind_of(words, ratio, part)
    return len(kind) > 1 and not shares_pair(kind, context(words.text, whole))


def _kind_of(words: Words, ratio: Figure, part: Figure) -> str:
    """What was done to what, as the words before a count tell by the name of a rate: 限期类 in
    限期类整改86个，整改率; "" where they do not."""
    told = CLAUSE.split(words.text[slice(*part.lead)])[-1]
    core = ratio.name.removesuffix("率")
    own = (core[-size:] for size in range(len(core), 1, -1))
    word = next((each for each in own if each in told), rate_word(ratio))
    before, named, _ = told.replace("其中", "").partition(word)
    return _DONE_WORDS.sub("", before) if named else ""


def _is_of_next(words: Words, ratio: Figure, own: list[Figure]) -> bool:
    """Whether the count right before a rate is told by its name, and another one is meant: 整改137
    个……限期类整改86个，整改率."""
    place = words.sentence.index(ratio) if ratio in words.sentence else 0
    before = words.sentence[place - 1] if place else ratio
    if before.span.end != ratio.lead.start or before in own or not before.roles & _AMONG_ROLES:
        return False
    kind = _kind_of(words, ratio, before)
    return before.dimension == own[0].dimension and len(kind) > 1


def _by_name(words: Words, ratio: Figure) -> set[Figure]:
    """The counts that a share calls by their names, if it does so: 公安和城管两类占."""
    said_of = _KINDS.sub("", ratio.name.rpartition("/")[0].strip("，、其中"))
    names = _AND.split(said_of)
    if len(names) < _PAIR or any(len(name) < _PAIR for name in names):
        return set()
    found = set()
    for name in names:
        alike = [f for f in words.sentence if words.text.endswith(name, *f.lead)]
        if len(alike) != 1:
            return set()
        found.add(alike[0])
    return found


def _said_of(words: Words, ratio: Figure) -> Figure | None:
    """The figure right before 占, if a comma alone stands between: 24个，占; 498万元，占全部68个
    部门的."""
    lead, place = ratio.lead, words.sentence.index(ratio) if ratio in words.sentence else 0
    if place > 1 and _SHARES.fullmatch(words.text, *words.sentence[place - 1].lead):
        place -= 1
        lead = words.sentence[place].lead
    before = words.sentence[place - 1] if place else None
    if before is not None and before.roles & CHANGE_ROLES:
        return None  # 38.2亿美元，增长29.4%，占: of what has grown so
    told = before is not None and before.span.end == lead.start
    return before if told and _SHARES.match(words.text, *lead) else None
