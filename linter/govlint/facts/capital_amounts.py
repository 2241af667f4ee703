"""capital_amounts: sums of money that are written in figures and in capital numerals beside them.

1286500元（大写：壹佰贰拾捌万陆仟伍佰元整）
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import DIGITS, parse_numeral
from govlint.text.span import Span

_CAPITAL = "[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千拾佰仟万亿]"
_WRITTEN = rf"{_CAPITAL}{{1,24}}[元圆](?:{_CAPITAL}{{1,2}}角)?(?:{_CAPITAL}{{1,2}}分)?"
_N = r"(?P<n>[0-9]{1,12}(?:，[0-9]{3}){0,3}(?:\.[0-9]{1,6})?)"
FIGURES_FIRST = search_for(
    rf"(?<![0-9.]){_N}(?P<u>[万亿]?元)整?[（，；]?(?:人民币|金额)?大写(?:金额)?"
    rf"为?[：:]?[ \u3000]?(?:人民币)?[：:]?(?P<words>{_WRITTEN})",
    (("大写",),),
    48,
)
CAPITALS_FIRST = search_for(
    rf"(?P<words>{_WRITTEN})[整正]?[（，](?:小写为?[：:]?|即)?(?:人民币)?[¥￥]?{_N}(?P<u>[万亿]?元)?(?=[）。，；])",
    (("元（", "圆（", "整（", "正（", "角（", "分（", "整，", "正，", "元，", "圆，"),),
    48,
)
_WORTH = {"元": 1, "万元": 10**4, "亿元": 10**8}
_FORMAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]")


class Written(NamedTuple):
    """``words``: the sum in capitals, ``value``; ``figures``: the sum in figures, ``told``."""

    words: Span
    value: Decimal
    figures: Span
    told: Decimal


def find_written(text: str, literals: Literals) -> Iterator[Written]:
    """The sums that are written twice."""
    for search in (FIGURES_FIRST, CAPITALS_FIRST):
        for match in find(text, literals, search):
            value = amount_of(match["words"])
            if value is None or not _FORMAL.search(match["words"]):
                continue
            unit = match["u"] or "元"
            told = Decimal(match["n"].replace("，", "")) * _WORTH[unit]
            end = match.end("u") if match["u"] else match.end("n")
            yield Written(Span(*match.span("words")), value, Span(match.start("n"), end), told)


def amount_of(words: str) -> Decimal | None:
    """The sum that ``words`` write, None where they write none.

    >>> [str(amount_of(each)) for each in ("壹佰万零伍仟零捌拾元", "贰拾元伍角", "佰佰元")]
    ['1005080', '20.5', 'None']
    """
    whole, _, rest = re.sub("圆", "元", words).partition("元")
    value = parse_numeral(whole)
    if value is None:
        return None
    total = Decimal(value)
    for sign, worth in (("角", Decimal("0.1")), ("分", Decimal("0.01"))):
        if sign in rest:
            digits, _, rest = rest.partition(sign)
            digit = DIGITS.get(digits[-1:])
            if digit is None:
                return None
            total += digit * worth
    return total
