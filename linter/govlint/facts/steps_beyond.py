"""steps_beyond: parts of a work that take longer than all of it may.

用3—5年实现……，其中东区3年完成，西区6年完成.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.limits_kept import Beyond
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[1-9]|[一二两三四五六七八九]"
_DONE = "(?:内|时间|左右)?(?:基本|全部|全面)?(?:完成|实现|达到|建成|达标|见效|整改到位)"
STEPS = search_for(
    rf"(?:力争|争取|计划|用|利用|通过|经过)(?P<limit>(?P<a>{_N})(?:——?|至|到|～|-)(?P<b>{_N})(?P<of>年|个月))(?!以上|左右|多)(?:的?时间)?[，内]?"
    r"[^。；\n]{2,40}?(?:，其中|；其中|。其中)[，：]?(?P<list>[^。\n]{4,120})",
    (("其中",), ("年", "个月")),
    180,
)
_STEP = re.compile(
    rf"(?<![0-9第前近十〇零一二三四五六七八九])(?P<n>{_N})(?P<of>年|个月)(?={_DONE})"
)


def find_steps_beyond(text: str, literals: Literals) -> Iterator[Beyond]:
    """The parts that are to be done later than all."""
    for match in find(text, literals, STEPS):
        most = parse_numeral(match["b"]) or 0
        for step in _STEP.finditer(text, *match.span("list")):
            if step["of"] == match["of"] and (parse_numeral(step["n"]) or 0) > most > 0:
                yield Beyond(Span(*step.span()), Span(*match.span("limit")))
