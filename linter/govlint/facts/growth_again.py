"""growth_again: growth that is taken up where it was told before: 增长6.5%……6.8%的增速虽居前列.

What is conceded (虽增长8.9%) or qualified (8.9%的增速) is known already. Its indicator is the name
right before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import Span

_RISE, _FALL = "增长|提高|上升|增加", "下降|减少|降低|回落"
AGAIN = search_for(
    rf"(?P<name>[一-龥]{{4,20}}?)(?:(?:虽然?|尽管)(?:同比|比上年|较上年)?(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?%)"
    r"|(?P<m>[0-9]{1,3}(?:\.[0-9]{1,2})?%)的(?:(?P<up>增速|增幅|增长率?|涨幅)|(?P<down>降幅)))"
    r"|(?P<k>[0-9]{1,3}(?:\.[0-9]{1,2})?%)的(?P<of>[一-龥]{4,14}?)(?:(?P<above>增速|增幅)|降幅)",
    (("虽", "尽管", "的增", "的涨", "的降"), ("%",)),
    40,
)
_SCOPE = re.compile("^(?:但|虽然?|尽管|目前|今年|全年|[全我本][国省市县区镇乡村])+")
_WIDE = re.compile("全国|全省|全球|世界")
_OTHER = re.compile(
    "上年|去年|前年|目标|预期|预计|力争|年均|季度|半年|[0-9]月|[12][0-9]{3}年|同期|高于|低于|[快慢]于|左右|计划|平均|其中|累计"
)
_LEAST = 4


class Again(NamedTuple):
    """``first``: the growth as it was told; ``again``: that which is taken up."""

    first: Span
    again: Span


def find_again(text: str, literals: Literals) -> Iterator[Again]:
    """The growth that is taken up with another figure than any that was told of the indicator."""
    for match in find(text, literals, AGAIN):
        start = begins(text, match.start(), "，。；：\n")
        clause = text[start : match.end("name") if match["name"] else match.end()]
        name = _SCOPE.sub("", match["of"] or clause).replace("规上", "规模以上")
        if len(name) < _LEAST or _OTHER.search(clause) or _WIDE.search(clause):
            continue
        way = _RISE if match["rise"] or match["up"] or match["above"] else _FALL
        told = [*_told(text, name, way, start)]
        own = next(group for group in "nmk" if match[group])
        if told and all(each["n"] != match[own] for each in told):
            yield Again(Span(*told[-1].span("n")), Span(*match.span(own)))


def _told(text: str, name: str, way: str, end: int) -> Iterator[re.Match[str]]:
    """What was told of the growth of an indicator before, in one sentence with its name."""
    place = text.find(name)
    growth = re.compile(rf"[^。；\n]{{0,40}}?(?:{way})了?(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?%)")
    while 0 <= place < end:
        found = growth.match(text, place + len(name), end)
        begun = begins(text, place, "。；\n")
        if found and not _OTHER.search(text, begun, found.start("n")):
            yield found
        place = text.find(name, place + 1)
