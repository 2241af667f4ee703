"""state_organs: the names of organs of the state and the Party at the centre, and which of them a
name with one slip in it means.

The table (state_organs.txt) has full names and the usual short ones, some of them of old organs.
"""

from __future__ import annotations

from functools import cache, lru_cache

from govlint.facts.confusable import confusable
from govlint.packaged import packaged

TABLE = "state_organs.txt"
_LONG = 9
"""Characters of a name in which any one may be the slip."""
_RANKS = frozenset("总和")
"""What is put in or left out of the name of an organ, however short it is."""


@cache
def _organs() -> frozenset[str]:
    return frozenset(packaged("facts", TABLE).decode().split())


@lru_cache(maxsize=256)
def organ_meant(name: str) -> str:
    """The organ of which ``name`` is one slip away: its characters in another order, one that is
    lost, put in or mistaken; "" where the name is right, or none or more than one is as near.

    >>> organ_meant("国家防汛抗旱指挥总部"), organ_meant("国家统计总局")
    ('国家防汛抗旱总指挥部', '国家统计局')
    >>> organ_meant("国家统计局"), organ_meant("国家海绵局")
    ('', '')
    """
    if name in _organs():
        return ""
    as_long = [organ for organ in _organs() if len(organ) == len(name)]
    for found in (
        [organ for organ in as_long if _moved(name, organ)],
        [organ for organ in as_long if _slipped(name, organ)],
        [organ for organ in _organs() if _slipped(name, organ)],
    ):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _moved(name: str, organ: str) -> bool:
    return sorted(name) == sorted(organ)


def _slipped(name: str, organ: str) -> bool:
    if not -2 < len(name) - len(organ) < 2:
        return False
    at = next((i for i, (a, b) in enumerate(zip(name, organ, strict=False)) if a != b), -1)
    if at < 0 or not at:
        return False
    long = min(len(name), len(organ)) >= _LONG
    if len(name) < len(organ):
        return name[at:] == organ[at + 1 :] and (long or organ[at] in _RANKS)
    if len(name) > len(organ):
        return name[at + 1 :] == organ[at:] and (long or name[at] in _RANKS)
    return name[at + 1 :] == organ[at + 1 :] and (long or confusable(name[at], organ[at]))
