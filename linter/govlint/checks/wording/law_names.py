"""law-names: is the name in title marks that of a national law with one slip in it?

A name that differs from a known one by one character, or, where the text says that it is a national
law or relies on it, by the kind (办法 for 条例). A name with a place in it differs by more. What is
being made (制定, 草案) or is a place's own (省《……条例》) is called as its makers like. Some never
have the name of the state before them.

``find``: names; ``name`` is the name without marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.laws import is_bare, is_law, meant_by
from govlint.facts.search import find_all
from govlint.text.span import Span

_STATE = "中华人民共和国"
_PARTY = "中国共产党"
_BEFORE = 16
_OWN = re.compile(
    r"(?:[省市县区州盟旗镇乡局委办校院司]|[本我该各其]|制定|出台|印发|起草|修订|拟定|拟订|制订|草拟|编制|审议|发布|下发"
    r"|完善|建立|形成|公布|颁布|地方性法规|原|旧)了?[^，。；\n《》]{0,4}$"
)
"""What stands before a document of one's own, or an old one."""
_RESTS = re.compile(r"(?:根据|依据|按照|依照|违反|违反了|国务院|中央)$")
"""Before a name, it says that not the organ before it has made what is named."""
_BASIS = re.compile(
    r"(?:根据|依据|按照|依照|遵照|违反|遵守|贯彻|执行|落实|学习|宣传|普及|符合|对照|适用|》)[^，。；\n]{0,8}$"
)
"""What stands before a law that something rests on."""
_DRAFT = re.compile(
    r"[^，。；\n]{0,4}(?:草案|征求意见|送审稿|初稿|讨论稿|起草|制定|废止|失效|修订)"
)


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    text = facts.body
    named: dict[str, bool] = {}  # for each law whether the text has it
    for match in find_all(text, facts.literals, searches_of(params)):
        name = match["name"].removeprefix(_STATE)
        stated = name != match["name"]
        if stated and is_bare(name):
            span = Span(*match.span("name"))
            yield Finding(span, {"right": name}, edits=(Edit(span, name),))
        if is_law(name, stated=stated) or _DRAFT.match(text, match.end()):
            continue
        national = stated or name.startswith(_PARTY)
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not national and _OWN.search(before) and not _RESTS.search(before):
            continue
        based = national or bool(_RESTS.search(before) or _BASIS.search(before))
        right = meant_by(name, kind=based, sure=national)
        if right not in named:
            named[right] = f"《{right}》" in text
        bare = match[0][0] != "《" and name.endswith(right)  # 贯彻实施水法: no mark says where
        if right and not named[right] and not bare:
            start = match.end("name") - len(name)
            span = Span(start, match.end("name"))
            yield Finding(span, {"right": right}, edits=(Edit(span, right),))


CHECK = Check("law-names", Phrases, run, fields=("right",), searches=searches_of)
