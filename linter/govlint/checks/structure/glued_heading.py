"""glued-heading: does every heading begin a line?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts


class Params(NamedTuple):
    """No parameters."""


def run(facts: Facts, _params: Params) -> Iterator[Finding]:
    for mark in facts.glued:
        yield Finding(mark, fields={"mark": facts.body[slice(*mark)]})


CHECK = Check("glued-heading", Params, run, fields=("mark",))
