"""The compiled code of all modules in one file, for the program's start.

To find and to open two hundred small files is a sixth of a start. A wheel holds their code once
more in one (docs/adr/0018), for the Python that built it and no other. A module is taken from it
only while its source lies where it belongs, is as long as the one that was compiled, and is not
younger than that file: what somebody has edited or put there since is loaded as ever, and so is
everything in a zip, by another Python, or with ``-O``.

A module so loaded has all that others have: its file, its source, its lines in a traceback. What
functions and classes say of themselves, and what functions say of their types, is left out: nobody
can ask it of the program.

What every check loads, what the default rules load, and what they load where there are figures is
read at once and loaded in the order that the wheel has found out (see :func:`load_ahead`): texts
that many modules have are read once, and nothing need be looked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from marshal import dumps, loads
from types import CodeType, ModuleType

from govlint.hints import TYPE_CHECKING
from govlint.pieces import Pieces, opened
from govlint.warm import asked_by_us

if TYPE_CHECKING:
    from pathlib import Path

_HOME = os.path.dirname(__file__)
_SOURCES = ""
"""The piece that tells of each module where its source lies and how many bytes that has."""
START, RULES, FIGURES = "start", "rules", "figures"
"""The pieces that have the names and the code of what every check loads, of what it loads besides
with the default rules, and of what these load for a report with figures, in the order in which
they can be loaded."""
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
        _used[:] = [Finder(code)]
        sys.meta_path.insert(0, _used[0])
    return bool(code.written)


def load_ahead(key: str) -> None:
    """Load what the piece ``key`` has, if modules are taken from the file of code."""
    for finder in _used if key not in _ahead else ():
        _ahead.add(key)
        with asked_by_us():
            finder.load_ahead(key)


def is_ahead(key: str) -> bool:
    """Whether that was loaded."""
    return key in _ahead


_NONE = dumps([])
_used: list[Finder] = []
_ahead: set[str] = set()


class Finder:
    """Finds the modules of which ``code`` has the code, and whose sources are below ``home``."""

    def __init__(self, code: Pieces, home: str = _HOME) -> None:
        self._code, self.written = code, code.written
        self._home = home
        self._sources: dict[str, tuple[str, int]] = loads(code.get(_SOURCES) or b"")  # noqa: S302  # the wheel's own

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        short, size = self._sources.get(name, ("", 0))
        if not short:
            return None
        folder, _, file = short.rpartition("/")
        folder = f"{self._home}{os.sep}{folder.replace('/', os.sep)}" if folder else self._home
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

    def load_ahead(self, key: str) -> None:
        """Load what the piece ``key`` has, up to a module that must be loaded as ever."""
        for name, code in loads(self._code.get(key) or _NONE):  # noqa: S302  # the wheel's own
            if name in sys.modules:
                continue
            spec = self.find_spec(name)
            if spec is None:
                return
            module = sys.modules[name] = _module(spec)
            parent, _, child = name.rpartition(".")
            try:
                exec(_placed(code, spec.origin), module.__dict__)  # noqa: S102
            except BaseException:
                del sys.modules[name]
                raise
            setattr(sys.modules[parent], child, module)

    def _holds(self, place: str, size: int) -> bool:
        """Whether the source at ``place`` is still what was compiled."""
        try:
            found = os.stat(place)
        except OSError:
            return False
        return found.st_size == size and found.st_mtime_ns <= self.written


class Loader(SourceFileLoader):
    """Loads a module from its ``code``."""

    def __init__(self, name: str, path: str, code: Pieces) -> None:
        super().__init__(name, path)
        self._code = code

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        with asked_by_us():
            super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType | None:
        piece = self._code.get(fullname)
        if piece is None:
            return super().get_code(fullname)
        return _placed(loads(piece), self.path)  # noqa: S302


class _Module(ModuleType):
    """A module that, asked for what it does not have, says so without making a message. Each
    ``from … import …`` asks for a ``__path__`` first, and two messages were a twentieth of a
    start. It has no ``__getattr__`` of its own."""

    __getattribute__ = object.__getattribute__


def _module(spec: ModuleSpec) -> ModuleType:
    """What importlib makes of ``spec``, which takes longer over it than most modules to run."""
    module = _Module(spec.name)
    module.__spec__, module.__loader__, module.__file__ = spec, spec.loader, spec.origin
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if _CACHE_TAG:
        module.__dict__["__cached__"] = spec.cached
    # Without it each import from the module fails to find it, and makes a message of that: a
    # seventeenth of a start.
    spec._initializing = False  # type: ignore[attr-defined]  # noqa: SLF001
    return module


def _placed(code: CodeType, path: str | None) -> CodeType:
    """``code``, which knows now that its source is at ``path``."""
    from _imp import _fix_co_filename  # type: ignore[attr-defined]  # as importlib does

    _fix_co_filename(code, path)
    return code


def pieces_of(home: Path, ahead: Mapping[str, Sequence[str]] | None = None) -> dict[str, bytes]:
    """What the file holds for the modules below ``home``. ``ahead``: by the key of a piece those
    that it has, in the order in which their code has come to its end."""
    from govlint.bare import compiled

    sources, codes = {}, {}
    for path in sorted(home.rglob("*.py")):
        short = path.relative_to(home)
        name = ".".join((home.name, *short.with_suffix("").parts)).removesuffix(".__init__")
        source = path.read_bytes()
        sources[name] = (short.as_posix(), len(source))
        codes[name] = compiled(source, f"<{short.as_posix()}>")
    several = {
        key: dumps([(name, codes[name]) for name in names if name in codes])
        for key, names in (ahead or {}).items()
    }
    pieces = {name: dumps(code) for name, code in codes.items()}
    return {_SOURCES: dumps(sources), **several, **pieces}
