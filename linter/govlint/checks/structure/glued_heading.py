"""glued-heading: does every heading begin a line?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.glued import unless_run_in


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for mark in unless_run_in(facts.body, facts.glued):
        yield Finding(mark, fields={"mark": facts.body[slice(*mark)]})


CHECK = Check("glued-heading", NoParams, run, fields=("mark",))
