"""What is said when govlint itself has failed."""

from __future__ import annotations

import sys

from govlint import __version__
from govlint.engine.run import InternalFault, last_place


def tell(path: str, fault: Exception) -> str:
    """One line about a document on which something went wrong beside its text."""
    if isinstance(fault, InternalFault):
        return describe(fault)
    from govlint.cli.fix_faults import tell_unwritten

    return tell_unwritten(path, fault)


def describe(fault: Exception) -> str:
    """One line that helps whoever has to repair it, and says nothing of what the document says."""
    if isinstance(fault, InternalFault):
        what = f"检查 {fault.path} 时出错，{fault.kind} {fault.place}"
    else:
        what = f"{type(fault).__name__} {last_place(fault)}"
    python = ".".join(map(str, sys.version_info[:3]))
    return f"内部错误，请把这一行报告给维护者：{what}（govlint {__version__}，Python {python}）"
