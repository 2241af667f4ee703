"""years: how a year is written in digits, in one place for every pattern that asks for one."""

from __future__ import annotations

import re

YEAR = r"(?:19|20)[0-9]{2}"
"""A year of the last or of this century, without 年, as a part of a regex."""
YEAR_NAMED = re.compile(rf"{YEAR}(?=年)")
"""A year that 年 follows, which is no part of it."""
