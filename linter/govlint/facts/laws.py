"""laws: the names of national laws, of regulations and of the Party's rules, and which of them a
name with one slip in it means.

The table (laws.txt) has names that are right, some of them of old laws, without 中华人民共和国.
"""

from __future__ import annotations

from functools import cache, lru_cache

from govlint.facts.confusable import confusable
from govlint.packaged import packaged

TABLE = "laws.txt"
KINDS = ("条例", "规定", "办法", "准则", "细则", "规则", "法")
_STEM, _LONG, _SHORTEST = 7, 9, 5
"""Characters of a stem that no other document has, of a name that differs by any character, and of
the shortest name that is compared."""


@cache
def _laws() -> frozenset[str]:
    return frozenset(packaged("facts", TABLE).decode().split())


def is_law(name: str) -> bool:
    """Whether ``name`` is right.

    >>> is_law("突发事件应对法"), is_law("突发事件应急法")
    (True, False)
    """
    return name in _laws()


@cache
def _by_stem() -> dict[str, str]:
    return {stem_of(law)[0]: law for law in sorted(_laws())}


def stem_of(name: str) -> tuple[str, str]:
    """The name without its kind, and the kind.

    >>> stem_of("信访工作条例")
    ('信访工作', '条例')
    """
    kind = next((kind for kind in KINDS if name.endswith(kind)), "")
    return name[: len(name) - len(kind)], kind


@lru_cache(maxsize=1024)
def meant_by(name: str, *, kind: bool, sure: bool) -> str:
    """The law of which ``name`` is one slip away, "" where there is none or more than one.
    ``kind``: the kind may be the slip, of a long name, and where it is ``sure`` of any.

    >>> meant_by("突发事件应急法", kind=False, sure=False)
    '突发事件应对法'
    >>> meant_by("事业单位人事管理规定", kind=True, sure=False)
    '事业单位人事管理条例'
    """
    stem = stem_of(name)[0]
    if kind and (sure or len(stem) >= _STEM) and (law := _by_stem().get(stem)):
        return law
    if len(name) < _SHORTEST:
        return ""
    found = [law for law in _laws() if _one_slip(name, law, sure=sure)]
    return found[0] if len(found) == 1 else ""


def _one_slip(name: str, law: str, *, sure: bool) -> bool:
    """Whether one character of ``law`` is another in ``name``, lost or added, or two changed
    places."""
    if not -2 < len(name) - len(law) < 2 or name[-1] != law[-1]:
        return False
    first = next((i for i, (a, b) in enumerate(zip(name, law, strict=False)) if a != b), -1)
    if first < 0:
        return False
    if len(name) < len(law):
        return name[first:] == law[first + 1 :]
    if len(name) > len(law):
        return name[first + 1 :] == law[first:]
    swapped = law[first + 1 : first + 2] + law[first]
    if name[first : first + 2] == swapped and name[first + 2 :] == law[first + 2 :]:
        return True
    if name[first + 1 :] != law[first + 1 :]:
        return False
    free = sure or law.endswith("法") or len(law) >= _LONG
    return free or confusable(name[first], law[first])
