"""phrases: the parameters of a check that looks for phrases, and what it then looks for.

What the groups of a phrase are to a check, its module says.
"""

from __future__ import annotations

from govlint.checks.base import Needles, Reaches, Regexes
from govlint.facts.search import Search, searches_for
from govlint.hints import Protocol
from govlint.records import NamedTuple


class Phrases(NamedTuple):
    """``find``: the phrases, nothing else."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())


class HasPhrases(Protocol):
    """Parameters that have phrases, and more."""

    @property
    def find(self) -> Regexes: ...
    @property
    def needles(self) -> Needles: ...
    @property
    def reaches(self) -> Reaches: ...


def searches_of(params: HasPhrases) -> list[Search]:
    """The phrases, ready to be looked for; each match lies in one line."""
    return searches_for(params.find, params.needles, params.reaches)
