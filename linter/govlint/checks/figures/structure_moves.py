"""structure-moves: does the share of an industry move as its two structures say?

由9.2∶40.5∶50.3调整为8.6∶41.5∶49.9，第一产业比重下降0.6个百分点: both structures tell each share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import last_change_word
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import POINTS
from govlint.text.span import Span

_PART = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
_THREE = rf"{_PART}(?:[:：∶]{_PART}){{2}}"
_MOVED = search_for(
    rf"产业(?:增加值)?(?:结构|比例|比重|占比|之比)?(?:已|进一步)?[由从](?:[^，。；0-9\n]{{0,8}}|[0-9]{{4}}年)的?(?P<old>{_THREE})(?:进一步)?(?:调整|优化|变化|转变|变|转)?[^，。；0-9\n]{{0,4}}?[为到至成](?:[0-9]{{4}}年的?|[^，。；0-9\n]{{0,6}})(?P<new>{_THREE})(?![0-9.：:∶])",
    (("产业",), ("由", "从")),
    60,
)
_MARK = re.compile("[:：∶]")
_INDUSTRY = re.compile("(?<![三一二])(?:第?[一二三](?:次|、|和|、第|和第)?){1,3}产业?")
_NUMERAL = {"一": 0, "二": 1, "三": 2}
_OTHER = re.compile("增速|增长|贡献|拉动|税收|就业|投资|用电|比年初|五年|与")
_SHARE = re.compile("比重|占比|占|产业?(?:分别|则|却|增加值)?$")
_CLAUSE = re.compile("[，。；]")
_FAR = 120


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _MOVED):
        old, new = ([*map(Decimal, _MARK.split(match[part]))] for part in ("old", "new"))
        near = near_figures(facts, match.start(), match.end() + 1, "\n").figures
        for figure, number in _moves(text, near, match.end()):
            moved = new[number] - old[number]
            wrong = abs(abs(moved) - figure.value * 100) > max(
                _step(old[number]), _step(new[number])
            )
            if wrong or moved * figure.sign < 0:
                yield _finding(text, match, figure, moved, turned=not wrong)


def _moves(text: str, figures: list[Figure], start: int) -> Iterator[tuple[Figure, int]]:
    """The rises and falls of shares behind ``start``, with the number of the industry."""
    told: list[int] = []
    for figure in figures:
        if not start <= figure.span.start <= start + _FAR:
            continue
        lead = text[max(start, figure.lead.start) : figure.span.start]
        clause = _CLAUSE.split(lead)[-1]
        named = _INDUSTRY.findall(clause)
        if named:
            told = [_NUMERAL[each] for each in "".join(named) if each in _NUMERAL]
        elif not figure.turn[1]:
            return
        if figure.dimension != POINTS or not figure.sign or _OTHER.search(clause):
            return
        before = clause[: len(clause) - last_change_word(clause)] if named else ""
        if named and not _SHARE.search(before):
            return
        place = max(0, figure.turn[0] - 1)
        if max(1, figure.turn[1]) == len(told) and not figure.about:
            yield figure, told[place]


def _finding(
    text: str, match: re.Match[str], figure: Figure, moved: Decimal, *, turned: bool
) -> Finding:
    size = last_change_word(text[slice(*figure.lead)]) if turned else 0
    fields: dict[str, str | int] = {
        "old": match["old"],
        "new": match["new"],
        "expected": f"{'提高' if moved > 0 else '下降'}{abs(moved)}个百分点",
    }
    related = (Related(Span(*match.span("old")), "from"), Related(Span(*match.span("new")), "from"))
    return Finding(Span(figure.span.start - size, figure.span.end), fields, related)


def _step(value: Decimal) -> Decimal:
    """One in the last place that is written, by which either may be rounded."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_MOVED,)


CHECK = Check(
    "structure-moves",
    NoParams,
    run,
    fields=("old", "new", "expected"),
    roles=("from",),
    searches=_searches,
)
