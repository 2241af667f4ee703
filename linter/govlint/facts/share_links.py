"""share_links: whether 甲占乙的 speaks of the parts and of the whole."""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.links import context, is_called
from govlint.facts.ties import NEGATED, Tie

_ALL = re.compile(
    r"上述|(?<!规模)(?<!限额)以上|[这前两三四五六]+[个项大类者]|合计|合起来|加起来|两者|三者"
)
_OF_ALL = re.compile(
    r"^(?:全[部省市县区镇乡村国]|所有|同期|该|其|辖区|我[省市县区镇乡村])|总?(?:数|量|额|人数|户数|面积|里程|金额)$"
)
_IN_TURN = re.compile("(?:的?(?:比重|比例|份额))?(?:分别|依次)")
_PLACE = re.compile(r"全[国省市县区镇乡村球州盟旗]|世界")
_SAID_BEHIND = re.compile(
    "(?:以上)?的(?P<of>[^，。；：、0-9]{2,12}?)都?(?=[，。是为]|成了|主要|集中)"
)
"""占耕地四成的油茶, of which 1920亩 are told only later."""
_NEXT = re.compile("[，（](?:总[量额值数]|规模|数量|金额)?(?:即|为|共|约|计|有|达到?|共计|约为)?")
_ABOVE = ("全国", "全省", "世界", "全球")


def is_named(text: str, share: Figure, whole: Figure) -> bool:
    """Whether a share says by name what it is of: 专任教师94人……占专任教师的."""
    of = _OF_ALL.sub("", share.name.rpartition("/")[2].strip("的同期"))
    return len(of) > 1 and text[slice(*whole.lead)].rstrip("有共计为达到约").endswith(of)


def is_share_of(tie: Tie) -> bool:
    """Whether a share is that of the parts in the whole."""
    if tie.ratio.turn[1] > 1:
        return _is_in_turn(tie)
    said_of, of = named(tie.ratio.name)
    place = _PLACE.match(of)
    if place is not None and _is_other_place(place, of, tie.text[slice(*tie.whole.lead)]):
        return False
    of = _OF_ALL.sub("", of.strip("的同期"))
    if not _is_said_of(tie, said_of, of):
        return False
    if len(of) > 1:
        return is_called(of, context(tie.text, tie.whole))
    between = tie.text[tie.whole.span.end : tie.parts[0].span.start]
    return tie.whole.span < tie.parts[0].span and ("。" not in between or "。其中" in between)


def named(name: str) -> tuple[str, str]:
    """What a share is said of, and what it is a share of: 基金支出中住院费用所占比重."""
    said_of, _, of = _IN_TURN.sub("", name).rpartition("/")
    within, among, said = said_of.rpartition("中")
    if among and len(within) > 1 and not of:
        said_of, of = said, within
    return said_of.strip("，、其中分别约在的合计").removesuffix("所"), of


def _is_said_of(tie: Tie, said_of: str, of: str) -> bool:
    """Whether a share is said of the parts: by their name, or as it follows them."""
    if len(tie.parts) > 1:
        return _ALL.search(tie.ratio.name.rpartition("/")[0]) is not None
    told_next = _NEXT.fullmatch(tie.text, *tie.parts[0].lead) is not None
    if told_next and tie.parts[0].lead.start == tie.ratio.span.end:
        return True  # 研发人员占五分之一，为84人
    if len(said_of) < 2:
        if tie.follows:
            return True
        behind = _SAID_BEHIND.match(tie.text, tie.ratio.span.end)
        if behind is None or tie.parts[0].span < tie.ratio.span:
            return False
        said_of = behind["of"]
    words = context(tie.text, tie.parts[0])
    if said_of[-2:] == of[-2:]:
        said_of = said_of[:-2]  # 涉水投资占水利投资的
    denied = bool(NEGATED.search(said_of)) != bool(NEGATED.search(words))
    return not denied and is_called(said_of, words)


def _is_in_turn(tie: Tie) -> bool:
    """Whether a part has the place in its list that the share has: 三类分别为480、300起，依次占."""
    alike = [f for f in tie.counts if f.turn == tie.ratio.turn]
    return tie.parts == alike and not tie.whole.turn[1] and tie.whole.span < alike[0].span


def _is_other_place(place: re.Match[str], of: str, lead: str) -> bool:
    """Whether a whole is one of another place than a share is of: 占全国的, 全县12亿元."""
    if place[0] in lead:
        return False
    return place.end() == len(of) or place[0] in _ABOVE or _PLACE.search(lead) is not None
