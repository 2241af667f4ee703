"""pattern: does the text say something it must not?

A phrase that cannot occur without one of a few literals is looked for only in lines that hold
one of them, and is not even compiled where there is none: most rules cost a ``str.find``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from govlint.checks.base import Check, Needles, Regexes
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: phrases; the group ``hit`` of one, where it has one, is what is reported.
    ``view``: ``body`` (one width, noise blanked), ``text`` (one width) or ``source``.
    ``whole``: a match may run over several lines. ``replace``: what a fix puts in the place of
    the hit. ``least``: how many hits a document must have before any is reported. ``once``:
    report the first and list the others as related places. ``formats``: the formats it is for.
    """

    find: Regexes
    needles: Needles = Needles(())
    view: Literal["body", "text", "source"] = "body"
    whole: bool = False
    replace: str = "\0"
    least: int = 1
    once: bool = False
    formats: tuple[str, ...] = ("txt", "md")


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if facts.document.format not in params.formats:
        return
    text = _view(facts, params.view)
    found = list(_findings(text, params))
    if len(found) >= params.least:
        yield from found


def _view(facts: Facts, name: str) -> str:
    if name == "source":
        return facts.document.source.text
    return facts.body if name == "body" else facts.text


def _findings(text: str, params: Params) -> Iterator[Finding]:
    last = -1
    for match in _matches(text, params):
        start, end = match.span("hit" if "hit" in match.re.groupindex else 0)
        if start < last:
            continue
        last = end
        fields = {name: value or "" for name, value in match.groupdict().items()}
        edits = () if params.replace == "\0" else (Edit(Span(start, end), params.replace),)
        yield Finding(Span(start, end), fields=fields, edits=edits)


def _matches(text: str, params: Params) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for regex, needles in zip(params.find, params.needles, strict=True):
        if params.whole or not needles:
            found += compiled(regex).finditer(text)
        else:
            for start, end in _lines(text, needles.split("\0")):
                found += compiled(regex).finditer(text, start, end)
    found.sort(key=lambda match: (match.start(), -match.end()))
    return found


@lru_cache(maxsize=1024)
def compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.MULTILINE)


def _lines(text: str, needles: list[str]) -> list[tuple[int, int]]:
    """The lines that hold one of ``needles``, each once, in order."""
    found: set[tuple[int, int]] = set()
    for needle in needles:
        position = text.find(needle)
        while position >= 0:
            start = text.rfind("\n", 0, position) + 1
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            found.add((start, end))
            position = text.find(needle, end)
    return sorted(found)


CHECK = Check("pattern", Params, run, fields=("text",))
