"""One seed: a document with one thing put into it, which is wrong, or only looks so."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

from govlint.facts.facts import Facts

Span = tuple[int, int]


class Seed(NamedTuple):
    """``text`` with the change. ``places``: where a reviewer would put the circle, offsets into
    ``text``; empty for a look-alike, in which nothing is to be found. ``codes``: prefixes of the
    rules that may report it."""

    text: str
    places: tuple[Span, ...]
    codes: tuple[str, ...]


Maker = Callable[[str, Facts, random.Random], Seed | None]
"""Makes a seed of a clean text and its facts, or None where the text offers no place for it."""


class SeedClass(NamedTuple):
    """``group``: the generator it belongs to. ``wrong`` make faults, ``right`` look-alikes; each
    is tried in several documents."""

    name: str
    group: str
    wrong: tuple[Maker, ...]
    right: tuple[Maker, ...]
