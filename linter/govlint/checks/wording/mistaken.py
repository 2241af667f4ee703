"""mistaken: is a word meant that sounds or looks like the one that stands there?

It asks at words that public documents hardly have (see facts/mistaken.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.text.occurrences import is_once


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    from govlint.facts.met import suspected

    text = facts.body
    if not suspected(text):
        return
    from govlint.facts.mistaken import find_mistaken

    for found in find_mistaken(text):
        if is_once(text, text[slice(*found.span)]):  # what is written twice is the subject
            edit = Edit(found.span, found.right)
            yield Finding(found.span, {"right": found.right}, edits=(edit,))


CHECK = Check("mistaken", NoParams, run, fields=("right",), guesses=True)
