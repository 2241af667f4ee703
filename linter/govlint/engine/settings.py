"""What the user asks for beside the documents."""

from __future__ import annotations

from govlint.engine.read import MAX_SIZE
from govlint.records import NamedTuple


class Settings(NamedTuple):
    """The command line as values. None and () leave a question to the config file and, where
    that is silent, to the default. ``rules``: files and folders with rules of one's own."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    profile: str | None = None
    year: int | None = None
    fail_level: str | None = None
    language: str | None = None
    config: str | None = None
    isolated: bool = False
    rules: tuple[str, ...] = ()
    encoding: str | None = None
    max_size: int = MAX_SIZE
    stdin_filename: str | None = None
    reference: str | None = None
    previous: str | None = None
