"""aim-behind: is something to rise to less than it already is, or to fall to more?

森林覆盖率已达46.3%。……到2027年，力争森林覆盖率提高到45.8%: the verb says which way it is to go, and
the figure goes the other way. Held against each other are a figure and an aim told of the same
name, the aim behind it and of a later time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.entries import Entry, tells_what_was
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.ledger import build_ledger
from govlint.facts.naming import indicator_of
from govlint.facts.near_figures import near_figures
from govlint.facts.report_times import in_plans
from govlint.facts.same_name import is_same_name
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_UP = tuple(
    verb + to
    for verb in ("提高", "提升", "增加", "扩大", "上升", "攀升", "拓展", "增", "升")
    for to in "到至"
)
_DOWN = tuple(
    verb + to
    for verb in ("降低", "下降", "压缩", "压减", "压降", "缩短", "缩小", "减少", "降", "减", "缩")
    for to in "到至"
)
_TURN = search_for(
    rf"(?P<turn>(?P<up>{'|'.join(_UP)})|{'|'.join(_DOWN)})(?:约|了)?(?=[0-9])",
    ((*_UP, *_DOWN),),
    8,
)
_AHEAD = re.compile(
    f"力争|争取|确保|目标|到{YEAR}年|明年|今后|下一步|下一阶段|未来|将(?!军)|拟|计划|努力|下半年|要(?![求素点闻件])"
)
_DONE = re.compile(
    "提前|已(?:经|完成|达|实现)|完成了|实现了|原定|规划(?:提出|确定|要求|目标)|曾|当时|年均(?=[增递下提降])|[由从][^，。；]{0,12}[0-9]|(?:季度|[0-9]月|上半年)[^。；]{0,12}$"
)
_OF_PART = re.compile("季度|[0-9]月|上半年|其中|试点|示范|新建|新增")
_SENTENCE = re.compile("[。；！？\n]")
_NOW = re.compile(
    f"已|目前|当前|现(?=在|有|达|为|共)|截至|年[末底]|[去上今]年|{YEAR}年|同比|以来|累计|[由从][^，。；]{{0,12}}[0-9]|[是为]$"
)
"""Without one of these a sentence may tell of what is to come, behind one that does."""
_SLOWLY = re.compile("(?:进一步|继续|逐步|持续|稳步|再|全面|平均|要|力争|有效|总体|统一|均|都)+$")
_TO_COME = re.compile(
    f"^(?:到?[明来]年[底末]?|下一年|今后|下一步|下半年|到?{YEAR}年[底末]?|要|拟|将|力争|争取|确保|努力|计划|推动|使)+"
)
_CUMULATIVE = search_for(
    r"累计(?P<name>(?:新建|改造|建成|完成|新增|培训|整治|治理)[^，。；0-9\n]{2,14})(?P<n>[0-9]{1,7}(?:\.[0-9]{1,2})?)(?P<u>[万亿]?[一-龥]{1,2})",
    (("累计",),),
    30,
)
"""What has been done in all cannot become less."""
_RISING = search_for(
    r"(?P<turn>(?P<up>达到))(?=[0-9][0-9.]{0,8}[万亿]?[一-龥%/]{1,8}(?:以上|左右)?，[^，。；0-9]{0,4}(?:再创新高|再创历史新高|再上新台阶|比今年增|实现增产))",
    (("达到",), ("再创", "再上", "比今年", "增产")),
    36,
)
_GROWN = search_for(
    rf"(?:^|[，。；：、\n])(?P<name>[^，。；：、0-9\n]{{3,16}})年均增[长速](?:达到|在)?[0-9.]{{1,5}}%(?:以上|左右)?，"
    rf"[^，。；0-9]{{0,6}}到(?P<y>{YEAR})年[底末]?(?P<turn>(?P<up>达到?|突破|超过))(?=[0-9])",
    (("年均增",), ("达", "突破", "超过")),
    60,
)
"""预算收入年均增长9%，到2030年达到: what is to grow each year."""
_SCOPE = re.compile("[全我](?P<of>[国省市县区州盟旗镇乡村])(?!家|内|外)")
_YEAR = re.compile(f"{YEAR}(?=年)")
_NOT_NOW = frozenset(("起点", "上期", "前期", "目标", "基准", "差距", "高低")) | CHANGE_ROLES
_LEAST = 3
_NEAR, _FAR = 120, 500
_MOST = 300
"""So many sentences with figures, and so many figures, before an aim are held against it."""


class _Aim(NamedTuple):
    """A figure that is to be reached, the ``turn`` before it and the ``name`` before that."""

    figure: Figure
    turn: re.Match[str]
    name: str


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    yield from _cumulative(facts)
    aims = [*_aims(facts)]
    numbers = {number for aim in aims for number in _sentences(facts, aim)}
    entries = build_ledger(facts, sorted(numbers)) if numbers else []
    starts = [entry.figure.span.start for entry in entries]
    for aim in aims:
        before = bisect_left(starts, aim.figure.lead.end)
        told = _told(facts, aim, entries[max(0, before - _MOST) : before])
        if told and all(_is_behind(aim.figure, now, up=bool(aim.turn["up"])) for now in told):
            fields: dict[str, str | int] = {
                "now": text[slice(*told[-1].span)],
                "turn": aim.turn["turn"],
            }
            yield Finding(aim.figure.span, fields, (Related(told[-1].span, "now"),))


def _cumulative(facts: Facts) -> Iterator[Finding]:
    """累计改造管道164公里。……到明年底，累计改造管道120公里."""
    text = facts.body
    told: dict[tuple[str, str], re.Match[str]] = {}
    for match in find(text, facts.literals, _CUMULATIVE):
        words = text[_begun(text, match.start()) : match.start()]
        ahead = _AHEAD.search(words) is not None
        first = told.get((match["name"], match["u"]))
        if _OF_PART.search(re.split("[，；]", words)[-1]):
            continue
        if not ahead:
            told.setdefault((match["name"], match["u"]), match)
        elif first is not None and float(first["n"]) > float(match["n"]):
            fields: dict[str, str | int] = {"now": first["n"] + first["u"], "turn": "累计"}
            span = Span(match.start("n"), match.end("u"))
            yield Finding(span, fields, (Related(Span(first.start("n"), first.end("u")), "now"),))


def _aims(facts: Facts) -> Iterator[_Aim]:
    """The figures behind such a verb that are to be reached, with a name."""
    text = facts.body
    for turn in (*find(text, facts.literals, _TURN), *find(text, facts.literals, _RISING)):
        near = near_figures(facts, turn.start(), turn.end(), "。；\n")
        figure = next((each for each in near.figures if each.span.start == turn.end()), None)
        if figure is None or not _is_aim(facts, figure, turn.start()):
            continue
        name = _name(text, turn.start())
        if len(name) >= _LEAST:
            yield _Aim(figure, turn, name)
    for turn in find(text, facts.literals, _GROWN):
        near = near_figures(facts, turn.start("turn"), turn.end(), "。；\n")
        figure = next((each for each in near.figures if each.span.start == turn.end()), None)
        name = indicator_of(_TO_COME.sub("", turn["name"]))
        ahead = int(turn["y"]) > (facts.first_year or int(turn["y"]))
        if figure is not None and ahead and len(name) >= _LEAST:
            yield _Aim(figure, turn, name)


def _sentences(facts: Facts, aim: _Aim) -> Iterator[int]:
    """The sentences with figures before an aim that may tell of its name."""
    text, last = facts.body, bisect_left(facts.printed_starts, aim.figure.span.start)
    for number in range(max(0, last - _MOST), last):
        printed = facts.printed[number]
        span = printed[0].last, printed[-1].start
        if text.find(aim.name[:2], *span) >= 0 and text.find(aim.name[-2:], *span) >= 0:
            yield number


def _begun(text: str, place: int) -> int:
    """Where the sentence around ``place`` begins, so far as it is read."""
    ends = [match.end() for match in _SENTENCE.finditer(text, max(0, place - _NEAR), place)]
    return ends[-1] if ends else max(0, place - _NEAR)


def _is_aim(facts: Facts, aim: Figure, turn: int) -> bool:
    """Whether a figure is to be reached at a time that is yet to come."""
    text = facts.body
    start = _begun(text, turn)
    words = text[start:turn]
    clause = re.split("[，。；]", words)[-1]
    if _DONE.search(words) or _OF_PART.search(clause):
        return False
    years = _YEAR.findall(words)
    if years and facts.first_year:
        return int(years[-1]) > facts.first_year
    return _AHEAD.search(words) is not None or in_plans(facts, aim)


def _name(text: str, turn: int) -> str:
    """What the clause before a verb names: 力争全市森林覆盖率提高到."""
    clause = re.split("[，：；。\n]", text[_begun(text, turn) : turn])[-1]
    return indicator_of(_TO_COME.sub("", _SLOWLY.sub("", clause)).rpartition("把")[2])


def _told(facts: Facts, aim: _Aim, entries: list[Entry]) -> list[Figure]:
    """The figures of ``entries`` that tell what is now of the name of an aim, in order."""
    text = facts.body
    scopes = {"", _scope(text, aim.figure)}
    return [
        entry.figure
        for entry in entries
        if entry.figure.dimension == aim.figure.dimension
        and (is_same_name(aim.name, entry.indicator) or _is_short_for(text, aim, entry))
        and _tells_now(facts, entry)
        and (len(scopes) == 1 or _scope(text, entry.figure) in scopes)
    ]


def _is_short_for(text: str, aim: _Aim, entry: Entry) -> bool:
    """Whether an aim names a rate by the end of the name that was told right before it: 生活污水
    治理率已达54.6%。……力争治理率提高到48%."""
    between = text[entry.figure.span.end : aim.figure.span.start]
    near = len(between) < _NEAR and "\n" not in between
    return near and aim.name.endswith("率") and entry.indicator.endswith(aim.name)


def _tells_now(facts: Facts, entry: Entry) -> bool:
    figure = entry.figure
    end = figure.span.start
    if not entry.sure or not figure.roles.isdisjoint(_NOT_NOW) or facts.body[end - 1] in "、，；":
        return False  # 4家达到推荐标准、7家达到基本标准: named by what stands behind it
    start = facts.body.rfind("\n", max(0, end - _FAR), end) + 1 or max(0, end - _FAR)
    if _AHEAD.search(facts.body, start, end):
        begun = _begun(facts.body, end)
        if not _NOW.search(facts.body, begun, end) or _AHEAD.search(facts.body, begun, end):
            return False
    return tells_what_was(facts, entry)


def _scope(text: str, figure: Figure) -> str:
    scopes = _SCOPE.findall(text, *figure.lead)
    return scopes[-1] if scopes else ""


def _is_behind(aim: Figure, now: Figure, *, up: bool) -> bool:
    if aim.limit or aim.about:
        return now.value > aim.value if up else now.value < aim.value
    if up:
        return now.interval.low > aim.interval.high
    return now.interval.high < aim.interval.low


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_TURN, _RISING, _CUMULATIVE, _GROWN)


CHECK = Check(
    "aim-behind", NoParams, run, fields=("now", "turn"), roles=("now",), searches=_searches
)
