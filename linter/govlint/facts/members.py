"""members: counts that a paragraph tells of those whom an earlier count is of, and that are more.

在岗护林员346人……队伍中，持证的217人，退役军人362人; 其中出租住房248栋……存在隐患的出租住房284栋;
累计投放2860万元……其中8月投放3140万元: other counts and sentences may stand between, but the words
before the second call the first by its name, by its verb, or as a time within its time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import EARLIER, context, shares_pair
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIME, TIMES
from govlint.facts.wholes import Overflow

_AMONG = search_for(
    r"(?:^|[，。；：\n])(?:在|对|从)?(?P<of>[一-龥]{2,16}?)[中里](?![心央小共国学等部间期医])(?=，|[已有]|[一-龥]{1,10}[的有])",
    (("中", "里"),),
    24,
)
_OF_KIND = search_for(
    "(?:^|[，。；：、\n])(?P<which>[一-龥]{2,10})的(?P<noun>[一-龥]{1,8}(?:、[一-龥]{1,8})?)(?:共?有|达到?|多?达)?(?=[0-9])",
    (("的",),),
    32,
)
_WITHIN = search_for(
    "(?:其中，?|[，。；])(?P<time>[上本当]月|(?:1[0-2]|[1-9])月份?|[一二三四]季度|[上下]半年|[今当本]年(?:当年)?)"
    "(?P<what>[一-龥]{2,14}?)(?=[0-9])",
    (("月", "季度", "半年", "今年", "当年", "本年"),),
    30,
)
_SOME = search_for(
    "[，。；\n]其中，?(?P<what>[一-龥]{2,14})(?=[0-9])",
    (("其中",),),
    20,
)
_FILL = re.compile(
    "以上|上述|这些|这批|全部|全体|所有|现有|完成|参加|参与|接受|按时|[所被已受该经获]"
)
_HEAD = re.compile("(?:(?<=.)的[一-龥]{1,4}|队伍|人员|对象|单位|成员|商户|案件|[人者户件])$")
_HELD = re.compile("现有|共有|共|在[岗册职编校院]|登记|配备|设有")
_SO_FAR = re.compile("累计|截[至止]|以来|全年|(?<![0-9])1(?:—|-|至|～)(?:1[0-2]|[2-9])月")
_ANEW = re.compile("新[建增开]")
_BUILT = re.compile("建|增|开|装|投用")
_NO_NAME = re.compile("[，。；：、\n]|其中|[共现]有|登记|在册|摸排|排查出?")
_ENDS = "为达到有共约的"
_MORE = re.compile(
    "累计|历年|往年|[去上前]年|存量|旧存|结转|余额|同比|另|此外|超[过额出]|总[数量]|使|外|新(?![生建])|等|每|均|各"
)
_DOES = re.compile(
    "帮|结对|服务|联系|走访|慰问|带动|发展|吸[引纳]|救助|资助|化解|惠及|辐射|培训|接待|组织|发放|收[到回]|提出|[比较]|覆盖|宣传|救治|推荐|招|授|撤|合并|扩"
)
"""What members do with others, who are counted behind it: 干部中，86人帮扶群众312人."""
_TOOK_PART = re.compile("(?:实际)?(?:参[加与]|领取|完成|通过|到场|出席)")
_LISTED = re.compile("(?:登记|在册|注册|报名)[一-龥]{2}(?:共?有|达到?|为|共)?$")
"""参加投票的选民, of 登记选民: who is on a list may take part."""
_PLACE = re.compile("全(?:国|[省市县区镇乡村局校系][一-龥]?)|[0-9]{4}年|计划|目标|任务|预计|拟|应")
_ASIDE = re.compile("另|此外|与此同时")
_STOP = re.compile("[。\n]")
_NOT_WHOLE = CHANGE_ROLES | EARLIER | {"目标", "前期", "增量", "均值", "起点", "占比", "终点"}
_NOT_PART = CHANGE_ROLES | EARLIER | {"均值", "目标", "总数", "终点", "占比", "其余"}
_NO_KIND = (PERCENT, POINTS, TIMES, DOUBLINGS, TIME)
_BACK, _FAR, _NEAR = 260, 160, 160
_PAIR, _NAME, _LONG = 2, 3, 4


def find_members(facts: Facts) -> Iterator[Overflow]:
    """The counts of a text that are more than that of which they are some."""
    yield from _among(facts)
    yield from _of_kind(facts)
    yield from _within(facts)
    yield from _some(facts)


def _among(facts: Facts) -> Iterator[Overflow]:
    """队伍中，……362人: all that the sentence lists is of those whom 队伍 calls."""
    text = facts.body
    for match in find(text, facts.literals, _AMONG):
        stop = _STOP.search(text, match.end(), match.end() + _FAR)
        other = _next(text, match)
        end = min(stop.start() if stop else match.end() + _FAR, other)
        listed = told_before(facts, end, end - match.end())
        before = told_before(facts, match.start() + 1, _BACK) if listed else []
        for part in listed:
            whole = _called(text, before, match["of"], part)
            if whole is not None and _is_bare(text, whole, part, match.end()):
                yield Overflow(whole, part)
                break


def _next(text: str, match: re.Match[str]) -> int:
    """Where words begin that tell of others: 全县教师中, 另有."""
    found = match.re.search(text, match.end(), match.end() + _FAR)
    return found.start() if found else match.end() + _FAR


def _called(text: str, before: list[Figure], of: str, part: Figure) -> Figure | None:
    """The figure of those whom words call, if it is less than a part of them."""
    alike = [f for f in before if f.unit == part.unit and _is_plain(f)]
    name = _HEAD.sub("", _FILL.sub("", of))
    if len(name) < _PAIR:
        name = _FILL.sub("", of)
    if _HEAD.fullmatch(name):
        held = [f for f in alike if f.roles.isdisjoint(("其中", "部分"))]
        found = held if len(held) == 1 and _HELD.search(text, *held[0].lead) else []
    else:
        found = [f for f in alike if _is_named(name, context(text, f))]
    if not found or any(f.value >= part.value for f in found):
        return None
    larger = any(f.value >= part.value for f in before if f.dimension == part.dimension)
    return None if larger and len(name) < _NAME else found[-1]


def _is_named(name: str, told: str) -> bool:
    return name in told or (len(name) >= _LONG and name[:2] in told and name[-2:] in told)


def _is_bare(text: str, whole: Figure, part: Figure, start: int) -> bool:
    """Whether a part is told by what its members are, not by what they do with others."""
    if part.unit != whole.unit or not _is_plain(part) or part.roles & _NOT_PART:
        return False
    if part.value <= whole.value:
        return False
    said = text[start : part.span.start]
    lead = text[slice(max(part.lead.start, start), part.lead.end)]
    return not (_PLACE.search(said) or _MORE.search(lead) or _DOES.search(lead))


def _of_kind(facts: Facts) -> Iterator[Overflow]:
    """存在隐患的出租住房284栋: 出租住房 has been counted before."""
    text = facts.body
    for match in find(text, facts.literals, _OF_KIND):
        noun = match["noun"]
        taken = _TOOK_PART.match(match["which"]) is not None and len(noun) == _PAIR
        if (
            (len(noun) < _NAME and not taken)
            or _MORE.search(match["which"])
            or _PLACE.search(match["which"])
        ):
            continue
        part = _figure_at(facts, match.end())
        if part is None or not _is_plain(part) or part.roles & (_NOT_PART - {"其余"}):
            continue
        before = told_before(facts, match.start() + 1, _BACK)
        called = [
            f
            for f in before
            if f.unit == part.unit and text[slice(*f.lead)].rstrip(_ENDS).endswith(noun)
        ]
        names = [_NO_NAME.split(text[slice(*f.lead)].rstrip(_ENDS))[-1] for f in called]
        exact = "、" in noun or names == [noun]
        if taken:
            exact = exact and all(_LISTED.search(text, *f.lead) for f in called)
        if len(called) == 1 and exact and _is_plain(called[0]) and called[0].value < part.value:
            yield Overflow(called[0], part)


def _within(facts: Facts) -> Iterator[Overflow]:
    """其中8月投放3140万元, behind 累计投放2860万元."""
    text = facts.body
    for match in find(text, facts.literals, _WITHIN):
        part = _figure_at(facts, match.end())
        if part is None or not _is_plain(part) or part.roles & (_NOT_PART | {"累计"}):
            continue
        what = match["what"]
        if _MORE.search(what) or _PLACE.search(what):
            continue
        year = match["time"][:2] in ("今年", "当年", "本年")
        if not year and not match[0].startswith("其中"):
            continue
        before = told_before(facts, match.start() + 1, _NEAR)
        alike = [f for f in before if f.unit == part.unit and _is_so_far(text, f, what, year=year)]
        if alike and _is_plain(alike[-1]) and all(f.value < part.value for f in alike):
            yield Overflow(alike[-1], part)


def _is_so_far(text: str, whole: Figure, what: str, *, year: bool) -> bool:
    """Whether a count is of all that was done up to now of what a part of the time is told of."""
    lead = text[slice(*whole.lead)]
    told = context(text, whole)
    if not year:
        return _SO_FAR.search(lead) is not None and shares_pair(what, told)
    named = len(what) <= _NAME or shares_pair(what[_PAIR:], told)
    new = _ANEW.match(what) is not None and _BUILT.search(lead) is not None
    return "累计" in lead and named and new


def _some(facts: Facts) -> Iterator[Overflow]:
    """其中青年志愿者452人, sentences behind 共出动志愿者420人."""
    text = facts.body
    for match in find(text, facts.literals, _SOME):
        part = _figure_at(facts, match.end())
        if part is None or not _is_plain(part) or part.roles & (_NOT_PART | {"累计"}):
            continue
        if _MORE.search(match[0]) or _DOES.search(match[0]) or _PLACE.search(match[0]):
            continue
        before = told_before(facts, match.start() + 1, _NEAR)
        alike = [f for f in before if f.unit == part.unit]
        if not alike or any(f.value >= part.value for f in before if f.dimension == part.dimension):
            continue
        whole = alike[-1]
        named = match["what"].rstrip(_ENDS)[-2:] in context(text, whole)
        if _ASIDE.search(text, whole.span.end, part.span.start):
            continue
        if len(alike) == 1 and _is_plain(whole) and named and _HELD.search(text, *whole.lead):
            yield Overflow(whole, part)


def _figure_at(facts: Facts, place: int) -> Figure | None:
    found = told_before(facts, place + 1, 1)
    return found[-1] if found and found[-1].span.start == place else None


def _is_plain(figure: Figure) -> bool:
    return not (
        figure.about
        or figure.limit
        or figure.roles & _NOT_WHOLE
        or figure.dimension in _NO_KIND
        or figure.turn[1]
    )


SEARCHES = (_AMONG, _OF_KIND, _WITHIN, _SOME)
