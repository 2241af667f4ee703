"""Makes anew what the rule for words mistaken for other words knows of public documents.

    pip install jieba && python bench/mistaken.py FOLDER [--measure]

FOLDER is the corpus. Which words that public documents hardly have sound or look like usual ones
(facts/mistaken.csv), and how much likelier each of these words is beside which others than by
chance (facts/company.csv). ``--measure`` writes nothing: it makes the tables of each half of the
documents, and says what they find in the other, as it stands and with slips put in.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import pairwise, product
from math import log
from pathlib import Path
from typing import NamedTuple

from corpus import read_corpus

from govlint.facts.lexicon import dictionary
from govlint.text.fold import fold

FACTS = Path(__file__).parent.parent / "linter" / "govlint" / "facts"
PIECE = re.compile("[一-龥]+|[0-9]+|[^一-龥0-9]+")
HAN = re.compile("[一-龥]+")
NUMERALS = frozenset("一二三四五六七八九十百千万亿两零第几")
NAMES = ("nr", "ns", "nt", "nz", "m", "nrt", "nrfg", "mq")
"""Classes of words that are names or numbers: which one is right no neighbour tells."""
USUAL = 10
"""In so many documents a word stands that is usual."""
HARDLY = 0.06
"""In so large a share of the documents the characters of a word stand side by side, at most, that
is suspected."""
LISTED = 3
"""So often has the dictionary met a word that is suspected, or a document has it."""
OFTEN = 1.0
"""A word is suspected of being meant for one that so much more often stands in documents."""
SMOOTH = 8
"""So many neighbours of a word are as chance would have them."""
REPEATED = 3
"""More often in one document two words do not count."""
FEWEST, LEAST = 2, 3
"""So often a neighbour of a usual word is met, and so much likelier it is there, as a logarithm."""
SURE, AKIN, MARGIN = 7, 1, 2
"""So much likelier the usual word must be, as a logarithm, so much more if the two have a character
in common and are likely of one meaning, and so much more than it ever is where public documents
have the other."""
ELSEWHERE, EVERY = 0.1, 60_101_967
"""So much of how often the dictionary has met a word, of so many, counts if documents have it less:
there are others."""
BOTH_RIGHT = {"灌渠": ("灌区",), "用语": ("用于",)}
"""Words of one trade that stand beside the same others, each rightly."""
FOLDS = 5
DRAWN = 4000
"""Slips that are put in."""

Words = list[str]


class Counts(NamedTuple):
    """How often words are met, in how many documents, and beside which others."""

    words: Counter[str]
    documents: Counter[str]
    before: dict[str, Counter[str]]
    behind: dict[str, Counter[str]]
    total: int


def words_of(text: str) -> Words:
    """The words of ``text``; a number is ``#``, a mark ``|``."""
    cut = import_module("jieba").lcut
    found: Words = []
    for piece in PIECE.findall(fold(text)):
        if "一" <= piece[0] <= "龥":
            found += cut(piece, HMM=False)
        else:
            found.append("#" if piece[0].isdigit() else "|")
    return found


def counted(documents: Iterable[Words]) -> Counts:
    words, every = Counter[str](), Counter[str]()
    before, behind = (
        defaultdict[str, Counter[str]](Counter),
        defaultdict[str, Counter[str]](Counter),
    )
    for document in documents:
        words.update(document)
        every.update(set(document))
        for (one, other), number in Counter(pairwise(document)).items():
            before[other][one] += min(number, REPEATED)
            behind[one][other] += min(number, REPEATED)
    return Counts(words, every, dict(before), dict(behind), words.total())


class Model:
    """What the words beside a place tell of the word that is meant there. ``suspects``: by a word
    those that it may stand for; ``listed``: how often the dictionary has met a word."""

    def __init__(
        self, counts: Counts, suspects: dict[str, list[str]], listed: dict[str, int]
    ) -> None:
        self._counts, self._suspects, self._listed = counts, suspects, listed
        self._floors: dict[str, float] = {}

    def level(self, word: str, other: str, *, behind: bool) -> int:
        """How much likelier ``other`` is beside ``word`` than if it were never met there."""
        side = self._counts.behind if behind else self._counts.before
        beside = side.get(word, Counter[str]())
        number = beside.get(other, 0)
        if number < (1 if word in self._suspects else FEWEST):
            return 0
        chance = (self._counts.words[other] + 0.3) / self._counts.total
        level = round(log(1 + number / (SMOOTH * chance)))
        return level if level >= LEAST else 0

    def company(self, word: str, *, behind: bool) -> str:
        """A cell of the table: what stands there, each with the letter of its level."""
        side = self._counts.behind if behind else self._counts.before
        beside = side.get(word, Counter[str]())
        levels = {each: self.level(word, each, behind=behind) for each in sorted(beside)}
        return "".join(each + chr(ord("A") + level) for each, level in levels.items() if level)

    def _floor(self, word: str) -> float:
        """How likely two neighbours are that were never met beside ``word``, and the word."""
        if word not in self._floors:
            sides = (self._counts.before, self._counts.behind)
            numbers = [sum(side.get(word, Counter()).values()) for side in sides]
            unmet = sum(log(SMOOTH / (number + SMOOTH)) for number in numbers)
            self._floors[word] = unmet + log(self._counts.words[word] + 0.75)
        return self._floors[word]

    def lacking(self, word: str, meant: str) -> float:
        """How much likelier ``word`` is than ``meant`` where no neighbour speaks for either."""
        met = self._counts.words[word]
        elsewhere = ELSEWHERE * self._listed.get(word, 0) * self._counts.total / EVERY
        return self._floor(word) - self._floor(meant) + log(max(1, (elsewhere + 1) / (met + 1)))

    def gained(self, word: str, meant: str, one: str, other: str) -> float:
        """How much likelier ``meant`` is than ``word`` between ``one`` and ``other``."""
        levels = [self.level(each, one, behind=False) for each in (meant, word)]
        more = [self.level(each, other, behind=True) for each in (meant, word)]
        return levels[0] - levels[1] + more[0] - more[1] - self.lacking(word, meant)

    def met(self, documents: Iterable[Words]) -> Iterator[tuple[str, str, float]]:
        """The suspects in ``documents``, each with all it may stand for."""
        for document in documents:
            for one, word, other in zip(document, document[1:], document[2:], strict=False):
                for meant in self._suspects.get(word, ()):
                    yield word, meant, self.gained(word, meant, one, other)


class Language(NamedTuple):
    """``texts`` and their words; the dictionary: how often a word is met, and its class."""

    texts: list[str]
    documents: list[Words]
    listed: dict[str, tuple[int, str]]

    def frequencies(self) -> dict[str, int]:
        return {word: met for word, (met, _) in self.listed.items()}


def sounds() -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """By a character the groups of those that sound like it, and those that look like it."""
    heard, seen = defaultdict[str, list[str]](list), defaultdict[str, set[str]](set)
    lines = (FACTS / "confusable.csv").read_text(encoding="utf-8").splitlines()[1:]
    for kind, chars in (line.split(",") for line in lines):
        for char in chars:
            if kind == "音":
                heard[char].append(chars)
            else:
                seen[char].update(chars)
    return heard, seen


def suspects_of(language: Language, counts: Counts, share: float) -> dict[str, list[str]]:
    """The words that a document hardly has, each with the usual ones it sounds or looks like.
    ``share``: of the documents that are counted, of all."""
    heard, seen = sounds()

    def keys(word: str) -> Iterator[tuple[str, ...]]:
        yield from product(*(heard.get(char, [char]) for char in word))

    documents = counts.documents
    usual = [
        word
        for word, number in documents.items()
        if len(word) == 2 and number >= USUAL * share and word in language.listed
        if HAN.fullmatch(word) and NUMERALS.isdisjoint(word)
    ]
    alike = defaultdict[tuple[str, ...], set[str]](set)
    for word in usual:
        for key in keys(word):
            alike[key].add(word)
    side_by_side = Counter[str]()
    for text in language.texts:
        side_by_side.update({one + other for one, other in pairwise(text)})
    most = HARDLY * len(language.texts)
    known = set(usual)
    found = dict[str, list[str]]()
    for word, (number, kind) in language.listed.items():
        if len(word) != 2 or not HAN.fullmatch(word) or not NUMERALS.isdisjoint(word):
            continue
        if kind in NAMES or side_by_side[word] > most or number < LISTED > 3 * documents[word]:
            continue
        meant = {each for key in keys(word) for each in alike.get(key, ())}
        meant |= {char + word[1] for char in seen.get(word[0], ())} & known
        meant |= {word[0] + char for char in seen.get(word[1], ())} & known
        meant -= {word, *BOTH_RIGHT.get(word, ())}
        if meant := {each for each in meant if documents[each] * OFTEN > documents[word]}:
            found[word] = sorted(meant)
    return found


def needed(
    documents: list[Words], suspects: dict[str, list[str]], listed: dict[str, int]
) -> dict[tuple[str, str], float]:
    """What each suspect is likely to be meant for at most where documents have it that were not
    counted; of one document each may be a slip."""
    most = defaultdict[tuple[str, str], list[float]](list)
    for part in range(FOLDS):
        counts = counted(each for place, each in enumerate(documents) if place % FOLDS != part)
        model = Model(counts, suspects, listed)
        for document in documents[part::FOLDS]:
            here = dict[tuple[str, str], float]()
            for word, meant, gained in model.met([document]):
                here[word, meant] = max(gained, here.get((word, meant), gained))
            for pair, gained in here.items():
                most[pair].append(gained)
    return {pair: sorted(gained)[-2] for pair, gained in most.items() if len(gained) > 1}


def measure(language: Language) -> None:
    order = list(range(len(language.texts)))
    random.Random(7).shuffle(order)
    for first in (0, 1):
        known, rest = (order[start::2] for start in (first, 1 - first))
        part = [language.documents[place] for place in known]
        counts = counted(part)
        half = language._replace(texts=[language.texts[place] for place in known])
        suspects = suspects_of(half, counts, len(known) / len(order))
        listed = language.frequencies()
        model = Model(counts, suspects, listed)
        verdict = Verdict(model, suspects, needed(part, suspects, listed))
        report(language, verdict, [language.documents[place] for place in rest])


class Verdict(NamedTuple):
    """What is held against the words of a document. ``most``: see :func:`needed`."""

    model: Model
    suspects: dict[str, list[str]]
    most: dict[tuple[str, str], float]

    def meant(self, word: str, one: str, other: str) -> tuple[str, float]:
        """What is meant between ``one`` and ``other``, and by how much it is surer than it need
        be to be told."""
        gained = [
            (self.model.gained(word, meant, one, other) - self.least(word, meant), meant)
            for meant in self.suspects[word]
        ]
        surplus, meant = max(gained)
        return meant, surplus

    def least(self, word: str, meant: str) -> float:
        """So much likelier ``meant`` must be."""
        akin = AKIN * (not {*word}.isdisjoint(meant))
        return max(SURE + akin, self.most.get((word, meant), 0.0) + MARGIN)


def report(language: Language, verdict: Verdict, documents: list[Words]) -> None:
    """Print what is found of slips that are put into ``documents``, each as often as its word is
    met, and of what stands there."""
    characters = sum(len(word) for document in documents for word in document)
    mistaken = defaultdict[str, list[str]](list)
    for word, every in verdict.suspects.items():
        for meant in every:
            mistaken[meant].append(word)
    places = [
        (document[place - 1 : place + 2], mistaken[document[place]])
        for document in documents
        for place in range(1, len(document) - 1)
        if document[place] in mistaken
    ]
    draw, found = random.Random(3), 0
    for (one, right, other), words in draw.sample(places, DRAWN):
        weights = [language.listed[word][0] + 1 for word in words]
        meant, surplus = verdict.meant(draw.choices(words, weights)[0], one, other)
        found += max(len(one), len(other)) > 1 and meant == right and surplus > 0
    told = 0
    for document in documents:
        met = Counter(document)
        for one, word, other in zip(document, document[1:], document[2:], strict=False):
            if word in verdict.suspects and met[word] == 1 < max(len(one), len(other)):
                meant, surplus = verdict.meant(word, one, other)
                if surplus > 0:
                    told += 1
                    print(f"{one} {word} {other}: {meant}")
    print(f"found: {found / DRAWN:.3f} of {DRAWN} slips", end="; ")
    print(
        f"told of what stands there: {told}, {told * 25_000 / characters:.2f} a 25,000 characters"
    )


def main() -> int:
    kept = [text.text for text in read_corpus(Path(sys.argv[1])) if text.whole]
    lines = (line.split(" ") for line in bytes(dictionary()).decode().splitlines())
    known = {word: (int(met), kind) for word, met, kind in lines}
    language = Language(kept, [words_of(text) for text in kept], known)
    if "--measure" in sys.argv:
        measure(language)
        return 0
    counts = counted(language.documents)
    suspects = suspects_of(language, counts, 1.0)
    listed = language.frequencies()
    model = Model(counts, suspects, listed)
    verdict = Verdict(model, suspects, needed(language.documents, suspects, listed))
    rows = []
    for word in sorted(suspects):
        least = {each: verdict.least(word, each) for each in suspects[word]}
        cells = [f"{each}{round(least[each] + model.lacking(word, each))}" for each in least]
        rows.append(f"{word},{'、'.join(cells)}")
    write("mistaken.csv", ["词,该是", *rows])
    every = sorted({*suspects, *(each for meant in suspects.values() for each in meant)})
    beside = [
        (word, model.company(word, behind=False), model.company(word, behind=True))
        for word in every
    ]
    rows = [",".join(row) for row in beside if any(row[1:])]
    write("company.csv", ["词,前,后", *rows])
    print(f"{len(suspects)} words, {len(rows)} with company")
    return 0


def write(name: str, lines: list[str]) -> None:
    (FACTS / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
