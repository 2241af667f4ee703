"""Grammars to tables: the only module that imports Lark. A run from a wheel does without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pkgutil import get_data
from typing import Any

from lark import Lark, lexer
from lark.grammar import Rule

from govlint.syntax.tables import ALWAYS, NEVER, UNLESS_ONE, Tables

GRAMMARS = ("report", "inline")


def build(name: str) -> Lark:
    """The parser of ``name``.lark, made from its source."""
    grammar = get_data("govlint.syntax", f"{name}.lark")
    assert grammar is not None
    with _unchecked():
        return Lark(grammar.decode(), parser="lalr", maybe_placeholders=False)


@contextmanager
def _unchecked() -> Iterator[None]:
    """Without the search for terminals that match the same text, which Lark starts wherever
    interegular is installed and which takes four times as long as the rest; tests make it."""
    has, lexer.has_interegular = lexer.has_interegular, False
    try:
        yield
    finally:
        lexer.has_interegular = has


def tabulate(parser: Lark) -> Tables:
    """The tables of a parser. Lark numbers states in the order of sets: here they are numbered in
    the order in which they are reached, so that equal grammars have equal tables."""
    lalr: Any = parser.parser.parser
    table = lalr._parse_table  # noqa: SLF001  # Lark saves it, but shows it nowhere
    lexers = parser.parser.lexer.lexers
    rules = sorted(parser.rules, key=_key)
    order = _reached(table.states, table.start_states["start"])
    number = {state: i for i, state in enumerate(order)}
    ended = {rule: ~i for i, rule in enumerate(rules)}

    def move(target: Any) -> int:
        return ended[target] if isinstance(target, Rule) else number[target]

    regexes = [_regex(lexers[state]) for state in order]
    scanners = tuple(dict.fromkeys(regexes))
    return Tables(
        number[table.start_states["start"]],
        number[table.end_states["start"]],
        scanners,
        tuple(map(scanners.index, regexes)),
        tuple(
            {str(name): move(target) for name, (_, target) in sorted(table.states[state].items())}
            for state in order
        ),
        tuple((str(rule.origin.name), len(rule.expansion), _shown(rule)) for rule in rules),
    )


def _key(rule: Rule) -> tuple[str, list[str]]:
    return rule.origin.name, [symbol.name for symbol in rule.expansion]


def _shown(rule: Rule) -> int:
    if rule.origin.name.startswith("_") or rule.origin.name == "start":
        return NEVER
    return UNLESS_ONE if rule.options.expand1 else ALWAYS


def _reached(states: dict[Any, dict[str, Any]], start: Any) -> list[Any]:
    """All states, nearest first."""
    order = [start]
    for state in order:
        targets = [target for _, (_, target) in sorted(states[state].items())]
        order += [t for t in dict.fromkeys(targets) if t in states and t not in order]
    return order


def _regex(lexer: Any) -> str:
    """All terminals that may stand in a state, in the order in which Lark tries them."""
    assert not lexer.scanner.allowed_types - {t.name for t in lexer.terminals}
    assert not lexer.callback
    return "|".join(f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in lexer.terminals)
