"""wanted: all that the rules of a run look for, known before a document is read.

From an index that was made beforehand (see index) it is ready at once: what a rule looks for is
made when a document may hold it, and for half of the rules never is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from govlint.facts.anchors import pairs_in
from govlint.facts.index import Asked, Index, Sought, index_of
from govlint.hints import Protocol

_SOON = 4
"""From so many texts on anchors are looked up in a table of all."""


class Asks(Protocol):
    """A rule, to those who know no rules."""

    def asks(self) -> Asked:
        """What it looks for: the same objects whenever it is asked."""


class Wanted:
    """What ``rules`` look for. ``index``: by what that is known; worked out unless it is given.
    ``needs``: by the identity of a search the sets that it needs, of the rules that a document has
    met; ``groups``: the numbers of sets of literals, by identity, of the searches that it may
    match."""

    def __init__(self, rules: Iterable[Asks], index: Index | None = None) -> None:
        self._kept = tuple(rules)
        self._rules = {id(rule): number for number, rule in enumerate(self._kept)}
        self._asked: list[Asked] = []  # known by their identity, so they must not go away
        self.groups: dict[int, int] = {}
        self.needs: dict[int, tuple[int, ...]] = {}
        self._met: set[int] = set()
        every = None if index else [rule.asks() for rule in self._kept]
        self.index = index or index_of(every or ())
        self._needless = self.index.loose | self.index.met_only  # words of two have no other end
        self._every = frozenset(range(self.index.size))
        self._texts = 0
        self._ready: set[int] = set()

    def may_find(self, rule: Asks, lacking: frozenset[int]) -> bool:
        """Whether ``rule`` may have a finding in a text that is ``lacking`` these sets; then it is
        known what each of its searches needs."""
        number = self._rules.get(id(rule))
        if number is None:
            return True
        finds, searched = self.index.rules[number]
        if finds and not any(map(lacking.isdisjoint, searched[:finds])):
            return False
        if number not in self._ready:
            self._ready.add(number)
            self._note(rule.asks(), searched)
        return True

    def _note(self, asked: Asked, searched: tuple[tuple[int, ...], ...]) -> None:
        self._asked.append(asked)
        self.needs.update(zip(map(id, (*asked.finds, *asked.excuses)), searched, strict=True))

    def meet(self, search: Sought) -> None:
        """Know the numbers of the sets of ``search``, one of which needs are known: most searches
        never come to it."""
        key = id(search)
        if key not in self._met and key in self.needs:
            self._met.add(key)
            self.groups.update(zip(map(id, search.sets), self.needs[key], strict=True))

    @cached_property
    def _groups(self) -> dict[int, int]:
        return dict(zip(self.index.keys, self.index.groups, strict=True))

    def numbers(self, texts: Iterable[str]) -> Mapping[int, int]:
        """By the key of each anchor the number of its group; of a run's first texts only those
        that they have, since the table of all takes longer to make than most texts to read."""
        self._texts += 1
        if self._texts >= _SOON:
            return self._groups
        return self.index.groups_of(pairs_in(texts))

    def absent(self, met: Iterable[int], chars: frozenset[str]) -> frozenset[int]:
        """The sets of which a text that holds the anchors of the groups ``met``, and ``chars``,
        holds no literal."""
        index, held = self.index, set[int]()
        starts, members = index.starts, index.members
        held.update(*[members[starts[group] : starts[group + 1]] for group in met])
        held.update(*map(index.chars.__getitem__, index.chars.keys() & chars))
        ordered = sorted(chars)
        for first, last, number in index.ranges:
            place = bisect_left(ordered, first)
            if place < len(ordered) and ordered[place] <= last:
                held.add(number)
        return self._every - held

    def lacking(self, absent: frozenset[int]) -> frozenset[int]:
        """Those of the sets ``absent`` without which a search can match nothing."""
        return absent - self._needless

    def placed(self, lacking: frozenset[int]) -> frozenset[int]:
        """The sets of the searches that can match a text that is ``lacking`` these, if it matters
        where they stand."""
        searches = chain.from_iterable(searched for _, searched in self.index.rules)
        found = chain.from_iterable(filter(lacking.isdisjoint, searches))
        return frozenset(found) - self.index.met_only
