"""own-name: does a document call itself, its people and its place what its organ can call them?

Who writes is known from the title, else from the signature, and only where it is one organ of one
kind. ``self``: 我局 in the report of a 镇, 全乡 in it, 全院师生 in that of a hospital. ``place``:
在云岭县委、县政府的坚强领导下 in a report of 青禾县, 柳河镇 once in one of 柳溪镇. What is quoted
is another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.near_places import slipped_places
from govlint.facts.organs import holds_several, kind_of, title_organs
from govlint.facts.own_words import others_words
from govlint.facts.same_organ import NAMED, NOT_A_NAME, PEERS, same_organs
from govlint.hints import Literal
from govlint.records import NamedTuple
from govlint.text.occurrences import is_once
from govlint.text.span import Span

_SELF = re.compile(
    r"(?<![自你])我(?P<who>局|镇(?![定静])|乡(?!村振兴|镇)|街道|社区|村(?!镇)|校|院|公司"
    r"|委(?![托派员婉曲屈任])|厅|中心|馆|台(?!湾)|[支大]队|站(?![在起立着])|所(?=[将拟定于已现在承共全，、、对]))"
    r"|全(?P<all>镇|乡(?![村镇]|土)|街道)(?!各?级)"
    r"|全院(?:广大|全体)?(?P<people>师生|医[护务]|干警|法官)"
    r"|全校(?:(?<![为对给向在]全校)(?:广大|全体)?|(?<=在全校)(?=[师教][一-龥]{1,6}(?:努力|配合|支持|参与)下))"
    r"(?P<school>师生|教职员?工)"
    r"|在(?P<led>镇|乡|街道)党(?:委|工委)"
)
_TOWNS = frozenset(("镇", "乡", "街道"))
_OFFICES = frozenset(("局", "委"))
_LOWER = frozenset(("村", "社区", "学校", "学院", "公司", "法院", "检察院"))
_UNDER = _TOWNS | _OFFICES | _LOWER
_HOUSE = re.compile("(?<!局)(?<!委)(?:馆|站|所|队|会|联|社|银行)$")
"""An institution that is no 局 and belongs to none by its name."""
_SEATED = re.compile("[县市区旗](?:人民政府|政府)?(?:办公室|办)?$")
_NO_HOUSE = frozenset(("局", "委", "厅", "校", "公司"))
_NEVER: dict[str, set[str] | frozenset[str]] = {
    "局": _TOWNS | {"村", "社区", "学校", "学院", "医院"},
    "镇": {"乡", "街道", *_OFFICES},
    "乡": {"镇", "街道", *_OFFICES},
    "街道": {"镇", "乡", *_OFFICES},
    "社区": _TOWNS | _OFFICES | {"村"},
    "村": _TOWNS | _OFFICES,
    "校": _TOWNS | _OFFICES | {"公司", "医院", "法院", "检察院"},
    "院": _TOWNS | _OFFICES | {"公司", "学校"},
    "公司": _TOWNS | _OFFICES | {"学校", "学院", "医院", "村", "社区"},
    "委": _TOWNS | _LOWER | {"局", "医院", "中心"},
    "厅": _UNDER | {"医院", "中心"},
    "中心": _UNDER,
    "馆": _UNDER,
    "台": _UNDER,
    "支队": _UNDER,
    "大队": _UNDER,
    "站": _UNDER,
    "所": _UNDER,
}
"""By what 我…… says which kinds of organs do not say so; a school says 我镇 of where it stands."""
_PEOPLE: dict[str, set[str] | frozenset[str]] = {
    "师生": {"医院", "法院", "检察院"},
    "医": {"学校", "学院", "法院", "检察院"},
    "干警": {"学校", "学院", "医院"},
}
_PEOPLE["法官"] = _PEOPLE["干警"]
_NO_SCHOOL: set[str] | frozenset[str] = {"医院", "法院", "检察院", "公司"}
_SCHOOL = re.compile("(?<!全)(?:学校|小学|中学|大学|学院|卫校|职校|技校|党校|高中)")
_NEAR = 40
"""A school that is named so near before is the one whose people are spoken of."""
_HANDED_ON = re.compile(r"转发|印发|批转|转报|转办")
_PLACE = re.compile(rf"[ \t\u3000]*(?:中共)?{NAMED}(?!镇|域|级)")
_LED = re.compile(
    rf"(?:[在和、，]|(?<=\n)){NAMED}(?:委|党委|党工委|人民政府|政府)"
    r"[^，。；\n]{0,16}(?:领导|关心|支持|指导|带领|关怀|帮助)下"
)
_LEVELS = re.compile(
    r"(?:^|[在和、，])(?P<place>(?P<level>县|区)委)、(?P=level)政府"
    r"[^，。；\n]{0,10}(?:领导|关心|支持)下",
    re.MULTILINE,
)
_NO_DISTRICT = re.compile(
    "(?:开发|园|景|社|校|灾|山|牧|城|库|小|片|街|新|自治|林|地|示范|功能|旅游|度假)区$"
)
_WILL = re.compile(
    rf"(?:下一?步|今后|接下来|明年|来年|新的一年|下一?阶段|下半年|20[0-9]{{2}}年)，{NAMED}(?=(?:[一-龥]{{1,8}}(?:局|委|办公室|中心|政府))?(?:将|要|计划|力争|拟))"
)
"""What is to be done, by the one who writes."""
_FOR = re.compile(
    r"(?:谱写|奋力|加快|全面|推[动进]|建设|助力|服务|为)++[^，。；\n]{0,12}?"
    rf"{NAMED}[^，。；\n]{{0,12}}(?:新篇章|贡献|而[^，。]{{0,2}}奋斗|力量|高质量发展|现代化|跨越)"
)
_SET_UP = re.compile(
    rf"(?:成立|组建|设立|调整)了?{NAMED}[^，。；\n]{{0,20}}(?:专班|领导小组|指挥部|工作组|委员会|联席会议)"
)
"""A body that the writer sets up."""
_OURS = re.compile(r"(?<![自你])我(?P<level>县|区|镇(?![定静])|乡(?!村振兴|镇)|街道)")
_SELF_KINDS = {
    "院": ("学校", "公司", "全校", "全镇", "全乡"),
    "校": ("医院", "公司", "全院", "全镇", "全乡"),
    "公司": ("学校", "医院", "全校", "全院", "全镇", "全乡"),
    "镇": ("学校", "医院", "公司", "全乡", "全校", "全院"),
    "乡": ("学校", "医院", "公司", "全镇", "全校", "全院"),
}
"""By what 我…… says, which words are not for the one who writes."""
_OTHERS = {
    "学校": re.compile("学院|[大中小]学|高校|一中|卫校|职校|技校|师范|幼儿园"),
    "医院": re.compile("卫生院|门诊|诊所"),
    "公司": re.compile("集团|企业|厂"),
}
"""What 学校 may mean that is told of elsewhere."""
_CALLED = re.compile(
    r"(?<![^。！\n\u3000 ])(?:下一?步|今后|接下来|新的一年|下一?阶段)，"
    r"(?P<who>学校|医院|公司|全校|全院|全镇|全乡)(?=(?:上下)?将)"
)
_WE = re.compile(r"(?<![自你])我(?P<who>院|校|公司|镇(?![定静])|乡(?!村振兴|镇))")


class Params(NamedTuple):
    """``report``: self or place."""

    report: Literal["self", "place"]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if _HANDED_ON.search(facts.body, *facts.title.span):
        return
    yield from (_self if params.report == "self" else _place)(facts)


def _writer(facts: Facts) -> Span | None:
    """The one organ that writes."""
    if holds_several(facts.body):
        return None
    organs = title_organs(facts.body, facts.title)
    if not organs and facts.signature is not None:
        organs = [*facts.signature.organs]
    return organs[0] if len(organs) == 1 else None


def _self(facts: Facts) -> Iterator[Finding]:
    text = facts.body
    organ = _writer(facts)
    kind = kind_of(text[slice(*organ)]) if organ else ""
    other = _other(text[slice(*organ)]) if organ and kind == "其他" else frozenset()
    if organ is None or kind == "" or (kind == "其他" and not other):
        return
    end = facts.signature.date.start if facts.signature else len(text)
    committee = text[slice(*organ)].endswith("委")  # of a party, in an office
    for here in others_words(text, text[slice(*organ)], kind, facts.title.span.end, end):
        if not facts.masked(here, ("quotation", "book")):
            yield _finding(facts, here, organ)
    for match in _SELF.finditer(text, facts.title.span.end, end):
        if match["school"]:
            never = _NO_SCHOOL
        elif match["people"]:
            never = _PEOPLE[match["people"].rstrip("护务")]
        else:
            never = _NEVER[match["who"] or match["all"] or match["led"]]
        here = Span(*match.span())
        if match["school"] and _SCHOOL.search(text, max(0, here.start - _NEAR), here.start):
            continue  # 与县卫校共建基地，组织全校师生
        if match["who"] == "委" and committee:
            continue
        wrong = match["who"] in other if other else kind in never
        if wrong and not facts.masked(here, ("quotation", "book")):
            yield _finding(facts, here, organ)


def _other(name: str) -> frozenset[str]:
    """What an organ of another kind does not call itself: an archive 我局, a county 我镇."""
    if _SEATED.search(name):
        return _TOWNS | {"村", "社区", "校", "院"}
    house = _HOUSE.search(name)
    return _NO_HOUSE if house and "局" not in name else frozenset()


def _peer(facts: Facts) -> Iterator[Finding]:
    """What 临沅县 will do in a text that says 我区."""
    text = facts.body
    ours = list(_OURS.finditer(text))
    levels = {match["level"] for match in ours}
    if len(levels) != 1:
        return
    (level,) = levels
    peers = next((each - {level} for each in PEERS if level in each), frozenset())
    for match in _WILL.finditer(text):
        name = match["place"]
        sentence = text[slice(*facts.sentence(match.start("place")))]
        if (
            match["level"] in peers
            and is_once(text, name)
            and not _NO_DISTRICT.search(name)
            and not NOT_A_NAME.search(name[: -len(match["level"])])
            and f"我{level}" not in sentence
        ):
            yield _finding(facts, Span(*match.span("place")), Span(*ours[0].span()))


def _called(facts: Facts) -> Iterator[Finding]:
    """What 学校 will do in a text of 我院, a hospital, which names no school elsewhere."""
    text = facts.body
    ours = list(_WE.finditer(text))
    if len({match["who"] for match in ours}) != 1:
        return
    for match in _CALLED.finditer(text):
        never = _SELF_KINDS[ours[0]["who"]]
        if match["who"] in never and is_once(text, match["who"]):
            sentence = text[slice(*facts.sentence(match.start("who")))]
            if (
                match["who"] in _OTHERS and _OTHERS[match["who"]].search(text)
            ) or f"我{ours[0]['who']}" in sentence:
                continue
            yield _finding(facts, Span(*match.span("who")), Span(*ours[0].span()))


def _place(facts: Facts) -> Iterator[Finding]:
    text, title = facts.body, facts.title
    yield from _peer(facts)
    yield from _called(facts)
    names = [title.span] if title.spans else []
    names += [facts.signature.organs[0]] if facts.signature is not None else []
    places = (match for name in names if (match := _PLACE.match(text, *name)))
    own = next((each for each in places if not NOT_A_NAME.search(each["place"][:-1])), None)
    if own is None:
        return
    there = Span(*own.span("place"))
    led = _led(text, own, title.span.end)
    others = same_organs(text, own, facts.sentence)
    slipped = slipped_places(text, own["place"], own["level"], title.span.end)
    quoted = ("quotation", "book")
    for here in sorted(
        {*led, *others, *(each for each in slipped if not facts.masked(each, quoted))}
    ):
        yield _finding(facts, here, there)


def _led(text: str, own: re.Match[str], start: int) -> Iterator[Span]:
    """The other places of the own level that lead the organ, or that it works for, and the other
    level that does."""
    for regex, once in ((_LED, False), (_WILL, True), (_FOR, True), (_SET_UP, True)):
        for match in regex.finditer(text, start):
            if _another(match, own) and (not once or is_once(text, match["place"])):
                yield Span(*match.span("place"))
    if own["level"] in "县区" and not _NO_DISTRICT.search(own["place"]):
        for match in _LEVELS.finditer(text, start):
            if match["level"] != own["level"]:
                yield Span(*match.span("place"))


def _another(match: re.Match[str], own: re.Match[str]) -> bool:
    """Whether a name is that of another place of the same level."""
    name = match["place"]
    return (
        match["level"] == own["level"]
        and name not in (own["place"], own["level"])
        and not NOT_A_NAME.search(name[: -len(own["level"])])
        and own["place"] not in match[0]
    )


def _finding(facts: Facts, here: Span, there: Span) -> Finding:
    fields = {"here": facts.body[slice(*here)], "there": facts.body[slice(*there)]}
    return Finding(here, fields, (Related(there, "there"),))


CHECK = Check("own-name", Params, run, fields=("here", "there"), roles=("there",))
