"""Findings that somebody has looked at and called right: ignore-text."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.engine.config import Config, IgnoreText, Pattern
from govlint.engine.files import show
from govlint.engine.globs import matches
from govlint.text.fold import fold
from govlint.text.span import Span


def meant(pattern: Pattern, path: str) -> bool:
    """Whether ``pattern`` means the file at ``path``."""
    try:
        relative = os.path.relpath(path, pattern.root)
    except ValueError:  # another drive
        relative = path
    return matches(pattern.glob, show(relative))


class Suppressions:
    """The entries of ``config`` at work."""

    def __init__(self, config: Config) -> None:
        self._entries = config.ignore_text
        self._needles = {entry: fold(entry.text) for entry in self._entries}
        self._own = config.path

    def __bool__(self) -> bool:
        return bool(self._entries)

    def keep(
        self, found: Iterable[Diagnostic], path: str, text: str
    ) -> tuple[list[Diagnostic], frozenset[int]]:
        """``found`` in the file at ``path``, without what is silenced, and the places of the
        entries that silenced something; ``text`` is in one width."""
        here = [
            (place, entry)
            for place, entry in enumerate(self._entries)
            if entry.path is None or meant(entry.path, path)
        ]
        kept, used = [], set()
        for diagnostic in found:
            silencers = [place for place, e in here if self._silences(e, diagnostic, text)]
            used.update(silencers)
            if not silencers:
                kept.append(diagnostic)
        return kept, frozenset(used)

    def unused(self, used: Container[int]) -> Iterator[IgnoreText]:
        """The entries of this very file, inherited ones aside, that are not ``used``."""
        for place, entry in enumerate(self._entries):
            if place not in used and entry.file == self._own:
                yield entry

    def _silences(self, entry: IgnoreText, found: Diagnostic, text: str) -> bool:
        if found.span is None or entry.rule not in (found.code, found.name):
            return False
        return _overlaps(self._needles[entry], found.span, text)


def _overlaps(needle: str, span: Span, text: str) -> bool:
    """Whether ``needle`` stands in ``text`` so that it touches ``span``."""
    last = max(span.end, span.start + 1) + len(needle) - 1
    return text.find(needle, max(0, span.start - len(needle) + 1), last) >= 0
