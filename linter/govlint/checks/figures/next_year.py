"""next-year: is what is aimed at for the next year what this year's figure and the growth make?

2024年完成6.5亿元，2025年力争增长8%，达到7.2亿元: the years follow each
other, and the aim is told twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.links import shares_pair
from govlint.facts.search import Search, find, search_for
from govlint.text.back import begins
from govlint.text.span import Span
from govlint.text.years import YEAR

_N = r"[0-9]{1,8}(?:\.[0-9]{1,4})?"
_W = r"[^，。；：0-9\n]"
_UP, _DOWN = "增长|提高|上升|增加|递增", "下降|减少|降低|压减"
_AIMED = ("预期", "力争", "计划", "预计", "目标", "确保", "安排", "争取", "预算")
_AIM = search_for(
    rf"(?:(?P<y>{YEAR})年|(?P<now>今年|本年|当年|去年|上年))(?P<told>{_W}{{0,20}}?)(?P<a>{_N})(?P<u>[万亿]{{0,2}}[一-龥]{{1,3}}?)(?P<grown>，(?:同?比)?{_W}{{0,6}}[增降]{_W}{{0,4}}{_N}%)?"
    rf"[，；。](?:(?P<z>{YEAR})年|(?P<next>明年|下一?年|今年|本年))(?P<what>{_W}{{0,14}}?(?:{'|'.join(_AIMED)}){_W}{{0,10}}?)"
    rf"(?:(?P<up>{_UP})|(?:{_DOWN}))(?P<p>{_N})%(?![以左])(?:的?{_W}{{0,4}}?目标)?[，（](?:即|将|预计|力争|全年|总[量额]|规模|金额|要|也就是|预期){{0,2}}(?:达到?|至|到|为|实现|完成|降至)(?:约|了)?(?P<b>{_N})(?P<v>[万亿]{{0,2}}[一-龥]{{1,3}}?)(?=[，。；）以左])",
    (_AIMED, ("%",), ("年",)),
    120,
)
_PAST = re.compile(
    "[去上前]年|同期|季度|半年|[0-9]月|目标|任务|计划|预期|力争|[一二三四]是|20[0-9]{2}年.*20[0-9]{2}年"
)
_ELSE = re.compile("其中|年均|累计|可比|不变价|名义|同口径|左右|以[上下]|[约近超]$")
_AIDS = re.compile(
    f"{'|'.join(_AIMED)}|[我本全该][省市县区镇乡村校院局]|将|要|实现|同比|[比较](?:今年|上年)|再|继续|保持|达到|[为的是]"
)
_NAME = 2
_NEXT = {"今年": "明年", "本年": "明年", "当年": "明年", "去年": "今年", "上年": "今年"}


_NAMED = search_for(
    rf"(?:^|[，。；：、\n]|(?<=是)|(?<=年))(?P<name>[一-龥]{{5,16}}?)(?:预期|力争|计划|预计|争取|要|比上年|同比)?(?:(?P<up>增长|提高|增加)|(?:下降|减少|降低))(?P<p>{_N})%(?:左右|以上)?"
    rf"[，、](?:力争|预计|即|总[量额]|规模|要)?(?:达到?|实现|完成)(?:约|了)?(?P<b>{_N})(?P<v>[万亿]{{1,2}}[一-龥]{{1,2}}?)(?P<over>以上|左右)?(?=[，。；、])",
    (("增长", "提高", "增加", "下降", "减少", "降低"), ("达", "实现", "完成"), ("%",)),
    60,
)
"""零售总额增长6%，达到66亿元: of what was told of that name before."""
_AIMS = re.compile("目标|预期|力争|预计|明年|计划|安排|打算|任务|建议|今年要")
_SCOPE = re.compile("^(?:其中|全[省市县区镇乡村]|[我本][省市县区镇乡村]|实现|完成|确保)+")
_REAL = re.compile("生产总值|增加值|产值")
"""Of these growth is told at the prices of the year before."""
_WIDE, _LEAST = 160, 4
_MOST = 40
"""So many times a name is looked for."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    yield from _told_together(facts)
    yield from _told_apart(facts)


def _told_apart(facts: Facts) -> Iterator[Finding]:
    """Aims of which the only figure that was told before under their name makes another one."""
    text = facts.body
    for match in find(text, facts.literals, _NAMED):
        name = _SCOPE.sub("", match["name"])
        start = begins(text, match.start("name"), "。\n")
        aims = text[max(start, match.start("name") - _WIDE) : match.start("name")]
        if (
            len(name) < _LEAST
            or _REAL.search(name)
            or match["over"]
            or not _AIMS.search(aims)
            or _ELSE.search(match[0])
        ):
            continue
        told = [*_figures_of(text, name, match["v"], match.start())]
        if len({each["a"] for each in told}) != 1:
            continue
        right = _right(match, told[0]["a"])
        if right is not None:
            span = Span(told[0].start("a"), told[0].end())
            fields: dict[str, str | int] = {
                "base": text[slice(*span)],
                "growth": ("增长" if match["up"] else "下降") + match["p"] + "%",
                "right": f"{right}{match['v']}",
            }
            related = (
                Related(span, "from"),
                Related(Span(match.start("p"), match.end("p") + 1), "from"),
            )
            yield Finding(Span(match.start("b"), match.end("v")), fields, related)


def _figures_of(text: str, name: str, unit: str, end: int) -> Iterator[re.Match[str]]:
    """The figures in a unit that were told right behind a name, of no aim, before ``end``."""
    figure = re.compile(rf"(?:预计|实现|完成|达到?|为|总[量额]){{0,2}}(?P<a>{_N}){unit}")
    values: set[str] = set()
    place = text.find(name, 0, end)
    for _ in range(_MOST):
        if place < 0 or len(values) > 1:
            return
        found = figure.match(text, place + len(name), end)
        if found:
            least = max(0, place - _WIDE)
            begun = max(text.rfind(mark, least, place) for mark in "。\n；") + 1 or least
            if not _PAST.search(text, begun, place):
                values.add(found["a"])
                yield found
        place = text.find(name, place + 1, end)


def _right(match: re.Match[str], told: str) -> Decimal | None:
    """What an aim should be, if it is not, as it would be written."""
    base, aim = Decimal(told), Decimal(match["b"])
    rate = Decimal(match["p"]) / 100
    rate = rate if match["up"] else -rate
    steps = [_step(base), _step(Decimal(match["p"])), _step(aim)]
    right = base * (1 + rate)
    room = (steps[0] * (1 + abs(rate)) + base * steps[1] / 100 + steps[2]) / 2
    return None if abs(right - aim) <= room else right.quantize(steps[2])


def _told_together(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    for match in find(text, facts.literals, _AIM):
        if _ELSE.search(match[0]) or match["u"] != match["v"] or not _follow(match):
            continue
        named = _AIDS.sub("", match["what"])
        if len(named) >= _NAME and not shares_pair(named, match["told"]):
            continue  # of something else
        right = _right(match, match["a"])
        if right is None:
            continue
        fields: dict[str, str | int] = {
            "base": match["a"] + match["u"],
            "growth": ("增长" if match["up"] else "下降") + match["p"] + "%",
            "right": f"{right}{match['u']}",
        }
        related = (Related(Span(match.start("a"), match.end("u")), "from"),
                   Related(Span(match.start("p"), match.end("p") + 1), "from"))  # fmt: skip
        yield Finding(Span(match.start("b"), match.end("v")), fields, related)


def _follow(match: re.Match[str]) -> bool:
    """Whether the second year is the one after the first."""
    if match["y"]:
        return bool(match["z"]) and int(match["z"]) == int(match["y"]) + 1
    then = match["next"] or ""
    return _NEXT[match["now"]] == then.replace("下一年", "明年").replace("下年", "明年").replace(
        "本年", "今年"
    )


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_AIM, _NAMED)


CHECK = Check(
    "next-year", NoParams, run, fields=("base", "growth", "right"), roles=("from",),
    searches=_searches,
)  # fmt: skip
