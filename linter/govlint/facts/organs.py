"""organs: who writes a document and to whom, as its title, its signature and its address say it.

A name is read by how it ends: 青禾镇人民政府 is a 镇, 县妇幼保健院 a 医院. Two names can be one
organ where the shorter has its characters in the order of the longer one (县市监局,
青禾县市场监督管理局), or says no more than its level (镇政府).
"""

from __future__ import annotations

import re

from govlint.facts.title import Title
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.span import BLANK, Span, lines_in
from govlint.text.years import YEAR

_SEAT = "(?:人民政府|政府|党委|委员会|委)?(?:办公室|党政办)?"
_KINDS = {
    "镇": f"镇{_SEAT}",
    "乡": f"乡{_SEAT}",
    "街道": "街道(?:办事处|办|党工委)?(?:办公室|党政办)?",
    "社区": "社区(?:居民委员会|居委会|党委)?",
    "村": "村(?:村?民委员会|村?委会|党支部|党总支)?",
    "学校": "(?:小学|中学|学校|[一二三四五六七八九]中|高中|职高|党校|技校|幼儿园|中心校)",
    "学院": "(?:学院|大学)",
    "医院": "(?:医院|卫生院|保健院)",
    "法院": "法院",
    "检察院": "检察院",
    "公司": "(?:公司|集团|厂)",
    "局": "局(?:党组|党委|机关|办公室)?",
    "委": "委(?:员会)?(?:办公室)?",
    "中心": "中心",
    "其他": "(?:办公室|办|厅|部|会|站|所|队|馆|处|社|组|政府|[残妇文商侨]联|科协|银行)",
}
_ENDS = {kind: re.compile(f"[一-龥]{{1,24}}{tail}$") for kind, tail in _KINDS.items()}
_ANY = "|".join(_KINDS.values())
_TITLED = re.compile(
    rf"[一-龥]{{1,20}}(?:{_ANY})(?=(?:关于)?(?:{YEAR}|[一二]〇|[上下]半年|年度|第?[一二三四1-4]季度|前三季度"
    r"|[一-龥]{0,10}工作(?:总结|计划|报告|汇报|要点)))"
)
_NAME = re.compile(rf"[^、{BLANK}\n]+")
_DATED = re.compile(rf"日(?<=[0-9]日)(?=[{BLANK}]{{0,40}}(?:\n|$))")
_DATE = re.compile(
    rf"[{BLANK}]*(?P<organ>[^0-9\n]{{0,30}}?)[{BLANK}]*"
    rf"(?P<date>(?P<year>{YEAR})年(?P<month>1?[0-9])月(?P<day>[1-3]?[0-9])日)$"
)
_LEVEL = re.compile(r"[省市县区镇乡村]|人民|政府|办公室|党政办|党委|委员会|街道|办事处|中共|[\s、]")
_OFFICE = re.compile(r"(?<=[局会院委])(?:党组|党委|机关|办公室)$")
_DISCIPLINE = re.compile("纪委监委|纪律检查委员会")
"""One office under two names, which signs as the first."""
_BARE = re.compile("[省市县区镇乡]")
_SEATED = re.compile("^[^省市县区镇乡]{0,6}[省市县区镇乡]")
"""The place at the beginning of a name; one that begins with its level leaves it out."""
_SCHOOL = re.compile("小学|中学|学校|中心校")
_INTERCHANGED = (set("和与及"), set("监督管理"))
"""Characters of which a short name may have one or the other."""
_COMMITTEE = re.compile("委员会(?:办公室)?$|(?:工作)?领导小组|指挥部|协会|学会|联席会议")
_ALIKE = 0.8
_ROOM = 160
"""Code points in which the names above a date, or an address below a title, stand."""
_TRIED = 8
_SIGNATORIES = 4
"""So many lines above the date may name who signs."""


class Signature(NamedTuple):
    """``organs``: the places of the names; ``date``: that of the date, with its parts."""

    organs: tuple[Span, ...]
    date: Span
    year: int
    month: int
    day: int


_NUMBER = re.compile(
    r"^[ \t\u3000]{0,40}[一-龥]{1,10}〔[0-9]{4}〕[0-9]{1,4}号[ \t\u3000]{0,40}$", re.MULTILINE
)
"""The number of a document (GB/T 9704—2012, 7.2.5)."""


def kind_of(name: str) -> str:
    """What kind of organ a name is of, "" where it is none.

    >>> kind_of("青禾镇人民政府"), kind_of("县妇幼保健院"), kind_of("扎实推进")
    ('镇', '医院', '')
    """
    return next((kind for kind, end in _ENDS.items() if end.match(name)), "")


def can_be_one(one: str, other: str) -> bool:
    """Whether two names can be of one organ.

    >>> can_be_one("县市监局", "青禾县市场监督管理局"), can_be_one("青禾县民政局", "青禾县林业局")
    (True, False)
    >>> can_be_one("县林业局办公室", "青禾县林业局"), can_be_one("县水利局", "青禾县林业局")
    (True, False)
    >>> can_be_one("青禾县水利局", "青禾县水务局"), can_be_one("青禾县教育局", "县教育局")
    (False, True)
    >>> can_be_one("青禾县气象局", "青禾县气象学会"), can_be_one("青禾县气象局", "县气象局办公室")
    (False, True)
    >>> can_be_one("青禾镇", "镇政府"), can_be_one("青禾县财政局", "云溪县财政局")
    (True, False)
    """
    if _is_committee(one, other) or _is_committee(other, one):
        return False
    names = [
        _DISCIPLINE.sub("纪委", _OFFICE.sub("", _SCHOOL.sub("学", name))) for name in (one, other)
    ]
    if any(_BARE.match(name) for name in names):
        names = [_SEATED.sub("", name) for name in names]
    short, long = sorted(names, key=len)
    if not _LEVEL.sub("", short) or not _LEVEL.sub("", long):
        return True
    if len(short) == len(long):
        apart = [{one, other} for one, other in zip(short, long, strict=True) if one != other]
        if len(apart) == 1 and not any(apart[0] <= same for same in _INTERCHANGED):
            return False
    row = [0] * (len(long) + 1)
    for char in short:
        before = row[:]
        for place, another in enumerate(long):
            same = before[place] + 1 if char == another else max(before[place + 1], row[place])
            row[place + 1] = same
    return row[-1] >= _ALIKE * len(short)


def _is_committee(name: str, bureau: str) -> bool:
    """Whether a name is that of a committee whose members meet in the ``bureau`` of one name with
    it: 青禾县应急管理委员会办公室 and 青禾县应急管理局."""
    return bureau.endswith("局") and _COMMITTEE.match(name.removeprefix(bureau[:-1])) is not None


def title_organs(text: str, title: Title) -> list[Span]:
    """The organs that a title names as those that write: before 关于, or before the time."""
    if not title.spans:
        return []
    start, end = title.span
    about = text.find("关于", start, end)
    if about >= 0:
        return _names(text, start, about)
    match = _TITLED.match(text, start, end)
    return [Span(*match.span())] if match and kind_of(match[0]) else []


def _names(text: str, start: int, end: int) -> list[Span]:
    """The organs named between two places with nothing but blanks and 、 between them; none
    where something else stands there, too."""
    found = [Span(*match.span()) for match in _NAME.finditer(text, start, end)]
    return found if all(kind_of(text[slice(*name)]) for name in found) else []


def find_signature(text: str, start: int) -> Signature | None:
    """The last date behind ``start`` that stands alone in its line below the name of an organ."""
    for dated in [*_DATED.finditer(text, start)][: -_TRIED - 1 : -1]:
        line = begins(text, dated.start(), "\n")
        match = _DATE.match(text, line, dated.end())
        if match is None:
            continue
        organs = _names(text, *match.span("organ"))
        above = lines_in(text, max(start, line - _ROOM), line)[-_SIGNATORIES:]
        while not match["organ"] and above and (names := _names(text, *above.pop())):
            organs = names + organs
        if organs:
            date = Span(*match.span("date"))
            year, month, day = (int(match[part]) for part in ("year", "month", "day"))
            return Signature(tuple(organs), date, year, month, day)
    return None


def holds_several(text: str) -> bool:
    """Whether a text holds several documents, each with its number on a line of its own: a letter
    and the answer to it. Neither has the organs of the other."""
    return text.count("〕") > 1 and len({each[0].strip() for each in _NUMBER.finditer(text)}) > 1


def addressee(text: str, title: Title) -> Span | None:
    """The one organ that the document goes to, named in a line of its own with a colon."""
    for line in lines_in(text, title.span.end, title.span.end + _ROOM)[:2]:
        name = Span(line.start, line.end - 1)
        if text[line.end - 1] == "：" and len(_names(text, *name)) == 1:
            return name
    return None
