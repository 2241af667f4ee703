"""rate-aims: is a rate that was aimed at reached by the counts that are told, as is claimed?

整改率不低于95%……80处隐患已整改74处，达到目标: the rate is named, not told; what is named so (整改)
is said of the second count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import Span

_N = r"[0-9]{1,7}(?:\.[0-9]{1,2})?"
_RATE = search_for(
    rf"(?P<what>[一-龥]{{2,4}}?)率(?:全年|年度|全部|总体|原则上|必须|应当?|要|须|需|均)*(?:不得?低于|不得?少于|达到?|不小于|目标[为是]|保持在|确保)[^，。；0-9]{{0,6}}(?P<n>{_N})%",
    (("率",), ("低于", "少于", "达", "不小于", "目标", "保持", "确保")),
    40,
)
_COUNTS = re.compile(
    r"(?<![0-9.])(?P<all>[0-9]{1,6})(?P<u>[一-龥]{1,2}?)(?![以左])[^。；0-9%]{0,34}?"
    r"(?P<some>[0-9]{1,6})(?P=u)(?P<behind>[^。；\n]{0,40})"
)
_CLAIM = re.compile(
    "(?P<not>未能?|没有?|尚未|不)?(?:全面|圆满|如期|均|都|也|已|超额|较好|顺利)*(?:达到?|完成|实现|符合|满足|高于|超过)了?[^，。；0-9]{0,10}(?:目标|要求|任务|标准|规定|指标)"
)
_ELSE = re.compile("其中|另|新增|同比|上年|去年|不再|剔除|不计|到期|以来累计")
_AHEAD = re.compile("力争|确保|争取|努力|距离?|为[^，。]{0,4}$|将|要")
_NEAR = 160
_END = re.compile("\n")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for aim in find(text, facts.literals, _RATE):
        stop = _END.search(text, aim.end(), aim.end() + _NEAR)
        end = stop.start() if stop else min(len(text), aim.end() + _NEAR)
        counts = _COUNTS.search(text, aim.end(), end)
        if counts is None or "率" in text[aim.end() : counts.start()]:
            continue
        stem = aim["what"][-2:]
        told = text[counts.end("u") : counts.start("some")]
        if stem not in told and stem not in counts["behind"].partition("，")[0][:4]:
            continue
        if _ELSE.search(text, aim.end(), counts.end("some")) or "%" in counts["behind"]:
            continue
        every, some = Decimal(counts["all"]), Decimal(counts["some"])
        claim = _CLAIM.search(text, counts.start("behind"), counts.end("behind"))
        if claim is None or not 0 < some <= every:
            continue
        if _AHEAD.search(text, counts.start("behind"), claim.start()):
            continue
        rate, least = 100 * some / every, Decimal(aim["n"])
        wrong = rate >= least if claim["not"] else rate < least - _step(least) / 2
        if wrong:
            fields: dict[str, str | int] = {
                "aim": aim[0],
                "rate": f"{round(rate, 1)}%",
                "counts": f"{counts['some']}{counts['u']}/{counts['all']}{counts['u']}",
            }
            related = Related(Span(*aim.span()), "aim")
            span = Span(counts.start("all"), claim.end())
            yield Finding(span, fields, (related,))


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_RATE,)


CHECK = Check(
    "rate-aims", NoParams, run, fields=("aim", "rate", "counts"), roles=("aim",), searches=_searches
)
