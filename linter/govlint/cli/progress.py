"""A line on standard error that says how far a long run has come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO, TypeVar

T = TypeVar("T")

_MANY = 20
_PATIENCE = 1.0
_PAUSE = 0.1


def progress(results: Iterable[T], total: int, stream: TextIO) -> Iterator[T]:
    """``results``; while the next one is worked out the line stands, and is gone before it comes.

    There is none for a run that is over before anybody could read it.
    """
    start = last = monotonic()
    shown = ""
    for done, result in enumerate(results, 1):
        if shown:
            stream.write(f"\r{' ' * (2 * len(shown))}\r")
            stream.flush()
            shown = ""
        yield result
        now = monotonic()
        if done < total and (total > _MANY or now - start > _PATIENCE) and now - last > _PAUSE:
            shown, last = f"已检查 {done}/{total}", now
            stream.write(shown)
            stream.flush()
