"""conditions: what the words must tell before figures are held against each other.

The figures of a rule's ``when: same-dimension(a, b)`` come in the order in which it names them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from govlint.facts.aim_conditions import AIMS
from govlint.facts.base_conditions import BASES
from govlint.facts.bound_conditions import BOUNDS
from govlint.facts.change_conditions import CHANGES
from govlint.facts.context import MEASURED, Condition, Words
from govlint.facts.figure import Figure
from govlint.facts.mean_conditions import MEANS
from govlint.facts.multiple_conditions import MULTIPLES
from govlint.facts.part_conditions import PARTS
from govlint.facts.price_conditions import PRICES
from govlint.facts.ratio_conditions import RATIOS
from govlint.facts.readings import Reading
from govlint.facts.units import PERCENT, POINTS

_Holds = Callable[[Words, list[Figure]], bool]
_CONDITION = re.compile(r"(?P<name>[a-z-]+)\((?P<of>[\w, ]+)\)")


def condition_fault(condition: str, known: set[str]) -> str:
    """What is wrong with a condition as a rule writes it, or ""; ``known``: the figures that the
    rule binds."""
    name, of = _read(condition)
    if name not in CONDITIONS:
        return f"不认识条件“{condition}”，可用：{'、'.join(CONDITIONS)}"
    if not set(of) <= known:
        return f"“{condition}”里的“{min(set(of) - known)}”没有来处"
    count = CONDITIONS[name].figures
    if count is not None and len(of) != count:
        return f"条件“{name}”要写 {count} 个数，这里写了 {len(of)} 个"
    return ""


def are_met(words: Words, reading: Reading, conditions: tuple[str, ...]) -> bool:
    """Whether ``reading`` meets all of ``conditions``; one that speaks of other figures is met. It
    is asked a thousand times in a report: what they are is looked up once."""
    for of, holds in _ready(conditions):
        figures: list[Figure] = []
        for each in of:
            if each not in reading:
                break
            figures += reading[each]
        else:
            if not holds(words, figures):
                return False
    return True


@lru_cache(maxsize=128)
def _ready(conditions: tuple[str, ...]) -> list[tuple[tuple[str, ...], _Holds]]:
    told = map(_read, conditions)
    return [(of, CONDITIONS[name].holds) for name, of in told]


def asked_of(condition: str) -> tuple[str, ...]:
    """The figures that a condition asks of."""
    return _read(condition)[1]


@lru_cache(maxsize=128)
def _read(condition: str) -> tuple[str, tuple[str, ...]]:
    """The name of a condition and the figures it speaks of; "" where it is none."""
    match = _CONDITION.fullmatch(condition)
    if match is None:
        return "", ()
    return match["name"], tuple(each.strip() for each in match["of"].split(","))


def _same_dimension(_words: Words, figures: list[Figure]) -> bool:
    return len({PERCENT if f.dimension == POINTS else f.dimension for f in figures}) == 1


def _same_unit(_words: Words, figures: list[Figure]) -> bool:
    """Whether figures are written in one unit; what is counted has but one."""
    return figures[0].dimension not in MEASURED or len({f.unit for f in figures}) == 1


CONDITIONS: dict[str, Condition] = {
    "same-dimension": Condition(_same_dimension),
    "same-unit": Condition(_same_unit),
    **RATIOS,
    **MULTIPLES,
    **BOUNDS,
    **CHANGES,
    **BASES,
    **PRICES,
    **PARTS,
    **MEANS,
    **AIMS,
}
"""All conditions, by what a rule file calls them."""
