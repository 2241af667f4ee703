"""lost: has a usual word lost one of its characters, as those around it tell?

It asks where two characters stand side by side between which public documents have a third one
(see facts/lost.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.lost import find_lost


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for found in find_lost(facts.body):
        edit = Edit(found.span, found.right)
        yield Finding(found.span, {"right": found.right}, edits=(edit,))


CHECK = Check("lost", NoParams, run, fields=("right",), guesses=True)
