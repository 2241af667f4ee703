"""further_ordinals: a problem, task or point by its number, and how many the list before it has.

检查发现三个问题：一是……，二是……，三是……。第四个问题……: the list says itself how many it has, and
a reference calls them as the list does. 前五项 and 前两项……后三项 are held against it, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from govlint.facts.items import ItemSeries
from govlint.facts.outline import Outline
from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_HAN = "一二三四五六七八九十"
_MEASURE = "方面|[个项条点类件种]"
_REFERRED = re.compile(
    rf"第(?P<n>[{_HAN}]{{1,2}}|[1-9])(?P<measure>{_MEASURE})(?P<noun>[一-龥]{{0,2}})"
)
_PART = re.compile(
    rf"[前后]\n?(?<=[，。；：\n中][前后])(?P<n>[两{_HAN}]|[2-9])(?P<measure>{_MEASURE})"
    r"(?P<noun>[一-龥]{0,2})"
)
_THESE = re.compile(
    rf"(?<=[，。；\n])这(?P<n>[三四五六七八九])(?P<measure>{_MEASURE})(?P<noun>[一-龥]{{2}})"
)
_LEAD_IN = re.compile(
    rf"(?:^|[，。；：\n])(?:其中，?的?|对于?|针对|关于|至于|而|就)?(?:第[{_HAN}1-9]{{1,2}}(?:{_MEASURE})?[、和及]?){{0,5}}$"
)
"""What stands between a point and the reference: nothing that says of which list it speaks."""
_ELSEWHERE = re.compile(
    "去年|上[年次轮]|省|市|督|巡|反馈|清单|附件|方案|条例|办法|规定|[《》〔“]|名单|原|总|表|其他|另"
)
_PROMISED = re.compile(
    rf"(?P<n>[两{_HAN}]|[2-9])(?P<measure>{_MEASURE})(?P<noun>[^，。；：\n]{{0,12}}?)"
    r"(?:，(?:即|分别是|主要是))?[：，。]?$"
)
_PREDICATE = "由是为于在需要已应务尚限年今明都均也还"
"""What may stand behind a reference that does not name what it refers to."""
_REACH = 60
_SLIP = 2
_MOST = 9
"""Lists of one line that are looked at."""
_FEWEST = 3


class Further(NamedTuple):
    """``span``: the reference; ``number``: the ordinal, or how many it takes; ``listed``: how many
    the list has."""

    span: Span
    number: int
    listed: int


class _List(NamedTuple):
    """A list that says how many it holds. ``line``: of its last item; ``end``: where that begins;
    ``held``: how many; ``measure`` and ``noun``: what it calls them."""

    line: int
    end: int
    held: int
    measure: str
    noun: str


def find_further(text: str, outline: Outline, items: list[ItemSeries]) -> Iterator[Further]:
    """Every reference beyond the one list that ends in its line, or in the line before."""
    found_lists = [told for series in items if (told := _told(text, outline, series)) is not None]
    if not found_lists:
        return
    lists: dict[int, list[_List]] = {}
    for each in found_lists:
        lists.setdefault(each.line, []).append(each)
    begin = found_lists[0].end
    starts = [entry.span.start for entry in outline.entries]
    for match in _REFERRED.finditer(text, begin):
        found = _list_of(lists, starts, match)
        number = parse_numeral(match["n"]) or 0
        beyond = found is not None and found.held < number <= found.held + _SLIP
        if found and beyond and _is_bare(text, match.start()) and _ends(text, match, found):
            yield Further(Span(*match.span()), number, found.held)
    yield from _parts(text, begin, lists, starts)
    for match in _THESE.finditer(text, begin):
        found = _list_of(lists, starts, match)
        number = parse_numeral(match["n"]) or 0
        if found and match["noun"] in found.noun and 0 < abs(number - found.held) < _SLIP:
            yield Further(Span(match.start("n"), match.end()), number, found.held)


def _parts(
    text: str, begin: int, lists: dict[int, list[_List]], starts: list[int]
) -> Iterator[Further]:
    before: tuple[_List, int, int] | None = None
    for match in _PART.finditer(text, begin):
        found = _list_of(lists, starts, match)
        number = parse_numeral(match["n"]) or 0
        if found is None or _ELSEWHERE.search(text, match.start() - 1, match.end()):
            continue
        if number > found.held:
            yield Further(Span(match.start(), match.end("measure")), number, found.held)
        first = match[0][0] == "前"
        if (
            not first
            and before is not None
            and before[0] == found
            and text.find("。", before[2], match.start()) < 0
        ):
            both = before[1] + number
            if both > found.held >= number:
                yield Further(Span(before[2], match.end("measure")), both, found.held)
        before = (found, number, match.start()) if first else None


def _told(text: str, outline: Outline, series: ItemSeries) -> _List | None:
    """The list that a series makes up, if what stands before it counts as many."""
    first, last = series.members[0], series.members[-1]
    if series.last < _FEWEST - 1 or series.ordinals != [*range(1, series.last + 1)]:
        return None
    entry = outline.entries[series.lines[0]]
    start = max(entry.span.start, first.mark.start - _REACH)
    end = first.mark.start
    if first.mark.start == entry.span.start and series.lines[0]:
        above = outline.entries[series.lines[0] - 1].span
        start, end = max(above.start, above.end - _REACH), above.end
    promised = _PROMISED.search(text, start, end)
    if promised is None or parse_numeral(promised["n"]) != series.last:
        return None
    return _List(
        series.lines[-1], last.mark.start, series.last, promised["measure"], promised["noun"]
    )


def _list_of(
    lists: dict[int, list[_List]], starts: list[int], match: re.Match[str]
) -> _List | None:
    """The one list near which a reference stands that calls what it counts so."""
    line = bisect_right(starts, match.start()) - 1
    ending = (*lists.get(line - 1, ())[:_MOST], *lists.get(line, ())[:_MOST])
    near = [each for each in ending if each.end < match.start()]
    if len(near) != 1:
        return None
    found: _List = near[0]
    noun = match["noun"]
    if len(noun) > 1 and noun in found.noun:
        return found
    same = match["measure"] == found.measure and (not noun or not found.noun or _named(noun, found))
    return found if same else None


def _named(noun: str, found: _List) -> bool:
    """Whether what stands behind a reference is the noun of the list, or no noun at all."""
    return noun in found.noun or (found.noun[-2:] not in noun and noun[0] in _PREDICATE)


def _ends(text: str, match: re.Match[str], found: _List) -> bool:
    """Whether the noun of a reference is whole: 第四个优势 and no 第四个优势产业."""
    after = text[match.end() : match.end() + 1]
    return match["noun"] not in found.noun or not "一" <= after <= "龥" or after in _PREDICATE


def _is_bare(text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    sentence = re.split("[。；\n]", before)[-1]
    return _LEAD_IN.search(before) is not None and not _ELSEWHERE.search(sentence)
