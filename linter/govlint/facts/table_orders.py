"""table_orders: the numbers 序号 of a table's rows, and the one that does not count on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govlint.facts.tables import Table
from govlint.text.span import Span

_NUMBER_HEAD = re.compile("序号?|编号|项次|行次")
_WHOLE = re.compile("[0-9]{1,3}")
_LEAST = 4


def misnumbered(table: Table) -> Iterator[tuple[Span, int]]:
    """The number in a column 序号 that is not the one after that before it, where the others count
    on; with what it should be."""
    for column, head in enumerate(table.names):
        if not _NUMBER_HEAD.fullmatch(head.replace(" ", "")):
            continue
        cells = table.column(column)
        while cells and not _WHOLE.fullmatch(cells[-1].text):
            cells = cells[:-1]  # 合计
        if len(cells) < _LEAST or not all(_WHOLE.fullmatch(cell.text) for cell in cells):
            continue
        values = [int(cell.text) for cell in cells]
        steps = [other - one for one, other in pairwise(values)]
        odd = [n for n, step in enumerate(steps, 1) if step != 1]
        if values[0] == 1 and 1 <= len(odd) <= 2 and _is_one(odd, values):
            yield cells[odd[0]].span, values[odd[0] - 1] + 1


def _is_one(odd: Sequence[int], values: Sequence[int]) -> bool:
    """Whether it is one number that is wrong: the rest go on as if it were right, or as it says."""
    at = odd[0]
    if len(odd) == 1:
        return values[at] in (values[at - 1], values[at - 1] + 2)
    return odd[1] == at + 1 and values[odd[1]] == values[at - 1] + 2
