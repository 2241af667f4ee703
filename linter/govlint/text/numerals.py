"""Ordinals as official documents write them: 二十三, 23, ③, ⑶, ㈢."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES |= {"万": 10**4, "亿": 10**8}
_MYRIAD = 10**4
_ENCLOSED = (
    (0x2460, 20),
    (0x2474, 20),
    (0x2488, 20),
    (0x3220, 10),
)  # ① ⑴ ⒈ ㈠, each with its count


@lru_cache(maxsize=512)
def parse_numeral(text: str) -> int | None:
    """The number that ``text`` writes in Han or Arabic digits or as one enclosed sign, or None.

    >>> [parse_numeral(t) for t in ("二十三", "一百零五", "十", "二〇二三", "15", "③", "⑶", "叁")]
    [23, 105, 10, 2023, 15, 3, 3, 3]
    >>> [parse_numeral(t) for t in ("三亿二千万", "一万二千亿", "壹佰贰拾捌万陆仟伍佰")]
    [320000000, 1200000000000, 1286500]
    >>> parse_numeral("十十") is parse_numeral("") is parse_numeral("甲") is None
    True
    """
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if len(text) == 1:
        code = ord(text)
        for first, count in _ENCLOSED:
            if first <= code < first + count:
                return code - first + 1
    if any(c not in DIGITS and c not in _SCALES for c in text):
        return None
    return _positional(text) if not any(c in _SCALES for c in text) else _scaled(text)


def _positional(text: str) -> int:
    value = 0
    for char in text:
        value = value * 10 + DIGITS[char]
    return value


def _scaled(text: str) -> int | None:
    total, section, digit, last = 0, 0, None, 100_000
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
            continue
        scale = _SCALES[char]
        if scale >= _MYRIAD:
            section += digit or 0
            if scale > _MYRIAD:  # 一万二千亿
                total, section = 0, total + section
            if total % _SCALES["亿"] or not section or section >= scale > _MYRIAD:
                return None
            total, section, digit, last = total + section * scale, 0, None, 100_000
            continue
        if scale >= last:
            return None
        section += scale * (1 if digit is None else digit)
        digit, last = None, scale
    return total + section + (digit or 0)


def write_numeral(number: int) -> str:
    """``number`` (0 to 9,999) in Han digits, as an ordinal is written: 10 is 十, 112 is 一百一十二.

    >>> [write_numeral(n) for n in (0, 3, 10, 14, 20, 105, 112, 1010)]
    ['零', '三', '十', '十四', '二十', '一百零五', '一百一十二', '一千零一十']
    """
    if number == 0:
        return "零"
    out, zero = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            out += ("零" if zero else "") + "零一二三四五六七八九"[digit] + sign
            zero = False
        elif out and number:
            zero = True
    return out[1:] if out.startswith("一十") else out
