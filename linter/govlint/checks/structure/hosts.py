"""hosts: is one meeting presided over by one person?

Asked of the minutes of one meeting: 会议由县长李强主持 and 会议由县委书记周平主持 cannot both be
right. Where the text speaks of several meetings, or of parts of one, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_HOST = search_for(
    r"(?<!的)(?P<what>会议|座谈会|推进会|调度会)由(?P<who>[^，。；、和\n“”]{2,20}?)主持",
    (("主持",),),
    30,
)
_SEVERAL = (
    "分别主持",
    "第一阶段",
    "第二阶段",
    "第一次会议",
    "上午",
    "下午",
    "分会场",
    "轮流",
    "闭幕",
)
_CONVENED = "召开"


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    found = find(text, facts.literals, _HOST)
    if len(found) < 2 or text.count(_CONVENED) > 1 or any(word in text for word in _SEVERAL):
        return
    first = found[0]
    for match in found[1:]:
        one, other = first["who"], match["who"]
        if (
            first["what"] == match["what"]
            and one[-2:] != other[-2:]
            and one not in other
            and other not in one
        ):
            related = Related(Span(*first.span("who")), "there")
            yield Finding(Span(*match.span("who")), {"here": other, "there": one}, (related,))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HOST,)


CHECK = Check(
    "hosts", NoParams, run, fields=("here", "there"), roles=("there",), searches=_searches
)
