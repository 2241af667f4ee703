"""halfwidth: half-width marks where Chinese text has full-width ones (GB/T 15834—2011, 4).

A mark belongs to what stands on both sides of it. The colon of 9:30 and 3:2, the comma of 3,000
and everything inside Latin text stay as they are; brackets are judged in pairs, by what they hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from govlint.records import NamedTuple

FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
"""The full-width form of each mark. The straight quote has two, 。 is looked for at line ends."""

_POINTS = ",;:?!"
_SIGN = re.compile(r"[,;:?!()\"]")
_BRACKET = re.compile("[（）]")
_QUOTE = re.compile('[“”"]')
_CHINESE = re.compile(r"[\u2e80-\uffef“”‘’…—·%‰℃㎡]")
_HAN = re.compile(r"[一-龥]")
_LETTER = re.compile(r"[A-Za-z]")
_ENTITY = re.compile(r"&#?\w{1,8}$")
_ASKS = re.compile(
    r"什么|怎|如何|吗|呢|哪|谁|为何|是否|多少|何[在为以时]|几[个时]|能否|可否|难道|[没]有?了?$|(.)[不没]\1"
)
_ORDINAL = re.compile(r"[〇零一二三四五六七八九十百0-9]{1,4}")
_LISTED = re.compile(r"(?:^|[\s。；：，;:,])[0-9A-Za-z]{1,2}$")
_STOP = re.compile(r"\.(?<=[一-龥”）》%].)(?=[\"”]?[ \t\u3000]*(?:[\r\n]|\Z))")
_ORDERED = re.compile(
    r"[ \u3000]{0,8}(?:（?[〇一二三四五六七八九十]{1,3}[）、]|（?[0-9]{1,2}[）.、])"
)
_HEADING = 40
"""An ordinal and no more characters than that are a heading, which ends with nothing …"""
_PARTED = re.compile("，[^，]{1,60}$")
"""… unless a comma parts them: then it is a sentence."""
_ANY_STOP = re.compile(rf"{_STOP.pattern}|\.(?<=[一-龥”）%].)(?=[一-龥“《])")
_SHORTEST = 5
"""Fewer characters before a point at the end of a line are a heading or an abbreviation."""
_FAR = 8
"""So far blanks and brackets are looked over."""
_LONG = 200
"""So much of what brackets hold is looked at."""
_WORD = 12
_WORD_BEFORE = re.compile(r"[一-龥”）)][A-Za-z0-9.&+-]{1,10}$")
_WORD_AFTER = re.compile(r"[A-Za-z0-9.&+-]{1,10}[一-龥“（(]")
_SPOKEN = re.compile(
    r"[^“”。！？\n]{0,24}[”）)](?:(?:的|作为|为|来|进行|这种|等){0,2}(?:格式|形式|字样|分隔|隔开|分开|连接|样式|写法|字符)|[^。\n]{0,30}(?:半角|英文))"
)
_INTRODUCED = re.compile(r"(?:半角|英文)[^。；\n]{0,16}$")
"""What shows that a mark is quoted because it is spoken of: “经度,纬度”格式, 半角逗号(,)."""
_OPENED = re.compile(r"[“（(][^“”（）()\n]{0,24}$")
_QUESTION = 40
"""So far back a word shows that a sentence asks."""
_HABIT = 3
"""Fewer marks are slips."""


class HalfMark(NamedTuple):
    """A half-width mark at ``place`` and the full-width one for it, "" where that is not clear;
    ``pair``: the place of the bracket or quote that opens what it closes, if that is half-width,
    too, or else its own."""

    place: int
    right: str
    pair: int


class HalfWidth(NamedTuple):
    """``habit``: marks of a kind that the document writes half-width more often than not;
    ``single``: the others. Both in order."""

    habit: tuple[HalfMark, ...]
    single: tuple[HalfMark, ...]


def find_half_width(source: str, body: str) -> list[HalfMark]:
    """The half-width marks of ``source`` that belong to Chinese text, in order; ``body`` is its
    folded view with noise blanked out."""
    found: list[HalfMark] = []
    if "." in source:
        found += _stops(source, body)
    found += _marks(source, body)
    found.sort()
    return found


def by_habit(source: str, found: list[HalfMark]) -> HalfWidth:
    """The same, apart: the signs that are half-width in most places, or all of them where most
    marks of the document are, and the rest."""
    if not found:
        return HalfWidth((), ())
    habits = _habits(source, found)
    return HalfWidth(
        tuple(mark for mark in found if source[mark.place] in habits),
        tuple(mark for mark in found if source[mark.place] not in habits),
    )


def _habits(source: str, found: list[HalfMark]) -> set[str]:
    half = Counter(source[mark.place] for mark in found)
    full = {sign: source.count(wide) for sign, wide in FULL.items()}
    full |= {'"': source.count("“") + source.count("”"), ".": source.count("。")}
    if len(found) >= _HABIT and len(found) > sum(full[sign] for sign in FULL):
        return set(half)
    half["("] = half[")"] = half["("] + half[")"]
    full["("] = full[")"] = full["("] + full[")"]
    return {sign for sign, count in half.items() if count >= _HABIT and count > full[sign]}


def _stops(source: str, body: str) -> Iterator[HalfMark]:
    """A point instead of 。: at the end of a paragraph, or anywhere where the text has no 。"""
    pattern = _STOP if "。" in source else _ANY_STOP
    start, enough, seen = 0, _enough(source, 0), 0
    for match in pattern.finditer(source):
        place = match.start()
        line = max(source.rfind("\n", seen, place), source.rfind("\r", seen, place)) + 1
        seen = place
        if line:
            start, enough = line, _enough(source, line)
        ordered = place - start <= _HEADING and _ORDERED.match(body, start, place)
        if ordered and _PARTED.search(body, start, place) is None:
            continue
        if body[place] == "." and place >= enough:
            yield HalfMark(place, "。", place)


def _enough(source: str, start: int) -> int:
    """Where a line that begins at ``start`` has held as many Han characters as a sentence has;
    the end of the text if it has not so many."""
    held = next(islice(_HAN.finditer(source, start), _SHORTEST - 1, None), None)
    return held.end() if held else len(source)


def _marks(source: str, body: str) -> Iterator[HalfMark]:
    done = -1
    for place in sorted(place for sign in (*FULL, '"') for place in _places(source, sign)):
        if place <= done:
            continue
        start = body.rfind("\n", done + 1, place) + 1 or done + 1
        end = body.find("\n", place)
        done = end = end if end >= 0 else len(body)
        yield from _line(source, body, start, end)


def _places(source: str, sign: str) -> Iterator[int]:
    place = source.find(sign)
    while place >= 0:
        yield place
        place = source.find(sign, place + 1)


def _line(source: str, body: str, start: int, end: int) -> Iterator[HalfMark]:
    """The marks of one line."""
    if _HAN.search(body, start, end) is None:
        return
    for match in _SIGN.finditer(source, start, end):
        sign, place = match[0], match.start()
        if body[place] == " ":
            continue  # noise
        if sign in _POINTS and _is_chinese_point(source, place, start, end):
            yield HalfMark(place, FULL[sign], place)
    if source.find("(", start, end) >= 0 or source.find(")", start, end) >= 0:
        yield from _brackets(source, body, start, end)
    if source.find('"', start, end) >= 0:
        yield from _quotes(source, start, end)


def _is_chinese_point(source: str, place: int, start: int, end: int) -> bool:
    sign = source[place]
    before, after = source[max(start, place - 1) : place], source[place + 1 : min(end, place + 3)]
    if sign == ":" and (after.startswith(("//", "\\")) or (before.isdigit() and after.isdigit())):
        return False
    if sign == ";" and _ENTITY.search(source, max(start, place - 10), place):
        return False
    if sign == "!" and after.startswith("["):
        return False
    if sign == "?" and not _asks(source, place, start):
        return False
    left, right = _left(source, place, start), _right(source, place, end)
    if before.isdigit() and after[:1].isdigit():
        return False
    if _is_spoken_of(source, place, start, end):
        return False
    if _CHINESE.match(left) or _CHINESE.match(right):
        return True
    return sign != ":" and _parts_words(source, place, start, end)


def _is_spoken_of(source: str, place: int, start: int, end: int) -> bool:
    """Whether a mark stands between quotes or brackets as what the sentence is about."""
    opened = _OPENED.search(source, max(start, place - 26), place)
    if opened is None:
        return False
    if _SPOKEN.match(source, place + 1, min(end, place + 64)):
        return True
    return _INTRODUCED.search(source, max(start, opened.start() - 24), opened.start()) is not None


def _parts_words(source: str, place: int, start: int, end: int) -> bool:
    """Whether a mark between a digit and a letter, or at the end, belongs to the Chinese text
    around both: 全省第2,PM2.5下降."""
    if _WORD_BEFORE.search(source[max(start, place - _WORD) : place]) is None:
        return False
    after = source[place + 1 : min(end, place + _WORD)]
    differ = source[place - 1].isdigit() != after[:1].isdigit()
    return not after.strip() or (differ and _WORD_AFTER.match(after) is not None)


def _asks(source: str, place: int, start: int) -> bool:
    """Whether a question mark is one: characters that an encoding lacks became ``?``, too."""
    start = max(start, place - _QUESTION)
    first = max(start, source.rfind("。", start, place))
    return _ASKS.search(source, first, place) is not None


def _left(source: str, place: int, start: int) -> str:
    """What stands before a mark, over blanks, closing brackets and quotes."""
    before = source[max(start, place - _FAR) : place].rstrip(' \t)]"?!')
    return before[-1:]


def _right(source: str, place: int, end: int) -> str:
    after = source[place + 1 : min(end, place + _FAR)].lstrip(' \t(["')
    return after[:1]


def _brackets(source: str, body: str, start: int, end: int) -> Iterator[HalfMark]:
    opened: list[int] = []
    for match in _BRACKET.finditer(body, start, end):
        place = match.start()
        if match[0] == "（":
            opened.append(place)
        else:
            first = opened.pop() if opened else -1
            if first < 0 and not _lists(source, place, start):
                yield from _lone(source, place, start, end)
            elif first >= 0 and _is_chinese_pair(source, first, place, start, end):
                yield from _pair(source, first, place)
    for place in opened:
        yield from _lone(source, place, start, end)


def _pair(source: str, first: int, last: int) -> Iterator[HalfMark]:
    if source[first] == "(":
        yield HalfMark(first, "（", first)
    if source[last] == ")":
        yield HalfMark(last, "）", first if source[first] == "(" else last)


def _is_chinese_pair(source: str, first: int, last: int, start: int, end: int) -> bool:
    inside = source[first + 1 : min(last, first + _LONG)]
    if inside in _POINTS:
        return False  # the mark that the sentence is about
    if source[first] != "(" or source[last] != ")":
        leads = first - start <= _FAR and not source[start:first].strip()
        return not (leads and _ORDINAL.fullmatch(inside.strip()))  # the business of SEQ205
    if source[first - 1 : first] == "]":
        return False  # a link of Markdown
    if _HAN.search(inside):
        return True
    if _LETTER.search(inside):
        return False
    return bool(
        _CHINESE.match(_left(source, first, start)) or _CHINESE.match(_right(source, last, end))
    )


def _lists(source: str, place: int, start: int) -> bool:
    """Whether a lone bracket closes an ordinal: 1) or a)."""
    return _LISTED.search(source[max(start, place - _FAR) : place]) is not None


def _lone(source: str, place: int, start: int, end: int) -> Iterator[HalfMark]:
    sign = source[place]
    if sign not in FULL:
        return
    if _CHINESE.match(_left(source, place, start)) or _CHINESE.match(_right(source, place, end)):
        yield HalfMark(place, FULL[sign], place)


def _quotes(source: str, start: int, end: int) -> Iterator[HalfMark]:
    """Straight quotes around Chinese, each with the direction that the ones before it leave."""
    marks: list[HalfMark] = []
    opened, sure = -1, True
    for match in _QUOTE.finditer(source, start, end):
        char, place = match[0], match.start()
        if char != '"':
            sure = sure and (char == "“") == (opened < 0)
            opened = place if char == "“" else -1
        elif opened < 0:
            opened = place
            marks.append(HalfMark(place, "“", place))
        else:
            if _HAN.search(source, opened, place):
                marks.append(HalfMark(place, "”", opened if source[opened] == '"' else place))
            elif source[opened] == '"':
                marks.pop()
            opened = -1
    yield from (marks if sure and opened < 0 else (mark._replace(right="") for mark in marks))
