"""attachment-names: is an attachment called what the list of attachments calls it?

GB/T 9704—2012, 7.3.7: the number and the title of each attachment are those of the list. Asked of
the headings of the attachments that follow in the same document, and of what the text refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.attachments import Attachment
from govlint.facts.facts import Facts
from govlint.facts.search import Search
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.span import Span, lines_in

_REFERENCE = re.compile(
    r"(?P<what>[^，。；：\n（）]{2,40}?)[（]?(?:详|参)?(?:见|按照?)?(?P<hit>附件(?P<n>[1-9][0-9]?))(?![0-9.])"
)
_SIGNS = re.compile(r"[\s《》“”〈〉]|。$")
_KIND = re.compile(
    r"^(?!填[表报写]|说明|注意|编号|单位|[（(])(?:.{4,30}(?:标准|流程|规定|制度|预案|指南|要点|分工|计划|协议书?|合同|细目|指引|章程|公约|守则"
    r"|要求|日程|议程|安排|名录|台账)|.{2,30}(?:表|名单|方案|办法|规则|须知|目录|清单|细则|回执|承诺书|登记卡))(?:（[^（）]{1,10}）)?$"
)
"""What an attachment is called."""
_FILLED = re.compile(
    r"(?:填[写报好妥]|填)(?:并报送|并提交)?(?:好|妥)?《(?P<name>[^《》\n]{4,30}(?:表|书|卡|回执|单))》"
)
_TITLED = re.compile(r"《(?P<name>[^《》\n]{4,40})》（(?:详|请|具体)?见?附件(?P<n>[1-9][0-9]?)）")
_ASIDE = re.compile(
    r"（[^（）]{1,16}）|(?:[0-9]{4}|[二〇○零一三四五六七八九]{4})年(?:度|[春秋]季)?"
    r"|^(?:关于|全|[一-龥]{2,3}(?=[省市县区镇乡州]))[省市县区镇乡州]?|[的、和及与]"
)
_BESIDE = re.compile(r"《(?P<name>[^《》\n]{4,40})》（(?:详|请|具体)?(?:见|附)(?:后|附件|附件1)?）")
_ELSEWHERE = re.compile("网|系统|平台|下载|领取|窗口|现场|小程序|APP|附后|另发|原")
"""Where a form is to be had that is no attachment."""
_END = 2
"""More characters than these at their end make two names one."""
_SAME = 4
"""So many characters in a row make one name of what is referred to."""
_ALIKE = 0.7
"""So much of two titles must be the same for one to be meant as the other."""
_OTHER = 0.6
"""Two names that have less in common are of two forms."""
_FORMS = "表书卡执单"
_FORM_OF = re.compile("(?:一览表|安排表|清单|名单|方案|台账|[表单图])$")
_LONGEST = 60
_WORD = "附件"
_BACK = 44
"""So far before the word 附件 a reference can begin."""


class Params(NamedTuple):
    """``report``: ``heading``, an attachment with another title than in the list; ``reference``,
    a number that belongs to another attachment than the words before it name."""

    report: Literal["heading", "reference"]


_SIGN = Search("", (("附",),), 0)


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    lists = facts.attachments
    if len(lists) != 1:
        return
    ask = _headings if params.report == "heading" else _references
    yield from ask(facts, lists[0])


def _references(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    names = {a.number: _name(facts, a.name) for a in attachments}
    first = attachments[0].name.start
    if len(names) == 1:
        yield from _forms(facts, attachments[0])
        yield from _beside(facts, attachments[0])
    if len(names) > 1 and "》（" in facts.body:
        yield from _titled(facts, attachments, names)
    for match in _found(facts.body, first) if len(names) > 1 else ():
        number, what = int(match["n"]), _SIGNS.sub("", match["what"])
        shared = {n: _in_a_row(what, name) for n, name in names.items()}
        other = max(shared, key=lambda n: shared[n])
        named = shared[other] >= max(_SAME, _ALIKE * len(names[other]))
        named = named and number in shared and shared[number] * 2 < shared[other]
        if not named and number in names:
            ends = {n: _at_end(what, name) for n, name in names.items()}
            other = max(ends, key=lambda n: ends[n])
            named = ends[other] > _END and [*ends.values()].count(0) == len(ends) - 1
            named = named and not shared[number]
        if not named and number in names:
            ends = {n: _told_by_end(what, name) for n, name in names.items()}
            other = max(ends, key=lambda n: ends[n])
            named = ends[other] > _END and sum(end > 1 for end in ends.values()) == 1
            named = named and shared[number] < ends[other]
        if named and other != number:
            listed = next(a.name for a in attachments if a.number == other)
            yield Finding(
                Span(*match.span("hit")),
                _fields(number, names[other], names[number]),
                (Related(listed, "list"),),
            )


def _titled(
    facts: Facts, attachments: tuple[Attachment, ...], names: dict[int, str]
) -> Iterator[Finding]:
    """The attachment of the list, where the text has another title with its number, and each title
    has something that the other lacks: 《工坊申报汇总表》（附件2）."""
    for match in _TITLED.finditer(facts.body, 0, attachments[0].name.start):
        number = int(match["n"])
        told, name = _plain(_SIGNS.sub("", match["name"])), _plain(names.get(number, ""))
        alike = any(told in _plain(each) or _plain(each) in told for each in names.values())
        if not name or alike or _at_end(told, name) < 1 or len(told) < _SAME:
            continue
        both = _likeness(told, name) * max(len(told), len(name))
        if _SAME <= both < min(len(told), len(name)):
            listed = next(each.name for each in attachments if each.number == number)
            related = (Related(Span(*match.span("name")), "list"),)
            yield Finding(listed, _fields(number, told, name), related)


def _plain(title: str) -> str:
    """A title without its years, its place and what it says in brackets."""
    return _ASIDE.sub("", title)


def _forms(facts: Facts, attached: Attachment) -> Iterator[Finding]:
    """The only attachment, where it is a form, and another one than the text asks to fill in."""
    text, name = facts.body, _name(facts, attached.name)
    if name[-1:] not in _FORMS:
        return
    asked = list(_FILLED.finditer(text, 0, attached.name.start))
    if len(asked) != 1 or _ELSEWHERE.search(text, *facts.sentence(asked[0].start())):
        return
    form = _SIGNS.sub("", asked[0]["name"])
    if form[-1] == name[-1] and _likeness(form, name) < _OTHER:
        fields = _fields(attached.number or 1, form, name)
        yield Finding(attached.name, fields, (Related(Span(*asked[0].span("name")), "list"),))


def _beside(facts: Facts, attached: Attachment) -> Iterator[Finding]:
    """The only attachment, where the text says of one other title alone that it is attached."""
    text, name = facts.body, _name(facts, attached.name)
    asked = list(_BESIDE.finditer(text, 0, attached.name.start))
    if len(asked) != 1 or len(name) < _SAME:
        return
    told = _SIGNS.sub("", asked[0]["name"])
    told, other = (re.sub(r"（[^（）]{1,12}）$", "", each) for each in (told, name))
    if told not in other and other not in told and _likeness(told, other) < 1:
        fields = _fields(attached.number or 1, told, name)
        yield Finding(attached.name, fields, (Related(Span(*asked[0].span("name")), "list"),))


def _found(text: str, end: int) -> Iterator[re.Match[str]]:
    """The references before ``end``, looked for in front of the word: to begin at every character
    of a text took as long as reading all its figures."""
    done, place = 0, text.find(_WORD, 0, end)
    while place >= 0:
        starts = range(max(done, place - _BACK), place)
        match = next(filter(None, (_REFERENCE.match(text, start, end) for start in starts)), None)
        if match is not None:
            yield match
            done = match.end()
        place = text.find(_WORD, max(done, place + 1), end)


def _headings(facts: Facts, attachments: tuple[Attachment, ...]) -> Iterator[Finding]:
    names = {a.number or 1: a.name for a in attachments}
    known = {_name(facts, span) for span in names.values()}
    for heading in facts.outline.headings:
        number = heading.ordinal or 1
        if heading.shape != "attachment" or number not in names:
            continue
        name = _name(facts, names[number])
        titles = [(span, _name(facts, span)) for span in _titles(facts, heading.span)]
        if any(name in title or title in name for _, title in titles):
            continue
        for span, title in titles:
            other = _KIND.search(title) and _KIND.search(name) and span == titles[0][0]
            if title in known or _likeness(title, name) >= _ALIKE or other:
                yield Finding(span, _fields(number, title, name), (Related(names[number], "list"),))
                break


def _fields(number: int, title: str, name: str) -> dict[str, str | int]:
    return {"number": number, "title": title, "name": name}


def _titles(facts: Facts, heading: Span) -> Iterator[Span]:
    """What may be the title of an attachment: the next line with text, and it with the one
    behind it."""
    lines = lines_in(facts.body, heading.end, heading.end + 4 * _LONGEST)
    written = [line for line in lines if facts.body[slice(*line)].strip()][:2]
    for last in written:
        yield Span(written[0].start, last.end)


def _name(facts: Facts, span: Span) -> str:
    return _SIGNS.sub("", facts.body[slice(*span)])[:_LONGEST]


def _in_a_row(one: str, other: str) -> int:
    """How many characters in a row both have."""
    return max(
        (n for i in range(len(one)) for n in range(1, len(one) - i + 1) if one[i : i + n] in other),
        default=0,
    )


def _at_end(one: str, other: str) -> int:
    """How many characters both end with; what is said to be filled in may be short (报名表).

    >>> _at_end("请填写报名表", "技能大赛报名表"), _at_end("报名表", "竞赛规程")
    (3, 0)
    """
    one, other = one.rstrip("》”"), other.rstrip("》”")
    same = 0
    while same < min(len(one), len(other)) and one[-1 - same] == other[-1 - same]:
        same += 1
    return same


def _told_by_end(what: str, name: str) -> int:
    """The same; what a form is for also tells which is meant.

    >>> _told_by_end("任务分工", "水利工程任务分工表"), _told_by_end("连同汇总表", "教师推荐表")
    (4, 1)
    """
    return max(_at_end(what, name), _at_end(what, _FORM_OF.sub("", name)))


def _likeness(one: str, other: str) -> float:
    """The share of the longer one that the other has in the same order."""
    row = [0] * (len(other) + 1)
    for char in one:
        before = row[:]
        for place, another in enumerate(other):
            same = before[place] + 1 if char == another else max(before[place + 1], row[place])
            row[place + 1] = same
    return row[-1] / max(len(one), len(other), 1)


def _searches(_params: Params) -> tuple[Search, ...]:
    return (_SIGN,)


CHECK = Check(
    "attachment-names",
    Params,
    run,
    fields=("number", "title", "name"),
    roles=("list",),
    searches=_searches,
)
