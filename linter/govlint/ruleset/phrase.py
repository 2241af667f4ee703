"""The phrase language: patterns that a clerk can read, compiled to regexes.

Literal text stands for itself, in either width. A brace holds a type (``{percent}``), or else a
choice (``{增长|下降}``; an empty branch makes it optional, ``{了|}``); ``{a:…}`` binds what it
matches to a name, and the name ``hit`` marks the part that is reported. ``…`` is any text that
crosses neither the end of a clause nor another figure. A backslash escapes. A regex may name the
types in braces, too (:func:`with_types`).
"""

from __future__ import annotations

import re

from govlint.ruleset.amounts import TYPES as AMOUNTS
from govlint.text.fold import fold
from govlint.text.years import YEAR

_NUMBER = r"(?<![0-9.])[0-9]{1,16}+(?:，[0-9]{3}){0,5}+(?:\.[0-9]{1,8}+)?"
_HAN = r"[〇零一二三四五六七八九十百千两]{1,8}+"
_DATE = rf"(?:{YEAR}年)?[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?"
TYPES = {
    "number": _NUMBER,
    "percent": _NUMBER + r"(?:%|个百分点)",
    "cn_number": _HAN,
    "year": rf"(?<![0-9]){YEAR}年",
    "date": _DATE,
    "money": _NUMBER + r"(?:万亿|万|亿)?(?:元|美元|欧元|港元)",
    "quantity": _NUMBER + r"(?:万亿|万|亿|千|百)?余?(?!%|个百分点)[一-龥]{1,2}?",
    "name": r"[一-龥]{2,20}?",
    "list": r"[^，。；：、]{1,20}(?:、[^，。；：、]{1,20}){1,12}",
    **AMOUNTS,
}
GAP = r"[^，。；：！？\n0-9]{0,40}?"

_WORD = re.compile(r"[a-z_]{3,}[0-9]?")
_TYPE = re.compile(rf"(?<!\\)\{{({'|'.join(TYPES)})\}}")
_NAME = re.compile(r"[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*:")


class PhraseError(ValueError):
    """``offset``: where in the phrase, in code points from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


def compile_phrase(phrase: str) -> str:
    """The regex that ``phrase`` stands for. Raises PhraseError.

    >>> compile_phrase("完成{亿|万}元")
    '完成(?:亿|万)元'
    >>> re.search(compile_phrase("{由|从}{a:number}…{到|至}"), "由12亿元增加到")["a"]
    '12'
    """
    out, i = [], 0
    while i < len(phrase):
        char = phrase[i]
        if char == "\\" and i + 1 < len(phrase):
            out.append(re.escape(fold(phrase[i + 1])))
            i += 2
        elif char == "{":
            end = phrase.find("}", i)
            if end < 0:
                raise PhraseError("“{”没有对应的“}”", i)
            out.append(_brace(phrase[i + 1 : end], i + 1))
            i = end + 1
        elif char == "}":
            raise PhraseError("“}”没有对应的“{”", i)
        elif char == "…":
            out.append(GAP)
            i += 1
        else:
            out.append(re.escape(fold(char)))
            i += 1
    return "".join(out)


def with_types(regex: str) -> str:
    """``regex`` with what stands for each type that it names in braces.

    >>> with_types("[0-9]{1,2}(?={cn_number}人)").replace(_HAN, "…")
    '[0-9]{1,2}(?=(?:…)人)'
    """
    return _TYPE.sub(_typed, regex)


def _typed(match: re.Match[str]) -> str:
    return f"(?:{TYPES[match[1]]})"


def _brace(content: str, offset: int) -> str:
    named = _NAME.match(content)
    name = named[0][:-1] if named else ""
    content = content[len(name) + 1 :] if named else content
    if not content:
        raise PhraseError("大括号里没有内容", offset)
    if content not in TYPES:
        _known(content, offset)
    regex = TYPES.get(content) or "|".join(re.escape(fold(branch)) for branch in content.split("|"))
    return f"(?P<{name}>{regex})" if name else f"(?:{regex})"


def _known(content: str, offset: int) -> None:
    """Raise PhraseError where a brace names a type that there is not: a lower-case word alone, or
    a type as one branch of a choice, where it would be taken literally."""
    branches = content.split("|")
    if len(branches) > 1:
        typed = next((branch for branch in branches if branch in TYPES), "")
        if typed:
            raise PhraseError(f"“{typed}”要单独放在大括号里，不能和“|”同用", offset)
    elif _WORD.fullmatch(content):
        from difflib import get_close_matches

        close = get_close_matches(content, TYPES, 1, 0.6)
        hint = f"，您是不是想写“{{{close[0]}}}”？" if close else f"，可用：{'、'.join(TYPES)}"
        raise PhraseError(f"大括号里的“{content}”不是一种数或量{hint}", offset)
