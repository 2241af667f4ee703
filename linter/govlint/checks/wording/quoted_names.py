"""quoted-names: is a platform or a way of working, named in quotation marks, named alike again?

Two names of one length that differ by one character, before the same words (诉求平台), a few
sentences apart, or in one paragraph before others (品牌, 活动); a principle that is as long as a
sentence may be further off. Two neighbouring characters that changed places tell of a slip wherever
they stand. Numbers tell names apart, and so does standing side by side.

``find``: names in quotation marks (``name``), with what is called so (``what``), nothing where
the name itself says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.checks.phrases import Phrases, searches_of
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import find_all
from govlint.records import NamedTuple
from govlint.text.span import Span

_NUMBERS = frozenset("一二两三四五六七八九十百千双多0123456789")
_NEAREST, _FURTHEST = 12, 300
"""Code points between two names: nearer they are told side by side, further off of two things."""
_PRINCIPLE = 6
"""Of so many characters is a principle that is quoted as it is fixed, once for all."""
_TELLING = frozenset("农工商城乡市县区镇村省州港澳台")
"""Characters that tell two principles apart: 爱国者治港, 爱国者治澳."""


class _Named(NamedTuple):
    """A name in quotation marks, and ``what`` is called so."""

    name: str
    what: str
    place: Span


def run(facts: Facts, params: Phrases) -> Iterator[Finding]:
    found = {
        match.start("name"): _Named(match["name"], match["what"], Span(*match.span("name")))
        for match in find_all(facts.body, facts.literals, searches_of(params))
    }
    lengths: dict[int, list[_Named]] = {}
    for _, named in sorted(found.items()):
        lengths.setdefault(len(named.name), []).append(named)
    for alike in lengths.values():
        told: dict[str, None] = {}
        for number, later in enumerate(alike):
            if later.name not in told:
                for before in reversed(alike[:number]):
                    if _is_slip(facts.body, before, later):
                        there = (Related(before.place, "model"),)
                        fields = {"name": later.name, "model": before.name}
                        yield Finding(later.place, fields, there)
                        break
            told[later.name] = None


def _is_slip(text: str, before: _Named, later: _Named) -> bool:
    """Whether the ``later`` name seems to be the one ``before``."""
    gap = later.place.start - before.place.end
    if gap <= _NEAREST:
        return False
    apart = [pair for pair in zip(before.name, later.name, strict=True) if pair[0] != pair[1]]
    if len(apart) == len("千万"):
        return _exchanged(before.name, later.name, apart)
    if len(apart) != 1 or {*apart[0]} & _NUMBERS:
        return False
    if before.what == later.what:
        if later.what.startswith("的"):
            return len(later.name) >= _PRINCIPLE and not {*apart[0]} & _TELLING
        return gap < _FURTHEST and (bool(later.what) or _alike(*apart[0]))
    return (
        gap < _FURTHEST
        and bool(before.what and later.what)
        and "\n" not in text[before.place.end : later.place.start]
        and before.name[-1] == later.name[-1]  # 云上集市 and 云上集镇 are two of one family
        and not {*apart[0]} & _TELLING
    )


def _exchanged(one: str, other: str, apart: list[tuple[str, str]]) -> bool:
    """Whether the two characters changed places, side by side."""
    (first, second), turned = apart
    return turned == (second, first) and first + second in one and second + first in other


def _alike(one: str, other: str) -> bool:
    from govlint.facts.confusable import confusable  # few texts have two such names

    return confusable(one, other)


CHECK = Check(
    "quoted-names", Phrases, run, fields=("name", "model"), roles=("model",), searches=searches_of
)
