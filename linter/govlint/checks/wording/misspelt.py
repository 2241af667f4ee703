"""misspelt: does a usual word stand with a slip in it, as what stands beside it tells?

It asks at pairs of characters that public documents never put side by side (see facts/misspelt.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.misspelt import find_misspelt
from govlint.records import NamedTuple
from govlint.text.occurrences import is_once


class Params(NamedTuple):
    """``least``: how much likelier the clause must be with what is meant, as a logarithm."""

    least: int = 6


_SAID = {"other": "错了一个字", "swapped": "两个字颠倒了", "doubled": "多了一个字"}


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, title = facts.body, facts.body[slice(*facts.title.span)]
    for found in find_misspelt(text, params.least):
        written = text[slice(*found.span)]
        if not is_once(text, written) or not {*written}.isdisjoint({*title} - {*found.right}):
            continue  # what is written so twice is meant so, or named after the place
        yield Finding(
            found.span,
            {"right": found.right, "slip": _SAID[found.kind]},
            edits=(Edit(found.span, found.right),),
        )


CHECK = Check("misspelt", Params, run, fields=("right", "slip"), guesses=True)
