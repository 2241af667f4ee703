"""bare_shares: sentences one after the other that tell nothing but shares.

35岁及以下占28.5%，36至45岁占34.2%。46至55岁占24.8%，56岁及以上占12.5%。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.units import PERCENT

_BARE = ("占", "占比")
_MOST = 24
"""Shares that are read as one whole."""
_STOPPED = re.compile(r"[。；]?\s{0,4}")


def find_bare_shares(facts: Facts) -> Iterator[list[Figure]]:
    """The shares of each such run of two sentences or more, as far as it goes."""
    text, run = facts.body, list[Figure]()
    for sentence in facts.figures:
        figures = sentence.figures
        bare = all(f.dimension == PERCENT and text.endswith(_BARE, *f.lead) for f in figures)
        follows = bare and run and _STOPPED.fullmatch(text, run[-1].span.end, figures[0].lead.start)
        run = [*run, *figures] if follows else figures if bare else []
        if follows and len(run) <= _MOST:
            yield run
        elif len(run) > _MOST:
            run = []
