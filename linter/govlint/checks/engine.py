"""engine: findings of govlint itself (an unreadable file), which no check can make."""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.records import NamedTuple


class Params(NamedTuple):
    """``event``: what the engine calls it."""

    event: str


def run(_facts: Facts, _params: Params) -> Iterator[Finding]:
    return iter(())


CHECK = Check(
    "engine", Params, run, fields=("path", "reason", "offset", "encoding", "advice", "rule")
)
