"""words: where one word ends and the next begins, asked at candidates only.

jieba's dictionary and jieba's way of cutting, without its model for unknown words. What jieba
itself does first, reading the whole dictionary, takes longer than checking a hundred reports; the
file is in the order of its words, so the few that begin with a character of one clause are found
in it by bisection. jieba is not imported. A property test holds that both cut alike.
"""

from __future__ import annotations

import mmap
import os
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log

from govlint.text.span import Span

_REACH = 24
"""Code points on either side of a candidate that are cut into words: the clause, as a rule."""
_LONGEST = 16
"""No word of the dictionary is longer."""
_READ = 1 << 12
"""Bytes of the dictionary read at a time: the words that begin with most characters."""
_NOUNS = ("n", "vn", "an", "l", "j", "s", "eng", "x")
"""The classes of nouns, and of words that can be one."""
_MARKS = frozenset("，。；：！？、“”‘’（）《》〈〉〔〕【】—…· \t\n\u3000")
_TOTAL = log(60_101_967)
"""The sum of all frequencies in the dictionary."""
_FIRST = "\n一 ".encode()
"""The line from which on the dictionary is in order; a few words with Latin letters precede it."""
_RARE = log(3.5) - _TOTAL
"""Words of the dictionary below that were listed, but not met often enough to be counted."""
_NAME = 3
"""So long is a word that can be the head of a longer one, which comes last in Chinese."""
_PHRASE = 6
"""A text that differs from so many characters by one is not like them by chance."""
_SURE = log(100)
"""How many times likelier the sentence must be with the right word for a typo to count that seems
to be a part of other words."""


@cache
def dictionary() -> bytes | mmap.mmap:
    """A word, its frequency and its class a line, in UTF-8."""
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    place = os.path.join(os.path.dirname(spec.origin), "dict.txt")
    try:
        with open(place, "rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError:  # in a zip
        data: bytes = spec.loader.get_data(place)  # type: ignore[union-attr]
        return data


@cache
def _ordered() -> int:
    """Where the words in order begin."""
    return dictionary().find(_FIRST) + 1


@cache
def _strays() -> list[bytes]:
    """The lines before those."""
    return bytes(dictionary()[: _ordered()]).split(b"\n")


@lru_cache(maxsize=4096)
def _lines(char: str) -> bytes:
    """The lines of the words that begin with ``char``, each behind a line end, and one more."""
    if char > "\uffff":  # no word has such a character
        return b"\n"
    sought = char.encode("utf-8", "surrogatepass")
    stray = [line for line in _strays() if line.startswith(sought)]
    return b"\n".join([b"", *stray, _block(_first(char), sought)])


def _block(low: int, sought: bytes) -> bytes:
    """The lines from the one at ``low`` on that begin with ``sought``."""
    data, size = dictionary(), _READ
    while True:
        piece = bytes(data[low - 1 : low + size])
        end = piece.find(b"\n", piece.rfind(b"\n" + sought) + 1) + 1
        if 0 < end <= len(piece) - len(sought) or low + size >= len(data):
            return piece[1:end]  # the line behind it begins otherwise
        size *= 8


def _first(char: str) -> int:
    """Where the first line begins that is in order and not before ``char``."""
    data, start, sought = dictionary(), _ordered(), char.encode("utf-8", "surrogatepass")
    low, high = start, len(data)
    while low < high:
        middle = data.rfind(b"\n", start, (low + high) // 2) + 1 or start
        if data[middle : middle + len(sought)] < sought:
            low = data.find(b"\n", middle) + 1 or len(data)
        else:
            high = middle
    return low


@lru_cache(maxsize=1 << 15)
def words_with(begun: str) -> tuple[dict[str, float], int]:
    """The words that begin with ``begun``, two characters, and the first of them if it is one;
    the logarithm of how often each is met, and the length of the longest."""
    lines, found = _lines(begun[0]), {}
    for sought in (f"{begun[0]} ", begun)[: len(begun)]:
        key = f"\n{sought}".encode("utf-8", "surrogatepass")
        place = lines.find(key)
        while place >= 0:
            end = lines.index(b"\n", place + 1)
            word, met, _ = lines[place + 1 : end].decode().split(" ")
            found[word] = log(int(met) or 1) - _TOTAL
            place = lines.find(key, end)
    return found, max(map(len, found), default=1)


def _crossed(text: str, place: int, low: int) -> bool:
    """Whether a word of the dictionary that begins at ``low`` or later may lie across
    ``place``."""
    for start in range(max(low, place - _LONGEST), place):
        begun = f"\n{text[start : place + 1]}".encode("utf-8", "surrogatepass")
        if begun in _lines(text[start]):
            return True
    return False


@lru_cache(maxsize=512)
def _best(text: str, hit: Span | None = None) -> list[tuple[float, int]]:
    """For each place of ``text`` the logarithm of how likely the rest is, cut in the likeliest
    way, and where its first word ends. Rare words that hold all of ``hit`` do not count (the
    dictionary has 银行帐户 beside 帐户), nor do those that end with it: a 市旅游局 is a 旅游局."""
    size = len(text)
    best = [(0.0, size)] * (size + 1)
    for place in range(size - 1, -1, -1):
        known, longest = words_with(text[place : place + 2])
        best[place] = max(
            (known.get(text[place:end], -_TOTAL) + best[end][0], end)
            for end in range(place + 1, min(size, place + longest) + 1)
            if end == place + 1 or known.get(text[place:end], -99.0) > _floor(place, end, hit)
        )
    return best


def _floor(place: int, end: int, hit: Span | None) -> float:
    """How likely a word has to be."""
    if hit is None or place > hit.start or end < hit.end or (place, end) == hit:
        return -90.0
    return 0.0 if end == hit.end and end - hit.start >= _NAME else _RARE


def cut(text: str) -> list[str]:
    """The words of ``text``, which holds no marks.

    >>> cut("改善生产生活条件")
    ['改善', '生产', '生活', '条件']
    """
    best, found, place = _best(text), [], 0
    while place < len(text):
        end = best[place][1]
        found.append(text[place:end])
        place = end
    return found


def is_noun(word: str) -> bool:
    """Whether the dictionary has ``word`` as a noun, or does not have it.

    >>> is_noun("项目"), is_noun("首次"), is_noun("稳步")
    (True, False, False)
    """
    key = f"\n{word} ".encode("utf-8", "surrogatepass")
    lines = _lines(word[0])
    place = lines.find(key)
    if place < 0:
        return True
    _, _, kind = lines[place + 1 : lines.index(b"\n", place + 1)].decode().split(" ")
    return kind.startswith(_NOUNS)


def is_word(text: str, span: Span, meant: str, *, left: bool = True, right: bool = True) -> bool:
    """Whether what stands at ``span`` is one word or more, and no part of another; ``left`` and
    ``right``: which end may lie inside one. A part of another word counts all the same where the
    clause is far likelier with ``meant`` in its place.

    >>> text = "改善生产生活条件"
    >>> is_word(text, Span(3, 5), "出产"), is_word("会产生影响", Span(1, 3), "出产")
    (False, True)
    >>> is_word("企业座落在镇区", Span(2, 4), "坐落")
    True
    """
    start, end = _clause(text, span)
    asked = [place for place, wanted in zip(span, (left, right), strict=True) if wanted]
    asked = [p for p in asked if start < p < end and _crossed(text, p, start)]
    if not asked:
        return True
    best = _best(text[start:end], Span(span.start - start, span.end - start))
    if _starts(best).issuperset(place - start for place in asked):
        return True
    other = text[start : span.start] + meant + text[span.end : end]
    return _best(other)[0][0] - best[0][0] > _SURE


def is_listed(word: str) -> bool:
    """Whether the dictionary has ``word``.

    >>> is_listed("实事求是"), is_listed("实事求事")
    (True, False)
    """
    return f"\n{word} ".encode("utf-8", "surrogatepass") in _lines(word[0])


def is_slip(text: str, span: Span, place: int, meant: str) -> bool:
    """Whether ``span``, which differs by the character at ``place`` from what is ``meant``, begins
    and ends where words do, and that character is no part of a word there, or only of one that is
    hardly met and makes the clause far less likely.

    >>> is_slip("干部清正廉结，", Span(2, 6), 5, "清正廉洁")
    True
    >>> is_slip("整治经济秩序，", Span(0, 4), 1, "政治经济")
    False
    """
    start, end = _clause(text, span)
    best = _best(text[start:end])
    ends = _starts(best)
    if not {span.start - start, span.end - start} <= ends:
        return False
    if {place - start, place + 1 - start} <= ends:
        return True
    first = max(each for each in ends if each <= place - start)
    word = text[start + first : start + best[first][1]]
    if words_with(word[:2])[0].get(word, 0.0) > _RARE and len(meant) < _PHRASE:
        return False
    other = text[start : span.start] + meant + text[span.end : end]
    return _best(other)[0][0] - best[0][0] > _SURE


def starts(text: str, span: Span) -> set[int]:
    """Where the words of the clause around ``span`` begin, and where the last one ends.

    >>> sorted(starts("企业参与与群众满意，", Span(3, 5)))
    [0, 2, 4, 5, 9]
    """
    start, end = _clause(text, span)
    return {start + place for place in _starts(_best(text[start:end]))}


def _starts(best: list[tuple[float, int]]) -> set[int]:
    place, found = 0, {0}
    while place < len(best) - 1:
        place = best[place][1]
        found.add(place)
    return found


def _clause(text: str, span: Span) -> Span:
    """The stretch around ``span`` without a mark, or what of it is near."""
    start, end = span
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    while start > low and text[start - 1] not in _MARKS:
        start -= 1
    while end < high and text[end] not in _MARKS:
        end += 1
    return Span(start, end)


def word_across(left: str, right: str) -> str:
    """The word that holds the place between two texts, or "" where each is made of words by
    itself.

    >>> word_across("绿化美化和污", "水治理"), word_across("全年完成", "投资")
    ('污水', '')
    """
    place, end = len(left), 0
    for word in cut(left + right):
        end += len(word)
        if end > place > end - len(word):
            alone = len(cut(left)[-1]) == 1 or len(cut(right)[0]) == 1
            return word if alone else ""
    return ""
