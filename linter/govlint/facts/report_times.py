"""report_times: the year and the period that a figure is told of where it names none itself."""

from __future__ import annotations

import re

from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.text.years import YEAR_NAMED

_AHEAD = re.compile(r"计划|安排|思路|打算|下一步|今后|目标|部署|谋划")
_PART = re.compile("[上下]半年|前三季度|[一二三四]季度")
_PHASE = re.compile("“?十[一二三四五六]五”?")


def time_of(facts: Facts, figure: Figure) -> tuple[int | None, str]:
    """The year and the period that a figure is told of where it names none: those of the headings
    around it, else those which the report looks back on, or ahead to."""
    part = ""
    for _, title in reversed(facts.section(figure.span.start)):
        parts = _PART.findall(title)
        part = part or (parts[0] if len(parts) == 1 else "")
        years = YEAR_NAMED.findall(title)
        if years:
            return int(years[0]), f"{years[0]}年{part}"
    ahead = in_plans(facts, figure)
    year = facts.year if ahead else facts.first_year
    parts = _PART.findall(facts.body, *facts.title.span)
    if parts and not part and not (ahead and len(parts) == 1):
        part = parts[-1 if ahead else 0]
    phase = _PHASE.search(facts.body, *facts.title.span) if year is None else None
    return year, f"{year}年{part}" if year else phase[0] if phase else ""


def in_plans(facts: Facts, figure: Figure) -> bool:
    """Whether a figure stands below a heading that speaks of what is to come."""
    return any(_is_ahead(facts, title) for _, title in facts.section(figure.span.start))


def below_plans(facts: Facts, figure: Figure) -> bool:
    """The same of headings but the line itself that tells the figure: 2.目标不高于8天，实际9天."""
    told = facts.body[slice(*figure.span)]
    sections = facts.section(figure.span.start)
    return any(_is_ahead(facts, title) for _, title in sections if told not in title)


def _is_ahead(facts: Facts, title: str) -> bool:
    """Whether a heading speaks of what is to come: of the year behind the one looked back on."""
    years = [int(year) for year in YEAR_NAMED.findall(title)]
    back = facts.first_year
    return _AHEAD.search(title) is not None or any(year > (back or year) for year in years)
