"""What the user has to put right before anything can be checked."""

from __future__ import annotations


class UsageFault(Exception):
    """An option or setting that cannot be used; the text says which, and what would do."""


class FileFault(UsageFault):
    """A rule or config file that cannot be used. Line and column count from 1."""

    def __init__(self, path: str, line: int, column: int, message: str, hint: str = "") -> None:
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        hint = f"（{self.hint}）" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.message}{hint}"
