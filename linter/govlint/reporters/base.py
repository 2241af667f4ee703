"""What a reporter is, and what it knows about the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from govlint.diagnostics.result import FileResult, Tally
from govlint.records import NamedTuple


class Style(NamedTuple):
    """``width``: columns of the screen; ``ambiguous``: columns of “ ” … —; ``ascii``: the output
    takes ASCII safely and nothing else; ``statistics``: findings by rule; ``quiet``: no summary;
    ``unsafe_fixes``: those that need a look are made, too; ``dry``: they are only shown;
    ``terminal``: the output goes to a screen, whatever else it is for.
    """

    language: str = "zh"
    color: bool = False
    width: int = 80
    ambiguous: int = 1
    ascii: bool = False
    statistics: bool = False
    quiet: bool = False
    fail_level: str = "error"
    unsafe_fixes: bool = False
    dry: bool = False
    terminal: bool = False


Page = tuple[str, str]
"""The path of a file, and what is printed of it."""


class Reporter(NamedTuple):
    """``page`` yields what is printed of one file, piece by piece, each with its line ends.
    ``whole`` makes the output of all pages, each with the path of its file, as they come; ``tally``
    has counted a page once it is taken.

    Pages may be made in other processes, and may be many: a page knows nothing of the others.
    """

    name: str
    page: Callable[[FileResult, Style], Iterable[str]]
    whole: Callable[[Iterable[Page], Tally, Style], Iterator[str]]


FORMATS = ("full", "concise", "json")


def find_reporter(name: str) -> Reporter:
    """The constant REPORTER of the module that is called like the format."""
    from importlib import import_module

    found = import_module(f"govlint.reporters.{name}").REPORTER
    assert isinstance(found, Reporter)
    return found
