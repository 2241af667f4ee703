"""counts_below: a number of names, rows, chapters or attachments, and those that stand below it.

决定对以下6名同志予以嘉奖： above lines that hold nothing but names; （共5户） above rows numbered
1 to 4; 共四章十条，章目如下： above three chapters; 附件共4份 above a list of three. And 这五个文件
behind a sentence that lists four titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govlint.facts.attachments import Attachment
from govlint.facts.char_counts import Counted
from govlint.facts.named_counts import TITLED
from govlint.facts.outline import Outline
from govlint.syntax.tree import Heading
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import BLANK, Span

_N = "[0-9]{1,2}|[两二三四五六七八九十]{1,3}"
_FREE = "(?<![第前后近约超余每各0-9.一二三四五六七八九十])"
_PERSONS = re.compile(
    rf"{_FREE}(?P<hit>(?P<n>{_N})[名位])[^，。；：\n]{{0,16}}[^。；：\n]{{0,30}}：[ \u3000]{{0,4}}$"
)
_GAP = "[、，,]|[ \u3000\t]{2,8}|(?<=[一-龥]{2})[ \u3000\t](?=[一-龥]{2})"
_NAME = re.compile("[一-龥]{2,4}|[一-龥][ \u3000]{1,2}[一-龥]|[一-龥]{1,8}(?:·[一-龥]{1,8}){1,2}")
_NOT_A_NAME = "局委办厅院站校会处室队社厂镇乡村县区市部等组任员长记师授中"
_IN_ALL = re.compile(
    rf"（共(?:计|有)?(?P<hit>(?P<n>{_N})[户人家个名件项处辆台所条宗])）[ \u3000]{{0,4}}$"
)
_ROW = re.compile(
    r"[ \u3000]{0,4}(?P<n>[1-9][0-9]?)[ \u3000\t|]{1,6}[^ \u3000\t\n|]{1,20}[ \u3000\t|]"
)
_NUMBERS = re.compile("[0-9]+")
_CHAPTERS = re.compile(
    rf"[共分](?:为|成|有|设)?(?P<hit>(?P<n>{_N})章)[^。\n]{{0,40}}：[ \u3000]{{0,4}}$"
)
_ATTACHED = re.compile(
    rf"附件(?:材料|资料)?(?:共|共计|计|共有)?(?P<hit>(?P<n>{_N})[份个件])(?![一-龥]{{0,2}}式)"
)
_TITLES = re.compile(rf"{TITLED}(?:(?:、|，|和|及|与|以及)?{TITLED}){{1,11}}(?P<open>等)?")
_UNNAMED = re.compile("办法|细则|方案|制度|规定|意见|条例|通知")
"""What is told with the titles and without one."""
_THESE = re.compile(
    r"(?<=[。，；\n\u3000 ])这(?P<hit>(?P<n>[两三四五六七八九十])(?:个|份|部|项|件)[一-龥]{0,4}?"
    r"(?:文件|办法|制度|规定|意见|方案|法规|规章|条例|文献|通知|细则))(?![一-龥]{0,2}[中里之]一)"
)
_REACH = 500
_FEWEST = 2
_SLIP = 2
_HEADER = 2
"""So many lines of column names may stand between a caption and its rows."""


def find_counts_below(
    text: str, outline: Outline, attachments: Sequence[tuple[Attachment, ...]]
) -> Iterator[Counted]:
    """Every number with how many stand below it, where that is another number by a slip."""
    for found in (
        *_names(text, outline),
        *_rows(text, outline),
        *_chapters(text, outline),
        *(_attached(text, attachments[0]) if len(attachments) == 1 else ()),
        *(_titles_before(text) if "》" in text else ()),
    ):
        if found.listed >= _FEWEST and 0 < abs(found.number - found.listed) <= _SLIP:
            yield found


def _counted(match: re.Match[str], listed: int) -> Counted:
    return Counted(Span(*match.span("hit")), parse_numeral(match["n"]) or 0, listed)


def _names(text: str, outline: Outline) -> Iterator[Counted]:
    """Lines of names below a number of persons; a line that is anything else ends them."""
    entries = outline.entries
    for place, entry in enumerate(entries[:-1]):
        if text[entry.span.end - 1] != "：":
            continue
        match = _PERSONS.search(text, max(entry.span.start, entry.span.end - 60), entry.span.end)
        listed = 0
        for below in entries[place + 1 :] if match else ():
            held = _names_in(text[slice(*below.span)])
            if not held or isinstance(below, Heading):
                break
            listed += held
        if match:
            yield _counted(match, listed)


def _names_in(line: str) -> int:
    """How many names make up a line, 0 where it holds anything else."""
    parts = [part.strip(BLANK) for part in re.split(_GAP, line.strip(BLANK + "。；"))]
    names = [part for part in parts if part]
    if not all(_NAME.fullmatch(name) and name[-1] not in _NOT_A_NAME for name in names):
        return 0
    return len(names)


def _rows(text: str, outline: Outline) -> Iterator[Counted]:
    """Rows numbered from 1 on below a caption that says how many there are, up to their total."""
    if "（共" not in text:
        return
    lines = [entry.span for entry in outline.entries]
    for place, line in enumerate(lines[:-1]):
        match = _IN_ALL.search(text, max(line.start, line.end - 20), line.end)
        if match is None:
            continue
        near = lines[place + 1 : place + 2 + _HEADER]
        first = next((i for i, below in enumerate(near) if _ROW.match(text, *below)), len(lines))
        listed = 0
        for below in lines[place + 1 + first :]:
            row = _ROW.match(text, *below)
            if row is None or int(row["n"]) != listed + 1:
                break
            listed += 1
        after = place + 1 + first + listed
        if (
            listed
            and after < len(lines)
            and text.startswith(("合计", "总计", "小计"), lines[after].start)
            and str(parse_numeral(match["n"])) not in _NUMBERS.findall(text, *lines[after])
        ):
            yield _counted(match, listed)


def _chapters(text: str, outline: Outline) -> Iterator[Counted]:
    entries = outline.entries
    for place, entry in enumerate(entries[:-1]):
        below = entries[place + 1]
        if not isinstance(below, Heading) or below.shape != "chapter" or below.ordinal != 1:
            continue
        match = _CHAPTERS.search(text, *entry.span)
        ordinals = [h.ordinal for h in outline.headings if h.shape == "chapter"]
        if match and ordinals == [*range(1, len(ordinals) + 1)]:
            yield _counted(match, len(ordinals))


def _attached(text: str, attachments: tuple[Attachment, ...]) -> Iterator[Counted]:
    """附件共4份 above the list of attachments, said once."""
    told = [*_ATTACHED.finditer(text, 0, attachments[0].name.start)]
    if len(told) == 1 and attachments[0].number:
        yield _counted(told[0], len(attachments))


def _titles_before(text: str) -> Iterator[Counted]:
    """这五个文件 behind the titles of four, which are all that are named before it in two lines."""
    for match in _THESE.finditer(text):
        line = begins(text, match.start(), "\n", _REACH)
        start = max(begins(text, max(0, line - 1), "\n"), match.start() - _REACH)
        runs = [*_TITLES.finditer(text, start, match.start())]
        if not runs or runs[-1]["open"] or _UNNAMED.search(text, runs[-1].end(), match.start()):
            continue
        told = {run[0].count("《") for run in runs} | {text.count("《", start, match.start())}
        if len(told) == 1:
            yield _counted(match, told.pop())
