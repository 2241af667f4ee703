"""paragraph-rate: is a rate or a share made by any counts of its paragraph?

Its words tell of what it is a part and in what; where no count of the paragraph, alone, with its
neighbours or without another, makes it, and only one part and one whole can be meant, it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.counted import Paragraph, fine, paragraph_of, total
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.rate_claims import claim_of, told_interval
from govlint.facts.rate_closed import CLOSED
from govlint.facts.rate_defined import by_definition
from govlint.facts.rate_explanations import is_told_of_others
from govlint.facts.rate_parts import Bound, bound
from govlint.facts.units import PERCENT
from govlint.text.intervals import add, apart, divide, exactly

_FAR_OFF = Decimal("0.4")
_TIMES = Decimal("2.2")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for sentence in facts.figures:
        paragraph: Paragraph | None = None
        for ratio in sentence.figures:
            if ratio.dimension != PERCENT:
                continue
            claim = claim_of(text, ratio)
            if claim is None:
                continue
            paragraph = paragraph or paragraph_of(facts, sentence.number)
            found = by_definition(text, paragraph, claim) or bound(text, paragraph, claim)
            if found is None:
                continue
            if not _differs(text, ratio, found):
                continue
            if found.surely != CLOSED and is_told_of_others(text, paragraph, claim, found):
                continue
            yield _finding(text, ratio, found)


def _finding(text: str, ratio: Figure, found: Bound) -> Finding:
    made = sum(part.value for part in found.parts) / found.whole.value
    fields: dict[str, str | int] = {
        "part": "、".join(text[slice(*part.span)] for part in found.parts),
        "whole": text[slice(*found.whole.span)],
        "expected": written_as(text, ratio, made),
    }
    given = (*found.parts, found.whole)
    return Finding(ratio.span, fields, tuple(Related(f.span, "from") for f in given))


def _differs(text: str, ratio: Figure, found: Bound) -> bool:
    """Whether a ratio is not that of the parts in the whole, but not so far off that it tells of
    something else."""
    part, whole = fine(text, found.parts[0], found.whole)
    if found.due:
        whole = exactly(found.whole.value)  # what was aimed at was not rounded
    quotient = divide(part if len(found.parts) == 1 else total(found.parts), whole)
    if quotient is None or not apart(quotient, told_interval(ratio)):
        return False
    both = divide(part, add(part, whole)) if not (ratio.limit or ratio.about) else None
    if both is not None and not apart(both, told_interval(ratio)):
        return False  # 起诉412人，不起诉149人，不诉率为26.6%
    made = quotient.middle
    return abs(made - ratio.value) < _FAR_OFF and 1 / _TIMES < made / ratio.value < _TIMES


CHECK = Check(
    "paragraph-rate",
    NoParams,
    run,
    fields=("part", "whole", "expected"),
    roles=("from",),
    searches=only_figures,
)
