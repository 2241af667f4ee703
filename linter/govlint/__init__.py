"""govlint: a proofreading tool for Chinese official documents."""

from __future__ import annotations

from govlint.hints import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from govlint.diagnostics.diagnostic import Diagnostic
    from govlint.engine.fixing import fix_text
    from govlint.engine.run import lint_path, lint_text
    from govlint.engine.settings import Settings

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Settings", "fix_text", "lint_path", "lint_text"]

_HOMES = {
    "Diagnostic": "govlint.diagnostics.diagnostic",
    "Settings": "govlint.engine.settings",
    "fix_text": "govlint.engine.fixing",
    "lint_path": "govlint.engine.run",
    "lint_text": "govlint.engine.run",
}


def __getattr__(name: str) -> Any:
    """The public names, each imported when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'govlint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
