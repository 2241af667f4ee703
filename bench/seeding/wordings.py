"""Faults that are one sentence or line: read from wordings/*.txt, put between real paragraphs."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from govlint.facts.facts import Facts
from seeding.places import plain_paragraphs
from seeding.seed import Maker, Seed, SeedClass, Span
from seeding.slots import fill

FOLDER = Path(__file__).with_name("wordings")
_HEAD = re.compile(r"\[(?P<name>[a-z0-9-]+)\] (?P<codes>[A-Z0-9 ]+?)(?P<alone> alone)?")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\n")
_MARK = re.compile("[⟦⟧]")


class WordingFault(Exception):
    """A line of a wordings file that is none; the message says where."""


def read_classes(path: Path) -> Iterator[SeedClass]:
    """The classes of a file of wordings; its first comment explains how they are written."""
    name, codes, alone = "", tuple[str, ...](), False
    found: dict[str, tuple[list[Maker], list[Maker]]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if head := _HEAD.fullmatch(line):
            name, codes, alone = head["name"], tuple(head["codes"].split()), bool(head["alone"])
            found[name] = ([], [])
        elif line[:2] in {"- ", "+ "} and name:
            wrong = line[0] == "-"
            if wrong != ("⟦" in line):
                raise WordingFault(f"{path.name}:{number}: - needs a place in ⟦…⟧, + has none")
            found[name][not wrong].append(_maker(line[2:], codes, alone=alone))
        elif line and not line.startswith("#"):
            raise WordingFault(f"{path.name}:{number}: neither [class] CODES nor - nor +: {line}")
    for each, (faults, alike) in found.items():
        yield SeedClass(each, path.stem, tuple(faults), tuple(alike))


def _maker(wording: str, codes: tuple[str, ...], *, alone: bool) -> Maker:
    def make(text: str, facts: Facts, chance: random.Random) -> Seed | None:
        paragraphs = plain_paragraphs(facts)
        if not paragraphs:
            return None
        inserted, places = read_marks(_unescape(fill(wording, chance)))
        _, end = chance.choice(paragraphs)
        inside = not alone and inserted[-1] in "。！？" and chance.random() < 0.5
        before, after = ("", "") if inside else (_gap(text, end), "")
        start = end + len(before)
        changed = text[:end] + before + inserted + after + text[end:]
        return Seed(changed, tuple((start + a, start + b) for a, b in places), codes)

    return make


def read_marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its marks, and the places that they mark.

    >>> read_marks("开展⟦“⟧四下基层⟦”⟧。")
    ('开展“四下基层”。', ((2, 3), (7, 8)))
    """
    parts = _MARK.split(marked)
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    places = ((offsets[k], offsets[k + 1]) for k in range(1, len(parts), 2))
    return "".join(parts), tuple(places)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\n", text)


def _gap(text: str, end: int) -> str:
    """What stands between the paragraph that ends here and the next one."""
    last = end
    while last < len(text) and text[last] in "\n \u3000":
        last += 1
    gap = text[end:last]
    return gap if "\n" in gap else "\n"
