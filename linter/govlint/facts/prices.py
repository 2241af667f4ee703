"""prices: which figures grow at constant prices."""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.figure import Figure
from govlint.text.years import YEAR

DEFLATION = Decimal("0.015")
"""By how much prices may fall in a year."""
_PRICED = re.compile(
    r"(?:生产总值|GDP|增加值|总产值|经济总量)(?:（[^）]{1,12}）)?"
    rf"(?:(?:由|从|已|达到?|为|完成|实现|突破|总量|的|，|{YEAR}年|[上去]年|同期|[增提][加高长]到|到){{0,4}}"
    r"|[^，。；]{0,10}，[由从][^，。；]{0,6})$"
)


def is_priced(text: str, figure: Figure) -> bool:
    """Whether growth of what a figure measures is told at constant prices, as the
    statistics bureau does, so that it may be less than the printed figures show, and never more
    than DEFLATION above that."""
    return _PRICED.search(text, *figure.lead) is not None
