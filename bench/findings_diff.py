"""Two lists of findings side by side: which are new, gone, or the same said otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from revisions import Found


class Pair(NamedTuple):
    """One finding, before and after."""

    old: Found
    new: Found


class Difference(NamedTuple):
    """``changed``: still the same finding, but its message, severity, code, place, or the
    sentence and section that it is known by are different. ``same``: how many are not."""

    added: list[Found]
    removed: list[Found]
    changed: list[Pair]
    same: int


_KEYS: tuple[Callable[[Found], Hashable], ...] = (
    lambda found: (found.path, found.fingerprint),
    lambda found: (found.path, found.code, found.span),
    lambda found: (found.path, found.span, found.severity),
)
"""How a finding is known again, the surest first: by its fingerprint; by rule and place, where
its sentence is read otherwise; by place alone, where a rule has a new code."""


def compare(old: Iterable[Found], new: Iterable[Found]) -> Difference:
    """What ``new`` has that ``old`` has not, and the other way round."""
    gone, come, pairs = list(old), list(new), list[Pair]()
    for key in _KEYS:
        found, gone, come = _match(gone, come, key)
        pairs += found
    changed = [pair for pair in pairs if change(pair)]
    return Difference(come, gone, changed, len(pairs) - len(changed))


def change(pair: Pair) -> str:
    """In words what is different between the two, or ""."""
    old, new = pair
    changes = []
    if old.code != new.code:
        changes.append(f"{old.code} is {new.code}")
    if old.severity != new.severity:
        changes.append(f"{old.severity} is {new.severity}")
    if old.message != new.message:
        changes.append("message")
    if old.span != new.span:
        changes.append("place")
    elif old.code == new.code and old.fingerprint != new.fingerprint:
        changes.append("fingerprint")
    return ", ".join(changes)


def _match(
    old: list[Found], new: list[Found], key: Callable[[Found], Hashable]
) -> tuple[list[Pair], list[Found], list[Found]]:
    """The pairs with an equal key, and what is left of both; a finding is in one pair only."""
    waiting: dict[Hashable, list[Found]] = defaultdict(list)
    for found in old:
        waiting[key(found)].append(found)
    pairs, left = [], []
    for found in new:
        partners = waiting[key(found)]
        if partners:
            pairs.append(Pair(partners.pop(0), found))
        else:
            left.append(found)
    return pairs, [found for partners in waiting.values() for found in partners], left
