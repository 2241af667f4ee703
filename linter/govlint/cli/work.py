"""What is done with one document, in whichever process: from the job to the printed page."""

from __future__ import annotations

from collections.abc import Callable

from govlint.diagnostics.result import FileResult, Tally
from govlint.engine.plan import Job
from govlint.engine.run import InternalFault
from govlint.records import NamedTuple
from govlint.reporters.base import Style, find_reporter


class Done(NamedTuple):
    """What is kept of a document: the ``page`` that is printed of the file at ``path``, its
    ``tally``, which entries of ignore-text it ``used``, and a ``fault`` that is to be told."""

    path: str
    page: str
    tally: Tally
    used: frozenset[int] = frozenset()
    fault: Exception | None = None


class Work:
    """``do`` it, and print the result in ``format``. All of it can be sent to another process."""

    def __init__(self, do: Callable[[Job], FileResult], format_: str, style: Style) -> None:
        self._do = do
        self._format = format_
        self._style = style

    def __call__(self, job: Job) -> Done:
        """What becomes of ``job``, whatever happens: one document never stops the others."""
        try:
            return self.show(self._do(job))
        except InternalFault as fault:
            return self.fail(job, fault)
        except Exception as fault:  # noqa: BLE001 — which is the promise
            return self.fail(job, InternalFault.of(job.target.shown, fault))

    def fail(self, job: Job, fault: InternalFault) -> Done:
        """What becomes of ``job`` where govlint itself fails: its document counts as not read."""
        return self.show(FileResult(job.target.shown, (), None, job.group.fail_level, fault=fault))

    def lose(self, job: Job, status: int | None) -> Done:
        """What becomes of ``job`` where its process has ended with ``status``."""
        return self.fail(job, InternalFault(job.target.shown, "ProcessEnded", str(status)))

    def show(self, result: FileResult) -> Done:
        """The page of ``result``, and what is counted of it."""
        tally = Tally()
        tally.add(result)
        page = "".join(find_reporter(self._format).page(result, self._style))
        return Done(result.path, page, tally, result.used, result.fault)
