"""The same text gives the same findings at the same places, whatever it is written in."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from govlint import Diagnostic, Settings, lint_path, lint_text
from govlint.engine.examples import unmark
from govlint.ruleset.catalogue import builtin_files
from govlint.text.decode import decode
from govlint.text.fold import fold

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = {
    path.stem: decode(path.read_bytes()).text.replace("\r\n", "\n")
    for path in sorted(FOLDER.glob("*.txt"))
}
EXAMPLES = [
    unmark(text).text
    for file in builtin_files()
    for texts in file.manual.examples
    for text in texts
    if "\n" in text
]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk")
ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
ABOUT_WIDTH = ("PUN601", "PUN602")

HALF = str.maketrans("，；：（）", ",;:()")
FULL = str.maketrans(",;:()", "，；：（）")
MARK = re.compile(r"(?<!\d)[,:](?!\d)|(?<!\d)(?<!&nbsp);|[()]")
"""A half-width mark of Chinese prose: none in a number (3,000) or in an HTML entity."""

WIDTHS: dict[str, Callable[[str], str]] = {
    "half": lambda text: text.translate(HALF),
    "full": lambda text: MARK.sub(lambda match: match[0].translate(FULL), text),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", SEEDS)
def test_encoding_and_line_ends(name: str, encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.txt"
    try:
        path.write_bytes(SEEDS[name].replace("\n", ENDS[end]).encode(encoding))
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} cannot write this text")
    found = lint_path(str(path), Settings(isolated=True))
    assert places(found) == places(lint_text(SEEDS[name]))


@pytest.mark.parametrize("end", ["crlf", "cr"])
def test_line_ends_of_examples(end: str) -> None:
    """What rules look for at the end of a line, they find before each of its ends."""
    for text in EXAMPLES:
        assert places(lint_text(text.replace("\n", ENDS[end]))) == places(lint_text(text))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SEEDS)
def test_width(name: str, width: str) -> None:
    text = WIDTHS[width](SEEDS[name])
    assert places(widthless(lint_text(text))) == places(widthless(lint_text(SEEDS[name])))


@pytest.mark.parametrize("name", SEEDS)
def test_widths_differ(name: str) -> None:
    """The tests above compare something."""
    assert WIDTHS["half"](SEEDS[name]) != WIDTHS["full"](SEEDS[name])


def places(diagnostics: Iterable[Diagnostic]) -> list[tuple[object, ...]]:
    """What must agree: everything but offsets, and widths and line ends in what is quoted."""
    return [
        (
            found.code,
            found.start,
            found.end,
            fold(found.message),
            fold(found.text.replace("\r\n", "\n")),
            [(note.start, note.end, fold(note.message)) for note in found.related],
        )
        for found in diagnostics
    ]


def widthless(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """``diagnostics`` without those on width itself: a bracket of either width in one mark."""
    return [
        found
        for found in diagnostics
        if found.code not in ABOUT_WIDTH
        and not (found.code == "SEQ205" and ("(" in found.text) != (")" in found.text))
    ]
