"""How many processes a run is worth."""

from __future__ import annotations

import os
from collections.abc import Sequence

from govlint.engine.files import STDIN
from govlint.engine.plan import Job

WORTH = 1_000_000
"""Bytes that make a process worth its start."""
_MOST = 60
"""Windows can wait for no more at a time."""


def how_many(jobs: Sequence[Job], asked: int | None, *, writes: bool) -> int:
    """Processes for ``jobs``: as ``asked``, or else as many as processors and bytes make sensible.

    One where two names lead to one file that is to be written: the second must find it fixed.
    """
    most = min(len(jobs), _MOST)
    if most < 2 or asked == 1:
        return 1
    size, twice = _weigh(jobs)
    if writes and twice:
        return 1
    return min(most, asked or min(_processors(), size // WORTH or 1))


def _weigh(jobs: Sequence[Job]) -> tuple[int, bool]:
    """The bytes of all files together, and whether one of them is there twice."""
    size = 0
    seen: set[tuple[int | str, int]] = set()
    paths = [job.target.path for job in jobs if job.target.path != STDIN]
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:  # reading it will say why
            seen.add((path, 0))
            continue
        size += status.st_size
        seen.add((status.st_dev, status.st_ino) if status.st_ino else (path, 0))
    return size, len(seen) < len(paths)


def _processors() -> int:
    """Those that this process may use, where the system tells."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
