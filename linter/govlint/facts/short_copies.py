"""short_copies: short sentences that a paragraph says twice, items with a date that a list has
twice, and what stands twice on end.

A sentence that is short may be said again with emphasis, in another paragraph or with a word that
says so; of what happens in May a list tells once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govlint.facts.copies import Copy
from govlint.text.span import BLANK, Span

_SENTENCE = re.compile("[^。！？\n]{12,20}。")
_BINDS = re.compile("[要须应]|必须|[0-9]|严禁|不得|负责")
_AGAIN = re.compile("再[说讲次强]|重复|重申|反复|强调|再一?遍|还是那句话")
_LIKE = re.compile("^[由按对经以据]|[：“”《》？]|[Xx×]{2}")
"""What several cases of one paragraph may each say of themselves."""
_DATED = re.compile("[0-9]{1,2}月")
_ITEM = re.compile(
    r"[ \u3000]{0,8}(?:第[一二三四五六七八九十0-9]{1,3}(?:期|批次?|场|次|讲|节|站|轮|课|阶段|步)"
    r"(?:（[^（）\n]{0,16}）)?[：，、 ]|（?(?P<n>[一二三四五六七八九十0-9]{1,3})[）.、]{1,2})"
    r"[ \u3000]{0,2}(?P<said>[^。；\n]{8,120})[。；]?[ \u3000]*$"
)
"""A line that is one numbered item."""
_ADDRESSED = re.compile(
    r"(?:各|尊敬的|[一-龥]{2,20}(?:局|厅|政府|委员会|委|院|公司|学校|支行|协会))[^。；：\n]{0,80}：$"
)
"""A line that says whom a document goes to."""
_SHORTEST, _LINE = 8, 12
_POINTS = "。！？：；\n"
_TWICE = 2
_LONG = 60
_FAR = 2000
"""So far a word is looked for that says that something is said again."""


def short_copies(text: str, paragraphs: Sequence[Span]) -> Iterator[Copy]:
    """The sentence that a paragraph holds twice with others between."""
    for span in paragraphs:
        if span.end - span.start < _LONG:
            continue
        found = [match for match in _SENTENCE.finditer(text, *span) if _begins(text, match, span)]
        counts = Counter(match[0] for match in found)
        first: dict[str, re.Match[str]] = {}
        for match in found:
            said = match[0]
            before = first.setdefault(said, match)
            if counts[said] != _TWICE or before is match or before.end() == match.start():
                continue
            if _LIKE.search(said) or not _BINDS.search(said):
                continue
            end = min(match.end(), before.start() + _FAR)
            if not _AGAIN.search(text, before.start(), end):
                yield Copy(Span(*match.span()), Span(*before.span()))


def copies_on_end(text: str, lines: Sequence[Span]) -> Iterator[Copy]:
    """The sentence that stands twice with nothing between, and the line that does, above all that
    to the addressees."""
    start, before = 0, ""
    for said in text.split("。"):
        here = said.strip(BLANK)
        place = start + len(said) - len(said.lstrip(BLANK))
        if len(here) >= _SHORTEST and before.endswith(here) and "“" not in here:
            first = text.rindex(here, 0, start - 1)
            if not first or text[first - 1] in _POINTS + BLANK:
                yield Copy(Span(place, place + len(here)), Span(first, first + len(here)))
        before, start = here, start + len(said) + 1
    for one, other in pairwise(lines):
        said = text[slice(*one)]
        if said[-1:] not in ("：", "。") or said != text[slice(*other)]:
            continue
        if _ADDRESSED.fullmatch(said) or (len(said) >= _LINE and "：" not in said):
            yield Copy(other, one)


def _begins(text: str, match: re.Match[str], span: Span) -> bool:
    return match.start() == span.start or text[match.start() - 1] in "。！？"


def item_copies(text: str, lines: Sequence[Span]) -> Iterator[Copy]:
    """The item of a list of lines that is, date and all, another one."""
    seen: dict[str, Span] = {}
    for line in lines:
        match = _ITEM.match(text, *line)
        if match is None:
            seen.clear()
            continue
        if match["n"] in ("1", "一"):
            seen.clear()  # of another case
        here = Span(*match.span("said"))
        if _DATED.search(text, *here):
            first = seen.setdefault(match["said"], here)
            if first != here:
                yield Copy(here, first)
