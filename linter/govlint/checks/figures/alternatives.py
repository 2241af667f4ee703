"""alternatives: whether other figures of a passage explain one that those of a reading do not.

农村公路中县道1296公里，占20% is a share of those, not of all roads; 收100件，9件在办，办结率91%
is worked out from the others. Where anything else fits, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import reduce
from itertools import combinations, pairwise, permutations, product

from govlint.facts.context import Words
from govlint.facts.figure import Figure
from govlint.facts.part_others import is_tight
from govlint.facts.readings import Reading
from govlint.facts.share_links import is_named
from govlint.facts.units import PERCENT, TIMES
from govlint.records import NamedTuple
from govlint.text.equation import Equation, holds, summed_name
from govlint.text.intervals import Interval, add, apart, divide, subtract
from govlint.text.span import Span

_ENDS = "。；\n"
_NEAREST = 10
"""So many figures of a dimension are tried; among more, some fit by chance."""
_LIST = 6
"""So many neighbours are added up."""
_MARK = re.compile("[、，（]?")
_OWN = re.compile("[，（](?:仅|约|也)?占(?:比|到|总[一-龥]{1,2}的?)?")
_PAIR = 2
_NOUN = re.compile("[一-龥（）]{0,8}")
_LAST = 4
"""Two of so many figures right before a total are added up."""

Pair = tuple[tuple[Figure, ...], tuple[Figure, ...]]
Values = dict[str, tuple[Interval, ...]]


class Trial(NamedTuple):
    """A figure that a reading contradicts. ``certain``: the words bind the reading's figures."""

    stated: Figure
    reading: Reading
    equation: Equation
    certain: bool


def is_explained(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether an equation holds with other figures of the passage, or with what is left of one
    without another, in the place of those that it was held against; where the words are certain,
    only with one other."""
    stated, reading, equation, certain = trial
    if equation.sign != "=":
        return _is_of_other_whole(words, trial, values)
    names = [name for name, figures in reading.items() if figures[0] != stated]
    if len(names) == 1:
        return _fits_other_sum(words, trial, values)
    if len(names) != _PAIR:
        return False
    if _is_of_own_step(words, trial) or _fits_two_off(words, trial):
        return True
    one, other = names
    own = (reading[one], reading[other])
    single = certain or any(len(figures) > 1 for figures in own)
    exact = stated.limit or stated.sign or stated.dimension == TIMES
    beside = set() if single or exact else _beside(words, stated)
    for first, second in product(*(_others(words, stated, figures) for figures in own)):
        if single and not _is_one_other(own, (first, second)):
            continue
        if first == second or (stated.sign and _is_turned(own, (first, second))):
            continue
        tried = values({**reading, one: first, other: second})
        near = beside.issuperset((*first, *second))
        several = [*_variants(tried, one, other)] if near else [tried]
        if (first, second) == own:
            several = several[1:]  # what they make themselves is known
        if any(holds(equation, each) for each in several):
            return True
    return (
        _fits_run(trial, values)
        or _fits_rest(words, trial, values)
        or _fits_neighbours(words, trial, values)
        or _fits_other_unit(words, trial, values)
        or _fits_hidden_whole(words, trial)
    )


def is_of_wrong_whole(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether a share is that in another figure than the one that it is said to be in: 1200份，收回
    有效问卷1080份……864份，占有效问卷的72%."""
    stated, reading, equation, _ = trial
    for name, figures in reading.items():
        if not _is_its_whole(words, stated, figures):
            continue
        for other in _alike(words, stated, figures):
            if other != figures and holds(equation, values({**reading, name: other})):
                return True
    return False


def _is_its_whole(words: Words, stated: Figure, figures: tuple[Figure, ...]) -> bool:
    """Whether figures are the whole by the name that a share gives it."""
    return "占比" in stated.roles and len(figures) == 1 and is_named(words.text, stated, *figures)


def _others(words: Words, stated: Figure, figures: tuple[Figure, ...]) -> list[tuple[Figure, ...]]:
    """What may be meant in the place of figures of a reading: no other whole than one of the name
    that a share gives it."""
    several = _alike(words, stated, figures)
    if _is_its_whole(words, stated, figures):
        return [each for each in several if _is_its_whole(words, stated, each)]
    return several


def _fits_run(trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether some of a list fit, to which the others do not belong: 其余6件……大气类96件、
    噪声类74件，两类合计占79.8%; 破案234起，其中当年203起、积案31起，当年案件破案率."""
    for name, figures in trial.reading.items():
        for start, end in combinations(range(min(len(figures), _NEAREST) + 1), 2):
            run = figures[start:end]
            if len(run) < len(figures) and holds(
                trial.equation, values({**trial.reading, name: run})
            ):
                return True
    return False


def _fits_other_sum(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether a total is the sum of others of the figures before it than of the list that it
    follows: of those outside of brackets, of a stretch of them, of two of the last ones: 已支付1137
    万元中收回986万元，尚未支付的1547万元扣减，二者合计2533万元."""
    stated, reading, equation, _ = trial
    parts = summed_name(equation)
    if not parts or reading[parts][0].span > stated.span:
        return False
    if _counts_otherwise(words.text, stated, reading[parts]):
        return True
    if is_tight(words.text, stated, reading[parts]):
        return False  # 制定1件、修改2件、废止4件，共6件: of all three
    before = [f for f in _near(words, stated, reading[parts][0]) if f.span < stated.span]
    before.sort(key=lambda figure: figure.span)
    outside = [f for f in before if not _is_in_brackets(words.text, f, stated)]
    tried = [
        several[start:end]
        for several in (before, outside)
        for start, end in combinations(range(len(several) + 1), 2)
        if end - start > 1
    ]
    tried += [[*pair] for pair in combinations(outside[-_LAST:], 2)]
    return any(holds(equation, values({**reading, parts: (*several,)})) for several in tried)


def _counts_otherwise(text: str, stated: Figure, parts: tuple[Figure, ...]) -> bool:
    """Whether a total is more than twice its parts, and of what none of them is called: 辖13个行政
    村、1个社区，共97个村民小组."""
    if stated.value <= 2 * sum(part.value for part in parts):
        return False
    told = "".join(_noun_behind(text, part) for part in parts)
    noun = _noun_behind(text, stated)[-_PAIR:]
    return len(noun) == _PAIR and noun not in told


def _noun_behind(text: str, figure: Figure) -> str:
    behind = _NOUN.match(text, figure.span.end)
    return behind[0] if behind else ""


def _is_in_brackets(text: str, figure: Figure, stated: Figure) -> bool:
    """Whether a bracket closes between a figure and the stated one that opened before it."""
    between = text[figure.span.end : stated.span.start]
    return between.count("）") > between.count("（")


def _is_of_own_step(words: Words, trial: Trial) -> bool:
    """Whether a change in percent stands right behind a difference that is not the one between the
    two states, so that it is the change of something else: 比上年的1891万元减少128万元，下降6.8%，
    其中乡镇减少22万元，下降4.3%."""
    stated, reading = trial.stated, trial.reading
    if stated.dimension != PERCENT or not stated.sign or not {"a", "b"} <= reading.keys():
        return False
    place = words.sentence.index(stated) if stated in words.sentence else 0
    step = words.sentence[place - 1] if place else stated
    first, second = reading["a"][0], reading["b"][0]
    if "差额" not in step.roles or step.dimension != first.dimension or step in (first, second):
        return False
    gap = subtract(max(first, second, key=_value).interval, min(first, second, key=_value).interval)
    return step.sign == stated.sign and apart(gap, step.interval)


def _value(figure: Figure) -> Decimal:
    return figure.value


def _fits_two_off(words: Words, trial: Trial) -> bool:
    """Whether a gap is what is left of a third figure without both: 需支付1244万元，扣除结存64万元
    和待拨500万元，缺口为680万元."""
    stated, reading = trial.stated, trial.reading
    own = [figures[0] for figures in reading.values() if figures[0] != stated]
    if any(figure.dimension != stated.dimension for figure in own):
        return False
    both = reduce(add, (figure.interval for figure in own), stated.interval)
    others = (f for f in _near(words, stated, stated) if f not in own and f.span < stated.span)
    return any(not apart(other.interval, both) for other in others)


def _fits_rest(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether an amount without another of the passage, in place of the amount, fits to what is
    not of its kind: 两项合计19.5万元 without 18万元, over 6台."""
    stated, reading, equation, _ = trial
    if stated.mean is None:
        return False
    own = values(reading)
    for name, figures in reading.items():
        if figures[0].dimension != stated.dimension or figures[0] == stated:
            continue
        for other in _alike(words, stated, figures):
            less = values({**reading, name: other})[name][0]
            if own[name][0].low > less.high:
                rest = {**own, name: (subtract(own[name][0], less),)}
                if holds(equation, rest):
                    return True
    return False


def _is_of_other_whole(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether a list makes just what another figure counts that stands before it, or its beginning
    what it is held against: 完成6.87亿元，为计划6.5亿元的105.7%，其中……."""
    reading = trial.reading
    parts = summed_name(trial.equation)
    if not parts or len(reading) != _PAIR:
        return False
    (whole,) = reading.keys() - {parts}
    listed = [part.value for part in reading[parts]]
    if any(sum(listed[:end]) == reading[whole][0].value for end in range(_PAIR, len(listed))):
        return True  # what goes on behind is not of it
    made = reduce(add, values(reading)[parts])
    return any(
        other != reading[whole][0]
        and other.span < reading[parts][0].span
        and not apart(values({**reading, whole: (other,)})[whole][0], made)
        for other in _near(words, reading[parts][0], reading[whole][0])
    )


def _fits_hidden_whole(words: Words, trial: Trial) -> bool:
    """Whether a share is that in a whole of which another share tells: 60岁以上14.09万人，占
    20.59%，其中65岁以上10.33万人，占15.10%."""
    stated, reading, equation, _ = trial
    part = summed_name(equation)
    if not part or len(reading[part]) > 1 or "占比" not in stated.roles:
        return False
    own = divide(reading[part][0].interval, stated.interval)
    return own is not None and any(
        other != reading[part][0]
        and share != stated
        and other.dimension == reading[part][0].dimension
        and "占比" in share.roles
        and _whole_name(share) == _whole_name(stated)
        and not (share.about or share.limit)
        and (whole := divide(other.interval, share.interval)) is not None
        and not apart(whole, own)
        for other, share in pairwise(words.sentence)
    )


def _whole_name(share: Figure) -> str:
    return share.name.rpartition("/")[2]


def _fits_neighbours(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether a share is that of several figures side by side in place of one: 13家有4家达到推荐
    标准、7家达到基本标准，其余2家……，达标率84.6%."""
    stated, reading, equation, _ = trial
    part = summed_name(equation)
    if not part or _OWN.fullmatch(words.text, reading[part][-1].span.end, stated.span.start):
        return False  # 0.8亿元，占35%
    every = [f for f in _near(words, stated, reading[part][0]) if f.span < stated.span]
    every.sort(key=lambda figure: figure.span)
    whole = {f for name, figures in reading.items() if name != part for f in figures}
    before = [figure for figure in every if figure not in whole]
    if any(holds(equation, values({**reading, part: run})) for run in _runs(before)):
        return True
    (name,) = reading.keys() - {part, _name_of(reading, stated)}
    return "占比" in stated.roles and any(
        holds(equation, values({**reading, name: (other,), part: run}))
        for run in _runs(every)
        for other in every
        if other.span < run[0].span and len(run) == _PAIR
    )


def _runs(figures: list[Figure]) -> list[tuple[Figure, ...]]:
    """Two neighbours or more, and not too many."""
    return [
        (*figures[start:end],)
        for start, end in combinations(range(len(figures) + 1), 2)
        if 1 < end - start <= _LIST
    ]


def _name_of(reading: Reading, stated: Figure) -> str:
    return next(name for name, figures in reading.items() if figures[0] == stated)


def _fits_other_unit(words: Words, trial: Trial, values: Callable[[Reading], Values]) -> bool:
    """Whether a share is that of two figures of another unit, of which each stands right behind one
    of the reading's or right before it (793户、2508人 of 1126户、3542人), or which stand, as those
    do not, in the sentence of the share."""
    stated, reading, equation, _ = trial
    own = [figures[0] for figures in reading.values() if figures[0] != stated]
    if len(own) != _PAIR or sum(map(len, reading.values())) > len(reading):
        return False
    names = [name for name, figures in reading.items() if figures[0] != stated]
    beside = _beside(words, stated)
    pairs = [*product(*(_next_to(words, figure) for figure in own))]
    if summed_name(equation):
        pairs += _over_what_is_before(words, own)
    if summed_name(equation) and not beside.issuperset(own):
        near = sorted(beside - {stated, *own}, key=lambda figure: figure.span)[:_NEAREST]
        pairs += permutations(near, 2)
    return any(
        (one.unit == other.unit) != (one in own or other in own)
        and {one.unit, other.unit} != {own[0].unit}
        and one.dimension != stated.dimension
        and holds(equation, values({**reading, names[0]: (one,), names[1]: (other,)}))
        for one, other in pairs
    )


def _over_what_is_before(words: Words, own: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Each of the reading's figures with what is counted right before it in another unit:
    床位96张，入住71人，入住率."""
    found = []
    for place, figure in enumerate(own):
        number = words.sentence.index(figure) if figure in words.sentence else 0
        if number and words.sentence[number - 1].unit != figure.unit:
            before = words.sentence[number - 1]
            found.append((before, figure) if place else (figure, before))
    return found


def _next_to(words: Words, figure: Figure) -> list[Figure]:
    """The figures that stand right before and right behind one, but for a mark."""
    place = words.sentence.index(figure) if figure in words.sentence else -1
    if place < 0:
        return []
    near = words.sentence[max(0, place - 1) : place] + words.sentence[place + 1 : place + 2]
    return [
        other
        for other in near
        if _MARK.fullmatch(words.text, *_between(*sorted((figure.span, other.span))))
    ]


def _between(one: Span, other: Span) -> tuple[int, int]:
    return one.end, max(one.end, other.start)


def _is_one_other(own: Pair, tried: Pair) -> bool:
    """Whether just one of two is another figure, which is in neither's place."""
    known = {*own[0], *own[1]}
    return sum(not known.issuperset(figures) for figures in tried) == 1 and (
        own[0] == tried[0] or own[1] == tried[1]
    )


def _is_turned(own: Pair, tried: Pair) -> bool:
    """Whether what was more is less: what has risen is no explanation of a fall."""
    (first, *_), (second, *_) = own
    if first.dimension != second.dimension:
        return False
    return (first.value > second.value) != (tried[0][0].value > tried[1][0].value)


def _beside(words: Words, stated: Figure) -> set[Figure]:
    """The figures between the same full stops and semicolons."""
    place, figures = stated.span.start, words.sentence
    last = figures[-1].span.end
    start = max(words.text.rfind(mark, figures[0].lead.start, place) for mark in _ENDS)
    ends = (words.text.find(mark, place, last) for mark in _ENDS)
    end = min((each for each in ends if each >= 0), default=last)
    return {f for f in figures if start < f.span.start < end}


def _variants(values: Values, one: str, other: str) -> Iterator[Values]:
    """The values, and those with what is left instead of either."""
    yield values
    first, second = values[one][0], values[other][0]
    if first.low > second.high:
        yield {**values, other: (subtract(first, second),)}
    if second.low > first.high:
        yield {**values, one: (subtract(second, first),)}


def _alike(words: Words, stated: Figure, own: tuple[Figure, ...]) -> list[tuple[Figure, ...]]:
    """The figures of one dimension that stand nearest to the stated one; of a list itself, and of
    what a share can be of, one alone: 第一、二、三产业8、45、61亿元……第三产业占53.5%."""
    if len(own) > 1 and own[0].dimension == stated.dimension:
        return [own]
    near: list[tuple[Figure, ...]] = [(figure,) for figure in _near(words, stated, own[0])]
    return [own, *near] if len(own) > 1 else near


def _near(words: Words, stated: Figure, own: Figure) -> list[Figure]:
    """The figures of the dimension of ``own`` that stand nearest to the stated one."""
    alike = [f for f in words.sentence if f.dimension == own.dimension and f.span != stated.span]
    alike.sort(key=lambda figure: abs(figure.span.start - stated.span.start))
    return alike[:_NEAREST]
