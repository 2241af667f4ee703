"""interpreter: is it an organ of its own that explains a document?

南浦区体育中心……办法 that 望川市图书馆 explains was made from another one's. An office above, or a
part of the organ of the title, may explain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.organs import can_be_one, kind_of
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_EXPLAINS = search_for(
    "本(?:办法|规定|制度|细则|规则|规程|守则|章程|方案|标准|须知|公约|预案)(?:的解释权)?[由归]"
    "(?P<who>[一-龥]{4,24}?)(?:负责|承担)?(?:具体|最终)?(?:解释|所有)",
    (("解释",), ("本",), ("由", "归")),
    50,
)
_TITLED = re.compile(
    "[ \u3000]{0,4}(?P<who>[一-龥]{2,6}[省市县区旗镇乡][一-龥]{0,10}?"
    "(?:中心|医院|学校|小学|中学|学院|幼儿园|[图博文体][书物化育]馆|敬老院|养老院|公司|水厂|公园|集团))"
)
_SEATED = re.compile("(?P<place>[一-龥]{2,3}[省市县区旗镇乡])[一-龥]{2,}")
_ENDS = re.compile("(?:中心|医院|学校|小学|中学|学院|幼儿园|馆|院|公司|厂|公园|集团)$")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    found = find(text, facts.literals, _EXPLAINS)
    titled = _TITLED.match(text, *facts.title.span) if found and facts.title.spans else None
    if titled is None:
        return
    for match in found:
        who, own = match["who"], titled["who"]
        seat = _SEATED.match(who)
        if seat is None or not (_ENDS.search(who) and kind_of(who)) or can_be_one(who, own):
            continue
        if text.count(who) == 1 and not who.startswith(own):
            fields = {"here": who, "there": own}
            there = (Related(Span(*titled.span("who")), "there"),)
            yield Finding(Span(*match.span("who")), fields, there)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_EXPLAINS,)


CHECK = Check(
    "interpreter", NoParams, run, fields=("here", "there"), roles=("there",), searches=_searches
)
