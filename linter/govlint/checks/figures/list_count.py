"""list-count: does 甲、乙、丙三大领域 name three, and 以上四项 look back on four?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Agreement, Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.enumerated import find_enumerated
from govlint.facts.facts import Facts
from govlint.facts.figured_names import find_figured_names
from govlint.facts.kindred import find_kindred
from govlint.facts.listed import MANY, SHOWN, find_listed
from govlint.facts.looking_back import find_looking_back, find_repeated
from govlint.facts.named_counts import find_named_counts
from govlint.facts.parties import find_parties
from govlint.facts.tiers import find_tiers
from govlint.records import NamedTuple
from govlint.text.span import Span

_CLOSEST = 2
_COMPACT = re.compile(
    "[一两二三四五六七八九][一-龥]{1,2}?[两二三四五六七八九][一-龥]{1,2}[”：，空格的布]"
)
_OPENED = re.compile(
    "[两三四五六七八九]个“?[一-龥]{2}”?(?:要求|原则|目标|上下功夫)?[。：][ \u3000]{0,4}\n"
)
"""“四个强化” at the end of a line."""
_TOTAL = re.compile(
    "(?:部分|方面|板块|章|类)[、，和（：]?共?计?[0-9两二三四五六七八九十]{1,3}[条项点]"
)
_COUNTED_SO = (
    "字方针",
    "字诀",
    "字要求",
    "字原则",
    "字总要求",
    "字经",
    "字工",
    "字要诀",
    "字口诀",
    "字训",
    "字精神",
    "字理念",
    "字准则",
    "字标准",
    "个字",
    "，后",
    "；后",
    "进”",
    "送”",
    "查”",
)
_ROSTERS = ("长：", "主任：", "指挥：", "成员：", "委员：", "理事：", "主席：", "主编：")
_BELOW = re.compile(
    "(?:[0-9两二三四五六七八九十][名位章]|（共)[^。；\n]{0,60}[：）][ \u3000]{0,4}\n"
    "|附件[一-龥]{0,4}[0-9两二三四五六七八九十]{1,2}[份个件]|这[两三四五六七八九十][个份部项件]"
)
"""What counts what stands below it, or titles before it."""
_HEADED = re.compile("[两三四五六七八九十0-9][个支类大][一-龥]{1,6}[：。][ \u3000]{0,4}\n")
_FURTHER = (
    "第三", "第四", "第五", "第六", "第七", "第八", "前两", "前三", "前四", "前五", "前六",
    "后两", "后三", "后四", "这三", "这四", "这五", "这六",
)  # fmt: skip


class _Count(NamedTuple):
    """``listed``: how many the list has; ``sure``: nothing can follow that belongs to it."""

    span: Span
    number: int
    listed: int
    sure: bool = True


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    wrong = {found.span.start for found in facts.announcements if found.listed != found.number}
    for total in _totals(facts):
        if total.span.start not in wrong:
            yield _finding(facts, total)
    told: set[int] = {found.span.start for found in facts.announcements}
    for found in _counts(facts):
        if 0 < abs(found.number - found.listed) <= _CLOSEST and found.span.start not in told:
            told.add(found.span.start)
            yield _finding(facts, found)


def _totals(facts: Facts) -> Iterator[_Count]:
    """What a document says of its own parts and points, which the announcement of the parts holds
    to be kept (4个方面11条措施), and what counts no list at all: characters, names, lines."""
    if _TOTAL.search(facts.body):
        from govlint.facts.own_totals import find_own_totals

        yield from (_Count(*found) for found in find_own_totals(facts.body, facts.outline))
    text = facts.body
    if any(sign in text for sign in _COUNTED_SO):
        from govlint.facts.char_counts import find_char_counts, find_repeated_verbs, find_splits

        for find in (find_char_counts, find_repeated_verbs, find_splits):
            yield from (_Count(*found) for found in find(text))
    if any(sign in text for sign in _ROSTERS):
        from govlint.facts.roster_counts import find_roster_counts

        yield from (_Count(*found) for found in find_roster_counts(text))
    if _BELOW.search(text):
        from govlint.facts.counts_below import find_counts_below

        below = find_counts_below(text, facts.outline, facts.attachments)
        yield from (_Count(*found) for found in below)
    if _HEADED.search(text):
        from govlint.facts.roster_counts import find_headed_lines

        yield from (_Count(*found) for found in find_headed_lines(text, facts.outline))


def _finding(facts: Facts, found: _Count) -> Finding:
    fields: dict[str, str | int] = {
        "phrase": facts.body[slice(*found.span)],
        "number": found.number,
        "count": found.listed,
    }
    return Finding(found.span, fields)


def agreements(facts: Facts, _params: NoParams) -> Iterator[Agreement]:
    """Every number of which the list was found; one that is far off counts another list."""
    for span, number, count, sure in _counts(facts):
        if abs(number - count) <= _CLOSEST and sure:
            stated = facts.body[slice(*span)]
            yield Agreement(span, f"列出{count}项", str(count), stated, number == count)


def _counts(facts: Facts) -> Iterator[_Count]:
    text = facts.body
    for match, number, fewest, most in find_listed(text):
        count = fewest if number < fewest else min(number, most)
        shown = SHOWN.match(match["hit"])
        start = match.start("hit")
        span = Span(start, start + len(shown[0] if shown else match["hit"]))
        yield _Count(span, number, count, most < MANY)
    for span, number, fewest, most in (
        *find_tiers(text),
        *find_enumerated(text, facts.outline),
        *find_named_counts(text),
        *find_kindred(text),
        *find_figured_names(text),
    ):
        yield _Count(span, number, min(max(number, fewest), most))
    for parties in find_parties(text) if "方" in text else ():
        yield _Count(*parties)
    for back in find_looking_back(text, facts.outline, facts.items):
        yield _Count(*back)
    for back in find_repeated(text, facts.outline):
        yield _Count(*back)
    yield from _seldom(facts)


def _seldom(facts: Facts) -> Iterator[_Count]:
    """What few documents count in such words; its facts are loaded only for them."""
    text = facts.body
    if facts.items and any(sign in text for sign in _FURTHER):
        from govlint.facts.further_ordinals import find_further

        yield from (_Count(*found) for found in find_further(text, facts.outline, facts.items))
    title = facts.title.span
    if any(
        sign in text[title.start : title.end] for sign in ("措施", "举措", "条", "禁令", "不准")
    ):
        from govlint.facts.title_counts import find_title_counts

        yield from (_Count(*found) for found in find_title_counts(text, title, facts.outline))
    if _OPENED.search(text):
        from govlint.facts.title_counts import find_openings

        yield from (_Count(*found) for found in find_openings(text, facts.outline))
    if "各" in text or "半年" in text:
        from govlint.facts.each_counts import find_each_counts

        yield from (_Count(*found) for found in find_each_counts(text))
    if _COMPACT.search(text):
        from govlint.facts.compact_counts import find_compact

        yield from (_Count(*found) for found in find_compact(text))


CHECK = Check(
    "list-count", NoParams, run, fields=("phrase", "number", "count"), agreements=agreements
)
