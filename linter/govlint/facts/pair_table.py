"""pair_table: words that are known by a pair of their characters, and where they may stand.

A table is two strings (see ruleset/): the pairs, one behind the other, and a line for each with
what is known by it. Of a table of thousands only the lines that a text asks for are read.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.facts.literals import Literals
from govlint.facts.search import search_known_by


def places_of(literals: Literals, pairs: str) -> list[int]:
    """Where one of ``pairs`` stands in a text, in order."""
    anchored = literals.anchored(search_known_by(pairs)).values()
    return sorted(place for some in anchored for place in some)


def entries_of(lines: str, pair: str) -> list[str]:
    r"""What is known by ``pair``; nothing where it is none of the table, as at a place that is
    blanked out.

    >>> entries_of("\n短板\t补短板,1|短板,0\n", "短板"), entries_of("\n短板\t短板,0\n", "  ")
    (['补短板,1', '短板,0'], [])
    """
    at = lines.find(f"\n{pair}\t")
    return lines[at + 4 : lines.index("\n", at + 4)].split("|") if at >= 0 else []


def words_of(lines: str, pair: str) -> Iterator[tuple[str, int, int]]:
    """The words that are known by ``pair``, each with its place in them and the number of its
    row."""
    for entry in entries_of(lines, pair):
        word, offset, number = entry.split(",")
        yield word, int(offset), int(number)
