"""indicators: what the figures of reports measure, and what else each is called.

The table that comes with govlint, and the unit's own (``indicators:`` in the config), hold a name
and its aliases a row. What is nearly the same is no alias: 财政收入 may be any of three.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from govlint.packaged import packaged
from govlint.records import NamedTuple

HEADS = ("指标", "别名")
TABLE = "indicators.csv"
_APART = re.compile(r"[、；;|/]")
_LEAST = 3
"""A shorter name begins too much else."""


class Named(NamedTuple):
    """One row: an indicator's names, the usual one first."""

    names: tuple[str, ...]


class Indicators:
    """The names of indicators; a later row adds to an earlier one that it shares a name with."""

    def __init__(self, rows: Iterable[Named] = ()) -> None:
        self._same: dict[str, tuple[str, ...]] = {}
        for row in rows:
            known = (name for each in row.names for name in self.same(each))
            names = tuple(dict.fromkeys(known))
            for name in names:
                self._same[name] = names
        self._longest = max(map(len, self._same), default=0)

    def same(self, name: str) -> tuple[str, ...]:
        """``name`` and what else it is called.

        >>> Indicators([Named(("地区生产总值", "GDP"))]).same("GDP")
        ('地区生产总值', 'GDP')
        """
        return self._same.get(name, (name,))

    def known(self, name: str) -> bool:
        """Whether ``name`` is that of an indicator."""
        return name in self._same

    def told_twice(self, text: str) -> bool:
        """Whether ``text`` names an indicator more than once.

        >>> Indicators([Named(("地区生产总值", "GDP"))]).told_twice("地区生产总值……，GDP……")
        True
        """
        return any(sum(map(text.count, names)) > 1 for names in set(self._same.values()))

    def begins(self, words: str) -> str:
        """The longest known name with which ``words`` begin, or ""."""
        for end in range(min(len(words), self._longest), _LEAST - 1, -1):
            if words[:end] in self._same:
                return words[:end]
        return ""


def names_of_cells(indicator: str, aliases: str) -> tuple[str, ...]:
    """The names in two cells of a table, of which the second holds several."""
    names = (indicator, *_APART.split(aliases))
    return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


@cache
def common_rows() -> tuple[Named, ...]:
    """The rows of the table that comes with govlint."""
    _, *rows = packaged("facts", TABLE).decode().splitlines()
    return tuple(Named(names_of_cells(*row.split(","))) for row in rows)


@cache
def common_indicators() -> Indicators:
    """What govlint knows by itself."""
    return Indicators(common_rows())
