"""Each sample report has its findings beside it: ``seeds/NAME.expected``.

``pytest --update-golden`` writes these files anew. What then differs is what a change does to
real drafts, and belongs into its review. docs/seeds.md says which faults were put in.
"""

from pathlib import Path

import pytest

from govlint import Diagnostic, Settings, lint_path
from govlint.reporters.visible import visible

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = sorted(FOLDER.glob("*.txt"))
FAULTLESS = ("clean", "notice-attachment")
HEAD = "# line:column code text (40 characters of it). Rewritten by: pytest --update-golden\n"


def told(found: Diagnostic) -> str:
    """One line: a fault in what was found shows, and the sentence may still change."""
    place = f"{found.start.line}:{found.start.column}" if found.start else "-"
    return f"{place} {found.code} {visible(found.text[:40])}".rstrip() + "\n"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_findings(seed: Path, *, update_golden: bool) -> None:
    found = HEAD + "".join(map(told, lint_path(str(seed), Settings(isolated=True))))
    expected = seed.with_suffix(".expected")
    if update_golden:
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


def test_no_expectation_without_a_seed() -> None:
    assert {path.stem for path in FOLDER.glob("*.expected")} == {seed.stem for seed in SEEDS}


@pytest.mark.parametrize("name", FAULTLESS)
def test_faultless_seeds(name: str) -> None:
    """So that ``--update-golden`` cannot make a false alarm the expected one."""
    assert lint_path(str(FOLDER / f"{name}.txt"), Settings(isolated=True)) == ()
