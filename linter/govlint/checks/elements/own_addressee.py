"""own-addressee: does a document go to the organ that signs it?

县人民政府 that asks 县人民政府: one of the two was left as in the document that was copied. A name
that begins with its level (县人民政府) is that of the place; 市 and 区 stand on two levels, and
count only where the names are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.organs import addressee, holds_several

_LEVELS = tuple("省县镇乡旗")
_PLACE = 10
"""Characters of the name of a place."""


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, signature = facts.body, facts.signature
    to = addressee(text, facts.title) if signature and not holds_several(text) else None
    if signature is None or to is None:
        return
    for organ in signature.organs:
        if _is_same(text[slice(*organ)], text[slice(*to)]):
            fields = {"there": text[slice(*to)]}
            yield Finding(organ, fields, (Related(to, "there"),))
            return


def _is_same(signed: str, to: str) -> bool:
    """Whether two names are of one organ.

    >>> _is_same("青禾县人民政府", "县人民政府"), _is_same("青禾市教育局", "市教育局")
    (True, False)
    """
    if signed == to:
        return True
    short, long = sorted((signed, to), key=len)
    place = long.removesuffix(short)
    return short.startswith(_LEVELS) and place != long and len(place) <= _PLACE


CHECK = Check("own-addressee", NoParams, run, fields=("there",), roles=("there",))
