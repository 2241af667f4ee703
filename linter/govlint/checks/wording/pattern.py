"""pattern: does the text say something it must not?

A phrase that cannot occur without one of a few literals is looked for only in lines that hold
one of them, and is not even compiled where there is none: most rules cost a ``str.find``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from govlint import warm
from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: phrases; the group ``hit`` of one, where it has one, is what is reported.
    ``view``: ``body`` (one width, noise blanked), ``text`` (one width) or ``source``.
    ``within``: look in the title only. ``whole``: a match may run over several lines.
    ``together``: hits in neighbouring lines are one finding, at the first of them.
    ``replace``: what a fix puts in the place of the hit. ``formats``: the formats it is for.
    """

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    view: Literal["body", "text", "source"] = "body"
    within: Literal["", "title"] = ""
    whole: bool = False
    replace: str = "\0"
    together: bool = False
    formats: tuple[str, ...] = ("txt", "md")


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if facts.document.format not in params.formats:
        return
    found = _findings(facts, params)
    yield from _joined(facts, found) if params.together else found


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
        if start < last:
            continue
        last = end
        fields = {name: match[name] or "" for name in groups} if len(groups) > 1 else _NONE
        edits = () if params.replace == "\0" else (Edit(Span(start, end), params.replace),)
        yield Finding(Span(start, end), fields=fields, edits=edits)


_CROWDED = 50
"""Code points for each needle: where they stand closer, one pass over the text costs less."""

_FEW = 12
"""So few needles that no other set need be counted."""

_NONE: dict[str, str | int] = {}


def view(facts: Facts, name: str) -> str:
    """The text that a rule looks at."""
    if name == "source":
        return facts.document.source.text
    return facts.body if name == "body" else facts.text


def matches(facts: Facts, params: Params) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    text = view(facts, params.view)
    for regex, needles, reach in zip(params.find, params.needles, params.reaches, strict=True):
        total, sets = plan(facts, text, needles)
        if not total:
            continue
        if params.within:
            found += compiled(regex).finditer(text, *facts.title.span)
        elif params.whole or not sets or total > len(text) // _CROWDED:
            found += compiled(regex).finditer(text)
        else:
            for start, end in windows(text, sets, reach):
                found += compiled(regex).finditer(text, start, end)
    if len(params.find) > 1:
        found.sort(key=lambda match: (match.start(), -match.end()))
    return found


Sets = list[tuple[str, ...]]


def plan(facts: Facts, text: str, needles: tuple[tuple[str, ...], ...]) -> tuple[int, Sets]:
    """How often ``text`` holds a member of the rarest set, 0 where a set has none; and the sets
    of literals with the rarest first. (1, []) where nothing is known."""
    if any(_lacks(facts, text, members) for members in needles):
        return 0, []
    best, rarest = 0, 0
    for index, members in enumerate(needles):
        if members[0][0] == "\1":
            continue
        total = 0
        for member in members:
            total += facts.count(member, text)
        if not total:
            return 0, []
        if not best or total < best:
            best, rarest = total, index
        if total <= _FEW:
            break
    if not best:
        return 1, []
    others = [members for members in needles if members[0][0] != "\1"]
    others.remove(needles[rarest])
    if text is facts.document.source.text:
        return best, [needles[rarest], *others]
    present = tuple(member for member in needles[rarest] if facts.count(member, text))
    return best, [present, *others]


def _lacks(facts: Facts, text: str, members: tuple[str, ...]) -> bool:
    """Whether ``text`` is known to hold none of ``members``."""
    if members[0][0] == "\1":
        return not any(facts.count(member, text) for member in members)
    return facts.lacks(members, text)


def possible(facts: Facts, text: str, needles: tuple[tuple[str, ...], ...]) -> bool:
    """Whether ``text``, a view of the document, has a member of each set."""
    return plan(facts, text, needles)[0] > 0


@lru_cache(maxsize=1024)
def compiled(regex: str) -> re.Pattern[str]:
    """``regex``, compiled when it is first needed: most never are."""
    return warm.compiled(regex)


def windows(text: str, sets: Sets, reach: int) -> list[tuple[int, int]]:
    """Where a match can lie: around a member of the first set, with one of each other set
    within ``reach`` (0: in the same line); in order and apart."""
    rarest, *others = sets
    if not reach:
        return _lines(text, rarest, others)
    size = len(text)
    found: list[tuple[int, int]] = []
    for member in rarest:
        width = len(member) + reach
        position = text.find(member)
        while position >= 0:
            low, high = position - reach, position + width
            low = max(0, low)
            if not others or _each(text, low, high, others):
                start = text.rfind("\n", low, position) + 1 or low
                end = text.find("\n", position, high) + 1 or min(high, size)
                found.append((start, end))
            position = text.find(member, position + 1)
    return _merged(found)


def _lines(text: str, rarest: tuple[str, ...], others: Sets) -> list[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for member in rarest:
        position = text.find(member)
        while position >= 0:
            start = text.rfind("\n", 0, position) + 1
            end = text.find("\n", position) + 1 or len(text)
            if not others or _each(text, start, end, others):
                found.add((start, end))
            position = text.find(member, end) if end < len(text) else -1
    return sorted(found)


def _each(text: str, start: int, end: int, sets: Sets) -> bool:
    for members in sets:
        for member in members:
            if text.find(member, start, end) >= 0:
                break
        else:
            return False
    return True


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(spans) < 2:
        return spans
    spans.sort()
    merged = [spans[0]]
    for start, end in spans[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


CHECK = Check("pattern", Params, run, fields=("text",), roles=("also",))
