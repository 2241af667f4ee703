"""masks: stretches of a line in which a rule may be told not to look.

``url``, ``email``, ``quotation`` (“…”), ``quoted-name`` (“心晴小屋”), ``book`` (《…》), ``code``
and ``table``. A mask is worked out only for the line of a candidate, so it costs nothing where
nothing was found.
"""

from __future__ import annotations

import re
from functools import cache

from govlint import warm
from govlint.text.span import Span

_PATTERNS = {
    "url": r"(?:https?|ftp)[:：]//(?:[^\s\u3000-\u9fff，。；]|，(?=[A-Za-z0-9/?=&%_-])){1,300}"
    r"|www\.[^\s\u3000-\u9fff，。；]{1,200}"
    r"|(?<![\w@.])[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){0,4}\.(?:com|net|org|cn|gov)(?!\w)"
    r"[^\s\u3000-\u9fff，。；]{0,200}",
    "email": r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}",
    "quotation": r"“[^“”\r\n]{0,200}”|‘[^‘’\r\n]{0,100}’",
    "quoted-name": r"“[一-龥]{2,8}”",
    "book": r"《[^《》\r\n]{0,200}》",
    "code": r"`[^`\r\n]{1,200}`",
    "table": r"(?<![^\n])(?:[ \t]*\|[^\n]*|[^\t\n]*\t[^\t\n]*\t[^\n]*)",
}
SIGNS = {
    "url": ("//", "www", ".c", ".n", ".o", ".g"),
    "email": ("@",),
    "quotation": ("“", "‘"),
    "quoted-name": ("“",),
    "book": ("《",),
    "code": ("`",),
    "table": ("|", "\t"),
}
"""Literals of which every stretch of a mask holds one."""
MASKS = ("noise", *_PATTERNS)


@cache
def compiled(name: str) -> re.Pattern[str]:
    """The regex of one mask."""
    return warm.compiled(_PATTERNS[name], 0)


def stretches(name: str, text: str, line: Span) -> list[tuple[int, int]]:
    """Where mask ``name`` lies in ``line``, in order and apart."""
    if not any(text.find(sign, *line) >= 0 for sign in SIGNS[name]):
        return []
    return [match.span() for match in compiled(name).finditer(text, *line)]
