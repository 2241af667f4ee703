"""abbreviations: is a short name used, once it has been introduced, and the full one no more? Is
it the one that is used: 《规定》 where 《……办法》（以下简称《办法》） was introduced?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.checks.phrases import searches_of
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import find
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_KINDS = "办法|规定|细则|条例|方案|意见|通知|规划|计划|标准|规范|指南|决定|要点|规程|预案|准则|纲要"
_KIND = re.compile(_KINDS)
_BARE = re.compile(f"《(?P<kind>{_KINDS})》")
_NEAR = 3
"""A shorter name has no character inside that might be another."""
_BESIDE = "在对由向为将把与和及以本该从到经按，。；：、！？（“\n 　"
"""Behind these a name begins."""
_SHORTEST = 8
"""A full name with fewer characters is hardly longer than its short form."""


class Params(NamedTuple):
    """``find``: how a short name is introduced; its group ``name`` is the name, ``full`` what ends
    with the full one. ``report``: ``unused`` short names, the full one ``again``, or ``other``
    short names, of another kind than any that the text introduces or names in full; what is
    ``near`` a short name, one character inside it being another."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    report: Literal["unused", "again", "other", "near"] = "unused"


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body
    matches = [m for search in searches_of(params) for m in find(text, facts.literals, search)]
    if params.report == "other":
        yield from _other(text, matches)
        return
    for match in matches:
        if params.report == "again":
            yield from _again(facts, match)
        elif params.report == "near":
            yield from _near(text, match)
        elif text.find(match["name"], match.end()) < 0:
            yield Finding(Span(*match.span("name")), {"name": match["name"]})


def _other(text: str, matches: list[re.Match[str]]) -> Iterator[Finding]:
    """The bare kinds in title marks that nothing in the text is called."""
    names = {match["name"] for match in matches}
    kinds = {name for name in names if _KIND.fullmatch(name)}
    if not kinds or kinds != names:
        return
    once: dict[str, bool] = {}
    for match in _BARE.finditer(text, min(match.end() for match in matches)):
        kind = match["kind"]
        if kind not in once:
            once[kind] = text.count(kind + "》") == text.count(f"《{kind}》") == 1
        if kind not in names and once[kind]:
            yield Finding(Span(*match.span()), {"name": min(kinds)})


def _near(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """Where what is almost the short name stands by itself, once and behind it (先行区)."""
    name = match["name"]
    for inside in range(1, len(name) - 1) if len(name) >= _NEAR else ():
        head, tail = name[:inside], name[inside + 1 :]
        place = text.find(head, match.end())
        while place >= 0:
            other = text[place : place + len(name)]
            alone = other.endswith(tail) and len(other) == len(name) and other != name
            if alone and text[place - 1] in _BESIDE and text.count(other) == 1:
                yield Finding(Span(place, place + len(name)), {"name": name})
            place = text.find(head, place + 1)


def _again(facts: Facts, match: re.Match[str]) -> Iterator[Finding]:
    """The first place behind where the full name stands in a sentence. What precedes it in its
    first sentence (成立, 印发) is not known to be no part of it, so that the longest end of it that
    is met again is taken for it."""
    text, full = facts.body, match["full"]
    for start in range(len(full) - _SHORTEST + 1):
        place = text.find(full[start:], match.end())
        if place >= 0:
            span = Span(place, place + len(full) - start)
            longer = len(full) - start > len(match["name"]) + 2
            if longer and "。" in text[slice(*facts.line(place))]:
                yield Finding(span, {"name": match["name"]})
            return


CHECK = Check("abbreviations", Params, run, fields=("name",), searches=searches_of)
