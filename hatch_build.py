"""What a wheel holds beside the sources: rules compiled from YAML, and saved parser tables.

A run from a wheel then needs neither yaml nor a grammar build. All of it is made in a temporary
folder, never in the checkout, which could not tell a stale file from a fresh one; an editable
install has none of it and works from the sources.

The grammars are free of conflicts, so their tables are the same in every build but for the
numbers that Lark gives to states and tokens. The tables are pickles of plain dicts, lists, text
and numbers, which every Python reads; another Lark might not, hence its version in their names.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

GRAMMARS = ("report", "inline")


def main(linter: str, target: str) -> None:
    """Write the files of govlint._built for the sources in ``linter`` to ``target``."""
    sys.path.insert(0, linter)
    import lark

    from govlint.ruleset.catalogue import builtin_files
    from govlint.ruleset.compiled import flatten
    from govlint.ruleset.kinds import builtin_kinds
    from govlint.syntax.parser import build

    folder = Path(target)
    rows = tuple(flatten(file.rule, builtin_kinds()[file.rule.kind]) for file in builtin_files())
    literal = "".join(f"    {row!r},\n" for row in rows)
    if ast.literal_eval(f"(\n{literal})") != rows:
        raise SystemExit("a rule holds a value that is no literal")
    _write(folder / "__init__.py", '"""Made with the wheel, from rules/ and the grammars."""\n')
    _write(folder / "rules.py", f'"""rules/, compiled."""\n\nRULES = (\n{literal})\n')
    for name in GRAMMARS:
        with (folder / f"{name}-{lark.__version__}.tables").open("wb") as file:
            build(name).save(file)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class BuiltFiles(BuildHookInterface[Any]):
        """Puts govlint/_built/ into every wheel that is not an editable one."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            if version == "editable":
                return
            self.folder = TemporaryDirectory()
            # In a process of its own, lest the builder's hold another govlint, or keep this one.
            linter = str(Path(self.root, "linter"))
            subprocess.run([sys.executable, "-B", __file__, linter, self.folder.name], check=True)
            for path in sorted(Path(self.folder.name).iterdir()):
                build_data["force_include"][str(path)] = f"govlint/_built/{path.name}"

        def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
            if version != "editable":
                self.folder.cleanup()
