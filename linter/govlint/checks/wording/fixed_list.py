"""fixed-list: is a list whose members and order are fixed told as it is fixed?

A list is known by all of its members but one: 政治意识、全局意识、核心意识、看齐意识 lacks
大局意识. Those that name fewer members, or further ones, are other lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.facts.search import Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.span import Span

_WORD = "[一-龥“”]"
_LONGEST = 8
"""Of what may stand in the place of a member."""


class Params(NamedTuple):
    """``lists``: each with its members in order, joined by 、."""

    lists: tuple[str, ...]

    def __hash__(self) -> int:  # by identity: a rule's parameters are made once
        return id(self)


class _Form(NamedTuple):
    """One way in which a list can be wrong. ``right``: what should stand in the place of the
    group ``hit``."""

    search: Search
    right: str


def fault(params: Params) -> str:
    """What is wrong with the parameters of a rule, or ""."""
    short = next((each for each in params.lists if each.count("、") < 2), None)
    return f"“{short}”至少要有三项，用顿号隔开" if short is not None else ""


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    found: dict[Span, Finding] = {}
    for form in forms(params):
        for match in find(facts.body, facts.literals, form.search):
            span = Span(*match.span("hit"))
            if match["hit"] != form.right:
                edits = (Edit(span, form.right),)
                found.setdefault(span, Finding(span, {"right": form.right}, edits=edits))
    yield from (found[span] for span in sorted(found))


@lru_cache(maxsize=16)
def forms(params: Params) -> tuple[_Form, ...]:
    """The ways in which the lists of a rule can be wrong."""
    return tuple(form for each in params.lists for form in _forms(each))


def _forms(text: str) -> Iterator[_Form]:
    members = text.split("、")
    escaped = [re.escape(member) for member in members]
    for place, right in enumerate(members):
        others = escaped.copy()
        others[place] = f"(?P<hit>(?!{escaped[place]}){_other(place, members)})"
        needs = tuple((member,) for member in members if member != right)
        regex = "、".join(others)
        if not place:
            regex = f"(?<![、“]){regex}"
        yield _Form(search_for(regex, needs, len(text) + _LONGEST), right)
    one = f"(?:{'|'.join(escaped)})"
    mixed = "、".join([one] * len(members))
    each = "".join(f"(?=[^，。；\\n]{{0,{len(text)}}}{member})" for member in escaped)
    needs = tuple((member,) for member in members)
    yield _Form(search_for(f"(?<!、){each}(?P<hit>{mixed})(?!、)", needs, 2 * len(text)), text)


def _other(place: int, members: list[str]) -> str:
    """What may stand in the place of a member: where nothing bounds it, of its length."""
    size = len(members[place])
    if not place:
        return f"{_WORD}{{{size}}}"
    if place == len(members) - 1:
        return f"{_WORD}{{{size}}}(?=[，。；）”的等为和与：\\n]|$)"
    return f"{_WORD}{{1,{_LONGEST}}}"


def _searches(params: Params) -> tuple[Search, ...]:
    return tuple(form.search for form in forms(params))


CHECK = Check("fixed-list", Params, run, fields=("right",), searches=_searches, fault=fault)
