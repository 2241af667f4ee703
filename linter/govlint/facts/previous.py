"""previous: what the report of an earlier year said, that this one is held against."""

from __future__ import annotations

from govlint.records import NamedTuple
from govlint.text.intervals import Interval


class Said(NamedTuple):
    """A figure of the earlier report. ``interval``: what it may have been before it was rounded,
    in the base of ``dimension``; ``written``: as it stands there, ``line``: where, from 1."""

    interval: Interval
    dimension: str
    written: str
    line: int


class Previous:
    """The report at ``path`` of ``year``. ``results``: its results of that year by indicator;
    ``aims``: what it aims at, by indicator and whether that is a growth."""

    def __init__(
        self,
        path: str,
        year: int,
        results: dict[str, Said],
        aims: dict[tuple[str, bool], Said],
    ) -> None:
        self.path = path
        self.year = year
        self.results = results
        self.aims = aims


class Compared(NamedTuple):
    """What became of holding documents against the earlier report. ``growths``: how many could be
    worked out from both years' values; ``aims``: of how many aims the result was found, ``open``:
    of how many not; ``years``: how many documents are not of the year behind it, so that nothing
    was held against it."""

    growths: int = 0
    aims: int = 0
    open: int = 0
    years: int = 0
