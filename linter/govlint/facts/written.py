"""written: the day on which a text was written, where it stands on a line of its own at the end."""

from __future__ import annotations

import re

from govlint.text.years import YEAR

_WRITTEN = re.compile(
    rf"^[ \t\u3000]*(?P<y>{YEAR})年(?P<m>1[0-2]|[1-9])月(?P<d>[0-9]{{1,2}})日[ \t\u3000]*$",
    re.MULTILINE,
)
_DELIVERED = re.compile(
    rf"^[ \t\u3000]*(?:——|[（(])?(?P<y>{YEAR})年(?P<m>1[0-2]|[1-9])月(?P<d>[0-9]{{1,2}})日"
    r"(?=[在于][^，。；\n]{4,40}会议?|[）)]?[ \t\u3000]*$)",
    re.MULTILINE,
)
_BEGINNING = 200
"""Code points at the beginning of a text in which the day of its delivery stands."""
_END = 300
"""Code points at the end of a text in which the day of writing stands."""


def written_at(text: str) -> re.Match[str] | None:
    """That line, with its year, month and day as ``y``, ``m`` and ``d``; None where there is none,
    or more than one."""
    found = [*_WRITTEN.finditer(text, max(0, len(text) - _END))]
    return found[0] if len(found) == 1 else None


def delivered_at(text: str) -> re.Match[str] | None:
    """The day on which a report was delivered, where a line below its title tells it
    (——2024年1月9日在县第十八届人民代表大会第三次会议上), in the same groups."""
    return _DELIVERED.search(text, 0, _BEGINNING)
