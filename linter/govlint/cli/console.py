"""The screen that govlint talks to: what it can show, and what it must not choke on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from govlint.hints import TextIO

_CHINESE = ("gbk", "cp936", "gb2312", "gb18030", "big5", "cp950")
_DEFAULT_WIDTH = 80


def prepare() -> None:
    """Make sure that no character can stop the output, whatever the console's encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def encoding_of(stream: TextIO) -> str:
    return (getattr(stream, "encoding", None) or "utf-8").lower().replace("_", "-")


def ambiguous_width(stream: TextIO) -> int:
    """Columns of “ ” … — on this console."""
    return 2 if encoding_of(stream) in _CHINESE else 1


def takes_unicode(stream: TextIO) -> bool:
    return encoding_of(stream).startswith("utf")


def is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):  # pythonw has no streams, a closed one raises
        return False


def width_of(stream: TextIO) -> int:
    """Columns of the terminal; ``COLUMNS`` goes before it."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _DEFAULT_WIDTH
    except (OSError, ValueError, AttributeError):
        return _DEFAULT_WIDTH


def wants_color(choice: str, stream: TextIO) -> bool:
    """Whether to colour: as the user says, else on a terminal without ``NO_COLOR``."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not is_terminal(stream):
        return False
    if os.name == "nt":
        os.system("")  # noqa: S605, S607 — switches on escape sequences in a Windows console
    return True


def complain(message: str) -> None:
    """One line on standard error."""
    from govlint.reporters.visible import visible

    print(f"govlint: {visible(message)}", file=sys.stderr)


def silence() -> None:
    """Nobody reads standard output any more: keep Python from saying so at its end."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
