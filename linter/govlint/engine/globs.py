"""File patterns as people know them from .gitignore."""

from __future__ import annotations

import re
from functools import lru_cache


def matches(pattern: str, path: str) -> bool:
    """Whether ``path``, relative and with ``/``, or a folder that it lies in, is meant.

    A pattern without ``/`` means a name anywhere; one with ``/`` starts at the root. ``*`` stays
    inside a name, ``**`` does not.

    >>> matches("附件*", "2024/附件1.txt"), matches("2024/", "2024/a.txt"), matches("a/*", "b/a/c")
    (True, True, False)
    """
    return _compiled(pattern).fullmatch(path.removeprefix("./")) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    body = pattern.replace("\\", "/").removeprefix("./")
    folder = body.endswith("/")
    body = body.rstrip("/")
    start = "" if "/" in body else "(?:.*/)?"
    end = "/.+" if folder else "(?:/.*)?"
    return re.compile(start + _translate(body.lstrip("/")) + end, re.DOTALL)


def _translate(glob: str) -> str:
    out, i = "", 0
    while i < len(glob):
        if glob.startswith("**/", i):
            out, i = out + "(?:.*/)?", i + 3
        elif glob.startswith("**", i):
            out, i = out + ".*", i + 2
        else:
            out += {"*": "[^/]*", "?": "[^/]"}.get(glob[i]) or re.escape(glob[i])
            i += 1
    return out
