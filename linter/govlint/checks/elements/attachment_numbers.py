"""attachment-numbers: are attachments numbered 1, 2, 3, in the list and above each?

GB/T 9704—2012, 7.3.4 and 7.3.7. A list that skips a number ends there; what is set in below it and
numbered is looked at. Headings are held against the list where there are as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding
from govlint.facts.attachments import Attachment
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.text.span import Span

_ANOTHER = re.compile(
    r"[^\S\n]*\n[ \u3000]{2,40}(?P<n>[1-9][0-9]?)[.、，][ \u3000]{0,4}[^0-9\n。；]{2,60}(?=\n|$)"
)
"""A line that is set in like the list above it and has a number."""
_SEVERAL = 2

_SIGN = Search("", (("附",),), 0)


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    lists = facts.attachments
    for attachments in lists:
        yield from _numbers(facts, attachments)
    if len(lists) == 1:
        yield from _beyond(facts, lists[0])


def _numbers(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """The line behind a list that goes on with it under another number than the next."""
    if not attachments[0].number:
        return
    after = attachments[-1].name.end
    match = _ANOTHER.match(facts.body, after)
    if match is not None and int(match["n"]) != attachments[-1].number + 1:
        place = Span(match.start("n"), match.end("n") + 1)
        yield Finding(place, {"number": attachments[-1].number + 1})


def _beyond(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """The headings of attachments that do not count on, where they are as many as the list has."""
    headings = [h for h in facts.outline.headings if h.shape == "attachment" and h.ordinal]
    if len(headings) != len(attachments) or len(attachments) < _SEVERAL:
        return
    for number, heading in enumerate(headings, 1):
        if heading.ordinal != number:
            yield Finding(heading.span, {"number": number})
            return


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SIGN,)


CHECK = Check("attachment-numbers", NoParams, run, fields=("number",), searches=_searches)
