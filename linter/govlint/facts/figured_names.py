"""figured_names: 涉及5个村，分别为柳树村1200人、石桥村980人……: names with a figure each.

They stand behind their number; the figures are of one unit. A number that the figures add up to
counts what they count, not the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.named_counts import NamedCount
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_FIGURE = r"[0-9][0-9,.]{0,9}"
_ITEM = rf"[^，。；：、（）()0-9\n]{{2,14}}{_FIGURE}[^，。；：、（）()0-9\n]{{1,4}}"
_FIGURED = re.compile(
    r"(?<![0-9.第前后近约超余每各])(?P<hit>(?P<n>[0-9]{1,2}|[两三四五六七八九十])(?P<unit>[个家所处名条座项种类支]))"
    r"[^，。；：、（）()0-9\n]{0,10}，?(?:分别|依次)(?:[是为有])：?"
    rf"(?P<list>{_ITEM}(?:、{_ITEM}){{1,14}})"
)
_PART = re.compile(rf"(?P<name>[^、0-9]{{2,14}})(?P<n>{_FIGURE})(?P<unit>[^、]{{1,4}})(?:、|$)")
_OPEN = re.compile("等|其中|合计|共|各")
_BEHIND = "，。；"


def find_figured_names(text: str) -> Iterator[NamedCount]:
    """Numbers of what is named behind them, with figures beside the names."""
    for match in _FIGURED.finditer(text):
        parts = [*_PART.finditer(match["list"])]
        if text[match.end() : match.end() + 1] not in tuple(_BEHIND) or _OPEN.search(match["list"]):
            continue
        units, names = {part["unit"] for part in parts}, {part["name"] for part in parts}
        if len(units) != 1 or len(names) != len(parts) or match["unit"] in units:
            continue
        number = parse_numeral(match["n"]) or 0
        values = [float(part["n"].replace(",", "").strip(".") or 0) for part in parts]
        if sum(values) != number:
            yield NamedCount(Span(*match.span("hit")), number, len(parts), len(parts))
