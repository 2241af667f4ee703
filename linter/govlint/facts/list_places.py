"""list_places: the place that one of a list is said to have, and the one that its figure gives it.

柳河镇96%、西山镇94%、东坪镇92%，东坪镇列第2位: each of the list is called by the name right before
its figure. More may be better, or less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.near_figures import near_figures
from govlint.facts.search import find, search_for
from govlint.facts.units import TIME
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

PLACED = search_for(
    r"(?<=[，。；])(?:其中，?)?(?P<name>[一-龥]{2,8}?)(?:仅|则|位)?(?:[列居排]|排名|排在|位居)"
    r"(?P<told>第(?P<n>[1-9]|[一二三四五六七八九十])[位名]?|(?P<first>首位|第一)|(?P<last>末位|倒数第一))(?=[，。；])",
    (("列", "居", "排"), ("第", "位")),
    24,
)
_LESS = re.compile(
    "倒数|[由从][低少小短]|升序|用时|耗|投诉|事故|案|信访|违[法规]|死亡|污染|浓度|成本|缺|负债|逾期|问题|隐患|欠|降|最[低少小短]的?[为是]"
)
"""Where less may be better."""
_BEHIND = 10
_LEAST = 3
_NAME = re.compile(r"(?:^|[，。；：、]|其中)(?P<name>[一-龥]{2,8}?)(?:为|是|达到?|完成|有|约|得)*$")


class Placed(NamedTuple):
    """``span``: the place that is told; ``figure``: of what has it; ``right``: its own place."""

    span: Span
    figure: Figure
    right: int


def find_placed(facts: Facts) -> Iterator[Placed]:
    """The places that the figures of a list contradict, whichever way it is ranked."""
    text = facts.body
    for match in find(text, facts.literals, PLACED):
        near = near_figures(facts, match.start(), match.end(), "。\n").figures
        listed = _listed(text, [f for f in near if f.span.end <= match.start()])
        figure = listed.get(match["name"])
        if figure is None or len(listed) < _LEAST:
            continue
        values = [each.value for each in listed.values()]
        falling = 1 + sum(value > figure.value for value in values)
        rising = 1 + sum(value < figure.value for value in values)
        around = text[near[0].lead.start : match.end() + _BEHIND]
        either = figure.dimension == TIME or _LESS.search(around) is not None
        tied = values.count(figure.value) > 1
        place = len(listed) if match["last"] else parse_numeral(match["n"]) if match["n"] else 1
        if place != falling and not (either and place == rising) and not tied:
            yield Placed(Span(*match.span("told")), figure, falling)


def _listed(text: str, figures: list[Figure]) -> dict[str, Figure]:
    """The figures of the list that ends last, by their names."""
    found: dict[str, Figure] = {}
    for figure in reversed(figures):
        named = _NAME.search(text[slice(*figure.lead)])
        first = next(iter(found.values()), figure)
        if named is None or figure.about or figure.dimension != first.dimension:
            break
        found[named["name"]] = figure
        if text[figure.lead.start : figure.lead.start + 1] not in ("，", "、", "；"):
            break
    return found
