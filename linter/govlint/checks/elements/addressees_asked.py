"""addressees-asked: does a notice ask something of those to whom it goes?

It goes to 各中小学校、幼儿园 and never names a school, while 各医院、卫生院 are asked. A village
may be asked to see to what anyone there does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for
from govlint.text.span import Span, lines_in

_KINDS = {
    "学校": "学校|中小学|小学|中学|幼儿园|校区|院校|高校|[一二三四五六七八九]中",
    "医疗机构": "医院|卫生院|医疗机构|诊所|卫生室|卫生服务中心|保健院",
    "养老机构": "养老机构|养老院|敬老院|福利院|养老服务",
    "村（社区）": "村|社区|居委会",
    "商户": "商户|商场|超市|市场|经营户|门店|餐饮",
    "工地": "施工|建设单位|监理|工地|项目部",
    "旅游企业": "景区|旅行社|酒店|宾馆|民宿|导游",
    "银行": "银行|金融机构|信用社|保险公司",
    "合作社": "合作社|家庭农场|种植户|养殖户|农户",
}
_OF_KIND = {kind: re.compile(words) for kind, words in _KINDS.items()}
_TO = re.compile(
    "[ \u3000]{0,4}(?P<to>(?:全[市县区镇])?(?:各|有关)[^，。；：\n]{1,40}"
    "(?:[，、](?:各|有关)?[^，。；：\n]{1,30}){0,4})：[ \u3000]*"
)
_GOVERNS = "村（社区）"
_GENERAL = re.compile("单位|部门|机关|[局委办]|政府|镇|乡|街道|企业|公司|科室|中心|成员")
_ASKED = re.compile("(?:请|要求|[，。；\n])(?P<hit>各(?!级|地|类|位)[^，。；：\n]{1,24})")
_ROOM = 200


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, title = facts.body, facts.title.span
    if not facts.title.spans:
        return
    for line in lines_in(text, title.end, title.end + _ROOM)[:2]:
        match = _TO.fullmatch(text, *line)
        if match is None or _GENERAL.search(match["to"]):
            continue
        own = [kind for kind, words in _OF_KIND.items() if words.search(match["to"])]
        told = text[line.end :]
        if not own or _GOVERNS in own or any(_OF_KIND[kind].search(told) for kind in own):
            return
        asked = _asked(text, line.end, own)
        if asked is not None:
            fields = {"there": match["to"], "here": text[slice(*asked)]}
            yield Finding(Span(*match.span("to")), fields, (Related(asked, "here"),))
        return


def _asked(text: str, start: int, own: list[str]) -> Span | None:
    """The first who is asked to do something, where all who are asked are of other kinds."""
    found: Span | None = None
    for match in _ASKED.finditer(text, start):
        kinds = [kind for kind, words in _OF_KIND.items() if words.search(match["hit"])]
        if not kinds:
            return None
        if not set(kinds) & set(own):
            found = found or Span(*match.span("hit"))
    return found


_ADDRESSED = search_for(
    "(?:各|有关)",
    (
        ("各",),
        tuple(word for words in _KINDS.values() for word in words.split("|") if "[" not in word),
        ("关于",),
    ),
    -1,
)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_ADDRESSED,)


CHECK = Check(
    "addressees-asked",
    NoParams,
    run,
    fields=("there", "here"),
    roles=("here",),
    searches=_searches,
)
