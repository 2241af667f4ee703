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


def fold(text: str) -> str:
    """``text`` in one width; the result has as many code points.

    >>> fold("增长(含Ｘ镇)１２%,下同")
    '增长（含X镇）12%，下同'
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for char, folded in _MARKS.items():
        if char in text:
            text = text.replace(char, folded)
    if _FULL_WIDTH.search(text):
        text = _FULL_WIDTH.sub(lambda match: chr(ord(match[0]) - 0xFEE0), text)
    return text
