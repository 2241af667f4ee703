"""members: does somebody stand twice in the list of those who make up a group?

组长：李国栋　县长, 成员：王明　县水利局局长 and, some lines below, 王明　县气象局局长. A line that
says that somebody holds an office beside (兼) names nobody anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.text.span import BLANK, Span, lines_in

_LABEL = (
    r"(?:组[ \u3000]*长|副组长|成[ \u3000]*员|指挥长|副指挥长|总指挥|副总指挥|主任委员|副主任委员"
    r"|委[ \u3000]*员|召集人)"
)
_MEMBERS = search_for(
    r"^[ \u3000]{0,8}(?P<hit>(?:成[ \u3000]{0,4}员|委[ \u3000]{0,4}员))[ \u3000]{0,2}：",
    (("员：", "员 ", "员\u3000"),),
    0,
)
_MEMBER = re.compile(
    rf"[ \u3000]*(?:{_LABEL}[ \u3000]{{0,2}}：)?[ \u3000]*"
    r"(?P<name>[一-龥]{2,3}|[一-龥][ \u3000]{1,2}[一-龥])[ \u3000]{1,4}"
    r"(?P<post>[一-龥、，（）]{3,50})[ \u3000；。]{0,2}"
)
_LISTED = re.compile(
    rf"[ \u3000]*{_LABEL}[ \u3000]{{0,2}}：[ \u3000]*"
    r"(?P<names>[一-龥]{2,4}(?:[、，][一-龥]{2,4})*)[ \u3000；。]{0,2}"
)
"""成员：赵亮、孙伟: names without their posts."""
_NAME = re.compile("[一-龥]{2,4}")
_BESIDE = re.compile("兼|代理?$")
_REACH = 1500
_FEWEST = 4


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, done = facts.body, -1
    for label in find(text, facts.literals, _MEMBERS):
        if label.start() < done:
            continue
        start = facts.line(label.start()).start
        above = lines_in(text, max(0, start - _REACH // 3), start)[::-1]
        below = lines_in(text, start, start + _REACH)
        group = [*[*_together(text, above)][::-1], *_together(text, below)]
        done = group[-1].end() if group else label.end()
        if len(group) < _FEWEST:
            yield from _listed(facts, above, below)
            continue
        seen: dict[str, re.Match[str]] = {}
        for member in group:
            name = "".join(char for char in member["name"] if char not in BLANK)
            first = seen.setdefault(name, member)
            if first is not member and not _BESIDE.search(first["post"] + member["post"]):
                here, there = Span(*member.span("name")), Span(*first.span("name"))
                yield Finding(here, {"name": name}, (Related(there, "first"),))


def _listed(facts: Facts, above: list[Span], below: list[Span]) -> Iterator[Finding]:
    """The names that stand twice in the lines around, each of which is a label with names."""
    seen: dict[str, Span] = {}
    text = facts.body
    lines = [*[*_alike(text, above)][::-1], *_alike(text, below)]
    for match in [*{line.start(): line for line in lines}.values()]:
        for name in _NAME.finditer(text, *match.span("names")):
            first = seen.setdefault(name[0], Span(*name.span()))
            if first.start != name.start():
                yield Finding(Span(*name.span()), {"name": name[0]}, (Related(first, "first"),))


def _alike(text: str, lines: list[Span]) -> Iterator[re.Match[str]]:
    for line in lines:
        match = _LISTED.fullmatch(text, *line)
        if match is None:
            return
        yield match


def _together(text: str, lines: list[Span]) -> Iterator[re.Match[str]]:
    """The members named in lines that follow each other."""
    for line in lines:
        member = _MEMBER.fullmatch(text, *line)
        if member is None:
            return
        yield member


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_MEMBERS,)


CHECK = Check("members", NoParams, run, fields=("name",), roles=("first",), searches=_searches)
