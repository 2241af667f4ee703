"""rate_claims: what a rate or a share is said to be of, by the words of its clause.

核减率 is said of 核减, 优质案件占 of 优质案件, 占有效问卷的 of the figure before, in 有效问卷,
新增就业完成年度目标的 of 新增就业, in 年度目标; 按户数计 says in what it is counted.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.units import PERCENT
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.intervals import Interval

Kind = Literal["rate", "share", "aim"]

_CLAUSE = re.compile(r"[，。；：（）\n]")
_IS = re.compile(
    "(?:已经?|仍|则|也|均|都|仅|只|约|大约|为|是|高?达到?|超过?|近|不足|不到|逾|到|至|了|接近|突破|只有|恰好|正好|刚好|约为|[升降]|提高|下降)*$"
)
_BASIS = re.compile(
    "[，（]?按(?:照)?(?P<by>[^，。；：0-9]{1,10}?)(?:来|口径)?(?:计算|统计|核算|测算|计|算)"
)
_BASE = re.compile(
    "[以按](?P<of>[^，。；：0-9以按]{2,12}?)(?:的?总?数量?|人数)?[为作](?:计算)?(?:基数|分母)"
)
_BY = (
    ("人", "人数|人口|人次"), ("户", "户数|户"), ("面积", "面积|亩数"),
    ("元", "金额|资金|投资|产值|价值"), ("个", "个数"), ("件", "件数"), ("项", "项数"),
)  # fmt: skip
_SIZE_FIRST = re.compile("(?:面积|户数|人数|里程|金额)(?=[一-龥]{2})")
_AIM = re.compile(
    "(?P<said>[^，。；]{0,14}?)(?:完成|达到|[为是占])了?(?P<of>[^，。；0-9]{0,8}(?:任务|目标|计划|指标)(?:任务|总?数|目标|总量)?)的$"
)
_SHARE = re.compile(
    "(?P<said>.{0,20}?)(?:所|约|仅|只|已|大约)?占(?!比|有|用|地|领)(?:到(?!位)|了)?(?P<of>.{0,18}?)(?:的?(?:比重|比例|比率?|份额))?的?$"
)
_HAS_SHARE = re.compile("占(?!比|有|用|地|领)")
_RATIO = re.compile("(?P<said>.{0,20}?)的?(?:所?占比重?|所?占?比例|比重|份额)$")
_DOING = (
    "支出|执行|拨付|收获|播种|栽插|收割|施工|征收|入库|拆除|改造|采购|完成|安装|铺设|整改|收购"
    "|缴费|造林|接种|清理|登记|签约|发放|栽植|移栽|摸排|核查|录入"
)
_RATE = re.compile(f"(?P<said>.{{2,16}}?)(?:(?:比|化)?率|(?<={_DOING})进度)$")
_CUT = re.compile("(?P<said>[核审压节缩削精][减约支简])率(?:为|达到?|仅|约|是|只有|高达){0,2}$")
"""What is called like a change and is a rate."""
_ENDED = re.compile("的?(?:比重|比例|占比|份额)?(?:已经?)?[由从].*$|的?(?:比重|比例|占比|份额)$")
_AT_FRONT = re.compile(
    "^(?:其中|截至目前|目前|到目前|今年以来|同时|另外|该|其|上述|以上|[、和及与])+"
)
_NOT_OF_COUNTS = re.compile(
    "增长|增[速幅长]|[利汇税费]率|收益|负债|毛利|利润|贡献|死亡|出生|自然|失业|城[镇市]化|森林|绿化|植被|绿地|存贷|不良(?:贷款)?率|充足|杠杆|使用|利用|产能|负荷|出租|周转|投资回报|自给"
    "|普及|参与|入学|巩固|知晓|满意|发病|患病|感染|成活|回报|弹性|依存|优惠|折|浓度|含量|湿度|坡度|误差|准确|命中|差错"
    "|序时|平均|年均|贫困发生|转化|就业|机械化|商品化|渗透|抚养|密度|强度|起诉率|批捕|不捕|羁押"
)
_AIMED = re.compile(
    "力争|确保|争取|预期|预计|要求|今后|不[低高少多]于|以上的?目标|目标(?:值|为|是|$)|应达"
)
_PLANNED = re.compile("(?:提出|[到至]20[0-9]{2}年)[^。；]{0,40}$")
_INLINE = re.compile("）?[一-龥]{0,12}的")
_NUMBER = re.compile("（?[0-9.，]{1,14}[万亿千百]{0,2}[一-龥]{1,4}$")
_INLINE_OF = re.compile(
    "(?:占|相当于|[为是]|达到?)(?P<of>[^，。；：（）0-9比]{2,16})(?:（[^（）]{0,4}）)?$"
)
_GOES_ON = re.compile("(?:和|、|及|与|以及|，)[0-9]{1,3}(?:\\.[0-9]{1,2})?%")
"""占41.0%和33.4%: in turn."""
_TOGETHER = re.compile("合计|[两三四五]类|综合|总体|平均|合起来|总的|上述|扣除|剔除")
_MEASURE = re.compile(
    "增加值|产值|收入|投资|贷款|存款|利润|销售|出口|进口|税(?=收)|消费|支出|资产|面积|产量|营收"
)
_FAR = 60
_TENTH = Decimal("0.1")
_NEARLY = Decimal("0.05")


class Claim(NamedTuple):
    """``said``: what the ratio is said of, "" for the figure before it; ``of``: the whole that it
    names, or ""; ``basis``: the dimension that it is counted in, or ""; ``told``: the clause before
    that of a share which is said of nothing; ``inline``: the whole is the figure right before it,
    占户籍人口（68.3万人）的."""

    ratio: Figure
    kind: Kind
    said: str
    of: str
    basis: str
    told: str = ""
    inline: bool = False


def claim_of(text: str, ratio: Figure) -> Claim | None:
    """What a percentage is said to be of; None of a change, an aim, and what counts do not make."""
    if ratio.dimension != PERCENT or ratio.turn[1]:
        return None
    if ratio.roles & CHANGE_ROLES:
        cut = _CUT.search(text, *ratio.lead)
        return Claim(ratio, "rate", cut["said"], "", "") if cut else None
    if not 0 < ratio.value < 1 or not ratio.roles.isdisjoint(("起点", "上期", "高低")):
        return None
    if _GOES_ON.match(text, ratio.span.end) or text[ratio.lead.start] in "和与及":
        return None
    head = text[max(0, ratio.lead.start - _FAR) : ratio.lead.start]
    if _NUMBER.search(head) and _INLINE.fullmatch(text, *ratio.lead):
        whole = _INLINE_OF.search(_NUMBER.sub("", head))
        return Claim(ratio, "share", "", whole["of"], "", inline=True) if whole else None
    lead = text[max(ratio.lead.start, ratio.lead.end - _FAR) : ratio.lead.end]
    *others, clause = _CLAUSE.split(lead)
    if _AIMED.search(clause) or _PLANNED.search(lead) or (others and _TOGETHER.search(others[-1])):
        return None
    basis = _BASIS.search(lead[-len(clause) - 16 :])
    if basis is not None:
        clause = clause.replace(basis[0].lstrip("，（"), "")
    clause = _IS.sub("", clause) if not clause.endswith("的") else clause
    found = _read(_AT_FRONT.sub("", clause), ratio)
    if found is None:
        return None
    kind, said, of = found
    said = said.rstrip("的")
    by = basis["by"] if basis else _size_of(of)
    size = _SIZE_FIRST.match(said) if kind == "rate" and not by else None
    if size is not None:
        by, said = size[0], said[size.end() :]  # 面积整改率
    told = others[-1] if others and kind == "share" and not said else ""
    return Claim(ratio, kind, said, of or _base(text, ratio), _dimension(by), told)


def _base(text: str, ratio: Figure) -> str:
    """The whole that a sentence says it counts in: 以应检车辆为基数."""
    if "基数" not in text[max(0, ratio.lead.start - _FAR) : ratio.lead.end]:
        return ""
    start = begins(text, ratio.span.start, "。；\n")
    told = [*_BASE.finditer(text, start, ratio.span.start)]
    return told[-1]["of"] if told else ""


def _read(clause: str, ratio: Figure) -> tuple[Kind, str, str] | None:
    """The kind of a claim, what it is said of, and the whole that it names."""
    aim = _AIM.fullmatch(clause)
    if aim is not None:
        return "aim", aim["said"], aim["of"]
    share = _SHARE.fullmatch(clause)
    if share is not None:
        return "share", share["said"], share["of"]
    if _HAS_SHARE.search(clause):
        return None
    share = _RATIO.fullmatch(clause)
    if share is not None:
        kind: Kind = "rate" if share["said"] and not clause.endswith("占比") else "share"
        return kind, share["said"], ""
    if "/" in ratio.name and not ratio.roles.isdisjoint(("占比", "终点")):
        said, _, of = ratio.name.partition("/")
        of = _ENDED.sub("", of)  # 占基金支出的比重由上年的71.2%降到
        return "share", said, of
    rate = _RATE.fullmatch(clause)
    if rate is not None:
        return None if _NOT_OF_COUNTS.search(clause) else ("rate", rate["said"], "")
    worded = ratio.limit and not ratio.about and ratio.step in (_TENTH, 0)
    if worded and len(clause) > 3 and not clause.endswith("的"):
        return "share", clause, ""
    return None


def _size_of(of: str) -> str:
    """The name of a whole if that says in what it is counted: 总户数."""
    return of if of.endswith(("户数", "人数", "面积", "金额")) else ""


def _dimension(by: str) -> str:
    """The dimension that 按户数计 asks for."""
    return next((unit for unit, words in _BY if by and re.search(f"(?:{words})$", by)), "")


def is_other_measure(said: str, told: str) -> bool:
    """Whether words tell of another measure than what a claim is said of: of 民营经济税收 no
    增加值."""
    measures = _MEASURE.findall(said)
    own = _MEASURE.findall(told)
    return bool(measures and own) and set(measures).isdisjoint(own)


def told_interval(ratio: Figure) -> Interval:
    """What may have been told so. 近六成 is nearer to six tenths than to five, and decimals may
    have been cut off."""
    value, step = ratio.value, ratio.step
    if ratio.limit == "≲":
        return Interval(value - min(_NEARLY, value / 4), value + max(step, _NEARLY) / 10)
    if ratio.limit:
        return ratio.interval
    return Interval(value - step / 2, value + step)
