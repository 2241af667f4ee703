"""caption: are tables and figures numbered through, and is there what the text refers to?

``number``: a number stands twice, is left out, or comes too early; an attachment counts anew.
``reference``: the text sends to a number that no caption has, though the captions count 1, 2, 3.
``name``: what the text calls a table has another word in its middle than the caption, or it names
another year. ``content``: what the text says of it is what the caption of another one says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from govlint.checks.base import Check
from govlint.checks.structure.caption_names import (
    COMMON,
    GENERAL,
    SENTENCE,
    YEAR_OF,
    before,
    in_a_row,
    names,
)
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.breaks import find_breaks
from govlint.facts.captions import Caption, by_kind, named
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.syntax.tree import RANKS
from govlint.text.span import Span

_MOST_LOST = 1
"""Where more numbers have no caption, the captions were lost, not the numbers."""
_REACH = 2
"""So far behind the last caption a number is a slip; further off it is another document's."""
_TOLD = 2
"""So many sentences that say what a table is make a list of the tables."""
_SHARES = re.compile("占[^，。；]{0,8}?[0-9.]+%")
_STRUCTURE = re.compile("构成|结构|占比|比重|来源|份额|比例|组成|类型")
"""Captions of what has parts; of two or more shares nothing else is said."""
_MOST = 100
"""Captions of one document that are held against what is said of them."""
_POINTS = re.compile(r"所[示列]|[：。，）]|反映|显示|可见")


class Params(NamedTuple):
    """``report``: number, reference, name or content."""

    report: Literal["number", "reference", "name", "content"]


_SIGNS = Search("", (("表", "图"),), 0)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if facts.captions.captions or len(facts.captions.told) > 1:
        yield from _ASK[params.report](facts)


def _numbers(facts: Facts) -> Iterator[Finding]:
    starts = [
        h.span.start for h in facts.outline.headings if h.rank < RANKS["section"]
    ]  # attachments, parts and chapters may count for themselves
    for captions in by_kind(facts.captions.captions):
        parts = groupby(captions, lambda caption: bisect_right(starts, caption.label.start))
        for _, members in parts:
            yield from _breaks(facts, _distinct(facts.body, [*members]))


def _distinct(text: str, captions: list[Caption]) -> list[Caption]:
    """``captions`` without those that only go on with, or announce, another of their name."""
    found: list[Caption] = []
    for caption in captions:
        same = (c for c in found if c.number == caption.number)
        if not any(named(text, c) == named(text, caption) for c in same):
            found.append(caption)
    return found


def _breaks(facts: Facts, captions: list[Caption]) -> Iterator[Finding]:
    numbers = [caption.number for caption in captions]
    lost = numbers[0] - 1  # of an excerpt only a number that stands twice is surely wrong
    faults = [found for found in find_breaks([n - lost for n in numbers]) if found.kind != "first"]
    if lost:
        faults = [each._replace(expected=each.expected + lost) for each in faults]
        faults = [each for each in faults if each.kind == "repeat"]
    if len(faults) > _MOST_LOST:
        return
    for found in faults:
        if found.kind == "gap" and any(
            told[:2] == (captions[0].kind, found.expected) for told in facts.captions.told
        ):
            continue
        caption, before = captions[found.place], captions[found.place - 1]
        label = facts.body[slice(*caption.label)]
        fields = {"label": label, "right": f"{caption.kind}{found.expected}"}
        yield Finding(caption.label, fields, (Related(before.label, "before"),))


def _other_kind(facts: Facts) -> Iterator[Finding]:
    """如下图所示 right above a table, in a text without a figure."""
    text, found = facts.body, facts.captions.captions
    for kind, other in (("图", "表"), ("表", "图")):
        if any(caption.kind == kind for caption in found):
            continue
        for caption in found:
            line = facts.line(max(0, caption.label.start - 1))
            start = max(line.start, caption.label.start - SENTENCE)
            place = text.rfind(f"下{kind}", start, caption.label.start)
            if place < 0 or caption.kind != other or not _POINTS.match(text, place + 2):
                continue
            label = text[place : place + 2]
            fields = {"label": label, "right": text[slice(*caption.label)]}
            yield Finding(Span(place, place + 2), fields, (Related(caption.label, "before"),))


def _references(facts: Facts) -> Iterator[Finding]:
    yield from _other_kind(facts)
    found = facts.captions
    for kind in "表图":
        known = {n: label for k, n, label in found.told if k == kind}
        if len(known) < _TOLD:
            known = {}
        known |= {c.number: c.label for c in found.captions if c.kind == kind}
        missing = [r for r in found.references if r.kind == kind and r.number not in known]
        last = max(known, default=0)
        if [*sorted(known)] != [*range(1, last + 1)] or len({r.number for r in missing}) > 1:
            continue
        for reference in missing:
            if known and reference.number <= last + _REACH:
                label = facts.body[slice(*reference.label)]
                fields = {"label": label, "right": f"{kind}{last}"}
                yield Finding(reference.label, fields, (Related(known[last], "before"),))


def _contents(facts: Facts) -> Iterator[Finding]:
    """References of which the clause is about what another caption says, and nothing of it about
    what their own does."""
    text = facts.body
    if len(facts.captions.captions) > _MOST:
        return
    references = sorted(facts.captions.references, key=lambda each: each.label.start)
    places = [each.label.start for each in references]
    for reference in references:
        captions = [c for c in facts.captions.captions if c.kind == reference.kind]
        own = [c for c in captions if c.number == reference.number]
        if len(own) != 1 or len({c.number for c in captions}) != len(captions):
            continue
        start, most = before(text, reference).start, reference.label.end + SENTENCE
        ends = (text.find(mark, reference.label.end, most) for mark in "。；\n")
        end = min((each for each in ends if each >= 0), default=min(most, len(text)))
        if bisect_left(places, end) - bisect_left(places, start) > 1:
            continue
        said = text[start : reference.label.start] + "　" + text[reference.label.end : end]
        if _SHARES.search(said) and _STRUCTURE.search(named(text, own[0])):
            continue  # one share is told of what has parts
        others = [c for c in captions if c is not own[0] and _about(text, c, said)]
        if len(others) == 1 and not _about(text, own[0], _without(said, text, others[0]), 2):
            right = text[slice(*others[0].label)]
            fields = {"label": text[slice(*reference.label)], "right": right}
            yield Finding(reference.label, fields, (Related(others[0].title, "before"),))


def _about(text: str, caption: Caption, said: str, least: int = COMMON) -> bool:
    """Whether a sentence speaks of what a caption says."""
    title = YEAR_OF.sub("　", named(text, caption))
    if len(_SHARES.findall(said)) > 1 and _STRUCTURE.search(title):
        return True
    return in_a_row(GENERAL.sub("　", title), said) >= least


def _without(said: str, text: str, caption: Caption) -> str:
    """A sentence without every two characters that a caption has, too."""
    title = named(text, caption)
    for pair in {title[i : i + 2] for i in range(len(title) - 1)}:
        said = said.replace(pair, "　")
    return said


_ASK = {"number": _numbers, "reference": _references, "name": names, "content": _contents}


def _searches(_params: Params) -> tuple[Search, ...]:
    return (_SIGNS,)


CHECK = Check(
    "caption", Params, run, fields=("label", "right"), roles=("before",), searches=_searches
)
