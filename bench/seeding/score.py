"""Lints documents with and without a seed, and says what was found of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govlint.diagnostics.diagnostic import Diagnostic, fingerprints
from govlint.engine.lint import lint_document
from govlint.facts.facts import Facts
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source
from seeding.seed import Maker, Seed, SeedClass

NEAR = 2
"""Code points that a finding may lie away from the place of its fault."""


class Base(NamedTuple):
    """A clean document. ``known``: the fingerprints of what is found in it unchanged."""

    name: str
    text: str
    facts: Facts
    known: frozenset[str]


class Outcome(NamedTuple):
    """What became of one seed. ``hit``: one of its codes is found at its place. ``stray``:
    everything new that is not there; all of it, where the seed is a look-alike."""

    base: str
    seed: Seed
    hit: bool
    stray: tuple[Diagnostic, ...]


def make_base(name: str, text: str, rules: tuple[Rule, ...]) -> Base:
    """A document ready for seeds."""
    found = _lint(text, rules)
    facts = Facts(Document(Source(name, text)))
    return Base(name, text, facts, frozenset(fingerprints(found)))


def run_class(
    chosen: SeedClass, bases: list[Base], rules: tuple[Rule, ...], cases: int, seed: int
) -> Iterator[tuple[bool, Outcome]]:
    """(is it wrong, its outcome) for some ``cases`` of faults, and as many look-alikes: each
    wording in as many documents as that takes."""
    for wrong, makers in ((True, chosen.wrong), (False, chosen.right)):
        for number, maker in enumerate(makers):
            chance = random.Random(f"{seed} {chosen.name} {wrong} {number}")
            each = -(-cases // len(makers))
            for base, made in _seeds(maker, bases, each, chance):
                yield wrong, judge(base, made, rules)


def _seeds(
    maker: Maker, bases: list[Base], each: int, chance: random.Random
) -> Iterator[tuple[Base, Seed]]:
    """Up to ``each`` seeds of a maker, in documents drawn by chance."""
    made = 0
    for base in chance.sample(bases, len(bases)) * 2:  # a second seed in one lies elsewhere
        if made == each:
            return
        seed = maker(base.text, base.facts, chance)
        if seed is not None:
            made += 1
            yield base, seed


def judge(base: Base, seed: Seed, rules: tuple[Rule, ...]) -> Outcome:
    """Lint a seeded document and compare with what its base has."""
    found = _lint(seed.text, rules)
    new = [d for d, name in zip(found, fingerprints(found), strict=True) if name not in base.known]
    there = [d for d in new if _touches(d, seed)]
    hit = any(d.code.startswith(seed.codes) for d in there)
    stray = tuple(_strays(new, there, seed))
    return Outcome(base.name, seed, hit, stray)


def _strays(new: Iterable[Diagnostic], there: list[Diagnostic], seed: Seed) -> Iterator[Diagnostic]:
    """New findings elsewhere; a question (``info``) of another family is none."""
    for d in new:
        if d not in there and (d.severity != "info" or d.code.startswith(seed.codes)):
            yield d


def _touches(found: Diagnostic, seed: Seed) -> bool:
    if found.span is None:
        return False
    spans = [found.span, *(note.span for note in found.related)]
    return any(
        span.start <= end + NEAR and span.end >= start - NEAR
        for span in spans
        for start, end in seed.places
    )


def _lint(text: str, rules: tuple[Rule, ...]) -> list[Diagnostic]:
    return lint_document(Document(Source("seeded", text)), rules)
