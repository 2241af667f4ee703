"""alternatives: literals of which a match holds one, and by what they are known.

A literal of two or more characters is known by its anchor (see facts/anchors.py), a character by
itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from govlint.facts.anchors import is_astral, keys_of
from govlint.hints import Any


class Alternatives:
    r"""Literals of which a match holds one, as rules have them: ``\1`` and two characters stand
    for those between them. ``paired``: those known by a pair of characters, ``keys``: of the pairs;
    ``chars``: single characters; ``ranges``: the first and the last of a range of those; ``loose``:
    literals of which nothing is known beforehand. ``plain``: all are known by pairs.
    ``met_only``: it matters only which pairs a text holds, not where.

    They are sorted when one of these is first asked for: of most groups none ever is."""

    paired: list[str]
    keys: frozenset[int]
    chars: list[str]
    ranges: list[tuple[str, str]]
    loose: list[str]
    plain: bool
    met_only = False

    def __init__(self, members: tuple[str, ...]) -> None:
        self._members = members

    def __getattr__(self, name: str) -> Any:
        if name not in Alternatives.__annotations__:  # as of an object that is being copied
            raise AttributeError(name)
        self._sort(self._members)
        return self.__dict__[name]

    def _sort(self, members: tuple[str, ...]) -> None:
        paired = [literal for literal in members if len(literal) > 1 and literal[0] != "\1"]
        self.loose = []
        if is_astral("".join(paired)):
            self.loose = [*filter(is_astral, paired)]
            paired = [literal for literal in paired if not is_astral(literal)]
        self.keys = frozenset(_keys(paired))
        self.paired = paired
        self.chars = []
        self.ranges = []
        for literal in members if len(paired) < len(members) else ():
            if len(literal) == 1:
                self.chars.append(literal)
            elif literal[0] == "\1":
                self.ranges.append((literal[1], literal[2]))

        self.plain = not (self.chars or self.ranges or self.loose)

    @cached_property
    def anchors(self) -> dict[int, list[str]]:
        """By the key of a pair of characters the literals that are known by it."""
        found: dict[int, list[str]] = {}
        for key, literal in zip(_keys(self.paired), self.paired, strict=True):
            found.setdefault(key, []).append(literal)
        return found

    def holds_char(self, chars: frozenset[str]) -> bool:
        """Whether one of the ``chars`` of a text is among the characters and ranges."""
        if self.chars and not chars.isdisjoint(self.chars):
            return True
        return bool(self.ranges) and any(a <= char <= z for a, z in self.ranges for char in chars)


class _Pairs(Alternatives):
    """What is known by pairs of characters, and looked up elsewhere."""

    def __init__(self, pairs: str, but: str) -> None:
        super().__init__(())
        self._pairs, self._but = pairs, but
        self.met_only = bool(but)

    def _sort(self, members: tuple[str, ...]) -> None:
        super()._sort(members)
        self.keys = frozenset(keys_of(self._pairs))
        if self._but:
            pairs = zip(keys_of(self._pairs), keys_of(self._but), strict=True)
            self.keys = frozenset([key for key, other in pairs if key != other])


def _keys(literals: Iterable[str]) -> list[int]:
    """The keys of their anchors: the second and third character, as words have two, and words are
    common, while what meets where one ends is not."""
    return keys_of("".join([each[1:3] if len(each) > 2 else each for each in literals]))


@lru_cache(maxsize=1 << 13)  # the default rules have 1,200
def alternatives(members: tuple[str, ...]) -> Alternatives:
    """The same for the same literals."""
    return Alternatives(members)


def known_by(pairs: str, but: str = "") -> Alternatives:
    """What is known by ``pairs`` of characters, one behind the other, and looked up elsewhere.
    ``but``: as many pairs, or none; one that stands at the same place there does not count, and of
    the others it matters only which are met."""
    return _Pairs(pairs, but)
