"""noise: what is not the document's own text, and disturbs no other rule.

Watermarks and advertisements, the metadata block and navigation of a portal, page numbers,
repeated page headers. Lines are judged by kinds of evidence rather than by the phrases of one
sample, and a line that can be a title, a heading or a salutation is never taken.
"""

from __future__ import annotations

import re

from govlint.facts.pages import find_headers, find_pages, pages_inside
from govlint.facts.portal import find_portal
from govlint.facts.watermarks import find_watermarks
from govlint.records import NamedTuple
from govlint.text.span import Span, lines_in, union

_COMMENT = re.compile(r"<！--[^>]{0,2000}-->")
_UNIT = (
    "(?:公[里顷]|平方|[万亿元亩吨%月次期件条套米]|项(?!目)|人(?![民才口居员大])|家(?![庭园])|个(?![人体])"
    "|户(?![籍外])|年(?![度轻])|日(?!常)|座(?!谈)|处(?![理置罚])|名(?![称录])|台(?!账)|场(?![所地景]))"
)
_BOLD = re.compile(
    rf"\*(?<!\*\*)(?!\*{{1,2}}{_UNIT}[^*\n]{{1,200}}\*{{2,3}}{_UNIT})"
    r"(?P<more>\*{1,2})(?P<text>(?![、，。；：和])[^*\n]{1,200})\*(?P=more)(?!\*)"
)
"""Marks of emphasis around words; two before units each stand for a figure: **人，新建**座."""
_HASHES = re.compile(r"(?m:^#{1,6}(?= ))")


class Noise(NamedTuple):
    """Blocks of lines by kind, in order; each block is one unbroken stretch."""

    watermarks: tuple[Span, ...] = ()
    portal: tuple[Span, ...] = ()
    pages: tuple[Span, ...] = ()
    headers: tuple[Span, ...] = ()

    @property
    def spans(self) -> list[Span]:
        return sorted(self.watermarks + self.portal + self.pages + self.headers)


def find_noise(text: str) -> Noise:
    """The noise in a width-folded text."""
    lines = lines_in(text)
    portal = find_portal(text, lines)
    rest = [line for line in lines if not _inside(line, portal)]
    pages = tuple(sorted(find_pages(text, rest)))
    headers = tuple(sorted(find_headers(text, rest, set(pages))))
    taken = {*pages, *headers}
    rest = [line for line in rest if line not in taken]
    inside = tuple(span for span in pages_inside(text) if not _inside(span, portal))
    return Noise(find_watermarks(text, rest), portal, tuple(sorted(pages + inside)), headers)


def blank(text: str, spans: list[Span]) -> str:
    """``text`` with spaces for every character in ``spans`` and for the marks of Markdown and
    HTML comments, behind which headings stand; line ends are kept. ``spans`` may overlap."""
    pieces, last = [], 0
    for span in union(spans):
        pieces.append(text[last : span.start])
        pieces.append("".join(c if c == "\n" else " " for c in text[span.start : span.end]))
        last = span.end
    text = "".join(pieces) + text[last:] if spans else text
    if "<！--" in text:
        text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    if "**" in text:
        text = _BOLD.sub(_unmarked, text)
    if "#" in text:
        text = _HASHES.sub(lambda match: " " * len(match[0]), text)
    return text


def _unmarked(match: re.Match[str]) -> str:
    blank = " " * (1 + len(match["more"]))
    return f"{blank}{match['text']}{blank}"


def _inside(line: Span, blocks: tuple[Span, ...]) -> bool:
    return any(block.start <= line.start < block.end for block in blocks)
