"""Rules as plain values, so that a run needs neither YAML nor the checks that it does not use.

What a rule is called is read when a run begins, what it does when a document makes it: half of the
rules look for what a document has no sign of.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable

from govlint.hints import Any
from govlint.pieces import Pieces, joined, opened
from govlint.ruleset.rule import Body, Rule

Row = tuple[Any, ...]
"""What a rule is called, all but its body, and that: its check by module, and its other fields."""

FILE = "rules.bin"
_HEADS = ""
"""The piece that says what the rules are called."""
_HEAD = Rule._fields.index("body")
"""So many of a rule's fields say what it is called."""
_FORMAT = 2
"""Of marshal: of the others the bytes of equal values may differ."""


def flatten(rule: Rule, module: str) -> Row:
    """``rule`` as nested tuples and dicts of text and numbers; ``module`` holds its check."""
    fields = rule.body._asdict()
    fields.pop("check")
    fields["params"] = dict(rule.body.params._asdict())
    fields["messages"] = dict(rule.body.messages)
    fields["related"] = {role: dict(texts) for role, texts in rule.body.related.items()}
    return (tuple(rule[:_HEAD]), (module, fields))


def restore(row: Row) -> Rule:
    """The inverse of :func:`flatten`."""
    head, (module, fields) = row
    return Rule(*head, _body(module, fields))  # type: ignore[call-arg]


def _body(module: str, fields: dict[str, Any]) -> Body:
    from govlint.ruleset.modules import check_in

    check = check_in(module)
    return Body(**{**fields, "check": check, "params": check.params(**fields["params"])})


def packed(rows: Iterable[Row]) -> bytes:
    """The rules of ``rows`` as a file of pieces, the same for the same."""
    rows = tuple(rows)
    heads = marshal.dumps([head for head, _ in rows], _FORMAT)
    return joined({_HEADS: heads, **{head[0]: marshal.dumps(body, _FORMAT) for head, body in rows}})


def stored() -> tuple[Rule, ...]:
    """The rules that the wheel holds. Raises OSError where there are none."""
    file = opened(FILE)
    heads = marshal.loads(file.get(_HEADS) or b"")  # noqa: S302  # the wheel's own
    return tuple(Rule(*head, StoredBody(file, head[0])) for head in heads)  # type: ignore[call-arg]


class StoredBody:
    """A rule's body that is read when something is first asked of it."""

    def __init__(self, file: Pieces, code: str) -> None:
        self._file, self._code = file, code

    def __getattr__(self, name: str) -> Any:
        body = self.__dict__.get("_body")
        if body is None:
            body = _body(*marshal.loads(self._file.get(self._code) or b""))  # noqa: S302
            self.__dict__["_body"] = body
        found = getattr(body, name)
        self.__dict__[name] = found  # is not asked of us again
        return found

    def __eq__(self, other: object) -> bool:
        return bool(
            self._replace() == (other._replace() if isinstance(other, StoredBody) else other)
        )

    __hash__ = None  # type: ignore[assignment]  # as a body's: it holds dicts
