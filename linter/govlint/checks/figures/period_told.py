"""period-told: is a span of time that is taken up as long as it was said to be?

公示7个工作日。公示期（5个工作日）满后…… What is taken up is the same span, told right before: the
figures must agree where the units do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_TERMS = (
    "公示",
    "公告",
    "试用",
    "见习",
    "实习",
    "质保",
    "服务",
    "监测",
    "观察",
    "冷静",
    "申诉",
    "聘",
    "保修",
    "缓冲",
    "过渡",
)
_NUMBER = (
    r"(?P<n{0}>[0-9]{{1,3}}|[一二两三四五六七八九十]{{1,3}})"
    r"(?P<u{0}>个工作日|个自然日|天|日|个月|周|年)"
)
_TAKEN_UP = search_for(
    rf"(?P<term>{'|'.join(_TERMS)})期(?:（(?P<hit>{_NUMBER.format(1)})）"
    r"(?:届?满|内|结束|里|到期|间|过后|无异议)"
    rf"|(?P<hit2>{_NUMBER.format(2)})(?:届?满|结束|期满))"
    rf"|(?P<hit3>{_NUMBER.format(3)})的?(?P<term3>{'|'.join(_TERMS)})期(?:届?满|内|结束|里|到期|间|过后)",
    (tuple(f"{term}期" for term in _TERMS),),
    40,
)
_NEAR = 160
_STATED = r"(?:期限?|时间)?[^。；\n0-9]{0,12}?" + _NUMBER.format("")
_BETWEEN = re.compile("分别|其中|每|延长|至少|以上|不少于|不超过|或者?")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _TAKEN_UP):
        which = "1" if match["hit"] else "2" if match["hit2"] else "3"
        here = Span(*match.span("hit" if which == "1" else f"hit{which}"))
        term = match["term"] or match["term3"]
        start = max(0, match.start() - _NEAR)
        told = [*re.compile(term + _STATED).finditer(text, start, match.start())]
        if len({each["n"] for each in told}) != 1 or text.rfind("\n\n", start, here.start) >= 0:
            continue
        stated = told[-1]
        same = stated["u"].removeprefix("个") == match[f"u{which}"].removeprefix("个")
        if same and _value(stated["n"]) != _value(match[f"n{which}"]):
            first = Span(stated.start("n"), stated.end("u"))
            if not _BETWEEN.search(text, first.start - 6, here.start):
                yield Finding(here, {"first": text[slice(*first)]}, (Related(first, "first"),))


def _value(number: str) -> int | None:
    return int(number) if number.isdecimal() else parse_numeral(number)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TAKEN_UP,)


CHECK = Check("period-told", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
