"""signed_days: the days of what a document rests on, and its own date.

Nobody writes on 6 May what a meeting of 12 May has decided, or answers what comes on 12 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.organs import Signature
from govlint.records import NamedTuple
from govlint.text.day_numbers import day_number
from govlint.text.span import Span
from govlint.text.years import YEAR

_DAY = rf"(?:(?P<year>{YEAR})年)?(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12][0-9]|[1-9])日"
_RESTS = re.compile(
    rf"(?:根据|按照|依据|遵照|业?经|鉴于)[^，。；：\n0-9]{{0,24}}(?P<hit>{_DAY})(?![前起至到—～-])[^，。；：\n]{{0,30}}?"
    r"(?:会议|例会|大会|办公会|常委会|全会|常务会|党组会|局务会|协议|决定|研究|批准|同意|批[复示]|来[函文]|讲话|审[议定]|通过)"
    rf"|(?P<then>{_DAY.replace('P<', 'P<then_')})的?(?:来[函文]|请示|报告|申请|来信)"
    r"[^。；\n]{0,24}(?:收悉|收到|已收|已阅)"
)
"""What a document says that it follows from, or answers."""
_PLANNED = re.compile("将|拟|定于|即将|计划")


class Day(NamedTuple):
    """``place``: of a day; ``apart``: by how many days it is behind the date of the document;
    ``year``: whether its year is told."""

    place: Span
    apart: int
    year: bool


def rests_on(text: str, title: Span, signature: Signature) -> Iterator[Day]:
    """The days of what was decided, or received, before the document was written."""
    for match in _RESTS.finditer(text, title.end, signature.organs[0].start):
        then = "then_" if match["hit"] is None else ""
        if not _PLANNED.search(match[0]):
            yield from _read(match, "then" if then else "hit", then, signature)


def _read(match: re.Match[str], place: str, then: str, signature: Signature) -> Iterator[Day]:
    year, month, day = (match[then + part] for part in ("year", "month", "day"))
    signed = day_number(signature.year, signature.month, signature.day)
    told = day_number(int(year or signature.year), int(month), int(day))
    if signed and told:
        yield Day(Span(*match.span(place)), told - signed, year is not None)
