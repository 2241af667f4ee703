"""bare_counts: kinds of places that are counted without a measure word, and the number of all.

8镇5乡，共14个乡镇: the whole is called by the characters of its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[0-9]{1,3}|[一二三四五六七八九十两]{1,3}"
_KIND = "[镇乡村区县市旗街社厂校院所站部室科股队组]"
COUNTED = search_for(
    rf"(?P<parts>(?:(?:{_N})个?{_KIND}[、，和]?){{2,5}})[，、（]?(?:合计|总共|一共|共计?)(?:有|辖|设)?(?P<n>{_N})个"
    rf"(?P<of>{_KIND}(?:[镇乡村区县市旗街社厂校院所站部室科股队组道]|（[^（）\n]{{1,4}}）){{0,4}})",
    (("合计", "总共", "一共", "共"), ("个",)),
    50,
)
_PART = re.compile(rf"(?P<n>{_N})个?(?P<kind>{_KIND})")


class Counted(NamedTuple):
    """``total`` and ``parts``: where they stand; ``expected``: what the parts make."""

    total: Span
    parts: list[Span]
    expected: int


def find_counted(text: str, literals: Literals) -> Iterator[Counted]:
    """The numbers of all places that those of each kind contradict."""
    for match in find(text, literals, COUNTED):
        if text[match.start() - 1 : match.start()].isdecimal():
            continue
        parts = [*_PART.finditer(text, *match.span("parts"))]
        kinds = [part["kind"] for part in parts]
        if len(set(kinds)) < len(kinds) or not all(kind in match["of"] for kind in kinds):
            continue
        made = sum(parse_numeral(part["n"]) or 0 for part in parts)
        if made != parse_numeral(match["n"]):
            yield Counted(
                Span(match.start("n"), match.end("of")),
                [Span(*part.span()) for part in parts],
                made,
            )
