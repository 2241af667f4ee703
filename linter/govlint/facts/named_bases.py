"""named_bases: what a change is told against by name, and where that was told before.

年初14.8元……3月跌至13.2元……6月末达到18.5元，比年初上涨25%; 城镇增长4.9%……农村增长6.8%，快于城镇
1.9个百分点: the words behind 比, 快于 or 是 say what a figure is held against, and the words before
one figure of the paragraph say the same. What is compared stands right before, or is named, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES, is_paced
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import shares_pair
from govlint.facts.naming import names_in_turn
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.back import begins

_WORD = r"[^，。；：（）、\n比较与是为于]"
_RISES = "增长|增加|提高|上升|提升|上涨|扩大|增|升|涨|高|多|快|长"
_FALLS = "下降|减少|降低|回落|下滑|下跌|缩短|压缩|压减|缩小|收窄|减|降|跌|低|少|慢|短"
_WAY = rf"(?:(?P<more>{_RISES})|(?P<less>{_FALLS}))(?:幅度?|了|出|达到?){{0,2}}(?=[0-9])"
_ONE = rf"(?P<one>{_WORD}{{2,14}}?)?"
_NAME = rf"(?P<name>(?!(?:上一?年|去年)(?:同期)?|同期|上期){_WORD}{{2,14}}?)"
COMPARED = (
    search_for(
        rf"[，、。；]{_ONE}(?:[比较]{_NAME}(?:的?(?:水平|时))?"
        rf"|与{_NAME.replace('name', 'with')}相比，?(?:[一-龥]{{2,8}}?)?){_WAY}",
        (("比", "较", "与"), (*_RISES.split("|"), *_FALLS.split("|"))),
        50,
    ),
    search_for(
        rf"[，、。；]{_ONE}(?:增[速幅]|涨幅)?(?:(?P<more>[高多快]|大幅高)|(?P<less>[低少慢]))(?:出|于){_NAME}(?:的?(?:水平|增[速幅]))?(?=[0-9])",
        (("高于", "高出", "多于", "多出", "快于", "低于", "少于", "慢于"),),
        44,
    ),
    search_for(
        rf"[，、。；]{_ONE}(?:仅|只|约|已|就|便)?(?:[是为]|达到|相当于){_NAME}的(?=[0-9.]{{1,5}}倍)",
        (("是", "为", "达到", "相当于"), ("倍",)),
        44,
    ),
)  # fmt: skip
"""What is held against whom: before the figure that tells by how much."""
_NO_NAME = re.compile("计划|预算|目标|任务|预期|序时|分别|其中|平均每|同期")
_TIME = re.compile("[年季月期初末底前后时]|阶段|上[届次轮]|过去|原来")
_MOMENT = re.compile("[12][0-9]{3}年(?![0-9度初])|1?[0-9]月(?![0-9])|[一二三四]季度|[上下]半年")
_YEAR = re.compile("^[12][0-9]{3}年")
_OTHER_BASIS = re.compile("可比|口径|不变价|剔除|扣除|名义|实际增|年均|加权|修订|普查")
_OTHER = re.compile(f"{_OTHER_BASIS.pattern}|分别")
_NO_LEVELS = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
_SHARED = re.compile("的?(?:平均)?(?:水平|增速|增幅|收入|人数|总量|总额|数量)?$")
_ENDS = re.compile("[。；\n]")
_LATER = re.compile("[。；\n]|[比较]")
_BARE = re.compile(f"^[，、（]?(?:同比|比上年|较上年|预计|名义)?(?:{_RISES}|{_FALLS})?$")
_CLAUSES = re.compile("[，。；：、（）\n]")
_SCOPE = re.compile("^[全我][国省市县区镇乡村]")
_NOTHING = re.compile(
    rf"[12][0-9]{{3}}年|[0-9]{{1,2}}月|[一二三四]季度|[上下]半年|[年月季][初末底中]|[今去上本前]年|{_RISES}|{_FALLS}|跌|每[公斤吨亩人户个]{{1,2}}"
    "|达|[回末初底到至为仅只已约的了在由从有是]|同比|完成|实现|提前|全年|累计|[全我][国省市县区镇乡村]"
)
_BACK = 420
_LEAST, _PREFIX = 2, 1


class NamedBase(NamedTuple):
    """``change``, of ``now`` against ``base``; ``way``: 1 where it is more, -1 less, 0 where it
    tells how many times as much; ``sure``: whether both are called by one name; ``others``: what
    else of their kind was told before."""

    change: Figure
    now: Figure
    base: Figure
    way: int
    sure: bool = True
    others: tuple[Figure, ...] = ()


def find_named_bases(facts: Facts) -> Iterator[NamedBase]:
    """The changes of a text whose base was named where it was told, before in the paragraph."""
    text = facts.body
    for search in COMPARED:
        last: NamedBase | None = None
        for match in find(text, facts.literals, search):
            name = match["name"] or match["with"]
            if _NO_NAME.search(match[0]):
                continue
            end = match.end() + 1
            line = 0 if _YEAR.match(name) else begins(text, end, "\n")
            before = told_before(facts, end, min(_BACK, end - line))
            if not before or before[-1].span.start != match.end():
                continue
            if before[-1].about or before[-1].turn[1]:
                continue
            goes_on = last is not None and last.change.span.end == match.start()
            same = last.now if last is not None and goes_on and not match["one"] else None
            found = _held(text, before, match, same)
            if found is not None:
                last = found
                yield found


def _held(
    text: str, before: list[Figure], match: re.Match[str], same: Figure | None
) -> NamedBase | None:
    """``same``: what was held against another right before, where nothing else is named: 高于全国
    1.9个百分点，高于全省1.4个百分点."""
    *told, change = before
    name = match["name"] or match["with"]
    core = _SHARED.sub("", name)
    core = core if len(core) >= _LEAST else name
    fitting = _of_kind(text, told, [f for f in told if fits_change(f, change)], match)
    bases = [f for f in fitting if _is_of(text, told, f, core)]
    if not bases or len({f.value for f in bases}) > 1:
        return None
    base = bases[-1]
    alike = [f for f in fitting if f.dimension == base.dimension]
    now = same or _compared(text, told, alike, base, match)
    if now is None or now.span == base.span or not _are_alike(now, base):
        return None
    other = _OTHER if not base.turn[1] else _OTHER_BASIS
    if other.search(text, base.lead.start, change.span.end):
        return None
    if _has_own_base(text, told, change):
        return None
    sure = _are_of_one(text, told, now, base, core) or _lists_behind(told, now, base)
    if not sure and (_YEAR.match(core) or _SCOPE.match(core) or _TIME.search(core)):
        return None
    more = match.groupdict().get("more")
    others = tuple(f for f in alike if f not in (now, base) and f.value != base.value)
    if "倍数" in change.roles or not match.groupdict().keys() & {"more"}:
        return NamedBase(change, now, base, 0, sure, others)
    paced = is_paced(more or match.groupdict().get("less"), base.dimension)
    return NamedBase(change, now, base, 1 if bool(more) != paced else -1, sure, others)


def _of_kind(
    text: str, told: list[Figure], fitting: list[Figure], match: re.Match[str]
) -> list[Figure]:
    """The figures in whose unit what is compared is counted, where the words name it: 民宿36家、
    床位420张……床位是三年前的4倍."""
    one = _SHARED.sub("", match["one"] or "")
    named = [f.dimension for f in fitting if len(one) >= _LEAST and one in _words(text, told, f)]
    return [f for f in fitting if f.dimension in named] if named else fitting


def fits_change(figure: Figure, change: Figure) -> bool:
    """Whether a change can be one of a figure."""
    if figure.about or figure.limit or figure.roles & {"目标", "起点"} or figure.value <= 0:
        return False
    if change.dimension == POINTS:
        return figure.dimension == PERCENT
    if figure.roles & CHANGE_ROLES or figure.dimension in _NO_LEVELS:
        return False
    return change.dimension in _NO_LEVELS or figure.dimension == change.dimension


def _is_of(text: str, told: list[Figure], figure: Figure, core: str) -> bool:
    """Whether the words before a figure name what it is of, and nothing they are compared with."""
    words = _words(text, told, figure)
    at = words.rfind(core)
    if at < 0 or words[at - 1 : at] in ("比", "较", "于", "与"):
        return False
    return not _LATER.search(words, at + len(core))


def _words(text: str, told: list[Figure], figure: Figure) -> str:
    """The words before a figure, with those of the one before where its own only tell of a change:
    城镇居民收入35210元，增长4.9%."""
    own = text[slice(*figure.lead)]
    place = told.index(figure)
    at, size = figure.turn
    if size and place >= at - 1:  # 全国、全省分别增长5.9%和6.4%
        return names_in_turn(text[slice(*told[place - at + 1].lead)], size)[at - 1]
    if place and _BARE.match(own) and told[place - 1].span.end == figure.lead.start:
        return text[slice(*told[place - 1].lead)] + own
    return own


def _compared(
    text: str, told: list[Figure], fitting: list[Figure], base: Figure, match: re.Match[str]
) -> Figure | None:
    """What is held against the base: what is named, else the figure right before."""
    one = _SHARED.sub("", match["one"] or "")
    if len(one) >= _LEAST and not _TIME.search(one):
        for length in range(len(one), _PREFIX, -1):
            named = [f for f in fitting if one[:length] in _words(text, told, f)]
            if named:
                return named[-1] if len({f.value for f in named}) == 1 else None
    when = _MOMENT.match(one)
    if when is not None:
        then = [f for f in fitting if _is_of(text, told, f, when[0])]
        return then[0] if len(then) == 1 else None
    last = fitting[-1]
    near = last.span > base.span and not _ENDS.search(text, last.span.end, match.end())
    return last if near else None


def _has_own_base(text: str, told: list[Figure], change: Figure) -> bool:
    """Whether a change has its own base beside it: 由3家增加到18家，为2020年的6倍."""
    near = [f for f in told if not _ENDS.search(text, f.span.end, change.span.start)]
    return any("起点" in f.roles for f in near[-2:])


def _are_of_one(text: str, told: list[Figure], now: Figure, base: Figure, core: str) -> bool:
    """Whether nothing says that two figures are of two things, but for the name of one of them."""
    names = [_thing(_words(text, told, f), core) for f in (now, base)]
    if all(names):
        return shares_pair(*names)
    return not (_YEAR.match(core) or _SCOPE.match(core))


def _lists_behind(told: list[Figure], now: Figure, base: Figure) -> bool:
    """Whether a base is in a list right behind what is held against it: 全区增长7.8%，全国、全省
    分别增长5.9%和6.4%."""
    return bool(base.turn[1]) and told.index(base) - base.turn[0] == told.index(now)


def _thing(words: str, core: str) -> str:
    """What the words before a figure say that it is of."""
    return _NOTHING.sub("", _CLAUSES.split(words.replace(core, ""))[-1])


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether both are changes, or means, or none."""
    return (one.sign != 0) == (other.sign != 0) and ("均值" in one.roles) == ("均值" in other.roles)
