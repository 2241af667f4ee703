"""The tables of a grammar, and the loop that reads a text by them.

Lark makes the tables out of a grammar (see syntax/grammar.py). A run from a wheel finds them there
and needs neither the grammar nor Lark, whose import alone takes as long as reading a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from govlint import warm
from govlint.hints import Any
from govlint.records import NamedTuple

END = "$END"
"""What stands behind the text, as Lark calls it."""

ALWAYS, NEVER, UNLESS_ONE = 1, 0, 2
"""Whether a rule appears in the tree, or its children stand in its place; the root never does."""


class Tables(NamedTuple):
    """Plain values, equal for equal grammars.

    ``scanners``: regexes whose groups are terminals; ``lexers``: for each state the one that reads
    on from there. ``moves``: for each state, by terminal and rule, the state that follows, or ~i
    where rule i ends; ``rules``: the name and the length of each, and whether it appears.
    """

    start: int
    end: int
    scanners: tuple[str, ...]
    lexers: tuple[int, ...]
    moves: tuple[dict[str, int], ...]
    rules: tuple[tuple[str, int, int], ...]


class Parser:
    """Reads texts by the tables of a grammar that takes every text."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._scanners: list[re.Pattern[str] | None] = [None] * len(tables.lexers)

    def read(self, text: str, make: Callable[[str, list[Any]], Any] | None = None) -> list[Any]:
        """The children of the root: tokens, each a terminal with its two offsets, and what
        ``make`` makes of a rule's name and children. Without it no rule appears, which leaves the
        tokens, in order. Terminals whose name begins with ``_`` are left out, as in Lark.
        """
        start, end, _, _, moves, rules = self._tables
        scanners, size, place = self._scanners, len(text), 0
        states: list[int] = [start]
        values: list[list[Any]] = []
        while True:
            state = states[-1]
            kind, value = END, []
            if place < size:
                match = (scanners[state] or self._scanner(state)).match(text, place)
                assert match is not None
                assert match.lastgroup is not None
                kind, first, place = match.lastgroup, place, match.end()
                if kind[0] != "_":
                    value.append((kind, first, place))
                elif kind not in moves[state]:
                    continue  # white space
            move = moves[state][kind]
            while move < 0:
                name, length, shown = rules[~move]
                children = _taken(values, length)
                if length:
                    del states[-length:]
                if make and shown and (shown == ALWAYS or len(children) != 1):
                    children = [make(name, children)]
                values.append(children)
                state = moves[states[-1]][name]
                states.append(state)
                if state == end:
                    return children
                move = moves[state][kind]
            states.append(move)
            values.append(value)

    def _scanner(self, state: int) -> re.Pattern[str]:
        """The lexer of ``state``, compiled when it is first needed."""
        source = self._tables.scanners[self._tables.lexers[state]]
        found = self._scanners[state] = warm.compiled(source, 0)
        return found


def _taken(values: list[list[Any]], length: int) -> list[Any]:
    """The last ``length`` of ``values``, taken away and joined in the first of them."""
    if length == 1:
        return values.pop()
    taken = values[len(values) - length :]
    del values[len(values) - length :]
    joined: list[Any] = taken[0] if taken else []
    for children in taken[1:]:
        joined += children
    return joined
