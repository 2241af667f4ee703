"""Bytes to text, by evidence.

GB18030 accepts almost any bytes, so a text counts as GB18030 only if it looks like Chinese:
most of its Han characters are in GB 2312 level 1, the 3,755 common ones, which hold more than
nine tenths of any real document and about a tenth of what mojibake yields.
"""

from __future__ import annotations

import codecs

from govlint.records import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4000
_COMMON_SHARE = 0.7
_NO_TEXT = ("Cc", "Cn", "Co", "Cs")
_SPACING = "\t\n\r\f\x1a\x1b"
_ODD_SHARE = 0.05
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})


class Decoded(NamedTuple):
    """``text`` without a byte order mark; ``encoding`` is the codec's name, ``bom`` its mark."""

    text: str
    encoding: str
    bom: bytes = b""


class DecodeFault(Exception):
    """The bytes are not text that can be read. ``offset`` counts bytes from 0.

    ``binary``: they are no text in any encoding; ``encoding``: what they were most likely meant
    to be.
    """

    def __init__(self, offset: int, encoding: str, *, binary: bool = False) -> None:
        super().__init__(f"{encoding} at byte {offset}")
        self.offset = offset
        self.encoding = encoding
        self.binary = binary


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of ``data``. ``encoding`` forces a codec; without it, the evidence decides.

    Raises DecodeFault where the bytes cannot be read, and LookupError for an unknown codec.
    """
    for bom, name in _BOMS:
        if data.startswith(bom) and _agrees(encoding, name):
            codec = _without_bom(name, bom)
            if name == "utf-16" and not _is_text(data[len(bom) :], codec):
                raise DecodeFault(len(bom), name, binary=True)
            return Decoded(_strict(data[len(bom) :], codec), name, bom)
    if encoding is not None:
        return Decoded(_strict(data, codecs.lookup(encoding).name), encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _legacy(data, fault.start)
    if _is_binary(data):
        raise DecodeFault(_first_control(data), "utf-8", binary=True)
    return Decoded(text, "utf-8")


def _agrees(forced: str | None, name: str) -> bool:
    return forced is None or codecs.lookup(forced).name.startswith(name.removesuffix("-sig"))


def _without_bom(name: str, bom: bytes) -> str:
    if name != "utf-16":
        return "utf-8"
    return "utf-16-le" if bom == codecs.BOM_UTF16_LE else "utf-16-be"


def _is_text(data: bytes, codec: str) -> bool:
    """Whether what follows a byte order mark is text, a few damaged characters aside: hardly
    any of it is unassigned, private or a control character."""
    from unicodedata import category  # UTF-16 is rare

    sample = data[: 2 * _SAMPLE].decode(codec, "replace")
    odd = sum(char == "\ufffd" or category(char) in _NO_TEXT for char in sample)
    odd -= sum(map(sample.count, _SPACING))
    return odd <= 1 + _ODD_SHARE * len(sample)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise DecodeFault(fault.start, encoding) from None


def _legacy(data: bytes, utf8_fault: int) -> Decoded:
    """Not UTF-8: GB18030, if that gives plausible Chinese."""
    if _is_binary(data):
        raise DecodeFault(_first_control(data), "utf-8", binary=True)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as fault:
        if _mostly_utf8(data):
            raise DecodeFault(utf8_fault, "utf-8") from None
        raise DecodeFault(fault.start, "gb18030") from None
    if not plausible_chinese(text):
        raise DecodeFault(utf8_fault, "utf-8")
    return Decoded(text, "gb18030")


def plausible_chinese(text: str) -> bool:
    """Whether ``text``, decoded as GB18030, reads as Chinese rather than as some other encoding.

    >>> plausible_chinese("全年完成投资80亿元。"), plausible_chinese("鍏ㄥ勾瀹屾垚鎶曡祫")
    (True, False)
    """
    han = [char for char in text[: _SAMPLE * 4] if char >= "\u3400"][:_SAMPLE]
    if not han:
        return all(char < "\x7f" or char in "·—‘’“”…§×÷±°" for char in text[:_SAMPLE])
    common = sum(_is_common(char) for char in han)
    return common >= _COMMON_SHARE * len(han)


def _is_common(char: str) -> bool:
    """A character of GB 2312 level 1, or a mark that Chinese text is full of."""
    if "\uff00" <= char <= "\uff5e":
        return True
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def _mostly_utf8(data: bytes) -> bool:
    """Whether a few bytes spoil what is otherwise UTF-8 with multi-byte characters in it."""
    text = data.decode("utf-8", "replace")
    wide = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return wide > 4 * text.count("\ufffd")


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROL))
    return b"\x00" in head or 10 * controls > len(head)


def _first_control(data: bytes) -> int:
    return next((i for i, byte in enumerate(data) if byte in _CONTROL), 0)
