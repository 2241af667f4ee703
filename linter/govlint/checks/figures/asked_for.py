"""asked-for: is more money asked for than is needed?

改造共需资金36万元……恳请支持资金46万元: what is asked for may be less than what is needed, as others
bear the rest; it is never more than the whole. Nor is it one slip away from the gap that is told:
资金缺口276万元……恳请追加资金267万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import worth_of
from govlint.text.slips import is_slip
from govlint.text.span import Span

_N = r"(?P<n>[0-9](?<![0-9.].)[0-9]{0,8}(?:\.[0-9]{1,4})?)(?P<s>[千百]?[万亿]?)元"
_BEG = (
    "恳请", "特请", "请求", "申请", "敬请", "请予", "拟请", "请县", "请市", "请省", "请贵", "望",
)  # fmt: skip
_ASKED = search_for(
    rf"(?:{'|'.join(_BEG)})(?:[^。；：！\n0-9]{{0,40}}?)(?:支持|拨付|解决|安排|补助|下达|批准|给予|追加|帮助|资助|协调|落实|划拨)"
    rf"[^，。；：\n0-9]{{0,30}}?{_N}(?!/|以[上下])",
    (_BEG, ("元",)),
    104,
)
_NEED = re.compile(
    rf"(?:[总共]需|合计需|需要?(?:投入|资金|经费)|总投资|总造价|总概算|概算|总预算|估算|(?:工程|项目)(?:预算|造价)|资金缺口|总费用)[^，。；：\n0-9]{{0,10}}(?<![约近超]){_N}(?![/每])"
)
_GAP = re.compile(
    rf"(?:缺口|尚缺|还缺|短缺|尚差|还差|不足部分)[^，。；：\n0-9]{{0,8}}(?<![约近超]){_N}(?![/每])"
)
_AMOUNT = re.compile(_N)
_EACH = re.compile("每|/|单价|均|年度|[一二三]年|[一二三]期|今后|其中|已|自筹|[约近]$")
_BACK = 500
_WIDE = 1500
"""Code points before a request in which a gap is looked for."""
_MOST = 8
_EXACT = 2
"""Fewer digits differ in one by chance."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for ask in find(text, facts.literals, _ASKED):
        start = max(0, ask.start() - _BACK)
        needs = [
            need
            for need in _NEED.finditer(text, start, ask.start())
            if not _EACH.search(text, max(start, need.start() - 8), need.start("n"))
        ]
        amounts = [_value(each) for each in _AMOUNT.finditer(text, start, ask.start("n"))]
        asked = _value(ask)
        gap = _slipped_gap(text, ask)
        if gap is not None:
            yield _finding(text, ask, gap)
            continue
        if not needs or asked <= max(amounts) or len(amounts) > _MOST:
            continue
        if "每" in text[start : ask.end()] or _is_sum(asked, amounts):
            continue
        yield _finding(text, ask, max(needs, key=_value))


def _finding(text: str, ask: re.Match[str], need: re.Match[str]) -> Finding:
    fields: dict[str, str | int] = {"need": text[slice(*_place(need))]}
    return Finding(_place(ask), fields, (Related(_place(need), "need"),))


def _slipped_gap(text: str, ask: re.Match[str]) -> re.Match[str] | None:
    """The only gap told before a request, if what is asked for is one slip away from it, and told
    nowhere else."""
    start = max(0, ask.start() - _WIDE)
    gaps = [*_GAP.finditer(text, start, ask.start())]
    if not gaps or len({each["n"] for each in gaps}) > 1:
        return None
    gap = gaps[-1]
    slipped = gap["s"] == ask["s"] and gap["n"] != ask["n"] and is_slip(gap["n"], ask["n"])
    if not slipped or len(ask["n"].strip(".0")) < _EXACT or text.count(ask["n"]) > 1:
        return None
    exchanged = sorted(gap["n"]) == sorted(ask["n"])
    return gap if exchanged or _value(ask) > _value(gap) else None


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(match["n"]) * worth_of(match["s"] + "元")


def _place(match: re.Match[str]) -> Span:
    return Span(match.start("n"), match.end("s") + 1)


def _is_sum(asked: Decimal, amounts: list[Decimal]) -> bool:
    """Whether what is asked for is what several things need."""
    return any(
        sum(several) == asked
        for size in range(2, min(5, len(amounts) + 1))
        for several in combinations(amounts, size)
    )


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_ASKED,)


CHECK = Check("asked-for", NoParams, run, fields=("need",), roles=("need",), searches=_searches)
