r"""One width for matching: Chinese marks full-width, digits and letters half-width.

The fold replaces one code point by one code point, so that an offset into the folded text is
an offset into the source and no map is needed. Every line ends in ``\n``: a lone ``\r`` becomes
one, the ``\r`` of ``\r\n`` a space. Half-width marks inside numbers and Latin text
(``3,000``, ``9:30``) are folded, too: a pattern that reads numbers must accept both.
"""

from __future__ import annotations

import re

_MARKS = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！"}
_MARKS |= {"％": "%", "．": ".", "＆": "&", "／": "/", "＊": "*", "＿": "_", "＋": "+", "＜": "<"}
_MARKS |= {"＞": ">", "＝": "=", "＠": "@", "－": "-", "~": "～", "［": "[", "］": "]", "｛": "{"}
_MARKS |= {
    "｝": "}",
    "＃": "#",
    "｜": "|",
    "﹣": "-",
    "﹐": "，",
    "﹑": "、",
    "\xa0": " ",
    "\u2002": " ",
}
_MARKS |= {"\u2003": " ", "＄": "$"}
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_SIGN = re.compile(r"[^一-鿿0-9，。、；：“”（）\n]")
"""What a text need not hold: whether it does is worth knowing."""


def signs_in(text: str) -> frozenset[str]:
    """The characters of ``text`` that are neither Han nor digits nor points that all texts have."""
    return frozenset(_SIGN.findall(text))


def fold(text: str) -> str:
    """``text`` in one width; the result has as many code points.

    >>> fold("增长(含Ｘ镇)１２%,下同")
    '增长（含X镇）12%，下同'
    """
    return fold_signs(text)[0]


def fold_signs(text: str) -> tuple[str, frozenset[str]]:
    """``text`` in one width, and the signs that it then holds.

    >>> fold_signs("增长(含Ｘ镇)")[1]
    frozenset({'X'})
    """
    signs = "".join(signs_in(text))
    if "\r" in signs:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
        signs = signs.replace("\r", " ")
    for char in _MARKS.keys() & signs:
        text = text.replace(char, _MARKS[char])
        signs = signs.replace(char, _MARKS[char])
    if _FULL_WIDTH.search(signs):
        text = _FULL_WIDTH.sub(_narrow, text)
        signs = _FULL_WIDTH.sub(_narrow, signs)
    return text, signs_in(signs)


def _narrow(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - 0xFEE0)
