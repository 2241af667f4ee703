"""cited_numbers: a series that keeps the numbers of a list of elsewhere, which the text says first.

由我局牵头的是第二、四、七项： announces 第二项…… 第四项…… 第七项……: no number is missing there; nor
where the words above say that it is an excerpt, where a colon announces what does not begin with
one, or where each amends what has its own number (二、将第二部分……修改为). And what a noun calls
(情形①、情形③和情形⑥) begins no item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_N = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳]"
_NUMBER = re.compile(_N)
_LISTED = re.compile(
    rf"第?(?:{_N})[项条点款类批个步章节部分题]{{0,2}}(?:(?:[、，和及与]|以及)第?(?:{_N})[项条点款类批个步章节部分题]{{0,2}}){{1,12}}"
)
_EXCERPT = re.compile(
    r"摘[录编]如下|摘自原文|节选|选[登录]|[（(][^）)。\n]{0,8}(?:摘[要录编选]|部分)[）)]|[编序条题]号[一-龥]{0,5}(?:原|沿用|保[持留]|不变|从旧|[与同和][一-龥]{1,8}(?:一致|相同|对应))"
    r"|[原沿](?:有|用)?[一-龥]{0,6}[编序条题]号|部分[一-龥]{2,8}如下"
)
"""What says, above a series, that it keeps the numbers of a longer one."""
_SELECTED = re.compile(
    r"(?:[未尚仍]|继续|保留|由[我本]|涉及|牵头|承担|逾期|与[我本][^，。\n]{1,6}[有相]关)[^。；\n]{0,40}$"
)
"""Which of a longer list a line announces: 未整改到位的问题如下."""
_OWN = re.compile(rf"第(?P<n>{_N})(?:部分|[条项章节款点])")
_LEAD_IN, _WIDE, _LATER = 200, 60, 3
_NOUN = re.compile("[一-龥]{2}")
_FEWEST = 2
_REACH = 300


def cited_before(text: str, start: int, ordinals: Sequence[int]) -> bool:
    """Whether the lines before ``start`` list the very numbers that a series has.

    >>> cited_before("涉及我局的是第二、四、七项：", 14, [2, 4, 7])
    True
    >>> cited_before("涉及我局的是第一、二、三项：", 14, [1, 3])
    False
    """
    for match in _LISTED.finditer(text, max(0, start - _REACH), start):
        told = [parse_numeral(number) for number in _NUMBER.findall(match[0])]
        if len(told) >= _FEWEST and told == [*ordinals]:
            return True
    return False


def is_excerpt(text: str, start: int) -> bool:
    """Whether the words before ``start`` say that what follows keeps its numbers.

    >>> is_excerpt("现将问题通报如下（编号按原通报）：", 17), is_excerpt("现将问题通报如下：", 9)
    (True, False)
    """
    return _EXCERPT.search(text, max(0, start - _LEAD_IN), start) is not None


def is_selected(text: str, start: int, first: int) -> bool:
    """Whether a colon announces at ``start`` a series that begins with ``first``, which is late or
    said to be one of a longer list.

    >>> is_selected("有效条款如下：", 7, 3), is_selected("问题如下：", 5, 2)
    (True, False)
    >>> is_selected("未整改的问题如下：", 9, 2), is_selected("未整改的问题如下：", 9, 1)
    (True, False)
    """
    lead = text[max(0, start - _WIDE) : start].rstrip()
    if not lead.endswith("：") or first < _FEWEST:
        return False
    return first >= _LATER or _SELECTED.search(lead[:-1].rpartition("\n")[2]) is not None


def cite_themselves(lines: Sequence[str], ordinals: Sequence[int]) -> bool:
    """Whether each of the lines behind the marks of a series tells of what has its number.

    >>> cite_themselves(["将第二部分改为", "将第四部分改为"], [2, 4])
    True
    """
    told = [{parse_numeral(n) for n in _OWN.findall(line)} for line in lines]
    return len(lines) > 1 and all(n in own for n, own in zip(ordinals, told, strict=True))


def called_alike(text: str, marks: Sequence[Span]) -> bool:
    """Whether one and the same noun stands right before two of the marks or more."""
    nouns = [text[mark.start - 2 : mark.start] for mark in marks if mark.start > 1]
    named = [noun for noun in nouns if _NOUN.fullmatch(noun)]
    return len(named) > len({*named})
