"""NamedTuple, made without a look at its annotations.

``typing.NamedTuple`` compiles every annotation to see whether it could be a type, and
``collections.namedtuple`` compiles a constructor for every class: a fifth of the time in which
govlint's own modules are loaded. mypy has seen the types, and the constructors of classes with as
many fields differ in nothing but the names of their arguments.
"""

from __future__ import annotations

from govlint.hints import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter
    from functools import cache
    from types import FunctionType, GenericAlias

    _new = tuple.__new__

    class _Made:
        """What all of them can do. It is in each of them and not above them: Python asks every
        class that one is made of for eighty special methods."""

        _fields = ()  # not annotated: get_type_hints would take it for a field

        @classmethod
        def _make(cls, values: Any) -> Any:
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **values: Any) -> Any:
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"{type(self).__name__} has no fields {[*values]}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={it!r}' for name, it in pairs)})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    @cache
    def _constructor(size: int) -> Any:
        """The code that makes a tuple of so many arguments, as ``collections`` writes it."""
        names = "".join(f"_{place}, " for place in range(size))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__  # noqa: S307

    class _Record(type):
        def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, members)
            fields = tuple(members.get("__annotations__", ()))
            defaults = {field: members.pop(field) for field in fields if field in members}
            code = _constructor(len(fields)).replace(
                co_name="__new__", co_varnames=("_cls", *fields)
            )
            new = FunctionType(code, globals(), "__new__", tuple(defaults.values()) or None)
            getters = {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            if len(bases) > 1:  # Generic
                getters["__class_getitem__"] = classmethod(GenericAlias)
            shared = {
                "__slots__": (),
                "__new__": new,
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            return type(name, (tuple,), {**_SHARED, **shared, **getters, **members})

    _SHARED = {name: it for name, it in vars(_Made).items() if callable(it) or name == "_make"}

    class NamedTuple(metaclass=_Record):
        """A tuple whose members have the names, types and defaults of the class's annotations."""
