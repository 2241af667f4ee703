"""title-missing: does the document say what it is?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_SESSION = re.compile(
    rf"(?:——)?{YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日在[^，。；\n]{{4,60}}(?:大会|会议)上$"
)
_SPOKEN = re.compile(
    r"(?:下面|接下来|最后|首先|现在|今天|在此|这里|借此机会)?，?(?:就[^，。\n]{1,24}，)?我(?:再|就|想|着重|重点|只|主要)?"
    r"[^，。：\n]{0,12}(?:讲|谈|说|提|强调|汇报|通报|部署)[^。：\n]{0,20}[。：]$"
)
"""The sentence with which a passage of a speech announces what follows."""
_LEADS = re.compile(
    r"(?:以下|如下|下列|决定|要求|做到|包括|情形|[两二三四五六七八九十](?:方面|[项个条点件大])).{0,20}[。：]$"
)
"""The sentence that leads to a list; where the list is all that follows, both are a passage."""
_PARTS = re.compile(
    r"(?:本|全)[一-龥]{1,3}[共分由][^。：\n]{0,12}?[两二三四五六七八九十]个?(?:大)?(?:部分|方面|板块|章)|第一部分[^。\n]{1,60}第二部分"
)
"""The sentence that tells what the parts are: with them it is a passage."""
_ADDRESSED = re.compile("[^。：\n]{2,120}[局委府厅位会部院社镇乡区县市处业员]：$")
_CONTENTS = re.compile("目[ \u3000]{0,4}[录次](?:如下)?：[^，。；\n]")
"""A table of contents in a line of its own is what is quoted of a document."""
_FIRST = 3
"""Among so many lines the occasion is told."""


class Params(NamedTuple):
    """``headings``: with fewer numbered headings a text is a fragment, and nothing is said;
    ``least``: a text with so many code points is a document, a shorter one where it shows it."""

    headings: int = 2
    least: int = 600


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    outline = facts.outline
    if facts.title.spans or not outline.entries:
        return
    start = outline.entries[0].span.start
    if any(_SESSION.match(facts.body, *entry.span) for entry in outline.entries[:_FIRST]):
        yield Finding(Span(start, start))  # what was said at a session is a document
        return
    if _own_headings(facts) < params.headings or _CONTENTS.match(facts.body, start):
        return
    first = outline.headings[0]
    if first.ordinal not in (1, None) or first.level > 1:
        return  # an excerpt from the middle of a document
    if _SPOKEN.match(facts.body, *outline.entries[0].span):
        return  # out of a speech
    document = _is_document(facts, params)
    if document or (first.span.start > start and not _is_led_in(facts)):
        yield Finding(Span(start, start))


def _own_headings(facts: Facts) -> int:
    """How many headings stand above the signature; those below it are of an attachment."""
    headings, signature = facts.outline.headings, facts.signature
    addressed = _ADDRESSED.match(facts.body, *facts.outline.entries[0].span)
    if signature is None or addressed:
        return len(headings)
    return sum(heading.span.start < signature.date.start for heading in headings)


def _is_led_in(facts: Facts) -> bool:
    """Whether nothing but the sentence that leads to it stands above a list."""
    first, second = facts.outline.entries[:2]
    one = second is facts.outline.headings[0]
    leads = _LEADS.search(facts.body, *first.span) or _PARTS.search(facts.body, *first.span)
    return one and leads is not None


def _is_document(facts: Facts, params: Params) -> bool:
    """Whether a text that begins with 一、 is more than a passage: long, dated, or about a time."""
    if len(facts.body) >= params.least:
        return True
    if facts.year is not None and facts.signature is None:  # below a signature, the end of one
        return True
    return any(period.when.year for period in facts.heading_periods)


CHECK = Check("title-missing", Params, run)
