"""listed_range: a list of figures, and behind it the range that they are said to lie in.

三处断面分别为3.1毫克、4.6毫克和5.7毫克，变化范围在3.1毫克至5.7毫克之间: each of the list lies in
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.limits_kept import Beyond
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.text.span import Span

_N = r"[0-9]{1,7}(?:\.[0-9]{1,4})?"
_U = "[^0-9，。；、和及与至到—～~（）\\n -]{1,6}"
_PER = "(?:每[一-龥]{1,3}?)?"
_ONE = f"{_PER}(?<![0-9.]){_N}(?:{_U})?"
LISTED = search_for(
    rf"(?:分别|依次)[为是]?(?P<list>{_ONE}(?:[、和及与]{_ONE}){{2,9}})，(?P<words>[^，。；\n0-9]{{0,14}}?)"
    rf"(?P<range>{_PER}(?<![0-9.])(?P<a>{_N})(?P<u>{_U})?(?:至|到|——?|～|~|-){_PER}(?P<b>{_N})(?P<v>{_U}?))(?P<among>之间|不等)?(?=[，。；\n]|$)",
    (("分别", "依次"), ("至", "到", "—", "～", "~", "-")),
    160,
)
_ITEM = re.compile(rf"(?P<n>{_N})(?P<u>{_U})?")
_HELD = re.compile("范围|区间|幅度|介于|处于|[均都]?在|保持|稳定")
_OTHER = re.compile(
    "前[两二三几]|后[两二三几]|其中|其余|[上去]年|目标|标准|限值|同期|提高|增|降|计划|由|从"
)


def find_outside_list(text: str, known: Literals) -> Iterator[Beyond]:
    """The ranges that leave out one of the list that they are told of."""
    for match in find(text, known, LISTED):
        held = match["among"] or _HELD.search(match["words"])
        if not held or _OTHER.search(match["words"]):
            continue
        items = [*_ITEM.finditer(match["list"])]
        units = {each["u"] for each in items if each["u"]}
        if len(units) > 1 or not units <= {match["v"], match["u"] or match["v"]}:
            continue
        low, high = Decimal(match["a"]), Decimal(match["b"])
        outside = [each for each in items if not low <= Decimal(each["n"]) <= high]
        if len(outside) == 1 and low < high:
            start = match.start("list") + outside[0].start()
            listed = Span(start, start + len(outside[0][0]))
            yield Beyond(Span(*match.span("range")), listed)
