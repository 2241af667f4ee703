"""repeated_closings: 特此通知 that stands twice at the end of one text.

Between the two stands no date, for what is passed on (转发) closes itself above its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.facts.copies import Copy
from govlint.text.span import Span

CLOSED_AS = "通知|通报|报告|公告|通告|请示|批复|函告|函复|函达"
"""What 特此 closes, as a regex."""
_CLOSING = re.compile(
    rf"(?:^|(?<=[。；\n]))[ \u3000]{{0,8}}(?P<hit>(?:特此|专此)"
    rf"(?:{CLOSED_AS}|公示|证明)|[妥当可]否，请(?:予)?(?:批示|批复|审批))"
    r"(?=[。！]|[ \u3000]{0,8}(?:\n|$))"
)
_SIGNED = re.compile(
    r"\n[ \u3000]*(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[二〇○零一三四五六七八九十年月]{6,12}日)"
    r"[ \u3000]*(?:\n|$)|\n[ \u3000]*附件[0-9]{0,2}[：:]?[ \u3000]*\n"
)
_REACH = 200


def repeated_closings(text: str) -> Iterator[Copy]:
    """Each closing that stands above already, with the first."""
    if text.count("特此") + text.count("专此") + text.count("否，请") < 2:
        return
    for first, again in pairwise(_CLOSING.finditer(text)):
        alike = first["hit"] == again["hit"] and again.start("hit") - first.end() < _REACH
        if alike and not _SIGNED.search(text, first.end(), again.start("hit")):
            yield Copy(Span(*again.span("hit")), Span(*first.span("hit")))
