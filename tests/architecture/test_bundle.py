"""Modules out of one file of code are what they are out of many."""

import inspect
import os
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from govlint.bundle import Finder, Loader, pieces_of
from govlint.pieces import Pieces, joined

SOURCES = {
    "__init__.py": '"""A package."""\n',
    "one.py": '"""One."""\n\n\ndef fail() -> None:\n    raise ValueError("here")\n',
    "inner/__init__.py": '"""Inner."""\n',
    "inner/two.py": '"""Two."""\n\nfrom bundled.one import fail\n\n__all__ = ["fail"]\n',
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a package that is loaded from one file of code, or else from its sources."""
    home = tmp_path / "bundled"
    for name, text in SOURCES.items():
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(text, encoding="utf-8", newline="\n")
    written = max(path.stat().st_mtime_ns for path in home.rglob("*.py"))
    code = Pieces(joined(pieces_of(home)), written)
    monkeypatch.setattr(sys, "meta_path", [Finder(code, str(home)), *sys.meta_path])
    monkeypatch.syspath_prepend(str(tmp_path))
    yield home
    for name in [name for name in sys.modules if name.partition(".")[0] == "bundled"]:
        del sys.modules[name]


def loaded(name: str) -> ModuleType:
    return import_module(f"bundled.{name}")


def test_a_module_has_its_place(home: Path) -> None:
    module, package = loaded("inner.two"), loaded("inner")
    assert isinstance(module.__loader__, Loader)
    assert isinstance(package.__loader__, Loader)
    assert module.__file__ == str(home / "inner" / "two.py")
    assert package.__path__ == [str(home / "inner")]
    assert module.__package__ == "bundled.inner"
    assert module.__doc__ == "Two."


def test_its_lines_are_shown(home: Path) -> None:
    fail = loaded("one").fail
    assert inspect.getsource(fail).startswith("def fail()")
    assert inspect.getsourcefile(fail) == str(home / "one.py")
    with pytest.raises(ValueError, match="here") as caught:
        fail()
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert (last.filename, last.line) == (str(home / "one.py"), 'raise ValueError("here")')


@pytest.mark.parametrize("later", [1, 10**9])
def test_what_was_edited_is_loaded_anew(home: Path, later: int) -> None:
    """Be it as long as before: it is younger."""
    place = home / "one.py"
    age = place.stat().st_mtime_ns
    newest = max(path.stat().st_mtime_ns for path in home.rglob("*.py"))
    place.write_text(SOURCES["one.py"].replace("here", "gone"), encoding="utf-8", newline="\n")
    os.utime(place, ns=(age, newest + later))
    with pytest.raises(ValueError, match="gone"):
        loaded("one").fail()


def test_what_is_as_old_but_longer_is_loaded_anew(home: Path) -> None:
    place = home / "one.py"
    age = place.stat().st_mtime_ns
    place.write_text(SOURCES["one.py"].replace("here", "elsewhere"), encoding="utf-8", newline="\n")
    os.utime(place, ns=(age, age))
    with pytest.raises(ValueError, match="elsewhere"):
        loaded("one").fail()


def test_a_module_that_has_gone_is_gone(home: Path) -> None:
    (home / "one.py").unlink()
    with pytest.raises(ModuleNotFoundError):
        loaded("one")


def test_pieces() -> None:
    """Each by its key, and nothing by another."""
    pieces = Pieces(joined({"a": b"one", ("b", 1): b"", "c": b"three"}))
    assert [pieces.get(key) for key in ("a", ("b", 1), "c", "d")] == [b"one", b"", b"three", None]


def test_what_is_loaded_at_once_is_the_same(home: Path) -> None:
    """In the order in which it is loaded; up to a module that has been edited."""
    finder = next(each for each in sys.meta_path if isinstance(each, Finder))
    start = ["bundled", "bundled.one", "bundled.inner", "bundled.inner.two"]
    code = Pieces(joined(pieces_of(home, {"start": start})), finder.written)
    at_once = Finder(code, str(home))
    sys.meta_path[0] = at_once
    os.utime(home / "inner" / "two.py", ns=(0, code.written + 1))
    package = loaded("one") and sys.modules["bundled"]
    at_once.load_ahead("start")
    assert not hasattr(sys.modules["bundled.inner"], "two")
    os.utime(home / "inner" / "two.py", ns=(0, 0))
    at_once.load_ahead("start")
    inner = package.inner
    assert inner.two is sys.modules["bundled.inner.two"] is loaded("inner.two")
    assert inner.two.fail is package.one.fail
    assert isinstance(inner.two.__loader__, Loader)


def test_only_what_readers_need_is_left_out(home: Path) -> None:
    (home / "one.py").write_text(
        '"""One."""\n\n\nclass Two:\n    """Two."""\n\n    three: int = 3\n\n'
        '    def four(self, five: int) -> int:\n        """Four."""\n        assert five\n',
        encoding="utf-8",
    )
    written = (home / "one.py").stat().st_mtime_ns
    sys.meta_path[0] = Finder(Pieces(joined(pieces_of(home)), written), str(home))
    module = loaded("one")
    assert isinstance(module.__loader__, Loader)
    assert (module.__doc__, module.Two.__doc__, module.Two.four.__doc__) == ("One.", None, None)
    assert (module.Two.__annotations__, module.Two.four.__annotations__) == ({"three": int}, {})
    with pytest.raises(AssertionError):
        module.Two().four(0)
