"""counted-again: is what a paragraph has counted counted again with another number?

脱贫户326户……362户脱贫户全部落实: what is said of all of them is said of as many as there are. The
second number begins its clause, or stands behind 全体, 上述, 这 or 新建的; the same noun stands
with one number before, behind the same verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.these_again import THESE, find_these
from govlint.facts.units import SCALES
from govlint.text.span import Span

_N = r"[0-9]{1,7}(?:\.[0-9]{1,3})?[万亿]?"
_UNIT = "平方公里|平方米|公里|人次|[个户名人位家件起处座所条项册台辆头亩栋套间支只口株份批场盏棵]"
_DONE = (
    "新建|新改建|改造|建成|引进|招录|招聘|选派|签约|采购|购置|栽植|排查|受理|培训|改建|续建|征集"
    "|流转|下拨|修建"
)
_WHOLE = ("全部", "均", "都", "全面", "无一")
_AGAIN = search_for(
    rf"(?P<lead>(?<![一-龥])(?:已|所|全部)?(?P<done>{_DONE})的|[，。；：！？\n（]|全[体部]|所有|上述|以上|[这该]|[对将使给让]|全[市县区镇乡村校院局街])(?P<n>{_N})(?P<unit>{_UNIT})(?:的)?"
    rf"(?P<noun>[一-龥]{{1,8}}?)(?:已经?)?(?P<whole>{'|'.join(_WHOLE)}|中(?:，|[有已现尚]|目前|截至))",
    (
        (*_WHOLE, "中，", "中有", "中已", "中现", "中尚", "中目前", "中截至"),
        tuple("，。；：！？\n（体部有述上这该对将使给让市县区镇乡村校院局街的"),
    ),
    28,
)
_STRONG = re.compile("全|所有|上述|以上|[这该]")
_COPULA = r"(?:总数|总量|数量|共计?|[现共]?有|达到?|已|为|的|合计)*"
_BACK = 320
_APART = re.compile(
    "其中|分别|另[有外]|去年|上年|同期|新增|目标|计划|第[一二三四]批|[0-9]年|[0-9]月|季度|增[加长至到]|减[少至到]|剩余|其余|还有"
)
_PEOPLE = "人名位"
_ROOM = (Decimal("0.7"), Decimal("1.45"))
_WIDE = (Decimal("0.3"), Decimal(3))


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _found(facts)
    for span, first in find_these(text, facts.literals):
        fields: dict[str, str | int] = {"first": text[slice(*first)]}
        yield Finding(span, fields, (Related(first, "first"),))


def _found(facts: Facts) -> Iterator[Finding]:
    """The counts of all that differ from those of the same noun before."""
    text = facts.body
    for match in find(text, facts.literals, _AGAIN):
        number = _value(match["n"])
        if not number:
            continue
        start = max(0, match.start("n") - _BACK)
        start = max(start, text.rfind("\n", start, match.start("n")) + 1)
        before = [*_counted(text, start, match)]
        values = {value for value, _ in before}
        if len(values) != 1 or number in values:
            continue
        value, span = before[0]
        strong = match["done"] or _STRONG.match(match["lead"])
        least, most = _WIDE if strong else _ROOM
        if not least <= number / value <= most or _APART.search(text, span.end, match.start("n")):
            continue
        related = Related(span, "first")
        fields: dict[str, str | int] = {"first": text[slice(*span)]}
        yield Finding(Span(match.start("n"), match.end("noun")), fields, (related,))


def _counted(text: str, start: int, match: re.Match[str]) -> Iterator[tuple[Decimal, Span]]:
    """How many of the same are told before, from ``start`` on."""
    if text.find(match["noun"], start, match.start("n")) < 0:
        return  # most: a regex for each noun would be the dearer
    noun, done = re.escape(match["noun"]), match["done"] or ""
    unit = f"[{_PEOPLE}]" if match["unit"] in _PEOPLE else match["unit"]
    told = re.compile(
        rf"{done}{noun}{_COPULA}(?P<a>(?<![0-9.])[0-9]{{1,7}}(?:\.[0-9]{{1,3}})?[万亿]?){unit}(?![余多左])"
        rf"|{done}(?P<b>(?<![0-9.约近超过])[0-9]{{1,7}}(?:\.[0-9]{{1,3}})?[万亿]?){unit}的?{noun}(?=[，。；、）和及与全均都已中]|$)"
    )
    for each in told.finditer(text, start, match.start("n")):
        value = _value(each["a"] or each["b"])
        clause = max(text.rfind(mark, start, each.start()) for mark in "，。；\n") + 1
        if value and not _APART.search(text, clause, each.start()):
            yield value, Span(*each.span())


def _value(number: str) -> Decimal:
    scale = SCALES.get(number[-1])
    return Decimal(number[:-1]) * scale if scale else Decimal(number)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_AGAIN, THESE)


CHECK = Check(
    "counted-again", NoParams, run, fields=("first",), roles=("first",), searches=_searches
)
