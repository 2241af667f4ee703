"""Text that is safe to print: what a terminal would obey or hide is spelt out."""

from __future__ import annotations

from unicodedata import category

_SPACES = "\u3000\xa0"


def visible(text: str) -> str:
    r"""``text`` on one line, with control, bidirectional and invisible characters escaped.

    >>> visible("一、总结\u3000报告"), visible("a\x1b[2J\u202eb\t\n")
    ('一、总结\u3000报告', 'a<U+001B>[2J<U+202E>b \\n')
    """
    if text.isprintable():
        return text
    return "".join(map(visible_char, text))


def visible_char(char: str) -> str:
    """One character as it is printed."""
    if char.isprintable() or char in _SPACES:
        return char
    if char == "\t" or category(char) == "Zs":
        return " "
    if char in "\r\n":
        return "\\n" if char == "\n" else "\\r"
    return f"<U+{ord(char):04X}>"
