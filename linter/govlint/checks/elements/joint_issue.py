"""joint-issue: do all sign who, as the document says, issue it together, and nobody else?

甲局、乙局、丙局决定联合开展…… is signed by all three, 我们三部门 by three. Where one of them
speaks for itself (我局) it may sign alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.organs import Signature, can_be_one, holds_several, kind_of, title_organs
from govlint.facts.search import Search, find, search_for
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_DECIDE = search_for(
    "(?:(?:共同|联合|一致|研究|协?商|现)?决定|联合(?=发布|印发|制定|发出|发起|倡议|通告|公告|予以公布)"
    "|共同(?=发布|发出|发起|倡议)|特(?=向您|向全|向广大|作如下|提出如下|提醒|倡议))",
    (("决定", "联合", "共同", "特向", "特作", "特提", "特倡"),),
    10,
)
_COUNT = search_for(
    "(?:(?:我们|我|本(?:通告|公告|通知|倡议书?|公约|办法|意见|方案|通报)由(?:上述|以上)?)"
    "(?P<hit>(?P<n>[两二三四五六七八九])(?:个|家)?(?:部门|单位|机关|方|局))"
    "(?:联合|将|共同|决定|会|制定|发布)"
    "|由(?:上述|以上)?(?P<hit2>(?P<n2>[两二三四五六七八九])(?:个|家)?(?:部门|单位|机关|局))"
    "(?:共同|分别|联合)?负责解释)",
    (("部门", "单位", "机关", "方", "局"), ("我", "本", "解释")),
    30,
)
_BEFORE = re.compile(r"[，。：；！？\n]")
_PARTED = re.compile("[、和与]|以及")
_OPENING = re.compile("^(?:[ \u3000]*(?:为此|现|近日|特此|今|由)?)")
_NO_LIST = re.compile(
    "经|会同|牵头|根据|按照|等(?:部门|单位)?$|各|有关|联席|其他|党[委组]|党总?支|政府|[省市县区]委[、和与]"
)
"""What no list of issuers has; what 镇党委、镇政府 decide, one of them may issue."""
_ALONE = re.compile("(?<![与和同])[我本][局委厅办院镇乡县区市站中校](?!们)")
_REACH = 120


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text = facts.body
    signature = facts.signature
    if signature is None or holds_several(text):
        return
    end = signature.organs[0].start
    if _ALONE.search(text, facts.title.span.end, end):
        return
    for names in _named(facts, end):
        found = _compared(text, names, signature)
        if found is not None:
            yield found
            return
    for match in find(text, facts.literals, _COUNT):
        group = "hit" if match["hit"] else "hit2"
        number = parse_numeral((match["n"] or match["n2"]).replace("两", "二"))
        before = text[facts.sentence(match.start()).start : match.start()]
        if match.start() < end and number != len(signature.organs) and "请" not in before:
            yield _finding(text, signature.organs, Span(*match.span(group)), match[group])
            return


def _named(facts: Facts, end: int) -> Iterator[list[Span]]:
    """Those who issue the document, by its title and by what it says they decided."""
    text = facts.body
    titled = title_organs(text, facts.title)
    if len(titled) > 1:
        yield titled
    for match in find(text, facts.literals, _DECIDE):
        if not facts.title.span.end <= match.start() < end:
            continue
        first = max(facts.title.span.end, match.start() - _REACH)
        stops = [stop.end() for stop in _BEFORE.finditer(text, first, match.start())]
        start = stops[-1] if stops else first
        opening = _OPENING.match(text[start : match.start()])
        start += opening.end() if opening else 0
        names = _split(text, start, match.start())
        if names and not _NO_LIST.search(text[start : match.start()]):
            yield names


def _split(text: str, start: int, end: int) -> list[Span]:
    """The organs that are listed from one place to the other, none where something else is."""
    found, here = [], start
    for parted in [*_PARTED.finditer(text, start, end), None]:
        stop = parted.start() if parted else end
        found.append(Span(here, stop))
        here = parted.end() if parted else end
    several = len(found) > 1 and all(kind_of(text[slice(*name)]) for name in found)
    return found if several else []


def _compared(text: str, names: list[Span], signature: Signature) -> Finding | None:
    signed = signature.organs
    missing = [name for name in names if not _among(text, name, signed)]
    others = [name for name in signed if not _among(text, name, tuple(names))]
    if missing and len(missing) < len(names) and not others:
        return _finding(text, signed, missing[0], text[slice(*missing[0])])
    if others and len(others) < len(signed) and not missing:
        return _finding(text, (others[0],), names[0], text[names[0].start : names[-1].end])
    return None


def _among(text: str, name: Span, names: tuple[Span, ...]) -> bool:
    return any(can_be_one(text[slice(*name)], text[slice(*other)]) for other in names)


def _finding(text: str, signed: tuple[Span, ...], there: Span, said: str) -> Finding:
    here = Span(signed[0].start, signed[-1].end)
    fields = {"here": re.sub(r"\s+", "、", text[slice(*here)].strip()), "there": said}
    return Finding(here, fields, (Related(there, "there"),))


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_DECIDE, _COUNT)


CHECK = Check(
    "joint-issue", NoParams, run, fields=("here", "there"), roles=("there",), searches=_searches
)
