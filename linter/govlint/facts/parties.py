"""parties: 双方 and 三方, and how many organs the sentence names before.

甲局、乙局、丙局就……签订协议，双方……: only where the sentence begins with organs joined by 、 or
和, since 甲局与乙局、丙局 may be two sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.organs import kind_of
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import Span

_PARTY = re.compile(r"方(?<=[，；：][双两三四五六]方)(?![面案向法式针可才能便])")
_NUMBERS = {"双": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_WHO = re.compile(
    r"(?:[^，。；：\n]{0,12}[日月年天午来]，)?(?P<organs>[^，。；：与同跟\n]{4,80}?)"
    r"(?:就|在|共同|联合|签[订署约]|正式|达成|举行|召开|开展|围绕|经|分别|于)"
)
_APART = re.compile(r"[、和及]")
_REACH = 160


class Parties(NamedTuple):
    """``span``: 双方; ``number``: what it says; ``listed``: how many organs are named."""

    span: Span
    number: int
    listed: int


def find_parties(text: str) -> Iterator[Parties]:
    """Every 双方 in a sentence that begins with organs."""
    for match in _PARTY.finditer(text):
        place = Span(match.start() - 1, match.end())
        start = begins(text, place.start, "。\n", _REACH)
        who = _WHO.match(text, start, place.start)
        if who is None or "等" in who["organs"]:
            continue
        organs = _APART.split(who["organs"].strip(" \t\u3000"))
        if len(organs) > 1 and all(map(kind_of, organs)):
            yield Parties(place, _NUMBERS[text[place.start]], len(organs))
