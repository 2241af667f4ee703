"""doubling: is what 翻一番 says as much as the figures before it show?

翻一番 is twice as much, 翻两番 four times. It is also said of what has grown by more than that, so
only too little is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.text.intervals import divide
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_NEAR = 60
_SAID = re.compile(r"翻(?:了)?(?P<n>[一二两三四五]?)番")
_NEARLY = re.compile(r"(?:接?近|约|基本|几乎|差不多|将)[上实现了]{0,3}$")
"""What is said before 翻番 where a little is lacking."""
_LACKING = Decimal("0.1")
_END = re.compile(r"[。；！？\n]")
_THEN = re.compile(
    rf"，(?:到|至)?(?:{YEAR}年)?[底末初]?(?:已经?)?(?:达到?|增[加长]?到|增至|升至|发展到)了?"
)
"""Words before a figure that tell of nothing else than of the figure before."""
_PLANNED = re.compile(r"将|力争|确保|目标|计划|争取")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    if "番" not in text:
        return
    for sentence in facts.figures:
        following = [*sentence.figures[2:], None]
        for first, last, after in zip(
            sentence.figures, sentence.figures[1:], following, strict=False
        ):
            if first.about or last.about or not _is_growth(text, first, last):
                continue
            if first.dimension != last.dimension:
                continue
            yield from _between(text, first, last)
            behind = min(last.span.end + _NEAR, len(text))
            end = _END.search(text, last.span.end, behind)
            said = _SAID.search(text, last.span.end, end.start() if end else behind)
            grown = divide(last.interval, first.interval)
            if (
                said is None
                or grown is None
                or (after is not None and after.span.start < said.start())
            ):
                continue
            times = 2 ** ((parse_numeral(said["n"]) or 1) if said["n"] else 1)
            nearly = _NEARLY.search(text, last.span.end, said.start())
            least = times * (1 - _LACKING) if nearly else Decimal(times)
            if grown.high < least and not _PLANNED.search(text, first.lead.start, said.start()):
                yield Finding(
                    Span(*said.span()),
                    {"times": times, "grown": f"{grown.middle:.1f}"},
                    (Related(first.span, "from"), Related(last.span, "from")),
                )


def _between(text: str, first: Figure, last: Figure) -> Iterator[Finding]:
    """What 翻番 between two figures makes of the first, if it is not the second: 在1.2万头的基础上
    翻两番，达到3.6万头."""
    said = _SAID.search(text, first.span.end, last.span.start)
    if said is None or "起点" not in first.roles or _NEARLY.search(text, 0, said.start()):
        return
    times = 2 ** ((parse_numeral(said["n"]) or 1) if said["n"] else 1)
    grown = divide(last.interval, first.interval)
    if grown is not None and grown.high < times:
        yield Finding(
            Span(said.start(), last.span.end),
            {"times": times, "grown": f"{grown.middle:.1f}"},
            (Related(first.span, "from"), Related(last.span, "from")),
        )


def _is_growth(text: str, first: Figure, last: Figure) -> bool:
    """Whether two figures are what one thing was and has become."""
    if "终点" not in last.roles:
        return False
    return "起点" in first.roles or _THEN.fullmatch(text, *last.lead) is not None


CHECK = Check("doubling", NoParams, run, fields=("times", "grown"), roles=("from",))
