"""whole_lists: a count, and right behind it a list of bare names that all but adds up to it.

286户，低保户103户，五保户67户，重残户126户: no word says that these are all, but the list tells
nothing else than names, all of them of its unit, and is a slip away from the count before it. What
has a verb of its own (新增, 改造) is counted for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.facts.figure import Figure, written_as
from govlint.facts.partition import divide, may_nest
from govlint.facts.tallies import Tally, counts_of
from govlint.facts.units import PERCENT
from govlint.text.slips import is_slip

_NAME = r"(?P<name>[一-龥]{1,8}(?:（[一-龥、]{1,8}）)?(?:[一-龥]{1,4})?)"
_HEAD = re.compile(
    r"[^，。；、：0-9]{0,12}[，：。（]\n?(?P<opened>其中[，：]?|[按从分][一-龥]{1,6}[分看](?:[，：]|[为成有]：?)|包括|涉及|分别[是为]|具体[是为看][，：]?)?"
    rf"{_NAME}"
)
_NEXT = re.compile(rf"(?P<mark>[，、；和及]|以及|，?其中){_NAME}")
NOT_NAME = re.compile(
    r"新|增|建(?:设(?!$)|[成立])|推进|完成|实现|培训|达到|开展|创建|安置|落实|改造|治理|惠及|覆盖|带动|同比|[比较每均按已]|去年|上年|累计|另|共|总|以[上下内]|级及"
    r"|组织|召开|举办|听取|审议|走访|慰问|接待|参加|发放|印发|出台"
)
_NOT_IN_BRACKETS = re.compile(
    r"推进|培训|达到|惠及|覆盖|带动|同比|[比较每均已]|去年|上年|累计|另|共|总|以[上下内]|级及|审议|慰问|接待|发放"
)
"""The same where the list is all that the brackets tell: 85公里（新建38公里、扩建47公里）."""
_ALL = re.compile(
    r"，(?:全(?:[校院局县市区镇乡村厂站所园系部]|公司|街道|年级|班)|(?P<period>上半年|下半年|全年|前三季度)"
    r"|(?:概算|预算|估算|工程|项目)?总(?:人数|户数|数|量|额|面积|长度?|里程|投资|产[量值]|规模)(?![^，。；0-9]{2}))"
    r"[^，。；0-9]{0,8}$"
)
_LAST_NAME = re.compile(rf"(?:^|[，。；：、\n])[^，。；：、\n]{{0,4}}?{_NAME}$")
_PERIODS = {
    "上半年": ("一季度", "二季度"),
    "下半年": ("三季度", "四季度"),
    "全年": ("上半年", "下半年"),
    "四季": ("一季度", "二季度", "三季度", "四季度"),
    "前三季度": ("一季度", "二季度", "三季度"),
}
_DIVIDES = re.compile("[按从分][^，。；0-9]{1,10}?[分看][，：]|：")
_TIME = re.compile("[上下]半年|[一二三四]季度|全年|前三季度")
_LEVEL = re.compile("[国家省市县区乡]级$")
_EVENTS = ("次", "场", "场次", "期", "回")
"""Of what is done several kinds are told side by side: 召开会议6次，组织视察3次、调研4次."""
_INVOLVED = re.compile("[^涉]{0,14}涉及")
_MORE = "、和及等"
_DIGIT = re.compile("[0-9]")
_MOST = 8
_FEW = 2
_SURE = Decimal("0.8")
"""So many squares of the steps: figures that were rounded seldom all were in one direction."""


def find_whole_lists(text: str, passage: list[Figure], own: range) -> Iterator[Tally]:
    """The counts within ``own`` that the list behind them misses by a slip."""
    for counts in counts_of(passage):
        for place, total in enumerate(counts):
            if total.span.start in own and not total.roles & {"其中", "部分"}:
                for read in (_list_behind, _list_before):
                    parts = read(text, passage, counts, place)
                    found = _compared(text, total, parts) if len(parts) >= _FEW else None
                    if found is not None:
                        yield found


def _list_behind(
    text: str, passage: list[Figure], counts: list[Figure], place: int
) -> list[Figure]:
    """The counts of the list that begins right behind one, if it has an end and bare names."""
    total = counts[place]
    if place and _is_member(text, passage, counts[place - 1], total):
        return []
    parts: list[Figure] = []
    names: list[str] = []
    marks: set[str] = set()
    opened = among = False
    for figure in counts[place + 1 : place + 1 + _MOST]:
        lead = text[slice(*figure.lead)]
        said = (_NEXT if parts else _HEAD).fullmatch(lead)
        before = parts[-1] if parts else total
        if said is None or not _is_next(passage, before, figure):
            break
        if parts:
            marks.add(said["mark"])
        else:
            among = (said["opened"] or "").startswith("其中")
            opened = bool(said["opened"]) and not among
        names.append(said["name"])
        parts.append(figure)
    closed = not opened and not among and _are_in_brackets(text, total, parts, names)
    if any(map((_NOT_IN_BRACKETS if closed else NOT_NAME).search, names)):
        return []
    opened = opened or closed
    if len(parts) < _FEW or (total.unit in _EVENTS and not opened):
        return []
    if len(marks - {"和", "及", "以及"}) > 1 or len(set(names)) < len(names):
        return []
    if text[parts[-1].span.end : parts[-1].span.end + 1] in _MORE:
        return []
    if len(parts) == _FEW and (
        among
        or _INVOLVED.match(text, *parts[0].lead)
        or (not opened and not _are_both(text, parts[-1].span.end, names))
    ):
        return []  # 其中市级54万元、县级93万元: there may be more
    return parts if _are_apart(names) else []


def _is_member(text: str, passage: list[Figure], before: Figure, total: Figure) -> bool:
    """Whether a count is one of a list that has begun before it: 摩托车19人，行人13人，汽车11人."""
    said = _NEXT.fullmatch(text, *total.lead)
    listed = said is not None and said["mark"] in "，、；" and _is_next(passage, before, total)
    return listed and _DIVIDES.search(text, *before.lead) is not None


def _are_apart(names: list[str]) -> bool:
    """Whether nothing is likely to be counted under two names."""
    if divide(names, listed=True, persons=False):
        return True
    return len(names) > _FEW and not may_nest(names)


def _are_in_brackets(text: str, total: Figure, parts: list[Figure], names: list[str]) -> bool:
    """Whether a list is all that stands in the brackets behind a count: 1328万亩（水田168万亩、旱田
    1160万亩）; not two of the levels that there are."""
    if len(parts) < _FEW or (len(parts) == _FEW and any(map(_LEVEL.search, names))):
        return False
    return text[total.span.end] == "（" and text.startswith("）", parts[-1].span.end)


def _are_both(text: str, end: int, names: list[str]) -> bool:
    """Whether two parts are all there is: not 一期1.2亿元，二期2.2亿元，三期视情推进."""
    if any(map(_LEVEL.search, names)):
        return False
    return text[end : end + 1] != "，" and divide(names, listed=False, persons=True)


def _list_before(
    text: str, passage: list[Figure], counts: list[Figure], place: int
) -> list[Figure]:
    """The counts of the list right before one that is said to be that of all: 小学部742人，初中部
    518人，全校1260名."""
    total = counts[place]
    told = _ALL.match(text, *total.lead)
    if told is None or place < _FEW:
        return []
    place_in, size = counts[place - 1].turn
    if size >= _FEW and place_in == size <= place:  # 三村分别有1260亩、980亩和1430亩，总面积
        return counts[place - size : place]
    parts: list[Figure] = []
    names: list[str] = []
    for figure in reversed(counts[max(0, place - _MOST) : place]):
        said = _LAST_NAME.search(text, *figure.lead)
        if said is None or not _is_next(passage, figure, parts[0] if parts else total):
            return []
        parts.insert(0, figure)
        names.insert(0, said["name"])
        if not _NEXT.fullmatch(text, *figure.lead):
            break
    if len(parts) < _FEW or (not told["period"] and any(map(NOT_NAME.search, names[1:]))):
        return []
    if told["period"] and any(map(NOT_NAME.search, names)) and not _is_one(text, parts, total):
        return []
    period = _PERIODS.get(told["period"] or "")
    if told["period"] == "全年" and len(parts) == len(_PERIODS["四季"]):
        period = _PERIODS["四季"]
    if told["period"]:
        leads = [text[slice(*part.lead)] for part in parts]
        return parts if period and _are_periods(leads, period) else []
    return parts if divide(names, listed=True, persons=False) else []


def _is_one(text: str, parts: list[Figure], total: Figure) -> bool:
    """Whether one thing is told for all times: 上半年完成投资……，全年完成投资."""
    first, *others = (_TIME.sub("", text[slice(*f.lead)]).strip("，；、") for f in (*parts, total))
    return all(each in ("", first) for each in others)


def _are_periods(leads: list[str], several: tuple[str, ...]) -> bool:
    """Whether the parts are told for the times that make up that of the whole, in order."""
    return len(leads) == len(several) and all(
        time in lead for time, lead in zip(several, leads, strict=True)
    )


def _is_next(passage: list[Figure], before: Figure, figure: Figure) -> bool:
    """Whether nothing but the share of a count stands between it and the next."""
    between = (f for f in passage if before.span < f.span < figure.span)
    return all(f.dimension == PERCENT for f in between)


def _compared(text: str, total: Figure, parts: list[Figure]) -> Tally | None:
    """What a total should be, if the parts make it but for a slip in it or in one of them."""
    made = sum((part.value for part in parts), Decimal(0))
    room = _SURE * sum(figure.step * figure.step for figure in (total, *parts))
    if (made - total.value) ** 2 <= room:
        return None
    expected = written_as(text, total, made)
    if any(part.value >= total.value or made - part.value == total.value for part in parts):
        return None  # 核定24名，在编19名、借调6名，空编5名: one of them is none of the whole
    for figure in (total, *parts):
        wanted = made if figure is total else total.value - (made - figure.value)
        printed = text[slice(*figure.span)]
        several = len(_DIGIT.findall(printed)) > 1 or figure is not total
        written = written_as(text, figure, wanted) if wanted > 0 else ""
        if several and len(written) == len(printed) and is_slip(written, printed):
            return Tally(total, parts, expected)
    return None
