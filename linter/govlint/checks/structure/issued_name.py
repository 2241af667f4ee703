"""issued-name: is what a document issues called one name throughout?

``title``: 现将《……办法》印发 above a text that is headed ……规定, or has another character in its
title. ``own``: the text says 制定本办法, 本办法自……起施行, and no title in it ends so, though
one ends in another word for what lays down rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import BLANK, Span

_ANY = (
    "办法|规定|细则|条例|制度|规则|章程|守则|方案|预案|意见|计划|规划|要点|规程|准则|公约|措施|标准"
)
_ISSUED = search_for(
    rf"《(?P<name>[^《》\n]{{4,60}}?(?P<kind>{_ANY}))(?:（[^（）\n]{{1,12}}）)?》"
    r"(?=[^《》。；\n]{0,30}(?:印发|下发|发布|公布|转发|发给))",
    (("》印发", "》下发", "》发布", "》公布", "》转发", "》发给", "》予以", "》（", "》已"),),
    80,
)
_SELF = search_for(
    rf"(?:制[定订]|出台|编制)本(?P<hit>{_ANY})(?=[。，])"
    rf"|本(?P<from>{_ANY})自[^，。\n]{{2,14}}(?:施行|实施|执行|生效)",
    (tuple(f"本{kind}" for kind in _ANY.split("|")),),
    30,
)
_TITLE = re.compile(
    rf"(?P<name>[^，。；：！？《》“”\n]{{4,60}}?(?P<kind>{_ANY}))(?:（[^（）\n]{{1,12}}）)?"
)
_BOOK = re.compile(r"(?:印发|发布|公布)《(?P<name>[^《》]{4,60}?)(?:（[^（）]{1,12}）)?》")
_LINES = 4000
"""Code points behind a sentence in which what it issues begins."""
_SHORTEST = 6
_MOST = 1
"""Characters by which two names of one length are still the same text's."""


class Params(NamedTuple):
    """``report``: title or own."""

    report: Literal["title", "own"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from (_titles if params.report == "title" else _own)(facts)


def _lines(facts: Facts, start: int) -> Iterator[re.Match[str]]:
    """The lines behind ``start`` that are the name of something with rules in it."""
    text, end = facts.body, min(len(facts.body), start + _LINES)
    while start < end:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop].strip(BLANK)
        first = text.find(line, start) if line else start
        found = _TITLE.fullmatch(text, first, first + len(line)) if line else None
        if found is not None:
            yield found
        start = stop + 1


def _titles(facts: Facts) -> Iterator[Finding]:
    issued = find(facts.body, facts.literals, _ISSUED)
    yield from _announced(facts, issued)
    issued = [match for match in issued if match.start() >= facts.title.span.end]
    if len({match["name"] for match in issued}) != 1:
        return
    name, kind = issued[0]["name"], issued[0]["kind"]
    lines = list(_lines(facts, issued[0].end()))
    if any(line["name"] == name or name.endswith(line["name"]) for line in lines):
        return
    for line in lines:
        same = line["name"][: -len(line["kind"])] == name[: -len(kind)]
        if len(name) >= _SHORTEST and (same or _slipped(line["name"], name)):
            place = Span(*line.span("kind" if same else "name"))
            there = Related(Span(*issued[0].span("name")), "there")
            yield Finding(place, {"here": line["name"], "there": name}, (there,))
            return


def _announced(facts: Facts, issued: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """现将《……工作方案》印发给你们 below 关于印发《……实施方案》的通知."""
    title = facts.title.span
    titled = list(_BOOK.finditer(facts.body, *title)) if facts.title.spans else []
    if len(titled) != 1 or "转发" in facts.body[slice(*title)]:
        return
    name = titled[0]["name"].replace("\n", "")
    for match in issued:
        now = facts.body[max(title.end, match.start() - 4) : match.start()]
        if match.start() >= title.end and "现" in now and match["name"] != name:
            if match["name"] in name or name in match["name"]:
                return
            there = Related(Span(*titled[0].span("name")), "there")
            fields = {"here": match["name"], "there": name}
            yield Finding(Span(*match.span("name")), fields, (there,))
            return


def _slipped(one: str, other: str) -> bool:
    """Whether two names of one length differ by one character."""
    if len(one) != len(other):
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) == _MOST


def _own(facts: Facts) -> Iterator[Finding]:
    said = find(facts.body, facts.literals, _SELF)
    if not said:
        return
    titles = [*_lines(facts, facts.title.span.start if facts.title.spans else 0)]
    kinds = {line["kind"]: line for line in titles if line.start() < said[0].start()}
    if facts.title.spans:
        whole = facts.body[slice(*facts.title.span)].replace("\n", "")
        said = [match for match in said if (match["hit"] or match["from"]) not in whole]
    attached = {kind: facts.body.find("\n附件", line.end()) for kind, line in kinds.items()}
    named: dict[str, bool] = {}
    for match in said:
        group = "hit" if match["hit"] else "from"
        own = match[group]
        if own not in named:
            named[own] = own in kinds or f"{own}》" in facts.body
        if named[own]:
            continue
        for kind, line in kinds.items():
            if 0 <= attached[kind] < match.start():
                continue  # a text of its own, whose title may stand in two lines
            there = Related(Span(*line.span("kind")), "there")
            fields = {"here": f"本{own}", "there": line["name"]}
            yield Finding(Span(match.start(group) - 1, match.end(group)), fields, (there,))
            break


def _searches(params: Params) -> tuple[Search, ...]:
    return (_ISSUED,) if params.report == "title" else (_SELF,)


CHECK = Check(
    "issued-name",
    Params,
    run,
    fields=("here", "there"),
    roles=("there",),
    searches=_searches,
)
