"""stock: does what there is follow from what there was, what came and what went?"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.stocks import Stock, find_stocks, may_tell
from govlint.text.span import Span


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for stock in _stocks(facts):
        if not stock.holds:
            fields: dict[str, str | int] = {
                "first": text[slice(*stock.first.span)],
                "flows": "、".join(text[slice(*flow.span)] for flow in stock.flows),
                "expected": stock.expected,
                "stated": text[slice(*stock.last.span)],
            }
            from_ = tuple(Related(f.span, "from") for f in (stock.first, *stock.flows))
            yield Finding(stock.last.span, fields, from_)


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    text = facts.body
    for stock in _stocks(facts):
        given = "，".join(text[slice(*f.span)] for f in (stock.first, *stock.flows))
        stated = text[slice(*stock.last.span)]
        yield Agreement(stock.last.span, given, stock.expected, stated, stock.holds)


def _stocks(facts: Facts) -> Iterator[Stock]:
    for number, printed in enumerate(facts.printed):
        said = facts.body[printed[0].last : printed[-1].start]
        own = range(printed[0].start, printed[-1].start + 1)
        told: set[Span] = set()
        if may_tell(said, facts.passage_text(number)):
            for stock in find_stocks(facts.body, facts.passage(number).figures, own):
                told.add(stock.last.span)
                yield stock
        if may_tell(said, said):
            for stock in find_stocks(facts.body, facts.with_line_before(number), own):
                if stock.last.span not in told:
                    yield stock


CHECK = Check(
    "stock",
    NoParams,
    run,
    fields=("first", "flows", "expected", "stated"),
    roles=("from",),
    agreements=agreements,
    searches=only_figures,
)
