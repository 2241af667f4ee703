"""table_told: what the sentences around a table say of it, and where it says otherwise.

Of the two lines above a table and the one below: the total of a column (共完成1300亩), the number
of its rows (5个村), the greatest of them (最多的是清水乡), the amount of a row (柏树村410亩).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.table_columns import Column
from govlint.facts.table_totals import kinds_of
from govlint.facts.tables import Row, Table
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.slips import is_dropped, is_slip
from govlint.text.span import BLANK, Span

_TOTAL = re.compile(
    "(?:[共合总累]计|[总共]|任务|全部)[^，。；：]{0,10}$|(?:合计|总)[^，。；：0-9]{0,6}[为是]?$"
)
_PARTLY = re.compile("其中|部分|主要|前[0-9一二三四五六七八九十]|以上|以下|另|除|代表性|典型|重点")
_ANNOUNCES = re.compile("：$|如下|下表|见表")
_ENDED = ("", *"如情的任分具共完")
"""What stands behind the name of what is counted."""
_COUNT = re.compile(
    r"(?<![第0-9.—～至十百])(?P<n>[0-9]{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    r"(?P<noun>[个家所座支名处类种期批项条场组片](?P<more>[一-龥]{0,5}))"
)
_MOST_WORDS = re.compile("最(?P<way>[多高大少低小])")
_BEHIND = re.compile("[一-龥]{0,3}的?(?:是|为)(?P<who>[^，。；：、（\n]{2,12})")
_OTHERS = re.compile("其次|除|之一|增|降|提升|进步|变化")
_ELSE = re.compile("[新比增减占较未其]|续建|同期|上年|去年")
_LINES_ABOVE = 2
_FAR = 12
_CLOSE = Decimal("0.1")
_FEW = 3
_LEAST = 3


class Told(NamedTuple):
    """``span``: what is told; ``right``: what the table says; ``cells``: where."""

    span: Span
    right: str
    cells: list[Span]


def find_told(facts: Facts, table: Table, columns: list[Column]) -> Iterator[Told]:
    """What the lines around a table contradict in it."""
    kinds = kinds_of(table)
    rows = [n for n, kind in enumerate(kinds) if not kind]
    above = [*_above(facts.body, table.span.start)]
    around = [*above, *_below(facts.body, table.span.end)]
    if above and table.whole and len(rows) == sum(kind != "total" for kind in kinds):
        yield from _count(facts.body, table, rows, above[-1])
    for line in around:
        for figure in _figures(facts, line):
            if not (figure.about or figure.limit or figure.roles & CHANGE_ROLES):
                yield from _total(facts.body, table, columns, kinds, figure)
                yield from _of_row(facts.body, table, columns, figure)
        yield from _greatest(facts.body, table, columns, rows, line)


def _above(text: str, start: int) -> Iterator[Span]:
    """The lines above a table that are written, the last one last."""
    found: list[Span] = []
    while start > 0 and len(found) < _LINES_ABOVE:
        above = begins(text, start - 1, "\n")
        if text[above : start - 1].strip(BLANK):
            found.append(Span(above, start - 1))
        start = above
    yield from reversed(found)


def _below(text: str, end: int) -> Iterator[Span]:
    end += 1
    while end < len(text):
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        if text[end:stop].strip(BLANK):
            yield Span(end, stop)
            return
        end = stop + 1


def _figures(facts: Facts, line: Span) -> Iterator[Figure]:
    number = max(0, bisect_left(facts.printed_starts, line.start) - 1)
    while number < len(facts.printed_starts) and facts.printed_starts[number] < line.end:
        for figure in facts.sentence_figures(number).figures:
            if line.start <= figure.span.start < line.end:
                yield figure
        number += 1


def _total(
    text: str, table: Table, columns: list[Column], kinds: list[str], figure: Figure
) -> Iterator[Told]:
    """The total of the only column of that kind."""
    alike = [c for c in columns if _dimension(c) == figure.dimension and not c.is_percent]
    lead = text[slice(*figure.lead)]
    named = [c for c in columns if len(c.name) > 1 and c.name in lead and not _dimension(c)]
    alike = named or alike
    if len(alike) != 1 or not _TOTAL.search(lead) or _PARTLY.search(lead):
        return
    amounts = alike[0].amounts
    plain = [a.worth for a, kind in zip(amounts, kinds, strict=True) if a and not kind]
    stated = [a for a, kind in zip(amounts, kinds, strict=True) if a and kind == "total"]
    if "part" in kinds or "sub" in kinds or not table.whole or len(plain) < _LEAST:
        return
    total = stated[0].worth if stated else sum(plain, Decimal(0))
    step = max(figure.step, *(a.step * a.scale for a in amounts if a))
    if any(abs(figure.value - each) <= step for each in (total, sum(plain, Decimal(0)))):
        return
    unit = _unit(text, figure)
    if unit and _is_near(figure.value / unit, total / unit):
        written = written_as(text, figure, total)
        cells = [row.cells[alike[0].number].span for row in table.rows]
        yield Told(figure.span, f"各项相加是{written}", cells)


def _of_row(text: str, table: Table, columns: list[Column], figure: Figure) -> Iterator[Told]:
    """The amount of a row that is named right before it."""
    lead = text[slice(*figure.lead)]
    named = [row for row in table.rows if len(_name(row)) > 1 and _name(row) in lead]
    if len(named) != 1:
        return
    row = named[0]
    between = lead.rpartition(_name(row))[2]
    if len(between) > _FAR or _ELSE.search(between):
        return
    number = table.rows.index(row)
    alike = [c for c in columns if _dimension(c) == figure.dimension and c.amounts[number]]
    values = [amount.worth for c in alike if (amount := c.amounts[number])]
    if len(alike) != 1 or any(abs(figure.value - value) <= figure.step for value in values):
        return
    unit = _unit(text, figure)
    cell = row.cells[alike[0].number]
    if unit and _is_slipped(f"{(figure.value / unit):f}", f"{(values[0] / unit).normalize():f}"):
        yield Told(figure.span, f"{_name(row)}是{cell.text}", [cell.span])


def _unit(text: str, figure: Figure) -> Decimal:
    """What the figure counts in, in the units of its value; 0 where that cannot be told of it."""
    digits = Decimal(re.sub("[^0-9.]", "", text[slice(*figure.span)]).strip(".") or 0)
    return figure.value / digits if digits else digits


def _dimension(column: Column) -> str:
    return next((amount.dimension for amount in column.amounts if amount), "")


def _is_near(one: Decimal, other: Decimal) -> bool:
    if other <= 0:
        return False
    return abs(one / other - 1) < _CLOSE or _is_slipped(f"{one:f}", f"{other.normalize():f}")


def _is_slipped(one: str, other: str) -> bool:
    if len(one) == len(other):
        return len(one) > 1 and is_slip(one, other)
    return min(len(one), len(other)) > 1 and is_dropped(one, other)


def _count(text: str, table: Table, rows: list[int], line: Span) -> Iterator[Told]:
    """How many rows there are, told by what they are: 5个村, and each is a 村."""
    words = text[slice(*line)]
    if not _ANNOUNCES.search(words) or _PARTLY.search(words) or len(rows) < _LEAST:
        return
    labels = [_name(table.rows[n]) for n in rows]
    head = next((name for name in table.names if name and name not in "序号编号名次"), "")
    found = [
        match
        for match in _COUNT.finditer(text, *line)
        if _names(match["noun"], match["more"], labels, head)
    ]
    if len(found) != 1 or len(set(labels)) < len(labels):
        return
    stated = parse_numeral(found[0]["n"].replace("两", "二")) or 0
    if stated != len(rows) and abs(stated - len(rows)) <= _FEW:
        rows_told = (table.rows[n].cells for n in rows)
        spans = [Span(cells[0].span.start, cells[-1].span.end) for cells in rows_told]
        yield Told(Span(*found[0].span()), f"只列了{len(rows)}行", spans)


def _names(noun: str, more: str, labels: list[str], head: str) -> bool:
    """Whether rows are what a count counts: 5个村, and no 5个村寨."""
    last = {label[-1] for label in labels if label}
    if not more:
        return last == {noun[0]}
    names = [*last, head] if len(last) == 1 else [head]
    return any(
        bool(name) and more.startswith(name) and more[len(name) : len(name) + 1] in _ENDED
        for name in names
    )


def _name(row: Row) -> str:
    """The first words of a row that are no amount."""
    return next((cell.text for cell in row.cells if cell.text and cell.amount is None), "")


def _greatest(
    text: str, table: Table, columns: list[Column], rows: list[int], line: Span
) -> Iterator[Told]:
    """The row that is told to have most, or least, in the only column, or the one that is named."""
    for claim in _MOST_WORDS.finditer(text, *line):
        start = max(text.rfind(mark, line.start, claim.start()) + 1 for mark in "，。；：")
        start = max(start, line.start)
        behind = _BEHIND.match(text, claim.end(), line.end)
        who = behind["who"] if behind else text[start : claim.start()]
        clause = text[start : claim.end() + _FAR]
        named = [n for n in rows if len(_name(table.rows[n])) > 1 and _name(table.rows[n]) in who]
        chosen = [c for c in columns if c.name and c.name in clause] or columns
        if len(named) != 1 or len(chosen) != 1 or _OTHERS.search(clause):
            continue
        amounts = {n: a.worth for n in rows if (a := chosen[0].amounts[n])}
        if len(amounts) < max(_LEAST, len(rows)):
            continue
        best = (min if claim["way"] in "少低小" else max)(amounts, key=amounts.__getitem__)
        if amounts[named[0]] != amounts[best]:
            cell = table.rows[best].cells[chosen[0].number]
            name = _name(table.rows[named[0]])
            at = text.find(name, start)
            span = Span(min(at, claim.start()), max(at + len(name), claim.end()))
            right = f"最{claim['way']}的是{_name(table.rows[best])}（{cell.text}）"
            yield Told(span, right, [cell.span])
