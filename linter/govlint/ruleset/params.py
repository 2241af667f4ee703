"""The parameters of a check, as a rule file writes them, to typed values."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args, get_origin, get_type_hints

from govlint.checks.base import (
    AnyCheck,
    Collocations,
    Confusions,
    Lists,
    Measures,
    Needles,
    Reaches,
    Regexes,
    SetPhrases,
    Synonyms,
    Table,
    WordList,
)
from govlint.facts.search import packed
from govlint.records import NamedTuple
from govlint.ruleset.collocation_table import read_collocations
from govlint.ruleset.confusion_table import read_confusions
from govlint.ruleset.list_table import read_lists
from govlint.ruleset.measure_table import read_measures
from govlint.ruleset.needles import needles
from govlint.ruleset.phrase import PhraseError, compile_phrase, with_types
from govlint.ruleset.phrase_table import read_phrases
from govlint.ruleset.regexes import RegexError, check_regex, reach
from govlint.ruleset.synonym_table import read_synonyms
from govlint.ruleset.tables import Read, read_table
from govlint.ruleset.word_lists import read_words
from govlint.ruleset.yamlfile import Value

TABLES: dict[Any, Callable[..., Read]] = {
    Table: read_table,
    WordList: read_words,
    Measures: read_measures,
    Collocations: read_collocations,
    Synonyms: read_synonyms,
    Lists: read_lists,
    SetPhrases: read_phrases,
    Confusions: read_confusions,
}
"""By the type of a parameter that is the name of a table what reads it."""


def key_of(name: str) -> str:
    """What a rule file calls the parameter ``name``: Python has words of its own.

    >>> key_of("from_"), key_of("max_step")
    ('from', 'max-step')
    """
    return name.rstrip("_").replace("_", "-")


def hints_of(check: AnyCheck) -> dict[str, Any]:
    """The types of the parameters of ``check``, whose module has stand-ins for typing's."""
    return get_type_hints(check.params, localns={"Any": Any, "Literal": Literal})


class RuleHome(NamedTuple):
    """Where a rule file lies, and the ``folder`` with the tables beside it, if they can be read;
    ``fixable``: whether the rule offers fixes, so that each row of a table needs a right word."""

    path: str
    folder: Traversable | None
    fixable: bool


class Parameters:
    """What one rule file says to its check, read by the annotations of the check's NamedTuple.

    ``typed``: the value of that NamedTuple; ``names``: what its phrases bind, for messages;
    ``table``: the table it owns, with its rows as cases, or None. Raises FileFault.
    """

    def __init__(
        self, check: AnyCheck, value: Value, own_table: Value | None, home: RuleHome
    ) -> None:
        self.names: set[str] = set()
        self.table: Read | None = None
        self._home = home
        self.typed = self._read(check, value, own_table)

    def _read(self, check: AnyCheck, value: Value, own_table: Value | None) -> Any:
        hints = hints_of(check)
        defaults = check.params._field_defaults
        wanted = [name for name, hint in hints.items() if hint not in (Needles, Reaches)]
        given = _given(value, wanted)
        if own_table is not None:
            _give_table(check, own_table, hints, given)
        out: dict[str, Any] = {}
        for name in wanted:
            if name in given:
                out[name] = self._typed(given[name], hints[name])
            elif name not in defaults:
                raise value.fault(f"“{check.key}”缺少“{key_of(name)}”")
        for name, hint in hints.items():
            if hint is Reaches:
                out[name] = tuple(reach(regex) for regex in out[wanted[0]])
            if hint is Needles:
                out[name] = tuple(packed(needles(regex)) for regex in out[wanted[0]])
        params = check.params(**out)
        if fault := check.fault(params):
            raise value.fault(fault)
        self.names.update(check.names(params))
        return params

    def _typed(self, value: Value, hint: Any) -> Any:
        if hint is Regexes:
            regexes = regexes_of(value)
            for regex in regexes:
                self.names |= set(re.compile(regex).groupindex)
            return regexes
        if hint in TABLES:
            return self._table(value, hint)
        if hint is int:
            return value.integer()
        if hint is bool:
            return value.boolean()
        if get_origin(hint) is Literal:
            return value.choice(get_args(hint))
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            return tuple(self._typed(item, inner) for item in value.items())
        return value.text()

    def _table(self, value: Value, hint: Any) -> Any:
        name = value.text()
        path = os.path.join(os.path.dirname(self._home.path), name).replace(os.sep, "/")
        if self._home.folder is None:
            raise value.fault("这里读不了词表")
        try:
            data = self._home.folder.joinpath(*name.replace(os.sep, "/").split("/")).read_bytes()
        except OSError as fault:
            why = "不存在" if isinstance(fault, FileNotFoundError) else "读不了"
            raise value.fault(f"词表{why}：{path}", "词表和规则文件放在一个文件夹") from None
        self.table = TABLES[hint](path, data, fixable=self._home.fixable)
        return self.table.table


def _given(value: Value, wanted: list[str]) -> dict[str, Value]:
    """What the file gives by name; a value alone is the first parameter."""
    if not value.is_mapping and wanted:
        return {wanted[0]: value}
    names = {key_of(name): name for name in wanted}
    return {names[key]: item for key, item in value.mapping(names).items()}


def _give_table(
    check: AnyCheck, value: Value, hints: dict[str, Any], given: dict[str, Value]
) -> None:
    """``table: 词表.csv`` beside the check key says the same as ``from`` below it."""
    for name, hint in hints.items():
        if hint in TABLES:
            if name in given:
                raise value.fault(f"“table”和“{key_of(name)}”只要写一个")
            given[name] = value
            return
    raise value.fault(f"“{check.key}”不用词表")


def regexes_of(value: Value) -> tuple[str, ...]:
    """Phrases, or ``{regex: …}``, or a list of them."""
    return tuple(_regex(item) for item in value.items())


def _regex(value: Value) -> str:
    if value.is_mapping:
        inner = value.mapping(("regex",))
        if "regex" not in inner:
            raise value.fault("这里应当是短语，或者 {regex: …}")
        value, regex = inner["regex"], with_types(inner["regex"].text())
    else:
        try:
            regex = compile_phrase(value.text())
        except PhraseError as fault:
            raise value.fault(f"{fault}（第 {fault.offset + 1} 个字）") from None
    try:
        check_regex(regex)
    except RegexError as fault:
        raise value.fault(str(fault)) from None
    return regex
