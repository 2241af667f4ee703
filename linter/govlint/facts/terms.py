"""terms: the words of a table, found in one pass for all tables of a run.

A table is kept as texts, a row each, and a row is read only where its word may stand in a
document: thousands of rows cost what their anchors cost, which are two characters each (see
literals). A longer word is looked for only where the pair at its other end stands, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from functools import cache
from itertools import accumulate
from operator import attrgetter

from govlint.facts.alternatives import known_by
from govlint.facts.anchors import key_array, keys_of
from govlint.facts.literals import Literals
from govlint.facts.search import Search, compiled
from govlint.records import NamedTuple
from govlint.text.span import Span

ONLY = "只："
"""What a cell of contexts begins with that says where the word is wrong, not where it is right."""
APART, PHRASE = "\2", "\1"
"""What stands between two contexts of a cell, and before one that is a regex."""
_BEFORE = 40
"""Code points before a word in which its context may begin."""

_DIGIT, _LEAST = 1 << 15, 1 << 8
"""Where a row begins is told in two characters, digits on this base, above the line end."""

Table = tuple[str, str, str]
"""The anchors of all rows, two characters each, in the order of their keys; the pairs at the other
ends of their words; and, behind a line with where each begins (two characters a row), the rows as
:func:`packed` has them, a line each. Three texts, of which a run reads only what it meets:
thousands of rows cost it next to nothing."""


class Term(NamedTuple):
    """One row. ``line``: in its file; ``offset``: of the anchor in ``wrong``; ``rights``: what
    it should be, several where a person must choose. ``before`` and ``after``: contexts (see
    :func:`holds`). ``since`` and ``until``: the
    report years for which it is wrong, 0 without bound; ``severity``: "" for the rule's."""

    line: int
    offset: int
    wrong: str
    rights: tuple[str, ...]
    note: str
    before: str
    after: str
    since: int
    until: int
    severity: str


class Hit(NamedTuple):
    """``term`` stands at ``span``; its contexts do not make it right."""

    span: Span
    term: Term


def packed(term: Term) -> str:
    """``term`` as one text without line ends."""
    rights = "|".join(term.rights)
    return "\t".join(map(str, term._replace(rights=rights)))  # type: ignore[arg-type]


def unpacked(row: str) -> Term:
    """The inverse of :func:`packed`."""
    line, offset, wrong, rights, note, before, after, since, until, severity = row.split("\t")
    return Term(
        int(line), int(offset), wrong, tuple(rights.split("|")), note, before, after,
        int(since), int(until), severity,
    )  # fmt: skip


def table_of(terms: list[Term]) -> Table:
    """``terms`` as a table."""
    terms = sorted(terms, key=lambda term: keys_of(_anchor(term))[0])
    rows = [*map(packed, terms)]
    starts = accumulate((len(row) + 1 for row in rows[:-1]), initial=0) if rows else ()
    begun = "".join(_digits(start) for start in starts)
    return "".join(map(_anchor, terms)), "".join(map(_other_end, terms)), "\n".join([begun, *rows])


def rows_of(table: Table) -> Iterator[Term]:
    """The rows of ``table``, in the order of its file."""
    return iter(sorted(map(unpacked, table[2].split("\n")[1:]), key=attrgetter("line")))


def _row(rows: str, number: int) -> str:
    """The row of that number in the last text of a table."""
    place = 2 * number
    high, low = (ord(char) - _LEAST for char in rows[place : place + 2])
    start = rows.index("\n") + 1 + high * _DIGIT + low
    end = rows.find("\n", start)
    return rows[start:end] if end >= 0 else rows[start:]


def _digits(number: int) -> str:
    return chr(_LEAST + number // _DIGIT) + chr(_LEAST + number % _DIGIT)


def _anchor(term: Term) -> str:
    return term.wrong[term.offset : term.offset + 2]


def _other_end(term: Term) -> str:
    """The pair of characters at the end of a word that is farther from its anchor."""
    return term.wrong[-2:] if 2 * term.offset < len(term.wrong) - 1 else term.wrong[:2]


class _Rows:
    """The rows of one table by their numbers, each read when it is first needed."""

    def __init__(self, table: Table) -> None:
        self._anchors, self._others = key_array(table[0]), key_array(table[1])
        self._rows = table[2]
        self._terms: dict[int, Term] = {}

    def of(self, anchors: Collection[int], known: Literals) -> Iterator[tuple[Term, int]]:
        """The rows with one of ``anchors``, each with it, if the text may hold the pair at the
        other end of the word, too."""
        for key in anchors:
            number = bisect_left(self._anchors, key)
            for place in range(number, bisect_right(self._anchors, key, number)):
                other = self._others[place]
                if other == key or known.may_meet(other):
                    yield self._terms.get(place) or self._read(place), key

    def _read(self, number: int) -> Term:
        found = self._terms[number] = unpacked(_row(self._rows, number))
        return found


class Terms:
    """A table ready to be looked for; made once for each (see :func:`terms_of`)."""

    def __init__(self, table: Table) -> None:
        self.search = Search("", (known_by(table[0]), known_by(table[1], but=table[0])), 0)
        self._table = table
        self._rows: _Rows | None = None

    def find(self, text: str, known: Literals) -> Iterator[Hit]:
        """Every place of a word in ``text``, whose literals are ``known``, in order; of words
        that overlap the first, of those that begin together the longest."""
        anchors = known.anchors(self.search)
        if not anchors:
            return
        if self._rows is None:
            self._rows = _Rows(self._table)
        found = [
            Hit(Span(start, start + len(term.wrong)), term)
            for term, key in self._rows.of(anchors, known)
            for start in known.standing(term.wrong, term.offset, key, text)
        ]
        found.sort(key=lambda hit: (hit.span.start, -hit.span.end))
        yield from (hit for hit in found if _wrong(hit, text))


_made: dict[int, tuple[Table, Terms]] = {}


def terms_of(table: Table) -> Terms:
    """``table``, ready; the same object for the same table, whose text need not be hashed."""
    made = _made.get(id(table))
    if made is None or made[0] is not table:
        made = _made[id(table)] = (table, Terms(table))
    return made[1]


def _wrong(hit: Hit, text: str) -> bool:
    """Whether neither the contexts nor what it should be make the word right."""
    (start, end), term = hit
    for right in term.rights:
        place = right.find(term.wrong)
        while place >= 0:
            if place <= start and text.startswith(right, start - place):
                return False
            place = right.find(term.wrong, place + 1)
    if term.before and holds(term.before, text, start, ahead=False) != only(term.before):
        return False
    return not term.after or holds(term.after, text, end, ahead=True) == only(term.after)


def only(cell: str) -> bool:
    """Whether a cell lists where the word is wrong, rather than where it is right."""
    return cell.startswith(ONLY)


def holds(cell: str, text: str, place: int, *, ahead: bool) -> bool:
    r"""Whether one of the contexts in ``cell`` stands right behind ``place``, or right before.

    >>> holds("发\2公", "发布署名文章", 1, ahead=False)
    True
    """
    words, regex = contexts(cell)
    if ahead:
        return text.startswith(words, place) or bool(regex and compiled(regex).match(text, place))
    if text.endswith(words, 0, place):
        return True
    low = max(0, place - _BEFORE)
    return bool(regex and compiled(_ending(regex)).search(text, low, place))


def _ending(regex: str) -> str:
    """``regex`` as it must end where the word begins."""
    return rf"(?:{regex})\Z"


@cache
def contexts(cell: str) -> tuple[tuple[str, ...], str]:
    """The words of a cell, and one regex for its phrases or ""."""
    items = [item for item in cell.removeprefix(ONLY).split(APART) if item]
    words = tuple(item for item in items if item[0] != PHRASE)
    return words, "|".join(item[1:] for item in items if item[0] == PHRASE)


def phrases(table: Table) -> Iterator[str]:
    """What the contexts of ``table`` are compiled to."""
    for term in rows_of(table):
        if before := contexts(term.before)[1]:
            yield _ending(before)
        if after := contexts(term.after)[1]:
            yield after
