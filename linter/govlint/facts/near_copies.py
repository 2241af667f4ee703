"""near_copies: paragraphs that say again what an earlier one says, with a few characters changed.

A paragraph that was written anew and left beside its old form begins as that does and says the same
things; it has words more or less. Where another name, number or word stands in place of one, the
two tell of two things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govlint.text.span import Span

_HEAD = 10
"""Code points with which both begin."""
_SHORTEST = 30
_LONGEST = 800
_TRIED = 3
"""How many earlier paragraphs one is held against."""
_ALIKE = 0.85
_TELLING = re.compile(
    "[0-9一二三四五六七八九十百千万两不未非无免男女甲乙丙丁东南西北上下前后新老大小正副]"
)
"""What makes two things of one."""
_SWAPPED = 3
"""Code points: of what stands in place of something else."""


def near_copies(text: str, paragraphs: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Each paragraph that nearly repeats an earlier one, and that one."""
    seen: dict[str, list[Span]] = {}
    for span in paragraphs:
        if not _SHORTEST <= span.end - span.start <= _LONGEST or text[span.end - 1] != "。":
            continue
        earlier = seen.setdefault(text[span.start : span.start + _HEAD], [])
        for first in earlier:
            if _nearly(text[slice(*first)], text[slice(*span)]):
                yield span, first
                break
        if len(earlier) < _TRIED:
            earlier.append(span)


def _nearly(one: str, other: str) -> bool:
    """Whether two texts differ, and only by words more or less."""
    longest, shortest = max(len(one), len(other)), min(len(one), len(other))
    if one == other or shortest < _ALIKE * longest:
        return False
    from difflib import SequenceMatcher  # hardly a text has two paragraphs that begin alike

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE:
        return False
    return all(
        tag == "equal" or _adds_nothing(one[a:b], other[c:d])
        for tag, a, b, c, d in matcher.get_opcodes()
    )


def _adds_nothing(old: str, new: str) -> bool:
    """Whether a stretch that was taken out, put in, or put into other words is no other thing."""
    if _TELLING.search(old + new):
        return False
    swapped = old and new
    return not swapped or (max(len(old), len(new)) <= _SWAPPED and not set(old).isdisjoint(new))
