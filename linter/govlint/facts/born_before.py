"""born_before: who is born too late, or too early, for the age that a list is of.

2024年……80周岁以上老人名单：王某，1941年3月出生；何某，1948年2月出生: in that year the second is 76
at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.limits_kept import Beyond
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.text.span import Span
from govlint.text.years import YEAR

AGED = search_for(
    r"(?:年满)?(?P<n>[1-9][0-9])周?岁(?:（含）|及)?(?:以(?P<side>[上下]))?(?=[^\n]{0,60}[：:])"
    r"|(?:年龄)?(?P<way>不超过|不满|未满|不低于|不小于)(?P<m>[1-9][0-9])周?岁(?=[^\n]{0,60}[：:])",
    (("岁",), ("出生", "年生", "月生", "日生")),
    -1,
)
_BORN = re.compile(
    r"(?P<hit>(?P<year>19[0-9]{2}|20[0-2][0-9])年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:出生|生(?=[，；。、）])))"
)
_AGE = re.compile("([1-9][0-9])周?岁")
_YEAR = re.compile(rf"(?<![0-9])(?P<year>{YEAR})年(?![0-9月日]{{0,6}}出?生)")
_CHOSEN = re.compile("名单|人选|如下|对象|慰问|人员|推荐|发放|录用|拟")
_REFUSED = re.compile("不符|不予|退回|取消|超龄|未(?:通过|达)|剔除|放宽|除外|特殊|破格|清退")
_BACK, _FAR, _FEW = 160, 400, 2
_AHEAD = 61
"""In so many code points behind an age the colon stands that AGED wants."""


def find_born(text: str, known: Literals) -> Iterator[Beyond]:
    """The births of a list that the age told before its colon excludes in the year told there."""
    for match in find(text, known, AGED):
        if match["n"] and not match["side"] and not match[0].startswith("年满"):
            continue
        low = max(0, match.start() - _BACK)
        begun = max(text.rfind("\n\n", low, match.start()), low)
        colon = min(
            place
            for mark in "：:"
            if (place := text.find(mark, match.end(), match.end() + _AHEAD)) >= 0
        )
        years = {int(each["year"]) for each in _YEAR.finditer(text, begun, colon)}
        end = text.find("\n\n", colon, colon + _FAR)
        end = end if end >= 0 else min(len(text), colon + _FAR)
        births = [*_BORN.finditer(text, colon, end)]
        if len(years) != 1 or len(births) < _FEW or _REFUSED.search(text, begun, end):
            continue
        if len({*_AGE.findall(text, begun, colon)}) > 1:
            continue  # 80周岁以上老人和18周岁以下未成年人
        if not _CHOSEN.search(text, begun, colon):
            continue
        year, age = years.pop(), int(match["n"] or match["m"])
        most = match["side"] == "下" or match["way"] in ("不超过", "不满", "未满")
        for birth in births:
            turned = year - int(birth["year"])
            if (turned - 1 > age) if most else (turned < age):
                yield Beyond(Span(*birth.span("hit")), Span(*match.span()))
