"""formulae: does a fixed formula stand with one character mistaken for another, lost, or in the
place of the next?

All of its characters but one are whole, and that one sounds or looks like what is meant. It lets
pass what the dictionary has, what the list has itself, and what the clause makes sense with: where
the other character is part of a word that is as likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, WordList
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.formulae import Slip, formulae_of
from govlint.facts.lexicon import is_listed, kind_of
from govlint.facts.words import is_broken, is_lost, is_slip
from govlint.records import NamedTuple

_IDIOMS = ("i", "l")
"""The classes of words of which nobody says the first three characters alone."""


_FIRM = re.compile(
    r"[^，。；：、的”\s]{0,6}?(?:(?:有限|股份|责任|集团)公司|经营部|商[行店贸]|合作社|俱乐部|工作室|超市"
    "|酒[店楼家]|餐厅|饭[店庄])"
)


class Params(NamedTuple):
    """``from_``: the list."""

    from_: WordList


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text, done = facts.body, -1
    brands: dict[str, bool] = {}
    for slip in formulae_of(params.from_).find(text, facts.literals):
        if slip.span.start >= done and _counts(text, slip, params):
            written = text[slice(*slip.span)]
            if written not in brands:
                brands[written] = _is_brand(text, written)
            if brands[written]:
                continue
            done = slip.span.end
            edits = (Edit(slip.span, slip.right),)
            yield Finding(slip.span, {"right": slip.right}, edits=edits)


def _counts(text: str, slip: Slip, params: Params) -> bool:
    written = text[slice(*slip.span)]
    if slip.right.startswith(written) and not (kind_of(slip.right) or "i").startswith(_IDIOMS):
        return False
    return (
        not formulae_of(params.from_).has(written)
        and not is_listed(written)
        and (
            is_slip(text, slip.span, slip.place, slip.right)
            if slip.kind == "other"
            else (is_lost if slip.kind == "lost" else is_broken)(text, slip.span, slip.right)
        )
    )


def _is_brand(text: str, written: str) -> bool:
    """Whether the text has it as the name of a firm, which plays on a word: 骑乐无穷车行商店."""
    place = text.find(written)
    while place >= 0:
        if _FIRM.match(text, place + len(written)):
            return True
        place = text.find(written, place + 1)
    return False


CHECK = Check(
    "formulae",
    Params,
    run,
    fields=("right",),
    searches=lambda params: (formulae_of(params.from_).search,),
)
