"""attachment-list: is what is attached listed as the norm says, and does the text agree?

GB/T 9704—2012, 7.3.4: Arabic numbers with a point, no mark behind a name. 7.3.7: each attachment
has the number and the title of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.attachments import Attachment
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span
from govlint.text.years import YEAR

_REFERENCE = re.compile(
    r"(?:见|按照?|详见|参见|填写|（)附件(?P<n>[1-9][0-9]?)(?![0-9.])"
    r"(?:(?:、(?:附件)?[1-9][0-9]?){0,6}(?:(?:——?|－|～|[至到和、及])(?:附件)?|[-~]附件)(?P<last>[1-9][0-9]?)(?![0-9.年月日个项份件次类条天名]))?"
)


_NAMED = re.compile(
    r"(?:详|参)?见(?P<hit>附件(?:[1-9][0-9]?)?)(?=[，。；、）])"
    r"|(?P<behind>[一-龥]{2,4}附后)(?=[，。；、）])"
)
_ELSEWHERE = re.compile(r"另发|另附|另行|下载|邮箱|网站|官网|随文|单独印发|附表")
_OTHERWISE = re.compile(
    r"另发|另附|另行|单独|不再?(?:另行)?印|不附|略|下载|网站|官网|邮箱|已[印下]发|以?电子"
)
_TITLED = re.compile(
    r"^附件(?P<n>[1-9][0-9]?)(?:[ \u3000]{1,4}|：[ \u3000]{0,4})(?![0-9])[^，。；：\n]{2,40}$",
    re.MULTILINE,
)
"""The number of an attachment with its title behind it, on one line."""
_DATED = re.compile(
    rf"^[ \u3000]{{0,40}}{YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日[ \u3000]{{0,8}}$", re.MULTILINE
)
_CLOSED = re.compile(
    r"^[ \u3000]{0,8}(?:参会|出席|参加|列席|记录|分送|抄送)[^：\n]{0,4}：[^\n]{2,80}$", re.MULTILINE
)
"""A line with which minutes end."""
_TAIL = 120
"""So near to the end stands the date of a complete document."""
_FOLLOWS = re.compile(
    r"[。；]?[ \u3000]{0,4}\n[ \u3000]{0,16}(?P<n>[1-9][0-9]?)[.、，](?![0-9])[^\n]{2,60}"
)
"""The next line of a list, whatever its number."""
_SENTENCES = re.compile(r"\n[^（\n][^\n]{3,}\n")
"""Behind the date: names, a table, what is attached."""
_LEAST_NAME = 3
_NEXT = 20
"""So far blank lines are looked over."""


class Params(NamedTuple):
    """``report``: ``form``, marks that do not belong; ``reference``, an attachment that the text
    names and the list lacks; ``body``, one that is listed and missing among those that follow;
    ``lone``, the number of the only one; ``unlisted``, one that a document without a list names;
    ``gap``, a number that does not follow the one before; ``again``, a name that stands before."""

    report: Literal["form", "reference", "body", "lone", "unlisted", "gap", "again"]


_SIGN, _REFERS = Search("", (("附",),), 0), Search("", (("见附件", "附后"),), 0)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    lists = facts.attachments
    if params.report == "unlisted":
        yield from () if lists else _unlisted(facts)
        return
    ask = _OF_A_LIST[params.report]
    if len(lists) == 1 or params.report in _OF_EVERY:
        for attachments in lists:
            yield from ask(facts, attachments)


def _gap(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """The number of the line behind those that are in order."""
    last = attachments[-1]
    found = _FOLLOWS.match(facts.body, last.name.end)
    if found and last.number and int(found["n"]) != last.number + 1:
        yield Finding(Span(*found.span("n")), {"number": last.number + 1})


def _again(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """A name that an earlier line of the list has, to the letter."""
    seen: dict[str, Attachment] = {}
    for attachment in attachments:
        name = facts.body[slice(*attachment.name)].strip("《》。；")
        if name in seen and len(name) > _LEAST_NAME:
            first = Related(seen[name].name, "also")
            yield Finding(attachment.name, {"number": seen[name].number}, (first,))
        seen.setdefault(name, attachment)


def _lone(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    if len(attachments) == 1 and attachments[0].number and _ends(facts, attachments[0]):
        place = attachments[0].mark.start
        yield Finding(Span(place - 1, attachments[0].mark.end), {"number": 1})


def _unlisted(facts: Facts) -> Iterator[Finding]:
    """The first attachment that a complete document, with its date at the end, refers to."""
    text = facts.body
    match = None
    if "见附件" in text or "附后" in text:
        match = _NAMED.search(text, facts.title.span.end)
    if match is None or _headings(facts):
        return
    tail = text[max(match.end(), len(text) - _TAIL) :]
    dated = _DATED.search(tail) or _CLOSED.search(tail)
    whole = facts.title.spans or facts.signature is not None
    behind = match["behind"] and dated and _SENTENCES.search(tail, dated.end())
    if whole and dated and "附件" not in tail and not behind and not _ELSEWHERE.search(text):
        yield Finding(Span(*match.span("hit" if match["hit"] else "behind")))


def _ends(facts: Facts, attachment: Attachment) -> bool:
    """Whether no line with a number follows, which the list could have lost its own to."""
    rest = facts.body[attachment.name.end : attachment.name.end + _NEXT].lstrip()
    return not rest[:1].isdigit()


def _form(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """One finding for a list: it was written by one hand."""
    edits: list[Edit] = []
    for attachment in attachments:
        start, end = attachment.mark
        if facts.body[start:end] not in ("", "."):
            edits.append(Edit(attachment.mark, "."))
        if facts.body[attachment.name.end - 1] in "。；、":
            edits.append(Edit(Span(attachment.name.end - 1, attachment.name.end), ""))
    if edits:
        also = tuple(Related(edit.span, "also") for edit in edits[1:])
        yield Finding(edits[0].span, related=also, edits=tuple(edits))


def _reference(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    """References to numbers that neither the list nor a heading has."""
    known = {*(attachment.number or 1 for attachment in attachments), *_headings(facts)}
    for match in _REFERENCE.finditer(facts.body):
        for group in ("n", "last"):
            if match[group] and int(match[group]) not in known:
                yield Finding(Span(*match.span(group)), {"number": int(match[group])})


def _body(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    following = _headings(facts)
    if not following:
        return  # they are files of their own
    for attachment in attachments:
        number = attachment.number
        if number and number not in following and not _sent_otherwise(facts.body, attachment):
            yield Finding(attachment.name, {"number": number})


def _sent_otherwise(text: str, attachment: Attachment) -> bool:
    """Whether the text says that an attachment is not printed here: 附件2另发, （略）."""
    stands = re.finditer(rf"附件{attachment.number}(?![0-9.])[^。；\n]{{0,40}}", text)
    said = [text[slice(*attachment.name)], *(match[0] for match in stands)]
    return any(_OTHERWISE.search(each) for each in said)


def _headings(facts: Facts) -> set[int]:
    """The numbers of the attachments that follow in the same document."""
    headings = (h for h in facts.outline.headings if h.shape == "attachment")
    titled = _TITLED.finditer(facts.body) if "\n附件" in facts.body else ()
    return {*(h.ordinal or 1 for h in headings), *(int(match["n"]) for match in titled)}


_OF_A_LIST = {
    "form": _form, "gap": _gap, "lone": _lone, "reference": _reference, "body": _body,
    "again": _again,
}  # fmt: skip
_OF_EVERY = ("form", "gap", "lone", "again")


def _searches(params: Params) -> tuple[Search, ...]:
    return (_REFERS if params.report == "unlisted" else _SIGN,)


CHECK = Check(
    "attachment-list", Params, run, fields=("number",), roles=("also",), searches=_searches
)
