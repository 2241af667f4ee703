"""duration: is a stretch of time as long as it is said to be?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.durations import SEARCHES, find_durations
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.facts.time_spans import CLAIMS, find_time_spans
from govlint.facts.working_days import WORKING, find_working_days
from govlint.hints import TYPE_CHECKING
from govlint.text.span import touches, union

if TYPE_CHECKING:
    from govlint.facts.reckoning import Duration


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for duration in _durations(facts):
        if not duration.holds:
            fields: dict[str, str | int] = {"told": duration.told, "expected": _expected(duration)}
            yield Finding(duration.span, fields)


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    for each in _durations(facts):
        given = facts.body[slice(*each.span)]
        yield Agreement(each.span, given, _expected(each), each.told, each.holds)


def _durations(facts: Facts) -> Iterator[Duration]:
    """Those that stand beside their two ends, then those that only the sentence binds to them."""
    found = [*find_durations(facts.body, facts.literals)]
    yield from found
    told = union(duration.span for duration in found)
    for duration in find_time_spans(facts.body, facts.literals):
        if not touches(duration.span, told):
            yield duration
    yield from find_working_days(facts.body, facts.literals)


def _expected(duration: Duration) -> str:
    """How long it is, as it would be written: 4至5天, 3个月."""
    least, most = max(1, duration.least), duration.most
    unit = "个月" if duration.unit == "月" else duration.unit
    return f"{most}{unit}" if least == most else f"{least}至{most}{unit}"


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (*SEARCHES, CLAIMS, WORKING)


CHECK = Check(
    "duration",
    NoParams,
    run,
    fields=("told", "expected"),
    searches=_searches,
    agreements=agreements,
)
