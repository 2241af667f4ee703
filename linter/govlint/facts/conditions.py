"""conditions: what the words must tell before figures are held against each other.

The figures of a rule's ``when: same-dimension(a, b)`` come in the order in which it names them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from govlint.facts.change_links import is_compared, is_paired
from govlint.facts.figures import DEFLATION, Figure, is_priced
from govlint.facts.partition import divide
from govlint.facts.ratio_links import is_tied
from govlint.facts.readings import Reading
from govlint.facts.roles import CHANGE_ROLES, CHANGE_WORDS
from govlint.facts.sum_links import is_mean, is_narrower, is_part_list, is_summed, tells_same
from govlint.facts.units import COUNTED, PEOPLE, PERCENT, POINTS
from govlint.records import NamedTuple

_CONDITION = re.compile(r"(?P<name>[a-z-]+)\((?P<of>[\w, ]+)\)")
_CLOSE = 14
_TENTH = 10
_BEHIND = 40
_SENTENCE_END = re.compile(r"[。；！？\n]")
_OVERDONE = re.compile(
    r"超额(?:完成|实现)?(?:了)?(?:[^，。；0-9]{0,6}(?:目标|任务|计划))?|(?:提前|如期|全面)完成(?:[^，。；0-9]{0,6})?(?:目标|任务|计划)|超(?:过|出)?(?:了)?(?:年度|全年|既定|预期)?(?:目标|计划|任务)|圆满完成(?:年度|全年)?(?:目标|任务)"
)
_BETTER = re.compile(
    r"优于|好于|低于|(?:控制|保持)在(?:[^，。；]{0,6})?(?:目标|范围|以内)|(?:达到|完成|实现)(?:了)?(?:[^，。；]{0,6})?(?:目标|任务|要求)"
)
_LIMITED = re.compile(r"不高于|不超过|不大于|不得超过|控制在|低于|以内|以下")
_KEPT = re.compile(r"控制|以内|不超过|不高于|低于|失业|死亡|发病|发生率|事故|逾期|不良|能耗强度为")
_COMPARED = re.compile(r"比|较|同期|净增|净减")
_BASE_BEHIND = re.compile(
    r"[（，](?:而)?(?:上年|去年|上一年|(?:19|20)[0-9]{2}年)(?:同期|末|底)?(?:该项[^，。；0-9]{0,6}|该数)?(?:为|是|仅为?|只有)?"
)
_TO_LAST = re.compile(r"同比|[比较](?:上年|去年|上一年|年初|上月|上半年)|今年|当年")
_NAMED_TIME = re.compile(
    r"(?:19|20)[0-9]{2}年|[0-9一二三四五六七八九十两]年前|末|最高|最低|季度|半年|原来|当初|最初"
)
_ANY_YEAR = re.compile(r"((?:19|20)[0-9]{2})年")
_LAST_YEAR = re.compile(r"同比|上年|去年")
_THAN_YEAR = re.compile(r"[比较](?:19|20)[0-9]{2}年|年初|半年|季度")
_OTHER_TIME = re.compile(r"半年|季度|年初|月|(?:19|20)[0-9]{2}年|年前|原来|当初|最初")
_VERB = 6
_BRIEF = 2
_NOTE = 40
_CONSTANT = re.compile(r"可比|不变价|同口径|同范围|扣除|剔除|修订|基数|名录|普查|统计制度")
_ANY_WHOLE = (
    "总数", "总量", "总额", "总人数", "全部", "任务", "任务数", "目标任务", "年度任务", "年度目标",
)  # fmt: skip
_MEASURED_RATE = re.compile(
    r"失业|就业率|增长|贡献|覆盖|城镇化|城市化|死亡|出生|发病|收益|负债|毛利|通胀|渗透|优良|参与|孕产|自然|绿地|绿化|普及|入学"
)
"""Rates that a census or a survey gives, not two counts in the sentence."""
_DONE_RATES = ("完成", "执行", "落实")
_DONE = re.compile(r"已|完成|实际|通过验收")
_DUE = re.compile(r"[应需]|计划|任务|目标|下达|列入")
_NEGATED = re.compile("[不未无缓没免拒非欠]|逾期|超期|除外")
_PLANNED = re.compile(
    r"确保|力争|目标|(?<![列纳]入明年)(?<![列纳]入)计划|争取|预期|预计|要求|今后|今年要|将"
)
_PREFIX = (
    r"同比|环比|相比|累计|净|大幅度?|均|也|又|共|再|实际|总体|整体|增幅|降幅|平均|[一二三四五六七八九十两]年(?:间|来)?"
    r"|[比较与][^，]{1,16}?(?:相比)?"
)
_BARE_MULTIPLE = re.compile(
    r"(?:是|为|相当于|达到?)?(?:上年|去年|上年同期|去年同期|(?:19|20)[0-9]{2}年|原来|当时|改造前|年初)?的"
)
_SUMS = re.compile(r"[共总支付拨兑投补奖计]|发放|资金|金额|落实|花费|到位|增收|收入|完成")
_OF_THAT = re.compile(
    r"[（，](?:即|已)?[由从][^，。；0-9]{0,8}$|，(?:总[数量额])?(?:达到?|增至|增加到|升至|降至)$"
)
_BY_MORE = re.compile(
    r"[、\s]{0,2}(?:也就是说|即)?(?:同比|[比较][^，。]{1,10}?)[多少](?P<what>[一-龥]{0,3}?)了?"
)
_AGAIN = re.compile(r"[、\s]{0,2}[一-龥]{2,6}?(?=同比|比|较|净|大?幅?[增提上下减降回缩升]|占)")
_PLACE = re.compile(r"全[国省市县区镇乡村球州盟旗]|世界|同类")
_BARE = re.compile(
    rf"[、\s]{{0,2}}(?:{_PREFIX}){{0,3}}(?:{CHANGE_WORDS})(?:了|率|幅度?|为|达到?|也|又|均|各|约|的幅度为?){{0,2}}"
)
_CROSSING = re.compile(
    r"民生|三农|涉农|小微|民间|技改|技术改造|高技术|民营|高新|规上|规模以上|限额|制造业|重点|科技|绿色|普惠"
)
"""What cuts across the other divisions of an amount."""
_MEASURED = ("元", "美元", "面积", "体积", "长度", "质量")
_SHARED = (*_MEASURED, PEOPLE, "电量", "人次")
_BOUNDED = re.compile(
    r"(?:(?<!拨备)(?<!流动性)覆盖|合格|满意|达标|整改|办结|普及|(?<!毛)入学|就业|签约|参保|参合|通过|优良|知晓|回收|处置|结案|及格|升学|发放|好评|成活|绿化|硬化"
    r"|接种|成功|化解|兑现|处理|抽检|入库|建档|履约|响应|受理|查处|销号|落实|开工|竣工|投产|持证|优秀|上线|出勤|参与|控制|净化|无害化|完好|及时|准确|缴费|治愈|抢救|符合|录取|保留|留存|息诉|服判|调解|采纳|规范管理|拆除|清运|修复|适用|上岗|到岗)[率度]$"
    r"|(?<!抚养)(?<!存贷)(?<!流动性)(?<!流动)(?<!速动)(?<!产权)(?<!拨备)(?<!完成)(?<!增长)(?<!担保)(?<!贷款)(?<!杠杆)(?:比例|占比|比重)$"
)
_OPEN = re.compile(
    r"完成|执行|增长|增加|增幅|负债|使用|设备利用|产能利用|时间利用|毛入|巩固|拨备|覆盖|周转|收益|利润|回报|充足|流动|速动|保值|增值|自给|补偿|贡献|抚养"
    r"|依存|超额|产销|达产|兑付|杠杆|担保|贷款|存贷|价格|指数|进度|投资|产权|弹性|换手|实现|毛利|费用|成本|回笼|销售|开机|运行|负荷|储备|偿债|资本|赔付|征收|上缴"
)
"""Rates that may be above all: results against plans, money, machines."""
_LITTLE = Decimal("1.3")
_CLAUSE = re.compile(r"[，：]")
_ALL_OF = re.compile(r"^(?:全[部省市县区镇乡村国]|所有|该|其|我[省市县区镇乡村])")
_LONG = 4
_OF_ALL = re.compile(r"总?(?:数|量|额|人数|户数|面积)$")
_PERSONS = (PEOPLE, "人次", "户", "家")
_NOT_NAME = re.compile(r"^.*(?:其中|[，、；：和及与（]+)")


class Words(NamedTuple):
    """The text, and the figures of the sentence in it."""

    text: str
    sentence: list[Figure]


def condition_fault(condition: str, known: set[str]) -> str:
    """What is wrong with a condition as a rule writes it, or ""; ``known``: the figures that the
    rule binds."""
    name, of = _read(condition)
    if name not in CONDITIONS:
        return f"不认识条件“{condition}”，可用：{'、'.join(CONDITIONS)}"
    if not set(of) <= known:
        return f"“{condition}”里的“{min(set(of) - known)}”没有来处"
    count = _EXACTLY.get(name)
    if count is not None and len(of) != count:
        return f"条件“{name}”要写 {count} 个数，这里写了 {len(of)} 个"
    return ""


def is_met(words: Words, reading: Reading, condition: str) -> bool:
    """Whether ``reading`` meets a condition; one that speaks of other figures is met."""
    name, of = _read(condition)
    if not reading.keys() >= set(of):
        return True
    return CONDITIONS[name](words, [figure for each in of for figure in reading[each]])


@lru_cache(maxsize=128)
def _read(condition: str) -> tuple[str, tuple[str, ...]]:
    """The name of a condition and the figures it speaks of; "" where it is none."""
    match = _CONDITION.fullmatch(condition)
    if match is None:
        return "", ()
    return match["name"], tuple(each.strip() for each in match["of"].split(","))


def _next(words: Words, figures: list[Figure]) -> bool:
    """Whether no figure of the same dimension stands between two, or, where a sentence ends
    between them, also none before the first: 其中 may be said of either."""
    one, other = sorted(figures[:2], key=lambda figure: figure.span)
    between = words.text[one.span.end : other.span.start]
    if between.count("）") > between.count("（"):
        return False  # what stands in brackets has no parts outside of them
    before = next((f for f in reversed(words.sentence) if f.span < one.span), None)
    if before and before.dimension == one.dimension and words.text[before.span.end] == "、":
        return False  # 甲5处、乙6处、丙2处，其中: of all of them
    ended = "。" in between
    near = (f for f in words.sentence if (ended or one.span < f.span) and f.span < other.span)
    return all(f.dimension != one.dimension or f == one or f.roles & CHANGE_ROLES for f in near)


def _alone(words: Words, figures: list[Figure]) -> bool:
    """Whether no list goes on behind a part."""
    return not any(
        "部分" in figure.roles for figure in words.sentence if figure.span > figures[0].span
    )


def _same_dimension(_words: Words, figures: list[Figure]) -> bool:
    return len({PERCENT if f.dimension == POINTS else f.dimension for f in figures}) == 1


def _same_unit(_words: Words, figures: list[Figure]) -> bool:
    """Whether figures are written in one unit; what is counted has but one."""
    return figures[0].dimension not in _MEASURED or len({f.unit for f in figures}) == 1


def _named(words: Words, figures: list[Figure]) -> bool:
    """Whether the other figure counts that to which the rate gives its name: 整改108处，整改率."""
    rate, other = figures
    word = rate_word(rate)
    if len(word) < 2 or not rate.name.endswith("率") or _MEASURED_RATE.search(rate.name):
        return False
    clause = _CLAUSE.split(words.text[slice(*other.lead)])[-1]
    if len(clause) <= _BRIEF:  # 赔付185件，计64万元: what was said before
        clause = words.text[
            max(other.lead.start - _CLOSE, words.sentence[0].lead.start) : other.span.start
        ]
    if bool(_NEGATED.search(clause[-_VERB:])) != bool(_NEGATED.search(rate.name)):
        return False  # 不合格11批，合格率
    counts = (f for f in words.sentence if f.span < rate.span and f.dimension == other.dimension)
    if sum(word in words.text[slice(*figure.lead)] for figure in counts) > 1:
        return False  # 整改45个，限期整改5个
    subject = rate.name[:-3].lstrip("其中的")
    place = _PLACE.match(subject)
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
        _DONE.search(clause) is not None
        and _DUE.search(words.text, words.sentence[0].lead.start, words.sentence[0].span.start)
        is not None
    )


def _reported(words: Words, figures: list[Figure]) -> bool:
    """Whether a figure is reported, not aimed at."""
    if "之比" in figures[0].roles:
        return True
    lead = words.text[slice(*figures[0].lead)]
    before, share, _ = lead.rpartition("占")
    return _PLANNED.search(before if share else lead) is None


def rate_word(rate: Figure) -> str:
    """The word that gives a rate its name: 完成 of 完成率."""
    return rate.name[-3:-1]


def _tells(words: Words, figures: list[Figure]) -> bool:
    """Whether a rate or a share is that of the third figure in the second."""
    ratio, whole, part = figures
    between = words.text[part.span.end : ratio.span.start]
    if "、" in words.text[part.lead.start : part.lead.start + 1]:
        return False  # the last of a list
    done = rate_word(ratio) in _DONE_RATES
    if "比率" in ratio.roles and ratio.value > 1 and part.value <= whole.value:
        return False  # more than all is no share of a larger whole
    if (whole.value < part.value and not done) or between.count("）") > between.count("（"):
        return "之比" in ratio.roles
    if "占比" in ratio.roles:
        return _is_share(words, ratio, whole, part)
    return "比率" not in ratio.roles or _named(words, [ratio, part])


def _is_share(words: Words, share: Figure, whole: Figure, part: Figure) -> bool:
    """Whether the words before and behind 占 fit the part and the whole: 民生支出占全部支出的."""
    said_of, _, of = share.name.rpartition("/")
    said_of = said_of.lstrip("，、其中分别")
    clause = _CLAUSE.split(words.text[slice(*part.lead)])[-1]
    if len(said_of) > 1 and said_of[:2] not in words.text[slice(*part.lead)]:
        return False
    if said_of and bool(_NEGATED.search(clause)) != bool(_NEGATED.search(said_of)):
        return False  # 党员142人，非党员44人，党员占
    if len(said_of) > _VERB or part.span < whole.span:
        return False
    if _is_beside(words, whole, part) or (not of and _other_whole(words, share)):
        return False
    place = _PLACE.search(of)
    lead = words.text[slice(*whole.lead)]
    if place is not None and place[0] not in lead:
        return False
    of = of.strip("同期其的").replace("GDP", "生产总值")
    if len(of) < 2 or of in _ANY_WHOLE:
        return True
    core = _ALL_OF.sub("", _OF_ALL.sub("", of))
    return core[-2:] in lead and (len(core) < _LONG or core[:2] in lead)


def _is_beside(words: Words, whole: Figure, part: Figure) -> bool:
    """Whether the whole is itself told as a share of something: 甲20件，占40%，乙8件，占16%."""
    after = (f for f in words.sentence if f.span > whole.span)
    following = next(after, None)
    return following is not None and "占比" in following.roles and "其中" not in part.roles


def _other_whole(words: Words, share: Figure) -> bool:
    """Whether an earlier share names its whole, which then is that of a bare 占, too."""
    earlier = (f for f in words.sentence if f.span < share.span and "占比" in f.roles)
    return any(figure.name.rpartition("/")[2] for figure in earlier)


def _bare(words: Words, figures: list[Figure]) -> bool:
    """Whether a change or a multiple is said of what was spoken of, not of something else."""
    lead = _CLAUSE.split(words.text[slice(*figures[0].lead)])[-1]
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
    return again[0].strip("、 ") in earlier


def _explained(words: Words, change: Figure) -> bool:
    """Whether the figures behind a change say what has changed: 时间压缩6%（由40小时降至20小时）,
    比上年多300人次，达到2万人次."""
    following = next((f for f in words.sentence if f.span > change.span), None)
    return following is not None and _OF_THAT.match(words.text, *following.lead) is not None


def _per(words: Words, figures: list[Figure]) -> bool:
    """Whether a mean or a price is one for each of those whom the other figure counts."""
    mean, count = figures[0].mean, figures[1]
    if mean is None or count.mean is not None or _is_listed(words, count):
        return False
    if sum(f.mean is not None and f.dimension == figures[0].dimension for f in words.sentence) > 1:
        return False  # several tiers, which the total adds up
    if not mean.per:
        return count.dimension in COUNTED
    if mean.per == count.dimension:
        return count.dimension not in _MEASURED or mean.unit == count.unit
    if mean.per in words.text[count.span.end : count.span.end + 1]:
        return True  # 18个村
    return mean.per in words.text[slice(*count.lead)][-_VERB:]


def _is_listed(words: Words, figure: Figure) -> bool:
    """Whether a figure is one of several that stand side by side: 番茄14亩、辣椒11亩."""
    nearby = (f for f in words.sentence if f.dimension == figure.dimension)
    beside = (f for f in nearby if f == figure or f.lead.start == figure.span.end)
    return any(words.text[f.lead.start] == "、" for f in beside)


def _of_same(words: Words, figures: list[Figure]) -> bool:
    """Whether a mean or a price is told of what the total measures."""
    mean, total = figures[0].mean, figures[1]
    lead = _CLAUSE.split(words.text[slice(*total.lead)])[-1]
    if mean is None or total.mean is not None or total.dimension not in _SHARED:
        return False
    if mean.what:
        return tells_same(mean.what, lead)
    return _SUMS.search(lead) is not None or total.dimension == "质量"


def _note_end(text: str, place: int) -> int:
    """Where the note behind a figure ends: with the sentence behind it, or its paragraph."""
    line = text.find("\n", place, place + _NOTE)
    return line if line >= 0 else place + _NOTE


def _nominal(words: Words, figures: list[Figure]) -> bool:
    """Whether growth at constant prices, which is less than at current ones, explains nothing."""
    change, first, last = figures
    if _CONSTANT.search(words.text, change.span.end, _note_end(words.text, change.span.end)):
        return False  # 增长6.9%（不变价）
    if not first.value or not (is_priced(words.text, first) or is_priced(words.text, last)):
        return True
    return change.sign > 0 and change.value > (last.value - first.value) / first.value + DEFLATION


def _unbroken(words: Words, figures: list[Figure]) -> bool:
    """Whether nothing else is counted between the first figure and the later of the others: a
    change belongs to what was counted last."""
    change, *others = figures
    last = max(others, key=lambda figure: figure.span)
    if change.span < min(figure.span for figure in others):
        own = words.text[others[0].lead.start] == "，" and _NAMED_TIME.search(
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


def _same_base(words: Words, figures: list[Figure]) -> bool:
    """Whether 同比 is not said of a change from another time than last year's."""
    change, base = figures
    before = [f for f in words.sentence if f.span < change.span][-1:]
    told = before[0].lead.start if before and before[0].roles & CHANGE_ROLES else change.lead.start
    if _TO_LAST.search(words.text, told, change.lead.end):
        if _other_base(words, change, base):
            return False
        if "上期" in base.roles and _THAN_YEAR.search(words.text, *base.lead):
            return False
    if "上期" in base.roles or "同比" not in words.text[slice(*change.lead)]:
        return True
    return _OTHER_TIME.search(words.text, *base.lead) is None


def _other_base(words: Words, change: Figure, base: Figure) -> bool:
    """Whether a state is told of another time than the year before that of what follows it."""
    if "起点" not in base.roles or not _NAMED_TIME.search(words.text, *base.lead):
        return False
    earlier = words.text[slice(*base.lead)]
    later = words.text[base.span.end : change.span.start]
    years = _ANY_YEAR.findall(earlier)[-1:] + _ANY_YEAR.findall(later)[:1]
    return len(years) < 2 or int(years[1]) - int(years[0]) != 1


def _compared(words: Words, figures: list[Figure]) -> bool:
    """Whether the words say that a difference is one to an earlier state."""
    return _COMPARED.search(words.text, *figures[0].lead) is not None


def _one_base(words: Words, figures: list[Figure]) -> bool:
    """Whether a rate of change names no state of its own to compare with, or last year's as the
    difference does."""
    rate, difference = (words.text[slice(*figure.lead)] for figure in figures)
    if not _COMPARED.search(rate):
        return True
    return all(
        _LAST_YEAR.search(lead) and not _OTHER_TIME.search(lead) for lead in (rate, difference)
    )


def claim_end(text: str, result: Figure) -> int:
    """Where the words behind a result end that claim that it is what was aimed at, or better; 0
    where there are none."""
    found = _claim(text, result, _OVERDONE) or _claim(text, result, _BETTER)
    return found.end() if found else 0


def _claim(text: str, result: Figure, words: re.Pattern[str]) -> re.Match[str] | None:
    start = result.span.end
    stop = _SENTENCE_END.search(text, start, start + _BEHIND)
    return words.search(text, start, stop.start() if stop else start + _BEHIND)


def _overdone(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that it is more than was aimed at."""
    return _claim(words.text, figures[0], _OVERDONE) is not None


def _kept(words: Words, figures: list[Figure]) -> bool:
    """Whether the words behind a result claim that it stays below a limit, and the limit is one."""
    limit, result = figures
    limited = _LIMITED.search(words.text, limit.lead.start, limit.span.end + _BRIEF + 1)
    return limited is not None and _claim(words.text, result, _BETTER) is not None


def _upward(words: Words, figures: list[Figure]) -> bool:
    """Whether more is better, so that less does not reach an aim."""
    return not any(_KEPT.search(words.text, *figure.lead) for figure in figures)


def _current(words: Words, figures: list[Figure]) -> bool:
    """Whether growth of an indicator is told at current prices."""
    return not is_priced(words.text, figures[0])


def _plain(_words: Words, figures: list[Figure]) -> bool:
    """Whether figures stand side by side, and none for an earlier or a later state."""
    return not any(figure.roles & {"起点", "终点", "上期", "其中", "部分"} for figure in figures)


def _summable(words: Words, figures: list[Figure]) -> bool:
    """Whether figures count something, and are no means."""
    return not any("均值" in f.roles or "均" in words.text[slice(*f.lead)] for f in figures)


def _close(words: Words, figures: list[Figure]) -> bool:
    """Whether a sum follows its parts at once."""
    total = figures[0]
    if is_narrower(words.text, total, figures[1]):
        return False
    return total.span < figures[1].span or total.lead.end - total.lead.start <= _CLOSE


def _agrees(_words: Words, figures: list[Figure]) -> bool:
    """Whether the sign of a change, if it has one, is the way from the second figure to the
    third."""
    change, first, last = figures
    if "上期" in last.roles and "终点" not in last.roles:
        return False  # 进口比上年25亿元降2%，出口比上年51亿元增19%: two states of last year's
    if not change.sign:
        return True
    return (last.value > first.value) == (change.sign > 0) and last.value != first.value


def _opposes(_words: Words, figures: list[Figure]) -> bool:
    """Whether a change is told the wrong way round: the figures fall, and the word is 增加."""
    change, first, last = figures
    falls = last.value < first.value
    return bool(change.sign) and last.value != first.value and falls == (change.sign > 0)


def _told_part(words: Words, figures: list[Figure]) -> bool:
    """Whether words make a figure part of another: 其中, or 已整改 of what was found."""
    all_, part, *_ = figures
    if not part.roles.isdisjoint(("其中", "部分")):
        return True
    told = _DONE.search(words.text, *part.lead) is not None
    told = told and "；" not in words.text[all_.span.end : part.span.start]
    return told and _DONE.search(words.text, *all_.lead) is None and part.value < all_.value


def _several(_words: Words, figures: list[Figure]) -> bool:
    return len(figures) > 1


def _disjoint(words: Words, figures: list[Figure]) -> bool:
    """Whether parts cannot overlap: what is measured, or what a list divides by one axis."""
    whole, *parts = figures
    if not _is_run(words, parts):  # each with a change of its own: views, not parts
        return sum(part.value for part in parts) <= whole.value
    if whole.dimension in _MEASURED:
        leads = (words.text[slice(*part.lead)] for part in parts)
        return not any(_CROSSING.search(lead) for lead in leads)
    names = [_part_name(words.text[slice(*part.lead)]) for part in parts]
    return divide(names, listed=_listed(words, parts), persons=whole.dimension in _PERSONS)


def _listed(words: Words, parts: list[Figure]) -> bool:
    """Whether 、 joins each part to the next."""
    return all(
        words.text[one.span.end : other.span.start].startswith(("、", "和"))
        for one, other in pairwise(parts)
    )


def _is_run(words: Words, parts: list[Figure]) -> bool:
    """Whether no other figure stands between ``parts``."""
    between = (f for f in words.sentence if parts[0].span < f.span < parts[-1].span)
    return all(figure in parts for figure in between)


def _part_name(lead: str) -> str:
    """The name of a part in the words before its figure: 、临时用地 is 临时用地."""
    return _NOT_NAME.sub("", lead)


def _threefold(words: Words, figures: list[Figure]) -> bool:
    """Whether figures are those of the three industries, each once."""
    leads = [words.text[slice(*figure.lead)] for figure in figures]
    each = all(any(f"{n}产" in lead or f"{n}次" in lead for lead in leads) for n in "一二三")
    return len(figures) == 3 and each


def _measured(_words: Words, figures: list[Figure]) -> bool:
    """Whether figures are no percentages."""
    return not any(figure.dimension in (PERCENT, POINTS) for figure in figures)


def _percents(_words: Words, figures: list[Figure]) -> bool:
    return all(figure.dimension == PERCENT for figure in figures)


def _bounded(_words: Words, figures: list[Figure]) -> bool:
    """Whether a rate says how much of something is done or covered; of other rates only what is a
    little above all, if none of that kind can be."""
    name = figures[0].name
    if _BOUNDED.search(name) is not None:
        return True
    return name.endswith("率") and not _OPEN.search(name) and figures[0].value < _LITTLE


def _rivals(words: Words, figures: list[Figure]) -> bool:
    return is_compared(words.text, words.sentence, figures)


def _summed(words: Words, figures: list[Figure]) -> bool:
    return is_summed(words.text, words.sentence, figures)


def _parts_of(words: Words, figures: list[Figure]) -> bool:
    return is_part_list(words.text, words.sentence, figures)


def _mean_of(words: Words, figures: list[Figure]) -> bool:
    return is_mean(words.text, words.sentence, figures)


def _points(_words: Words, figures: list[Figure]) -> bool:
    """Whether a change is just the difference of two percentages as they are printed, and not
    about what one of them has changed by."""
    change, first, last = figures
    difference = abs(last.value - first.value)
    if not first.value or change.value != difference:
        return False
    room = max(change.step, change.value / _TENTH)
    return abs(difference / first.value - change.value) > room


def _tied(words: Words, figures: list[Figure]) -> bool:
    return is_tied(words.text, words.sentence, figures)


def _paired(words: Words, figures: list[Figure]) -> bool:
    return is_paired(words.text, words.sentence, figures)


CONDITIONS: dict[str, Callable[[Words, list[Figure]], bool]] = {
    "same-dimension": _same_dimension,
    "same-unit": _same_unit,
    "bare": _bare,
    "reported": _reported,
    "tells": _tells,
    "disjoint": _disjoint,
    "nominal": _nominal,
    "unbroken": _unbroken,
    "same-base": _same_base,
    "upward": _upward,
    "per": _per,
    "of-same": _of_same,
    "threefold": _threefold,
    "measured": _measured,
    "current": _current,
    "overdone": _overdone,
    "kept": _kept,
    "compared": _compared,
    "one-base": _one_base,
    "plain": _plain,
    "summable": _summable,
    "close": _close,
    "next": _next,
    "alone": _alone,
    "agrees": _agrees,
    "opposes": _opposes,
    "told-part": _told_part,
    "several": _several,
    "percents": _percents,
    "bounded": _bounded,
    "tied": _tied,
    "mean-of": _mean_of,
    "summed": _summed,
    "parts-of": _parts_of,
    "rivals": _rivals,
    "points": _points,
    "paired": _paired,
}
_EXACTLY = {
    "bare": 1, "reported": 1, "several": 1, "alone": 1, "bounded": 1, "current": 1, "compared": 1,
    "overdone": 1, "kept": 2, "one-base": 2,
    "same-base": 2, "close": 2,
    "per": 2, "of-same": 2,
    "next": 2, "tells": 3, "nominal": 3, "agrees": 3, "opposes": 3, "paired": 3, "mean-of": 3,
    "rivals": 3, "points": 3,
}  # fmt: skip
"""How many figures the conditions take that do not take any number."""
