"""Profiles: which rules are on when nobody chooses."""

from __future__ import annotations

from collections.abc import Mapping

PROFILES = ("report", "gongwen", "submission", "strict")
"""Each of them adds to the first."""

PROFILE_SEVERITIES: Mapping[str, Mapping[str, str]] = {
    "gongwen": dict.fromkeys(("FMT905", "RES505", "STR105", "STR109"), "warning"),
    "submission": {"RES505": "warning"},
}
"""Rules that are more or less severe in a profile than their file says."""
