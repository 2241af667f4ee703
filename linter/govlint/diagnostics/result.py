"""What a run says about one file, and about all of them."""

from __future__ import annotations

from collections import Counter

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.severity import SEVERITIES, at_least
from govlint.records import NamedTuple
from govlint.text.source import Source


class FileResult(NamedTuple):
    """The ``diagnostics`` of one file, sorted. ``source``: its text, None where it could not be
    read. ``fail_level``: from which severity on the run fails. ``document``: whether it counts
    as a file that was asked for (a config file does not). ``held``: how many figures were held
    against a reference table, stand in no row of it, or are not clear. ``compared``: what was held
    against last year's report (see facts/previous.py). ``fixes``: how many
    were made and how many do not hold, where that was asked for. ``before``: the text without
    them, where they change it. ``used``: which entries of ignore-text silenced something in it.
    ``fault``: why govlint failed on it, or could not write it back."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    source: Source | None
    fail_level: str = "error"
    document: bool = True
    held: tuple[int, int, int] | None = None
    compared: tuple[int, int, int, int] | None = None
    fixes: tuple[int, int] | None = None
    before: Source | None = None
    used: frozenset[int] = frozenset()
    fault: Exception | None = None

    @property
    def unread(self) -> bool:
        return self.document and self.source is None

    @property
    def empty(self) -> bool:
        """Whether a document was read and holds nothing, so that there was nothing to check."""
        return self.document and self.source is not None and not self.source.text.strip()

    @property
    def failing(self) -> int:
        """How many findings make the run fail; in a file that could not be read, all."""
        if self.unread:
            return len(self.diagnostics)
        return sum(at_least(found.severity, self.fail_level) for found in self.diagnostics)


class Tally:
    """What the results of some files add up to. ``times``: how many seconds each part of the work
    took, where that was asked for. ``foreign``: documents in the folders that are not read."""

    def __init__(self) -> None:
        self.files = 0
        self.unread = 0
        self.empty = 0
        self.foreign = 0
        self.failing = 0
        self.severities: Counter[str] = Counter(dict.fromkeys(SEVERITIES, 0))
        self.held: tuple[int, int, int] | None = None
        self.compared: tuple[int, int, int, int] | None = None
        self.fixes: tuple[int, int] | None = None
        self.changed = 0
        self.fixable: Counter[str] = Counter()
        self.rules: Counter[tuple[str, str, str]] = Counter()
        self.times: dict[str, float] = {}

    def add(self, result: FileResult) -> None:
        """Count the result of one more file."""
        self.files += result.document
        self.unread += result.unread
        self.empty += result.empty
        self.failing += result.failing
        self.changed += result.before is not None
        self._add_up(result.held, result.fixes)
        self._add_compared(result.compared)
        for found in result.diagnostics:
            self.fixable[found.fix.safety if found.fix else ""] += 1
            self.severities[found.severity] += 1
            self.rules[found.code, found.name, found.severity] += 1

    def join(self, other: Tally) -> None:
        """Count what ``other`` has counted."""
        self.files += other.files
        self.unread += other.unread
        self.empty += other.empty
        self.failing += other.failing
        self.changed += other.changed
        self._add_up(other.held, other.fixes)
        self._add_compared(other.compared)
        self.fixable.update(other.fixable)
        self.severities.update(other.severities)
        self.rules.update(other.rules)
        for part, seconds in other.times.items():
            self.times[part] = self.times.get(part, 0.0) + seconds

    def _add_up(self, held: tuple[int, int, int] | None, fixes: tuple[int, int] | None) -> None:
        if held is not None:
            before = self.held or (0, 0, 0)
            self.held = (before[0] + held[0], before[1] + held[1], before[2] + held[2])
        if fixes is not None:
            made, refused = self.fixes or (0, 0)
            self.fixes = (made + fixes[0], refused + fixes[1])

    def _add_compared(self, compared: tuple[int, int, int, int] | None) -> None:
        if compared is not None:
            one, two, three, four = self.compared or (0, 0, 0, 0)
            growths, aims, still_open, years = compared
            self.compared = (one + growths, two + aims, three + still_open, four + years)

    @property
    def tolerated(self) -> int:
        """How many findings did not make the run fail."""
        return sum(self.severities.values()) - self.failing
