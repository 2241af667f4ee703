"""told_aims: how much of an aim is said to be done, what the aim was, and what was done.

年初下达目标3.5万人……新增就业3.29万人……已完成年度目标的94.0%: the aim was told before, in the
paragraph or by its name in the one before, and one figure of its kind has been done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import CLAUSE, names_other, place_of, shares_pair
from govlint.facts.rate_links import without_task
from govlint.facts.search import find, search_for
from govlint.facts.told_before import told_before
from govlint.facts.told_names import is_called, name_of
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple
from govlint.text.back import begins

_AIM = "(?:目标|任务|计划|预算|指标)"
RATE = search_for(
    rf"(?P<lead>(?:完成|占|达到?|为|是)(?:了)?(?:年度|全年|年初|既定|总|下达|考核|上级|预期|本年){{0,2}}的?{_AIM}(?:任务|目标|总?数|总?量|值|总投资)?的|(?:目标|任务|计划)?完成率(?:为|达到?|仅为?)?|进度(?:为|达到?)?|(?P<over>超额(?:完成|实现)?了?(?:{_AIM})?))(?=[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?%)",
    (("目标", "任务", "计划", "预算", "指标", "完成率", "进度", "超额"), ("%",)),
    40,
)
_CLAIM = re.compile(rf"(?:(?:完成|占|达|为|是)[^，。；]*{_AIM}[^，。；]*|完成率|进度|超额).*$")
_SAID = re.compile(f"{_AIM}|下达|确定|对照|年度|年初|计划|要求|力争")
_SET = re.compile(rf"(?:{_AIM}|下达|要求)[^，。；0-9]{{0,14}}$")
_SETS = re.compile(
    rf"(?:下达|确定|安排|承担|{_AIM})[^。；]{{0,40}}分别为?：?|(?:下达|年度|全年)[^。；0-9]{{0,16}}{_AIM}[^。；]{{0,16}}："
)
_ELSE = re.compile(
    "奋斗|调整|追加|考核目标|力争|挑战|两级|分别完成|三年|五年|规划|总目标|一期|首批"
    "|(?<!全)口径|可比|剔除|扣除|扣减|还原|抵扣|折算|折合|加权|不含|不计|不考虑|若|如果"
)
"""Another aim, or another reckoning of what is done."""
_BACK = 420
_LEAST, _PAIR = 3, 2


class ToldAim(NamedTuple):
    """``rate``: how much of ``aim`` is told to be done, where ``done`` was;
    ``others``: what else was done of the kind. ``over``: it tells by how much the aim was
    exceeded."""

    rate: Figure
    aim: Figure
    done: Figure
    others: list[Figure]
    over: bool = False


def find_told_aims(facts: Facts) -> Iterator[ToldAim]:
    """The shares of aims that a text tells with the aim and the result before."""
    text = facts.body
    for match in find(text, facts.literals, RATE):
        before = told_before(facts, match.end() + 1, _BACK)
        if not before or before[-1].span.start != match.end() or before[-1].dimension != PERCENT:
            continue
        *told, rate = before
        if rate.about or rate.limit or rate.turn[1]:
            continue
        found = _told(text, told, rate)
        if found is not None:
            yield found._replace(over=bool(match["over"]))


def _told(text: str, told: list[Figure], rate: Figure) -> ToldAim | None:
    line = text.rfind("\n", max(0, rate.span.start - _BACK), rate.span.start) + 1
    here = [f for f in told if f.span.start >= line]
    counted = [f for f in here if _is_count(f)]
    aims = [f for f in counted if _is_aim(text, f)]
    done = [f for f in counted if not _is_aim(text, f) and not _is_part(text, here, f)]
    found = _in_paragraph(text, aims, done, rate) if aims else _by_name(text, told, done, rate)
    if found is None or _ELSE.search(text, max(line, found.aim.lead.start), rate.span.end):
        return None
    return None if _is_of_other(text, found) else found


def _is_of_other(text: str, told: ToldAim) -> bool:
    """Whether a rate is that of another measure than was aimed at: 投资6.6亿元，项目形象进度60%."""
    claim = CLAUSE.split(text[slice(*told.rate.lead)])[-1]
    subject = without_task(name_of(_CLAIM.sub("", claim)))
    names = (CLAUSE.split(text[slice(*figure.lead)])[-1] for figure in (told.aim, told.done))
    return names_other(subject, "".join(names))


def _in_paragraph(
    text: str, aims: list[Figure], done: list[Figure], rate: Figure
) -> ToldAim | None:
    """The only aim of a paragraph, and the only result of its kind."""
    lead = text[slice(*rate.lead)]
    found = [(aim, result) for aim in aims for result in done if aim.dimension == result.dimension]
    if len({(aim.value, result.value) for aim, result in found}) != 1:
        return None
    aim, result = found[-1]
    beside = lead.startswith("，") and len(CLAUSE.split(lead)) == _PAIR
    if beside and not any(f.span.end == rate.lead.start for f in (aim, result)):
        return None
    pair = sorted((aim, result), key=place_of)
    near = pair[1].span.end == rate.lead.start
    if not near or (result.span < aim.span and pair[0].span.end != pair[1].lead.start):
        subject = name_of(_CLAIM.sub("", CLAUSE.split(lead)[-1]))
        names = [_name(text, f) for f in pair]
        if len(subject) > 1:
            if not any(is_called(subject, name) or set(subject) <= set(name) for name in names):
                return None
        elif all(names) and not shares_pair(*names):
            return None
    return ToldAim(rate, aim, result, [f for f in done if f != result])


def _by_name(text: str, told: list[Figure], done: list[Figure], rate: Figure) -> ToldAim | None:
    """What is called as the result right before, in a sentence that sets aims."""
    if not done or done[-1].span.end != rate.lead.start:
        return None
    result = done[-1]
    name = _name(text, result)
    if len(name) < _LEAST:
        return None
    aims = [
        f
        for f in told
        if f.span < result.span
        and f.dimension == result.dimension
        and _is_count(f)
        and _is_set(text, f)
        and is_called(name, _name(text, f))
    ]
    if len({f.value for f in aims}) != 1:
        return None
    return ToldAim(rate, aims[-1], result, [])


def _is_count(figure: Figure) -> bool:
    return not (
        figure.about
        or figure.dimension == PERCENT
        or figure.roles & CHANGE_ROLES
        or not figure.value
        or "均值" in figure.roles
    )


def _is_aim(text: str, figure: Figure) -> bool:
    return "目标" in figure.roles or _SET.search(text, *figure.lead) is not None


def _is_set(text: str, figure: Figure) -> bool:
    """Whether the sentence of a figure sets aims before it: 下达主要指标4项，分别为：."""
    begun = begins(text, figure.span.start, "。；\n", _BACK)
    return _SETS.search(text, begun, figure.span.start) is not None


def _is_part(text: str, told: list[Figure], figure: Figure) -> bool:
    """Whether a figure is one of the parts that another has, or is held against it."""
    if (
        figure.roles & {"其中", "部分", "上期", "起点", "其余"}
        or "其中" in text[slice(*figure.lead)]
    ):
        return True
    place = told.index(figure)
    if not place or not text[slice(*figure.lead)].startswith("、"):
        return False
    return _is_part(text, told, told[place - 1])


def _name(text: str, figure: Figure) -> str:
    name = name_of(_SAID.sub("", CLAUSE.split(text[slice(*figure.lead)])[-1]))
    return name if len(name) >= _PAIR else ""
