"""What a run says about one file, and about all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.severity import SEVERITIES, at_least
from govlint.records import NamedTuple
from govlint.text.source import Source


class FileResult(NamedTuple):
    """The ``diagnostics`` of one file, sorted. ``source``: its text, None where it could not be
    read. ``fail_level``: from which severity on the run fails. ``document``: whether it counts
    as a file that was asked for (a config file does not). ``held``: how many figures were held
    against a reference table, stand in no row of it, or have no clear period. ``fixes``: how many
    were made and how many do not hold, where that was asked for. ``before``: the text without
    them, where they change it."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    source: Source | None
    fail_level: str = "error"
    document: bool = True
    held: tuple[int, int, int] | None = None
    fixes: tuple[int, int] | None = None
    before: Source | None = None

    @property
    def unread(self) -> bool:
        return self.document and self.source is None

    @property
    def failing(self) -> int:
        """How many findings make the run fail; in a file that could not be read, all."""
        if self.unread:
            return len(self.diagnostics)
        return sum(at_least(found.severity, self.fail_level) for found in self.diagnostics)


class Tally:
    """What the results that have gone past add up to."""

    def __init__(self) -> None:
        self.files = 0
        self.unread = 0
        self.failing = 0
        self.severities: Counter[str] = Counter(dict.fromkeys(SEVERITIES, 0))
        self.held: tuple[int, int, int] | None = None
        self.fixes: tuple[int, int] | None = None
        self.changed = 0
        self.fixable: Counter[str] = Counter()
        self.rules: Counter[tuple[str, str, str]] = Counter()

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """``results``, counted one by one."""
        for result in results:
            self.files += result.document
            self.unread += result.unread
            self.failing += result.failing
            self.changed += result.before is not None
            if result.held is not None:
                before = self.held or (0, 0, 0)
                self.held = tuple(map(sum, zip(before, result.held, strict=True)))  # type: ignore[assignment]
            if result.fixes is not None:
                made, refused = self.fixes or (0, 0)
                self.fixes = (made + result.fixes[0], refused + result.fixes[1])
            for found in result.diagnostics:
                self.fixable[found.fix.safety if found.fix else ""] += 1
                self.severities[found.severity] += 1
                self.rules[found.code, found.name, found.severity] += 1
            yield result

    @property
    def tolerated(self) -> int:
        """How many findings did not make the run fail."""
        return sum(self.severities.values()) - self.failing
