"""set_phrases: where a set phrase stands with one character or one word that is not its own.

A phrase of six characters and more is known by the pair of characters at either end. From there it
is followed as far as it goes: what remains must be whole again behind one character that is
another, is lost or is too many (全流程人民民主), or, in phrases that are never varied, behind two
that are others (治理体系和治理水平现代化).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from govlint.records import NamedTuple
from govlint.text.span import Span

Lines = tuple[str, str]
"""The pairs of characters at the ends of the phrases; and for each a line with the phrases that
begin or end with it."""

_LOOSE = frozenset("一二三四五六七八九十百千万零两双多各0123456789的地了和与及、，在同于等也更再")
"""Characters that many phrases vary, and that may stand in one or not."""
_BETWEEN = frozenset("以为在对将把而之其向从由被所有又不并已可要还均都")
"""With one of these between them, the two parts are not of one phrase (农村以黑臭水体为重点)."""
_JOINING = frozenset("的地了和与及同")
"""With these a phrase is only said otherwise."""
_PLACES = frozenset("国省市县区乡镇村州旗")
_WORD = 2
_WAYS = ((1, 1), (1, 0), (0, 1), (2, 2))
"""How many characters of the phrase are passed over, and how many of the text."""


class Phrase(NamedTuple):
    """One row: the phrase, what else is said ``rightly``, and whether another word in it is a
    slip, too."""

    text: str
    rightly: tuple[str, ...]
    words: bool


class Slip(NamedTuple):
    """What stands at ``span`` is almost ``right``."""

    span: Span
    right: str


def lines_of(phrases: Iterable[Phrase]) -> Lines:
    """``phrases`` as a table."""
    rows: dict[str, list[str]] = {}
    for text, rightly, words in phrases:
        for pair in dict.fromkeys((text[:2], text[-2:])):
            rows.setdefault(pair, []).append("=".join((text, *rightly)) + "=" * words)
    return "".join(rows), "".join(f"\n{pair}\t{'|'.join(row)}\n" for pair, row in rows.items())


def slips_in(text: str, lines: str, places: Iterable[int]) -> Iterator[Slip]:
    """The slips of the phrases of which a pair of characters stands at one of ``places``."""
    find, starts = text.find, text.startswith
    for place in places:
        row = _row(lines, text[place : place + _WORD])
        for phrase, begins, size, last, but_last, rest in row:
            found = None
            if begins:
                end = place + size
                ends = find(last, end - _WORD - 1, end + _WORD) >= 0
                if ends or starts(but_last, place):
                    found = _ahead(text, place, phrase)
            if found is None and starts(rest, place + 2 * _WORD - size):
                found = _back(text, place + _WORD, phrase.text)
            if found:
                known = (*phrase.rightly, *(each.phrase.text for each in row))
                if text[slice(*found)] not in known:
                    yield Slip(found, phrase.text)


class _Parts(NamedTuple):
    """A phrase that begins, or ends, with a pair of characters; how long it is, its last two
    characters, what is before those, and what is behind its first two: asked at each place."""

    phrase: Phrase
    begins: bool
    size: int
    last: str
    but_last: str
    rest: str


@lru_cache(maxsize=2048)
def _row(lines: str, pair: str) -> list[_Parts]:
    start = lines.find(f"\n{pair}\t")
    if start < 0:  # a place that is blanked out
        return []
    row = lines[start + 4 : lines.index("\n", start + 1)].split("|")
    phrases = [Phrase(text, tuple(rest), rest[-1:] == [""]) for text, *rest in map(_parts, row)]
    return [
        _Parts(
            each, each.text[:_WORD] == pair, len(each.text), each.text[-_WORD:],
            each.text[:-_WORD], each.text[_WORD:],
        )
        for each in phrases
    ]  # fmt: skip


def _parts(cell: str) -> list[str]:
    return cell.split("=")


def _ahead(text: str, start: int, known_as: Phrase) -> Span | None:
    """Where the phrase that begins at ``start`` ends, if it is almost whole."""
    phrase, size = known_as.text, len(known_as.text)
    written = text[start : start + size + 2]
    known = _same(written, phrase)
    if known == size:
        return None
    for of_phrase, of_text in _WAYS if known_as.words else _WAYS[:-1]:
        rest = phrase[known + of_phrase :]
        least = 0 if of_phrase == of_text == 1 else _WORD
        if (
            min(len(rest), known) < least
            or (not rest and not known_as.words)
            or not written.startswith(rest, known + of_text)
        ):
            continue
        if _counts(phrase[known : known + of_phrase], written[known : known + of_text]):
            return Span(start, start + known + of_text + len(rest))
    return None


def _back(text: str, end: int, phrase: str) -> Span | None:
    """Where the phrase that ends at ``end`` begins, if it is whole but for its second character:
    any other slip is seen from its beginning."""
    start = end - len(phrase)
    written = text[max(0, start) : end]
    if written[:1] != phrase[0] or written[2:] != phrase[2:]:
        return None
    return Span(start, end) if _counts(phrase[1], written[1]) else None


def _same(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _counts(meant: str, written: str) -> bool:
    """Whether ``written`` in the place of what is ``meant`` is a slip."""
    both = {*meant, *written}
    if meant == written or not all("一" <= char <= "龥" for char in both):
        return False
    if len(meant) == len(written) == 1:
        return written not in _JOINING and not (both <= _LOOSE or both <= _PLACES)
    return not (_LOOSE if meant else _LOOSE | _BETWEEN) & both
