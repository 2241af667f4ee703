"""What a run needs of typing: next to nothing, while importing it takes a third of the time that
Python takes to start.

To type checkers these are the names of typing, at run time something that can stand in their
places. Who reads annotations (ruleset/params.py) must do so with typing's own.
"""

from __future__ import annotations

__all__ = [
    "TYPE_CHECKING",
    "Any",
    "Generic",
    "Literal",
    "NewType",
    "NoReturn",
    "Protocol",
    "TextIO",
    "TypeVar",
]

TYPE_CHECKING = False
"""Type checkers take this name for true, wherever it comes from."""

if TYPE_CHECKING:
    from typing import Any, Generic, Literal, NewType, NoReturn, Protocol, TextIO, TypeVar
else:
    from types import GenericAlias

    class _Special:
        """A type that may have others as parameters, and of which classes may be made."""

        __class_getitem__ = classmethod(GenericAlias)

    Any = Generic = Literal = NoReturn = Protocol = TextIO = _Special

    class NewType:
        """Called with a value of the type that it is based on, gives it back."""

        def __init__(self, name: str, _base: object) -> None:
            self.__name__ = name

        def __call__(self, value: object) -> object:
            return value

    class TypeVar:
        """A name."""

        def __init__(self, name: str, **_bounds: object) -> None:
            self.__name__ = name
