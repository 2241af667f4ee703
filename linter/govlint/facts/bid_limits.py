"""bid_limits: what was paid, though the text says that no more may be.

最高投标限价480万元……以496万元中标: a bid above the highest price that is allowed is refused, so
one of the two is wrong. The paragraph tells one such price, and of one contract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.limits_kept import Beyond
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.facts.units import SCALES
from govlint.text.back import begins
from govlint.text.span import Span

_N = r"(?P<n>(?<![0-9.])[0-9]{1,9}(?:\.[0-9]{1,6})?)(?P<scale>[万亿]?)元(?!/)"
BIDS = search_for(
    rf"(?:以|按|中标[价金]额?格?|成交[价金]额?格?|报价)(?:为|是|共|：)?(?P<hit>{_N})(?:的?(?:总?价格?|报价|金额))?(?P<won>[^，。；\n0-9未没落]{{0,6}}(?:中标|成交|竞得))?",
    (("中标", "成交", "竞得"), ("元",)),
    30,
)
_LIMIT = re.compile(
    "(?:最高(?:投标)?限价|(?:招标|预算|采购)?控制价|拦标价|最高限额|采购预算|预算(?:金额|价)?)"
    rf"(?:金额)?(?:为|是|：|设定为|定为)?(?P<hit>{_N})"
)
_OTHER = re.compile(
    "标段|年度|服务期|[0-9一二三四五六七八九十两]年|包[一二三四12345]|分包|分别|第[一二三]包|调整|追加|变更|每|单价|/|废标|(?<!作)否决|流标|重新"
)
_NEXT = re.compile("[。；][^，。；\n]{2,20}(?:项目|工程|采购|标的)(?![^，。；\n]{0,12}公司)")
"""Another contract begins; a firm may have 工程 in its name."""
_BACK = 240


def find_over_limit(text: str, known: Literals) -> Iterator[Beyond]:
    """The prices at which a contract was won above the only limit that its paragraph tells."""
    for match in find(text, known, BIDS):
        if not (match["won"] or match[0].startswith(("中标", "成交"))):
            continue
        start = begins(text, match.start(), "\n", _BACK)
        limits = [*_LIMIT.finditer(text, start, match.start())]
        if len(limits) != 1 or _OTHER.search(text, start, match.end()):
            continue
        if _NEXT.search(text, limits[0].end(), match.start()):
            continue
        if _worth(match) > _worth(limits[0]):
            yield Beyond(Span(*match.span("hit")), Span(*limits[0].span()))


def _worth(match: re.Match[str]) -> Decimal:
    return Decimal(match["n"]) * SCALES.get(match["scale"], 1)
