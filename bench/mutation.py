"""Mutation of the product: which small changes of a module would nothing notice?

    python bench/mutation.py facts/items.py … [--most 60] [--seed 1] [--tests tests/facts]

Paths are below linter/govlint. A mutant is noticed when an example of a rule fails, a sample report
in seeds/ is read otherwise than before, or one of ``--tests`` fails. Of examples and samples only
those that run its line are tried. It is put into the functions that are there already, in a
forked process, so that nothing is read again: what stands outside functions (patterns, tables) is
not changed. Survivors are printed to be read: a test is missing, or both ways come to the same.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from mutants import Mutant, mutants

from govlint.engine.examples import run_examples
from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_files, builtin_rules
from govlint.ruleset.rule import Examples, RuleFile
from govlint.text.decode import decode
from govlint.text.document import Document
from govlint.text.source import Source

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 60
"""A mutant that needs longer goes round for ever, which is noticed."""

Trial = Callable[[], bool]
"""Whether all is well."""


def main(arguments: list[str]) -> int:
    """Try mutants, print the survivors and how many were noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--most", type=int, default=60, help="mutants a module, drawn by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", action="append", default=[], help="pytest, where all else holds")
    options = parser.parse_args(arguments)
    print(f"seed {options.seed}, at most {options.most} a module")
    trials = [*example_trials(), *sample_trials()]
    last = [trial_of_tests(options.tests)] if options.tests else []
    for name in options.modules:
        try_module(name, trials, last, random.Random(options.seed), options.most)
    return 0


def trial_of_tests(paths: list[str]) -> Trial:
    """The tests in some files or folders, as one trial, which is silent."""

    def run() -> bool:
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            return pytest.main(["-q", "-x", "-p", "no:cacheprovider", *paths]) == 0

    return run


def example_trials() -> Iterator[Trial]:
    """One trial an example of a rule."""
    for file in builtin_files():
        for kind, texts in file.manual.examples._asdict().items():
            for text in texts:
                yield _example(file, Examples(**{kind: (text,)}))


def _example(file: RuleFile, examples: Examples) -> Trial:
    alone = file._replace(manual=file.manual._replace(examples=examples, cases=()))
    return lambda: not list(run_examples(alone))


def sample_trials() -> Iterator[Trial]:
    """One trial a sample report: all is well if what is found is what was found at the start."""
    rules = builtin_rules()
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = decode(path.read_bytes()).text

        def found(text: str = text) -> list[object]:
            return [*lint_document(Document(Source("sample", text)), rules)]

        before = found()
        yield lambda found=found, before=before: found() == before  # type: ignore[misc]


def try_module(
    name: str, trials: list[Trial], last: list[Trial], chance: random.Random, most: int
) -> None:
    """Try mutants of one module and print what survives."""
    path = ROOT / "linter" / "govlint" / name
    module = importlib.import_module("govlint." + name.removesuffix(".py").replace("/", "."))
    source = path.read_text(encoding="utf-8")
    reached = [lines_of(trial, str(path)) for trial in trials]
    every = list(mutants(source, str(path)))
    chosen = chance.sample(every, min(most, len(every)))
    survivors, unreached = [], 0
    for mutant in sorted(chosen, key=lambda mutant: mutant.line):
        near = [t for t, lines in zip(trials, reached, strict=True) if mutant.line in lines]
        unreached += not near
        if not noticed(module, mutant, [*near, *last]):
            survivors.append((mutant, len(near)))
    killed = len(chosen) - len(survivors)
    print(f"\n{name}: {killed} of {len(chosen)} noticed, of {len(every)}; {unreached} never run")
    for mutant, count in survivors:
        print(
            f"  {mutant.line}: {mutant.was}  →  {mutant.now}  ({count} trials run it)", flush=True
        )


def lines_of(trial: Trial, path: str) -> set[int]:
    """The lines of a file that a trial runs."""
    lines: set[int] = set()

    def local(frame: FrameType, _event: str, _arg: object) -> Any:
        lines.add(frame.f_lineno)
        return local

    def trace(frame: FrameType, _event: str, _arg: object) -> Any:
        return local(frame, "", None) if frame.f_code.co_filename == path else None

    sys.settrace(trace)
    try:
        trial()
    finally:
        sys.settrace(None)
    return lines


def noticed(module: ModuleType, mutant: Mutant, trials: list[Trial]) -> bool:
    """Whether a trial fails with the mutant in place, or does not come to an end."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, lambda *_: os._exit(1))
        signal.alarm(SECONDS)
        try:
            patch(module, mutant.code)
            os._exit(0 if all(trial() for trial in trials) else 1)
        except BaseException:  # noqa: BLE001 — an error of any kind is noticed
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return status != 0


def patch(module: ModuleType, code: CodeType) -> None:
    """Give the functions of a module the code that they have in ``code``."""
    new = {inner.co_qualname: inner for inner in _codes(code)}
    for function in _functions(module):
        other = new.get(function.__code__.co_qualname)
        if other is not None and other != function.__code__:
            function.__code__ = other


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _functions(owner: Any) -> Iterator[FunctionType]:
    """The functions of a module and of the classes in it, those behind decorators, too."""
    name = owner.__name__ if isinstance(owner, ModuleType) else owner.__module__
    for value in vars(owner).values():
        inner = getattr(value, "func", getattr(value, "fget", value))
        inner = inspect.unwrap(inner) if callable(inner) else inner
        if isinstance(inner, FunctionType) and inner.__module__ == name:
            yield inner
        elif isinstance(inner, type) and inner.__module__ == name and inner is not owner:
            yield from _functions(inner)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
