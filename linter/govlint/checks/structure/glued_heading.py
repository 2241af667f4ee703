"""glued-heading: does every heading begin a line?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for mark in facts.glued:
        yield Finding(mark, fields={"mark": facts.body[slice(*mark)]})


CHECK = Check("glued-heading", NoParams, run, fields=("mark",))
