"""Text to bytes, as the bytes that it came from were written."""

from __future__ import annotations

import codecs
import sys

from govlint.text.decode import Decoded, DecodeFault, decode


class EncodeFault(Exception):
    """The text cannot be written in its encoding. ``char``: the character that it lacks, or ""
    where the bytes would not even come back if nothing were changed."""

    def __init__(self, encoding: str, char: str = "") -> None:
        super().__init__(encoding, char)
        self.encoding = encoding
        self.char = char


def encode_like(text: str, data: bytes, forced: str | None = None) -> bytes:
    """``text`` in the encoding of ``data`` (see ``decode``), with its byte order mark, so that what
    the two have in common is the same byte for byte.

    Raises EncodeFault.
    """
    known = decode(data, forced)
    codec = _codec(known, data)
    try:
        encoded = known.bom + text.encode(codec)
    except UnicodeEncodeError as fault:
        raise EncodeFault(codec, text[fault.start]) from None
    if not _reads(encoded, text, forced):
        raise EncodeFault(codec)
    return encoded


def _codec(known: Decoded, data: bytes) -> str:
    """The codec without a mark that gives ``data`` back. What reads as GB18030 is GBK if it can
    be: a program that knows only GBK must go on reading it."""
    name = codecs.lookup(known.encoding).name.removesuffix("-sig")
    if name == "utf-16":
        big = known.bom == codecs.BOM_UTF16_BE or (not known.bom and sys.byteorder == "big")
        name = "utf-16-be" if big else "utf-16-le"
    body = data[len(known.bom) :]
    for codec in ("gbk", name) if name == "gb18030" else (name,):
        try:
            if known.text.encode(codec) == body:
                return codec
        except UnicodeEncodeError:
            continue
    raise EncodeFault(name)


def _reads(data: bytes, text: str, forced: str | None) -> bool:
    try:
        return decode(data, forced).text == text
    except DecodeFault:
        return False
