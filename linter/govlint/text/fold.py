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
"""What may be of another width."""


def fold(text: str) -> str:
    """``text`` in one width; the result has as many code points.

    >>> fold("增长(含Ｘ镇)１２%,下同")
    '增长（含X镇）12%，下同'
    """
    signs = "".join({*_SIGN.findall(text)})
    if "\r" in signs:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for char in _MARKS.keys() & signs:
        text = text.replace(char, _MARKS[char])
    if _FULL_WIDTH.search(signs):
        text = _FULL_WIDTH.sub(_narrow, text)
    return text


def _narrow(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - 0xFEE0)
