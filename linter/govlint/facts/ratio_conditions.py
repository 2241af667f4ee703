"""ratio_conditions: is a rate or a share told of these counts?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce

from govlint.facts.context import CLAUSE, DONE, Condition, Words
from govlint.facts.figure import Figure
from govlint.facts.links import context
from govlint.facts.ratio_links import is_tied
from govlint.facts.ratio_others import is_of_another_measure, is_of_fewer, is_of_others
from govlint.facts.ratio_said import is_said_otherwise, rate_word
from govlint.facts.share_conditions import NEGATED, PLACE, is_share
from govlint.facts.sole_links import is_rest
from govlint.facts.ties import Tie
from govlint.facts.units import PERCENT, TIME
from govlint.text.back import begins
from govlint.text.intervals import add, apart, divide
from govlint.text.numerals import parse_numeral
from govlint.text.slips import is_scaled

_CLOSE = 14
_LIST = 5
_VERB = 6
_BRIEF = 2
_MEASURED_RATE = re.compile(
    r"失业|就业率|增长|贡献|覆盖|城镇化|城市化|死亡|出生|发病|收益|负债|毛利|通胀|渗透|优良|参与|孕产|自然|绿地|绿化|普及|入学"
)
"""Rates that a census or a survey gives, not two counts in the sentence."""
_OF_NEW = re.compile("(?P<new>新|今年|去年|近[一两二三几]年)[^，。；]{1,10}中，")
_SUMMED = re.compile(
    "(?:合计|合起来|[三四五六七]者|[三四五六七][条项类家大][^，。；0-9]{0,4}合计|共)占(?:比)?$"
)
_FAR = 20
_OF_UNIT = re.compile("(?P<unit>[户起件家宗台辆座条项])数$")
_FIRST_OF = re.compile(
    "(?P<first>前)?(?P<n>[两三四五六])(?:[项类者种条家个]|大类)[一-龥]{0,3}?(?:合计|共|约)*占"
)
_ALL_DONE = re.compile("，?[^，。；0-9]{0,8}?(?:全部|全数|均[已按]|都已)")
_ADDED = re.compile("净增|增[量额]|新增")
_OWN_COUNT = re.compile("（[0-9]{1,7}(?P<unit>[^0-9（）]{1,3})）")
_LESS_SO = re.compile("(?:基本|[不较])满意")
_SURVEYED = re.compile("(?P<what>满意|好评|知晓|认可|支持)[率度]$")
"""Rates that those give who are asked."""
_VITAL_RATE = re.compile("(?:出生|死亡|自然增长)率$")
"""Rates that divide by the mean of the year, and not by those counted at its end."""
_DONE_RATES = ("完成", "执行", "落实")
_DUE = re.compile(r"[应需]|计划|任务|目标|下达|列入")
_SO_THAT = re.compile("，?(?:使|让|推动|带动)")
_LATELY = 40
_PLANNED = re.compile(
    r"确保|力争|目标|(?<![列纳]入明年)(?<![列纳]入)计划|争取|预期|预计|要求|今后|今年要|将"
)
_SUED_RATE = re.compile("(?:不起诉|不捕|羁押|批捕)率")
_BROUGHT = re.compile("，(?:使|让|推动|带动|实现|从而)")


def _named(words: Words, figures: list[Figure]) -> bool:
    """Whether the other figure counts that to which the rate gives its name: 整改108处，整改率."""
    rate, other = figures
    word = rate_word(rate)
    if len(word) < 2 or not rate.name.endswith("率") or _MEASURED_RATE.search(rate.name):
        return False
    clause = CLAUSE.split(words.text[slice(*other.lead)])[-1]
    if len(clause) <= _BRIEF:  # 赔付185件，计64万元: what was said before
        clause = words.text[
            max(other.lead.start - _CLOSE, words.sentence[0].lead.start) : other.span.start
        ]
    behind = CLAUSE.split(words.text[other.span.end : rate.lead.end])[0].removesuffix(rate.name)
    if bool(NEGATED.search(clause[-_VERB:] + behind)) != bool(NEGATED.search(rate.name)):
        return False  # 不合格11批，合格率; 还有10件没有办结，办结率
    counts = (f for f in words.sentence if f.span < rate.span and f.dimension == other.dimension)
    if sum(word in words.text[slice(*figure.lead)] for figure in counts) > 1:
        return False  # 整改45个，限期整改5个
    subject = rate.name[:-3].lstrip("其中的")
    place = PLACE.match(subject)
    if place is not None and place[0] not in words.text[slice(*other.lead)]:
        return False  # 我县86个村，合格84个，全省合格率
    earlier = words.text[words.sentence[0].lead.start : rate.lead.start]
    if len(subject) > 1 and not all(char in earlier for char in subject[:2]):
        return False  # 考生437人上线，其中物理类考生上线率: the rate of others
    if word in _DONE_RATES and _is_done(words, clause):
        return True
    return word in clause or any(char in clause[:_VERB] + clause[-_VERB:] for char in word)


def _is_done(words: Words, clause: str) -> bool:
    """Whether a count is what has been done of what was to do: 应改3260户，已改2934户，完成率."""
    return (
        DONE.search(clause) is not None
        and _DUE.search(words.text, words.sentence[0].lead.start, words.sentence[0].span.start)
        is not None
    )


_LEFT = re.compile("(?:剩余?|尚余|还剩|余下)(?:的|下|仅|只|为){0,2}$")
"""What is left is no share that was done."""


def _reported(words: Words, figures: list[Figure]) -> bool:
    """Whether a figure is reported, not aimed at."""
    if "之比" in figures[0].roles:
        return True
    lead = words.text[slice(*figures[0].lead)]
    if _SO_THAT.match(lead):  # 力争新开工8个，使开工率达到
        begun = begins(words.text, figures[0].lead.start, "。；\n", _LATELY)
        lead = words.text[begun : figures[0].lead.end]
    before, share, _ = lead.rpartition("占")
    if _BROUGHT.match(lead):
        start = begins(words.text, figures[0].lead.start, "。；\n")
        before = words.text[start : figures[0].span.start]  # 力争新开工8个，使开工率达到88%
        return _PLANNED.search(before) is None
    return _PLANNED.search(before if share else lead) is None


def _tells(words: Words, figures: list[Figure]) -> bool:
    """Whether a rate or a share is that of the third figure in the second."""
    ratio, whole, part = figures
    if _is_of_something_else(words, figures) or _is_far(ratio, part.value, whole.value):
        return False
    if ratio.turn[1] > 1 and part.turn[1] != ratio.turn[1]:
        return False  # 46家……分别17.9亿元和5.5亿元，占比分别为17.1%和5.2%
    between = words.text[part.span.end : ratio.span.start]
    if "、" in words.text[part.lead.start : part.lead.start + 1]:
        return False  # the last of a list
    if "比率" in ratio.roles and _LEFT.search(words.text, *part.lead):
        return False  # 剩余172处，治理率80%
    if "比率" in ratio.roles and _SUED_RATE.search(words.text, *ratio.lead):
        return False  # of those who were sued and those who were not
    done = rate_word(ratio) in _DONE_RATES
    if "比率" in ratio.roles and part.dimension == TIME:
        return False  # 24小时热线来电10万个，15秒接通率
    if "比率" in ratio.roles and ratio.value > 1 and part.value <= whole.value:
        return False  # more than all is no share of a larger whole
    if (whole.value < part.value and not done) or between.count("）") > between.count("（"):
        return "之比" in ratio.roles
    if "占比" in ratio.roles:
        told = is_share(words, ratio, whole, part)
    else:
        told = "比率" not in ratio.roles or _named(words, [ratio, part])
    return told and not _is_of_sum(words, ratio, part)


def _is_of_something_else(words: Words, figures: list[Figure]) -> bool:
    """Whether the words around a ratio, a whole and parts bind it to another count, or to none."""
    ratio, whole, *parts = figures
    if any(_other_behind(words.text, ratio, part) for part in parts):
        return True
    if _is_count_of_other(words.text, ratio, whole):
        return True
    if len(parts) == 1 and _is_spoken_for(words, ratio, whole, parts[0]):
        return True
    if _is_of_own(words.text, ratio, parts) or _is_mean_of(whole, parts):
        return True
    if is_of_fewer(words.text, ratio, parts) or is_of_others(*words, figures):
        return True
    if "之比" in ratio.roles and is_of_another_measure(words.text, ratio, figures[1:]):
        return True
    return is_said_otherwise(words, ratio, whole, parts)


def _is_mean_of(whole: Figure, parts: list[Figure]) -> bool:
    """Whether only the whole is a mean: what each spends on one thing is some of all that."""
    return "均值" in whole.roles and not all("均值" in part.roles for part in parts)


def _is_spoken_for(words: Words, ratio: Figure, whole: Figure, part: Figure) -> bool:
    """Whether the share right behind a part says what it is of another whole before it: 常住人口
    41.6万人，其中老年人10.4万人，占25.0%。户籍人口48.3万人，老年人占23.1%."""
    behind = next((f for f in words.sentence if f.span > part.span), None)
    if behind is None or behind == ratio or behind.dimension != PERCENT or part.span > whole.span:
        return False
    before = (f for f in words.sentence if f.span < part.span and f.dimension == part.dimension)
    made = (divide(part.interval, each.interval) for each in before if each != whole)
    return any(each is not None and not apart(each, behind.interval) for each in made)


def _is_count_of_other(text: str, ratio: Figure, whole: Figure) -> bool:
    """Whether brackets tell what counts as a whole behind another rate, of whose sort the ratio is
    none: 居家的占72.2%（814人），日间照料的占18.6%（210人）."""
    start, end = whole.span
    if text[start - 1 : start] != "（" or not text.startswith("）", end) or ratio.span < whole.span:
        return False
    return text[start - 2 : start - 1] == "%" and "其中" not in text[end : ratio.span.start]


def _other_behind(text: str, ratio: Figure, part: Figure) -> bool:
    """Whether brackets behind a ratio tell another count that it is of: 开工率为58.8%（20个）."""
    own = _OWN_COUNT.match(text, ratio.span.end)
    return own is not None and own["unit"] == part.unit and part.span.start < own.start()


def _is_of_own(text: str, ratio: Figure, parts: list[Figure]) -> bool:
    """Whether a ratio is that of what is told of a part itself, all of it (52个问题全部销号，整改率
    100%), or that of what has been added to it (净增数占)."""
    new = _OF_NEW.search(text, *ratio.lead)
    if new is not None and not any(new["new"] in text[slice(*part.lead)] for part in parts):
        return True  # 教师4126名，研究生496名。新招聘教师中，研究生占比
    unit = _OF_UNIT.search(ratio.name.partition("/")[0])
    if unit is not None and all(part.unit != unit["unit"] for part in parts):
        return True  # 事故14起、死亡8人，起数占
    first, last = sorted((parts[-1].span, ratio.span))
    if "终点" in ratio.roles and "；" in text[first.end : last.start]:
        return True  # 更新公交车120辆……；通公交率由81.4%提高到86.2%
    cut = len(parts) == 1 or text[parts[0].lead.start] == "、"
    if cut and _SUMMED.search(text, *ratio.lead):
        return True  # 1830册、1260册、930册、710册，合计占: of the whole list
    some = _FIRST_OF.search(text, *ratio.lead)
    if some is not None and (some["first"] or parse_numeral(some["n"]) != len(parts)):
        return True  # 前两类占, 四类占: of others
    if ratio.value == 1 and _ALL_DONE.match(text, parts[-1].span.end, ratio.span.start):
        return True
    added = _ADDED.search(ratio.name) is not None
    return added and not any(_ADDED.search(text, *part.lead) for part in parts)


def _is_far(ratio: Figure, part: Decimal, whole: Decimal) -> bool:
    """Whether a ratio is of another size than that of two figures, and no other unit makes it
    theirs: 过火46.5亩，受害18.3亩，受害率0.009‰."""
    if not ratio.value or not whole or not part:
        return False
    times = part / whole / ratio.value
    return not 1 / _FAR < times < _FAR and not is_scaled(ratio.value, part / whole)


def _is_of_sum(words: Words, ratio: Figure, part: Figure) -> bool:
    """Whether the ratio is that of one to all of a list that it ends or stands in: 达标的48处，未
    达标的12处，占20%."""
    alike = [f for f in words.sentence if f.dimension == part.dimension and f.span < ratio.span]
    if part not in alike or ratio.about or ratio.limit or "%" not in words.text[slice(*ratio.span)]:
        return False  # 不到三成 is true of many sums
    place = alike.index(part)
    for start in range(max(0, place - _LIST), place + 1):
        for end in range(max(place, start + 1) + 1, min(len(alike), place + _LIST) + 1):
            whole = reduce(add, (figure.interval for figure in alike[start:end]))
            share = divide(part.interval, whole)
            if share is not None and not apart(share, ratio.interval):
                return True
    return False


def _tied(words: Words, figures: list[Figure]) -> bool:
    rate = figures[0]
    vital = _VITAL_RATE.search(rate.name) is not None
    vital = vital or _SUED_RATE.search(words.text, *rate.lead) is not None
    asked = _SURVEYED.search(rate.name)
    said = (_LESS_SO.sub("", context(words.text, part)) for part in figures[2:])
    if asked and not any(asked["what"] in each for each in said):
        return False  # 已办结4.76万件，回访群众满意率96.4%; 基本满意的11件
    if vital or not is_tied(words.text, words.sentence, figures):
        return False
    if _is_of_something_else(words, figures):
        return False
    return not _is_of_sum(words, figures[0], figures[-1])


def _tied_to_rest(words: Words, figures: list[Figure]) -> bool:
    ratio, whole, *parts = figures
    return is_rest(Tie(words.text, words.sentence, ratio, whole, parts))


RATIOS: dict[str, Condition] = {
    "reported": Condition(_reported, 1),
    "tells": Condition(_tells, 3),
    "tied": Condition(_tied),
    "tied-to-rest": Condition(_tied_to_rest, 3),
}
