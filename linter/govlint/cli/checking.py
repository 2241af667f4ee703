"""Paths to findings on the screen."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial

from govlint.cli.check_options import to_settings
from govlint.cli.console import (
    ambiguous_width,
    complain,
    is_terminal,
    takes_unicode,
    wants_color,
    width_of,
)
from govlint.cli.work import Done, Work
from govlint.diagnostics.result import FileResult, Tally
from govlint.engine.files import STDIN
from govlint.engine.plan import Job, Plan, make_plan
from govlint.engine.run import Silenced, lint_job
from govlint.reporters.base import Page, Style, find_reporter


def check(options: Namespace) -> int:
    """Check, or fix, what the command line says; the exit status."""
    settings = to_settings(options)
    plan = make_plan(options.paths, settings)
    if options.output is not None:
        from govlint.cli.output import refuse_inputs

        refuse_inputs(options.output, (job.target.path for job in plan.jobs))
    style = _style(options, plan)
    format_ = "diff" if options.diff else options.output_format
    work = _work(options)(_task(options), format_, style)
    tally, problems = Tally(), list(plan.problems)
    tally.foreign = plan.foreign
    with closing(_do(work, plan, options)) as done:
        shown = _progress(done, plan, quiet=options.quiet)
        pages = _pages(shown, work, plan, tally, problems.append)
        try:
            _write(find_reporter(format_).whole(pages, tally, style), options, tally, style)
        except BrokenPipeError:
            from govlint.cli.console import silence

            silence()
    for problem in problems:
        complain(_in_words(problem, style.language))
    if options.timing:
        from govlint.cli.timing import timing_lines

        sys.stderr.writelines(timing_lines(tally.times, style.language))
    would_change = options.diff and tally.changed
    return 2 if problems else int(bool(tally.failing or tally.unread or would_change))


def _in_words(problem: str, language: str) -> str:
    if language != "en":
        return problem
    from govlint.cli.english import english

    return english(problem)


def _work(options: Namespace) -> type[Work]:
    if not options.timing:
        return Work
    from govlint.cli.timing import TimedWork

    return TimedWork


def _task(options: Namespace) -> Callable[[Job], FileResult]:
    if not (options.fix or options.diff):
        return lint_job
    from govlint.engine.fixing import dry, mend_file

    return partial(dry if options.diff else mend_file, unsafe=options.unsafe_fixes)


def _do(work: Work, plan: Plan, options: Namespace) -> Generator[Done]:
    """``work`` done with every job of ``plan``, in order, by as many processes as that is worth."""
    if len(plan.jobs) > 1 and options.jobs != 1:
        from govlint.engine.processes import how_many

        processes = how_many(plan.jobs, options.jobs, writes=options.fix and not options.diff)
        if processes > 1:
            from govlint.engine.pool import Task, spread

            yield from spread(Task(work, work.lose, _is_stdin), plan.jobs, processes)
            return
    yield from map(work, plan.jobs)


def _is_stdin(job: Job) -> bool:
    return job.target.path == STDIN


def _pages(
    done: Iterable[Done], work: Work, plan: Plan, tally: Tally, complain: Callable[[str], None]
) -> Iterator[Page]:
    """The pages of all documents, and of the config files that silence what is no longer there;
    counted as they are taken."""
    silenced = Silenced()
    for job, each in zip(plan.jobs, done, strict=True):
        silenced.note(job, each.used)
        tally.join(each.tally)
        if each.fault is not None:
            from govlint.cli.faults import tell

            complain(tell(job.target.shown, each.fault))
        yield each.path, each.page
    for result in silenced.unused(plan):
        last = work.show(result)
        tally.join(last.tally)
        yield last.path, last.page


def _style(options: Namespace, plan: Plan) -> Style:
    """The language and the fail level of the summary are those of the first document."""
    group = plan.groups[0] if plan.groups else None
    stream, to_file = sys.stdout, options.output is not None
    return Style(
        language=options.lang or (group.language if group else "zh"),
        color=not (to_file and options.color == "auto") and wants_color(options.color, stream),
        width=width_of(stream),
        ambiguous=1 if to_file else ambiguous_width(stream),
        ascii=not to_file and not takes_unicode(stream),
        statistics=options.statistics,
        quiet=options.quiet,
        fail_level=options.fail_level or (group.fail_level if group else "error"),
        unsafe_fixes=options.unsafe_fixes,
        dry=options.diff,
        terminal=not to_file and is_terminal(stream),
    )


def _progress(done: Iterator[Done], plan: Plan, *, quiet: bool) -> Iterator[Done]:
    if quiet or len(plan.jobs) < 2 or not is_terminal(sys.stderr):
        return done
    from govlint.cli.progress import progress

    return progress(done, len(plan.jobs), sys.stderr)


def _write(pieces: Iterable[str], options: Namespace, tally: Tally, style: Style) -> None:
    if options.output is None:
        # a text that is fixed on its way through standard output has that for itself
        filtering = options.fix and not options.diff and STDIN in options.paths
        stream = sys.stderr if filtering else sys.stdout
        for piece in pieces:
            stream.write(piece)
        stream.flush()
    else:
        from govlint.cli.output import write_whole

        write_whole(options.output, pieces)
    if not options.quiet and (options.output is not None or options.diff):
        from govlint.reporters.words import summary_line

        sys.stderr.write(summary_line(tally, style))
