"""mixed-marks: do the headings of one level bear marks of one shape?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.captions import by_kind
from govlint.facts.facts import Facts
from govlint.facts.gaps import fills_gap, first_of_another
from govlint.facts.glued import written
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_THIRD = 3
"""二 behind one 一 of another shape may be the second of what lost its first (SEQ212)."""
_ATTACHED = re.compile(
    r"^[ \u3000]{0,4}(?P<hit>附件[ \u3000]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}))"
    r"(?=[ \u3000]*(?:\n|$)|[ \u3000：][^，。；\n]{2,40}(?:\n|$))",
    re.MULTILINE,
)
_CIRCLED = 10
"""Many fonts have no ⑪: behind ⑩ texts go on with （11）."""
_SHAPES = frozenset(("han-dun", "han-paren", "arabic", "arabic-paren", "circled", "half-paren"))


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for series, found in facts.heading_breaks:
        stray = fills_gap(facts, series, found) if found.kind == "gap" else None
        if stray is not None:
            yield _finding(text, stray, series.members[found.place])
    for series, found in facts.heading_breaks:
        first = first_of_another(facts, series) if found.kind == "first" else None
        if first is not None and {first.shape, series.shape} <= _SHAPES:
            yield _finding(text, first, series.members[0])
    yield from _changed(facts)
    yield from _numerals(facts)
    for series in facts.outline.series:
        forms = Counter(_form(text, heading) for heading in series.members)
        if len(forms) > 1 and series.shape in ("arabic", "han-paren"):
            common, _ = forms.most_common(1)[0]
            model = next(h for h in series.members if _form(text, h) == common)
            for heading in series.members:
                if _form(text, heading) != common and not heading.loose:
                    yield _finding(text, heading, model)


def _numerals(facts: Facts) -> Iterator[Finding]:
    """附件三 below 附件1 and 附件2, 表三 behind 表1 and 表2."""
    text = facts.body
    attached = [
        Span(*match.span("hit")) for match in (_ATTACHED.finditer(text) if "\n附件" in text else ())
    ]
    labelled = [[each.label for each in kind] for kind in by_kind(facts.captions.captions)]
    for labels in (attached, *labelled):
        arabic = [label for label in labels if text[slice(*label)][-1].isdecimal()]
        han = [label for label in labels if label not in arabic]
        few, many = sorted((arabic, han), key=len)
        if len(few) == 1 and len(many) > 1:
            yield _labelled(text, few[0], many[0])


def _labelled(text: str, label: Span, model: Span) -> Finding:
    fields: dict[str, str | int] = {"mark": text[slice(*label)], "model": text[slice(*model)]}
    return Finding(label, fields, (Related(model, "model"),))


def _changed(facts: Facts) -> Iterator[Finding]:
    """Series that begin where one of another shape stops, with the number that it would go on with:
    （一）…… （二）…… 3.……"""
    text, headings = facts.body, facts.outline.headings
    places = {heading.span: place for place, heading in enumerate(headings)}
    ends = {each.members[-1].span: each for each in facts.outline.series}
    for series in facts.outline.series:
        first = series.members[0]
        place = places[first.span]
        if (first.ordinal or 0) < _THIRD or not place or first.loose:
            continue
        before = headings[place - 1]
        ended = ends.get(before.span)
        if (
            ended is not None
            and ended.shape != series.shape
            and {ended.shape, series.shape} <= _SHAPES
            and before.ordinal == (first.ordinal or 0) - 1
            and ended.members[0].ordinal == 1
            and not (ended.shape == "circled" and (first.ordinal or 0) > _CIRCLED)
            and text.find(_before(text, first), before.span.start, first.span.start) < 0
        ):
            yield _finding(text, first, before)


def _before(text: str, heading: Heading) -> str:
    """The mark in front of that of ``heading``: 2. of 3."""
    return written(text[slice(*heading.mark)], (heading.ordinal or 0) - 1)


def _form(text: str, heading: Heading) -> str:
    """What distinguishes the mark from others of its shape: 1. from 1、, （一） from ㈠."""
    mark = text[heading.mark.start : heading.mark.end]
    if heading.shape == "arabic":
        return "." if mark[0] >= "\u2488" else mark[-1]
    return "㈠" if "\u3220" <= mark[0] <= "\u3229" else "（"


def _finding(text: str, heading: Heading, model: Heading) -> Finding:
    return Finding(
        heading.mark,
        fields={
            "mark": text[heading.mark.start : heading.mark.end],
            "model": text[model.mark.start : model.mark.end],
        },
        related=(Related(model.mark, "model"),),
    )


CHECK = Check("mixed-marks", NoParams, run, fields=("mark", "model"), roles=("model",))
