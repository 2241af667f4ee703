"""What a fix puts in the place of a hit: a text with names in it, parts that become others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from govlint.text.span import Span

NOTHING = "\0"
"""The template of a rule that puts nothing of its own."""


def replacement(
    template: str, pairs: tuple[str, ...], match: re.Match[str], source: str, hit: Span
) -> str:
    """What should stand in the place of ``hit`` in ``source``.

    ``{name}`` in the template stands for what the source has where that group of ``match``, which
    was found in a view of it, lies; ``pairs``: what becomes of the parts of a group, or of the hit
    where there is no template, ``wrong=right`` each.
    """
    if not pairs and "{" not in template:
        return template
    shown = match.string
    if template == NOTHING:
        return _mapped(pairs, shown[slice(*hit)], source[slice(*hit)])
    spans = {name: slice(*match.span(name)) for name in match.re.groupindex}
    found = {n: _mapped(pairs, shown[span], source[span]) for n, span in spans.items()}
    return template.format_map(found)


def _mapped(pairs: tuple[str, ...], shown: str, written: str) -> str:
    """What becomes of a text that the source has as ``written`` and the rule sees as ``shown``."""
    if not pairs:
        return written
    wrong, right = parts(pairs)
    pieces, last = [], 0
    for part in wrong.finditer(shown):
        pieces += [written[last : part.start()], right[part[0]]]
        last = part.end()
    return "".join([*pieces, written[last:]])


@lru_cache(maxsize=128)
def parts(pairs: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Every wrong part, the longest first, and what becomes of each."""
    right = dict(pair.split("=", 1) for pair in pairs)
    longest_first = sorted(right, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), right


def replacement_fault(template: str, pairs: tuple[str, ...], regexes: Iterable[str]) -> str:
    """What is wrong with a replacement, or "": a brace that is not closed, a name that one of the
    ``regexes`` does not bind, a part without its right form."""
    from string import Formatter  # only who loads rule files asks

    if any("=" not in pair[1:] for pair in pairs):
        return "“map”的每一项应当是“错=对”"
    try:
        used = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError:
        return "“replace”里的大括号不成对"
    for regex in regexes:
        unknown = used - re.compile(regex).groupindex.keys()
        if unknown:
            return f"“replace”里的“{{{min(unknown)}}}”没有来处"
    return ""
