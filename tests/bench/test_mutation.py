"""Mutants: what is changed, and whether a trial notices."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from mutants import mutants
from mutation import lines_of, noticed, patch

SOURCE = '''
def biggest(numbers, least):
    """The greatest of those that reach a bound, or 0."""
    found = [number for number in numbers if number >= least]
    return max(found) if found else 0


class Bound:
    @property
    def least(self):
        return 5
'''


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    path = tmp_path / "mutated.py"
    path.write_text(SOURCE, encoding="utf-8")
    made = ModuleType("mutated")
    made.__file__ = str(path)
    monkeypatch.setitem(sys.modules, "mutated", made)
    exec(compile(SOURCE, str(path), "exec"), made.__dict__)  # noqa: S102
    return made


def test_each_mutant_changes_one_place(module: ModuleType) -> None:
    found = [(m.line, m.now) for m in mutants(SOURCE, str(module.__file__))]
    assert found == [
        (5, "max(found) if True else 0"),
        (5, "max(found) if False else 0"),
        (4, " for number in numbers"),
        (5, "1"),
        (4, "number > least"),
        (11, "6"),
    ]


def test_a_mutant_is_noticed_by_what_asks_for_it(module: ModuleType) -> None:
    [bound] = [m for m in mutants(SOURCE, str(module.__file__)) if m.now == "number > least"]
    assert noticed(module, bound, [lambda: module.biggest([3, 5], 5) == 5])
    assert not noticed(module, bound, [lambda: module.biggest([3, 6], 5) == 6])
    assert not noticed(module, bound, [])
    assert module.biggest([3, 5], 5) == 5  # it was another process


def test_an_error_is_noticed(module: ModuleType) -> None:
    [empty] = [
        m for m in mutants(SOURCE, str(module.__file__)) if m.now.startswith("max(found) if T")
    ]
    assert noticed(module, empty, [lambda: module.biggest([], 5) == 0])


def test_functions_of_classes_are_patched(module: ModuleType) -> None:
    [six] = [m for m in mutants(SOURCE, str(module.__file__)) if m.now == "6"]
    patch(module, six.code)
    assert module.Bound().least == 6


def test_the_lines_that_a_trial_runs(module: ModuleType) -> None:
    assert lines_of(lambda: module.biggest([3], 1) == 3, str(module.__file__)) == {2, 4, 5}
