"""wanted: all that the rules of a run look for.

For the rules of the default profile, unchanged, the wheel holds by what it is known; for others,
and in a checkout, that is worked out.
"""

from __future__ import annotations

from operator import is_

from govlint import bundle, warm
from govlint.engine.rulesets import ENGINE
from govlint.facts.index import FILE, Index, unpacked
from govlint.facts.wanted import Wanted
from govlint.ruleset.catalogue import builtin_rules
from govlint.ruleset.rule import Rule
from govlint.ruleset.select import Choice, select_rules

_last: list[tuple[tuple[Rule, ...], Wanted]] = []


def wanted_by(rules: tuple[Rule, ...]) -> Wanted:
    """All that ``rules`` look for; most runs have one set of rules, if not always one tuple."""
    if not _last or not _same(_last[0][0], rules):
        _last[:] = [(rules, Wanted(rules, _built_index(rules)))]
    return _last[0][1]


def _same(some: tuple[Rule, ...], others: tuple[Rule, ...]) -> bool:
    return some is others or (len(some) == len(others) and all(map(is_, some, others)))


def default_rules() -> tuple[Rule, ...]:
    """The rules of a run whose config and command line say nothing of rules."""
    on = select_rules(builtin_rules(), Choice(), dict)
    return tuple(rule for rule in on if rule.kind != ENGINE)


def _built_index(rules: tuple[Rule, ...]) -> Index | None:
    data = warm.built(FILE)
    if data is None or [*map(_asks, rules)] != [*map(_asks, default_rules())]:
        return None
    bundle.load_ahead(bundle.RULES)
    return unpacked(data)


def _asks(rule: Rule) -> tuple[str, int]:
    """What decides for what a rule looks: the object itself, as rules have it from one table."""
    return (rule.id, id(rule.body))
