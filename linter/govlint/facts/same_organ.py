"""same_organ: the organ that writes, once called after another place.

临涧县市场监督管理局 in a letter of 南浦区市场监督管理局 is left over from another's, unless the
sentence tells of common work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from govlint.text.occurrences import is_once
from govlint.text.span import Span

NAMED = (
    "(?P<place>(?![在和与及对由的，。、；：])[^在和与及对由的，。、；：\\s县市区镇乡]{2,5}"
    "(?P<level>县|区|镇|乡|街道))"
)
"""A place with its level."""
NOT_A_NAME = re.compile(r"[全各我本该省市州区县邻外两级报呈]")
PEERS = (frozenset("县区"), frozenset(("镇", "乡", "街道")))
"""Levels of one rank: who writes 我区 is no 县."""
_OFFICE = re.compile("[一-龥]{2,14}?(?:局|院|中心|委员会|银行|总队|支队|大队)")
_APART = "(?<![一-龥0-9A-Za-z])"
_PLAIN = re.compile("[一-龥]{2,3}(?:[县区镇乡]|街道)")
_JOINTLY = re.compile(
    "联合|联动|协同|会同|共同|携手|两[地县区]|[与和同跟及、向赴由原]|协[助作]|学习|考察|邻|移[交送]|商请|转[办交]|调[研任入]|来自"
)
"""What tells of another organ beside the own one."""


def same_organs(text: str, own: re.Match[str], sentence: Callable[[int], Span]) -> Iterator[Span]:
    """The places, of the rank of the ``own`` one, after which the same organ is called once."""
    office = _OFFICE.match(text, own.end())
    peers = next((each for each in PEERS if own["level"] in each), None)
    if office is None or peers is None:
        return
    for match in re.finditer(_APART + NAMED + re.escape(office[0]), text):
        name, after = match["place"], text[match.end() : match.end() + 1]
        strange = match["level"] in peers and name != own["place"] and is_once(text, name)
        alone = after in ("：", "、", "\n", "\r", "")  # an addressee, or a name in a list
        if strange and not alone and _PLAIN.fullmatch(name) and not NOT_A_NAME.search(name[:-1]):
            told = text[slice(*sentence(match.start()))]
            if not _JOINTLY.search(told.replace(own["place"] + office[0], "")):
                yield Span(*match.span("place"))
