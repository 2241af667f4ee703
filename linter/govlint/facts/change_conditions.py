"""change_conditions: is a change that of these two states, and of no others?"""

from __future__ import annotations

import re

from govlint.facts.base_conditions import NAMED_TIME
from govlint.facts.change_links import is_paired
from govlint.facts.change_words import CHANGE_WORDS, OVER
from govlint.facts.context import CLAUSE, Condition, Words
from govlint.facts.figure import Figure
from govlint.facts.gap_links import ENDS, is_compared, is_of_all
from govlint.facts.links import names_other, place_of
from govlint.facts.told_names import LEAST, is_called, name_of, subject_of
from govlint.facts.units import PERCENT, POINTS, TIMES
from govlint.text.back import begins
from govlint.text.years import YEAR

_TENTH = 10
_WHILE = re.compile(
    "[一半两三四五]个?(?:年|月|学[年期]|季度)(?:间|来|内)?|同比|[比较](?:上年|去年)"
)
_FEW = 4
"""So few words before a change name nothing: ，多办."""
_KEPT = re.compile(
    r"控制|以内|不超过|不高于|低于|失业|死亡|发病|发生率|事故|逾期|不良|能耗强度为|以下|[降减压]到"
)
_BETTER = "改善"
_VAGUE = 2
"""So long are the words behind a figure that limit it: 以下, 以内."""
_BASE_BEHIND = re.compile(
    rf"[（，](?:而)?(?:上年|去年|上一年|{YEAR}年)(?:同期|末|底)?(?:该项[^，。；0-9]{{0,6}}|该数)?(?:为|是|仅为?|只有)?"
)
_PREFIX = (
    r"同比|环比|相比|累计|净|大幅度?|恢复性|均|也|又|共|再|实际|总体|整体|增幅|降幅|平均|[一二三四五六七八九十两]年(?:间|来)?"
    r"|[比较与][^，]{1,16}?(?:相比)?"
)
_BARE_MULTIPLE = re.compile(
    r"、?(?:(?:总?[数产]?[量额数]|规模|面积|人数)(?:已|约)?(?=[是为]))?"
    r"(?:是|为|相当于|达到?|(?:扩大|增加|提高|提升|增长|上升|发展|放大)[到至])?"
    rf"(?:上年|去年|上年同期|去年同期|{YEAR}年|原来|过去|以前|当时|(?:改造|整治|治理|扩建|实施)前"
    r"|年初|期初|[一二三四五六七八九十]年前|[成建][一-龥]之?初)?的"
)
_OF_THAT = re.compile(
    rf"[（，](?:即|已)?[由从](?:{YEAR}年)?[^，。；0-9]{{0,8}}$|，(?:总[数量额])?(?:达到?|增至|增加到|升至|降至)$"
)
_BY_MORE = re.compile(
    r"[、\s]{0,2}(?:也就是说|即)?(?:同比|[比较][^，。]{1,10}?)[多少](?P<what>[一-龥]{0,3}?)了?"
)
_AGAIN = re.compile(r"[、\s]{0,2}[一-龥]{2,6}?(?=同比|比|较|净|大?幅?[增提上下减降回缩升扩]|占)")
_MEASURES = {"面积": "面积", "长度": "里程", "人": "人数", "户": "户数", "家": "家数"}
"""What a unit says of what it measures."""
_BARE = re.compile(
    rf"[、\s]{{0,2}}(?:{_PREFIX}){{0,3}}(?:{CHANGE_WORDS})(?:了|率|幅度?|比例|为|高?达到?|也|又|均|各|约|的幅度为?){{0,2}}"
)


def _bare(words: Words, figures: list[Figure]) -> bool:
    """Whether a change or a multiple is said of what was spoken of, not of something else."""
    lead = CLAUSE.split(words.text[slice(*figures[0].lead)])[-1]
    if OVER in figures[0].roles:
        earlier = words.text[words.sentence[0].lead.start : figures[0].lead.start]
        return not names_other(name_of(lead.partition("超")[0]), earlier)
    if (
        lead in ("的", "）的", "多", "少", "多了", "少了")
        or _BARE.fullmatch(lead)
        or _BARE_MULTIPLE.fullmatch(lead)
    ):
        return True
    if _explained(words, figures[0]):
        return True
    more = _BY_MORE.fullmatch(lead)  # 全年归集9亿元，同比多归集
    if more is not None:
        return more["what"] in words.text[words.sentence[0].lead.start : figures[0].lead.start]
    again = _AGAIN.match(lead)  # 比重由68%上升为74%，比重提高了
    if again is None or _BARE.fullmatch(lead, again.end()) is None:
        return False
    earlier = words.text[words.sentence[0].lead.start : figures[0].lead.start]
    return again[0].strip("、 ") in earlier or _is_measured(words, figures[0], again[0])


def _is_measured(words: Words, change: Figure, name: str) -> bool:
    """Whether a name says no more than the unit of the figure before: 由30亩发展到270亩，面积."""
    before = [f for f in words.sentence if f.span < change.span]
    return bool(before) and name.strip("、 ") == _MEASURES.get(before[-1].dimension)


def _explained(words: Words, change: Figure) -> bool:
    """Whether the figures behind a change say what has changed: 时间压缩6%（由40小时降至20小时）,
    比上年多300人次，达到2万人次."""
    following = next((f for f in words.sentence if f.span > change.span), None)
    return following is not None and _OF_THAT.match(words.text, *following.lead) is not None


_SHORT = re.compile("缺口|[尚仍还]")
_ADDED = re.compile("(?:新[增设建开]|增[设补加]|纳入|补充|调入)了?$")
_TAKEN = re.compile(
    "[、，；](?:同时)?(?:删[除去减]?|取消|撤销|撤并|合并|核减|减少|退出|注销|淘汰|调出|划出|关闭|关停|清退|清理|剔除)了?[0-9]"
)


def _unbroken(words: Words, figures: list[Figure]) -> bool:
    """Whether nothing else is counted between the first figure and the later of the others: a
    change belongs to what was counted last."""
    change, *others = figures
    if _is_of_part(words.text, others):
        return False
    first, last = min(others, key=place_of), max(others, key=place_of)
    if words.text.startswith("、", first.span.end) and _SHORT.search(words.text, *change.lead):
        return False  # 包括上级1800万元、县级986万元，尚有缺口: what is short is short of a whole
    begun = begins(words.text, first.span.start, "。\n")
    among = words.text.find("其中", begun, first.span.start) >= 0
    if among and _SHORT.search(words.text, *change.lead):
        return False  # 已落实，其中省级960万元，……，捐赠96万元；尚有缺口
    if ENDS.search(words.text, *change.lead) and "差距" in change.roles:
        return False  # 10.2%、9.1%和8.6%，末位3.9%，首末位相差
    if is_of_all(words.text, change, others) or {"差距", "上期"} <= change.roles:
        return False  # 差距比上年的1645元缩小: that was another gap
    if change.span < min(figure.span for figure in others):
        own = words.text[others[0].lead.start] == "，" and NAMED_TIME.search(
            words.text, *change.lead
        )
        return not own and _explained(words, change)
    if change.span < others[0].span:
        return _BASE_BEHIND.fullmatch(words.text, *others[0].lead) is not None
    if "上期" in others[0].roles and _has_owner(words, *others[:2]):
        return False
    between = [f for f in words.sentence if last.span < f.span < change.span]
    return not any(figure.roles & {"数量", "百分数"} for figure in between)


def _has_owner(words: Words, base: Figure, other: Figure) -> bool:
    """Whether an earlier state is that of a figure before it, not of the one behind: 出口5亿元，为
    上年同期4亿元的1.2倍，进口3亿元."""
    before = [f for f in words.sentence if f.span < base.span]
    if base.span > other.span or not before:
        return False
    return before[-1].dimension == base.dimension and "变幅" not in before[-1].roles


def _upward(words: Words, figures: list[Figure]) -> bool:
    """Whether more is better, so that less does not reach an aim."""
    return not any(
        _KEPT.search(words.text, figure.lead.start, figure.span.end + _VAGUE) for figure in figures
    )


def _agrees(words: Words, figures: list[Figure]) -> bool:
    """Whether the sign of a change, if it has one, is the way from the second figure to the
    third."""
    change, first, last = figures
    if _ADDED.search(words.text, *change.lead) and _TAKEN.match(words.text, change.span.end):
        return False  # 由22条增至26条，新增5条、删除1条: not what is more in the end
    losses = [_LOSS.search(words.text, *f.lead) is not None for f in (first, last)]
    if losses[0] != losses[1]:
        return False  # 结余520万元，上年为亏损318万元，增加838万元
    if "上期" in last.roles and "终点" not in last.roles:
        return False  # 进口比上年25亿元降2%，出口比上年51亿元增19%: two states of last year's
    if first.dimension == change.dimension == PERCENT and not _is_of_rate(words, change, first):
        return False
    if not change.sign:
        return True
    if _BETTER in words.text[slice(*change.lead)]:
        return last.value != first.value  # less is better, or more
    return (last.value > first.value) == (change.sign > 0) and last.value != first.value


def _is_of_rate(words: Words, change: Figure, rate: Figure) -> bool:
    """Whether a change in percent may be one of a rate: not 占比由38%提高到61%，床位总量增长50%."""
    subject = subject_of(CLAUSE.split(words.text[slice(*change.lead)])[-1])
    name = name_of(CLAUSE.split(words.text[slice(*rate.lead)])[-1])
    return min(len(subject), len(name)) < LEAST or is_called(subject, name)


_LOSS = re.compile("(?:亏损|赤字|逆差|净流出)[^，。；0-9]{0,4}$")


def _rated(_words: Words, figures: list[Figure]) -> bool:
    """Whether what is more than was aimed at is told as a share of it, and not as an amount."""
    return figures[0].dimension in (PERCENT, TIMES)


def _opposes(words: Words, figures: list[Figure]) -> bool:
    """Whether a change is told the wrong way round: the figures fall, and the word is 增加."""
    change, first, last = figures
    if _BETTER in words.text[slice(*change.lead)]:
        return False  # less of some things is better
    falls = last.value < first.value
    return bool(change.sign) and last.value != first.value and falls == (change.sign > 0)


def _backwards(_words: Words, figures: list[Figure]) -> bool:
    """Whether a change is just that from the later of two figures to the earlier, as they are
    printed: a difference in their own unit, or in percent."""
    change, first, last = figures
    difference = abs(last.value - first.value)
    if change.dimension != PERCENT:
        alike = change.dimension == first.dimension or (
            change.dimension == POINTS and first.dimension == PERCENT
        )
        return alike and change.value == difference
    return bool(first.value) and abs(difference / first.value - change.value) <= change.step


def _rising(_words: Words, figures: list[Figure]) -> bool:
    """Whether no figure is said to be a fall."""
    return all(figure.sign >= 0 for figure in figures)


def _rivals(words: Words, figures: list[Figure]) -> bool:
    return is_compared(words.text, words.sentence, figures)


def _points(words: Words, figures: list[Figure]) -> bool:
    """Whether a change is just the difference of two percentages as they are printed, and not
    about what one of them has changed by."""
    change, first, last = figures
    difference = abs(last.value - first.value)
    if not first.value or change.value != difference:
        return False
    if any(f.dimension == POINTS and f.value == difference for f in words.sentence):
        return False  # 处置量增长3.3%，处置率由95.1%到98.4%，也提高3.3个百分点
    rounded = (change.step + (first.step + last.step) / first.value) / 2
    room = min(rounded, max(change.step, change.value / _TENTH))
    return abs(difference / first.value - change.value) > room


_OF_SOME = re.compile(
    "其中，?(?!同比|[比较与])[一-龥]{2,12}(?:增长|增加|下降|减少|提高|上升|降低)$"
)


def _paired(words: Words, figures: list[Figure]) -> bool:
    if _is_of_part(words.text, figures[1:]) or _is_of_last(words, figures):
        return False
    if _OF_SOME.search(words.text, *figures[0].lead):
        return False  # 其中教育支出增长12%
    if is_paired(words.text, words.sentence, figures):
        return True
    in_turn = figures[0].turn[1] > 1  # 分别下降6.3%、8.5%和8.7%: each has its own pair
    return not in_turn and _is_only_pair(words, figures)


def _is_of_last(words: Words, figures: list[Figure]) -> bool:
    """Whether a change that stands before two states is that of the figure right before it:
    用电量86亿千瓦时，同比增长4.5%；……由111.6万元提高到117.8万元."""
    change, *states = figures
    if change.span > min(state.span for state in states):
        return False
    kind = states[0].dimension
    before = any(f.span.end == change.lead.start and f.dimension != kind for f in words.sentence)
    return before and _BARE.fullmatch(words.text[slice(*change.lead)].lstrip("，")) is not None


def _is_only_pair(words: Words, figures: list[Figure]) -> bool:
    """Whether nothing but two states of two times can be meant by a change that names nothing: no
    third count of their unit stands in the passage, and the three follow each other."""
    change, earlier, later = figures
    alike = [f for f in words.sentence if f.dimension == earlier.dimension]
    if sorted(alike[:2], key=place_of) != sorted((earlier, later), key=place_of):
        return False
    if alike[2:] != [change] or "。" in words.text[alike[1].span.end : change.span.start]:
        return False
    told = _WHILE.sub("", words.text[slice(*change.lead)])
    return not earlier.roles.isdisjoint(("上期", "前期")) and len(told) <= _FEW


def _is_of_part(text: str, states: list[Figure]) -> bool:
    """Whether the later told of two states is that of a part, the other that of the whole:
    存栏由46万头减少到28万头，其中母猪2.6万头，下降9.7%."""
    first, *_, last = sorted(states, key=place_of)
    within = "其中" in last.roles or "其中" in text[first.span.end : last.span.start]
    return within and "其中" not in first.roles


def _earned_and_spent(words: Words, figures: list[Figure]) -> bool:
    """Whether one figure is what came in, and the other what went out."""
    came, went = (words.text[slice(*figure.lead)] for figure in figures)
    return "收入" in came and "支出" not in came and "支出" in went and "收入" not in went


def _against(_words: Words, figures: list[Figure]) -> bool:
    """Whether one change is said to be a rise and the other a fall."""
    one, other = figures
    return one.sign * other.sign < 0


CHANGES: dict[str, Condition] = {
    "against": Condition(_against, 2),
    "earned-and-spent": Condition(_earned_and_spent, 2),
    "bare": Condition(_bare, 1),
    "unbroken": Condition(_unbroken),
    "upward": Condition(_upward),
    "agrees": Condition(_agrees, 3),
    "rated": Condition(_rated, 1),
    "opposes": Condition(_opposes, 3),
    "backwards": Condition(_backwards, 3),
    "rising": Condition(_rising),
    "rivals": Condition(_rivals, 3),
    "points": Condition(_points, 3),
    "paired": Condition(_paired, 3),
}
