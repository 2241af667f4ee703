"""triples: three figures of one kind of which one is the difference of the others, but for a slip.

预算98.6万元，中标价91.3万元，节约8.3万元: where a sentence has no fourth figure of their kind, a
word that wants two figures (节约, 核减) or names the rest (其余) can mean no others. What is a
change against a year that is not told (增加, 减少) is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, is_slip_of, written_as
from govlint.facts.links import common_end, shares_pair
from govlint.facts.part_others import is_told_behind
from govlint.facts.rests_used import is_used
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.records import NamedTuple

_FEW = r"[^，。；0-9]{0,8}$"
_BETWEEN = re.compile(
    r"(?:节[约省支余]|结[余存转]|盈余|[审核]减|差[距额]?|相差|缺口|缺额|空编|空缺|缺编|超编|短缺|超(?:出|支|标|耗|载|计划|预算)|[高低多少]出|[高低多少]于|下浮|让利|优惠"
    rf"|溢价|降价|降本|提前|推迟|延后|延误|亏损?|尚欠|顺差|逆差)(?!率){_FEW}"
)
"""Words of what lies between two figures, neither of which need be an earlier state."""
_THAN = re.compile(r"[比较](?P<whom>[^，。；0-9]{2,14})[多少高低快慢](?:了|出)?[一-龥]{0,3}$")
_REST = re.compile(
    rf"(?:淘汰|落选|出局|其余|剩余|余下|还剩|尚余|尚有|仍有|还有|剩下|正在[一-龥]{{2}}|在办|[尚仍还末]未[一-龥]{{1,3}}){_FEW}"
)
_UNDONE = re.compile("[未不没](?:有|能)?(?P<verb>[一-龥]{2})的?(?:有|为)?$")
"""通过1720人，未通过140人."""
_TO_DO = re.compile(r"[还尚仍](?:要|需要?|须|得|应|待)[^，。；0-9新]{1,10}$")
_AIM = re.compile("目标|任务|计划|指标|预算|应[一-龥]|需要?|[全总]")
_DONE = re.compile("完成|已|实现|累计|到位|落实|入库|征收|收缴|拨付|支出|建成")
"""目标12.8亿元，已完成9.4亿元，还要入库3.4亿元."""
_ACTUAL = re.compile(r"(?:实际|实有|有效|净)[一-龥]{0,4}(?:为|是|有)?$")
_AWAY = re.compile("弃权|缺[考席勤]|未|不|无效|作废|请假|退|放弃|撤|剔除|扣除|流失|损[耗毁]")
_VACANT = re.compile(rf"(?:空[编缺余置闲]|缺[编员额]|闲置|停[用驶运开]){_FEW}")
_HELD = re.compile("[现实]有|现在|在[编岗职册用运]|已[入使用签]|入住|运[行营]")
"""核定编制96名，空编13名，现有在编人员83名: the rest stands between the whole and what it is of."""
_SIGN = re.compile(
    "[闲停淘落出未不没正在还尚仍实效净节结盈减差缺空超高低多少浮利惠价本提推延亏欠余剩有快慢]"
)
_NET = re.compile("(?:净[一-龥]{1,3}|自然(?:增[加长]|减少))[^，。；0-9]{0,3}$")
_FLOWS = tuple(
    pair
    for come, gone in (
        ("转入", "转出"), ("迁入", "迁出"), ("流入", "流出"), ("出生", "死亡"), ("调入", "调出"),
        ("引进", "流失"), ("招录", "退休"), ("新招", "退休"), ("新增", "注销"), ("新增", "退出"),
        ("新开", "关闭"), ("入库", "出库"), ("收入", "支出"), ("入职", "离职"), ("新设", "注销"),
    )
    for pair in ((come, gone), (gone, come))
)  # fmt: skip
"""What comes and what goes: between them lies what is net."""
_ELSE = re.compile("其中|另")
_OTHER = frozenset(("均值", "倍增", "变幅"))
_TOLD = re.compile("合计|共计|[一二三四五六七八九十两]项|累计|全年")
_THREE = 3
_VERB = 2
_PRICED = re.compile(
    "(?:预算|概算|中标|合同|控制价?|结算|决算|审定|送审|估算|成交|限价|拦标)(?:总?价|金额|资金|投资)?$"
)
"""Two prices of one thing: 预算金额860万元，中标金额774万元."""
_LEFT_OUT = re.compile("（[^，。；（）0-9]{0,4}(?:不含|不包括|不计|已?扣除|已?剔除|除)")
"""What brackets leave out of the figure before them is none of it: 126家（不含停产6家）."""
_STOP = re.compile("[，。；：、]")


class Triple(NamedTuple):
    """``difference``: the figure between the ``others``; ``expected``: what it should be, as it
    would be written."""

    difference: Figure
    others: tuple[Figure, Figure]
    expected: str


def may_tell(words: str) -> bool:
    """Whether the words of a sentence may make one of its figures a difference."""
    return _SIGN.search(words) is not None


def find_triples(text: str, figures: list[Figure]) -> Iterator[Triple]:
    """The differences of a sentence that are a slip away from what its only two other figures of
    their kind leave."""
    for several in _threes(figures):
        told = [f for f in several if _SIGN.search(_lead(text, figures, f))]
        for figure in told:
            one, other = (f for f in several if f is not figure)
            if not _is_told(text, _lead(text, figures, figure), figure, one, other):
                continue
            if is_balanced(one, other, figure):
                break
            expected = slipped_to(text, figure, one, other)
            if expected:
                yield Triple(figure, (one, other), expected)
                break


def _threes(figures: list[Figure]) -> Iterator[list[Figure]]:
    """The exact figures of each kind of which a sentence has three."""
    kinds: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.dimension not in (TIMES, DOUBLINGS, PERCENT, POINTS):
            kinds.setdefault(figure.dimension, []).append(figure)
    for several in kinds.values():
        plain = not any(f.about or f.limit or f.mean or f.roles & _OTHER for f in several)
        if len(several) == _THREE and plain:
            yield several


def _lead(text: str, figures: list[Figure], figure: Figure) -> str:
    """The words before a figure, or those of the one right before it: 未消除25户69人."""
    place = figures.index(figure)
    while place and figures[place].lead.start == figures[place].span.start:
        place -= 1
    return text[slice(*figures[place].lead)]


def _is_told(text: str, lead: str, figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether words, ``lead``, make a figure the difference of two others."""
    if one.roles & CHANGE_ROLES or other.roles & CHANGE_ROLES or is_used(text, figure):
        return False
    if _NET.search(lead) and one.span < other.span < figure.span:
        return _is_net(text, lead, one, other)
    if _REST.search(lead) or (_ACTUAL.search(lead) and _AWAY.search(text, *other.lead)):
        return _is_rest(text, figure, one, other)
    undone = _UNDONE.search(lead)
    if undone is not None and undone["verb"] in text[slice(*other.lead)]:
        return one.span < other.span < figure.span and one.value > other.value
    if _TO_DO.search(lead) and one.span < other.span < figure.span:
        aim = "目标" in one.roles or _AIM.search(text, *one.lead) is not None
        return aim and _DONE.search(text, *other.lead) is not None and one.value > other.value
    than = _THAN.search(lead)
    if than is not None and figure.span < other.span:
        first = (one, other) if figure.span < one.span else (other,)
        return any(shares_pair(than["whom"], text[slice(*each.lead)]) for each in first)
    if not one.span < other.span < figure.span or _ELSE.search(lead):
        return _is_vacant(text, lead, figure, one, other)
    if one.roles & {"其中", "部分"} or other.roles & {"其中", "部分"}:
        return False
    between = _BETWEEN.search(lead)
    if between is None or _TOLD.search(lead):
        return False
    return not _are_alike(text, one, other) or between[0][0] in "差相缺短超高低多少"


def _is_vacant(text: str, lead: str, figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether what is free stands between the whole and what is taken of it."""
    between = one.span < figure.span < other.span and one.value > other.value
    return between and bool(_VACANT.search(lead) and _HELD.search(text, *other.lead))


def _is_rest(text: str, figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether a figure may be what is left of the one without the other."""
    ordered = one.span < other.span < figure.span and one.value > other.value
    apart = _LEFT_OUT.search(text, *other.lead) or _are_alike(text, one, other)
    missing = one.value - other.value - figure.value
    return ordered and not apart and not (missing > 0 and is_told_behind(text, figure, missing))


def _is_net(text: str, lead: str, one: Figure, other: Figure) -> bool:
    """Whether what is net lies between what came and what went."""
    leads = text[slice(*one.lead)], text[slice(*other.lead)]
    flows = [pair for pair in _FLOWS if pair[0] in leads[0] and pair[1] in leads[1]]
    return any("死亡" not in pair or "自然" in lead for pair in flows)


def _are_alike(text: str, one: Figure, other: Figure) -> bool:
    """Whether both are told with one word: 第一批拨付、第二批拨付 were both spent."""
    names = [_STOP.split(text[slice(*f.lead)])[-1] for f in (one, other)]
    if _PRICED.search(names[0]) and _PRICED.search(names[1]):
        return False
    return len(common_end(names)) >= _VERB


def is_balanced(one: Figure, other: Figure, difference: Figure) -> bool:
    """Whether one of three figures is the sum of the others, as far as rounding goes."""
    values = sorted(f.value for f in (one, other, difference))
    room = sum(f.step for f in (one, other, difference)) / 2
    return abs(values[0] + values[1] - values[2]) <= room


def slipped_to(text: str, figure: Figure, one: Figure, other: Figure) -> str:
    """What a difference should be, if one of the three is a slip from it; else ""."""
    wanted = abs(one.value - other.value)
    expected = written_as(text, figure, wanted)
    greater, less = (one, other) if one.value > other.value else (other, one)
    tried = (
        (figure, wanted),
        (greater, less.value + figure.value),
        (less, greater.value - figure.value),
    )
    return expected if any(is_slip_of(text, each, value) for each, value in tried) else ""
