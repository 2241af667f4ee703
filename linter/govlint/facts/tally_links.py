"""tally_links: whether the words make a figure the sum of those that stand in a list beside it."""

from __future__ import annotations

import re

from govlint.facts.figure import Figure
from govlint.facts.links import shares_pair
from govlint.facts.partition import divide
from govlint.facts.sum_links import is_summed
from govlint.text.numerals import parse_numeral

_STOP = re.compile("[，。；：\n]")
_SUM = re.compile(r"[合共总]计|总共|一共|总数|(?<!公)共(?!同|享|建|青|产)|累计|加起来|相加")
_THESE = re.compile(r"^(?:上述|以上|这(?=[些几两三四五六七八九十]))")
_STANDING = re.compile(r"总数|累计|[现还]?共有|达到?")
_NEW = re.compile(r"[新扩改续]建|新增|新|增加")
_NUMBERED = re.compile(
    r"(?P<n>[两二三四五六七八九十])(?:大|个|项|类|种|部分|方面|批|家|期|年|级|地|镇|乡|村|县|者|块)"
)
_COMPOSED = re.compile(r"[组构]成")
_DIVIDES = re.compile(
    r"[按从][^，。；0-9]{0,12}[分看](?:[，：]|$)|由|：|即|包括|包含|分为|构成|涵盖"
)
_OPENED = re.compile(r"[按从][^，。；0-9]{1,12}?[分看][，：]|：(?=[^：]*$)")
_NOT_ALL = re.compile("其中|等|另|此外|[主重]要|含|还有|新增")
_AMONG = re.compile("[^，。；]{0,8}[，。（：]其中")
_NEXT_LINE = re.compile("。 ?\n[^，。；\n]{0,24}")
"""The total opens the line behind its list."""
_SEVERAL = 3
_HAN_NAME = re.compile("[共计][一-龥]{3,}$")
_CLOSE = 10
_NAME = re.compile(r"^[，、；：和及与]+")
_FILLERS = re.compile(
    r"[合共总]计|总共|一共|总数|总|共|累计|加起来|上述|以上|全年|全部|[全我本][省市县区镇乡村院校厂站场所局部]|实际|已|均|为|达到?|有|了|是|的|数|量|额|[0-9]{4}年|年末|年底|目前|现"
)


def is_tallied(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether words make the parts all that the total counts; not where they say so plainly,
    which is asked of sums that are further off, too (see FIG314)."""
    if is_summed(text, counts, [total, *parts]):
        return False
    wholes = [part for part in parts if part.roles & {"总数", "累计"}]
    if any(part.value == total.value for part in parts):
        return False
    if wholes and not (wholes == parts[:1] and _opens_list(text, total, parts)):
        return False
    if total.span < parts[0].span:
        return _is_divided(text, counts, total, parts)
    return _is_added(text, counts, total, parts)


def _opens_list(text: str, total: Figure, parts: list[Figure]) -> bool:
    """Whether what looks like a total begins a list that 、 joins, up to the real one:
    共获金牌19枚、银牌18枚、铜牌27枚，奖牌总数."""
    joined = all(text.startswith("、", part.lead.start) for part in parts[1:])
    follows = parts[-1].span.end == total.lead.start and text.startswith("，", total.lead.start)
    return joined and follows and _HAN_NAME.search(text, *parts[0].lead) is not None


def _is_added(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether a figure is said to be the sum of the list before it: 共, 上述, 三项."""
    _, *clauses = _STOP.split(text[total.lead.start - 1 : total.lead.end])
    if not clauses:
        return False
    clause = clauses[-1]
    near = text[parts[-1].span.end : total.span.start]
    summed = _SUM.search(clause) or _THESE.search(clause) or _COMPOSED.search(near)
    numbered = _NUMBERED.search(clause)
    counted = numbered is not None and parse_numeral(numbered["n"]) == len(parts)
    if (numbered and not counted) or not (summed or counted):
        return False
    if "\n" in near.strip() and not _NEXT_LINE.fullmatch(near):
        return False
    if _STANDING.search(clause) and _NEW.search(text, parts[0].lead.start, parts[-1].span.start):
        return False  # 新建2个、扩建3个，共有8个: with those of earlier years
    rest = _FILLERS.sub("", clause)
    told = text[parts[0].lead.start : total.lead.start]
    whole = _THESE.search(clause) or _COMPOSED.search(near)
    named = len(rest) < 2 or shares_pair(rest, told) or whole is not None
    ends = {text[part.span.start - 1] for part in parts}
    named = named or ends == {rest[-1]}  # 金牌8枚、银牌6枚，奖牌总数
    return (named or counted) and _is_list(text, [f for f in counts if f != total], parts)


def _is_divided(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether the list behind a figure is said to be all of it: 由……组成, 按……分."""
    near = text[total.span.end : parts[0].span.start]
    behind = text[parts[-1].span.end : parts[-1].span.end + 8]
    if near.count("。") > 1 or "；" in near or behind.startswith("等"):
        return False
    if _NOT_ALL.search(near):
        return _is_all_among(text, counts, total, parts)
    numbered = _NUMBERED.match(behind)
    if numbered is not None or _COMPOSED.match(behind):
        whole = numbered is None or parse_numeral(numbered["n"]) == len(parts)
    else:
        whole = _DIVIDES.search(near) is not None or parts[0].turn[1] == len(parts)
    over = sum(part.value for part in parts) > total.value
    if not whole and over and "总数" in total.roles and len(near) <= _CLOSE:
        names = [_NAME.sub("", text[slice(*part.lead)]) for part in parts]
        whole = divide(names, listed=True, persons=False) and near.startswith("，")
    after = [f for f in counts if f.span > parts[-1].span]
    more = bool(after) and text[parts[-1].span.end] in "、和，；\n"
    return whole and not more and _is_list(text, [f for f in counts if f != total], parts)


def _is_all_among(text: str, counts: list[Figure], total: Figure, parts: list[Figure]) -> bool:
    """Whether the list behind 其中 names so many kinds, apart from each other, that it is likely
    all there is: 147人，其中公务员52人、事业人员81人、工勤人员14人."""
    near = text[total.span.end : parts[0].span.start]
    among = _AMONG.match(near)
    if among is None or _NOT_ALL.search(near, among.end()) or len(parts) < _SEVERAL:
        return False
    marks = {text[part.span.end] for part in parts[:-1]}
    if len(marks) > 1 or not marks <= set("、，") or text[parts[-1].span.end] in "、和（":
        return False
    names = [_NAME.sub("", text[slice(*part.lead)]).removeprefix("其中") for part in parts]
    names[0] = names[0].rpartition("其中")[2]
    return divide(names, listed=True, persons=False) and _is_list(
        text, [f for f in counts if f != total], parts
    )


def _is_list(text: str, others: list[Figure], parts: list[Figure]) -> bool:
    """Whether figures stand in one list, and it begins with the first of them."""
    between = text[parts[0].span.end : parts[-1].span.start]
    marks = {text[part.span.end] for part in parts[:-1]}
    if len(marks - set("（）")) > 2 or "其中" in between or "。" in between:
        return False
    if any(text[part.lead.start : part.lead.end] in ("，", "；") for part in parts):
        return False  # 小学58人，初中60人，18人跨学段: said of some of them
    before = [f for f in others if f.span < parts[0].span]
    if not before:  # the passage may begin inside a list
        return text[max(0, parts[0].lead.start - 1) : parts[0].lead.start] != "；"
    gap = text[before[-1].span.end : parts[0].span.start]
    return "。" in gap or "：" in gap or _OPENED.search(gap) is not None
