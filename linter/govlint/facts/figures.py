"""figures: the quantities of a text, sentence by sentence, each with the part it plays."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure, Sentence, roles_of, shared
from govlint.facts.list_roles import begins_within
from govlint.facts.means import mean_of
from govlint.facts.neighbours import NEIGHBOURS
from govlint.facts.printed import BEHIND, Printed, digits_at, is_told
from govlint.facts.roles import part_of
from govlint.facts.units import COUNTED, PERCENT, SCALES, UNITS
from govlint.facts.worded import Worded
from govlint.text.span import Span

_NOUGHT = Decimal(0)
_ABOUT = (
    "至少",
    "最多",
    "高于",
    "低于",
    "多于",
    "少于",
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "不多于",
    "力争",
)
_LIMITS = {"约": "~", "近": "≲", "接近": "≲", "不足": "<", "不到": "<", "超": ">", "超过": ">",
           "逾": ">", "过": ">", "突破": ">"}  # fmt: skip
"""What the word before a figure says of the exact one: it is about this, less, or more."""
_VAGUE = {"左右": "~", "多": "≳", "有余": "≳", "强": "≳", "弱": "≲"}
"""The same for the word behind it."""
_BEFORE = re.compile(
    r"(?:(?<![签预履节违解合邀失])约|(?<![附临靠最])近|接近|不足|不到|(?<![不未])超过|(?<![赶反])超(?!过)|逾|(?<![通经不超])过|突破)$"
)
_BEFORE_ENDS = ("约", "近", "足", "到", "过", "超", "逾", "破")
_OF_WHOLE = re.compile(
    "，[^，。；0-9]{0,3}(?P<limit>超过|不足|不到|接近|达到|超)(?P<whole>[^，。；0-9]{1,10})的$"
)
"""超过参会人员的三分之二: the word that limits a share stands before what it is a share of."""
_AIM_BEHIND = re.compile(r"的[一-龥]{0,5}?(?:目标|任务|计划|指标)(?![的书])")
_SHARE_BEHIND = re.compile(
    "的(?:占比|比重|比例)(?:[^，。；0-9要目标准]{0,4}(?:说明|反映|表明|显示|意味|印证|凸显|体现|可见|足以|虽|仍|依然))"
)
"""Behind a share that says what it tells: 25%的占比说明."""
_AIM_DONE = re.compile(
    "[一-龥]{0,10}(?:任务|目标)(?:已|均|全部|全面|圆满|超额|提前|如期|顺利){0,3}(?:完成|实现)(?![的率])"
)
"""Behind a figure that was aimed at: 4万亩造林任务超额完成."""
_NOTHING = re.compile(r"[，、（](?:仅|只|还|仍|尚|已|即|也就是|几乎|将)?")
_AIMED = ("以内", "以下", "以上")
_BOUNDS = {"以上": ">", "以下": "<", "以内": "<"}
_INCLUDED = ("（含）以", "（不含）以", "（含本数）以")
_STOPS = "，。；、（）\n"
_OVER = ("余", "多")
_GOAL = re.compile(r"目标|指标|任务|要求|标准")
"""不高于 of a target is the target itself."""
_HAN = re.compile("[一-龥]")
_SET = re.compile("(?:确定|下达|规定|要求)[^，。；]{0,20}$")
_ON_BASE = re.compile("的?基[础数]上|为(?:基[数期]|起点)")
_EACH = re.compile("均|每|单价|亩产")
_RANGE = "—～~至-"


def find_figures(text: str, printed: list[list[Printed]]) -> list[Sentence]:
    """The figures of each sentence in which one may depend on others, in order. ``printed``: what
    :func:`printed.find_printed` gives."""
    return [
        read_sentence(text, each, number)
        for number, each in enumerate(printed)
        if is_told(text, each)
    ]


def read_sentence(text: str, printed: list[Printed], number: int = 0) -> Sentence:
    """The figures of one sentence, with the roles that only their neighbours tell."""
    figures = [_figure(text, each) for each in printed]
    if begins_within(text, figures[0]):
        figures[0] = figures[0]._replace(roles=figures[0].roles | {"其中"})
    if len(figures) > 1:
        words = text[figures[0].lead.start : figures[-1].span.end + BEHIND]
        for signs, tell in NEIGHBOURS:
            if not signs or True in map(words.__contains__, signs):
                tell(text, figures)
    return Sentence(figures, roles_of(figures), number)


def _read(text: str, printed: Printed) -> tuple[Decimal, Decimal, str, str, str]:
    """The value and what one in its last place is worth, in the base of the dimension, that
    dimension, and the words in and behind a figure that make it less exact."""
    worded = printed.worded
    if worded is not None:
        dimension = UNITS[printed.unit][0]
        return worded.value, worded.step, dimension, worded.some, worded.vague
    number, some, scaled, more, _, per, vague = digits_at(text, printed.start).groups()
    decimals = len(number.partition(".")[2])
    scale, step, dimension = _worth(printed.unit, scaled, decimals, per)
    value = Decimal(number.replace("，", "")) * scale
    return value, step, dimension, some or more or "", vague or ""


@lru_cache(maxsize=512)
def _worth(
    unit: str, scaled: str | None, decimals: int, per: str | None
) -> tuple[Decimal, Decimal, str]:
    """What a number of ``scaled`` units is to be multiplied with, what one in the last of its
    ``decimals`` is worth, nought for a count of single things, and the dimension; 元/吨 is neither
    元 nor 吨."""
    dimension, factor = UNITS[unit][:2]
    scale = factor * SCALES[scaled] if scaled else factor
    single = not decimals and scale == factor and unit in COUNTED
    return scale, _NOUGHT if single else scale.scaleb(-decimals), dimension + (per or "")


def _figure(text: str, printed: Printed) -> Figure:
    """The figure that is printed, with the part it plays."""
    start, end, unit, worded, last = printed
    value, step, dimension, some, vague = _read(text, printed)
    lead, limit, about = _limited(text[last:start], some, vague)
    about = about or text.startswith(_INCLUDED, end)  # 50万元（含）以上的部门
    if limit and dimension not in COUNTED and _HAN.match(text, end + len(vague)):
        about = True  # 超10亿元企业: a class of things, not an amount
    part = part_of(lead, dimension)
    if _AIM_DONE.match(text, end) or (text.startswith("的", end) and _AIM_BEHIND.match(text, end)):
        part = part._replace(roles=part.roles | {"目标"})
    if part.roles.isdisjoint(CHANGE_ROLES) and _ON_BASE.match(text, end):
        part = part._replace(roles=part.roles - {"终点"} | {"起点"})
    if vague in _AIMED and lead.endswith("控制在") and _SET.search(lead):
        part = part._replace(roles=part.roles | {"目标"})
    if vague in _AIMED and "目标" in part.roles:
        about = False  # 控制在3%以内: the aim itself
    told = "占比" in part.roles or _ends_behind(text, end, vague)
    if about and dimension == PERCENT and vague in _BOUNDS and told:
        limit, about = _BOUNDS[vague], False  # 增长7%以上，
    told_behind = dimension == PERCENT and _SHARE_BEHIND.match(text, end) is not None
    whole = ("", "") if told_behind and lead.endswith("，") else _whole_of(worded, lead)
    if whole is not None:
        limit = limit or whole[0]
        part = part._replace(roles=part.roles | {"占比"}, name=f"/{whole[1]}")
    mean = mean_of(lead) if _EACH.search(lead) and dimension != PERCENT else None
    if mean is not None:
        part = part._replace(roles=part.roles | {"均值"})
    if dimension == PERCENT and value > 1 and "比率" in part.roles:
        part = part._replace(roles=part.roles | {"过百"})
    return Figure(
        Span(start, end),
        value,
        step,
        dimension,
        unit,
        about,
        # what 近 limits in 近三成 ends before it; ranges and limits of digits are shown whole
        Span(last, last + len(lead) if worded else start),
        shared(part.roles),
        part.sign,
        part.name,
        limit,
        mean,
    )


def _ends_behind(text: str, end: int, vague: str) -> bool:
    """Whether nothing that could be so great follows a figure: not 增长7%以上的企业."""
    place = end + len(vague)
    return text[place : place + 1] in _STOPS


def _limited(lead: str, some: str, vague: str) -> tuple[str, str, bool]:
    """The words before a figure without those that limit it, its limit, and whether it claims
    to be no more exact than that."""
    limit = "≳" if some in _OVER else some if some == ">" else _VAGUE.get(vague, "")
    about = bool((some and not limit) or (vague and vague not in _VAGUE))
    before = _BEFORE.search(lead) if lead.endswith(_BEFORE_ENDS) else None
    if before is not None:
        return lead[: before.start()], _LIMITS[before[0]], about
    if lead.endswith(_ABOUT):
        return lead.rstrip("至少最多高于低不超过力争"), limit, not _GOAL.search(lead)
    if lead and lead[-1] in _RANGE and (len(lead) == 1 or lead[-2].isdecimal()):
        return lead[:-1], limit, True
    return lead, limit, about


def _whole_of(worded: Worded | None, lead: str) -> tuple[str, str] | None:
    """What a fraction in words is one of, if it is said of what was counted before, and how that
    limits it: 青年105名，不足五分之一; 到会28人，超过代表的三分之二. None of any other figure."""
    if worded is None or worded.unit != PERCENT:
        return None
    of = _OF_WHOLE.search(lead) if lead.endswith("的") else None
    if of is not None:
        return _LIMITS.get(of["limit"], ""), of["whole"]
    return ("", "") if _NOTHING.fullmatch(lead) is not None else None
