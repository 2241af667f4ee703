"""split-word: does a blank stand inside a word?

Blanks between words may be meant, in names, headings and tables; one inside a word never is. Asked
only of lines of prose, and of a blank that has more than one character on one side (姓 名 is spaced
on purpose).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.facts.words import word_across
from govlint.text.span import Span

_SEARCH = search_for(
    "(?<![一-龥] )(?P<left>[一-龥]{1,12})(?P<hit>[ \u3000]{1,3})"
    "(?P<right>[一-龥]{1,12})(?! [一-龥])",
    ((" ", "\u3000"),),
    30,
)
_BLANK = re.compile("[ \u3000](?<=[一-龥].)[ \u3000]{0,2}[一-龥]")
"""Without one of these there is nothing to look for: it costs less to ask than to look."""
_POINTS = "，。；"
_ROOM = 2
"""More blanks are room to fill in: 开展手术　　　台."""
_MOST = 3
"""A line with more blanks is set with them."""
_FAR = 10
"""So far from the start of a sentence nothing is set off with a blank."""
_TERMS = re.compile("[一二三四五六七八九十]{1,3}[、.]|[0-9（(①-⑨]")
"""What a heading begins with, or a term of a glossary."""
_EXPLAINS = "指即是为"
"""What begins with these may explain what stands before the blank."""
_TERM = 7
"""So near to the start of a line a blank may stand between a term and what it means."""
_HEAD = 4
"""Terms of more characters end with a word, and not with a lone character."""
_DATELINE = re.compile("[0-9]日(?:电|讯)$")
"""What the text of a press report is set off from."""
_NAMES = re.compile("(?<![一-龥])[一-龥][ \u3000]{1,3}[一-龥]、$")
"""A name of two characters that is spaced out, in front of another one."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """One finding for all of them: they come in with one copying."""
    prose: dict[Span, bool] = {}
    found = []
    between = []
    for match in find(facts.text, facts.literals, _SEARCH) if _BLANK.search(facts.text) else ():
        line = facts.line(match.start())
        if match.end("hit") - match.start("hit") > _ROOM:
            continue
        if line not in prose:
            prose[line] = _is_prose(facts.text[slice(*line)])
        if prose[line]:
            asked = _is_asked(facts.text, match, line)
            word = word_across(match["left"], match["right"]) if asked else ""
            if word and not _may_be_term(match, line):
                found.append((Span(*match.span("hit")), word))
            elif _in_clause(facts.text, match, line):
                between.append((Span(*match.span("hit")), match["left"][-2:] + match["right"][:2]))
    for places, severity in ((found, ""), (between, "info")):
        if places:
            (first, word), *rest = places
            also = tuple(Related(span, "also") for span, _ in rest)
            edits = tuple(Edit(span, "") for span, _ in places)
            yield Finding(first, {"word": word}, also, edits, severity)


def _in_clause(text: str, match: re.Match[str], line: Span) -> bool:
    """Whether the one blank of a line stands inside a clause of a sentence, not in a quotation
    or a title (《中共中央 国务院关于……》)."""
    sentence, before = text[slice(*line)].strip(), text[line.start : match.start("hit")]
    return (
        len(sentence.split()) == 2
        and sentence.endswith("。")
        and before.count("“") == before.count("”")
        and before.count("《") == before.count("》")
        and not _TERMS.match(sentence)
        and not _DATELINE.search(before)
        and match["right"][0] not in _EXPLAINS
        and match.start("hit") - line.start > _FAR
        and min(len(match["left"]), len(match["right"])) > 1
    )


def _is_prose(line: str) -> bool:
    """Whether a line is written in sentences, and not set with blanks."""
    return any(point in line for point in _POINTS) and len(line.split()) <= _MOST + 1


def _is_asked(text: str, match: re.Match[str], line: Span) -> bool:
    """Whether a blank stands neither between two lone characters nor in a name of a list."""
    if len(match["left"]) == len(match["right"]) == 1:
        return False
    if text[match.start() - 1 : match.start()].isdecimal():
        return False  # 5个百分 点: what a figure counts is not ours to say
    if len(match["left"]) == 1:
        return not _NAMES.search(text, line.start, match.start())
    return True


def _may_be_term(match: re.Match[str], line: Span) -> bool:
    """Whether what stands before the blank may be a term that is then explained."""
    near = match.start("hit") - line.start <= _TERM
    return near and len(match["left"]) <= _HEAD


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_SEARCH,)


CHECK = Check("split-word", NoParams, run, fields=("word",), roles=("also",), searches=_searches)
