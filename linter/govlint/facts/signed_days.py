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
    rf"(?:根据|按照|依据|遵照|业?经|鉴于)(?P<who>[^，。；：\n0-9]{{0,24}})(?P<hit>{_DAY})(?![前起至到—～-])(?P<what>[^，。；：\n]{{0,30}}?)"
    r"(?:(?:会议?|全会)[^，。；：\n]{0,6}?(?:精神|要求|部署|决议|议定|纪要|意见|讨论|审议|确定|明确|指示)"
    r"|协议|决定|研究|批准|同意|批[复示]|来[函文]|讲话|审[议定]|通过)"
    rf"|(?P<then>{_DAY.replace('P<', 'P<then_')})的?(?:来[函文]|请示|报告|申请|来信)"
    r"[^。；\n]{0,24}(?:收悉|收到|已收|已阅)"
)
"""What a document says that it follows from, or answers."""
_PLANNED = re.compile("将|拟|定于|即将|计划")
_SETTLED = re.compile("(?:关于|研究|决定|同意|批准|安排|部署|要求|通知|约定)(?:将?[于在])?$")
"""Before a day: what was settled is what happens on it (经研究决定5月12日召开……)."""
_TO_COME = re.compile(
    "(?:召开|举[行办]|承办|主办|开展|组织|安排|参加|进行|启动|实施)(?!的)|通知|预[警报]"
)
"""Behind a day: what happens on it, not what was said on it (5月12日召开的会议精神)."""


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
        ahead = _SETTLED.search(match["who"] or "") or _TO_COME.search(match["what"] or "")
        if not ahead and not _PLANNED.search(match[0]):
            yield from _read(match, "then" if then else "hit", then, signature)


def _read(match: re.Match[str], place: str, then: str, signature: Signature) -> Iterator[Day]:
    year, month, day = (match[then + part] for part in ("year", "month", "day"))
    signed = day_number(signature.year, signature.month, signature.day)
    told = day_number(int(year or signature.year), int(month), int(day))
    if signed and told:
        yield Day(Span(*match.span(place)), told - signed, year is not None)
