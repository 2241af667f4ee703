"""contents: does a table of contents call each part what the text calls it, on what page?

Asked of the numbered lines below 目录, and of those below each of them, against the headings of
the text that bear the same mark in the same place. The pages behind the lines never go back, but
to 1 where another volume begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.contents import opens_contents, title_of
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import LEVEL1, Heading
from govlint.text.span import Span

_BLANKS = re.compile(r"[ \t\u3000]")
_LONGEST = 40
_PAGED = re.compile(
    r"^[^\n。；]{2,50}?(?:…|[.·—-]{3})[.·…— \u3000-]{0,80}"
    r"[（(]?(?P<page>[0-9]{1,3})[）)]?[ \u3000]{0,4}$",
    re.MULTILINE,
)
_FEWEST = 4
_APART = 40
"""Code points: a line without its page may stand between two that have theirs."""


class Params(NamedTuple):
    """``report``: titles or pages."""

    report: Literal["titles", "pages"] = "titles"


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    yield from (_titles if params.report == "titles" else _pages)(facts)


def _pages(facts: Facts) -> Iterator[Finding]:
    """The one page of a table that is lower than that above it."""
    runs: list[list[re.Match[str]]] = []
    for match in _PAGED.finditer(facts.body):
        if runs and match.start() - runs[-1][-1].end() <= _APART:
            runs[-1].append(match)
        else:
            runs.append([match])
    for lines in runs:
        pages = [int(line["page"]) for line in lines]
        back = [n for n, (a, b) in enumerate(pairwise(pages), 1) if b < a]
        if len(lines) < _FEWEST or len(back) != 1 or pages[back[0]] == 1:
            continue
        wrong, least = back[0], pages[back[0] - 1]
        if all(page >= least for page in pages[wrong + 1 :]):
            here, there = lines[wrong], lines[wrong - 1]
            fields: dict[str, str | int] = {"here": here["page"], "there": there["page"]}
            above = Span(*there.span("page"))
            yield Finding(Span(*here.span("page")), fields, (Related(above, "there"),))


def _titles(facts: Facts) -> Iterator[Finding]:
    outline = facts.outline
    tops = [h for h in outline.headings if opens_contents(facts.body, h.span)]
    if len(tops) != 1:
        return
    contents = outline.headings.index(tops[0])
    listed = outline.children(contents)
    if not listed:
        return
    last = max(listed)
    told = [i for i in range(last + 1, len(outline.headings)) if _is_top(outline.headings[i])]
    yield from _compared(facts, listed, told, deep=True)


def _compared(facts: Facts, listed: list[int], told: list[int], *, deep: bool) -> Iterator[Finding]:
    headings = facts.outline.headings
    names = {_title(facts, headings[i]) for i in told}
    for index in listed:
        line = headings[index]
        same = [i for i in told if _mark(headings[i]) == _mark(line)]
        if len(same) != 1:
            continue
        here, there = _title(facts, line), _title(facts, headings[same[0]])
        if _differ(here, there) and here not in names:  # it may stand there with another number
            yield Finding(
                Span(line.title.start, line.title.start + len(title_of(facts.body, line))),
                {"here": here, "there": there[:_LONGEST]},
                (Related(headings[same[0]].title, "there"),),
            )
        if deep:
            below = facts.outline.children
            yield from _compared(facts, below(index), below(same[0]), deep=False)


def _differ(here: str, there: str) -> bool:
    """Whether neither holds the other: a table of contents may be short."""
    return bool(here and there) and here not in there and there not in here


def _is_top(heading: Heading) -> bool:
    return heading.ordinal is not None and heading.rank <= LEVEL1


def _mark(heading: Heading) -> tuple[str, int | None]:
    return heading.shape, heading.ordinal


def _title(facts: Facts, heading: Heading) -> str:
    return _BLANKS.sub("", title_of(facts.body, heading)).rstrip("。；：")


def _searches(_params: Params) -> tuple[Search, ...]:
    return (search_for("目[ \u3000]{0,4}[录次]", (("目",),), 8),)


CHECK = Check(
    "contents", Params, run, fields=("here", "there"), roles=("there",), searches=_searches
)
