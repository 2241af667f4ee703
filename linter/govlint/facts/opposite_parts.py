"""opposite_parts: two parts that are all there is and share nothing, by their names."""

from __future__ import annotations

import re

from govlint.records import NamedTuple

_HOME = re.compile(r"本(?P<of>[省市县区镇乡村校地厂院])")
_INSIDE = re.compile("(?P<of>[省市县区镇乡村境国])内")
_OTHER_THAN = re.compile("(?<![是])非(?P<kind>[一-龥]{2,3})")
PAIRS = (
    ("城镇", "乡村"), ("城镇", "农村"), ("城市", "农村"), ("男", "女"), ("公办", "民办"),
    ("本地", "外地"), ("线上", "线下"), ("集中", "分散"), ("直接", "间接"), ("初次", "重复"),
)  # fmt: skip
"""No third thing stands beside these, as 外资 does beside 国有 and 民营."""


class Opposed(NamedTuple):
    """The words by which two names tell the two parts apart, "" where one only denies the other."""

    one: str
    other: str


def opposition(one: str, other: str) -> Opposed | None:
    """What tells two names apart as those of the two parts of a whole; None where nothing does.

    >>> opposition("省内务工的", "跨省务工的"), opposition("外县的", "本县的")
    (Opposed(one='省内', other='跨省'), Opposed(one='外县', other='本县'))
    >>> opposition("非困难户", "困难户"), opposition("党员", "妇女")
    (Opposed(one='非', other=''), None)
    """
    found = _rest(one, other)
    if found is not None:
        return found
    found = _rest(other, one)
    return None if found is None else Opposed(found.other, found.one)


def _rest(one: str, other: str) -> Opposed | None:
    """How ``other`` names what is not in the part that ``one`` names."""
    for pair in PAIRS:
        if pair[0] in one and pair[1] in other:
            return Opposed(*pair)
    for home in _HOME.finditer(one):
        if f"外{home['of']}" in other:
            return Opposed(home[0], f"外{home['of']}")
    for inside in _INSIDE.finditer(one):
        for away in (f"{inside['of']}外", f"跨{inside['of']}"):
            if away in other:
                return Opposed(inside[0], away)
    denied = next((kind for kind in _OTHER_THAN.finditer(other) if kind["kind"] in one), None)
    return None if denied is None else Opposed("", "非")
