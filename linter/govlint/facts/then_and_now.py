"""then_and_now: a change at the end of a paragraph, and what it is counted from at its beginning.

去年防火期内，通报卫星热点37个。今年……设卡点9处……截至4月底，卫星热点19个，比去年同期减少16个: other
figures stand between, but only one of its unit is told of the time before, by the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE, common_end
from govlint.facts.paragraphs import paragraphs
from govlint.facts.printed import Printed
from govlint.facts.units import PERCENT, TIMES
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.intervals import Interval, absolute, apart, divide, exactly, subtract

THEN = ("去年", "上年", "上学年", "年初", "上届", "上季度", "上月")
"""What a time before is called, by the words of which one stands before its figure."""
_THEN = re.compile(f"(?:{'|'.join(THEN)})(?!以来)")
_CHANGE = re.compile(
    "[，、](?:同比|(?:比|较|与)(?:去年|上年|上学年|上届|年初|上季度|上月)(?:同期|末|底)?(?:相比)?)?，?"
    "(?:实际|净|大幅|共)?(?:增[长加]|减少|下降|上升|提高|降低|多|少)了?"
)
_TOLD = re.compile(
    "[，、][^，。；0-9]{0,10}(?:增|减|下降|上升|提高|降低|多|少|同期的|上年的|去年的)了?"
)
_AS_MUCH = re.compile("[，、](?:是|为|相当于|达到)(?:去年|上年|上学年)(?:同期|全年)?的")
_TAIL = re.compile("(?:只有|仅有|[现共]?有|为|仅|只|达到?|约|共|计|完成|实现)+$")
_HEAD = re.compile(
    f"^(?:{'|'.join(THEN)}|本学年|今年|全年|同期|[末底]|[全我本][省市县区镇乡村校院局]|[一-龥]{{2,4}}(?=有)|现?有|共)+"
)
_OTHER = re.compile(
    "其中|目标|计划|预算|任务|可比|口径|剔除|扣除|分别|平均|[人户亩村]均|新增|累计|占|(?<!截)至|到$"
)
_BASIS = re.compile("可比|口径|剔除|扣除|不变价|调整|修订|普查")
_NOT_PLAIN = CHANGE_ROLES | {"目标", "其中", "部分", "均值", "占比", "起点", "终点", "差距"}
_MOST = 40
_PAIR = 2
_LEAST = 4
_ROOM = 3
"""What is so many times as much, or as little, is of two things."""


class Changed(NamedTuple):
    """``stated``: a change; ``earlier``, ``now``: what it is counted from, and to; ``expected``:
    what it should be, in single units."""

    stated: Figure
    earlier: Figure
    now: Figure
    expected: Interval


def find_changes(
    text: str, printed: Sequence[Sequence[Printed]], figures_of: Callable[[int], list[Figure]]
) -> Iterator[Changed]:
    """The changes that the figures of their paragraphs contradict. ``figures_of``: the figures of
    the sentence of a number among ``printed``."""
    for numbers in paragraphs(text, printed):
        if len(numbers) < _PAIR:
            continue
        start, end = printed[numbers[0]][0].last, printed[numbers[-1]][-1].end
        words = text[start:end]
        if not (_THEN.search(words) and _TOLD.search(words)) or _BASIS.search(words):
            continue
        sentences = [*map(figures_of, numbers)]
        figures = [figure for sentence in sentences for figure in sentence]
        if len(figures) > _MOST:
            continue
        for sentence in sentences[1:]:
            for now, stated in pairwise(sentence):
                found = _changed(text, figures, sentence, now, stated)
                if found is not None:
                    yield found


def _changed(
    text: str, figures: list[Figure], sentence: list[Figure], now: Figure, stated: Figure
) -> Changed | None:
    lead = text[slice(*stated.lead)]
    much = _AS_MUCH.fullmatch(lead) is not None and stated.dimension == TIMES
    if not much and not (_CHANGE.fullmatch(lead) and stated.sign):
        return None
    if stated.about or stated.limit or now.about or now.limit or now.roles & CHANGE_ROLES:
        return None
    if not much and stated.dimension not in (PERCENT, now.dimension):
        return None
    if any(_THEN.search(text, *figure.lead) for figure in sentence if figure.span <= now.span):
        return None
    earlier = _only_earlier(text, figures, sentence[0], now)
    if earlier is None or _OTHER.search(text, *now.lead):
        return None
    expected = _expected(stated, earlier, now, much=much)
    if expected is None or not apart(expected, stated.interval):
        return None
    if any(
        not apart(made, stated.interval)
        for other in figures
        if other.dimension == now.dimension
        and other not in (earlier, now, stated)
        and (made := _expected(stated, other, now, much=much)) is not None
    ):
        return None
    return Changed(stated, earlier, now, expected)


def _only_earlier(text: str, figures: list[Figure], first: Figure, now: Figure) -> Figure | None:
    """The only figure of the sentences before that counts, by the name of ``now``, what there was
    in a time before."""
    before = [f for f in figures if f.span < first.span and f.unit == now.unit]
    told = [f for f in before if _THEN.search(text, *_sentence_before(text, f))]
    if len(told) != 1 or told[0].roles & _NOT_PLAIN - {"上期"} or told[0].about or told[0].limit:
        return None
    (earlier,) = told
    if _OTHER.search(text, *earlier.lead) or not earlier.value or not now.value:
        return None
    times = now.value / earlier.value
    alike = _are_called_alike(_name_of(text, earlier), _name_of(text, now))
    return earlier if alike and 1 < times * _ROOM < _ROOM * _ROOM else None


def _name_of(text: str, figure: Figure) -> str:
    """What a figure is called in its clause: 省外到位资金只有."""
    clause = CLAUSE.split(text[slice(*figure.lead)])[-1]
    return _HEAD.sub("", _TAIL.sub("", clause))


def _are_called_alike(one: str, other: str) -> bool:
    end = len(common_end([one, other]))
    return end >= _PAIR and min(len(one), len(other)) == end and (end >= _LEAST or one == other)


def _sentence_before(text: str, figure: Figure) -> tuple[int, int]:
    start = begins(text, figure.span.start, "。；\n")
    return start, figure.span.start


def _expected(stated: Figure, earlier: Figure, now: Figure, *, much: bool) -> Interval | None:
    if much:
        return divide(now.interval, earlier.interval)
    if stated.dimension == PERCENT:
        times = divide(now.interval, earlier.interval)
        return None if times is None else absolute(subtract(times, exactly(1)))
    return absolute(subtract(now.interval, earlier.interval))
