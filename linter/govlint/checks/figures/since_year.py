"""since-year: is a change since a year that between the two figures told of the two years?

2022年产量1.2万辆。……2024年产量达到3.6万辆，比2022年增长3倍: the year says which figure a change is
counted from, however far back that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.checks.base import Check, NoParams, only_figures
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure, written_as
from govlint.facts.told_before import told_before
from govlint.facts.units import PERCENT, TIMES
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span
from govlint.text.years import YEAR

_SINCE = re.compile(
    rf"[比较与](?P<y>{YEAR})年(?:[末底]|全年|同期)?(?:水平)?(?:相比)?，?(?:[^，。；0-9]{{0,6}}?)$"
)
_AS_MUCH = re.compile(rf"[是为](?P<y>{YEAR})年(?:[末底]|全年|同期)?的$")
_AGAINST = re.compile(rf"[与比较](?P<y>{YEAR})年(?:[末底]|全年|同期)?的$")
_COMPARED = re.compile(
    r"相比，(?P<name>[^，。；0-9]{2,12}|[^，。；]{2,12}?)(?:增长|下降|减少|提高|降低|上升)了?$"
)
_YEARS = re.compile(
    r"[，、](?:这|近|短短|仅)?(?P<n>[两三四五六七八九])年(?:间|来)?(?:里|累计|共|净|总共)?[^，。；0-9]{0,5}$"
)
_DOUBLED = re.compile(
    r"，(?:这|近|短短|仅)?(?P<n>[两三四五六七八九])年(?:间|来)?(?:实现|就|便|即)?(?P<told>翻了?(?P<times>[一两])番)(?!多)"
)
_YEAR = re.compile(rf"(?<![0-9])({YEAR})年(?!以来|来|前|后)")
_OTHER = re.compile(
    "可比|口径|不变价|剔除|扣除|名义|实际增|年均|其中|目标|力争|规划|预计|比上年|同比|分别"
)
_BASIS = re.compile("可比|口径|不变价|剔除|扣除|名义|调整后|普查|修订")
_HEAD = re.compile(
    rf"(?:(?:截至|截止|到|至|在|自)?{YEAR}年(?:[末底初]|全年|上半年)?|[全我本][国省市县区镇乡村校院]|只|仅|已)+"
)
_TAIL = re.compile(
    "(?:总[额量数]|只有|仅有|[现共总]?有|[总共合]?计|为|仅|只|已|约|达到?|完成|实现|增[加长]?[到至]|提高[到至]|上升[到至]|扩大[到至]"
    "|减少[到至]|下降[到至]|降[到至低]?[到至]?|突破|超过|的)+$"
)
_STOP = re.compile("[，。；：、（）\n]")
_BACK, _NEAR = 600, 240
_LEAST = 2
_ROOM = 0.003
_NOW = frozenset(("数量",))
_ASIDE = frozenset(("目标", "其中", "部分", "均值", "上期", "变幅", "差额", "占比"))


class _Change(NamedTuple):
    """A change that is told of ``now`` against ``year``, where it stands, and the least and the
    most that may be meant, as a multiple of what was."""

    now: Figure
    year: int
    span: Span
    least: float
    most: float
    told: Figure | None = None
    base: Figure | None = None


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for figures in _sentences(facts):
        for change in (*_changes(text, figures), *_against(facts, figures)):
            base = change.base or _base(facts, change)
            if base is None or base.value <= 0:
                continue
            low = float(change.now.interval.low / base.interval.high)
            high = float(change.now.interval.high / base.interval.low)
            if change.least <= high + _ROOM and low - _ROOM <= change.most:
                continue
            yield _finding(text, change, base)


def _sentences(facts: Facts) -> Iterator[list[Figure]]:
    """The figures of the sentences that may tell a change; one that is doubled needs no other."""
    read = set()
    for sentence in facts.figures:
        read.add(sentence.number)
        yield sentence.figures
    if _DOUBLED.search(facts.body):
        for number, printed in enumerate(facts.printed):
            if number not in read and _DOUBLED.match(facts.body, printed[-1].end):
                yield facts.sentence_figures(number).figures


def _finding(text: str, change: _Change, base: Figure) -> Finding:
    told, ratio = change.told, change.now.value / base.value
    if told is None:
        expected = f"{ratio:.2f}倍"
    elif "倍数" in told.roles:
        expected = written_as(text, told, ratio)
    else:
        expected = written_as(text, told, abs(ratio - 1))
    fields: dict[str, str | int] = {
        "base": text[slice(*base.span)], "now": text[slice(*change.now.span)], "expected": expected,
    }  # fmt: skip
    related = (Related(base.span, "from"), Related(change.now.span, "from"))
    return Finding(change.span, fields, related)


def _changes(text: str, figures: list[Figure]) -> Iterator[_Change]:
    """The changes of a sentence that say by a year, or by so many years, what they are from."""
    for place, now in enumerate(figures):
        lead = text[slice(*now.lead)]
        years = _YEAR.findall(lead)
        if not years or not now.roles >= _NOW or now.roles & _ASIDE or now.about or now.limit:
            continue
        if now.turn[1] or _OTHER.search(lead):
            continue
        doubled = _DOUBLED.match(text, now.span.end)
        if doubled:
            times = 2.0 if doubled["times"] == "一" else 4.0
            year = int(years[-1]) - (parse_numeral(doubled["n"]) or 0)
            yield _Change(now, year, Span(*doubled.span("told")), times * 0.95, times * 1.45)
        told = figures[place + 1] if place + 1 < len(figures) else None
        if told is not None and not told.about and not told.turn[1]:
            yield from _told(text, now, told, int(years[-1]))


def _told(text: str, now: Figure, told: Figure, year: int) -> Iterator[_Change]:
    lead = text[slice(*told.lead)]
    since, years = _SINCE.search(lead) or _AS_MUCH.search(lead), _YEARS.fullmatch(lead)
    if _OTHER.search(lead) or not (since or years):
        return
    base = int(since["y"]) if since else year - (parse_numeral(years["n"]) or 0) if years else 0
    if base >= year:
        return
    ends = _ends(told)
    if ends is not None:
        yield _Change(now, base, told.span, *ends, told)


def _ends(told: Figure) -> tuple[float, float] | None:
    """The least and the most that a change may make of what was, as a multiple of it."""
    low, high = (float(each) for each in told.interval)
    if told.dimension == PERCENT and "变幅" in told.roles and told.sign:
        one, other = sorted((1 + told.sign * low, 1 + told.sign * high))
        return one, other
    if told.dimension == TIMES and "倍增" in told.roles and told.sign > 0:
        return 1 + low, 1 + high
    if told.dimension == TIMES and "倍数" in told.roles:
        return low, high
    return None


def _against(facts: Facts, figures: list[Figure]) -> Iterator[_Change]:
    """与2023年的36微克/立方米相比，浓度下降11.9%, where the figure of now was told before."""
    text = facts.body
    for base, told in pairwise(figures):
        since = _AGAINST.search(text, *base.lead)
        named = _COMPARED.match(text, *told.lead)
        ends = _ends(told)
        if not since or not named or ends is None or told.about or base.about:
            continue
        found = [
            figure
            for figure in told_before(facts, base.lead.start + 1, _BACK)
            if figure.dimension == base.dimension
            and figure.roles >= _NOW
            and not (figure.roles & (_ASIDE - {"均值"}) or figure.about or figure.limit)
            and named["name"][-_LEAST:] in text[slice(*figure.lead)]
        ]
        start = _paragraph(text, found[0]) if found else 0
        if len({f.value for f in found}) == 1 and not _BASIS.search(text, start, told.span.end):
            now, year = found[-1], int(since["y"])
            if _year_of(text, now) > year:
                yield _Change(now, year, told.span, *ends, told, base)


def _base(facts: Facts, change: _Change) -> Figure | None:
    """The only figure before of the same name that is told of the year."""
    text, now = facts.body, change.now
    name = _name(text, now)
    found = [
        figure
        for figure in told_before(facts, now.lead.start + 1, _BACK)
        if figure.dimension == now.dimension
        and figure.roles >= _NOW
        and not (figure.roles & (_ASIDE - {"上期"}) or figure.about or figure.limit)
        and _year_of(text, figure) == change.year
        and _are_alike(name, _name(text, figure))
    ]
    if len({figure.value for figure in found}) != 1:
        return None
    start = _paragraph(text, found[0])
    return None if _BASIS.search(text, start, change.span.end) else found[0]


def _paragraph(text: str, figure: Figure) -> int:
    """Where the paragraph of a figure begins, so far as it is read."""
    near = max(0, figure.span.start - _BACK)
    return max(near, text.rfind("\n", near, figure.span.start) + 1)


def _year_of(text: str, figure: Figure) -> int:
    """The last year that the sentence of a figure names before it."""
    end = figure.span.start
    near = max(0, end - _NEAR)
    start = max(near, *(text.rfind(mark, near, end) + 1 for mark in "。；\n"))
    years = _YEAR.findall(text, start, end)
    return int(years[-1]) if years else 0


def _name(text: str, figure: Figure) -> str:
    words = _STOP.split(text[slice(*figure.lead)].rstrip("，"))[-1]
    return _TAIL.sub("", _HEAD.sub("", words)).removeprefix("有")


def _are_alike(one: str, other: str) -> bool:
    """Whether one name is the other, or its end."""
    if min(len(one), len(other)) < _LEAST:
        return False
    return one.endswith(other) or other.endswith(one)


CHECK = Check(
    "since-year",
    NoParams,
    run,
    fields=("base", "now", "expected"),
    roles=("from",),
    searches=only_figures,
)
