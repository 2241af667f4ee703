"""ahead: was what is called early done before it was due, and what is called late after it?

原计划2024年12月完工，2025年3月提前竣工: the two dates of a sentence, the due one first, and a word
that says which way the second is off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.text.span import Span

_DUE = re.compile(r"原(?:定|计划|拟)|计划|约定|定于")
_OFF = re.compile(
    r"(?P<early>提前|提早|超前)(?!谋划|介入|准备|部署|研判|预防|告知|通知|做好|公告|预约)|(?P<late>推迟|延[后期误迟](?!至今)|逾期|滞后|晚)"
)
_DONE = re.compile(
    "竣工|完[工成]|交付|投[用产]|投入|建成|通车|开[业通工园馆]|启用|达产|验收|封顶|结束|搬迁|入住|办结|[至到]$"
)
_NOT = re.compile(r"[未没不免防避][一-龥]{0,2}$|比$")
_END = re.compile(r"[。；！？\n]")
_BACK, _BEHIND = 90, 60

_SIGNS = Search("", (("提", "超", "推", "延", "逾", "滞", "晚"), ("月",)), 0)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for off in _OFF.finditer(text):
        start = max(0, off.start() - _BACK)
        ends = [match.end() for match in _END.finditer(text, start, off.start())]
        start = ends[-1] if ends else start
        stop = _END.search(text, off.end(), off.end() + _BEHIND)
        end = stop.start() if stop else min(len(text), off.end() + _BEHIND)
        if "月" not in text[start:end] or _NOT.search(text, start, off.start()):
            continue
        due = _DUE.search(text, start, off.start())
        if due is None:
            continue
        from govlint.facts.month_dates import month_dates  # few texts come here

        dates = month_dates(text, start, end)
        if dates is None or len(dates) != 2 or due.start() > dates[0].span.end + 6:
            continue
        if len(_OFF.findall(text, start, end)) > 1 or dates[0].span.end > off.start():
            continue
        aimed, done = dates
        if not _DONE.search(text, due.end(), end):
            continue
        wrong = done.first > aimed.last if off["early"] else done.last < aimed.first
        if wrong:
            span = Span(min(off.start(), done.span.start), max(off.end(), done.span.end))
            fields: dict[str, str | int] = {
                "due": text[slice(*aimed.span)],
                "done": text[slice(*done.span)],
                "off": off[0],
            }
            yield Finding(span, fields, (Related(aimed.span, "due"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SIGNS,)


CHECK = Check(
    "ahead", NoParams, run, fields=("due", "done", "off"), roles=("due",), searches=_searches
)
