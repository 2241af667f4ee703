"""lexicon: which words there are, how often they are met, and of which class.

jieba's dictionary without jieba. Reading the whole of it takes longer than checking a hundred
reports; the file is in the order of its words, so the few that begin with a character of one
clause are found in it by bisection.
"""

from __future__ import annotations

import marshal
import mmap
import os
import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log

from govlint import warm

_READ = 1 << 12
"""Bytes of the dictionary read at a time: the words that begin with most characters."""
_CHARACTER = 4
"""Bytes that one has at most."""
_NOUNS = ("n", "vn", "an", "l", "j", "s", "eng", "x")
"""The classes of nouns, and of words that can be one."""
TOTAL = log(60_101_967)
"""The sum of all frequencies in the dictionary."""
_FIRST = "\n一 ".encode()
"""The line from which on the dictionary is in order; a few words with Latin letters precede it."""


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
def _strays() -> dict[str, list[bytes]]:
    """The lines before those, by their first characters."""
    found: dict[str, list[bytes]] = {}
    for line in bytes(dictionary()[: _ordered()]).splitlines():
        found.setdefault(line.decode()[0], []).append(line)
    return found


@lru_cache(maxsize=4096)
def lines_of(char: str) -> bytes:
    """The lines of the words that begin with ``char``, each behind a line end, and one more."""
    if char > "\uffff":  # no word has such a character
        return b"\n"
    sought = char.encode("utf-8", "surrogatepass")
    block = _known_block(char, sought)
    if block is None:
        block = _block(_first(char), sought)
    return b"\n".join([b"", *_strays().get(char, ()), block])


FILE = f"lexicon-{sys.byteorder}.bin"
"""Where in the dictionary the words begin, by their first characters, as the wheel holds it."""


def places() -> bytes:
    """What that file holds: the size of the dictionary, the characters in order, and where the
    words of each begin, and where the last end."""
    data = dictionary()
    place = _ordered()
    chars: list[str] = []
    starts = array("I")
    while place < len(data):
        char = data[place : place + _CHARACTER].decode("utf-8", "ignore")[0]
        chars.append(char)
        starts.append(place)
        place += len(_block(place, char.encode()))
    starts.append(place)
    return marshal.dumps((len(data), "".join(chars), starts.tobytes()), 2)


@cache
def starts_of_words() -> tuple[str, array[int]]:
    """The characters in order, and where the words of each begin: none where the wheel does not say
    it of this dictionary."""
    data = warm.built(FILE)
    if data is not None:
        size, chars, starts = marshal.loads(data)  # noqa: S302  # the wheel's own
        if size == len(dictionary()):
            return chars, array("I", starts)
    return "", array("I")


def _known_block(char: str, sought: bytes) -> bytes | None:
    """The lines that begin with ``char``, where it is known where they stand."""
    chars, starts = starts_of_words()
    number = bisect_left(chars, char)
    if number == len(chars):
        return b"" if chars else None
    if chars[number] != char:
        return b""
    block = bytes(dictionary()[starts[number] : starts[number + 1]])
    return block if block.startswith(sought) else None


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
    return first_line(dictionary(), _ordered(), char.encode("utf-8", "surrogatepass"))


def first_line(data: bytes | mmap.mmap, start: int, sought: bytes) -> int:
    """Where in ``data``, whose lines from ``start`` on are in order, the first line begins that is
    not before ``sought``."""
    low, high = start, len(data)
    while low < high:
        middle = data.rfind(b"\n", start, (low + high) // 2) + 1 or start
        if data[middle : middle + len(sought)] < sought:
            low = data.find(b"\n", middle) + 1 or len(data)
        else:
            high = middle
    return low


def words_at(text: str, place: int) -> dict[str, float]:
    """The words that begin at ``place`` of ``text``, each with the logarithm of how often it is
    met."""
    lines, found = lines_of(text[place]), {}
    for end in range(place + 1, len(text) + 1):
        word = text[place:end]
        key = f"\n{word}".encode("utf-8", "surrogatepass")
        start = lines.find(key)
        if start < 0 and end > place + 1:
            break  # no longer one begins so either
        start = lines.find(key + b" ", max(start, 0))
        if start >= 0:
            stop = lines.index(b"\n", start + 1)
            met = lines[start + len(key) : stop].split(b" ")[1]
            found[word] = log(int(met) or 1) - TOTAL
    return found


def is_listed(word: str) -> bool:
    """Whether the dictionary has ``word``.

    >>> is_listed("实事求是"), is_listed("实事求事")
    (True, False)
    """
    return f"\n{word} ".encode("utf-8", "surrogatepass") in lines_of(word[0])


def kind_of(word: str) -> str:
    """The class of ``word`` in the dictionary, "" where it is not there.

    >>> kind_of("推进"), kind_of("进一步"), kind_of("推推进")
    ('v', 'd', '')
    """
    key = f"\n{word} ".encode("utf-8", "surrogatepass")
    lines = lines_of(word[0])
    place = lines.find(key)
    if place < 0:
        return ""
    _, _, kind = lines[place + 1 : lines.index(b"\n", place + 1)].decode().split(" ")
    return kind


def is_noun(word: str) -> bool:
    """Whether the dictionary has ``word`` as a noun, or does not have it.

    >>> is_noun("项目"), is_noun("首次"), is_noun("稳步")
    (True, False, False)
    """
    kind = kind_of(word)
    return not kind or kind.startswith(_NOUNS)
