"""heading-end: does a heading on a line of its own end without a point?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.outline import Series
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_FEW = 6
"""A colon with as many characters behind it is followed by what explains the words before it."""


class Params(NamedTuple):
    """``longest``: how long a line can be, in code points, and still be only a heading."""

    longest: int = 40


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    """One finding for the siblings of one series: they were written by one hand."""
    bare = _with_text_below(facts)
    for series in facts.outline.series:
        *others, last = (facts.body[heading.span.end - 1] for heading in series.members)
        if last == "。" and others and set(others) == {"；"}:
            continue  # items of one sentence, the last of which ends it
        if others and set(others) == {"。"} == {last} and not _in_the_middle(series, bare):
            continue  # a list of short sentences, which the text goes on behind
        if set(others) | {last} == {"。"} and _mostly_sentences(series, bare):
            continue  # one of many items that end as sentences do has more to say below it
        places = [
            Span(heading.span.end - 1, heading.span.end)
            for heading in series.members
            if heading.span in bare and _ends_in_point(facts.body, heading, params.longest)
        ]
        if places:
            yield Finding(
                places[0],
                fields={"mark": facts.body[places[0].start]},
                related=tuple(Related(place, "also") for place in places[1:]),
                edits=tuple(Edit(place, "") for place in places),
            )


def _in_the_middle(series: Series, bare: set[Span]) -> bool:
    """Whether text stands below one of the headings before the last."""
    return any(heading.span in bare for heading in series.members[:-1])


def _mostly_sentences(series: Series, bare: set[Span]) -> bool:
    """Whether the text of most members stands in their own lines."""
    return 2 * sum(heading.span in bare for heading in series.members) < len(series.members)


def _with_text_below(facts: Facts) -> set[Span]:
    """The lines of the headings that a paragraph of their own follows."""
    outline = facts.outline
    return {
        entry.span
        for i, entry in enumerate(outline.entries[:-1])
        if isinstance(entry, Heading)
        and not isinstance(outline.entries[i + 1], Heading)
        and outline.owners[i + 1] == outline.owners[i]
    }


def _ends_in_point(text: str, heading: Heading, longest: int) -> bool:
    """Whether a line is only a heading, and ends in a point; 大型：损失500万元以上的。 explains."""
    start, end = heading.span
    alone = heading.title.end >= end - 1 and text.find("：", heading.title.start, end - _FEW) < 0
    titled = heading.title.end > heading.title.start
    return (
        heading.level >= 1
        and titled
        and alone
        and end - start <= longest
        and text[end - 1] in "。；，、"
    )


CHECK = Check("heading-end", Params, run, fields=("mark",), roles=("also",))
