"""At most so many findings of one rule in one file: three hundred of a kind are one fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.diagnostics.result import FileResult
from govlint.reporters.base import Style
from govlint.reporters.visible import visible
from govlint.reporters.words import WORDS

MOST = 20


def limited(
    result: FileResult, style: Style, render: Callable[[Diagnostic], Iterator[str]]
) -> Iterator[str]:
    """The findings of a file as ``render`` prints them, then a line a rule for the rest; nothing
    where findings are only counted."""
    if style.statistics:
        return
    printed: Counter[str] = Counter()
    for found in result.diagnostics:
        printed[found.code] += 1
        if printed[found.code] <= MOST:
            yield from render(found)
    for code, count in sorted(printed.items()):
        if count > MOST:
            rest = WORDS[style.language]["rest"]
            yield rest.format(path=visible(result.path), code=code, count=count - MOST) + "\n"
