"""stocks: what there was, what came and went, and what there is.

年初在册420户，新纳入35户，退出48户，年末在册407户: told in this order and in one unit, the last
follows from the others. What comes and what goes is told by the verb right before its figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import reduce
from itertools import product

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, scale_of, written_as
from govlint.facts.units import PERCENT, POINTS, TIMES
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.intervals import Interval, add, apart
from govlint.text.slips import is_dropped, is_slip

_FIRST = re.compile(
    r"[年期月季]初(?!预算|安排|计划|下达|确定|目标)|[上去前](?:一?年|期|月|季|一?学[年期])(?:末|底|度)?|[0-9]{4}年[末底]|结转(?![到至]?下)|[一-龥]{2}时(?![间期限段候效])|原(?:有|来|存|先)|[改调重]?[革整组]前|此前"
)
_LAST = re.compile(
    r"[年期月季][末底](?!前)|(?:结转|转入)(?:下|至|到)|[结库留]存|结余|余额|[现实][有存库在]|盘[点存]|账面|[现本]?学[年期]?[^，。；、]{0,2}有|[尚仍还](?:有|存|余|剩)|剩余|余下|目前|总[数量](?:已|为|达到?|增加到|增至)|[革整组]后"
)
_GONE = re.compile(
    r"退|出(?!生|资|台)|减|销|报废|[死亡汰失]|去世|病故|解除|消除|竣工|完[工成](?!率)|转学|售|消耗|领|发放|支[出付]|(?<!录)用(?!户)|(?<![年月])结(?!转|存|余|构)|化解|[偿归]还|还[本款]|离|辞|撤|关[停闭]|拆除|脱贫|收回|清[退理]|移交|划转|调拨|毕业"
)
_COME = re.compile(
    r"新|增(?!值)|购|投放|添置|[调转迁存流购进收拨划汇注缴轮运领换]入|入[库学园院住会编]|补充|追加|招|发展|录用|引进|接收|受理|收(?!回|入|费)|产[仔羔]|出生|繁"
)
_EARNED = re.compile(r"收入(?!户)|拨款|收缴|捐款|到[账位]|筹[集资]|利息")
"""What comes to an account, of which a balance is told first."""
_ACCOUNT = re.compile("结余|结存|余额")
_DONE = re.compile("(?:化解|办结|完成|整改|解决|处理|兑现|审结|销号|处置)[^，。；]{0,4}$")
"""目前已经化解10起: what was done with some, and not how many there are."""
_EXPLAINED = re.compile("核销|剔除|调整|划[转出]|转出|置换|重分类|口径")
_RATED = re.compile(r"(?:下降|增长|减少|增加|提高|上升)了?[0-9.]{1,6}%")
"""A figure of which only the rate of its change is told began no balance."""
_BEHIND = 20
_BESIDE = re.compile(r"其中|净|合计|共")
_ALL_OF = re.compile(r"合计|共")
_TOTAL = re.compile("[总合]计")
_STOP = re.compile("[，。；：、\n]")
_TIMES = re.compile("[0-9]{4}年|[上去今本当]年|[年期月季][初末底]度?|截至|止|[为是有达到]")
_MARK = re.compile("[，。；：]")
_MOST = 6
_SENTENCES = 2
_FEW = 3
_BRIEF = 8
"""So short is a clause that tells of nothing but a time."""
_ROOM = Decimal("0.15")
"""So far off, as a share of what there was, is a figure that something else may explain."""


class Stock(NamedTuple):
    """``first`` and ``last``: what there was and what there is; ``flows`` between them;
    ``expected``: what there should be, as it would be written. ``holds``: whether it is so."""

    first: Figure
    flows: list[Figure]
    last: Figure
    expected: str
    holds: bool


def may_tell(sentence: str, passage: str) -> bool:
    """Whether the words of a sentence may tell what there is, and those of its passage what there
    was."""
    return _LAST.search(sentence) is not None and _FIRST.search(passage) is not None


def find_stocks(text: str, passage: list[Figure], own: range) -> Iterator[Stock]:
    """The balances of a passage whose last figure lies within ``own``."""
    kinds: dict[str, list[Figure]] = {}
    for figure in passage:
        if figure.dimension not in (PERCENT, POINTS, TIMES):
            kinds.setdefault(figure.dimension, []).append(figure)
    for counts in kinds.values():
        for place, last in enumerate(counts):
            told = _EXPLAINED.search(text, last.span.end, last.span.end + _BEHIND)
            if (
                last.span.start in own
                and place > 1
                and not told
                and _LAST.search(_opening(text, last))
            ):
                stock = _read(text, counts[max(0, place - _MOST) : place], last)
                if stock is not None:
                    yield stock


def _read(text: str, before: list[Figure], last: Figure) -> Stock | None:
    """What ``last`` follows from, if one of the figures before it is what there was at first."""
    for place in range(len(before) - 2, -1, -1):
        first, flows = before[place], before[place + 1 :]
        told = _opening(text, first)
        if not _FIRST.search(told) or first.roles & CHANGE_ROLES:
            continue
        if _RATED.match(text, first.span.end):
            continue  # 比上年的7.92亿元下降21.2%
        between = text[first.span.end : last.span.start]
        if between.count("。") > _SENTENCES or any(f.about for f in before):
            return None
        if "\n" in between and not _is_next_line(text, first, last):
            return None
        held = _balance(text, first, flows, last)
        return held if held is None or held.holds else _from_sum(text, flows, last) or held
    return None


def _is_next_line(text: str, first: Figure, last: Figure) -> bool:
    """Whether what there is opens the line behind that of what there was, and is called so: 债务
    余额 of 2023年末, and of 2024年末."""
    names = [_TIMES.sub("", _STOP.split(text[slice(*f.lead)])[-1]) for f in (first, last)]
    alone = "\n" not in text[first.span.end : last.lead.end].rpartition("\n")[0]
    opens = not _MARK.search(text, begins(text, last.span.start, "\n"), last.span.start)
    return alone and opens and len(names[0]) > 1 and names[0] == names[1]


def _balance(text: str, first: Figure, flows: list[Figure], last: Figure) -> Stock | None:
    account = _ACCOUNT.search(text, *first.lead) is not None
    ways = [_ways(text, flow, account=account) for flow in flows]
    if flows and _ALL_OF.search(text, *flows[0].lead) and ways[0]:
        ways[0] = ways[0][:1]  # nothing goes before it that it could add up
    untold = [number for number, choices in enumerate(ways) if not choices]
    if (
        _DONE.search(text, *last.lead)
        or len(untold) > 1
        or last.about
        or (untold and len(flows) < _FEW)
    ):
        return None
    for number in untold:
        ways[number] = (1, -1, 0)
    first, *flows, last = _as_fine(text, [first, *flows, last])
    tried = [_made(first, flows, signs) for signs in product(*ways)]
    fitting = [made for made in tried if not apart(made, last.interval)]
    surest = [choices[-1] for choices in ways]
    if untold and not fitting:
        return _by_slip(text, (first, flows, last), list(product(*ways)))
    made = fitting[0] if fitting else _made(first, flows, surest)
    if not fitting and not _is_sure(text, last, made.middle, surest):
        return None
    return Stock(first, flows, last, written_as(text, last, made.middle), bool(fitting))


def _from_sum(text: str, flows: list[Figure], last: Figure) -> Stock | None:
    """The balance that holds from a flow on that adds up all before it: 上年结余1.4亿元，收入总计
    24.4亿元，支出23.4亿元，年终结余1.0亿元."""
    for place, flow in enumerate(flows[:-1]):
        if _TOTAL.search(text, *flow.lead):
            found = _balance(text, flow, flows[place + 1 :], last)
            if found is not None and found.holds:
                return found
    return None


def _by_slip(
    text: str, figures: tuple[Figure, list[Figure], Figure], ways: list[tuple[int, ...]]
) -> Stock | None:
    """The balance where one flow may have come or gone, if just one of both is a slip away."""
    first, flows, last = figures
    stated = text[slice(*last.span)].replace("，", "")
    made = (written_as(text, last, _made(first, flows, signs).middle) for signs in ways)
    near = {each for each in made if len(each) == len(stated) and is_slip(stated, each)}
    return Stock(first, flows, last, near.pop(), holds=False) if len(near) == 1 else None


def _is_sure(text: str, last: Figure, made: Decimal, signs: list[int]) -> bool:
    """Whether nothing but a slip explains what there is: one digit is wrong, or what came and
    what went are both told and it is a little off."""
    stated = text[slice(*last.span)].replace("，", "")
    expected = written_as(text, last, made)
    if len(stated) == len(expected) and is_slip(stated, expected):
        return True
    if is_dropped(stated, expected):
        return True
    both = {1, -1} <= set(signs)
    return both and abs(made - last.value) < _ROOM * max(made, last.value)


def _as_fine(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures, each as fine as the finest that is written in its unit: 5万条 beside 4.2万条."""
    scales = [scale_of(text, figure) for figure in figures]
    steps = {
        scale: min(f.step for f, other in zip(figures, scales, strict=True) if other == scale)
        for scale in scales
    }
    return [f._replace(step=steps[scale]) for f, scale in zip(figures, scales, strict=True)]


def _made(first: Figure, flows: list[Figure], signs: tuple[int, ...] | list[int]) -> Interval:
    moved = (_times(flow.interval, sign) for flow, sign in zip(flows, signs, strict=True) if sign)
    return reduce(add, moved, first.interval)


def _times(interval: Interval, sign: int) -> Interval:
    return interval if sign > 0 else Interval(-interval.high, -interval.low)


def _ways(text: str, flow: Figure, *, account: bool) -> tuple[int, ...]:
    """What a flow may count for, the surest last: 1 where it came, -1 where it went, 0 where it
    may be counted in another one (其中不予受理5件, 净减9人); nothing if no word tells."""
    words = text[slice(*flow.lead)]
    clause = _clause(text, flow)
    if _ACCOUNT.search(clause):
        return ()
    way = _way(clause)
    if account and not way and _EARNED.search(clause):
        way = 1
    if not way:
        return ()
    return (way, -way, 0) if _BESIDE.search(words) else (way,)


def _way(clause: str) -> int:
    """1 for what came, -1 for what went, by the last word that tells."""
    come = [match.end() for match in _COME.finditer(clause)]
    gone = [match.end() for match in _GONE.finditer(clause)]
    return (max(come, default=0) > max(gone, default=0)) - (
        max(gone, default=0) > max(come, default=0)
    )


def _clause(text: str, figure: Figure) -> str:
    return next(filter(None, reversed(_STOP.split(text[slice(*figure.lead)]))), "")


def _opening(text: str, figure: Figure) -> str:
    """The clause before a figure, with a short one before it, which tells when: 上年末，学校有."""
    clauses = [each for each in _STOP.split(text[slice(*figure.lead)]) if each]
    when = clauses[-2] if len(clauses) > 1 and len(clauses[-2]) <= _BRIEF else ""
    return when + clauses[-1] if clauses else ""
