"""The wheel holds what the checkout says: the same rules, and tables that parse alike."""

import ast
import os
import re
import subprocess
import sys
from marshal import loads
from pathlib import Path
from zipfile import ZipFile

import pytest

import govlint
from govlint import bundle
from govlint.engine.wanted import default_rules, wanted_by
from govlint.facts import confusable, lexicon, met, misspelt
from govlint.facts.evidence import sieved
from govlint.facts.index import FILE, unpacked
from govlint.pieces import Pieces
from govlint.ruleset.catalogue import builtin_files
from govlint.ruleset.compiled import FILE as RULES
from govlint.ruleset.compiled import flatten, packed
from govlint.ruleset.kinds import builtin_kinds
from govlint.syntax.grammar import GRAMMARS, build, tabulate

ROOT = Path(__file__).parents[2]
PROBE = """
import sys
from pathlib import Path

import govlint
from govlint.ruleset.catalogue import builtin_rules
from govlint.syntax.parser import parse

parse("一、甲")
made = {"yaml", "lark"} & {*sys.modules}
print(Path(govlint.__file__).parents[1].name, len(builtin_rules()), made)
"""
"""A program: where govlint is, how many rules, and what it had to make from sources."""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_checkout_has_no_built_files() -> None:
    assert not (ROOT / "linter" / "govlint" / "_built").exists(), "a run would take them for fresh"


def test_what_is_tested_is_the_checkout() -> None:
    checkout, tested = ROOT / "linter" / "govlint", Path(govlint.__file__).parent
    kinds = (".py", ".lark", ".txt", ".csv")
    sources = [p.relative_to(checkout) for p in checkout.rglob("*") if p.suffix in kinds]
    stale = [p for p in sources if _bytes(tested / p) != _bytes(checkout / p)]
    assert not stale, "an older govlint is installed: install the checkout again"


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.mark.slow
def test_rule_files(wheel: Path) -> None:
    rules = {p.relative_to(ROOT).as_posix(): p for p in (ROOT / "rules").rglob("*") if p.is_file()}
    with ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if name.startswith("govlint/rules/")}
        assert shipped == {f"govlint/{name}" for name in rules}
        for name, path in rules.items():
            assert archive.read(f"govlint/{name}") == path.read_bytes()


def literal(wheel: Path, module: str) -> object:
    """The one value that a module of govlint._built holds."""
    with ZipFile(wheel) as archive:
        tree = ast.parse(archive.read(f"govlint/_built/{module}.py"))
    assignment = tree.body[-1]
    assert isinstance(assignment, ast.Assign)
    return ast.literal_eval(assignment.value)


@pytest.mark.slow
def test_compiled_rules(wheel: Path) -> None:
    kinds = builtin_kinds()
    rows = [flatten(file.rule, kinds[file.rule.kind]) for file in builtin_files()]
    with ZipFile(wheel) as archive:
        assert archive.read(f"govlint/_built/{RULES}") == packed(rows)


@pytest.mark.slow
def test_tables(wheel: Path) -> None:
    assert literal(wheel, "grammars") == {name: tabulate(build(name)) for name in GRAMMARS}


@pytest.mark.slow
def test_evidence(wheel: Path) -> None:
    assert literal(wheel, "evidence") == sieved()


@pytest.mark.slow
def test_index_of_literals(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        shipped = archive.read(f"govlint/_built/{FILE}")
    index = wanted_by(default_rules()).index
    assert index.keys
    assert unpacked(shipped) == index


@pytest.mark.slow
def test_chosen_rules_load_no_others(wheel: Path) -> None:
    """What every run loads has none of the checks; what the default rules need is apart."""
    with ZipFile(wheel) as archive:
        data = archive.read(f"govlint/_built/{bundle.file_name()}")
    code = Pieces(data)
    start, rules = (
        {name for name, _ in loads(code.get(key) or b"")}  # noqa: S302  # the wheel's own
        for key in (bundle.START, bundle.RULES)
    )
    assert "govlint.engine.lint" in start
    assert not any(re.match(r"govlint\.checks\.\w+\.", name) for name in start)
    assert "govlint.checks.numbering.sequence" in rules


@pytest.mark.slow
def test_tables_of_words(wheel: Path) -> None:
    tables = {
        lexicon.FILE: lexicon.places(),
        confusable.FILE: confusable.packed(),
        met.FILE: met.packed(*misspelt.hopeful()),
    }
    with ZipFile(wheel) as archive:
        for name, table in tables.items():
            assert archive.read(f"govlint/_built/{name}") == table


@pytest.mark.slow
def test_unopened_wheel(wheel: Path) -> None:
    """It runs out of the zip, without YAML and Lark."""
    found = subprocess.run(
        [sys.executable, "-c", PROBE],
        env={**os.environ, "PYTHONPATH": str(wheel), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert found.stdout.strip() == f"{wheel.name} {len(builtin_files())} set()"


CHECK = """
import sys
from re import _compiler

from govlint.cli.main import main
from govlint.warm import warm

made, compile_ = [], _compiler.compile
_compiler.compile = lambda source, flags=0: made.append(source) or compile_(source, flags)
warm()
main(["check", "--isolated", "--quiet", "--output", sys.argv[2], sys.argv[1]])
print(len(made) < 30, {"yaml", "typing"} & {*sys.modules})
"""
"""A program: a check as the command makes it, and what it had to compile for that."""


@pytest.mark.slow
def test_a_check_compiles_next_to_nothing(wheel: Path, tmp_path: Path) -> None:
    """The table of regexes finds room in the cache of ``re``; neither YAML nor typing is read."""
    found = subprocess.run(
        [sys.executable, "-c", CHECK, str(ROOT / "seeds" / "clean.txt"), str(tmp_path / "out")],
        env={**os.environ, "PYTHONPATH": str(wheel), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert found.stdout.strip() == "True set()"


CODE = """
import sys
from importlib.util import cache_from_source

import govlint
from govlint import bundle
from govlint.cli.main import main

used = bundle.use()
main(["check", "--isolated", "--quiet", "--output", sys.argv[2], sys.argv[1]])
from govlint.text import fold
from govlint.facts import facts
loaders = [type(module.__loader__).__name__ for module in (facts, fold)]
for module in (facts, fold):
    assert getattr(module, "__cached__", None) == getattr(module.__spec__, "cached", None)
    assert not used or module.__cached__ == cache_from_source(module.__file__)
print(used, *loaders, hasattr(fold, "edited"))
"""
"""A program: a check, and whence its modules came."""


@pytest.mark.slow
def test_code_in_one_file(wheel: Path, tmp_path: Path) -> None:
    """The program loads its modules from one file, but for those that were edited since; a wheel
    that was not unpacked has none of it."""
    unpacked_wheel = tmp_path / "unpacked"
    with ZipFile(wheel) as archive:
        archive.extractall(unpacked_wheel)

    def told(place: Path, *options: str) -> str:
        command = [*options, "-c", CODE, str(ROOT / "seeds" / "clean.txt"), str(tmp_path / "out")]
        return subprocess.run(
            [sys.executable, *command],
            env={**os.environ, "PYTHONPATH": str(place), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout.strip()

    assert told(unpacked_wheel) == "True Loader Loader False"
    edited = unpacked_wheel / "govlint" / "text" / "fold.py"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nedited = True\n", encoding="utf-8")
    assert told(unpacked_wheel) == "True Loader SourceFileLoader True"
    assert told(unpacked_wheel, "-O") == "False SourceFileLoader SourceFileLoader True"
    assert told(wheel) == "False zipimporter zipimporter False"


REGEXES = """
import re
from marshal import loads
from govlint import warm as warmed
from govlint.warm import Later, warm

number, table = warm(), warmed._table[0]
rows = [loads(table.get(key)) for key in table._keys]
asked = [(source.decode("utf-8", "surrogatepass"), flags) for source, flags, *_ in rows]
later = [re.compile(*each) for each in asked]
print(number == len(later) > 100, re.compile(later[0]) is later[0], re.sub(later[0], "", ""))
print({type(each) is Later for each in later}, re.compile(*asked[0]) is later[0])
print(type(re.compile("no such regex")) is Later)
for each in later:
    again = re.compile(each.pattern + "(?:)", each.flags & ~re.UNICODE)
    assert (again.flags, again.groups, again.groupindex) == (
        each.flags, each.groups, each.groupindex
    )
"""
"""A program: whether what the cache of ``re`` finds are the regexes that it is asked for."""


@pytest.mark.slow
def test_regexes(wheel: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", REGEXES],
        env={**os.environ, "PYTHONPATH": str(wheel), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert found.stdout.split() == ["True", "True", "{True}", "True", "False"]


@pytest.mark.slow
def test_it_finds_what_the_checkout_finds(wheel: Path) -> None:
    """In all samples, to the letter."""
    command = [sys.executable, "-m", "govlint", "check", "--isolated", "--output-format", "json"]
    found = [
        subprocess.run(
            [*command, str(ROOT / "seeds")],
            env={**os.environ, "PYTHONPATH": str(place)},
            capture_output=True,
            check=False,
        ).stdout
        for place in (wheel, ROOT / "linter")
    ]
    assert b"SEQ201" in found[0]
    assert found[0] == found[1]
