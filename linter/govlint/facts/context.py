"""context: what a condition is asked of: some figures of a sentence, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Callable

from govlint.facts.figure import Figure
from govlint.records import NamedTuple

CLAUSE = re.compile(r"[，：]")
DONE = re.compile(r"已|完成|实际|通过验收")
MEASURED = ("元", "美元", "面积", "体积", "长度", "质量")
"""Dimensions of what is measured; what is counted has one unit."""


class Words(NamedTuple):
    """The text, and the figures of the sentence in it."""

    text: str
    sentence: list[Figure]


class Condition(NamedTuple):
    """``holds``: whether the words let the figures be held against each other; ``figures``: how
    many it takes, where it does not take any number."""

    holds: Callable[[Words, list[Figure]], bool]
    figures: int | None = None
