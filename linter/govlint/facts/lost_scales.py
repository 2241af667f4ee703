"""lost_scales: parts of a thing that has none, where 万 has been lost.

新增学位1.3万个、改造学位2.8个: there are no tenths of what is counted one by one but in means, and
what is told beside it of the same unit is told in 万.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_UNIT = "个|人次|人|户|名|家|件|座|台|辆|头|只|套|株|棵|盏|张|份|册|羽|尾"
_WHOLE = r"[0-9]{1,5}(?:\.[0-9]{1,2})?万"
_BROKEN = r"[0-9]{1,3}\.[0-9]{1,2}"
_NO_THING = "(?!百分点|小?时|月|工作日|基点|点|班|单位|标准|当量)"
_NAMED = r"(?:、|和|，|及|与)[^，。；：、\n0-9（）]{1,14}"
LOST = search_for(
    rf"(?P<told>{_WHOLE}(?P<u>{_UNIT})){_NO_THING}{_NAMED}(?P<lost>{_BROKEN}(?P=u)){_NO_THING}"
    rf"|(?<![0-9.])(?P<lost2>{_BROKEN}(?P<u2>{_UNIT})){_NO_THING}{_NAMED}(?P<told2>{_WHOLE}(?P=u2)){_NO_THING}",
    (("万",), tuple(_UNIT.split("|"))),
    50,
)
_MEAN = re.compile("每|均|/|比(?:例|为|重)|[倍率]|折合|相当于|当量|[一二三]孩|生育")
_STOP = "。；\n"
_BACK = 60


class Lost(NamedTuple):
    """``span``: what is told without 万; ``told``: what is told with it."""

    span: Span
    told: Span


def find_lost(text: str, literals: Literals) -> Iterator[Lost]:
    """The counts with tenths beside those of the same unit that are told in 万."""
    for match in find(text, literals, LOST):
        side = "2" if match["lost2"] else ""
        low = max(0, match.start() - _BACK)
        start = max(low, *(text.rfind(mark, low, match.start()) + 1 for mark in _STOP))
        if not _MEAN.search(text, start, match.end() + 2):
            yield Lost(Span(*match.span(f"lost{side}")), Span(*match.span(f"told{side}")))
