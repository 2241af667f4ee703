"""heading-place: is what stands below a heading told of the village or town that it names?

（三）关于枣林村移建泵房的事项 above a text that names 柏树村 again and again and 枣林村 never: of
the last item only the heading was changed. A place is its name's last two characters with 镇, 乡
and the like; the text below names one other, the heading's stands nowhere in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_KINDS = ("镇", "乡", "街道", "村", "社区")
_PLACE = re.compile(
    "(?P<name>[一-龥]{2})(?P<kind>街道|社区|[镇乡村])(?![一-龥]?[民级委容貌办居振子集干])"
)
_TITLED = re.compile("关于(?P<place>[一-龥]{2,4}(?:街道|社区|[镇乡村]))(?![级委民容貌居振子])")
_SAME = re.compile("[该本我你贵](?:街道|社区|[镇乡村])")
"""What calls the place of the heading otherwise."""
_BESIDE = re.compile("(?:学习|借鉴|参观|参照|考察|仿照|[与和同跟及邻离距从由向赴到往比])了?$")
"""Words before a place that is only drawn on, or lies beside."""
_NONE = re.compile(
    "[各全本该我每个多两几的和与及在到向等县市区乡镇街所有数余一二三四五六七八九十由了对把将为让被从给是有意]"
    "|中心|特色|重点|建制|美丽|传统|文明|示范|行政|自然|城乡|农|新|老|贫困|先进|其他|相关|有关|城中"
)
"""What makes of the two characters no name."""
_HEADING = search_for("|".join(_KINDS), (_KINDS, ("关于",)), 4)
_FEWEST, _LEAD = 2, 3


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, outline = facts.body, facts.outline
    titled = {
        number: match
        for number, heading in enumerate(outline.headings)
        if (match := _TITLED.search(text, *heading.title)) is not None
        and len(_PLACE.findall(text, *heading.title)) == 1
    }
    if not titled:
        return
    below: dict[int, list[Span]] = {}
    for entry, owner in zip(outline.entries, outline.owners, strict=True):
        if owner in titled and not isinstance(entry, Heading):
            below.setdefault(owner, []).append(entry.span)
    for number, lines in below.items():
        match, heading = titled[number], outline.headings[number]
        whole = Span(heading.title.end, lines[-1].end)
        place = _PLACE.search(match["place"])
        if place is None or _SAME.search(text, *whole):
            continue
        own = place[0]
        named = [p for p in _PLACE.finditer(text, *whole) if not _NONE.search(p["name"])]
        names = Counter(p[0] for p in named)
        if place["name"] in text[slice(*whole)] or len(names) != 1 or len(named) < _FEWEST:
            continue
        if any(_BESIDE.search(text, max(0, p.start() - _LEAD), p.start()) for p in named):
            continue
        other = named[0]
        if other["kind"] == place["kind"]:
            fields: dict[str, str | int] = {"there": own, "here": other[0]}
            span = Span(match.start("place") + place.start(), match.start("place") + place.end())
            yield Finding(span, fields, (Related(Span(*other.span()), "there"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_HEADING,)


CHECK = Check(
    "heading-place", NoParams, run, fields=("here", "there"), roles=("there",), searches=_searches
)
