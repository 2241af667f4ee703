"""decision-missing: is something decided of each of several matters?

Below 会议议定 an item may be no more than 关于……问题。 while those beside it go on with what was
decided. Where no item goes on, they are an agenda.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.outline import Series
from govlint.facts.search import Search, search_for
from govlint.syntax.tree import Heading
from govlint.text.span import Span

_MATTER = search_for(
    "关于[^，。；：\n]{4,40}(?:问题|事项|事宜|议题)[。；]?",
    (("关于",), ("问题", "事项", "事宜", "议题")),
    60,
)
_BARE = re.compile(_MATTER.regex)
_DECIDED = re.compile("议定|决定|明确|意见|纪要|批复|答复|同意|要求如下|研究如下")
_AGENDA = re.compile("议程|议题(?:如下|安排)|(?:审议|听取|讨论)了?(?:以下|下列)")
_ABOVE = 200
_CLOSES = re.compile(
    "(?:最后，)?会议(?:强调|要求|指出|号召)|出席|参会|参加(?:人员)?：|列席|记录|请假|主持|抄送|特此|附件|发送|印发"
)
_SHAPES = ("han-dun", "han-paren", "arabic", "arabic-paren")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    entries = facts.outline.entries
    places = {entry.span: place for place, entry in enumerate(entries)}
    for series in facts.outline.series:
        bare = [member for member in series.members if _is_bare(text, member)]
        if series.shape not in _SHAPES or not bare or not _is_decided(facts, series):
            continue
        open_ = [member for member in bare if _is_open(facts, places[member.span], series)]
        if 2 * len(open_) <= len(series.members):
            for member in open_:
                yield Finding(Span(member.title.start, member.span.end))


def _is_bare(text: str, member: Heading) -> bool:
    return _BARE.fullmatch(text[member.title.start : member.span.end].strip()) is not None


def _is_decided(facts: Facts, series: Series) -> bool:
    """Whether what stands above a series, or the title, says that it tells of decisions."""
    text, start = facts.body, series.members[0].span.start
    above = text[max(0, start - _ABOVE) : start]
    if _AGENDA.search(above[-60:]):
        return False
    return bool(_DECIDED.search(above) or _DECIDED.search(text, *facts.title.span))


def _is_open(facts: Facts, place: int, series: Series) -> bool:
    """Whether nothing is told between a matter and the next, or what closes the text."""
    text, entries = facts.body, facts.outline.entries
    if place + 1 == len(entries):
        return True
    after = entries[place + 1]
    if isinstance(after, Heading):
        return after.rank <= series.members[0].rank
    signature = facts.signature
    signed = signature is not None and after.span.start >= signature.organs[0].start
    return signed or _CLOSES.match(text, *after.span) is not None


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_MATTER,)


CHECK = Check("decision-missing", NoParams, run, searches=_searches)
