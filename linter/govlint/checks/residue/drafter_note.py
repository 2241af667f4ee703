"""drafter-note: what a drafter says to himself or to a colleague, left in the text.

A phrase of editing or of putting off (回头, 问下, 先空着) is asked for first; a document does not
speak so. Within brackets one, with anything else that a draft is spoken of with, is enough; a
sentence of its own must speak of the text (这段, 这个数), or of a person by a familiar name, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.checks.phrases import searches_of
from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.search import find_all
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import BLANK, Span

_PART = (
    r"这(?:[个组一几]{0,2}(?:数|比例|例子|案例|说法|提法|口径|标题)|一?[段句块处里页]|部分|几[段句条])"
    r"|此[段句处节数]|本[段句节页]|[上下前后]面这?|[数材][据字料]|数[不没还]|标题|原话"
    r"|数字|例子|案例|第[一二三四五]点|结尾|开头|去年的"
)
"""What is spoken of: the text and its figures."""
_SURNAME = "周李王张刘陈杨赵黄吴徐孙马朱胡郭何高林郑罗梁谢宋唐许邓冯曹彭曾"
_PERSON = (
    r"请[一-龥]{1,6}[科处局办站股室](?=再?[核查补改问对])|上次报|上[一次]版"
    rf"|(?<![一-龥])老[{_SURNAME}](?!师)|(?<![大中])小[{_SURNAME}](?![一-龥]?[村镇乡河沟庄])"
    rf"|[{_SURNAME}](?:科|局|工|总|主任|书记|姐|哥)(?![技室学长委属作程商])"
    r"|(?:领导|局长|校长|书记|主任|县长|镇长|院长|科长|所长|经理|处长)[定说看拍签审]|问我|我[再这先]"
)
_EDIT = (
    r"删[掉去了]|可删|重[写编]|换[个成一掉]|加[上个两几点]|补上|挪[到去]|移到|贴[过上]|缺[个一]|更新|出处"
    r"|照[抄搬]|太[绕长短空旧虚乱]|要加|还要变|没材料|重复|还[没有]"
)
_ASKS = r"[？?]|[吧呢吗哈～]$"
_NOTE = re.compile(f"{_PART}|{_PERSON}|{_EDIT}|{_ASKS}|具体|，")
_FRAME = re.compile(r"[，。？！…先请再还都需要]{0,3}")
"""What may stand with a phrase that is all that the brackets hold."""
_ABOUT = re.compile(f"{_PART}|{_PERSON}")
_OFFICIAL = re.compile(
    r"我们|各[级单部乡镇]|同志|群众|必须|要求|请|应当?|工作|项目|制度|时间|地点|日期|地址|通知|[“”《》]"
)
"""What a document speaks of; a time or place may be settled later in it."""
_MARK = re.compile(
    r"[ \u3000]{0,4}(?:[0-9]{1,2}[.．、](?![0-9])|（[一二三四五六七八九十0-9]{1,3}）)"
)
_OPEN, _CLOSE = "（【[", "）】]"
_LONGEST = 60
_SENTENCE = 36


class Params(NamedTuple):
    """``find``: phrases of editing and of putting off; what the group ``weak`` is, a document may
    say of other things, but not of itself; the group ``sure`` holds what it speaks of. ``place``:
    within brackets, or in a sentence of its own."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    place: Literal["bracket", "sentence"] = "bracket"


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    ask = _bracket if params.place == "bracket" else _sentence
    matches = find_all(facts.body, facts.literals, searches_of(params))
    spans = (ask(facts, match) for match in matches)
    for span in sorted({span for span in spans if span is not None}):
        yield Finding(span)


def _bracket(facts: Facts, match: re.Match[str]) -> Span | None:
    """The innermost brackets around a phrase, if they hold a note."""
    phrase = Span(*match.span())
    inside = _within(facts.body, phrase)
    if inside is None:
        return None
    said = facts.body[inside.start + 1 : inside.end - 1]
    rest = said.replace(facts.body[slice(*phrase)], "", 1)
    told = _FRAME.fullmatch(rest) or _NOTE.search(rest) or _ABOUT.search(said)
    if match.groupdict().get("weak"):
        told = _ABOUT.search(said)
    sure = match.groupdict().get("sure") is not None
    official = _OFFICIAL.search(said) and not (sure or _ABOUT.search(said))
    quoted = facts.masked(inside, ("quotation", "book"))
    return inside if (told or sure) and not official and not quoted else None


def _within(text: str, phrase: Span) -> Span | None:
    least = max(0, phrase.start - _LONGEST)
    start = max(text.rfind(mark, least, phrase.start) for mark in _OPEN)
    if start < 0:
        return None
    close = _CLOSE[_OPEN.index(text[start])]
    end = text.find(close, phrase.end - 1, phrase.end + _LONGEST)
    inside = text[start + 1 : end]
    if end < 0 or "\n" in inside or any(mark in inside for mark in _CLOSE):
        return None
    return Span(start, end + 1)


def _sentence(facts: Facts, match: re.Match[str]) -> Span | None:
    """The sentence of a phrase, if it is short and speaks of the text."""
    text, phrase = facts.body, Span(*match.span())
    least, most = max(0, phrase.start - _LONGEST), phrase.end + _LONGEST
    start = max(text.rfind(mark, least, phrase.start) for mark in "。！？；：\n") + 1 or least
    ends = (text.find(mark, phrase.end, most) for mark in "。！？；\n")
    end = min((each for each in ends if each >= 0), default=min(most, len(text)))
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    said = text[start:end].strip(BLANK)
    start = text.find(said, start)
    if not said or len(said) > _SENTENCE or text[start - 1 : start] == "：":
        return None
    doubtful = not _ABOUT.search(said) or _OFFICIAL.search(said)
    if (doubtful and not match.groupdict().get("sure")) or _within(text, phrase):
        return None
    end = start + len(said) + (text[start + len(said) : start + len(said) + 1] in "。！？")
    span = Span(start, end)
    return None if facts.masked(span, ("quotation", "book")) else span


CHECK = Check("drafter-note", Params, run, searches=searches_of)
