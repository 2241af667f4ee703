"""glued-heading: does every heading begin a line, and end one where its siblings do?

A mark alone in its line, whose siblings bear a title, has lost its own. A line of several clauses
that begins as titles do (主要做法……), among titles that stand alone, has text run into its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.glued import unless_run_in
from govlint.facts.lexicon import kind_of
from govlint.facts.outline import Series
from govlint.syntax.tree import Heading, Paragraph
from govlint.text.span import BLANK, Span

_SHAPES = ("han-dun", "han-paren", "arabic")
_BEHIND = "接在上一段后面，没有另起一行"
_ALONE = "后面没有标题的文字"
_RUN_IN = "和正文连在一起，正文没有另起一行"
_TITLE = re.compile(
    r"(?P<title>[一-龥]{2,6}?(?:情况|概况|做法|成效|成绩|问题|不足|困难|打算|安排|计划|措施|体会|建议|启示|经验|目标|原则|思想|步骤|背景))"
    r"(?![是为有的等和与及或、，：。（；！？了需要在之主就上中下内方面性])[一-龥]"
)
_TOLD_OF = re.compile(
    "表[现明]|体现|反映|集中|包[括含]|涉及|来[自源]|源[于自]|存在|取决|归[结纳]|说明|显示|导致|影响|制约|具有|突出|呈现|得到|取得|见于"
    "|可[以分概]|[分化]为|概括|总[的体]|有待|如[下前]|一直|由来|长期|大多|主要|基本|[仍已也还均都尚较很更最则亦能会将应正未不]"
)
"""What a sentence says of its subject, 主要问题表现在, and nobody does: no text behind a title."""
_LONGEST_TITLE = 16
_SHORTEST_TEXT = 24


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    for mark in unless_run_in(facts.body, facts.glued):
        yield _finding(facts, mark, _BEHIND)
    after = {
        entry.span: isinstance(below, Paragraph)
        for entry, below in zip(facts.outline.entries, facts.outline.entries[1:], strict=False)
        if isinstance(entry, Heading)
    }
    for series in facts.outline.series:
        if series.shape in _SHAPES and len(series.members) > 1:
            yield from _among(facts, series, after)


def _among(facts: Facts, series: Series, after: dict[Span, bool]) -> Iterator[Finding]:
    """The one heading of a series that is not written as all others are."""
    text, members = facts.body, series.members
    bare = [h for h in members if not text[h.mark.end : h.span.end].strip(BLANK)]
    if len(bare) == 1:
        if after.get(bare[0].span) and not facts.masked(bare[0].span, ("table",)):
            yield _finding(facts, bare[0].mark, _ALONE)
        return
    odd = [h for h in members if not (_stands_alone(text, h) and after.get(h.span))]
    if bare or len(odd) != 1 or not after.get(members[members[0] is odd[0]].span):
        return
    start = odd[0].title.start
    title = _TITLE.match(text, start, odd[0].span.end)
    long = odd[0].span.end - start >= _SHORTEST_TEXT and text[odd[0].span.end - 1] == "。"
    first = re.split("[，。；：]", text[start : odd[0].span.end], maxsplit=1)[0]
    apart = title is not None and not _is_subject(text, title.end("title"))
    if (
        title
        and apart
        and long
        and not after.get(odd[0].span)
        and (len(first) > title.end() - start + 1)
    ):
        yield _finding(facts, Span(*title.span("title")), _RUN_IN)


def _is_subject(text: str, end: int) -> bool:
    """Whether what begins like a title, and ends there, is what its own sentence tells of."""
    return bool(_TOLD_OF.match(text, end)) or kind_of(text[end : end + 2]) in ("d", "a", "ad")


def _stands_alone(text: str, heading: Heading) -> bool:
    """Whether a line is a short title and no more."""
    short = heading.span.end - heading.title.start <= _LONGEST_TITLE
    return short and text[heading.span.end - 1] not in "。；，！？"


def _finding(facts: Facts, mark: Span, how: str) -> Finding:
    return Finding(mark, fields={"mark": facts.body[slice(*mark)], "how": how})


CHECK = Check("glued-heading", NoParams, run, fields=("mark", "how"))
