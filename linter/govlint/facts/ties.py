"""ties: a percentage of a passage, and the counts that it may be worked out from."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.figure import Figure
from govlint.facts.links import follows
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple

NEGATED = re.compile("[不未无缓没拒非欠]|免(?!费|疫)|逾期|超期|除外")
_SENTENCE_END = re.compile(r"[。；\n]")
_REST = re.compile(r"[还仍尚未待]")
_MANY = 20
"""Smaller counts add up by chance."""


class Tie(NamedTuple):
    """``ratio``: the rate or share; ``parts``: what is counted of ``whole``."""

    text: str
    passage: list[Figure]
    ratio: Figure
    whole: Figure
    parts: list[Figure]

    @property
    def follows(self) -> bool:
        """Whether the ratio follows its last part, with nothing but a change between."""
        return follows(self.text, self.passage, self.ratio, self.parts[-1])

    @property
    def is_only(self) -> bool:
        """Whether the passage tells no other percentage."""
        return not any(f.dimension == PERCENT and f != self.ratio for f in self.passage)

    @property
    def counts(self) -> list[Figure]:
        """What else the passage counts in the unit of the whole."""
        return [
            f
            for f in self.passage
            if f.dimension == self.whole.dimension
            and f != self.whole
            and f.roles.isdisjoint(CHANGE_ROLES)
        ]

    @property
    def is_closed(self) -> bool:
        """Whether the passage tells what is left of the whole: of 2150人 1634人, and 516人."""
        left = self.whole.value - sum(part.value for part in self.parts)
        rest = [f for f in self.counts if f not in self.parts]
        if len(self.parts) > 1 or len(rest) != 1 or rest[0].value != left:
            return False  # 省级6家、市级21家、其他47家 are no rest
        told = "其余" in rest[0].roles or _REST.search(self.text, *rest[0].lead) is not None
        return told and self.whole.value >= _MANY

    @property
    def is_within(self) -> bool:
        """Whether words say that the only part is one of the whole before it: 36个村中，27个."""
        part = self.parts[0]
        within = "之中" in part.roles or "其中" in part.roles
        return within and len(self.parts) == 1 and part.lead.start == self.whole.span.end

    @property
    def told(self) -> str:
        """The words of the sentence around the first part, up to the ratio."""
        part = self.parts[0]
        end = _SENTENCE_END.search(self.text, part.span.end)
        stop = end.start() if end else len(self.text)
        if self.ratio.span > part.span:
            stop = min(stop, max(part.span.end, self.ratio.span.start))
        words = self.text[part.lead.start : part.span.start] + self.text[part.span.end : stop]
        return words.partition(self.ratio.name)[0] if self.ratio.name else words
