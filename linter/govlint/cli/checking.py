"""Paths to findings on the screen."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
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
from govlint.diagnostics.result import FileResult, Tally
from govlint.engine.files import STDIN
from govlint.engine.plan import Job, Plan, make_plan
from govlint.engine.run import InternalFault, lint_paths
from govlint.reporters.base import Style, find_reporter


def check(options: Namespace) -> int:
    """Check, or fix, what the command line says; the exit status."""
    settings = to_settings(options)
    plan = make_plan(options.paths, settings)
    if options.output is not None:
        from govlint.cli.output import refuse_inputs

        refuse_inputs(options.output, (job.target.path for job in plan.jobs))
    style = _style(options, plan)
    tally, problems = Tally(), list(plan.problems)

    def report(fault: InternalFault) -> None:
        from govlint.cli.faults import describe

        problems.append(describe(fault))

    do = _fixer(options, problems.append) if options.fix or options.diff else None
    results = tally.watch(_progress(lint_paths(plan, report, do), plan, quiet=options.quiet))
    reporter = find_reporter("diff" if options.diff else options.output_format)
    pieces = reporter.render(results, tally, style)
    try:
        _write(pieces, options, tally, style)
    except BrokenPipeError:
        from govlint.cli.console import silence

        silence()
    for problem in problems:
        complain(problem)
    would_change = options.diff and tally.changed
    return 2 if problems else int(bool(tally.failing or tally.unread or would_change))


def _fixer(options: Namespace, complain: Callable[[str], None]) -> Callable[[Job], FileResult]:
    from govlint.engine.fixing import Fixer, dry

    if options.diff:
        return partial(dry, unsafe=options.unsafe_fixes)
    from govlint.cli.fix_faults import tell

    return Fixer(lambda path, fault: complain(tell(path, fault)), unsafe=options.unsafe_fixes)


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


def _progress(results: Iterator[FileResult], plan: Plan, *, quiet: bool) -> Iterator[FileResult]:
    if quiet or len(plan.jobs) < 2 or not is_terminal(sys.stderr):
        return results
    from govlint.cli.progress import progress

    return progress(results, len(plan.jobs), sys.stderr)


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
