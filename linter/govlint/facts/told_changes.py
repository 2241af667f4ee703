"""told_changes: a change, and the two figures of its paragraph that it must lead from and to.

五年前，高新技术企业只有60家……今年已达240家……高新技术企业数量五年增长3倍: sentences lie between, but
the paragraph tells one thing, by one name, of two moments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE, shares_pair
from govlint.facts.paragraphs import ends_in, paragraphs
from govlint.facts.told_doublings import with_doublings
from govlint.facts.told_names import AS_MUCH, OF_YEAR, YEARLY, compared_in, is_called, subject_of
from govlint.facts.told_passage import Passage
from govlint.facts.units import DOUBLINGS, TIMES
from govlint.records import NamedTuple
from govlint.text.years import YEAR

_BASIS = re.compile("可比|口径|剔除|扣除|不变价|调整|修订|普查|加权|折算")
_BARE = re.compile(
    "(?<![0-9A-Za-z.])(?:[0-9]{1,3}|[013-9][0-9]{3}|2[1-9][0-9]{2}|[0-9]{5,9})(?![0-9A-Za-z年月日：时届次期])"
)
"""A number without a unit, which is no figure: 由4300增加到8600，增长一倍."""
_ADDED = re.compile("新[增建设办]")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HEADED = re.compile(
    rf"[ \u3000]*(?:(?:{_NUMERAL}|[0-9]{{1,2}})[.、．]|（{_NUMERAL}）|第[一二三四五六七八九十])"
)
_THEN = re.compile(
    rf"年前|[上去]一?年|上学年|上届|年初|同期|{YEAR}年|[一-龥]前|[以过]往|过去|原[来先]|起初|五”?(?:规划)?期?[末初]|上[季月]|相比|[由从][^，。；]{{0,6}}[0-9]|的[0-9]"
)
_CHANGED = re.compile("[增升涨降减落跌倍番缩高长快]")
_MOST, _PAIR = 30, 2


class ToldChange(NamedTuple):
    """``stated``: a change from ``then`` to ``now``. ``years``: over how many years it is told to
    be one on the average; none where it is told at once. ``near``: the change stands at what has
    changed, and all is told by one name. ``others``: all of their kind that the passage tells.
    ``named``: the words tell that it is a change in one year; ``much``: how many times as much."""

    stated: Figure
    then: Figure
    now: Figure
    years: tuple[int, ...]
    near: bool
    others: list[Figure]
    named: bool
    much: bool


def find_told_changes(facts: Facts) -> Iterator[ToldChange]:
    """The changes of a text whose paragraphs tell from what and to what they lead."""
    before = range(0)
    for numbers in paragraphs(facts.body, facts.printed):
        told: set[Figure] = set()
        for found in _changes_in(facts, numbers, numbers.start):
            told.add(found.stated)
            yield found
        both = numbers
        if before and _goes_on(facts, before, numbers):
            joined = range(before.start, numbers.stop)
            goes_on = len(joined) <= _MOST and _is_listed(facts, before)
            both = joined if goes_on else numbers
            for found in _changes_in(facts, joined, numbers.start):
                if found.stated not in told:
                    yield found._replace(near=False)
        before = both


def _is_listed(facts: Facts, before: range) -> bool:
    """Whether a paragraph is a line of a list that goes on: 2023年215万人次；"""
    end = facts.body.find("\n", facts.printed[before.stop - 1][-1].end)
    return end > 0 and ends_in(facts.body, end, "；")


def _changes_in(facts: Facts, numbers: range, first: int) -> Iterator[ToldChange]:
    """The changes that the sentences from ``first`` tell, read with all of ``numbers``."""
    if sum(len(facts.printed[number]) for number in numbers[: _MOST + 1]) > _MOST:
        return
    start = facts.printed[numbers.start][0].last
    end = facts.printed[numbers.stop - 1][-1].end
    stop = facts.body.find("\n", end)
    stop = stop if stop >= 0 else len(facts.body)
    if not (_THEN.search(facts.body, start, end) and _CHANGED.search(facts.body, start, stop)):
        return
    figures = [f for number in numbers for f in facts.sentence_figures(number).figures]
    figures = with_doublings(facts.body, figures, stop)
    passage = Passage(facts.body, figures, start)
    least = facts.printed[first][0].start
    for stated in figures[1:]:
        if (
            stated.span.start >= least
            and _is_change(facts.body, stated)
            and not _is_otherwise(passage, stated)
        ):
            found = _change(passage, stated)
            if found is not None:
                yield found


def _goes_on(facts: Facts, before: range, numbers: range) -> bool:
    """Whether a paragraph is the next to another, and no heading begins it."""
    end = facts.printed[before.stop - 1][-1].end
    start = facts.printed[numbers.start][0].start
    line = facts.body.rfind("\n", end, start) + 1
    return facts.body.count("\n", end, line) == 1 and not _HEADED.match(facts.body, line)


def _is_change(text: str, stated: Figure) -> bool:
    if stated.about or stated.limit or stated.turn[1] or not stated.value:
        return False
    if "其中" in stated.roles and not OF_YEAR.search(text, *stated.lead):
        return False
    if stated.dimension == DOUBLINGS or (stated.dimension == TIMES and "倍数" in stated.roles):
        return True
    return bool(stated.sign and stated.roles & CHANGE_ROLES)


def _is_otherwise(passage: Passage, stated: Figure) -> bool:
    """Whether a change is told on another basis (可比口径), of what is but added (新增), or of
    numbers without a unit."""
    text = passage.text
    if _ADDED.search(text, *stated.lead) or _BARE.search(text, *stated.lead):
        return True
    begun = max(text.rfind(mark, passage.start, stated.span.start) for mark in "。；\n")
    return _BASIS.search(text, max(begun, passage.start), stated.span.start) is not None


def _change(passage: Passage, stated: Figure) -> ToldChange | None:
    """What a change leads from and to, if nothing else can be meant."""
    lead = passage.text[slice(*stated.lead)]
    clause = CLAUSE.split(lead)[-1]
    much = stated.dimension == TIMES and not stated.sign
    levels = passage.levels(stated)
    if len(levels) < _PAIR or (much and not AS_MUCH.search(clause)):
        return None
    subject = "" if OF_YEAR.search(lead) else subject_of(clause) or compared_in(lead)
    now, near = passage.now(stated, levels, subject)
    if now is None:
        return None
    base = passage.base(stated, now)
    alike = [f for f in levels if f.dimension == now.dimension]
    then = passage.then(now, alike, base)
    if then is None or not _are_one(passage, (then, now), alike, subject):
        return None
    if passage.is_taken(then, now, alike):
        return None
    yearly = YEARLY.search(clause) is not None
    years = passage.years(then, now, base) if yearly else ()
    if yearly and not years:
        return None
    named = passage.name(then), passage.name(now)
    near = near and all(named) and (is_called(*named) or shares_pair(*named))
    last = base is not None and base.last
    return ToldChange(stated, then, now, years, near, alike, named=last, much=much)


def _are_one(
    passage: Passage, pair: tuple[Figure, Figure], alike: list[Figure], subject: str
) -> bool:
    """Whether two figures are of one thing, which is what a change is told of."""
    names = [*map(passage.name, pair)]
    if subject and not any(is_called(subject, name) for name in names):
        return False
    if passage.are_series(alike):
        return True
    sole = len(alike) == _PAIR
    if not sole and not passage.is_only(*pair, alike):
        return False
    if names[0] == names[1] or (sole and not subject):
        return True
    if not all(names):
        return sole or passage.are_dated(*pair)
    return (shares_pair if sole else is_called)(*names)
