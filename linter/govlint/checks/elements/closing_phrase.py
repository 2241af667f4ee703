"""closing-phrase: does 特此通知 or 现将……通知如下 fit what the title calls the document?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.repeated_closings import CLOSED_AS
from govlint.records import NamedTuple
from govlint.text.span import Span

_CLOSING = re.compile(
    rf"(?:^|(?<=[。；]))[ \u3000]{{0,8}}(?P<hit>(?:特此|专此)(?P<kind>{CLOSED_AS}))"
    r"(?:，请予?(?:审阅|审示|审议|知悉|查收|阅示|批示|周知))?[。！]?[ \u3000]{0,8}$",
    re.MULTILINE,
)
_OPENING = re.compile(
    r"(?:现(?:[将就对把]|予以|提出)?|特)[^。；！？\n]{0,60}"
    r"(?P<hit>(?P<kind>通知|通报|报告|公告|通告|请示|批复|函告|函复|函商|函询)如下)[：。，]"
)
_KIND = re.compile(r"(通知|通报|报告|公告|通告|请示|批复|决定|意见|复函|函)(?:（[^（）]{1,20}）)?$")
_SAME = {"函告": "函", "函复": "函", "函达": "函", "复函": "函", "函商": "函", "函询": "函"}
_ALSO = {"通知": "通报", "请示": "报告", "意见": "通知", "决定": "通报通知公告"}
"""A kind of document, and as what else it may open: 现将考核情况通报如下 in a 通知."""


class Params(NamedTuple):
    """``opening``: look at what opens the text (现将……通知如下), not at what closes it."""

    opening: bool = False


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    """The closing phrases that name another kind than the title, where neither stands in an
    attachment."""
    text = facts.body
    needles = ("如下",) if params.opening else ("特此", "专此")
    if not any(needle in text for needle in needles):
        return
    if not facts.title.spans:
        return
    titled = _KIND.search(text, *facts.title.spans[-1])
    if titled is None:
        return
    kind = _SAME.get(titled[1], titled[1])
    phrases = _OPENING if params.opening else _CLOSING
    for match in phrases.finditer(text, facts.title.span.end):
        path = facts.path(match.start("hit"))
        if path and path[0].shape == "attachment":
            continue
        said = _SAME.get(match["kind"], match["kind"])
        if said != kind and not (params.opening and said in _ALSO.get(kind, "")):
            yield Finding(
                Span(*match.span("hit")),
                {"kind": titled[1]},
                related=(Related(Span(*titled.span(1)), "title"),),
            )


CHECK = Check("closing-phrase", Params, run, fields=("kind",), roles=("title",))
