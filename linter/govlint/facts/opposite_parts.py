"""opposite_parts: two parts that are all there is, by their names."""

from __future__ import annotations

import re

_HOME = re.compile(r"本(?P<of>[省市县区镇乡村校地厂院])")
_INSIDE = re.compile("([省市县区镇乡村境国])内")
_OTHER_THAN = re.compile("(?<![是])非([一-龥]{2,3})")
_PAIRS = (
    ("城镇", "乡村"), ("城镇", "农村"), ("城市", "农村"), ("男", "女"),
    ("国有", "民营"), ("公办", "民办"),
    ("本地", "外地"), ("线上", "线下"), ("集中", "分散"), ("直接", "间接"),
    ("初次", "重复"), ("本级", "县区"), ("短期", "中长期"), ("上半年", "下半年"), ("新增", "存量"),
)  # fmt: skip


def are_opposite(one: str, other: str) -> bool:
    """Whether words name two parts of which a whole is made and that share nothing.

    >>> are_opposite("省内务工的", "跨省务工的"), are_opposite("外县的", "本县的")
    (True, True)
    >>> are_opposite("非困难户", "困难户"), are_opposite("党员", "妇女")
    (True, False)
    """
    return _is_rest(one, other) or _is_rest(other, one)


def _is_rest(one: str, other: str) -> bool:
    """Whether ``other`` names what is not in the part that ``one`` names."""
    if any(a in one and b in other for a, b in _PAIRS):
        return True
    if any(f"外{home['of']}" in other for home in _HOME.finditer(one)):
        return True
    if any(f"{at[1]}外" in other or f"跨{at[1]}" in other for at in _INSIDE.finditer(one)):
        return True
    return any(kind[1] in one for kind in _OTHER_THAN.finditer(other))
