"""Texts, files and folders to results: lint_text ⊂ lint_path ⊂ lint_paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.result import FileResult
from govlint.engine.files import STDIN
from govlint.engine.lint import Options, facts_of, lint_facts
from govlint.engine.plan import Group, Job, Plan, make_plan
from govlint.engine.read import Unread, read_document
from govlint.engine.settings import Settings
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source


class InternalFault(Exception):
    """govlint itself has failed on ``path``. ``kind``: the class of the exception; ``place``:
    module and line. What the document says is not in it, since a draft may be confidential."""

    def __init__(self, path: str, kind: str, place: str) -> None:
        super().__init__(path, kind, place)
        self.path = path
        self.kind = kind
        self.place = place

    @classmethod
    def of(cls, path: str, fault: BaseException) -> InternalFault:
        return cls(path, type(fault).__name__, last_place(fault))


def lint_text(
    text: str, settings: Settings = Settings(isolated=True), *, path: str = STDIN
) -> tuple[Diagnostic, ...]:
    """The findings in ``text``; ``path`` is what it is called, and says ``.md`` for Markdown."""
    return lint_loaded(*as_job(text, settings, path)).diagnostics


def as_job(text: str, settings: Settings, path: str) -> tuple[Job, Document]:
    """What there is to do with a text that is in no file."""
    plan = make_plan([STDIN], settings._replace(stdin_filename=path))
    format_ = "md" if path.lower().endswith((".md", ".markdown")) else "txt"
    return plan.jobs[0], Document(Source(path, text), format_)


def lint_path(path: str, settings: Settings = Settings()) -> tuple[Diagnostic, ...]:
    """The findings in the file or folder at ``path``, under the config that is closest to it.

    Raises UsageFault where the path, the config or a rule file cannot be used.
    """
    plan = make_plan([path], settings)
    if plan.problems:
        raise UsageFault("；".join(plan.problems))
    found = [item for result in lint_paths(plan) for item in result.diagnostics]
    return tuple(sorted(found, key=lambda item: item.order))


def lint_paths(plan: Plan) -> Iterator[FileResult]:
    """The result of every document of ``plan``, in order, and then of its config files where
    they silence what no longer is there. Raises InternalFault."""
    silenced = Silenced()
    for job in plan.jobs:
        result = lint_job(job)
        silenced.note(job, result.used)
        yield result
    yield from silenced.unused(plan)


class Silenced:
    """Which entries of ignore-text have silenced something, by config."""

    def __init__(self) -> None:
        self._used: dict[str, frozenset[int]] = {}

    def note(self, job: Job, used: frozenset[int]) -> None:
        """``used`` are those that have in the document of ``job``."""
        if used:
            path = job.group.config.path
            self._used[path] = self._used.get(path, frozenset()) | used

    def unused(self, plan: Plan) -> Iterator[FileResult]:
        """The results of the config files with entries that never have, if all their documents
        were checked."""
        for group in plan.complete:
            result = _unused(group, self._used.get(group.config.path, frozenset()))
            if result.diagnostics:
                yield result


def lint_job(job: Job) -> FileResult:
    """The result of one document. Raises InternalFault."""
    try:
        document = read_document(job.target.path, job.target.shown, job.group.reading)
        if isinstance(document, Unread):
            return unread(job, document)
        return lint_loaded(job, document)
    except Exception as fault:
        raise InternalFault.of(job.target.shown, fault) from fault


def lint_loaded(job: Job, document: Document) -> FileResult:
    """The result of a document that has been read."""
    group = job.group
    options = Options(group.year, group.language, group.reference, group.previous, group.indicators)
    rules = group.rules(job.name)
    facts = facts_of(document, rules, options)
    found: Iterable[Diagnostic] = lint_facts(facts, rules, group.language)
    used: frozenset[int] = frozenset()
    if group.suppressions:
        found, used = group.suppressions.keep(found, job.name, document.text)
    return FileResult(
        job.target.shown,
        tuple(found),
        document.source,
        group.fail_level,
        held=facts.held,
        compared=facts.compared,
        used=used,
    )


def unread(job: Job, why: Unread) -> FileResult:
    """The result of one that could not be."""
    rule = job.group.rule_set.events[why.event]
    found = _placeless(rule, job.target.shown, why.fields, job.group.language)
    return FileResult(job.target.shown, (found,), None, job.group.fail_level)


def _unused(group: Group, used: frozenset[int]) -> FileResult:
    """The entries of ignore-text that are not ``used``, of rules that were asked."""
    path, rules = group.config.path, group.rule_set
    event = rules.events["unused-suppression"]
    on = {name for rule in rules.rules for name in (rule.id, rule.name)}
    found = [
        _placeless(
            event,
            path,
            {"rule": entry.rule, "text": entry.text, "reason": f"{entry.file}:{entry.line}"},
            group.language,
        )
        for entry in group.suppressions.unused(used)
        if entry.rule in on and event.id not in rules.off
    ]
    return FileResult(path, tuple(found), None, group.fail_level, document=False)


def _placeless(rule: Rule, path: str, fields: Mapping[str, str | int], language: str) -> Diagnostic:
    message = rule.body.messages.get(language) or rule.body.messages["zh"]
    return Diagnostic(
        code=rule.id,
        name=rule.name,
        severity=rule.severity,
        message=message.format_map(fields),
        path=path,
        span=None,
        start=None,
        end=None,
        text="",
        related=(),
        fix=None,
        basis=rule.body.basis,
        section=(),
        sentence="",
    )


def last_place(fault: BaseException) -> str:
    """Where in govlint ``fault`` came up, as ``module:line``."""
    trace, place = fault.__traceback__, ""
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/")
        place = f"{file.rpartition('govlint/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
