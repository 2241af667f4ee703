"""literals: where the texts that rules look for can stand in a document, found in one pass.

A literal of two or more characters is known by its anchor (see facts/anchors.py); a ``str.find``
for each literal would read the text as often as there are literals.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from govlint.facts.alternatives import Alternatives
from govlint.facts.anchors import add_anchors, no_anchors, read_anchors
from govlint.facts.index import Sought
from govlint.facts.wanted import Asks, Wanted
from govlint.text.span import Span

_MANY = 256
"""So many places and more are held as plain numbers, which are slower to read and take a tenth of
the memory: one long text has thousands of places for hundreds of groups."""
_FEW = 4
"""Of more literals than these, not known by a pair, the places are not looked up."""


class Literals:
    """Where the literals that are ``wanted`` can stand in ``text``, which has these ``chars``.
    ``body``: the same text with characters in ``blanked`` (offsets, half-open, in order) blanked
    out, whose literals are known as well. Without ``wanted`` nothing is known of pairs.
    ``needs``: see Wanted; ``lacking``: the sets without which a search cannot match."""

    def __init__(
        self,
        text: str,
        chars: frozenset[str],
        wanted: Wanted | None = None,
        body: str = "",
        blanked: Iterable[tuple[int, int]] = (),
    ) -> None:
        blanked = tuple(blanked)
        self._texts = (text, body) if blanked else (text,)
        self.chars = chars | {" "}  # with which others are blanked out
        self._wanted = wanted
        self._groups = wanted.groups if wanted else {}
        self.needs = wanted.needs if wanted else {}
        self.lacking = self._absent = self._placed = frozenset[int]()
        self._anchors = no_anchors()
        self._places: dict[int, Sequence[int] | None] = {}
        self._found: dict[str, Sequence[int]] = {}
        self._numbers: Mapping[int, int] = {}
        if wanted:
            self._numbers = wanted.numbers(self._texts)
            self._anchors = read_anchors(text, self._numbers)
            for start, end in blanked:
                around = Span(max(0, start - 1), end)
                add_anchors(self._anchors, self._numbers, body, text, around)
            self._note(wanted)

    def _note(self, wanted: Wanted) -> None:
        """Find which sets the anchors that were met are of."""
        self._absent = wanted.absent({*map(self._numbers.__getitem__, self._anchors)}, self.chars)
        self.lacking = wanted.lacking(self._absent)
        self._placed = wanted.placed(self.lacking)

    def may_find(self, rule: Asks) -> bool:
        """Whether ``rule`` may have a finding."""
        return self._wanted is None or self._wanted.may_find(rule, self.lacking)

    def may_hold(self, search: Sought) -> bool:
        """Whether the text may hold a literal of each of the sets of ``search``, whose places are
        then known."""
        needs = self.needs.get(id(search))
        if needs is None:
            return not any(map(self._lacks, search.sets))
        if not self.lacking.isdisjoint(needs):
            return False
        assert self._wanted is not None
        self._wanted.meet(search)
        return True

    def _lacks(self, group: Alternatives) -> bool:
        if group.loose or group.holds_char(self.chars):
            return False
        number = self._groups.get(id(group))
        if number is None:
            return not any(map(self._can_stand, group.paired))
        return number in self._absent

    def _can_stand(self, literal: str) -> bool:
        """Whether the text has the characters of a literal."""
        return self.chars.issuperset(literal)

    def anchors(self, search: Sought) -> Collection[int]:
        """The keys of the first set of ``search`` that the text may hold."""
        group = self._first(search)
        return self._met(group) if self._is_known(group) else group.keys

    def anchored(self, search: Sought) -> dict[int, Sequence[int]]:
        """By its key where each pair of the first set of ``search`` begins, in no order."""
        group = self._first(search)
        if self._is_known(group):
            return {key: self._anchors[key] for key in self._met(group)}
        return dict(read_anchors(self._texts[-1], group.keys))

    def _first(self, search: Sought) -> Alternatives:
        if self._wanted:
            self._wanted.meet(search)
        return search.sets[0]

    def _is_plain(self, group: Alternatives) -> bool:
        """Whether all literals of ``group``, of which all is known, are known by pairs."""
        assert self._wanted is not None
        return self._groups[id(group)] not in self._wanted.index.mixed

    def _is_known(self, group: Alternatives) -> bool:
        """Whether all is known of the pairs of ``group``."""
        number = self._groups.get(id(group))
        return number in self._placed or number in self._absent

    def _met(self, group: Alternatives) -> Collection[int]:
        """The keys of ``group``, of which all is known, that were met."""
        return self._met_by_set.get(self._groups[id(group)], ())

    @cached_property
    def _met_by_set(self) -> dict[int, list[int]]:
        """By the sets whose places matter the keys that were met: one pass over those, since most
        of the thousands that are looked for were not."""
        assert self._wanted is not None
        found: dict[int, list[int]] = {}
        placed, sets, numbers = self._placed, self._wanted.index.sets, self._numbers
        for key in self._anchors:
            for number in placed.intersection(sets(numbers[key])):
                found.setdefault(number, []).append(key)
        return found

    def may_meet(self, key: int) -> bool:
        """Whether the text may hold a pair that is looked for."""
        return key in self._anchors or not self._groups

    def places(self, group: Alternatives) -> Sequence[int] | None:
        """Where a literal of ``group`` may stand, in order: a place in it or where it begins;
        None where that is not known."""
        number = id(group)
        if number not in self._places:
            self._places[number] = self._look_up(group)
        return self._places[number]

    def _look_up(self, group: Alternatives) -> Sequence[int] | None:
        known = self._is_known(group)
        others = [] if known else [*filter(self._can_stand, group.paired)]
        if not known or not self._is_plain(group):
            others += [char for char in group.chars if char in self.chars]
            others += group.loose
            if group.ranges or len(others) > _FEW:
                return None
        keys = self._met(group) if known else ()
        found = [place for key in keys for place in self._anchors[key]]
        for literal in others:
            found += self._standing(literal)
        found.sort()
        return _packed(found)

    def _standing(self, literal: str) -> Sequence[int]:
        """Where ``literal`` begins in one of the texts."""
        if literal not in self._found:
            each = [[*_all_places(text, literal)] for text in self._texts]
            found = each[0] if len(each) == 1 else sorted({*each[0], *each[1]})
            self._found[literal] = _packed(found)
        return self._found[literal]

    def standing(self, literal: str, offset: int, key: int, text: str) -> Iterable[int]:
        """Where ``literal`` begins in ``text``, one of the two texts. ``key``: of one of its pairs,
        which begins at ``offset``."""
        places = self._anchors.get(key)
        if places is None:
            return _all_places(text, literal)
        starts = (place - offset for place in places if place >= offset)
        return [start for start in starts if text.startswith(literal, start)]


def _packed(places: list[int]) -> Sequence[int]:
    return places if len(places) < _MANY else array("I", places)


def _all_places(text: str, literal: str) -> Iterator[int]:
    place = text.find(literal)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1)
