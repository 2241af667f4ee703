"""The compiled code of all modules in one file, for the program's start.

To find and to open two hundred small files is a sixth of a start. A wheel holds their code once
more in one (docs/adr/0018), for the Python that built it and no other. A module is taken from it
only while its source lies where it belongs, is as long as the one that was compiled, and is not
younger than that file: what somebody has edited or put there since is loaded as ever, and so is
everything in a zip, by another Python, or with ``-O``.

A module so loaded has all that others have: its file, its source, its lines in a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from marshal import dumps, loads
from types import CodeType, ModuleType

from govlint.hints import TYPE_CHECKING
from govlint.pieces import Pieces, opened

if TYPE_CHECKING:
    from pathlib import Path

_HOME = os.path.dirname(__file__)
_SOURCES = ""
"""The piece that tells of each module where its source lies and how many bytes that has."""
_INIT = "__init__.py"
_CACHE_TAG = None if sys.pycache_prefix else sys.implementation.cache_tag


def file_name() -> str:
    """The file of code that this Python can read, below govlint/_built."""
    from importlib._bootstrap_external import MAGIC_NUMBER

    return f"modules-{sys.implementation.cache_tag}-{MAGIC_NUMBER[:2].hex()}.bin"


def use() -> bool:
    """Take modules from the file of code from now on; whether that can be."""
    if sys.flags.optimize:
        return False
    try:
        code = opened(file_name())
    except OSError:
        return False
    if code.written:
        sys.meta_path.insert(0, Finder(code))
    return bool(code.written)


class Finder:
    """Finds the modules of which ``code`` has the code, and whose sources are below ``home``."""

    def __init__(self, code: Pieces, home: str = _HOME) -> None:
        self._code = code
        self._home = home
        self._sources: dict[str, tuple[str, int]] = loads(code.get(_SOURCES) or b"")  # noqa: S302  # the wheel's own

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        short, size = self._sources.get(name, ("", 0))
        if not short:
            return None
        folder, _, file = short.rpartition("/")
        folder = os.path.join(self._home, folder.replace("/", os.sep)) if folder else self._home
        place = f"{folder}{os.sep}{file}"
        if not self._holds(place, size):
            return None
        is_package = file == _INIT
        loader = Loader(name, place, self._code)
        spec = ModuleSpec(name, loader, origin=place, is_package=is_package)
        spec.has_location = True
        if _CACHE_TAG:  # as importlib would say, which takes longer over it than over the rest
            spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{file[:-2]}{_CACHE_TAG}.pyc"
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec

    def _holds(self, place: str, size: int) -> bool:
        """Whether the source at ``place`` is still what was compiled."""
        try:
            found = os.stat(place)
        except OSError:
            return False
        return found.st_size == size and found.st_mtime_ns <= self._code.written


class Loader(SourceFileLoader):
    """Loads a module from its ``code``."""

    def __init__(self, name: str, path: str, code: Pieces) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        piece = self._code.get(fullname)
        if piece is None:
            return super().get_code(fullname)
        from _imp import _fix_co_filename  # type: ignore[attr-defined]  # as importlib does

        code: CodeType = loads(piece)  # noqa: S302
        _fix_co_filename(code, self.path)
        return code


def pieces_of(home: Path) -> dict[str, bytes]:
    """What the file holds for the modules below ``home``."""
    sources, pieces = {}, {}
    for path in sorted(home.rglob("*.py")):
        short = path.relative_to(home)
        name = ".".join((home.name, *short.with_suffix("").parts)).removesuffix(".__init__")
        source = path.read_bytes()
        sources[name] = (short.as_posix(), len(source))
        pieces[name] = dumps(
            compile(source, f"<{short.as_posix()}>", "exec", dont_inherit=True, optimize=0)
        )
    return {_SOURCES: dumps(sources), **pieces}
