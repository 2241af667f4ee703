"""other-body: does a text go on to speak of the body that it set up?

It sets up one kind (成立……工作专班), and another that it never names stands alone where that one is
meant: 领导小组下设办公室.

``find``: where a body is set up; its group ``name`` is the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import find_all
from govlint.text.span import Span

_KINDS = (
    "专班|领导小组|工作小组|协调小组|推进小组|工作组|指挥部|委员会|联席会议|筹备组|评审组|考核组"
)
_ALONE = re.compile(
    rf"(?:^|(?<=[。；，\n\u3000 ]))(?P<hit>{_KINDS})"
    r"(?=下设|办公室|成员|由|组长|负责|实行|定期|召开|各|要|统筹)"
    rf"|在(?P<led>{_KINDS})的?(?=(?:统一|坚强|直接)?(?:领导|指挥|调度)下)"
)


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    text = facts.body
    set_up = find_all(text, facts.literals, searches_of(params))
    if len({match["name"] for match in set_up}) != 1:
        return
    first = min(set_up, key=lambda match: match.start())
    for match in _ALONE.finditer(text, first.end()):
        group = "hit" if match["hit"] else "led"
        kind = match[group]
        if kind != first["name"] and kind not in text[: match.start()]:
            there = (Related(Span(*first.span("name")), "there"),)
            fields = {"here": kind, "there": first["name"]}
            yield Finding(Span(*match.span(group)), fields, there)
            return


CHECK = Check(
    "other-body", Phrases, run, fields=("here", "there"), roles=("there",), searches=searches_of
)
