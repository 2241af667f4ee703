"""The settings of a project."""

from __future__ import annotations

from collections.abc import Mapping

from govlint.records import NamedTuple
from govlint.ruleset.select import Selector


class Pattern(NamedTuple):
    """A file pattern; ``root`` is the folder that it is relative to."""

    root: str
    glob: str


class PerFile(NamedTuple):
    """Rules that are off in the files that ``pattern`` means."""

    pattern: Pattern
    ignore: tuple[Selector, ...]


class IgnoreText(NamedTuple):
    """A false alarm that somebody has looked at: findings of ``rule`` (code or name) that overlap
    ``text`` are silenced, everywhere or in the files that ``path`` means. ``file`` and ``line``
    say where the entry stands."""

    rule: str
    text: str
    reason: str
    path: Pattern | None
    file: str
    line: int


class Config(NamedTuple):
    """What a config file says, what it inherits included; None and () where it is silent.

    ``path``: the file, "" for none. ``severities``: rule (code or name) to severity or ``off``,
    each with its place. ``rule_paths``: files and folders with rules of one's own; ``reference``:
    the table that figures are held against; ``indicators``: tables of what indicators are called.
    """

    path: str = ""
    select: tuple[Selector, ...] | None = None
    ignore: tuple[Selector, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    profile: str | None = None
    year: int | None = None
    fail_level: str | None = None
    language: str | None = None
    severities: Mapping[str, tuple[str, str]] = {}
    rule_paths: tuple[str, ...] = ()
    per_file: tuple[PerFile, ...] = ()
    ignore_text: tuple[IgnoreText, ...] = ()
    reference: str | None = None
    indicators: tuple[str, ...] = ()


def inherit(base: Config, own: Config) -> Config:
    """``own`` on top of ``base``: single values and ``select`` replace, the others add."""
    return Config(
        path=own.path,
        select=base.select if own.select is None else own.select,
        ignore=base.ignore + own.ignore,
        exclude=base.exclude + own.exclude,
        profile=own.profile or base.profile,
        year=own.year or base.year,
        fail_level=own.fail_level or base.fail_level,
        language=own.language or base.language,
        severities={**base.severities, **own.severities},
        rule_paths=tuple(dict.fromkeys(base.rule_paths + own.rule_paths)),
        per_file=base.per_file + own.per_file,
        ignore_text=base.ignore_text + own.ignore_text,
        reference=own.reference or base.reference,
        indicators=tuple(dict.fromkeys(base.indicators + own.indicators)),
    )
