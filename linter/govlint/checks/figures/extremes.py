"""extremes: does a mean lie between the highest and the lowest of what it is the mean of?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span

_NUMBER = (
    r"[^，。；0-9]{0,14}?"
    r"(?P<hit>(?P<n>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?P<unit>[万亿]?[一-龥%℃/]{1,5}))"
)
_HIGHEST = re.compile(rf"最(?:高|大|多|长|重|贵|快)(?!年限|人民)(?:的|值|分)?{_NUMBER}")
_LOWEST = re.compile(rf"最(?:低|小|少|短|轻|便宜|慢)(?!生活)(?:的|值|分)?{_NUMBER}")
_MEAN = re.compile(rf"(?:平均|均值|均分|均价)(?!每)(?P<what>){_NUMBER}")
_END = re.compile("[。；\n]")
_NEAR = 90
_WORD = "均"


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    done = 0
    for lowest in _LOWEST.finditer(text):
        if lowest.start() < done:
            continue
        start = max(text.rfind(mark, done, lowest.start()) for mark in "。；\n") + 1
        found = _END.search(text, lowest.end())
        done = min(found.start() if found else len(text), lowest.end() + _NEAR)
        start = max(start, lowest.start() - _NEAR)
        if _WORD in text[start:done]:
            yield from _of_sentence(text, start, done)


def _of_sentence(text: str, start: int, end: int) -> Iterator[Finding]:
    """The mean of a stretch, if the only highest and the only lowest figure do not enclose it."""
    several = [list(each.finditer(text, start, end)) for each in (_HIGHEST, _LOWEST, _MEAN)]
    if [len(each) for each in several] != [1, 1, 1]:
        return
    highest, lowest, mean = (each[0] for each in several)
    if not _unit(highest) == _unit(lowest) == _unit(mean):
        return
    high, low, middle = (Decimal(match["n"]) for match in (highest, lowest, mean))
    if low <= middle <= high:
        return
    yield Finding(
        Span(*mean.span("hit")),
        {"highest": highest["hit"], "lowest": lowest["hit"], "mean": mean["hit"]},
        tuple(Related(Span(*match.span("hit")), "from") for match in (highest, lowest)),
    )


def _unit(match: re.Match[str]) -> str:
    """The unit, as far as a reader can tell it from the words behind."""
    return match["unit"][:1] if match["unit"][:1] not in "万亿" else match["unit"][:2]


CHECK = Check("extremes", NoParams, run, fields=("highest", "lowest", "mean"), roles=("from",))
