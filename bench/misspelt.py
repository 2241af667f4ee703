"""Makes anew what the rule for words with a slip knows of public documents.

    pip install jieba && python bench/misspelt.py FOLDER

FOLDER is the corpus. Which pairs of characters are met in two documents and more (facts/met.txt),
which words of the dictionary are usual (facts/usual.csv), and which words stand right before and
behind each (facts/beside.csv).
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from corpus import read_corpus

from govlint.facts.lexicon import is_listed
from govlint.facts.words import cut

FACTS = Path(__file__).parent.parent / "linter" / "govlint" / "facts"
HAN = re.compile("[一-龥]+")
MET = 2
"""In so many documents a pair of characters stands that is no slip."""
BESIDE, LONE = 3, 30
"""In so many documents two words stand side by side; the latter where one is a character."""
LONGEST = 6
"""Longer words are formulae (TRM820)."""
STRETCH = 60
"""Characters that are cut into words at a time."""


def stretches(text: str) -> Iterator[str]:
    for clause in HAN.findall(text):
        for start in range(0, len(clause), STRETCH):
            yield clause[start : start + STRETCH]


def counted(texts: list[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """In how many texts each pair of characters and each pair of words stands."""
    chars, words = Counter[str](), Counter[tuple[str, str]]()
    for text in texts:
        chars.update({one + other for line in text.split("\n") for one, other in pairwise(line)})
        words.update({pair for run in stretches(text) for pair in pairwise(cut(run))})
    return chars, words


def neighbours(
    words: Counter[tuple[str, str]],
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By a usual word what stands before it, and what stands behind it."""
    before, behind = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for (one, other), met in words.items():
        if met < (LONE if 1 in {len(one), len(other)} else BESIDE):
            continue
        if usual(other):
            before[other].add(one)
        if usual(one):
            behind[one].add(other)
    return before, behind


def usual(word: str) -> bool:
    return 1 < len(word) <= LONGEST and is_listed(word)


def main() -> int:
    texts = [text.text for text in read_corpus(Path(sys.argv[1])) if text.whole]
    chars, pairs = counted(texts)
    before, behind = neighbours(pairs)
    every = sorted({*before, *behind})
    rows = [
        f"{word},{'、'.join(sorted(before[word]))},{'、'.join(sorted(behind[word]))}"
        for word in every
    ]
    write("beside.csv", ["词,前,后", *rows])
    met, firsts, seconds = (defaultdict[str, set[str]](set) for _ in range(3))
    begun = defaultdict[str, list[str]](list)
    for pair, number in chars.items():
        if number >= MET and pair.isprintable() and max(pair) < "\uffff":
            met[pair[0]].add(pair[1])
    write("met.txt", [char + "".join(sorted(met[char])) for char in sorted(met)])
    for word in every:
        begun[word[0]].append(word)
        for one, other in pairwise(word):
            firsts[other].add(one)
            seconds[one].add(other)
    rows = [
        f"{char},{''.join(sorted(firsts[char]))},{''.join(sorted(seconds[char]))},"
        + "、".join(begun[char])
        for char in sorted({*firsts, *seconds})
    ]
    write("usual.csv", ["字,词里前,词里后,词", *rows])
    print(f"{sum(map(len, met.values()))} pairs, {len(every)} words")
    return 0


def write(name: str, lines: list[str]) -> None:
    (FACTS / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
