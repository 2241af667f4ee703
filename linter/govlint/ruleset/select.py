"""Which rules are on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from govlint.records import NamedTuple
from govlint.ruleset.fault import UsageFault
from govlint.ruleset.profiles import PROFILE_SEVERITIES, PROFILES
from govlint.ruleset.rule import Rule

ALL = "ALL"
_PREFIX = re.compile(r"[A-Z]{1,3}|[A-Z]{3}[0-9]{1,2}")
_EXACT = 100


class Selector(NamedTuple):
    """A code, the beginning of one, a rule's name, a tag, or ``ALL``. ``place``: where the user
    wrote it, for the message when there is no such rule."""

    text: str
    place: str


class Choice(NamedTuple):
    """What the user wants checked. ``select`` replaces what the profile has on; the more exact of
    a ``select`` and an ``ignore`` wins. ``severities``: by code."""

    profile: str = PROFILES[0]
    select: tuple[Selector, ...] | None = None
    ignore: tuple[Selector, ...] = ()
    severities: Mapping[str, str] = {}


Tags = Callable[[], Mapping[str, tuple[str, ...]]]
"""The tags of each rule, by code: asked for only where a selector is neither code nor name."""


def select_rules(rules: Iterable[Rule], choice: Choice, tags: Tags) -> tuple[Rule, ...]:
    """The rules that are on, by code, with the severity that holds. Raises UsageFault."""
    rules = sorted(rules, key=lambda rule: rule.id)
    chosen = None if choice.select is None else _weights(choice.select, rules, tags)
    ignored = _weights(choice.ignore, rules, tags)
    severities = {**PROFILE_SEVERITIES.get(choice.profile, {}), **choice.severities}
    return tuple(
        rule._replace(severity=severities[rule.id], fixed_severity=True)
        if rule.id in severities
        else rule
        for rule in rules
        if _wanted(rule, choice.profile, chosen) > ignored.get(rule.id, -1)
    )


def find_rules(selector: Selector, rules: Iterable[Rule], tags: Tags) -> list[str]:
    """The codes that ``selector`` stands for. Raises UsageFault where there is none."""
    return list(_weigh(selector, list(rules), tags))


def _wanted(rule: Rule, profile: str, chosen: Mapping[str, int] | None) -> int:
    """How strongly the rule is asked for; -1: not at all."""
    if chosen is None:
        on = rule.status == "stable" and not {profile, PROFILES[0]}.isdisjoint(rule.profiles)
        return 0 if on else -1
    weight = chosen.get(rule.id, -1)
    return weight if rule.status == "stable" or weight == _EXACT else -1


def _weights(selectors: Iterable[Selector], rules: list[Rule], tags: Tags) -> dict[str, int]:
    """How exactly each rule is meant, by code."""
    found: dict[str, int] = {}
    for selector in selectors:
        for code, weight in _weigh(selector, rules, tags).items():
            found[code] = max(weight, found.get(code, 0))
    return found


def _weigh(selector: Selector, rules: list[Rule], tags: Tags) -> dict[str, int]:
    text = selector.text
    if text == ALL:
        return {rule.id: 0 for rule in rules}
    exact = [rule.id for rule in rules if text in (rule.id, rule.name)]
    if exact:
        return dict.fromkeys(exact, _EXACT)
    if _PREFIX.fullmatch(text):
        begun = [rule.id for rule in rules if rule.id.startswith(text)]
        if begun:
            return dict.fromkeys(begun, 1 + len(text))
    tagged = [code for code, names in tags().items() if text in names]
    if tagged:
        return dict.fromkeys(tagged, 1)
    raise UsageFault(f"{selector.place}：没有规则“{text}”{_hint(text, rules, tags)}")


def _hint(text: str, rules: list[Rule], tags: Tags) -> str:
    from difflib import get_close_matches  # only for a mistake

    names = [name for rule in rules for name in (rule.id, rule.name, rule.family)]
    names += [tag for found in tags().values() for tag in found]
    close = get_close_matches(text, names, 1, 0.6) or get_close_matches(text.upper(), names, 1, 0.6)
    return f"，是不是“{close[0]}”？" if close else "，用 govlint rules 看有哪些规则"
