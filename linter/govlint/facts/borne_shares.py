"""borne_shares: 经费由省、市、县三级按50%、30%、20%的比例分担: what several bear of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.figure import Figure
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.text.span import Span

_PART = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
_BORNE = search_for(
    rf"[0-9](?<![0-9.].)[0-9]?(?:\.[0-9]{{1,2}})?%(?:[、和：∶]{_PART}%){{1,4}}"
    "(?=的?比例(?:[一-龥]{0,4}?[共分]?(?:分[担摊成配]|负担|承担|配套|筹集|出资)))",
    (("%",), ("比例",)),
    40,
)
_PERCENT = re.compile(rf"{_PART}(?=%)")
_OTHERS = re.compile("[^。；\n]{0,20}?(?:其余|剩余|余下|不足部分)")
"""What is left is borne by others."""
_EACH = re.compile(
    "(?:^|[，。；：])(?:其余|其他)?(?:由|其中)?(?P<names>[一-龥]{1,8}(?:[、和与及][一-龥]{1,8}){1,3}?)各(?:自|方)?"
    "(?:占|承担|负担|出资|分担|筹集|配套|持股?|筹|补助)$"
)
_AND = re.compile("[、和与及]")
_HUNDRED = Decimal(100)


def bearers(text: str, share: Figure) -> int:
    """How many have a share: 2 of 省、市财政各承担15%, else 1."""
    each = _EACH.search(text, *share.lead)
    return len(_AND.split(each["names"])) if each else 1


def find_borne(text: str, literals: Literals) -> Iterator[tuple[Span, Decimal]]:
    """The lists of shares of which the whole is borne and that are not 100 together, with their
    sum."""
    for match in find(text, literals, _BORNE):
        total = sum(map(Decimal, _PERCENT.findall(match[0])), Decimal(0))
        if total != _HUNDRED and not _OTHERS.match(text, match.end()):
            yield Span(*match.span()), total
