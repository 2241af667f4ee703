"""Makes anew what the rules for lost and mistaken characters know of public documents.

    pip install jieba && python bench/runs.py FOLDER [--measure]

FOLDER is the corpus. Which four characters stand in a row in several documents (facts/runs.csv),
which three in more than one (facts/threes.csv), between which two a character may be lost
(facts/lost.txt), and which hardly stand alone (facts/bound.txt). ``--measure`` makes them of every
other document, and says what is found in the rest, as it stands and with characters lost, mistaken
and exchanged at random; then it makes those of all.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpus import read_corpus

from govlint.facts.confusable import alike
from govlint.facts.lexicon import dictionary, is_listed
from govlint.facts.lost import find_lost
from govlint.facts.misspelt import find_misspelt
from govlint.facts.words import cut
from govlint.text.fold import fold
from govlint.text.occurrences import is_once
from govlint.text.span import Span

FACTS = Path(__file__).parent.parent / "linter" / "govlint" / "facts"
HAN = re.compile("[一-龥]+")
SIGNS = re.compile("[^一-龥#|]")
DIGITS = re.compile("[0-9]")
AGAIN = re.compile(r"([#|])\1+")
FEWEST = 3
"""In so many documents four signs stand in a row."""
SEVERAL = 2
"""In so many documents three do."""
OFTEN = 8
"""In so many documents they do often."""
RATIO = 2
"""So many times as many documents have two characters with the lost one between them."""
ENDS = "，。；"
"""Before these the last character of a clause may be lost."""
ALONE = 0.05
"""At most in such a share of where it stands, a bound character stands alone."""
AFFIX = 12
"""Of so many words of three characters more, one that makes words of three is the first or last."""
STRETCH = 60
DRAWN = 2000
LEAST, NEAR = 5, 4
"""See the rule for words with a slip; so near to a slip a finding is of it."""


def signs_of(text: str) -> str:
    return SIGNS.sub("|", DIGITS.sub("#", text))


def counted(texts: list[str], size: int) -> Counter[str]:
    found = Counter[str]()
    for text in texts:
        found.update({text[place : place + size] for place in range(len(text) - size + 1)})
    return found


def bound(texts: list[str]) -> tuple[set[str], set[str]]:
    """Characters that hardly stand alone: of those with which a longer word begins (重工业) none
    counts for the beginning of a word, and of those with which one ends (战斗力) none for the
    end."""
    alone, every = Counter[str](), Counter[str]()
    for text in texts:
        every.update(text)
        for run in HAN.findall(text):
            for start in range(0, len(run), STRETCH):
                alone.update(each for each in cut(run[start : start + STRETCH]) if len(each) == 1)
    found = {char for char in every if HAN.match(char) and alone[char] < ALONE * every[char]}
    first, last = affixes()
    return found - first, found - last


def affixes() -> tuple[set[str], set[str]]:
    """The characters that make words of three of words of two, in front and behind."""
    words = {line.split(" ")[0] for line in bytes(dictionary()).decode().splitlines()}
    first, last = Counter[str](), Counter[str]()
    for word in words:
        if len(word) == 3 and (word[:2] in words) != (word[1:] in words):
            if word[:2] in words:
                last[word[2]] += 1
            else:
                first[word[0]] += 1
    often = [{char for char in made if made[char] > AFFIX} for made in (first, last)]
    return often[0], often[1]


def write(texts: list[str], fewest: int) -> None:
    """The tables of ``texts``."""
    signs = [signs_of(fold(text)) for text in texts]
    pairs, threes = counted(signs, 2), counted(signs, 3)
    fours = {four for four, number in counted(signs, 4).items() if number >= fewest}
    fours = {four for four in fours if sum(map(str.isalpha, four)) > 2}
    by_pair = defaultdict[str, dict[str, str]](dict)
    for four in sorted(fours):
        cells = by_pair[four[:2]]
        cells[four[2]] = cells.get(four[2], "") + four[3]
    lines = [
        f"{pair}," + "、".join(third + fourths for third, fourths in by_pair[pair].items())
        for pair in sorted(by_pair)
    ]
    put("runs.csv", ["对,其后", *lines])
    thirds = defaultdict[str, list[list[str]]](lambda: [[], []])
    squeezed = counted([AGAIN.sub(r"\1", text) for text in signs], 3)
    for three in sorted(three for three, number in squeezed.items() if number >= SEVERAL):
        if HAN.search(three):
            thirds[three[:2]][squeezed[three] >= OFTEN].append(three[2])
    put("threes.csv", ["对,其后,常在其后", *map(",".join, graded(thirds))])
    halves = bound(signs)
    put("bound.txt", ["".join(sorted(half)) for half in halves])
    ahead, after = {four[1:] for four in fours}, {four[:3] for four in fours}
    gaps = defaultdict[str, set[str]](set)
    for three in ahead:
        one, char, other = three[0], three[1], three[2]
        if not HAN.match(one) or not HAN.match(char):
            continue
        if one not in halves[0] and other not in halves[1]:
            continue
        if threes[three] < RATIO * pairs[one + other]:
            continue
        if other == "|":
            gaps[one].update(ENDS)
        elif HAN.match(other) and three in after:
            gaps[one].add(other)
    put("lost.txt", [one + "".join(sorted(gaps[one])) for one in sorted(gaps)])
    print(f"{len(fours)} rows, {sum(map(len, gaps.values()))} gaps, {[*map(len, halves)]} bound")


def graded(thirds: dict[str, list[list[str]]]) -> Iterator[list[str]]:
    for pair in sorted(thirds):
        yield [pair, *map("".join, thirds[pair])]


def put(name: str, lines: list[str]) -> None:
    (FACTS / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def words_in(texts: list[str]) -> Iterator[tuple[str, int, str]]:
    """Words at random, each with what stands around it."""
    draw = random.Random(5)
    while True:
        text = draw.choice(texts)
        place = draw.randrange(len(text))
        run = HAN.match(text, place, place + 20)
        words = cut(run[0]) if run else []
        if len(words) > 2 and len(words[1]) > 1 and is_listed(words[1]):
            start = place + len(words[0])
            around = text[max(0, start - 40) : start + 40]
            yield around, min(start, 40), words[1]


def report(texts: list[str]) -> None:
    draw = random.Random(3)
    found = Counter[str]()
    drawn = words_in(texts)
    for _ in range(DRAWN):
        text, start, word = next(drawn)
        place = draw.randrange(len(word))
        slips = {"lost": word[:place] + word[place + 1 :]}
        other = draw.choice([*alike(word[place])] or [""])
        slips["other"] = word[:place] + other + word[place + 1 :]
        place = draw.randrange(len(word) - 1)
        slips["swapped"] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for kind, slip in slips.items():
            if slip != word:
                written = text[:start] + slip + text[start + len(word) :]
                found[kind] += any(
                    abs(span.start - start) < NEAR for span in FINDERS[kind](written)
                )
    print({kind: round(number / DRAWN, 3) for kind, number in found.items()})
    size = sum(map(len, texts))
    for kind in ("lost", "other"):
        told = [(text, span) for text in texts for span in FINDERS[kind](text)]
        told = [(text, span) for text, span in told if is_once(text, text[slice(*span)])]
        for text, (start, end) in told:
            print(kind, text[max(0, start - 8) : end + 8].replace("\n", "/"))
        print(kind, f"{len(told)}, {len(told) * 25_000 / size:.2f} in 25,000 characters")


def _lost(text: str) -> list[Span]:
    return [each.span for each in find_lost(text)]


def _misspelt(text: str) -> list[Span]:
    return [each.span for each in find_misspelt(text, LEAST)]


FINDERS = {"lost": _lost, "other": _misspelt, "swapped": _misspelt}


def main() -> int:
    texts = [text.text for text in read_corpus(Path(sys.argv[1])) if text.whole]
    if "--report" in sys.argv:
        report([fold(text) for text in texts[1::2]])
        return 0
    if "--measure" in sys.argv:
        write(texts[::2], FEWEST - 1)
        command = [sys.executable, __file__, sys.argv[1], "--report"]
        subprocess.run(command, check=True)  # ourselves, with the tables just made
    write(texts, FEWEST)
    return 0


if __name__ == "__main__":
    sys.exit(main())
