"""signed_days: days on which a document rests, or by which it asks for something, and its own date.

Nobody writes on 6 May what a meeting of 12 May has decided, and nobody asks on 15 May for what is
due by 10 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.organs import Signature
from govlint.records import NamedTuple
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
_DUE = re.compile(
    rf"(?:请|须|应|务必|务请|要)[^。；\n]{{0,60}}?(?<![0-9])(?P<hit>{_DAY})(?:（[^（）\n]{{1,8}}）)?(?:[上下中]午)?(?:[0-9]{{1,2}}[时点:：][0-9]{{0,2}}分?)?"
    r"(?:下班)?(?:之|以)?前(?![期往后])[^，。；\n已]{0,30}?"
    r"(?:报送|上报|报至|提交|反馈|送[至到交]|缴[纳清]|报名|填报|发[至送]|报[县市省镇乡局区送我]|返回|寄[至送])(?!的)"
)
_BACK = re.compile("已|仍|尚|逾期(?![不视将者一]|未[报交]送?)|原定|此前|至今|补报|催|未按|没有|曾")
"""What says that the day has gone by, and that it is known."""
_ASKS = re.compile("(?:通知|函|公告|通告|启事|倡议书|邀请书)(?:（[^（）]{1,12}）)?$")


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


def due_by(text: str, title: Span, signature: Signature) -> Iterator[Day]:
    """The days by which a document asks others to send something."""
    if not _ASKS.search(text[title.start : title.end].rstrip()):
        return
    for match in _DUE.finditer(text, title.end, signature.organs[0].start):
        stop = text.find("\n", match.end())
        line = text[text.rfind("\n", 0, match.start()) + 1 : stop if stop >= 0 else len(text)]
        if not _BACK.search(line):
            yield from _read(match, "hit", "", signature)


def _read(match: re.Match[str], place: str, then: str, signature: Signature) -> Iterator[Day]:
    year, month, day = (match[then + part] for part in ("year", "month", "day"))
    signed = date_of(signature.year, signature.month, signature.day)
    told = date_of(int(year or signature.year), int(month), int(day))
    if signed and told:
        yield Day(Span(*match.span(place)), told - signed, year is not None)


def date_of(year: int, month: int, day: int) -> int | None:
    """The number of a day, or None where there is none of that date."""
    from datetime import date  # few texts are signed

    try:
        return date(year, month, day).toordinal()
    except ValueError:  # 9月31日, which another rule reports
        return None
