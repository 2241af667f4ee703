"""occurrences: how often a name stands in a text, read no farther than the answer needs."""

from __future__ import annotations


def is_once(text: str, name: str, start: int = 0) -> bool:
    """Whether ``name`` stands just once in ``text`` from ``start`` on.

    >>> is_once("青禾镇和柳河镇", "柳河镇"), is_once("青禾镇、青禾镇", "青禾镇"), is_once("", "镇")
    (True, False, False)
    """
    first = text.find(name, start)
    return first >= 0 and text.find(name, first + 1) < 0
