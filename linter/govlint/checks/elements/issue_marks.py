"""issue-marks: does a document tell its number, its date and the numbers of others but one way?

The head that a web site puts above a document names its number and its date (发文字号, 成文日期),
which stand in the document again; and where a title in 《》 is named twice with its number, both
are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.slips import is_slip
from govlint.text.span import Span
from govlint.text.years import YEAR

_MARK = rf"(?P<organ>[一-龥]{{1,16}})〔(?P<year>{YEAR})〕第?(?P<number>[0-9]{{1,5}})号"
_NAMED = search_for(
    rf"《(?P<title>[^《》\n]{{4,60}})》（(?P<mark>{_MARK})[）、，；]", (("》（",), ("〔",)), 110
)
_DAY = rf"(?P<y>{YEAR})年0?(?P<m>1[0-2]|[1-9])月0?(?P<d>[12][0-9]|3[01]|[1-9])日"
_HEAD_MARK = re.compile(
    rf"(?:发文字号|文\s{{0,4}}号)[：:]\s{{0,4}}(?P<mark>{_MARK})\s*$", re.MULTILINE
)
_HEAD_DAY = re.compile(rf"(?:成文日期|发文日期)[：:]\s{{0,4}}(?P<day>{_DAY})\s*$", re.MULTILINE)
_OWN_MARK = re.compile(rf"^[ \u3000]*(?P<mark>{_MARK})[ \u3000]*$", re.MULTILINE)
_OWN_DAY = re.compile(rf"^[ \u3000]*(?P<day>{_DAY})[ \u3000]*$", re.MULTILINE)
_HEAD = 1500
"""Code points in which the head of a page stands."""
_NEAR = 20
_BESIDE = ("）、", "）和", "）及", "）与", "）以及")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    yield from _named(facts)
    yield from _again(facts.text, _HEAD_MARK, _OWN_MARK, "mark", ("organ", "year", "number"))
    yield from _again(facts.text, _HEAD_DAY, _OWN_DAY, "day", ("y", "m", "d"))


def _named(facts: Facts) -> Iterator[Finding]:
    """The titles that are named with two numbers of one year, or of two years with one number."""
    told: dict[str, re.Match[str]] = {}
    for match in find(facts.body, facts.literals, _NAMED):
        first = told.setdefault(match["title"], match)
        beside = facts.body[first.end() - 1 : match.start()] in _BESIDE
        if first["organ"] != match["organ"] or beside:
            continue  # two of one title are listed
        year, number = first["year"] != match["year"], first["number"] != match["number"]
        slipped = is_slip(first["number"], match["number"])
        if (year and not number) or (number and not year and slipped):
            yield _finding(match, first, "mark")


def _again(
    text: str, head: re.Pattern[str], own: re.Pattern[str], group: str, parts: tuple[str, ...]
) -> Iterator[Finding]:
    """What the only line of the document that tells it tells otherwise than the head."""
    first = head.search(text, 0, _HEAD)
    if first is None:
        return
    lines = [  # and none that the page tells: 发布日期：
        each
        for each in own.finditer(text, first.end())
        if not text[max(0, each.start() - _NEAR) : each.start()].rstrip().endswith(("：", ":"))
    ]
    if len(lines) == 1 and any(lines[0][part] != first[part] for part in parts):
        yield _finding(lines[0], first, group)


def _finding(match: re.Match[str], first: re.Match[str], group: str) -> Finding:
    related = Related(Span(*first.span(group)), "first")
    return Finding(Span(*match.span(group)), {"first": first[group]}, (related,))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_NAMED, Search("", (("字号", "文号", "成文日期", "发文日期", "号："),), 0))


CHECK = Check("issue-marks", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
