"""halves: does one character stand where a usual word of two has lost the other?

It asks behind words that tell how something is done (see facts/halves.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.halves import find_halves
from govlint.text.occurrences import is_once


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for found in find_halves(text):
        start, end = found.span
        if is_once(text, text[max(0, start - 1) : end + 1]):  # what is written twice is meant
            edit = Edit(found.span, found.right)
            yield Finding(found.span, {"right": found.right}, edits=(edit,))


CHECK = Check("halves", NoParams, run, fields=("right",), guesses=True)
