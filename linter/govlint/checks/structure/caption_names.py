"""Names of tables and figures: another word in the caption than in the text, or another year.

What else captions are held against is in ``caption``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.diagnostics.finding import Finding, Related
from govlint.facts.captions import Caption
from govlint.facts.facts import Facts
from govlint.text.occurrences import is_once
from govlint.text.span import Span
from govlint.text.years import YEAR

_CALLED = re.compile(
    r"(?P<name>[^，。；：、（）()\n]{4,24}?)(?:（|的?)(?:具体|详细)?(?:详|参|请)?见$"
)

_WINDOW = 32

_FEWEST = 4

_LONGEST = 6

_RATE = re.compile(r"(?P<of>[一-龥]{0,3}?)(?P<what>[一-龥]{2}[率量额值])(?![一-龥]?[率量额值])")
YEAR_OF = re.compile(rf"{YEAR}年")
COMMON = 3
"""So many characters in a row tell what a caption and a clause are about."""
SENTENCE = 120
GENERAL = re.compile(r"项目|工程|工作|任务|资金|经费|完成|进展|主要|重点|基本|有关|相关|各|年")
"""Words of which one may stand for another."""


def names(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for reference in facts.captions.references:
        start = max(0, reference.label.start - _WINDOW)
        match = _CALLED.search(text, start, reference.label.start)
        same = [c for c in facts.captions.captions if c[:2] == reference[:2]]
        if len(same) != 1:
            continue
        yield from _years(text, reference, same[0])
        yield from _measures(text, reference, same[0])
        if match is None:
            continue
        place = _apart(match["name"], text[slice(*same[0].title)])
        if place is None:
            continue
        here = Span(same[0].title.start + place[1].start, same[0].title.start + place[1].end)
        there = Span(match.start("name") + place[0].start, match.start("name") + place[0].end)
        if here.start < there.start:
            here, there = there, here
        fields = {"label": text[slice(*here)], "right": text[slice(*there)]}
        yield Finding(here, fields, (Related(there, "before"),))


def _years(text: str, reference: Caption, caption: Caption) -> Iterator[Finding]:
    """The only year of a caption, where the sentence that sends to it tells of the same thing in
    another year, the only one that it names."""
    sentence = before(text, reference)
    told = {m[0]: m for m in YEAR_OF.finditer(text, *sentence)}
    titled = list(YEAR_OF.finditer(text, *caption.title))
    if len(told) != 1 or len(titled) != 1 or titled[0][0] in told:
        return
    said, title = text[slice(*sentence)], text[titled[0].end() : caption.title.end]
    if in_a_row(title, said) > COMMON:
        (year,) = told.values()
        fields = {"label": titled[0][0], "right": year[0]}
        there = (Related(Span(*year.span()), "before"),)
        yield Finding(Span(*titled[0].span()), fields, there)


def _measures(text: str, reference: Caption, caption: Caption) -> Iterator[Finding]:
    """The rate of a caption that is told nowhere else, where the sentence that sends to it and the
    table tell of another rate of the same: 县域内参保率 over 县域内就诊率."""
    titled = list(_RATE.finditer(text, *caption.title))
    if len(titled) != 1 or not is_once(text, titled[0]["what"]):
        return
    sentence = before(text, reference)
    for told in _RATE.finditer(text, *sentence):
        alike = told["of"][-2:] == titled[0]["of"][-2:] and len(told["of"]) > 1
        if alike and text.find(told["what"], caption.title.end) >= 0:
            fields = {"label": titled[0]["what"], "right": told["what"]}
            there = (Related(Span(*told.span("what")), "before"),)
            yield Finding(Span(*titled[0].span("what")), fields, there)
            return


def before(text: str, reference: Caption) -> Span:
    """The sentence up to a reference."""
    end = reference.label.start
    near = max(0, end - SENTENCE)
    return Span(max(near, *(text.rfind(mark, near, end) + 1 for mark in "。！；\n")), end)


def _apart(called: str, title: str) -> tuple[Span, Span] | None:
    """Where what a table is called and its ``title`` have one other word each, or None."""
    title = re.split("[（(]", title, maxsplit=1)[0].rstrip()
    for offset in range(len(title) - _FEWEST):
        head = 0
        while head < min(len(called), len(title) - offset) and called[head] == title[offset + head]:
            head += 1
        tail = 0
        room = min(len(called), len(title) - offset) - head
        while tail < room and called[-1 - tail] == title[-1 - tail]:
            tail += 1
        one = called[head : len(called) - tail]
        other = title[offset + head : len(title) - tail]
        if (
            head + tail >= _FEWEST
            and tail > 1
            and (head > 1 or tail >= _FEWEST)
            and 1 < len(one) == len(other) <= _LONGEST
            and not set(one) & set(other)
            and not GENERAL.search(one + other)
        ):
            return Span(head, len(called) - tail), Span(offset + head, len(title) - tail)
    return None


def in_a_row(one: str, other: str) -> int:
    """How many Han characters in a row both have."""
    one, longest = one[:SENTENCE], 0
    for start in range(len(one)):
        while "　" not in (run := one[start : start + longest + 1]) and len(run) > longest:
            if run not in other:
                break
            longest += 1
    return longest
