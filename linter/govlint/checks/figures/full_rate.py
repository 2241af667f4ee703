"""full-rate: is a rate of all, 100%, told beside some of which it does not hold?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import context
from govlint.facts.units import PERCENT

_END = re.compile("率.*$")
_ASIDE = re.compile("上年|去年|此前|原|年初|计划|力争|确保|目标|预计|除|以外|之外|延期|到期")
_CORE = 2
_NEAR = 60


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    if "100%" not in text:
        return
    for sentence in facts.figures:
        for rate in sentence.figures:
            if rate.dimension != PERCENT or rate.value != 1 or "比率" not in rate.roles:
                continue
            if rate.about or rate.limit or _ASIDE.search(text, *rate.lead):
                continue
            for figure in facts.passage(sentence.number).figures:
                if _is_left(text, rate, figure):
                    related = (Related(rate.span, "rate"),)
                    rest = text[slice(*figure.span)]
                    yield Finding(figure.span, {"rate": rate.name, "rest": rest}, related)


def _is_left(text: str, rate: Figure, figure: Figure) -> bool:
    """Whether a count behind a rate is one of those of which it does not hold: 整改率100%，仍有3处
    未整改."""
    if figure.dimension == PERCENT or not figure.value or figure.span < rate.span:
        return False
    between = text[rate.span.end : figure.lead.end]
    if "\n" in between or len(between) > _NEAR or _ASIDE.search(between):
        return False
    name = _END.sub("", rate.name)
    core, of = name[-_CORE:], name[:-_CORE]
    told = context(text, figure)
    if not re.search(f"(?:[不未没]|没有|没能|尚未|还未|未能|未予){core}", told):
        return False
    if _ASIDE.search(told):
        return False
    return of[:_CORE] in told or of.endswith("的")


CHECK = Check("full-rate", NoParams, run, fields=("rate", "rest"), roles=("rate",))
