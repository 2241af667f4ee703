"""noise: watermarks, portal blocks and page furniture, which disturb no other rule."""

from __future__ import annotations

from typing import NamedTuple

from govlint.text.span import Span


class Noise(NamedTuple):
    """Blocks of lines, by kind."""

    watermarks: tuple[Span, ...] = ()
    portal: tuple[Span, ...] = ()
    pages: tuple[Span, ...] = ()

    @property
    def spans(self) -> list[Span]:
        return sorted(self.watermarks + self.portal + self.pages)


def find_noise(text: str) -> Noise:
    return Noise()


def blank(text: str, spans: list[Span], *, markup: bool) -> str:
    """``text`` with spaces for every character in ``spans``, line ends kept."""
    if not spans:
        return text
    pieces, last = [], 0
    for span in spans:
        pieces.append(text[last : span.start])
        pieces.append("".join(c if c in "\r\n" else " " for c in text[span.start : span.end]))
        last = span.end
    return "".join(pieces) + text[last:]
