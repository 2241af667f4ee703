"""wanted: all that the rules of a run look for, known before a document is read.

From an index that was made beforehand (see index) it is ready at once: what a rule looks for is
made when a document may hold it, and for half of the rules never is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property

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
    ``needs``: by the identity of a search the sets that it needs, bit by bit, of the rules that a
    document has met; ``groups``: the bits of sets of literals, by identity, of the searches that
    it may match."""

    def __init__(self, rules: Iterable[Asks], index: Index | None = None) -> None:
        self._kept = tuple(rules)
        self._rules = {id(rule): number for number, rule in enumerate(self._kept)}
        self._asked: list[Asked] = []  # known by their identity, so they must not go away
        self.groups: dict[int, int] = {}
        self.needs: dict[int, int] = {}
        self._numbered: dict[int, tuple[int, ...]] = {}
        every = None if index else [rule.asks() for rule in self._kept]
        self.index = index or index_of(every or ())
        self._bits = [1 << number for number in range(self.index.size)]
        self._needless = self.index.loose | self.index.met_only  # words of two have no other end
        self._searched = [(finds, [*map(self._bits_of, sets)]) for finds, sets in self.index.rules]
        self._texts = 0
        self._ready: set[int] = set()

    def _bits_of(self, numbers: tuple[int, ...]) -> int:
        found = 0
        for number in numbers:
            found |= self._bits[number]
        return found

    def may_find(self, rule: Asks, lacking: int) -> bool:
        """Whether ``rule`` may have a finding in a text that is ``lacking`` these sets; then it is
        known what each of its searches needs."""
        number = self._rules.get(id(rule))
        if number is None:
            return True
        finds, searched = self._searched[number]
        for bits in searched[:finds]:
            if not bits & lacking:
                break
        else:
            if finds:
                return False
        if number not in self._ready:
            self._ready.add(number)
            self._note(rule.asks(), number)
        return True

    def _note(self, asked: Asked, number: int) -> None:
        self._asked.append(asked)
        searched = self._searched[number][1]
        _, numbered = self.index.rules[number]
        every = (*asked.finds, *asked.excuses)
        for search, numbers, bits in zip(every, numbered, searched, strict=True):
            self.needs[id(search)] = bits & ~self._needless
            self._numbered[id(search)] = numbers

    def meet(self, search: Sought) -> None:
        """Know the bits of the sets of ``search``, one of which needs are known: most searches
        never come to it."""
        for place, group in zip(self._numbered.pop(id(search), ()), search.sets, strict=False):
            self.groups[id(group)] = self._bits[place]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return dict(zip(self.index.keys, self.index.numbers, strict=True))

    def numbers(self, texts: Iterable[str]) -> Mapping[int, int]:
        """By the key of each anchor its number (see Index); of a run's first texts only those that
        they have, since the table of all takes longer to make than most texts to read."""
        self._texts += 1
        if self._texts >= _SOON:
            return self._numbers
        keys, numbers = self.index.keys, self.index.numbers
        met = pairs_in(texts).intersection(keys)
        return {key: numbers[bisect_left(keys, key)] for key in met}

    def absent(self, met: Iterable[int], chars: frozenset[str]) -> int:
        """The sets of which a text that holds the anchors with the numbers ``met``, and ``chars``,
        holds no literal, bit by bit."""
        held = 0
        for number in met:
            held |= self.index.masks[number]
        for char in self.index.chars.keys() & chars:
            held |= self.index.chars[char]
        ordered = sorted(chars)
        for first, last, bit in self.index.ranges:
            place = bisect_left(ordered, first)
            if place < len(ordered) and ordered[place] <= last:
                held |= bit
        return ~held

    def lacking(self, absent: int) -> int:
        """Those of the sets ``absent`` without which a search can match nothing."""
        return absent & ~self._needless

    def placed(self, lacking: int) -> int:
        """The sets of the searches that can match a text that is ``lacking`` these, if it matters
        where they stand."""
        found = 0
        for _, searched in self._searched:
            for bits in searched:
                if not bits & lacking:
                    found |= bits
        return found & ~self.index.met_only
