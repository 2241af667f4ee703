"""copies: sentences that repeat an earlier one, and clauses that are said twice in a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress, pairwise
from operator import and_, eq, itemgetter

from govlint.records import NamedTuple
from govlint.text.span import Span

_MARK = re.compile(
    r"（?[0-9一二三四五六七八九十]{1,3}(?:）|[是要、.](?![0-9]))|第[一二三四五六七八九十]{1,3}，"
)
_ASSIGNED = re.compile(r"[（\n](?:牵头|责任|配合|主办)(?:单位|部门)")
PLACEHOLDER = re.compile(r"[xX×]|__")
_FIGURE = re.compile(r"[0-9]")
_END = re.compile(r"[。！？\n]")
_COMMA = re.compile("，")
"""What separates clauses, as commas do."""
_BLANK = " \t\u3000"
_SLOGAN = 30
"""What is shorter and has no figure may be repeated on purpose."""
_LEAD = 12
"""So few words may lead in what is repeated."""
_SHORTEST = 8
"""So short a sentence counts as a copy only with a figure in it, right behind itself."""
_CLAUSE = 4
"""A shorter clause may be said twice with emphasis (前进，前进)."""
_MODALS = tuple("要应须需将能会并")
"""What leads to a clause that is said again without it: 各村要压实责任，压实责任."""
_PHRASE = 6
"""So many characters at the end of a clause that are a clause of their own behind it."""
_TELLING = 12
"""A sentence of clauses so long is not said twice with emphasis."""
_TRIED = 8
"""How many earlier sentences, and how many commas, a sentence is held against."""
_BLOCK = 1 << 16
"""Code points that are cut into sentences at a time."""
_NEAR = 200
"""So near, in code points, even a slogan is not repeated on purpose."""


class Copy(NamedTuple):
    """A stretch that repeats the one that stands ``first``."""

    span: Span
    first: Span


def sentence_copies(text: str, least: int, inside: list[Span]) -> Iterator[Copy]:
    """Each sentence of at least ``least`` code points that repeats an earlier one, not those
    ``inside`` stretches that are copies themselves; and what is said twice in a row."""
    return (copy for copy in _candidates(text, least, inside) if copy is not None)


def _candidates(text: str, least: int, inside: list[Span]) -> Iterator[Copy | None]:
    whole = _split(text) if len(text) <= _BLOCK else None
    alike = _ending_alike(whole or _in_blocks(text), least)
    in_a_row = whole is None or _may_repeat(whole)
    if not alike and not in_a_row:
        return
    seen: dict[int, list[Span]] = {}  # by their last characters: a copy ends as its original
    end = -1
    for sentence, after in pairwise(chain(whole or _in_blocks(text), ("",))):
        start, end = end + 1, end + 1 + len(sentence)
        if in_a_row and "，" in sentence:
            yield _stammered(sentence, start)
        if len(sentence) < least:
            if len(sentence) >= _SHORTEST and sentence == after:
                yield _doubled(text, start, end)
            continue
        tail = hash(sentence[-least:])
        if tail not in alike:
            continue  # most: nothing needs to be kept of them
        earlier = seen.setdefault(tail, [])
        if earlier:
            span = _bare(text, start, end)
            if span.end - span.start >= least and not _within(span, inside):
                yield _repeated(text, span, earlier, least)
        if len(earlier) < _TRIED:
            earlier.append(Span(start, end))


def _ending_alike(sentences: Iterable[str], least: int) -> set[int]:
    """The hashes of the last characters with which more than one sentence ends."""
    once: set[int] = set()
    twice: set[int] = set()
    for sentence in sentences:
        if len(sentence) >= least:
            tail = hash(sentence[-least:])
            (twice if tail in once else once).add(tail)
    return twice


def _may_repeat(sentences: list[str]) -> bool:
    """Whether it is worth looking at each sentence though no two end alike: two sentences or
    clauses in a row are followed by their likes."""
    if any(one == other and len(one) >= _SHORTEST for one, other in pairwise(sentences)):
        return True
    clauses = [*filter(None, _clauses("，".join(sentences)))]
    if any(map(eq, clauses, clauses[1:])):
        return True
    ended = compress(clauses[1:], map(str.endswith, clauses, clauses[1:]))
    if any(len(clause) >= _CLAUSE for clause in ended):
        return True
    apart = list(map(eq, clauses, clauses[2:]))
    return True in apart and any(map(and_, apart, apart[1:]))


def _split(text: str) -> list[str]:
    """The sentences of a text and its lines, each without the one mark that ends it."""
    for mark in "。！？":
        text = text.replace(mark, "\n")
    return text.split("\n")


def _in_blocks(text: str) -> Iterator[str]:
    """The same of a long text, of which all sentences at once would take more than the text."""
    start = 0
    while start <= len(text):
        mark = _END.search(text, start + _BLOCK)
        end = mark.start() if mark else len(text)
        yield from _split(text[start:end])
        start = end + 1


def _clauses(text: str) -> list[str]:
    return text.replace("；", "，").replace("：", "，").split("，")


def _stammered(sentence: str, start: int) -> Copy | None:
    """The same clause, or two clauses, twice in a row, and where they stood first."""
    clauses = _clauses(sentence)
    place = start
    for clause, after in pairwise(clauses):
        again = place + len(clause) + 1
        led = len(after) >= _CLAUSE and clause[-len(after) - 1 : -len(after)] in _MODALS
        told = led or len(after) >= _PHRASE
        if told and clause != after and clause.endswith(after):
            return Copy(Span(again, again + len(after)), Span(again - 1 - len(after), again - 1))
        place = again
    if len(set(clauses)) == len(clauses):
        return None
    for size in (1, 2):
        for i in range(len(clauses) - 2 * size + 1):
            once = "，".join(clauses[i : i + size])
            least = _CLAUSE if size == 1 else _SHORTEST
            if len(once) >= least and clauses[i : i + size] == clauses[i + size : i + 2 * size]:
                first = start + sum(len(clause) + 1 for clause in clauses[:i])
                again = first + len(once) + 1
                return Copy(Span(again, again + len(once)), Span(first, first + len(once)))
    return None


def _doubled(text: str, start: int, end: int) -> Copy | None:
    """A short sentence with a figure, or of two clauses, that stands right behind itself, and
    where it stood first."""
    again = end + 1
    if not text.startswith(text[start:again], again):
        return None
    told = _FIGURE.search(text, start, end) or (
        end - start >= _TELLING and text.find("，", start, end) >= 0
    )
    if text[end] != "。" or not told:
        return None
    first = _bare(text, start, end)
    return Copy(Span(again + first.start - start, again + end - start), first)


def _repeated(text: str, span: Span, earlier: Sequence[Span], least: int) -> Copy | None:
    """What the sentence repeats of an earlier one, if that is prose and matters."""
    copy = _shared(text, span, earlier, least)
    return copy if copy and _is_prose(text, copy.span) and _matters(text, copy) else None


def _bare(text: str, start: int, end: int) -> Span:
    """A sentence without the white space and the ordinal that it begins with."""
    while start < end and text[start] in _BLANK:
        start += 1
    mark = _MARK.match(text, start, end)
    return Span(mark.end() if mark else start, end)


def _within(span: Span, blocks: list[Span]) -> bool:
    """Whether a place begins in one of ``blocks``, which are in order and apart."""
    number = bisect_right(blocks, span.start, key=itemgetter(0))
    return number > 0 and span.start < blocks[number - 1].end


def _shared(text: str, sentence: Span, earlier: Sequence[Span], least: int) -> Copy | None:
    """What a sentence, or its clauses from a comma on, repeats of an earlier one."""
    starts = [sentence.start, *(m.end() for m in _COMMA.finditer(text, *sentence))][:_TRIED]
    for span in earlier:
        whole = _bare(text, *span).start
        for start in starts:
            size = sentence.end - start
            first = span.end - size
            if (
                size < least
                or first < whole
                or text[first : span.end] != text[start : sentence.end]
            ):
                continue
            led = start - sentence.start
            close = first == whole and led < _LEAD and start - first < _NEAR
            if led and not _states(text, start, sentence.end, close=close):
                continue
            if first == whole or text[first - 1] == "，":
                return Copy(Span(start, sentence.end), Span(first, span.end))
    return None


def _states(text: str, start: int, end: int, *, close: bool) -> bool:
    """Whether the clauses at the end of a sentence are no closing call, and state a figure or
    repeat, after few words, a whole sentence that stands ``close`` before."""
    if text[end : end + 1] != "。":
        return False
    return close or _FIGURE.search(text, start, end) is not None


def _matters(text: str, copy: Copy) -> bool:
    near = copy.span.start - copy.first.start < _NEAR
    return near or tells(text[slice(*copy.span)])


def tells(sentence: str) -> bool:
    """Whether a sentence says something of its own: it has a figure, or is longer than a slogan."""
    if PLACEHOLDER.search(sentence):
        return False
    return len(sentence) >= _SLOGAN or any("0" <= char <= "9" for char in sentence)


def _is_prose(text: str, span: Span) -> bool:
    """Whether a sentence ends in a point, and is not a heading or a line of a table."""
    start, end = span
    if _ASSIGNED.search(text, max(0, end - 40), end + 80):
        return False
    return end < len(text) and text[end] in "。！？" and "\t" not in text[start:end]
