"""part_conditions: are these figures parts of that whole, and may they be added up?"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.context import DONE, Condition, Words
from govlint.facts.disjoint import are_disjoint, part_name
from govlint.facts.figure import Figure
from govlint.facts.part_others import (
    is_told_behind,
    is_undivided,
    leave,
)
from govlint.facts.sum_links import is_narrower, is_part_list, is_summed
from govlint.facts.summable import is_summable
from govlint.facts.whole_list_conditions import is_whole_list

_OF_EACH_BEHIND = re.compile("[一-龥]{0,4}?(?:平均|均|每)")
_OF_EACH = re.compile("每[一-龥]{1,2}(?:每[一-龥])?$")
_CLOSE = 14
_HAS = re.compile("(?<!新)[设建配办开]有?(?P<noun>[一-龥]{2})$")
_LACKING = re.compile("(?:的?资金)?(?:缺口|差额)")
_NOT_COUNTED = re.compile("[^，。；（]{0,6}（(?:[不未](?:计入|含|包[括含]|纳入|列入)|另[计行])")
_SOME_OF = re.compile("[一-龥、]{1,20}中，")
_NOT_PLAIN = frozenset(("起点", "上期", "其中", "部分", "之中"))
_CHANGED = CHANGE_ROLES | {"起点", "上期", "基准"}
_AMONG = re.compile("。?(?P<of>[一-龥]{2,12})中，")


def _next(words: Words, figures: list[Figure]) -> bool:
    """Whether no figure of the same dimension stands between two, or, where a sentence ends
    between them, also none before the first: 其中 may be said of either."""
    one, other = sorted(figures[:2], key=lambda figure: figure.span)
    between = words.text[one.span.end : other.span.start]
    if between.count("）") > between.count("（"):
        return False  # what stands in brackets has no parts outside of them
    if _is_called_otherwise(words, one, other):
        return False
    if "另起" in other.roles and _SOME_OF.match(words.text, one.span.end):
        return False  # 19名驾乘人员中，……。从年龄看，60岁以上21人: of all of them
    before = next((f for f in reversed(words.sentence) if f.span < one.span), None)
    if before and before.dimension == one.dimension and words.text[before.span.end] == "、":
        return False  # 甲5处、乙6处、丙2处，其中: of all of them
    ended = "。" in between or "；" in between
    near = (f for f in words.sentence if (ended or one.span < f.span) and f.span < other.span)
    aside = CHANGE_ROLES | {"之中"}
    if "部分" in other.roles:
        aside |= {"其中", "部分"}  # of one list with it
    return all(f.dimension != one.dimension or f == one or f.roles & aside for f in near)


def _is_called_otherwise(words: Words, whole: Figure, part: Figure) -> bool:
    """Whether what a part is said to be of is what another figure counts: 税收收入12亿元，非税收入5
    亿元。税收收入中，增值税6亿元."""
    of = _AMONG.match(words.text, *part.lead)
    if of is None:
        return False
    names = (
        (f, part_name(words.text[slice(*f.lead)]).rstrip("为达到有共约"))
        for f in words.sentence
        if f.span < part.span and f.dimension == whole.dimension
    )
    return any(f != whole and name == of["of"] for f, name in names)


def _states_between(words: Words, figures: list[Figure]) -> bool:
    """Whether what is counted between two states are states, too: 2022年17户，2023年22户，2024年
    29户; not what came and went: 年初309人，退休17人，新招12人."""
    one, other = sorted(figures[:2], key=lambda figure: figure.span)
    between = (f for f in words.sentence if one.span < f.span < other.span)
    aside = CHANGE_ROLES | {"上期", "前期", "起点", "其中", "部分"}
    return all(f.dimension != one.dimension or f.roles & aside for f in between)


def _alone(words: Words, figures: list[Figure]) -> bool:
    """Whether no list goes on behind a part, or one whose parts may overlap: of a list that
    divides the whole all parts are held against it together."""
    whole, part = figures
    more = [f for f in words.sentence if f.span > part.span and "部分" in f.roles]
    return not more or not are_disjoint(words, [whole, part, *more])


def _part_of_whole(words: Words, figures: list[Figure]) -> bool:
    """Whether a part is some of the whole, and counts nothing that it is said to have: 考点3个，
    其中县一中设考场45个."""
    whole, part = figures
    if _NOT_COUNTED.match(words.text, part.span.end) or "占" in words.text[slice(*part.lead)]:
        return False  # 163家，其中规上151家，占规上企业360家的41.9%
    own = _HAS.search(words.text, *part.lead)
    return own is None or words.text.endswith(own["noun"], *whole.lead)


def _plain(words: Words, figures: list[Figure]) -> bool:
    """Whether figures stand side by side, and none for an earlier or a later state, but for what
    is told with that which it exceeds. A whole that is reached (达到50人) is a later state only
    of another one."""
    if any("基准" in figure.roles for figure in figures):
        return True
    first, *more = figures
    if _OF_EACH.search(words.text, *first.lead):
        return False  # 标准为每人每天400元，其中甲班预算96万元
    changed = any(f.roles & _CHANGED and f.dimension == first.dimension for f in words.sentence)
    aside = _NOT_PLAIN | {"终点"} if more or changed else _NOT_PLAIN
    return all(figure.roles.isdisjoint(aside) for figure in figures)


def _close(words: Words, figures: list[Figure]) -> bool:
    """Whether a sum follows its parts at once."""
    total = figures[0]
    if is_narrower(words.text, total, figures[1]):
        return False
    return total.span < figures[1].span or total.lead.end - total.lead.start <= _CLOSE


def _told_part(words: Words, figures: list[Figure]) -> bool:
    """Whether words make a figure part of another: 其中, or 已整改 of what was found."""
    all_, part, *_ = figures
    if not part.roles.isdisjoint(("其中", "部分")):
        return True
    told = DONE.search(words.text, *part.lead) is not None
    told = told and "；" not in words.text[all_.span.end : part.span.start]
    return told and DONE.search(words.text, *all_.lead) is None and part.value < all_.value


def _unaccounted(words: Words, figures: list[Figure]) -> bool:
    """Whether nothing else of the sentence makes up what is missing: 已拨付2980万元，收回320万元，
    尚余900万元; 尚有43处正在施工、12处没有开工."""
    whole, *parts, rest = figures
    if _OF_EACH_BEHIND.match(words.text, rest.span.end):
        return False  # 其余7家平均不足37家
    if _LACKING.match(words.text, rest.span.end):
        return False  # 已落实4.4亿元，其中……；剩余0.8亿元缺口
    told = words.text[slice(*rest.lead)]
    if "未" in told and not any(DONE.search(words.text, *part.lead) for part in parts):
        return False  # 重大隐患12处，尚未整改3处
    missing = whole.value - sum(part.value for part in parts) - rest.value
    if not missing:
        return True
    if missing > 0 and is_told_behind(words.text, rest, missing):
        return False
    return not _is_made_up(words, figures, missing)


def _is_made_up(words: Words, figures: list[Figure], missing: Decimal) -> bool:
    """Whether other figures of the sentence explain what a whole has beside its parts and rest."""
    whole, *parts, rest = figures
    others = [
        f.value
        for f in words.sentence
        if whole.span < f.span and f not in figures and f.dimension == whole.dimension
    ]
    earlier = [f.value for f in words.sentence if f.span < whole.span and f.unit == whole.unit]
    if sum(part.value for part in parts) == whole.value:
        return True  # 138台，其中96台已用、42台在建；尚有12台
    between = [f for f in words.sentence if whole.span < f.span < rest.span]
    kind = [f.value for f in between if f.dimension == whole.dimension]
    if sum(kind) + rest.value == whole.value or leave(kind, rest):
        return True  # 其中甲12件、乙8件、丙5件、其他3件, 丙 and 其他 alone being read
    if whole.value + rest.value in earlier:
        return True  # 1265户，已签1247户，其中1103户已搬，未签的18户
    if whole.value - rest.value in others:
        return True  # 64个，其中自营52个、托管12个；已有60个完成改造，其余4个
    if any(whole.value - value in others[place:] for place, value in enumerate(others, 1)):
        return True  # 218个，其中2个区有96个，其余6个县共122个
    return missing in others or missing == sum(others)


def _several(_words: Words, figures: list[Figure]) -> bool:
    return len(figures) > 1


def _summable(words: Words, figures: list[Figure]) -> bool:
    return is_summable(words.text, words.sentence, figures)


def _summed(words: Words, figures: list[Figure]) -> bool:
    return is_summed(words.text, words.sentence, figures)


def _parts_of(words: Words, figures: list[Figure]) -> bool:
    called = not _is_called_otherwise(words, *figures[:2])
    return called and is_part_list(words.text, words.sentence, figures)


PARTS: dict[str, Condition] = {
    "disjoint": Condition(are_disjoint),
    "plain": Condition(_plain),
    "summable": Condition(_summable),
    "close": Condition(_close, 2),
    "next": Condition(_next, 2),
    "states-between": Condition(_states_between, 2),
    "alone": Condition(_alone, 2),
    "part-of-whole": Condition(_part_of_whole, 2),
    "told-part": Condition(_told_part),
    "unaccounted": Condition(_unaccounted),
    "whole-list": Condition(is_whole_list),
    "undivided": Condition(is_undivided, 3),
    "several": Condition(_several, 1),
    "summed": Condition(_summed),
    "parts-of": Condition(_parts_of),
}
