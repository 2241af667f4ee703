"""roster_counts: how many persons and groups there are to be, and how many are told.

两名副组长 against the names behind 副组长：; 五个工作组： against the lines below it that each
begin with the name of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from govlint.facts.char_counts import Counted
from govlint.facts.outline import Outline
from govlint.syntax.tree import Heading
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[0-9]{1,2}|[一两二三四五六七八九十]{1,2}"
_ROLE = (
    "(?:常务)?副?(?:组长|主任|总指挥|指挥长|会长|理事长|队长|班长|站长|主席|秘书长|主编|主裁判"
    "|裁判长|院长|校长)"
)
_ROSTER = re.compile(
    rf"^[ \t\u3000]*(?P<role>{_ROLE}|成员|委员|理事)[ \u3000]{{0,4}}："
    r"(?P<names>[^\n]{2,300})$",
    re.MULTILINE,
)
_BRACKETS = re.compile("（[^（）]{0,40}）")
_NAME = re.compile("[一-龥]{2,4}|[一-龥]{1}[ \u3000]{1,2}[一-龥]")
_NO_NAME = "长任记员席科部室局办处站所院会队组委"
"""What ends a post, or a body, and no name that is told."""
_MORE = re.compile("\\n[ \\t\\u3000]*[一-龥][ \\u3000]{0,2}[一-龥]{1,2}(?:[、 \\t\\u3000]|\\n|$)")
"""A line of further names."""
_BESIDE = re.compile("(?:常务|第一|执行|联合|轮值)副?(?:组长|主任|总指挥|指挥长|会长|理事长|主席)")
"""Who may be counted with the others, on a line of his own."""
_HEADED = re.compile(
    rf"(?:设|有|由|为|包括|组成|成立|分)[^，。；：\n]{{0,12}}?(?<![0-9第前后各每余])(?P<hit>(?P<n>{_N})(?:个|支|类|大)(?P<noun>[一-龥]{{1,6}}))[：。]$"
)
_LINE_NAME = f"(?!各|每|以上|上述|前述|其中|其他|这|(?:{_N})个)[^，。；：、（）\\n]{{1,14}}?"
"""What names one; 四个组下设八个小组 tells of all."""
_FEWEST = 2
_LATER = 12
_ABOVE = 600
"""So far above a line of names what counts them stands."""
_SLIP = 2


def find_roster_counts(text: str) -> Iterator[Counted]:
    """How many of a role there are to be, against the names of its one line."""
    lines = [*_ROSTER.finditer(text)]
    roles = Counter(line["role"] for line in lines)
    for line in lines:
        if roles[line["role"]] > 1 or "等" in line["names"]:
            continue
        names = re.split(
            "[、，；]|[ \u3000\t]{3,8}", _BRACKETS.sub("", line["names"]).strip(" 。；\u3000")
        )
        names = [name.strip(" \u3000") for name in names]
        if not all(_NAME.fullmatch(name) and name[-1] not in _NO_NAME for name in names):
            continue
        low = max(0, line.start() - _ABOVE)
        if _MORE.match(text, line.end()) or _BESIDE.search(text, low, line.start("role") + 4):
            continue
        told = [*_told(text, line["role"], line.start())]
        if len(told) == 1 and 0 < abs(told[0][0] - len(names)) <= _SLIP:
            yield Counted(told[0][1], told[0][0], len(names))


def _told(text: str, role: str, end: int) -> Iterator[tuple[int, Span]]:
    """The numbers of a role in the lines above its own."""
    number = re.compile(
        rf"(?<![0-9第每各])(?P<a>{_N})[名位个人]{role}(?!单位|[一-龥]{{0,2}}单位)|(?:(?<=[，。、；：\n设])|(?<=设立)|(?<=其中)){role}(?P<b>{_N})[名人位]"
    )
    for match in number.finditer(text, max(0, end - _ABOVE), end):
        yield parse_numeral(match["a"] or match["b"]) or 0, Span(*match.span())


def find_headed_lines(text: str, outline: Outline) -> Iterator[Counted]:
    """The lines below 下设五个工作组： that each begin with the name of one, 综合组，……"""
    entries = outline.entries
    for place, entry in enumerate(entries[:-_FEWEST]):
        match = _HEADED.search(text, max(entry.span.start, entry.span.end - 40), entry.span.end)
        if match is None:
            continue
        line = re.compile(rf"[—\s\u3000]{{0,6}}{_LINE_NAME}{match['noun'][-1]}(?=[，：（])")
        number, listed = parse_numeral(match["n"]) or 0, 0
        for other in entries[place + 1 : place + 2 + number + _SLIP]:
            if isinstance(other, Heading) or line.match(text, *other.span) is None:
                break
            listed += 1
        later = entries[place + 1 + listed : place + 1 + listed + _LATER]
        if any(line.match(text, *other.span) for other in later):
            continue  # lines stand between them
        if listed >= _FEWEST and 0 < abs(listed - number) <= _SLIP:
            yield Counted(Span(*match.span("hit")), number, listed)
