"""term-forms: is a term of the document once written with another word inside?

河道巡查日志 throughout and 河道巡检日志 once; 政策答疑库 and then 政策疑答库. Both words may be
right by themselves, so only the words on both sides tell that one thing is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.checks.phrases import searches_of
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import find_all
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: terms, each with the groups ``left``, ``word`` and ``right``. ``alike``: words that
    are written for each other, side by side in one string (参考参照). ``least``: so often the term
    begins as it does elsewhere; a word with its characters exchanged tells by itself. ``never``:
    words that are right both ways round."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    alike: tuple[str, ...] = ()
    least: int = 4
    never: tuple[str, ...] = ()


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    terms: dict[tuple[str, str], dict[str, dict[Span, None]]] = defaultdict(dict)
    begun: dict[str, set[int]] = defaultdict(set)
    for match in find_all(facts.body, facts.literals, searches_of(params)):
        left, word, right = match.group("left", "word", "right")
        place = Span(match.start("left"), match.end("right"))
        terms[left, right].setdefault(word, {})[place] = None  # two phrases may find one
        begun[left + word].add(place.start)
    for (left, right), words in terms.items():
        for word, (place, *more) in words.items() if right and len(words) > 1 else ():
            if more or len(begun[left + word]) > 1:
                continue
            for model, (there, *_) in words.items():
                often = len(begun[left + model])
                if _is_meant(word, model, often, params) and (there < place or often > 1):
                    start = place.start + len(left)
                    edit = Edit(Span(start, start + len(word)), model)
                    fields = {"model": facts.body[slice(*there)]}
                    yield Finding(place, fields, (Related(there, "model"),), (edit,))
                    break


def _is_meant(word: str, model: str, often: int, params: Params) -> bool:
    """Whether ``model``, which the term has so ``often``, seems to be meant by ``word``."""
    if model == word or model in params.never:
        return False
    if model == word[::-1]:
        return True
    return often >= params.least and any({model, word} <= _words(row) for row in params.alike)


def _words(row: str) -> set[str]:
    """The words of two characters in one string."""
    return {row[place : place + 2] for place in range(0, len(row), 2)}


CHECK = Check("term-forms", Params, run, fields=("model",), roles=("model",), searches=searches_of)
