"""draft-mark: does a text that is in force still bear the mark of a draft?

关于印发《……办法（征求意见稿）》的通知 that says 已经县政府同意，请认真贯彻执行: what is sent round
to be commented on is not to be carried out. Where comments are asked for, the mark is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_MARKS = (
    "征求意见稿",
    "送审稿",
    "讨论稿",
    "审议稿",
    "初稿",
    "修改稿",
    "送审版",
    "代拟稿",
    "审议版",
    "起草稿",
)
_MARK = search_for(rf"[（(](?P<hit>{'|'.join(_MARKS)})[）)]", (_MARKS,), 12)
_IN_FORCE = re.compile(
    r"现(?:将|予)?[^。\n]{0,60}?(?:印发|发布|公布|下发)[^。\n]{0,20}(?:贯彻|遵照|认真|组织)[^。\n]{0,10}(?:执行|实施|落实|抓好)"
    r"|现予(?:印发|发布|公布)"
)
_ASKED = re.compile(
    "意见建议|(?:征求|提出|反馈|修改)[^。，《》\n]{0,8}意见|意见(?:征集|反馈)|听取|征集|论证|讨论|审议(?:[。，]|时)"
)
_HISTORY = re.compile("起草|形成|提请|提交|报送|审议|审查|修改|汇报|说明")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    marks = find(text, facts.literals, _MARK)
    force = _IN_FORCE.search(text) if marks else None
    if force is None or _ASKED.search(text.replace("征求意见稿", "")):
        return
    for match in marks:
        sentence = text[slice(*facts.sentence(match.start()))]
        if not _HISTORY.search(sentence):
            there = Related(Span(*force.span()), "there")
            yield Finding(Span(*match.span("hit")), {"there": force[0]}, (there,))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_MARK,)


CHECK = Check("draft-mark", NoParams, run, fields=("there",), roles=("there",), searches=_searches)
