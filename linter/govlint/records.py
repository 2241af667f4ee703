"""NamedTuple, made without a look at its annotations.

``typing.NamedTuple`` compiles every annotation to see whether it could be a type, which takes a
fifth of the time in which govlint's own modules are loaded. mypy has seen them; a run need not.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    _KEPT = ("__annotations__", "__module__")

    class _Record(type):
        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, members)
            fields = members.get("__annotations__", {})
            defaults = [members[field] for field in fields if field in members]
            made = namedtuple(name, fields, defaults=defaults, module=members["__module__"])  # noqa: PYI024
            for key, value in members.items():
                if key not in fields and key not in _KEPT:
                    setattr(made, key, value)
            made.__annotations__ = dict(fields)
            return made

    class NamedTuple(metaclass=_Record):
        """A tuple whose members have the names, types and defaults of the class's annotations."""
