"""line_sums: what is told to be the sum of the lines above it.

城东片区12.6公里；……城北片区5.5公里。四个片区合计35.0公里: the line above the first of them ends in
a colon, each of the lines has one figure of the kind, and nothing but the sum can be told below. Of
lines with several figures each kind is added up by itself: 合计38个班，1850人.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.paragraph_sums import compared, differs
from govlint.facts.search import find, search_for
from govlint.facts.summable import is_other_measure
from govlint.facts.tallies import Tally
from govlint.facts.told_before import told_before
from govlint.facts.units import DOUBLINGS, PERCENT, POINTS, TIME, TIMES
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_BELOW = search_for(
    r"\n[ \u3000]*(?:以上|上述|这)?(?:各[一-龥]{1,5}|(?P<n>[两三四五六七八九十]|[0-9]{1,2})"
    r"(?:个|项|类|处|所|家|种|级|乡?镇|村|县)[一-龥]{0,6}?)?"
    r"(?:合计|总计|共计|总共|一共)(?:为|是|：)?[^，。；：\n0-9]{0,8}(?=[0-9])",
    (("合计", "总计", "共计", "总共", "一共"),),
    40,
)
_NO_KIND = frozenset((PERCENT, POINTS, TIMES, DOUBLINGS, TIME))
_NO_PART = CHANGE_ROLES | {"均值", "占比", "上期", "目标"}
_MORE = ("其中", "另", "此外", "合计", "小计", "共")
_LINE, _FEW, _MOST, _BEHIND = 60, 3, 10, 40


def find_line_sums(facts: Facts) -> Iterator[Tally]:
    """The sums below lines that miss them by a slip."""
    text = facts.body
    for match in find(text, facts.literals, _BELOW):
        lines = _lines_above(facts, match.start())
        told = parse_numeral(match["n"]) if match["n"] else len(lines)
        if not _FEW <= len(lines) <= _MOST or told != len(lines):
            continue
        head = begins(text, lines[0].start - 1, "\n", _LINE)
        if is_other_measure(match[0], text[head : match.start()]):
            continue
        ends = [text.find(mark, match.end(), match.end() + _BEHIND) for mark in "。；\n"]
        end = min((each for each in ends if each >= 0), default=match.end() + _BEHIND)
        totals = [f for f in told_before(facts, end, end - match.end() + 1) if _is_plain(f)]
        rows = [told_before(facts, line.end, line.end - line.start) for line in lines]
        for total in totals:
            same = [f for f in totals if f.unit == total.unit]
            parts = [[f for f in row if f.unit == total.unit] for row in rows]
            if len(same) == 1 and all(len(own) == 1 and _is_plain(own[0]) for own in parts):
                figures = [own[0] for own in parts]
                found = compared(text, total, figures, every=True)
                found = found or differs(text, total, figures)
                if found is not None:
                    yield found


def _lines_above(facts: Facts, place: int) -> list[Span]:
    """The short lines right above a place, up to one that ends in a colon; none where there is no
    such line."""
    text = facts.body
    found: list[Span] = []
    while place > 0 and len(found) <= _MOST:
        line = facts.line(place - 1)
        words = text[slice(*line)].strip()
        if words.endswith("："):
            return found
        if not words or len(words) > _LINE or any(each in words for each in _MORE):
            return []
        found.insert(0, line)
        place = line.start
    return []


def _is_plain(figure: Figure) -> bool:
    counted = figure.dimension not in _NO_KIND and not figure.roles & _NO_PART
    return counted and not figure.about and not figure.limit
