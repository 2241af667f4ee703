"""Evidence that a line is advertising, a regex a kind; the words stand in advertising.txt."""

from __future__ import annotations

import re
from functools import cache

from govlint.packaged import packaged
from govlint.warm import compiled

WORDS = "advertising.txt"
AGAINST = ("official", "title")
"""The blocks whose words speak against advertising; every other is a kind of evidence."""
_BEGINNING = re.compile(r"(?:^|\||\(\?:)\^?(?:\[([^]]+)\]|\\?([^[(]))")


def read_words() -> dict[str, list[str]]:
    """The words and regexes of each block: ``== name meaning``, then one a line."""
    blocks: dict[str, list[str]] = {}
    name = ""
    for line in packaged("facts", WORDS).decode().splitlines():
        if line.startswith("== "):
            name = line.split()[1]
        elif line and not line.startswith("#"):
            blocks.setdefault(name, []).append(line)
    return blocks


def sieve(regex: str) -> str:
    """``regex`` behind a class of what its branches begin with: the engine passes over all other
    characters at once, where it would try each of fifty branches."""
    begins = {many or re.escape(one) for many, one in _BEGINNING.findall(regex)}
    return f"[{''.join(sorted(begins))}](?<=(?={regex}).)"


def sieved() -> dict[str, str]:
    """A regex for each block, behind its sieve where it is evidence."""
    regexes = {name: "|".join(words) for name, words in read_words().items()}
    return {name: r if name in AGAINST else sieve(r) for name, r in regexes.items()}


try:  # a wheel holds them, for a cold start
    from govlint._built.evidence import REGEXES
except ImportError:
    REGEXES = sieved()

KINDS = {n: re.compile(r, re.MULTILINE) for n, r in REGEXES.items() if n not in AGAINST}
STRONG = KINDS.pop("strong")
"""What no office writes; KINDS are the others, by name."""


def count_kinds(line: str) -> int:
    """How many kinds of evidence a line shows."""
    return sum(kind.search(line) is not None for kind in KINDS.values())


def shows(line: str, block: str) -> bool:
    """Whether a line holds a word of one of AGAINST."""
    return _against(block).search(line) is not None


@cache
def _against(block: str) -> re.Pattern[str]:  # few documents hold a line of which it is asked
    return compiled(REGEXES[block])
