"""period_triples: what was told up to one time, up to the next, and of what lies between.

1至8月累计37.9亿元；1至9月累计43.2亿元，其中9月当月5.3亿元; 截至9月底326户，10月又有48户，至10月底
374户: of one measure, the third is the difference of the others, and what misses it by a slip of
the pen was meant to be it. What there is at two times is more than what came between them: what
went is seldom told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.month_spans import PARTS_OF_YEAR, months_of
from govlint.facts.paragraphs import with_lists
from govlint.facts.told_names import is_called, name_of
from govlint.facts.triples import Triple, is_balanced, slipped_to
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIMES
from govlint.text.years import YEAR

_PERIOD = re.compile(
    r"(?<![0-9])(?P<from>[1-9]|1[0-2])月?(?:份)?[—－～~至到-](?P<to>1[0-2]|[1-9])月"
    r"|截?至(?:今年|当年)?(?P<until>1[0-2]|[1-9])月[底末]"
    r"|(?<![0-9—－～~至到-])(?P<one>1[0-2]|[1-9])月份?(?![0-9]{1,2}日|[底末初上中下旬])"
    rf"|{PARTS_OF_YEAR}"
)
_MAY = re.compile("累计|截?至[0-9]{1,2}月[底末]|上半年[^\n]{1,160}下半年[^\n]{1,160}全年共")
_ELSE = re.compile(
    f"[上去前]年|同期|目标|计划|任务|预计|力争|预算|比|较|同比|环比|平均|每|净|其余|{YEAR}年[底末初]|剔除|扣除|调整|核减|注销|退出|撤"
)
_GONE = re.compile("注销|退出|迁出|核减|剔除|扣除|减少|撤销|调出|死亡|修正|核实")
_STOCK = re.compile(
    "余额|[现共实保拥]有|在[册校园岗编库建训院职用籍]|存[量栏款]|库存|结余|总[量数]"
)
"""What there is at a time, of which some may have gone since."""
_SUMMED, _MORE, _NET = re.compile("累计|已"), re.compile("[又再]"), "净"
_WORDS = re.compile(
    "[全我本](?:街道|社区|[校院局所队]|系统|行|公司|园区)|当月|单月|当季|单季|又有|再次?|其中"
    "|新增|新|总[数量]|进入|月份?|共|有|了|至|底|末|通过|为|全部"
)
_YEARS = re.compile(f"({YEAR})年")
_NO_KIND = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS))
_APART = CHANGE_ROLES - {"差额", "增量"} | {"均值", "目标", "上期", "占比", "差距", "起点"}
_THREE, _MOST, _FAR = 3, 24, 400
_STOP = re.compile("[，。；：、（）\n]")

Period = tuple[int, int]


def find_period_triples(facts: Facts) -> Iterator[Triple]:
    """The figures of three periods, of which two make up the third, that do not add up."""
    for numbers in with_lists(facts.body, facts.printed):
        start = facts.printed[numbers.start][0].last
        end = facts.printed[numbers.stop - 1][-1].end
        words = facts.body[start:end]
        if not _MAY.search(words) or len({*_YEARS.findall(words)}) > 1 or _GONE.search(words):
            continue
        figures = [f for number in numbers for f in facts.sentence_figures(number).figures]
        if _THREE <= len(figures) <= _MOST:
            yield from _of_block(facts.body, figures)


def _of_block(text: str, figures: list[Figure]) -> Iterator[Triple]:
    told: dict[tuple[str, Period], list[Figure]] = {}
    for figure in figures:
        period = _period(text, figure)
        if period is not None:
            told.setdefault((figure.unit, period), []).append(figure)
    for (unit, less), (other, part) in permutations(told, 2):
        whole = (unit, (less[0], part[1]))
        if unit != other or part[0] != less[1] + 1 or whole not in told:
            continue
        three = [told[key] for key in (whole, (unit, less), (unit, part))]
        if any(len(each) != 1 for each in three):
            continue
        (all_,), (one,), (added,) = three
        if not _are_one(text, (all_, one, added)) or is_balanced(one, added, all_):
            continue
        if not less[0] and not _is_summed(text, all_, one, added):
            continue
        if _is_lessened(figures, all_, one, added):
            continue
        expected = slipped_to(text, added, all_, one) if all_.value > one.value else ""
        if expected:
            yield Triple(added, (all_, one), expected)


def _is_summed(text: str, whole: Figure, one: Figure, added: Figure) -> bool:
    """Whether what is told up to two times only grows by what was added between: 至7月底加装512户，
    8月又加装76户, but no 贷款余额."""
    lead = text[slice(*added.lead)]
    if _NET in lead:
        return True
    told = [text[slice(*figure.lead)] for figure in (whole, one)]
    if any(_STOCK.search(words) for words in told):
        return False
    return _MORE.search(lead) is not None or _SUMMED.search(told[0]) is not None


def _is_lessened(figures: list[Figure], whole: Figure, one: Figure, added: Figure) -> bool:
    """Whether what was added is told with what went of it: 9月新受理58件，其中10件并案处理."""
    first, last = min(whole, one, added), max(whole, one, added)
    others = [
        f.value
        for f in figures
        if f.unit == added.unit and first.span < f.span < last.span and f is not added
    ]
    missing = abs(added.value - (whole.value - one.value))
    return missing in others or missing == sum(others)


def _period(text: str, figure: Figure) -> Period | None:
    """The months that a figure is told of; from the 0th, where that is not told."""
    lead = text[slice(*figure.lead)]
    if figure.dimension in _NO_KIND or figure.roles & _APART or figure.about or figure.limit:
        return None
    found = [*_PERIOD.finditer(lead)]
    if not found or figure.mean or _ELSE.search(lead) or figure.turn[1]:
        return None
    match = found[-1]
    return (0, int(match["until"])) if match["until"] else months_of(match)


def _are_one(text: str, figures: tuple[Figure, ...]) -> bool:
    """Whether figures are told of one thing, as far as they name it."""
    names = [name for figure in figures if len(name := _name(text, figure)) > 1]
    first, last = min(figures).span, max(figures).span
    if last.end - first.start > _FAR:
        return False
    return all(is_called(names[0], name) for name in names[1:])


def _name(text: str, figure: Figure) -> str:
    clause = _STOP.split(text[slice(*figure.lead)])[-1]
    return name_of(_WORDS.sub("", _PERIOD.sub("", clause)))
