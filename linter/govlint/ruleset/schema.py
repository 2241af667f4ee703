"""The JSON schema of a rule file, for editors: made from what the loader accepts."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from govlint.checks.base import Needles, Regexes
from govlint.diagnostics.severity import SEVERITIES
from govlint.facts.masks import MASKS
from govlint.ruleset.kinds import find_check, kind_keys
from govlint.ruleset.load import LEVELS, OPTIONAL, REQUIRED, STATUSES
from govlint.ruleset.params import TABLES, hints_of, key_of
from govlint.ruleset.profiles import PROFILES

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"oneOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_REGEX: Schema = {
    "type": "object",
    "properties": {"regex": _TEXT},
    "required": ["regex"],
    "additionalProperties": False,
}
_PHRASE: Schema = {"oneOf": [_TEXT, _REGEX]}
_PHRASES: Schema = {"oneOf": [_TEXT, _REGEX, {"type": "array", "items": _PHRASE}]}


def rule_schema() -> Schema:
    """The schema, with every check kind that is installed."""
    kinds = kind_keys()
    special = _special()
    keys = {key: special.get(key, _TEXT) for key in (*REQUIRED, *OPTIONAL)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "govlint rule",
        "type": "object",
        "properties": {**keys, **{kind: _kind(kind) for kind in kinds}},
        "required": list(REQUIRED),
        "oneOf": [{"required": [kind]} for kind in kinds],
        "additionalProperties": False,
    }


def _special() -> dict[str, Schema]:
    """The keys that are more than a text."""
    sentences: Schema = {"type": "object", "additionalProperties": _TEXT}
    return {
        "id": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
        "name": {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
        "severity": {"enum": list(SEVERITIES)},
        "status": {"enum": list(STATUSES)},
        "fix": {"enum": ["safe", "unsafe", "none"]},
        "profiles": {"type": "array", "items": {"enum": list(PROFILES)}},
        "masks": {"type": "array", "items": {"enum": list(MASKS)}},
        "unless": _PHRASES,
        "tags": _TEXTS,
        "related": sentences,
        "basis": _object(
            {"level": {"enum": list(LEVELS)}, "source": _TEXT, "clause": _TEXT},
            ["level", "source"],
        ),
        "examples": _object({"bad": _TEXTS, "good": _TEXTS}, []),
        "en": _object(
            {"title": _TEXT, "message": _TEXT, "related": sentences}, ["title", "message"]
        ),
    }


def _object(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _kind(key: str) -> Schema:
    """The parameters of one check; the first may stand alone."""
    check = find_check(key)
    assert check is not None
    hints = {k: hint for k, hint in hints_of(check).items() if hint is not Needles}
    properties = {key_of(name): _typed(hint) for name, hint in hints.items()}
    defaults = check.params._field_defaults
    required = [
        key_of(name) for name, hint in hints.items() if name not in defaults and hint not in TABLES
    ]
    whole = _object(properties, required)
    if not hints or len(required) > 1:
        return whole
    alone = _typed(next(iter(hints.values())))
    return {"anyOf": [alone, whole]}


def _typed(hint: Any) -> Schema:
    if hint is Regexes:
        return _PHRASES
    if hint in (int, bool):
        return {"type": "integer" if hint is int else "boolean"}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        inner = _typed(get_args(hint)[0])
        return {"anyOf": [inner, {"type": "array", "items": inner}]}
    return _TEXT
