"""subsets: counts that are said to be some of what an earlier sentence counted, and are more.

隐患126处。上述隐患已整改132处; 常住226户。常住户中通自来水的262户; 全年立案86件。上半年立案93件:
the words before the second take the first up, and nothing before it in the passage is as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import EARLIER, context, shares_pair
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.facts.wholes import Overflow

_REFERS = re.compile(
    r"其中|上述|这些|这批|该批|[一-龥]{2}[中里](?:，|[已有]|[一-龥]{1,10}[的有])|[上下]半年|[一二三四]季度|仓容|库容|从[一-龥]{2,6}看|(?:^|[，。；])(?:[共仍还就])?有$"
)
_THESE = re.compile(r"(?:上述|这些|这批|该批)(?P<of>[一-龥]{2,8})")
_AMONG = re.compile(
    r"(?:^|[，。；])(?:在|从)?(?P<of>[一-龥]{2,8})[中里](?![心央小共国学等部间期医])(?=，|[已有]|[一-龥]{1,10}[的有])"
)
_ALSO = re.compile("[和、](?=[0-9])")
_AMONG_ALL = re.compile("[，。；]?在?(?P<of>[一-龥]{2,8})中，(?P<what>[一-龥]{2,12})$")
_PART_OF = re.compile("其中，?[一-龥、]{2,10}?(?:总?长度?|面积|总数|总量|总人数)?(?:为|有|达|共)?$")
_WHOLE = re.compile(
    "(?:全长|总长度?|[总占]+[地用]?面积|总里程|总人口|总数|总投资)(?:为|约?|达|共)?$"
)
_ELSEWHERE = re.compile(
    "\n|单幅|双幅|折算|单线|累计|另|还有|新增|此外|连同|全[省市县区镇乡]|今年|[去上]年|当年|近年|各[县乡镇村区地]"
)
_CLASS = ("以上", "以下", "以内", "及以上", "及以下")
_STOPS = re.compile("[，。；：、（]|其中")
_WITHIN = re.compile(r"(?:[上下]半年|[一二三四]季度|前[两三]季度)(?P<of>[一-龥]{2,10})$")
_YEAR = re.compile(r"全年|一年来|今年(?!上)|去年|[0-9]{4}年|年度")
_SEEN = re.compile("(?:^|。)从[一-龥]{2,6}看，(?P<of>[一-龥“”]{2,16}?)(?:就|便)?(?:有|达|为|占)?$")
_HELD = re.compile("现有|共有|登记|在册|辖|建有|(?:查处|受理|发生|接报|办理)[^，。；]{0,8}各类")
_ALL_KINDS = re.compile("各类|共|全部|总|累计")
_SOME_OF = re.compile("(?:^|[，。；])(?:[共仍还就])?有$")
_PREDICATE = re.compile("[一-龥]{2,}")
_STORES = (("仓容", "存"), ("库容", "蓄"))
"""What there is room for, and what is in there."""
_MORE = re.compile(
    "累计|历年|存量|旧存|结转|同比|包括|[及和含与]|另|超[过额出]|总数|使|新(?!生)|还有|外"
)
_BETWEEN = re.compile("除此|此外|另外|同时|同期|上年|去年")
_NOT_WHOLE = CHANGE_ROLES | EARLIER | {"目标", "前期", "部分", "增量", "均值", "起点"}
_NOT_PART = CHANGE_ROLES | EARLIER | {"均值", "目标", "总数", "终点"}
_PARTS = re.compile("组成|构成|领导|牵头")
_NO_COUNT = (PERCENT, POINTS, TIMES, DOUBLINGS)
_NAME = re.compile("(?:[户人]|人员)$")
_PLACE = re.compile("全[国省市县区]")
_LEAST, _NOUN, _ASIDE = 2, 3, 12


def may_refer(words: str) -> bool:
    """Whether the words of a sentence may take up what another has counted."""
    return _REFERS.search(words) is not None


def find_subsets(text: str, passage: list[Figure], own: list[Figure]) -> Iterator[Overflow]:
    """The counts of ``own``, a sentence of ``passage``, that are more than that of which they are
    some."""
    for part in own:
        if not (part.about or part.limit or part.dimension in _NO_COUNT):
            if _ALSO.match(text, part.span.end):
                continue  # 上述两项的1.60亿元和0.30亿元: each of another whole
            whole = _longer(text, passage, part)
            if whole is None and not part.roles & _NOT_PART:
                whole = _exceeded(text, passage, part)
            if whole is not None:
                yield Overflow(whole, part)


def _exceeded(text: str, passage: list[Figure], part: Figure) -> Figure | None:
    """The count that the words before a part take up, and that is less."""
    lead = _lead(text, passage, part)
    before = [f for f in passage if f.span < part.span and f.dimension == part.dimension]
    if any(f.value >= part.value for f in before):
        whole = _named_before(text, before, lead)
        return whole if whole is not None and whole.value < part.value else None
    for whole in reversed([f for f in before if not f.about and f.unit == part.unit]):
        if (
            not whole.roles & _NOT_WHOLE
            and not _PARTS.search(lead)
            and not _BETWEEN.search(text, whole.span.end, part.span.start)
            and _is_taken_up(text, whole, lead, part)
        ):
            return whole
    return None


def _longer(text: str, passage: list[Figure], part: Figure) -> Figure | None:
    """The whole length, area or number that the sentence before tells, if part of it, behind 其中,
    is more: 全长22.6公里，……。其中桥梁总长26.2公里."""
    if not _PART_OF.search(text, *part.lead):
        return None
    before = [f for f in passage if f.span < part.span and f.unit == part.unit]
    before = [f for f in before if not text.startswith("/", f.span.end)]  # 40公里/小时
    if len(before) != 1 or before[0].about or before[0].value >= part.value:
        return None
    between = text[before[0].span.end : part.lead.end]
    told = _WHOLE.search(text, *before[0].lead) and between.count("。") == 1
    return before[0] if told and not _ELSEWHERE.search(between) else None


def _lead(text: str, passage: list[Figure], part: Figure) -> str:
    """The words before a part, with the limit of the class that it counts: 罚款10万元以上的81件."""
    lead = text[slice(*part.lead)]
    if not lead.startswith(_CLASS):
        return lead
    limits = [f for f in passage if f.span.end == part.lead.start]
    return text[limits[0].lead.start : limits[0].lead.end] + lead if limits else lead


def _is_called(text: str, whole: Figure, of: str) -> bool:
    """Whether the words before a count end with a name, or the count itself does: 已结案78件……在
    已结案件中."""
    clause = _STOPS.split(text[slice(*whole.lead)])[-1]
    end = text[whole.span.end - 1]
    long = len(of) > _NOUN
    named = of.endswith(end) and clause.endswith(of[:-1])
    begun = of.startswith(clause) and len(clause) >= _NOUN  # 已销号68个……在已销号图斑中
    return clause.endswith(of) or (long and (named or begun))


def _named_before(text: str, before: list[Figure], lead: str) -> Figure | None:
    """The only figure that the words before a part call by its whole name: 裁决结案812件……在裁决结
    案中，一裁终局的."""
    among = _AMONG_ALL.match(lead)
    if among is None or _MORE.search(lead):
        return None
    called = [f for f in before if _is_called(text, f, among["of"])]
    plain = len(called) == 1 and not called[0].roles & (_NOT_WHOLE - {"部分", "其中"})
    return called[0] if plain else None


def _is_taken_up(text: str, whole: Figure, lead: str, part: Figure) -> bool:
    """Whether the words before a part say that it is some of the whole."""
    told = context(text, whole)
    these = _THESE.search(lead)
    if these is not None:
        more = _MORE.search(lead, these.start())
        return more is None and shares_pair(these["of"], told)
    for among in _AMONG.finditer(lead):
        if _names(text, whole, among["of"]):
            return _MORE.search(lead, among.end()) is None
    if _is_kind(text, whole, lead, part) or _has_noun(text, whole, lead, part):
        return True
    within = _WITHIN.search(lead)
    if within is not None:
        stretch = text[slice(*whole.lead)]
        other = _YEAR.search(lead) is not None  # 2023年上半年, behind 2024年
        return not other and _YEAR.search(stretch) is not None and told.endswith(within["of"])
    return not _MORE.search(lead) and any(
        room in told and stored in lead and whole.lead.end <= part.lead.end
        for room, stored in _STORES
    )


def _is_kind(text: str, whole: Figure, lead: str, part: Figure) -> bool:
    """Whether a part is told of one kind of all that the sentence before counts: 各类违法640起。
    从类型看，未戴头盔的就有705起."""
    seen = _SEEN.search(lead)
    between = text[whole.span.end : part.lead.end]
    aside = text[part.span.end : part.span.end + _ASIDE]
    if (
        seen is None
        or _MORE.search(lead)
        or _MORE.search(aside)
        or between.count("。") > 1
        or "\n" in between
    ):
        return False
    return _ALL_KINDS.search(text, *whole.lead) is not None


def _has_noun(text: str, whole: Figure, lead: str, part: Figure) -> bool:
    """Whether a part is told, with something of its own, of what all are called: 现有合作社312家……
    有336家合作社账目不规范."""
    if not _SOME_OF.search(lead) or not _HELD.search(text, *whole.lead):
        return False
    if _MORE.search(lead.rstrip("有还仍共")) or _PLACE.search(lead):
        return False
    noun = text[slice(*whole.lead)].rstrip("有共为达到约")[-_NOUN:]
    behind = text[part.span.end : part.span.end + _NOUN + 3]
    return behind.startswith(noun) and _PREDICATE.fullmatch(behind[len(noun) :]) is not None


def _names(text: str, whole: Figure, of: str) -> bool:
    """Whether words call what a whole counts, by the end of what stands before it or the beginning
    of what stands behind: 常住226户, 常住户中; 招收新生412人, 新生中."""
    before = text[slice(*whole.lead)].rstrip("有共为达到约")
    name = _NAME.sub("", of)
    told = len(name) >= _LEAST and before.endswith(name)
    return told or before.endswith(of) or text.startswith(of, whole.span.end)
