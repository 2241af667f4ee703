"""context_slips: is a character mistaken, exchanged or doubled, as all around it tells?

It asks where public documents never put two characters side by side (see facts/context_slips.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.context_slips import find_context_slips
from govlint.facts.facts import Facts

_SAID = {"other": "错了一个字", "swapped": "两个字颠倒了", "doubled": "多了一个字"}


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for found in find_context_slips(facts.body):
        fields = {"right": found.right, "slip": _SAID[found.kind]}
        edits = (Edit(found.span, found.right),)
        severity = "warning" if found.sure else "info"
        yield Finding(found.span, fields, edits=edits, severity=severity)


CHECK = Check("context_slips", NoParams, run, fields=("right", "slip"), guesses=True)
