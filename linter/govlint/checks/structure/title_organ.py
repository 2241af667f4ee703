"""title-organ: does the text open with the organ that its title names?

Only an organ that opens a clause and acts (县民政局紧紧围绕……) in the first paragraph is held
against the one that opens the title, and only one of the same kind: 局 against 局. A short name
agrees with the long one whose characters it holds in their order (市监局, 市场监督管理局).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.syntax.tree import Paragraph
from govlint.text.span import Span
from govlint.text.years import YEAR

_KIND = (
    "(?<![大格布全结开时战残])局|委员会|办公室|街道|镇|乡|村|社区|中学|小学|医院|法院|检察院"
    "|公司|联合会|管委会|党校"
)
_TITLE = re.compile(
    rf"[ \t\u3000]*(?P<organ>[一-龥]{{1,16}}(?P<kind>{_KIND}))(?:机关|党[组委])?(?:关于)?{YEAR}年"
)
_ACTS = (
    "紧紧围绕|紧扣|坚持|始终|深入|认真|全面|扎实|立足|聚焦|牢牢|主动|积极|严格|按照|根据|以|较好|圆满"
    "|切实|着力|大力|围绕|充分|不断|持续|统筹|高度重视"
)
_SUBJECT = re.compile(
    r"(?<![^，。；\n])[ \t\u3000]*"
    rf"(?P<organ>(?![全各我本在由经与和同对向按])[一-龥]{{1,12}}(?P<kind>{_KIND}))"
    rf"(?:党[组委]|(?:党[组委])?领导班子|全体[一-龥]{{2,6}})?(?={_ACTS})"
)
_WILL = re.compile(
    rf"(?<![^。！\n\u3000 ])(?:(?:{YEAR}年|下一步|明年|今后|新的一年|下半年|下一?阶段)，)?"
    rf"(?P<organ>(?![全各我本在由经与和同对向按])[一-龥]{{1,10}}(?P<kind>{_KIND}))"
    r"将(?:继续|进一步|坚持|紧紧|深入|认真|着力|全力|牢牢|紧扣|聚焦|以)"
)
_OTHERS = re.compile(r"[各全等级所属两和、]")
"""In a name that is none of one organ: 各乡镇, 所属中学."""
_LEVEL = re.compile(r"[省市县区州旗](?=.)")
_OPENING = 6


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, title = facts.body, facts.title
    named = _TITLE.match(text, *title.span) if title.spans else None
    if named is None:
        return
    for entry in facts.outline.entries[:_OPENING]:
        if not isinstance(entry, Paragraph) or entry.span.start < title.span.end:
            continue
        found = [m for m in _SUBJECT.finditer(text, *entry.span) if not _OTHERS.search(m["organ"])]
        if found and not any(_same(m, named) for m in found):
            yield _finding(facts, Span(*found[0].span("organ")), Span(*named.span("organ")))
        if found or text.find("。", *entry.span) >= 0:
            break
    yield from _later(facts, named)


def _later(facts: Facts, named: re.Match[str]) -> Iterator[Finding]:
    """What an organ of the same kind will do in a sentence of which it is the only subject."""
    text, title = facts.body, Span(*named.span("organ"))
    for match in _WILL.finditer(text, facts.title.span.end):
        organ = Span(*match.span("organ"))
        alone = not _OTHERS.search(match["organ"]) and not _same(match, named)
        if alone and not facts.masked(organ, ("quotation", "book")):
            yield _finding(facts, organ, title)


def _same(here: re.Match[str], named: re.Match[str]) -> bool:
    """Whether two organs can be one, or are of different kinds."""
    if here["kind"] != named["kind"]:
        return True
    rest = iter(named["organ"])
    return all(char in rest for char in _LEVEL.split(here["organ"])[-1])


def _finding(facts: Facts, here: Span, title: Span) -> Finding:
    fields = {"here": facts.body[slice(*here)], "title": facts.body[slice(*title)]}
    return Finding(here, fields, related=(Related(title, "title"),))


CHECK = Check("title-organ", NoParams, run, fields=("here", "title"), roles=("title",))
