"""misspelt: does a usual word stand with a slip in it, as what stands beside it tells?

It asks at pairs of characters that public documents never put side by side (see facts/misspelt.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.misspelt import Misspelt, find_misspelt
from govlint.records import NamedTuple


class Params(NamedTuple):
    """``least``: how much likelier the clause must be with what is meant, as a logarithm;
    ``sure``: from where on it is no question any more."""

    least: float = 5.0
    sure: float = 7.0


_WORD = 2
"""A word of so many characters beside it proves something; a single one is met everywhere."""
_SAID = {"other": "错了一个字", "swapped": "两个字颠倒了", "doubled": "多了一个字"}


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for found in find_misspelt(facts.body, params.least):
        yield Finding(
            found.span,
            {"right": found.right, "slip": _SAID[found.kind]},
            edits=(Edit(found.span, found.right),),
            severity="" if _is_sure(found, params) else "info",
        )


def _is_sure(found: Misspelt, params: Params) -> bool:
    return found.gain >= params.sure and found.backing >= _WORD


CHECK = Check("misspelt", Params, run, fields=("right", "slip"))
