"""How bad a finding is."""

from __future__ import annotations

SEVERITIES = ("error", "warning", "info")
"""error: a reviewer would always send the document back; warning: nearly always right;
info: a question to the writer. In falling order."""


def at_least(severity: str, limit: str) -> bool:
    """Whether ``severity`` is as bad as ``limit`` or worse; nothing is as bad as ``never``.

    >>> at_least("error", "warning"), at_least("info", "warning"), at_least("error", "never")
    (True, False, False)
    """
    return limit != "never" and SEVERITIES.index(severity) <= SEVERITIES.index(limit)
