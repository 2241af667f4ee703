"""sibling-marks: do the sections of one level count what is below them with marks of one shape?

（一）（二） below 二、 and 三、, and 1. 2. below 一、: the level in between was left out once. It
was, too, where words count (一级响应, 二级响应, 三级响应) and the last stands a level deeper.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.outline import Outline, Series
from govlint.syntax.tree import Heading
from govlint.text.numerals import parse_numeral

_FEWEST = 3
"""Sections of one level that have something below."""
_WORDED = re.compile("(?P<n>[一二三四五])(?P<what>级[一-龥]{2,4})$")
_GLOSSARY = re.compile("解释|注释|释义|说明|名词|附录|清单|目录")
_SHAPES = frozenset(("han-paren", "arabic", "arabic-paren", "circled"))


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    outline = facts.outline
    places = {heading.span: place for place, heading in enumerate(outline.headings)}
    groups: dict[tuple[int, str], list[Series]] = defaultdict(list)
    for series in outline.series:
        above = outline.parents[places[series.members[0].span]]
        if above >= 0 and len(series.members) > 1 and series.members[0].ordinal == 1:
            heading = outline.headings[above]
            key = outline.parents[above], heading.shape
            if not _GLOSSARY.search(facts.body, *heading.title):
                groups[key].append(series)
    for group in groups.values():
        yield from _odd(facts, group)
    yield from _worded(facts.body, outline)


def _odd(facts: Facts, group: list[Series]) -> Iterator[Finding]:
    """The one series of another shape, one level deeper than those of the other sections; what
    stands below a title of its own (名词解释) is no part of the section."""
    text = facts.body
    shapes = Counter(series.shape for series in group)
    if len(group) < _FEWEST or len(shapes) != 2 or not shapes.keys() <= _SHAPES:
        return
    (usual, _), (other, count) = shapes.most_common()
    odd = next(series for series in group if series.shape == other)
    model = next(series for series in group if series.shape == usual)
    deeper = odd.members[0].rank > model.members[0].rank
    listed = any(text[heading.span.end - 1] in "；;" for heading in odd.members)
    if count != 1 or not deeper or listed or other != "arabic":  # STR105 asks of deeper ones
        return
    first = odd.members[0]
    line = text[: first.span.start].rstrip().rpartition("\n")[2]
    if line.endswith(tuple("。：；！")) or any(
        line.endswith(text[slice(*h.title)]) for h in facts.path(first.span.start)[:-1]
    ):
        yield _finding(text, odd.members[0], model.members[0])


def _worded(text: str, outline: Outline) -> Iterator[Finding]:
    """三级响应 below 二级响应, which counts on from it."""
    before: dict[str, Heading] = {}
    for heading in outline.headings:
        match = _WORDED.search(text, *heading.title)
        if match is None or match.start() != heading.title.start:
            continue
        number = parse_numeral(match["n"])
        last = before.get(match["what"])
        fits = number == heading.ordinal and last is not None and last.ordinal == (number or 0) - 1
        if last is not None and fits and last.rank < heading.rank:
            yield _finding(text, heading, last)
        elif number == heading.ordinal:
            before[match["what"]] = heading


def _finding(text: str, heading: Heading, model: Heading) -> Finding:
    fields: dict[str, str | int] = {
        "mark": text[slice(*heading.mark)].strip(),
        "model": text[slice(*model.mark)].strip(),
    }
    return Finding(heading.mark, fields, (Related(model.mark, "model"),))


CHECK = Check("sibling-marks", NoParams, run, fields=("mark", "model"), roles=("model",))
