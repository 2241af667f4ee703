"""Work spread over processes: the same results in the same order, whatever becomes of a process.

``multiprocessing.Pool`` waits for ever for a process that was killed, and the executor of
``concurrent.futures`` gives up all that is still to do; so jobs are handed out here, over pipes: a
process that ends closes its pipe. See docs/adr/0015-processes.md.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pickle import dumps
from typing import Any, Generic, TypeVar

from govlint.engine.pool_process import serve
from govlint.records import NamedTuple

J = TypeVar("J")
R = TypeVar("R")

_IN_HAND = 2
"""Jobs that a process has at a time: the next is there when one is done."""
_AHEAD = 16
"""Results for each process that may wait for an earlier one: a bound for memory."""
_GRACE = 5.0
"""Seconds in which a process may end what it is writing."""


class Task(NamedTuple, Generic[J, R]):
    """``work`` turns a job into a result. ``lose`` makes the result of a job whose process has
    ended, with what status. ``here``: whether only the process that asks can do a job."""

    work: Callable[[J], R]
    lose: Callable[[J, int | None], R]
    here: Callable[[J], bool]


def start_method() -> str:
    """``fork`` costs nothing where it is safe; elsewhere a process starts from scratch."""
    forks = "fork" in get_all_start_methods() and sys.platform != "darwin"
    return "fork" if forks else "spawn"


def spread(
    task: Task[J, R], jobs: Sequence[J], processes: int, method: str | None = None
) -> Iterator[R]:
    """The results of ``jobs``, in order, worked out by so many ``processes``.

    No process outlives the iterator; where it is closed early those at work are interrupted.
    """
    pool = _Pool(task, jobs, method or start_method())
    try:
        for _ in range(processes):
            pool.start()
        for place in range(len(jobs)):
            yield pool.result(place)
    finally:
        pool.stop()


class _Worker(NamedTuple):
    """A process, our end of its pipe, and the places of the jobs that it has in hand; None stands
    for its start."""

    process: BaseProcess
    pipe: Connection
    hand: list[int | None]


class _Pool(Generic[J, R]):
    """``_todo``: places of jobs that nobody has; ``_done``: results that were not asked for yet."""

    def __init__(self, task: Task[J, R], jobs: Sequence[J], method: str) -> None:
        self._task = task
        self._jobs = jobs
        self._context = get_context(method)
        self._forks = method == "fork"
        payload: Any = (task.work, jobs)
        self._payload = payload if self._forks else dumps(payload)
        self._todo = deque(range(len(jobs)))
        self._done: dict[int, R] = {}
        self._workers: dict[Connection, _Worker] = {}

    def start(self) -> None:
        """Start a process. Where the system allows no more, those that there are do."""
        ours, theirs = self._context.Pipe()
        inherited = (ours, *self._workers) if self._forks else ()
        process = self._context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, inherited, self._payload, gc.get_threshold()), daemon=True
        )
        # A process is born deaf to Ctrl-C, and listens when it is ready for it.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            process.start()
        except OSError:
            ours.close()
        else:
            self._workers[ours] = _Worker(process, ours, [None])
        finally:
            signal.signal(signal.SIGINT, before or signal.SIG_DFL)
            theirs.close()

    def result(self, place: int) -> R:
        """The result of the job at ``place``; they are asked for in order."""
        while place not in self._done:
            self._hand_out(place)
            if self._workers:
                self._collect()
            elif place not in self._done:
                self._do(self._todo.popleft())
        return self._done.pop(place)

    def stop(self) -> None:
        """Interrupt those at work, let the others go home."""
        for pipe, worker in self._workers.items():
            pipe.close()
            if worker.hand and worker.process.pid and os.name != "nt":  # a console tells them all
                with suppress(ProcessLookupError):
                    os.kill(worker.process.pid, signal.SIGINT)
        for worker in self._workers.values():
            worker.process.join(_GRACE)
            if worker.process.is_alive():
                worker.process.kill()

    def _hand_out(self, first: int) -> None:
        """Give every process its share, but nothing too far ahead of ``first``."""
        free = [worker for worker in self._workers.values() if len(worker.hand) < _IN_HAND]
        last = first + _AHEAD * (len(self._workers) or 1)
        while self._todo and self._todo[0] < last and free:
            place = self._todo.popleft()
            if self._task.here(self._jobs[place]):
                self._do(place)
                continue
            worker = min(free, key=lambda each: len(each.hand))
            with suppress(OSError):  # it has ended, which its pipe will say
                worker.pipe.send(place)
            worker.hand.append(place)
            free = [each for each in free if len(each.hand) < _IN_HAND]

    def _do(self, place: int) -> None:
        self._done[place] = self._task.work(self._jobs[place])

    def _collect(self) -> None:
        """Wait for a process that has something to say."""
        for pipe in wait(list(self._workers)):
            assert isinstance(pipe, Connection)
            worker = self._workers[pipe]
            try:
                place, result = pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            worker.hand.remove(place)
            if place is not None:
                self._done[place] = result

    def _bury(self, worker: _Worker) -> None:
        """One has ended: the job it was at is lost, others take the rest. Where it has not even
        come to its first job, another would not either."""
        del self._workers[worker.pipe]
        worker.pipe.close()
        worker.process.join(_GRACE)
        places = [place for place in worker.hand if place is not None]
        if None not in worker.hand and places:
            lost = places.pop(0)
            self._done[lost] = self._task.lose(self._jobs[lost], worker.process.exitcode)
            if self._todo or places:
                self.start()
        self._todo.extendleft(reversed(places))
