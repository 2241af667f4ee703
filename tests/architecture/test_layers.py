"""A module may import its own package and the layers below it. Nothing else is architecture."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LAYERS = (
    {"hints"},
    {"records", "packaged"},
    {"pieces", "bare"},
    {"text", "plugins", "warm", "_built"},
    {"bundle"},
    {"diagnostics", "syntax", "inputs"},
    {"facts"},
    {"checks"},
    {"ruleset"},
    {"engine", "reporters"},
    {"cli"},
    {"__init__", "__main__"},
)
RANK = {package: rank for rank, packages in enumerate(LAYERS) for package in packages}
ROOT = Path(__file__).parents[2] / "linter" / "govlint"
MODULES = sorted(ROOT.rglob("*.py"))


def imports(module: Path) -> Iterator[str]:
    """What of govlint ``module`` imports, wherever in it: ``facts`` for govlint.facts.title."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("govlint."))


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_point_down(module: Path) -> None:
    home = module.relative_to(ROOT).parts[0].removesuffix(".py")
    assert home in RANK, f"say in LAYERS where {home} stands"
    for other in imports(module):
        if other in RANK:  # else a public name of govlint itself, such as __version__
            assert other == home or RANK[other] < RANK[home], f"{home} may not import {other}"


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


def test_there_is_one_govlint() -> None:
    assert "linter.govlint" not in sys.modules, "a second copy: its types differ from the first's"
