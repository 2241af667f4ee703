"""Which files, in which order, under which name."""

import os
from pathlib import Path

import pytest

from govlint.engine.files import find_files
from govlint.engine.globs import matches


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    hidden = ("d/.h.txt", "d/.git/c.txt")
    for name in ("d/b.txt", "d/a.MD", "d/x.csv", *hidden, "d/sub/e.txt", "n.log"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "void").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(*paths: str) -> list[str]:
    return [target.shown for target in find_files(paths).targets]


def test_paths_are_shown_as_given() -> None:
    assert shown("d") == ["d/a.MD", "d/b.txt", "d/sub/e.txt"]
    assert shown("./d/") == ["./d/a.MD", "./d/b.txt", "./d/sub/e.txt"]
    assert shown(".") == ["./d/a.MD", "./d/b.txt", "./d/sub/e.txt"]


def test_named_files_are_taken_whatever_they_are_called() -> None:
    assert shown("n.log", "d/.h.txt", "d/x.csv") == ["d/.h.txt", "d/x.csv", "n.log"]


def test_a_file_is_checked_once_and_by_its_own_name() -> None:
    assert shown("d", "./d/b.txt", "d/b.txt") == ["./d/b.txt", "d/a.MD", "d/sub/e.txt"]
    assert shown("-", "-") == ["-"]


def test_what_is_missing_and_what_is_empty() -> None:
    found = find_files(["nix", "void", "d"])
    assert (found.missing, found.barren, found.folders) == (["nix"], ["void"], ["d"])


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_that_lead_in_a_circle_end(tree: Path) -> None:
    (tree / "d/sub/up").symlink_to(tree / "d")
    (tree / "d/dead.txt").symlink_to("nowhere")
    assert shown("d") == ["d/a.MD", "d/b.txt", "d/dead.txt", "d/sub/e.txt"]


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.txt", "a/b.txt", True),
        ("旧稿", "2024/旧稿/a.txt", True),
        ("旧稿/", "旧稿", False),
        ("a/*.txt", "a/b/c.txt", False),
        ("a/**/c.txt", "a/c.txt", True),
        ("/a.txt", "b/a.txt", False),
        ("a[1].txt", "a[1].txt", True),
        ("a.txt", "axtxt", False),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:  # noqa: FBT001
    assert matches(pattern, path) is expected
