"""Bytes that look like drafts: pieces that rules look for, in any encoding, and then damaged."""

from __future__ import annotations

import random
import re
from functools import cache

from govlint.ruleset.catalogue import builtin_files

ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be")
ENDS = ("\n", "\n", "\n\n", "\r\n", "\r", "", " ", "\u2028", "\x0c", "\t")
ODD = (
    "\x00", "\x1a", "\ufeff", "\u200b", "\u202e", "\ufffd", "\ue000", "\U0010ffff", "\ud83d", "　",
    "①", "㈠", "１", "〇", "Ⅳ", "½", "²", "é", "e\u0301", "ﬁ", "👨‍🌾", "~", "`", "*",
    "_", "|", "<", "&#x3002;", "0" * 60, "9" * 30, "1e999", "0.0000000000001", "1.1.1.1.1.1",
    "（" * 40, "“" * 40, "《" * 40, "、" * 40, "一" * 40, "一、二、三、四、五", "0%", "0亿元",
    "由0增加到0，增长0%", "从0%提高到0%", "2024年0月0日",
    "99999年99月99日", "第零章", "附件0：", "一是一是一是", "}{", "{text}", "%s", "\\n", "$(x)",
)  # fmt: skip
"""What is at the border of something."""


@cache
def pieces() -> tuple[str, ...]:
    """Every line of every example of every rule."""
    return tuple(
        sorted(
            {
                re.sub("[⟦⟧]", "", line)
                for file in builtin_files()
                for text in (*file.manual.examples.bad, *file.manual.examples.good)
                for line in text.splitlines()
            }
        )
    )


def draft(chance: random.Random) -> bytes:
    """A document of pieces, in one of the encodings that are read."""
    end = chance.choice(ENDS)
    lines = []
    for _ in range(chance.randrange(1, 25)):
        lines.append(_piece(chance))
        lines.append(chance.choice(ENDS) if chance.random() < 0.2 else end)
    encoding = chance.choice(ENCODINGS)
    errors = "surrogatepass" if encoding.startswith("utf") else "replace"
    return "".join(lines).encode(encoding, errors)


def _piece(chance: random.Random) -> str:
    """An example, a part of one, two of them run together, or something odd inside."""
    piece = chance.choice(pieces())
    kind = chance.randrange(6)
    if kind == 0:
        return piece[chance.randrange(len(piece) + 1) :]
    if kind == 1:
        return piece[: chance.randrange(len(piece) + 1)]
    if kind == 2:
        return piece + chance.choice(pieces())
    if kind == 3:
        cut = chance.randrange(len(piece) + 1)
        return piece[:cut] + chance.choice(ODD) + piece[cut:]
    if kind == 4:
        return re.sub("[0-9]+", lambda _: chance.choice(("0", "1", "100", "999999", "3.5")), piece)
    return piece


def figures(chance: random.Random) -> str:
    """Examples about figures run together, with other numbers and other units in some places:
    figures that no writer would set beside each other."""
    text = "".join(chance.choice(_figure_pieces()) for _ in range(chance.randrange(1, 5)))
    text = re.sub(r"[0-9]+(?:\.[0-9]+)?", lambda match: _number(match[0], chance), text)
    return _UNIT.sub(lambda match: chance.choice((match[0], match[0], *_UNITS)), text)


def _number(printed: str, chance: random.Random) -> str:
    return chance.choice(
        (
            printed,
            printed,
            str(chance.randrange(40)),
            str(chance.randrange(10 ** chance.randrange(1, 10))),
            f"{chance.uniform(0, 200):.{chance.randrange(1, 4)}f}",
            "0",
            "0.0",
        )
    )


_UNITS = ("元", "万元", "亿元", "人", "万人", "户", "%", "个百分点", "公里", "倍", "个", "吨")
_UNIT = re.compile("|".join(sorted(_UNITS, key=len, reverse=True)))


@cache
def _figure_pieces() -> tuple[str, ...]:
    return tuple(piece for piece in pieces() if len(re.findall("[0-9]+", piece)) > 1)


def hurt(data: bytes, chance: random.Random) -> bytes:
    """``data``, half of the time with some of its bytes changed, cut or said twice."""
    if chance.random() < 0.5:
        return data
    for _ in range(chance.randrange(1, 4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.randrange(1, 9))
        kind = chance.randrange(4)
        if kind == 0:
            data = data[:start] + data[end:]
        elif kind == 1:
            data = data[:start] + chance.randbytes(end - start) + data[end:]
        elif kind == 2:
            data = data[:end] + data[start:end] * chance.randrange(1, 40) + data[end:]
        else:
            data = data[:start] + b"\x00" + data[start:]
    return data
