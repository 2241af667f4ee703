"""mixed_sums: a list of things counted by different words, and how many pieces they are together.

棉被320床、雨衣260件、帐篷150顶，合计730件（套）: what the total is counted by stands for all
of them, so each member of the list counts, whatever its own word is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.slips import is_slip
from govlint.text.span import Span

_UNITS = "[件台套个张把只条床顶辆份盏块本支箱袋桶双副架部具组批根册幅]"
_MEMBER = rf"[^，。；：、0-9（）\n]{{1,10}}[0-9]{{1,5}}{_UNITS}"
MIXED = search_for(
    rf"(?<![、0-9一-龥])(?P<list>{_MEMBER}(?:、{_MEMBER}){{2,7}})，?(?:各类[^，。；0-9]{{0,6}})?(?:合计|共计|总计|总共|一共|共)(?:[^，。；、0-9\n]{{0,8}})"
    rf"(?P<total>(?P<n>[0-9]{{2,6}})[件台套个份])(?:（{_UNITS}(?:[、/]?{_UNITS}){{0,3}}）)?(?=[，。；（])",
    (("合计", "共计", "总计", "总共", "一共", "共"), ("、",)),
    140,
)
_PART = re.compile(rf"(?P<n>[0-9]{{1,5}})(?P<unit>{_UNITS})")
_MORE = re.compile("等|另|其中|约|余[件台套个]|上年|多[件台套个]")


class MixedSum(NamedTuple):
    """``total``, which should be ``made``, and the ``parts``."""

    total: Span
    parts: list[Span]
    made: int


def find_mixed_sums(text: str, literals: Literals) -> Iterator[MixedSum]:
    """The totals of lists of several units that are a slip away from their sum."""
    for match in find(text, literals, MIXED):
        parts = [*_PART.finditer(text, *match.span("list"))]
        made = sum(int(each["n"]) for each in parts)
        told = int(match["n"])
        if made == told or len({each["unit"] for each in parts}) < 2 or _MORE.search(match[0]):
            continue
        slipped = len(str(made)) == len(match["n"]) and is_slip(match["n"], str(made))
        one = any(
            len(str(right)) == len(each["n"]) and is_slip(each["n"], str(right))
            for each in parts
            if (right := int(each["n"]) - made + told) > 0
        )
        if slipped or one:
            yield MixedSum(Span(*match.span("total")), [Span(*each.span()) for each in parts], made)
