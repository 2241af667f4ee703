"""renumbering: the ordinals that mend a series of headings, where it is certain that none is lost.

A gap alone does not say so: in public documents most are headings that a copy has lost, and to
count on would hide that. It is certain where the numbers after one slip are right again (一二四四),
where there are more headings than numbers (一二二三), or where the text announces as many headings
as there are. And nothing else may go by one of the numbers: a reference (见第三部分), a list of
contents, 3.1 below 3.
"""

from __future__ import annotations

import re

from govlint.facts.breaks import Break, find_breaks
from govlint.facts.facts import Facts
from govlint.facts.glued import written
from govlint.facts.outline import Series
from govlint.records import NamedTuple
from govlint.syntax.tree import Heading
from govlint.text.numerals import parse_numeral, write_numeral
from govlint.text.span import Span

_MOST = 50
"""A text with more broken series than these is many documents, or none."""
_SHAPES = ("han-dun", "han-paren", "arabic", "arabic-paren", "circled")
_PART = r"(?:个|大)?(?:部分|方面|问题|任务|标题|[条款项点章节段类题目])"
_HAN = "[一二三四五六七八九十]"
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百]+|[0-9]+|[①-⑳⑴-⒇㈠-㈩]")


class Renumbered(NamedTuple):
    """A heading whose ordinal, at ``place`` in its mark, is to be ``text``."""

    heading: Heading
    place: Span
    text: str


def renumber(facts: Facts, series: Series, found: Break) -> list[Renumbered]:
    """The new ordinals that mend ``found``, in order, or none where that is not certain."""
    if not _is_first(facts, series, found):
        return []
    ordinals = [heading.ordinal or 0 for heading in series.members]
    wrong = [i for i, ordinal in enumerate(ordinals) if ordinal != i + 1]
    if (
        series.shape not in _SHAPES
        or wrong[0] != found.place
        or any(heading.loose for heading in series.members)
        or not _complete(facts, series, found)
        or _listed(facts, series)
    ):
        return []
    numbers = {ordinals[i] for i in wrong} | {i + 1 for i in wrong}
    if any(_referred(facts, series, number) for number in sorted(numbers)):
        return []
    new = [_renumbered(facts, series.members[i], i + 1) for i in wrong]
    return [each for each in new if each is not None] if all(new) else []


def _is_first(facts: Facts, series: Series, found: Break) -> bool:
    """Whether a series has no break before ``found``, which could not be mended with it, in a
    document of which it can be said that its numbers mean something."""
    firsts = facts.first_breaks
    return len(firsts) <= _MOST and firsts.get(id(series)) == found


def _complete(facts: Facts, series: Series, found: Break) -> bool:
    """Whether no heading is missing from a series that breaks at ``found``."""
    promised = _promised(facts, series)
    count, after = len(series.members), found.place + 1
    ordinals = [heading.ordinal or 0 for heading in series.members]
    if promised - {count} or _twice(facts, series, found.place):
        return False
    if after < count and ordinals[after:] == [*range(after + 1, count + 1)]:
        return True
    if find_breaks(ordinals) != [found] or found.kind == "order":  # a series inside a series
        return False
    return bool(promised) or max(ordinals) < count


def _twice(facts: Facts, series: Series, place: int) -> bool:
    """Whether the heading at ``place`` is the one before it once more."""
    if not place:
        return False
    here, before = (facts.body[slice(*series.members[i].title)] for i in (place, place - 1))
    return here.startswith(before) or before.startswith(here)


def _renumbered(facts: Facts, heading: Heading, ordinal: int) -> Renumbered | None:
    """``heading`` as number ``ordinal``, or None where its kind of sign does not go so far."""
    old = _NUMERAL.search(facts.document.source.text, *heading.mark)
    new = written(old[0], ordinal) if old else ""
    if old is None or parse_numeral(new) != ordinal:
        return None
    return Renumbered(heading, Span(*old.span()), new)


def _promised(facts: Facts, series: Series) -> set[int]:
    """How many headings the text announces before the series."""
    starts = {heading.mark.end for heading in series.members}
    return {
        promise.number
        for promise in facts.announcements
        if any(item.start in starts for item in promise.items)
    }


def _listed(facts: Facts, series: Series) -> bool:
    """Whether another heading bears the title of one of the series, as in a list of contents."""
    own = {heading.mark for heading in series.members}
    titles = {facts.body[slice(*heading.title)] for heading in series.members} - {""}
    return any(
        facts.body[slice(*heading.title)].startswith(tuple(titles))
        for heading in facts.outline.headings
        if heading.mark not in own
    )


def _referred(facts: Facts, series: Series, number: int) -> bool:
    """Whether something beside the marks of headings goes by ``number``."""
    marks = {heading.mark.start for heading in facts.outline.headings}
    pattern = _reference(series.shape, number)
    return any(match.start() not in marks for match in pattern.finditer(facts.body))


def _reference(shape: str, number: int) -> re.Pattern[str]:
    han = write_numeral(number)
    either = f"(?:{han}|{number})"
    ways = [f"第[ （]?{either}[ ）]?{_PART}"]
    if shape == "han-dun":
        ways += [f"{either}(?:个|大)?部分", f"(?<!{_HAN})(?<![第、]){han}、", f"见{han}(?!{_HAN})"]
        ways.append(f"(?<!{_HAN}){han}（{_HAN}{{1,3}}）")
    elif shape in ("han-paren", "arabic-paren"):
        ways.append(f"（ ?{either} ?）")
    elif shape == "arabic":
        ways += [f"(?<![0-9.]){number}[.、](?![0-9])", rf"(?m:^[ \t]*{number}\.[0-9])"]
        ways.append(f"[表图式] ?{number}[-—.]")
    else:
        ways.append(written("①", number))
    return re.compile("|".join(ways))
