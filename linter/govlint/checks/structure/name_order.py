"""name-order: do names follow each other by the strokes of their surnames where a list says so?

丁一、王小兰、李大海、刘敏 under 以姓氏笔画为序: 李 has seven, 刘 six. Where more than one name
stands out of turn, the list is made of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.strokes import strokes_of
from govlint.text.span import Span

_SAID = search_for(
    r"[按以](?:照)?姓[氏名](?:的)?笔[画划](?:多少)?[^，。；：\n（）]{0,8}[）)]?[^，。；：\n（）、]{0,16}[：]?",
    (("笔画", "笔划"),),
    30,
)
_NAME = re.compile(
    r"[ \u3000\n]{0,12}(?P<name>[一-龥]{2,3}|[一-龥][ \u3000]{1,2}[一-龥])"
    r"(?:（[^（）\n]{1,16}）)?(?P<end>[、，]"
    r"|[ \u3000]{1,8}(?=[一-龥])|[ \u3000]{0,4}\n(?=[ \u3000]{0,8}[一-龥])|[。；\n]|$)"
)
_FEWEST = 4
_MOST = 400


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    for said in find(text, facts.literals, _SAID):
        names = [*_names(text, said.end())]
        known = [(strokes_of(name["name"]), Span(*name.span("name"))) for name in names]
        if len(known) < _FEWEST:
            continue
        counts = [(count, span) for count, span in known if count is not None]
        if 2 * len(counts) <= len(known) or len(counts) < _FEWEST:
            continue
        falls = [i for i in range(1, len(counts)) if counts[i][0] < counts[i - 1][0]]
        if len(falls) != 1:
            continue
        (before, first), (after, here) = counts[falls[0] - 1], counts[falls[0]]
        fields: dict[str, str | int] = {
            "before": text[slice(*first)],
            "name": text[slice(*here)],
            "more": before,
            "fewer": after,
        }
        yield Finding(Span(first.start, here.end), fields, (Related(first, "before"),))


def _names(text: str, start: int) -> Iterator[re.Match[str]]:
    """The names that follow each other from a place on, up to what is none."""
    for _ in range(_MOST):
        name = _NAME.match(text, start)
        if name is None:
            return
        yield name
        start = name.end()
        if name["end"][:1] in ("", "。", "；"):
            return


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SAID,)


CHECK = Check(
    "name-order",
    NoParams,
    run,
    fields=("before", "name", "more", "fewer"),
    roles=("before",),
    searches=_searches,
)
