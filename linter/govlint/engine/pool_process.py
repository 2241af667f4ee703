"""What a process of a pool does: one job after the other, until nobody asks any more."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pickle import loads
from typing import Any, NoReturn

from govlint.warm import warm


def serve(
    pipe: Connection,
    inherited: Sequence[Connection],
    payload: Any,
    thresholds: tuple[int, int, int],
) -> NoReturn:
    """Receive places of jobs from ``pipe`` and send each back with its result. Nobody asks any more
    once every other end of the pipe is closed, those included that a fork has ``inherited``.

    ``payload``: what does the work, and the jobs, pickled where a fork did not bring them along;
    ``thresholds``: those of the garbage collector.
    """
    try:
        for other in inherited:
            other.close()
        signal.signal(signal.SIGINT, _interrupt)
        if isinstance(payload, bytes):  # in a process from scratch
            gc.set_threshold(*thresholds)
            warm()
            payload = loads(payload)  # noqa: S301 — our own
        work, jobs = payload
        pipe.send((None, None))
        while True:
            place = pipe.recv()
            pipe.send((place, work(jobs[place])))
    except (EOFError, OSError, KeyboardInterrupt):
        pass
    finally:
        os._exit(0)  # it has nothing to clean up, and nothing to say


def _interrupt(_number: int, _frame: object) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # once is enough
    raise KeyboardInterrupt
