"""breaks: where the ordinals of a series do not count 1, 2, 3, told with the fewest faults."""

from __future__ import annotations

from collections.abc import Sequence

from govlint.records import NamedTuple


class Break(NamedTuple):
    """``place``: the member at fault, from 0; ``kind``: gap, repeat, order or first (the first
    members are missing); ``expected``: the ordinal that should stand there."""

    place: int
    kind: str
    expected: int


def find_breaks(ordinals: Sequence[int]) -> list[Break]:
    """The faults of one series, in order.

    >>> find_breaks([1, 2, 4, 5])
    [Break(place=2, kind='gap', expected=3)]
    >>> find_breaks([1, 2, 2, 3]), find_breaks([1, 2, 2, 4])
    ([Break(place=2, kind='repeat', expected=3)], [Break(place=2, kind='repeat', expected=3)])
    >>> find_breaks([1, 3, 2, 4]), find_breaks([2, 1, 3])
    ([Break(place=1, kind='order', expected=2)], [Break(place=0, kind='order', expected=1)])
    >>> find_breaks([1, 2, 7, 4]), find_breaks([2, 3])
    ([Break(place=2, kind='order', expected=3)], [Break(place=0, kind='first', expected=1)])
    """
    found: list[Break] = []
    expected, index = 1, 0
    while index < len(ordinals):
        value = ordinals[index]
        after = ordinals[index + 1] if index + 1 < len(ordinals) else None
        if value == expected:
            expected += 1
        elif value == expected + 1 and after == expected:
            found.append(Break(index, "order", expected))
            expected += 2
            index += 1
        elif index and value == ordinals[index - 1]:
            found.append(Break(index, "repeat", expected))
            if after == expected + 1:
                expected += 1
        elif after == expected + 1 and (value > expected + 1 or value < expected):
            found.append(Break(index, "order", expected))
            expected += 1
        elif value > expected:
            found.append(Break(index, "gap" if index else "first", expected))
            expected = value + 1
        else:
            found.append(Break(index, "order", expected))
        index += 1
    return found
