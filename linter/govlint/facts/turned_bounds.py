"""turned_bounds: what a sentence asks to be no less than one figure and no more than a smaller one.

一般不少于20个工作日，最长不超过15个工作日; 5万元以上2万元以下的罚款: two bounds side by side, of
one unit, with nothing between that could be bounded instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.facts.units import base_of, worth_of
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_HAN = "一二两三四五六七八九十百千"
_N = rf"(?<![0-9.{_HAN}])(?:[0-9]{{1,8}}(?:\.[0-9]{{1,4}})?|[{_HAN}]{{1,6}})"
_U = (
    "[千万亿]{0,2}(?:个(?:工作日|自然日|百分点|小时|月|字)|工作日|%|℃|平方公里|平方米|立方米|毫米|厘米|公里|公斤|分钟|小时"
    "|学时|课时|周岁|[元米亩吨天日年周岁倍人名户家件次篇条字座间套])"
)
_LEAST = "(?:不[得能宜可]?(?:少|低|小|短)于|至少(?:为|要)?|最(?:少|低|短)(?:为|要)?)"
_MOST = "(?:不[得能宜可]?(?:超过|多于|高于|大于|长于)|(?:最多|最高|最长)(?:为|到|只能)?)"
_FILL = "(?:一般|原则上|但|且|并|也|最[多少长短高低]|总数|，|、){0,4}"
_NOT_ONE = "[的起者]"
_BOUNDS = search_for(
    rf"(?P<one>{_LEAST}(?P<a>{_N})(?P<u>{_U}))(?!{_NOT_ONE}){_FILL}(?P<other>{_MOST}(?P<b>{_N})(?P<v>{_U}))(?!{_NOT_ONE})"
    rf"|(?P<other2>{_MOST}(?P<b2>{_N})(?P<v2>{_U}))(?!{_NOT_ONE}){_FILL}(?P<one2>{_LEAST}(?P<a2>{_N})(?P<u2>{_U}))(?!{_NOT_ONE})",
    (("少于", "低于", "小于", "短于", "至少", "最少", "最低", "最短"),
     ("超过", "多于", "高于", "大于", "长于", "最多", "最高", "最长")),
    60,
)  # fmt: skip
_FINED = search_for(
    rf"(?P<one>(?P<a>{_N})(?P<u>{_U})?以上)(?:、|，|至)?(?P<other>(?P<b>{_N})(?P<v>{_U})以下)(?P<of>的?(?:罚款|罚金|有期徒刑|拘留|奖励|补助|资助|处罚))",
    (("以上",), ("以下",)),
    30,
)
SEARCHES = (_BOUNDS, _FINED)
_SCALES = "千万亿"
_BACK = 30


class Turned(NamedTuple):
    """``span``: both bounds, of which the ``least`` is more than the ``most``."""

    span: Span
    least: str
    most: str


def find_turned_bounds(text: str, literals: Literals) -> Iterator[Turned]:
    """The bounds that leave nothing between them."""
    for match in find(text, literals, _BOUNDS):
        side = "" if match["one"] else "2"
        before, behind = (
            text[max(0, match.start() - _BACK) : match.start()],
            text[match.end() : match.end() + 1],
        )
        if "分别" in before or before.endswith("、") or behind == "、":
            continue  # 密度、绿地率分别按不大于30%、不小于35%
        found = _turned(match, *(match[name + side] for name in "aubv"))
        if found is not None:
            yield found
    for match in find(text, literals, _FINED):
        scaled = not match["u"] and match["v"][0] in _SCALES  # 5000以上1万元以下
        found = _turned(match, match["a"], match["u"] or match["v"], match["b"], match["v"])
        if found is not None and not scaled:
            yield found._replace(span=Span(match.start("one"), match.end("other")))


def _turned(match: re.Match[str], a: str, u: str, b: str, v: str) -> Turned | None:
    if base_of(u) != base_of(v):
        return None
    least, most = _number(a) * worth_of(u), _number(b) * worth_of(v)
    if not 0 < most < least:
        return None
    return Turned(Span(*match.span()), f"{a}{u}", f"{b}{v}")


def _number(written: str) -> Decimal:
    if written[0].isdecimal():
        return Decimal(written)
    return Decimal(parse_numeral(written) or 0)
