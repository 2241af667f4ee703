"""terms: does the text use a word of a table that should be another?

A row says what makes its word right; where it does not, the word counts only if it is one: a hit
that begins or ends inside another word is none (see facts/words.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Table
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.terms import Hit, only, terms_of
from govlint.facts.title import years_in
from govlint.facts.words import is_lost, is_word
from govlint.hints import Literal
from govlint.records import NamedTuple

_PHRASE = 6
"""No text holds so many characters of a phrase by chance."""

_NOW = re.compile("今[年冬春夏秋明]|明年|本年度|年内|现行|本月|近日|下一步|下季度")
_YEAR = re.compile("(?:19|20)[0-9]{2}")

_LOOKS_BACK = re.compile(
    "(?:过去|刚刚过去|这|近)的?五年|五年来|本届政府|[一二三四五六七八九十]届政府(?:任期|工作回顾)"
)
_TERM = 5
"""A report at the end of a term looks back on so many years."""
_YEAR_TOLD = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SEVERAL = 3

_LEAST = -3.0
"""So much likelier a clause must be with the character that a row says is lost: of a phrase that is
usual the dictionary knows the words only."""


class Params(NamedTuple):
    """``from_``: the table. ``view``: ``body`` (one width, noise blanked) or ``text``. ``lost``:
    words with one character less than they should have count only if nothing else makes sense."""

    from_: Table
    view: Literal["body", "text"] = "body"
    lost: bool = False


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.body if params.view == "body" else facts.text
    done = -1
    for hit in terms_of(params.from_).find(text, facts.literals):
        if hit.span.start >= done and _in_time(facts, hit) and _whole(text, hit, lost=params.lost):
            done = hit.span.end
            yield _finding(hit)


def _finding(hit: Hit) -> Finding:
    span, term = hit
    fields = {"right": "”或“".join(term.rights), "note": _note(term.note)}
    edits = (Edit(span, term.rights[0]),) if len(term.rights) == 1 else ()
    return Finding(span, fields=fields, edits=edits, severity=term.severity)


def _note(note: str) -> str:
    """The remark in brackets, which it may have of its own.

    >>> _note("说历史时除外"), _note("（说历史时除外）"), _note("")
    ('（说历史时除外）', '（说历史时除外）', '')
    """
    inside = note[1:-1]
    if note[:1] in "（(" and note[-1:] in "）)" and not set("（()）") & set(inside):
        note = inside
    return f"（{note}）" if note else ""


def _in_time(facts: Facts, hit: Hit) -> bool:
    """Whether the report is of the years for which the word is wrong, and its sentence does not
    look back to the years before."""
    term = hit.term
    if not term.since and not term.until:
        return True
    named = years_in(facts.text, facts.sentence(hit.span.start))
    first, last = facts.first_year, facts.year
    if first is None or last is None:  # a report without a year in its title
        named = named or years_in(facts.text, facts.line(hit.span.start))
        if not named:
            return not term.until and (_is_now(facts, hit) or _is_later(facts, term.since))
        first, last = min(named), max(named)
    if first < term.since or 0 < term.until < last:
        return False
    if term.since > first - _TERM and not named and _looks_back(facts.text):
        return False  # what was so called in the first of the years that it looks back on
    return all(year >= term.since for year in named)


@lru_cache(maxsize=1)
def _looks_back(text: str) -> bool:
    return _LOOKS_BACK.search(text) is not None


def _is_now(facts: Facts, hit: Hit) -> bool:
    """Whether the draft tells of what is going on, and nowhere which year that is: it is written
    today."""
    line = facts.text[slice(*facts.line(hit.span.start))]
    return _NOW.search(line) is not None and _YEAR.search(facts.text) is None


def _is_later(facts: Facts, since: int) -> bool:
    """Whether a draft that does not date itself tells of several years, and all are later: it looks
    back on the last ones."""
    told = [int(year) for year in _YEAR_TOLD.findall(facts.text)]
    return len(told) >= _SEVERAL and min(told) >= since


def _whole(text: str, hit: Hit, *, lost: bool) -> bool:
    """Whether the hit is no part of other words. What a row says must stand beside it is not, nor
    is a whole phrase."""
    span, term = hit
    if span.end - span.start >= _PHRASE:
        return True
    if lost and len(term.wrong) == len(term.rights[0]) - 1:
        return is_lost(text, span, term.rights[0], least=_LEAST)
    left, right = not only(term.before), not only(term.after)
    return is_word(text, span, term.rights[0], left=left, right=right)


CHECK = Check(
    "terms",
    Params,
    run,
    fields=("right", "note"),
    searches=lambda params: (terms_of(params.from_).search,),
)
