"""overflow: is a count that is some of another more than that?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.wholes import find_overflows, may_tell

_BEHIND = 60


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for number, printed in enumerate(facts.printed):
        start, end = printed[0].last, printed[-1].end + _BEHIND
        if len(printed) < 2 or not may_tell(text[start:end]):
            continue
        line = text.find("\n", printed[-1].end, end)
        figures = facts.sentence_figures(number).figures
        for whole, part in find_overflows(text, figures, line if line >= 0 else end):
            yield Finding(
                part.span,
                {"whole": text[slice(*whole.span)], "part": text[slice(*part.span)]},
                (Related(whole.span, "whole"),),
            )


CHECK = Check("overflow", NoParams, run, fields=("whole", "part"), roles=("whole",))
