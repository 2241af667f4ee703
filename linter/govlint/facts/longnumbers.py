"""longnumbers: runs of digits that name a person or an account rather than count something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_DIGITS = re.compile(r"[0-9]{11,19}[Xx]?")
_TWO = re.compile("[0-9](?=[0-9])")
_STEP = 5
_ARABIC = "0123456789"
_NEIGHBOUR = re.compile(r"[0-9A-Za-z.+\-/_=]")
_COUNTED = re.compile(r"[0-9A-Za-z.+\-/_=%元万亿吨人户家个件]")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_BORN = re.compile(
    r"[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_CARD = re.compile(r"[3-6][0-9]{15,18}")

Kind = Literal["identity", "mobile", "card"]


class LongNumber(NamedTuple):
    """``kind``: identity (citizen's number of 18 digits), mobile or card."""

    span: Span
    kind: Kind


def find_long_numbers(text: str) -> list[LongNumber]:
    """The numbers of persons and accounts in ``text``, in order. A citizen's number counts only
    with its check digit (GB 11643), a card's only where Luhn's sum comes out."""
    found: list[LongNumber] = []
    for start, end in _runs(text):
        if _COUNTED.match(text, end) or (start and _NEIGHBOUR.match(text, start - 1)):
            continue
        kind = _kind(text[start:end])
        if kind:
            found.append(LongNumber(Span(start, end), kind))
    return found


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where eleven digits or more stand in a row: two neighbours among every fifth character are
    digits there, which is rare, and looked for in a fifth of the time."""
    done = 0
    for match in _TWO.finditer(text[::_STEP]):
        start = _STEP * match.start()
        while start > done and text[start - 1] in _ARABIC:
            start -= 1
        run = _DIGITS.match(text, start)
        if run and start >= done:
            yield run.span()
            done = run.end()


def _kind(digits: str) -> Kind | None:
    if _BORN.fullmatch(digits):
        total = sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=False))
        return "identity" if _CHECKS[total % 11] == digits[-1].upper() else None
    if _MOBILE.fullmatch(digits):
        return "mobile"
    return "card" if _CARD.fullmatch(digits) and _luhn(digits) else None


def _luhn(digits: str) -> bool:
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
