"""Which files are checked, and in which order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from govlint.records import NamedTuple

SUFFIXES = (".txt", ".md")
"""What is looked for in a folder; a file that is named is taken whatever it is called."""

FOREIGN = (
    ".docx", ".doc", ".wps", ".docm", ".dotx", ".dot", ".wpt", ".odt", ".rtf", ".pdf", ".ofd",
)  # fmt: skip
"""Documents as somebody may have meant to have them checked, which are not read."""

STDIN = "-"


class Target(NamedTuple):
    """A file to check. ``path`` opens it; ``shown`` is how it is reported: as given, with ``/``,
    and for a file found in a folder the folder as given and the way from there. ``explicit``:
    it was named itself. ``folder``: the argument it was found under, or ""."""

    path: str
    shown: str
    explicit: bool
    folder: str = ""


class Found(NamedTuple):
    """``targets`` sorted by how they are shown, each file once. ``missing``: arguments that do
    not exist. ``barren``: folders that hold nothing to check. ``folders``: the other folders.
    ``foreign``: files in folders that are documents of a format which cannot be read."""

    targets: list[Target]
    missing: list[str]
    barren: list[str]
    folders: list[str]
    foreign: list[str]


def find_files(paths: Iterable[str]) -> Found:
    """The files that ``paths`` (files, folders, ``-``) stand for."""
    found = Found([], [], [], [], [])
    for path in dict.fromkeys(paths):
        if path == STDIN:
            found.targets.append(Target(path, path, explicit=True))
        elif os.path.isdir(path):
            inside = list(_walk(path, found.foreign))
            (found.folders if inside else found.barren).append(path)
            found.targets.extend(inside)
        elif os.path.lexists(path):
            found.targets.append(Target(path, show(path), explicit=True))
        else:
            found.missing.append(path)
    return found._replace(targets=_distinct(found.targets))


def show(path: str) -> str:
    """``path`` with ``/`` on every system."""
    return path.replace(os.sep, "/")


def _distinct(targets: list[Target]) -> list[Target]:
    """One target a file, the named before the found, sorted."""
    seen: dict[str, Target] = {}
    for target in sorted(targets, key=lambda t: (not t.explicit, t.shown)):
        key = STDIN if target.path == STDIN else os.path.normcase(os.path.abspath(target.path))
        seen.setdefault(key, target)
    return sorted(seen.values(), key=lambda target: target.shown)


def _walk(folder: str, foreign: list[str]) -> Iterator[Target]:
    """The files below ``folder``; other documents are added to ``foreign``. A folder that can be
    reached twice is visited once, so links that lead in a circle end."""
    seen: set[tuple[int, int]] = set()
    todo = [folder]
    while todo:
        here = todo.pop()
        names, folders = _entries(here, seen, foreign)
        for name in names:
            path = os.path.join(here, name)
            yield Target(path, show(path), explicit=False, folder=folder)
        todo += [os.path.join(here, name) for name in reversed(folders)]


def _entries(
    folder: str, seen: set[tuple[int, int]], foreign: list[str]
) -> tuple[list[str], list[str]]:
    """The names of the documents and of the folders in ``folder``, sorted."""
    names, folders = [], []
    try:
        status = os.stat(folder)
        key = (status.st_dev, status.st_ino)
        if key in seen and status.st_ino:
            return [], []
        seen.add(key)
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    folders.append(entry.name)
                elif entry.name.lower().endswith(SUFFIXES) and _is_document(entry):
                    names.append(entry.name)
                elif entry.name.lower().endswith(FOREIGN):
                    foreign.append(entry.path)
    except OSError:
        return [UNREADABLE], []
    return sorted(names), sorted(folders)


UNREADABLE = ""
"""The name that stands for a folder which cannot be listed: its target is the folder itself, and
reading it is a finding."""


def _is_document(entry: os.DirEntry[str]) -> bool:
    """A regular file, or a link that leads nowhere, which is worth a finding."""
    return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
