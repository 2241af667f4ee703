"""retold: is what a paragraph tells of one thing told again with another figure?

总投资2.4亿元的物流园……该项目总投资2.6亿元. Asked are figures of one unit behind one name, the
second of which takes the first up (该, 这一, 对照, 全体), where no third one and no word of time,
aim or part can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.growth_again import AGAIN, find_again
from govlint.facts.mentions import FIGURE, Words, common_end, digits_of, noun_behind, words_before
from govlint.facts.search import Search, find, lines_with, search_for
from govlint.text.back import begins
from govlint.text.span import Span

_UP = search_for(
    r"该(?![当])|这[一个项座条家所处些批片支]|此项|本项|上述|对照|按照|全[体部](?=[0-9])|我[市县区镇乡村校院局](?![委府])|全[市县区镇乡村校院]|其(?![他它中次余实])",
    (("该", "这", "此项", "本项", "上述", "对照", "按照", "全", "我", "其"),),
    6,
)
_THESE = search_for("(?:上述|以上|这)(?=[0-9])", (("上述", "以上", "这"),), 4)
_FIGURES = 40
_LONGEST = 16
"""So many of a paragraph are held against each other."""
_OTHER = re.compile(
    r"其中|分别|最[高低多少大小]|[上下]限|[一二三]期|另|新增|去年|上年|同期|原[有计定来先]|目标|任务|预计|力争|增[长加至到]|减[少至到]|提高|下降|上升|[比较同环][上去比年]|平均|各(?![项级])|每|截至|累计|季度|半年|今年|明年|[0-9]月|调整|追加|变更|扩|改造后|实际|净|第[一二三]"
)
_APART = re.compile(
    "其中|分别|[一二三]期|另[一外有]|新增|追加|调整|变更|扩[建容]|改造后|目标|计划|同期"
)
"""Words between two figures with which they need not be one."""
_SHARES = ("%", "个")
"""个 is also that of 个百分点, and of what is not named behind it."""
_LEAST = 3
_SHORT = 2
_MOST = 300
"""Code points between the two."""
_TAKEN = re.compile(
    "(?:[该这此本][一-龥]{0,5}?|上述|对照|按照)$|^(?:[该这此本][一-龥]{0,5}|上述|对照|按照)"
)
"""What takes up something told before, beside the name of a figure."""
_WIDE = re.compile("[全我][国省市县区镇乡村校院局]")
_REST = re.compile(
    "新|增|实际|开放|另|原|拟|规划|计划|设计|其他|分|二|一|三|老|旧|省|国|外|内|女|男|[甲乙丙]"
)

_MOMENT = re.compile("[0-9]{4}年|[0-9]{1,2}[月日]|[一二三四]季度|[上下]半年|年[初底末]|[上去今]年")
_ALL_OF = re.compile("全[体部]$|[该这此][一-龥]{0,2}$|所有$")
_SAME = re.compile("该|这[一个项座条家所处]|此项|本项|上述|对照|按照|[全我][市县区镇乡村校院局]|其")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    yield from _these(facts)
    for told, again in find_again(facts.body, facts.literals):
        first = facts.body[slice(*told)]
        yield Finding(again, {"first": first}, (Related(told, "first"),))
    for line in lines_with(facts.body, facts.literals, _UP):
        figures = FIGURE.finditer(facts.body, *line)
        yield from _told_again(facts, [*islice(figures, _FIGURES)])


def _these(facts: Facts) -> Iterator[Finding]:
    """建成高标准农田2.6万亩……上述2.3万亩高标准农田: the figure of that name before it."""
    text = facts.body
    for match in find(text, facts.literals, _THESE):
        later = FIGURE.match(text, match.end())
        noun = noun_behind(text, later) if later else ""
        if later is None or len(noun) < _LEAST:
            continue
        name, least = noun[:_LEAST], max(0, match.start() - _MOST)
        before = [
            each
            for each in FIGURE.finditer(text, least, match.start())
            if _unit(each) == _unit(later) and _is_behind(text, each, name)
        ]
        told = {digits_of(each) for each in before}
        around = FIGURE.finditer(text, least, match.start())
        again = any(digits_of(each) == digits_of(later) for each in around)
        if len(told) == 1 and not again and not _APART.search(text, before[0].end(), match.start()):
            first = before[-1]
            related = Related(Span(*first.span()), "first")
            yield Finding(Span(*later.span()), {"first": first[0]}, (related,))


def _is_behind(text: str, figure: re.Match[str], name: str) -> bool:
    """Whether a name that begins so ends right before a figure."""
    start = max(0, figure.start() - _LONGEST)
    return bool(re.search(f"{name}[一-龥]{{0,4}}$", text[start : figure.start()]))


def _told_again(facts: Facts, figures: list[re.Match[str]]) -> Iterator[Finding]:
    names: dict[int, Words] = {}
    for number, later in enumerate(figures):
        before = [each for each in figures[:number] if _unit(each) == _unit(later)]
        if not before or any(digits_of(each) == digits_of(later) for each in before):
            continue
        same = [each for each in before if _are_one(facts, each, later, names)]
        if len(same) != 1:
            continue
        first = same[0]
        related = Related(Span(*first.span()), "first")
        yield Finding(Span(*later.span()), {"first": first[0]}, (related,))


def _unit(figure: re.Match[str]) -> str:
    unit = figure["unit"].replace("名", "人")
    return unit + "人" if unit in ("万", "亿") else unit  # 48.6万常住人口


def _are_one(
    facts: Facts, one: re.Match[str], other: re.Match[str], names: dict[int, Words]
) -> bool:
    """Whether the second of two figures is told of what the first is told of."""
    text = facts.body
    if _unit(other) in _SHARES or other.start() - one.end() > _MOST:
        return False
    begin = max(text.rfind(mark, one.end(), other.start()) for mark in "。；")
    if begin < 0:
        return False  # of one sentence: parts, or others
    lead = text[begin + 1 : other.start()]
    if _OTHER.search(lead[lead.rfind("，") + 1 :]) or _OTHER.search(_clause(text, one)):
        return False
    if _APART.search(text, one.end(), other.start()):
        return False
    when = [_MOMENT.findall(_sentence(text, each)) for each in (one, other)]
    if all(when) and when[0] != when[1]:
        return False  # 截至8月底，全市共有1260户。……截至9月底，全市共有1280户
    taken = _ALL_OF.search(lead)
    first = _name(facts, one, names)
    if taken:
        noun = noun_behind(text, other)
        told = first[-_SHORT:] if len(first) >= _SHORT else ""
        behind = noun_behind(text, one)[:_SHORT]
        return bool(noun) and noun[:_SHORT] in (told, behind) and len(noun[:_SHORT]) == _SHORT
    if not _SAME.search(lead):
        return False
    second = _name(facts, other, names)
    name = common_end(first, second)
    if len(name) < _LEAST:
        return False
    rest, again = first.removesuffix(name), _TAKEN.sub("", second.removesuffix(name))
    if _WIDE.search(lead) and (first != second or len(name) <= _LEAST):
        return False
    return not _REST.search(again) and (not again or rest.endswith(again) or not rest)


def _name(facts: Facts, figure: re.Match[str], names: dict[int, Words]) -> str:
    place = figure.start()
    if place not in names:
        names[place] = words_before(facts.body, figure, facts.indicators)
    return names[place].name


def _clause(text: str, figure: re.Match[str]) -> str:
    """The clause around a figure."""
    start = begins(text, figure.start(), "。；，\n")
    return text[start : figure.end()]


def _sentence(text: str, figure: re.Match[str]) -> str:
    """What the sentence of a figure says before it."""
    return text[begins(text, figure.start(), "。；\n") : figure.start()]


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_UP, _THESE, AGAIN)


CHECK = Check("retold", NoParams, run, fields=("first",), roles=("first",), searches=_searches)
