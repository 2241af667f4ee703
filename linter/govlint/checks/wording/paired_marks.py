"""paired-marks: do quotation marks and brackets come in pairs, and inner ones in their own form?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.pairs import PARTNERS, Pair
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span

_NEAR = 60
"""So far apart, two marks of one direction can be meant as a pair."""
_MIXED = {"《": ">〉", "（": "】〕", "【": "）〕", "〈": "》"}
"""With what a mark is closed by mistake."""
_TITLE = re.compile(
    "《[^《》“”，。；：、\n]{2,40}?(?:纲要|规划|条例|办法|规定|意见|方案|决定|通知|计划|法|细则|规则|章程|要点|标准"
    "|规范|准则|报告|制度|预案|指南|目录|清单|决议|公约|协议|合同)(?:（[^（）\n]{1,16}）)?"
    "(?=要求|规定|提出|明确|精神|印发|发布|出台|施行|实施以|等|的|[，。；、和及与自已第《”（）])"
)
_REACH = 1000
"""What lies farther apart in a line without an end is closed by chance, no pair inside a pair."""


class Params(NamedTuple):
    """``report``: ``alone``, marks without a partner, or ``inner``, pairs of the mark ``outer``
    inside another pair of it, which should be ``right``."""

    report: Literal["alone", "inner"]
    outer: str = ""
    right: str = ""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if params.report == "alone":
        yield from _alone(facts)
    elif params.outer in facts.text:
        yield from _inner(facts, params)


def _alone(facts: Facts) -> Iterator[Finding]:
    text, places = facts.body, facts.pairs.alone
    done = -1
    for number, place in enumerate(places):
        if place == done:
            continue
        twin = places[number + 1] if number + 1 < len(places) else -1
        other = _other_kind(text, place)
        if twin >= 0 and _meant(text, place, twin):
            done = twin
            yield _turned(text, place, twin)
        elif other is not None:
            done = other
            yield _mixed(text, place, other)
        else:
            yield Finding(_unclosed(text, place), {"mark": text[place]})


def _unclosed(text: str, place: int) -> Span:
    """A mark without a partner; one that opens a title, with the title up to where it ends."""
    title = _TITLE.match(text, place)
    return Span(place, title.end() if title else place + 1)


def _other_kind(text: str, place: int) -> int | None:
    """Where the mark without a partner has one of another kind: that of 《甲> and of 《甲〉."""
    if text[place] in _MIXED:
        room = text[place + 1 : place + _NEAR].partition("\n")[0]
        found = [at for at in map(room.find, _MIXED[text[place]]) if at > 1]
        if not found or text[place] in room[: min(found)]:
            return None
        return place + 1 + min(found)
    if text[place] == "》":
        room = text[max(0, place - _NEAR) : place].rpartition("\n")[2]
        at = room.rfind("<")
        return place - len(room) + at if 0 <= at < len(room) - 2 and "《" not in room[at:] else None
    return None


def _mixed(text: str, place: int, other: int) -> Finding:
    """The half of a pair that is of another kind than the other one."""
    opens = text[place] in PARTNERS
    span = Span(other, other + 1)
    return Finding(
        span,
        {"mark": text[other]},
        related=(Related(Span(place, place + 1), "other"),),
        edits=(Edit(span, PARTNERS[text[place]] if opens else "《"),),
    )


def _meant(text: str, first: int, second: int) -> bool:
    """Whether two marks of one direction stand where a pair should: “甲“."""
    between = text[first + 1 : second]
    return (
        text[first] == text[second]
        and second - first <= _NEAR
        and "\n" not in between
        and text[first] not in between
    )


def _turned(text: str, first: int, second: int) -> Finding:
    """The one of two equal marks that points the wrong way."""
    opens = text[first] in PARTNERS
    wrong, other = (second, first) if opens else (first, second)
    partners = PARTNERS if opens else {right: left for left, right in PARTNERS.items()}
    span = Span(wrong, wrong + 1)
    return Finding(
        span,
        {"mark": text[wrong]},
        related=(Related(Span(other, other + 1), "other"),),
        edits=(Edit(span, partners[text[wrong]]),),
    )


def _inner(facts: Facts, params: Params) -> Iterator[Finding]:
    text, found = facts.body, facts.pairs
    closed = {pair.start for pair in found.pairs}
    lonely = {facts.line(place).start for place in found.alone}
    for pair in sorted(found.pairs):
        if pair.outer not in closed or text[pair.start] != params.outer:
            continue
        if pair.end - pair.outer > _REACH:
            continue
        between = text[pair.outer : pair.start]
        if between.count(params.right[0]) > between.count(params.right[-1]):
            continue  # “甲‘乙“丙”’”: the third level is as the first
        if facts.line(pair.start).start not in lonely and _strict(text, pair):
            opening, closing = params.right[0], params.right[-1]
            edits = (
                Edit(Span(pair.start, pair.start + 1), opening),
                Edit(Span(pair.end, pair.end + 1), closing),
            )
            right = opening + text[pair.start + 1 : pair.end] + closing
            yield Finding(Span(pair.start, pair.end + 1), {"right": right}, edits=edits)


def _strict(text: str, pair: Pair) -> bool:
    """Whether a pair holds something of its own, and no more of its kind."""
    first = pair.start + 1
    return first < pair.end and text.find(text[pair.start], first, pair.end) < 0


CHECK = Check("paired-marks", Params, run, fields=("mark", "right"), roles=("other",))
