"""closing-phrase: does 特此通知 fit what the title calls the document?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span

_CLOSING = re.compile(
    r"(?:^|(?<=[。；]))[ \u3000]{0,8}(?P<hit>(?:特此|专此)"
    r"(?P<kind>通知|通报|报告|公告|通告|请示|批复|函告|函复|函达))[。！]?[ \u3000]{0,8}$",
    re.MULTILINE,
)
_KIND = re.compile(r"(通知|通报|报告|公告|通告|请示|批复|复函|函)(?:（[^（）]{1,20}）)?$")
_SAME = {"函告": "函", "函复": "函", "函达": "函", "复函": "函"}


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """The closing phrases that name another kind than the title, where neither stands in an
    attachment."""
    text = facts.body
    if "特此" not in text and "专此" not in text:
        return
    if not facts.title.spans:
        return
    titled = _KIND.search(text, *facts.title.spans[-1])
    if titled is None:
        return
    kind = _SAME.get(titled[1], titled[1])
    for match in _CLOSING.finditer(text, facts.title.span.end):
        path = facts.path(match.start("hit"))
        if path and path[0].shape == "attachment":
            continue
        if _SAME.get(match["kind"], match["kind"]) != kind:
            yield Finding(
                Span(*match.span("hit")),
                {"kind": titled[1]},
                related=(Related(Span(*titled.span(1)), "title"),),
            )


CHECK = Check("closing-phrase", NoParams, run, fields=("kind",), roles=("title",))
