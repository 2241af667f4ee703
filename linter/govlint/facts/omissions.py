"""omissions: where a text says that something of it is left out: a line of ……, （略）, ［下略］."""

from __future__ import annotations

import re
from bisect import bisect_left

_WHAT = (
    r"(?:以[上下]|此处|[上下中前后]文?|中间|其[余他]|第[^）\n]{1,12}|具体)?"
    r"(?:内容|部分|条[款文]|各条)?[省从节]?略"
)
_OMITTED = re.compile(
    rf"^[ \t\u3000]{{0,8}}(?:…{{1,6}}|[.·。]{{3,12}}|{_WHAT}。?)[ \t\u3000]{{0,8}}$"
    rf"|[（【\[〔]{_WHAT}去?[^）】\]〕\n]{{0,6}}[）】\]〕]|[。；：，、]…{{1,6}}|[款条项章]…{{2,6}}",
    re.MULTILINE,
)
_SIGNS = ("…", "略", "...", "···", "。。。")


class Omissions:
    """The places of a width-folded text where it says that something is left out."""

    def __init__(self, text: str) -> None:
        asked = any(sign in text for sign in _SIGNS)
        self.places = [match.start() for match in _OMITTED.finditer(text)] if asked else []

    def between(self, start: int, end: int) -> bool:
        """Whether one lies between two places."""
        place = bisect_left(self.places, start)
        return place < len(self.places) and self.places[place] < end
