"""ratio_links: whether the words say that a rate or a share is that of some parts in a whole."""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.links import context, follows, is_called, place_of, shares_char
from govlint.facts.units import PERCENT

_NEGATED = re.compile("[不未无缓没免拒非欠]|逾期|超期|除外")
_RATE_END = re.compile(r"化?(?:比率|比例|比重|占比)$|[率度]$")
_MEASURED = re.compile(
    r"失业|就业|增长|贡献|覆盖|城镇|城市|死亡|出生|发病|收益|负债|毛利|通胀|渗透|优良|自然|绿地|绿化|普及|入学|入园|保持|处理|森林|水质|良田"
)
"""Rates that a census, a survey or an instrument gives."""
_ALL = re.compile(
    r"上述|(?<!规模)(?<!限额)以上|[这前两三四五六]+[个项大类者]|合计|合起来|加起来|两者|三者"
)
_WHOLE_TOLD = re.compile(r"[共应总全]|任务|计划|目标|下达|现有|在册|名单")
_OF_ALL = re.compile(
    r"^(?:全[部省市县区镇乡村国]|所有|同期|该|其|辖区|我[省市县区镇乡村])|总?(?:数|量|额|人数|户数)$"
)
_PLACE = re.compile(r"全[国省市县区镇乡村球州盟旗]|世界")
_ABOVE = ("全国", "全省", "世界", "全球")
_AIM = re.compile("[完成为是占，]")
_PLANNED = re.compile("预算|目标|任务|计划|[调核][整减增]")
_DONE_RATES = ("完成", "执行", "落实")
_DONE = re.compile(r"已|完成|实际")
_LEAST = 10
"""Smaller wholes have shares by chance."""


def is_tied(text: str, passage: list[Figure], figures: list[Figure]) -> bool:
    """Whether a rate or a share is probably that of the parts in the whole."""
    ratio, whole, *parts = figures
    if "之比" in ratio.roles:
        before = next((f for f in reversed(passage) if f.span < ratio.span), None)
        if before and before is not whole and "全体" in before.roles:
            return False  # 占全年目标2600万元的52.5%: of that whole
        of = _AIM.split(text[slice(*ratio.lead)])[-1]
        aimed = any(_PLANNED.search(context(text, part)) for part in parts)
        return len(parts) == 1 and not aimed and is_called(of, context(text, whole))
    total = sum(part.value for part in parts)
    beyond = total >= whole.value or ratio.value >= 1 or whole.value < _LEAST
    if beyond and not _is_done_rate(ratio):
        return False  # most
    if "终点" in ratio.roles and any("起点" in f.roles and f.dimension == PERCENT for f in passage):
        return False  # 比重由28%上升到32%
    named = "占比" in ratio.roles and _is_named(text, ratio, whole)
    if "其中" not in parts[0].roles and (
        (_is_part(passage, whole) and not named) or _is_beside(text, whole, parts)
    ):
        return False
    if "占比" in ratio.roles:
        return _is_share_of(text, passage, ratio, whole, parts)
    return _is_rate_of(text, passage, ratio, whole, parts)


def _is_named(text: str, share: Figure, whole: Figure) -> bool:
    """Whether a share says by name what it is of: 专任教师94人……占专任教师的."""
    of = _OF_ALL.sub("", share.name.rpartition("/")[2].strip("的同期"))
    return len(of) > 1 and text[slice(*whole.lead)].rstrip("有共计为达到约").endswith(of)


def _is_part(passage: list[Figure], figure: Figure) -> bool:
    """Whether a figure has a share of its own: 甲20件，占40%."""
    after = next((f for f in passage if f.span > figure.span), None)
    return after is not None and not after.roles.isdisjoint(("占比", "比率"))


def _is_beside(text: str, whole: Figure, parts: list[Figure]) -> bool:
    """Whether the whole and the parts are members of one list: 县城2个、乡镇7个."""
    first, last = sorted((whole, parts[0]), key=place_of)
    return text[last.lead.start] in "、和" and last.lead.start == first.span.end


def _is_done_rate(rate: Figure) -> bool:
    return _RATE_END.sub("", rate.name)[-2:] in _DONE_RATES


def _is_rate_of(
    text: str, passage: list[Figure], rate: Figure, whole: Figure, parts: list[Figure]
) -> bool:
    """Whether a rate is called by what its parts count: 上线率 is that of 287名越过录取线."""
    core = _RATE_END.sub("", rate.name)
    if _is_done_rate(rate):
        done = _DONE.search(text, *parts[0].lead) is not None and len(parts) == 1
        return done and "目标" in whole.roles and "目标" not in parts[0].roles
    about = [context(text, part) for part in parts]
    own = "".join(each.removeprefix("其中") for each in about)
    if len(own) <= len(core) and len(parts) > 1 and own and all(char in core for char in own):
        return True  # 优161天、良177天，优良天数比率
    cut = text[: rate.lead.end].rfind(rate.name)
    if len(core) < 2 or _MEASURED.search(core) or text[cut - 1].isdecimal():
        return False
    if any(bool(_NEGATED.search(each)) != bool(_NEGATED.search(core)) for each in about):
        return False
    near = follows(text, passage, rate, parts[-1])
    if not all(core[-2:] in each or (near and shares_char(core[-2:], each)) for each in about):
        return False
    earlier = text[passage[0].lead.start : rate.lead.start]
    if len(core) > 3 and core[:2] not in earlier:
        return False  # the rate of others
    return whole.span < parts[0].span or _WHOLE_TOLD.search(text, *whole.lead) is not None


def _is_other_place(place: re.Match[str], of: str, lead: str) -> bool:
    """Whether a whole is one of another place than a share is of: 占全国的, 全县12亿元."""
    if place[0] in lead:
        return False
    return place.end() == len(of) or place[0] in _ABOVE or _PLACE.search(lead) is not None


def _is_share_of(
    text: str, passage: list[Figure], share: Figure, whole: Figure, parts: list[Figure]
) -> bool:
    """Whether 甲占乙的 speaks of the parts and of the whole."""
    said_of, _, of = share.name.rpartition("/")
    said_of = said_of.strip("，、其中分别约在的合计")
    place = _PLACE.match(of)
    if place is not None and _is_other_place(place, of, text[slice(*whole.lead)]):
        return False
    of = _OF_ALL.sub("", of.strip("的同期"))
    if len(parts) > 1:
        if not _ALL.search(share.name.rpartition("/")[0]):
            return False
    elif len(said_of) > 1:
        words = context(text, parts[0])
        denied = bool(_NEGATED.search(said_of)) != bool(_NEGATED.search(words))
        if said_of[-2:] == of[-2:]:
            said_of = said_of[:-2]  # 涉水投资占水利投资的
        if denied or not is_called(said_of, words):
            return False
    elif not follows(text, passage, share, parts[0]):
        return False
    if len(of) > 1:
        return is_called(of, context(text, whole))
    between = text[whole.span.end : parts[0].span.start]
    return whole.span < parts[0].span and ("。" not in between or "。其中" in between)
