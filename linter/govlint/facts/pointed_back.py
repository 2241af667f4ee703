"""pointed_back: figures behind 上述 with two digits exchanged: 募集364万元……上述346万元.

上述 right before a figure says that just this was told before it, in the same sentence or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.mentions import FIGURE, digits_of
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.slips import is_slip

POINTS = search_for(
    "(?:上述|前述|(?<=[，。；：（\n])以上)(?=[0-9])", (("上述", "以上", "前述"),), 6
)
_BACK, _LEAST = 260, 3


class PointedBack(NamedTuple):
    """``again``: the figure behind 上述; ``first``: the one that is meant."""

    first: re.Match[str]
    again: re.Match[str]


def find_pointed_back(text: str, literals: Literals) -> Iterator[PointedBack]:
    """The figures behind 上述 of which the digits were told before, in another order."""
    for match in find(text, literals, POINTS):
        again = FIGURE.match(text, match.end())
        if again is None or len(digits_of(again)) < _LEAST:
            continue
        start = begins(text, match.start(), "\n", _BACK)
        before = [
            each
            for each in FIGURE.finditer(text, start, match.start())
            if each["unit"] == again["unit"]
        ]
        told = [digits_of(each) for each in before]
        number = digits_of(again)
        turned = [
            each
            for each, digits in zip(before, told, strict=True)
            if sorted(digits) == sorted(number) and is_slip(digits, number)
        ]
        if number not in told and len(turned) == 1:
            yield PointedBack(turned[0], again)
