"""pattern: does the text say something it must not?

A phrase that cannot occur without one of a few literals is looked for only in lines that hold
one of them, and is not even compiled where there is none: most rules cost a ``str.find``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.checks.wording.replacement import NOTHING, replacement, replacement_fault
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import ANYWHERE, Search, compiled, find_all, search_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: phrases; the group ``hit`` of one, where it has one, is what is reported.
    ``view``: ``body`` (one width, noise blanked), ``text`` (one width) or ``source``.
    ``within``: look in the title only. ``whole``: a match may run over several lines.
    ``together``: hits in neighbouring lines are one finding, at the first of them.
    ``replace``: what a fix puts in the place of the hit; ``{name}`` in it stands for what the
    source has where that group matched. ``map``: what becomes of the parts of such a group, or of
    the hit, ``wrong=right`` each. What a fix puts is the field ``right``. ``once``: all hits are
    one finding, at the first; none where there are ``habit`` of them, or more, and more than of
    what they should be, the literals ``against``. ``formats``: the formats it is for.
    """

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    view: Literal["body", "text", "source"] = "body"
    within: Literal["", "title"] = ""
    whole: bool = False
    replace: str = NOTHING
    map: tuple[str, ...] = ()
    together: bool = False
    once: bool = False
    habit: int = 0
    against: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("txt", "md")

    def __hash__(self) -> int:  # by identity: a rule's parameters are made once
        return id(self)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if facts.document.format not in params.formats:
        return
    found = _findings(facts, params)
    if params.once:
        every = list(found)
        if every and not _is_habit(facts.body, len(every), params):
            yield _first(every)
    else:
        yield from _joined(facts, found) if params.together else found


def _is_habit(text: str, found: int, params: Params) -> bool:
    """Whether a document writes so more often than as it should."""
    return 0 < params.habit <= found and found > sum(map(text.count, params.against))


def _joined(facts: Facts, found: Iterator[Finding]) -> Iterator[Finding]:
    """Each run of findings whose lines follow one another (blank lines aside) as one."""
    run: list[Finding] = []
    for finding in found:
        assert finding.span is not None
        if run and run[-1].span is not None:
            between = facts.text[run[-1].span.end : finding.span.start].split("\n")[1:-1]
            if any(line.strip() for line in between):
                yield _first(run)
                run = []
        run.append(finding)
    if run:
        yield _first(run)


def _first(run: list[Finding]) -> Finding:
    also = tuple(Related(f.span, "also") for f in run[1:] if f.span is not None)
    return run[0]._replace(related=also, edits=tuple(edit for f in run for edit in f.edits))


def _findings(facts: Facts, params: Params) -> Iterator[Finding]:
    last = -1
    for match in matches(facts, params):
        groups = match.re.groupindex
        start, end = match.span("hit" if "hit" in groups else 0)
        if start < last or (
            match.string[start:end].isspace() and not facts.text[start:end].isspace()
        ):
            continue  # the latter: blanked out, as the ** of Markdown
        last = end
        if end > start + 1 and facts.document.source.text.startswith("\r\n", end - 1):
            end -= 1  # the fold has a space for the \r, which is no part of the line
        fields = {name: match[name] or "" for name in groups} if len(groups) > 1 else {}
        hit = Span(start, end)
        if not _replaces(params):
            yield Finding(hit, fields=fields)
            continue
        right = replacement(params.replace, params.map, match, facts.document.source.text, hit)
        yield Finding(hit, fields={**fields, "right": right}, edits=(Edit(hit, right),))


def names(params: Params) -> tuple[str, ...]:
    """``right``, where there is something that a fix puts."""
    return ("right",) if _replaces(params) else ()


def fault(params: Params) -> str:
    """What is wrong with what a fix would put."""
    return replacement_fault(params.replace, params.map, params.find)


def _replaces(params: Params) -> bool:
    return bool(params.map) or params.replace != NOTHING


@lru_cache(maxsize=512)
def searches(params: Params) -> tuple[Search, ...]:
    """The phrases of a rule, ready to be looked for."""
    parts = zip(params.find, params.needles, params.reaches, strict=True)
    return tuple(search_for(r, needs, -1 if params.whole else reach) for r, needs, reach in parts)


def _asked(params: Params) -> tuple[Search, ...]:
    """The same; nothing is known of the source, in which a mark may be half of its width."""
    return (*searches(params), *((ANYWHERE,) if params.view == "source" else ()))


def view(facts: Facts, name: str) -> str:
    """The text that a rule looks at."""
    if name == "source":
        return facts.document.source.text
    return facts.body if name == "body" else facts.text


def matches(facts: Facts, params: Params) -> list[re.Match[str]]:
    """Every match of the phrases of a rule, in order."""
    text = view(facts, params.view)
    ready = searches(params)
    if params.within:
        title = facts.title.span
        return [m for search in ready for m in compiled(search.regex).finditer(text, *title)]
    known = facts.literals_of(text)
    found = find_all(text, known, ready)
    if len(ready) > 1 and len(found) > 1:
        found.sort(key=lambda match: (match.start(), -match.end()))
    return found


CHECK = Check(
    "pattern",
    Params,
    run,
    fields=("text",),
    roles=("also",),
    searches=_asked,
    fault=fault,
    names=names,
)
