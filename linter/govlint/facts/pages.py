"""pages: page numbers and running headers that came along with pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from govlint.text.span import Span

_PAGE = re.compile(
    r"[-—–－·•]{1,2}[ \u3000]{0,3}[0-9]{1,3}[ \u3000]{0,3}[-—–－·•]{1,2}$"
    r"|第[一二三四五六七八九十百]{1,4}页$|\[ ?[0-9]{1,3} ?\]$|[Pp]\.? ?[0-9]{1,3}$"
    r"|第?[ \u3000]?[0-9]{1,3}[ \u3000]?页"
    r"(?:[ \u3000，,/|]{0,4}共[ \u3000]?[0-9]{1,3}[ \u3000]?页)?$"
    r"|(?:第 ?[0-9]{1,3} ?页)?[ ]?[0-9]{1,3} ?/ ?[0-9]{1,3}(?: ?页)?$"
    r"|Page [0-9]{1,3}(?: of [0-9]{1,3})?$"
)
_INSIDE = re.compile(
    r"(?<=[一-龥，、；0-9])[ \u3000]{1,3}(?:[-—–－]{1,2} ?[0-9]{1,3} ?[-—–－]{1,2}"
    r"|第 ?[0-9]{1,3} ?页[ ，]{0,2}共 ?[0-9]{1,3} ?页)[ \u3000]{1,3}(?=[一-龥])"
    r"|(?<=[一-龥，])(?:[—–－]{1,2} [0-9]{1,3} [—–－]{1,2}"
    r"|第 ?[0-9]{1,3} ?页 ?共 ?[0-9]{1,3} ?页)(?=[一-龥])"
)
"""A page number that was run into its line."""
_MAY_BE_INSIDE = re.compile("[-—–－页](?:(?<=页)| ?[0-9]{1,3} ?[-—–－])")
"""What a text holds that has one, found at a twentieth of the cost."""
_FOOTER = re.compile(
    r"[^。；，\n]{4,40}[ \u3000|]第 ?[0-9]{1,3} ?页[ ，/\u3000]{0,3}共 ?[0-9]{1,3} ?页"
)
_LONGEST = 60
_BARE = re.compile(r"[0-9]{1,3}$")
_FRACTION = re.compile(r"([0-9]{1,3}) ?/ ?([0-9]{1,3})$")
_HEADER = re.compile(
    r"(?=[^\n]*[一-龥]{4})"
    r"(?:[一-龥0-9“][^。；：，、！？（）□:]*[^。；：，、！？（）□:]|（[一-龥]{3,12}）)"
)
_KIND = re.compile(r"(?:报告|总结|计划|汇报|方案|要点|文件|资料|材料|通知|意见)$")
_DRAFT = re.compile(
    r"[^。；，：！？\n]{6,36}[（(](?:征求意见|送审|讨论|审议|报批|初|审定|修改|定)稿[）)]$"
)
"""What a file is called while it is written: in the middle of a text it can only be a header."""
_COUNT = re.compile(r"[ \u3000]{1,8}(?:第 ?)?[0-9]{1,3} ?页?$")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十]")
_SENTENCE = re.compile(r"[一-龥][^\n]{4,}[。；]")
_POINT = re.compile(r"[，、。；]")
_PROSE = 7
_LEAST, _MOST = 5, 40


def find_pages(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines that hold a page number and nothing else; bare numbers only where they cut
    sentences and count upwards, or one at a comma."""
    bare: list[Span] = []
    for i, line in enumerate(lines):
        if line.end - line.start > 16:
            if line.end - line.start <= _LONGEST and _FOOTER.fullmatch(text, *line):
                yield line
            continue
        if _PAGE.match(text, *line):
            fraction = _FRACTION.match(text, *line)
            if fraction is None or int(fraction[1]) <= int(fraction[2]):
                yield line
        elif _BARE.match(text, *line) and _cuts(text, lines, i, set()):
            bare.append(line)
    numbers = [int(text[slice(*line)]) for line in bare]
    if len(bare) > 1 and all(a < b for a, b in pairwise(numbers)):
        yield from bare
    elif len(bare) == 1 and _at_comma(text, lines, lines.index(bare[0])):
        yield bare[0]


def pages_inside(text: str) -> Iterator[Span]:
    """Page numbers inside a line of prose: 增长 — 12 — 8.5%."""
    if _MAY_BE_INSIDE.search(text):
        for match in _INSIDE.finditer(text):
            yield Span(*match.span())


def find_headers(text: str, lines: list[Span], pages: set[Span]) -> Iterator[Span]:
    """Lines that recur as the header of each page, and lines that cut a sentence and can only be
    a header; the first line of the document is its title."""
    places: dict[str, list[int]] = {}
    for i, (start, end) in enumerate(lines):
        if _LEAST <= end - start <= _MOST and _HEADER.fullmatch(text, start, end):
            places.setdefault(_COUNT.sub("", text[start:end]), []).append(i)
    for i, (start, end) in enumerate(lines[1:-1], 1):
        if text[end - 1] == "）" and _DRAFT.fullmatch(text, start, end) and _amid(text, lines, i):
            yield lines[i]
    for header, found in places.items():
        if _NUMBERED.match(header):
            continue
        cut = [i for i in found[1:] if _cuts(text, lines, i, pages)]
        title = found[0] <= 2 and not _cuts(text, lines, found[0], pages)
        if len(found) >= 3 and (title or 2 * len(cut) >= len(found)):
            yield from (lines[i] for i in found[1 if title else 0 :])
        elif _KIND.search(header):
            both = [i for i in found if i and _splits(text, lines, i, repeats=found[0] == 0)]
            yield from (lines[i] for i in both if i > 1 or text[lines[0].end - 1] == "，")


def _amid(text: str, lines: list[Span], index: int) -> bool:
    """Whether a line stands between two paragraphs that are finished."""
    around = (lines[index - 1], lines[index + 1])
    if text.startswith(("为", "根据", "按照"), around[1].start):
        return False  # another document begins
    return all(end - start >= 2 * _PROSE and text[end - 1] == "。" for start, end in around)


def _cuts(text: str, lines: list[Span], index: int, pages: set[Span]) -> bool:
    """Whether a line stands where a page ends: beside a page number, or inside a sentence."""
    if index and lines[index - 1] in pages:
        return True
    if index + 1 < len(lines) and lines[index + 1] in pages:
        return True
    if not index:
        return False
    before = lines[index - 1]
    return before.end - before.start >= 2 * _PROSE and text[before.end - 1] not in "。；！？：”）"


def _at_comma(text: str, lines: list[Span], index: int) -> bool:
    """Whether a line stands between the two halves of a sentence with a comma."""
    if not 0 < index < len(lines) - 1 or text[lines[index - 1].end - 1] != "，":
        return False
    return _SENTENCE.fullmatch(text, *lines[index + 1]) is not None


def _splits(text: str, lines: list[Span], index: int, *, repeats: bool) -> bool:
    """Whether the line before breaks off in a sentence that the line after finishes; a line that
    ``repeats`` the title needs no comma before it to show that."""
    if index + 1 >= len(lines):
        return False
    before, after = lines[index - 1], lines[index + 1]
    open_end = text[before.end - 1] not in "。；！？：”）》"
    sentence = text[after.end - 1] in "。；，" and not _NUMBERED.match(text, *after)
    return (
        open_end
        and sentence
        and before.end - before.start >= _PROSE
        and (repeats or _POINT.search(text, *before) is not None)
        and not _KIND.search(text, *before)
    )
