"""rank_moves: by how many places something moved, told apart from the two places.

综合得分居全市第7位。……去年得分居第11位。一年间排名前移5位: where a passage names two places and no
third, one of them of last year, a move that is told of the ranking in general lies between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.directions import BETTER, WORSE
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|两)"
STEPS = search_for(
    r"[，。；](?:[这短短]{0,2}[一两]年(?:之间|间|来|内)?，?|[较比](?:去|上)年(?:同期)?，?|同比|在?[我全][省市县区](?:的)?|综合|总|整体|总体|较之|相比，?){0,3}"
    r"(?P<told>(?:排名|位次|名次|排位|座次)(?:[较比](?:去|上)年(?:同期)?|同比|又|共|整体|实现|大幅|明显)?"
    rf"(?:(?P<up>{'|'.join(BETTER)}|进步)|(?P<down>{'|'.join(WORSE)}))了?(?P<k>{_N})个?(?:位次?|名次?))",
    (("排名", "位次", "名次", "排位", "座次"), ("位", "名")),
    60,
)
_PLACE = re.compile(rf"第(?P<n>{_N})(?:位次?|名)")
_AMONG = re.compile("全[国省市州县区]|同类|[县区]级")
_LAST = re.compile("去年|上年|上届|上次|上期|上一?年度|此前一年|前一年")
_DIGIT = re.compile("[0-9]")
_ENDS = "。；\n"
_BACK = 260
_TWO = 2


class RankMove(NamedTuple):
    """``first`` and ``last``: the places; ``span``: the words that tell the move; ``steps``: how
    many places they tell, below nought if it is worse."""

    first: int
    last: int
    span: Span
    steps: int


def find_rank_moves(text: str, literals: Literals) -> Iterator[RankMove]:
    """The moves that are told apart from both places."""
    for match in find(text, literals, STEPS):
        near = max(0, match.start() - _BACK)
        start = max(near, text.rfind("\n\n", near, match.start()) + 1)
        places = [*_PLACE.finditer(text, start, match.start() + 1)]
        if len(places) != _TWO or _of_two_fields(text, places):
            continue
        begun = max(start, *(text.rfind(mark, start, match.start() + 1) + 1 for mark in _ENDS))
        if _DIGIT.search(text, begun, match.start()) and places[-1].start() < begun:
            continue  # 工业居第4位……。消费增长3.1%，排名上升2位
        earlier = [_is_last(text, place, start) for place in places]
        if earlier[0] == earlier[1]:
            continue
        numbers = [parse_numeral(place["n"]) or 0 for place in places]
        first, last = numbers if earlier[0] else numbers[::-1]
        steps = parse_numeral(match["k"]) or 0
        if first and last and steps:
            signed = steps if match["up"] else -steps
            yield RankMove(first, last, Span(*match.span("told")), signed)


def _is_last(text: str, place: re.Match[str], start: int) -> bool:
    """Whether a place is told of last year, in its clause or where its sentence begins."""
    begun = max(start, *(text.rfind(mark, start, place.start()) + 1 for mark in _ENDS))
    return _LAST.search(text, begun, place.start()) is not None


def _of_two_fields(text: str, places: list[re.Match[str]]) -> bool:
    """Whether one place is among more than the other: 全省第3位, 全国第20位."""
    told = [_AMONG.findall(text, max(0, p.start() - 8), p.start())[-1:] for p in places]
    return all(told) and told[0] != told[1]
