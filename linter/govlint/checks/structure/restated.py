"""restated: does the text ask for, or hand out, what its title says?

关于拨付县文化馆修缮经费的请示 asks for 县体育场修缮经费; 现将夏季防溺水检查有关事项通知如下
stands below 关于开展春季森林防火检查的通知. The words end as those of the title do (修缮经费), have
in front of that nothing of it, and are told nowhere else, while those of the title are. Or they
begin in the same way, as what is to be done (为做好今年职称评审工作), and go on with another word,
of which the text speaks, while it never has that of the title (职称聘任).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.text.span import Span

_SUBJECT = re.compile(
    r"关于(?P<subject>[^，。；：\n《》]{6,40}?)的?(?:请示|函|报告|通知|通报|通告|公告|意见|方案|批复|复函|决定)$"
)
_RESTATED = re.compile(
    r"现(?:将|就|对)(?P<what>[^，。；：\n《》]{6,40}?)(?:的?(?:有关|相关|具体))?(?:的?(?:事项|事宜|情况|问题|安排|要求))?"
    r"(?:通知|通报|报告|汇报|函告|函复|批复|请示|说明|公告|通告|函商)?如下"
)
_PURPOSE = re.compile(
    r"为(?:切实|扎实|进一步|全面|认真)?(?:做好|抓好|推进|开展|加强|规范)(?:今年|本年度|20[0-9]{2}年度?|全[省市县区镇])?的?"
    r"(?P<what>[一-龥]{4,12}?)工作，[^。\n]{0,40}现(?:将|就)"
)
_ASKED = re.compile(
    r"(?:恳请|特请|提请|商请|特申请|现申请|拟申请|申请|请求|请予|请贵[一-龥]{1,2}|请县[一-龥]{1,6})"
    r"(?P<what>[^，。；：\n《》]{6,40})"
)
_GENERAL = re.compile(
    r"^(?:进一步|切实|扎实|全面|深入|认真)?(?:召开|举办|开展|加强|做好|抓好|推进|组织|报送|印发|举行|实施|落实|申请|请求|解决|给予|拨付|安排"
    r"|划拨|批准|同意|下达|追加|补助|商请|协助|支持|参加|申报|推荐|建设|新建|改造|购置|(?:20[0-9]{2}年度?)|全[省市县区镇乡校]|我[省市县区镇乡局校院])+"
)
_VERBS = (
    "拨付", "解决", "批准", "同意", "划拨", "追加", "安排", "下达", "给予", "开展",
    "召开", "举办", "组织", "做好",
)  # fmt: skip
_AMOUNT = re.compile(r"[约共]?[0-9].*$|有关$|相关$|的$")
_ADDED = re.compile(r"(?:的?(?:有关|相关|具体)?(?:申报|开展|组织)?(?:工作)?(?:情况|事项|事宜)?)$")
_LISTED = re.compile("[、等及和与]")
"""Parts of what the title says are told one by one."""
_FEWEST = 2
_TAIL = 3
"""So many characters at least end both in the same way."""
_LEAST = 6
"""So many characters at least make a subject."""
_LONGEST = 14


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    text, title = facts.body, facts.title.span
    told = _SUBJECT.search(text, *title) if facts.title.spans else None
    if told is None:
        return
    start = told.start("subject") + len(_general(told["subject"]))
    subject = text[start : told.end("subject")]
    other = _other_purpose(text, title, subject)
    if other is not None:
        own = Span(start + len(other[0]), start + len(_bare(subject)))
        fields = {"here": text[slice(*other[1])], "title": text[slice(*own)]}
        yield Finding(own, fields, (Related(other[1], "title"),))
        return
    for regex in (_RESTATED, _ASKED):
        for match in regex.finditer(text, title.end):
            place = _differs(text, title, subject, match)
            if place is not None:
                there = Span(start, told.end("subject"))
                fields = {"here": text[slice(*place)], "title": text[slice(*there)]}
                yield Finding(place, fields, (Related(there, "title"),))
                return


def _other_purpose(text: str, title: Span, subject: str) -> tuple[str, Span] | None:
    """What the subject of the title and what is to be done begin with in the same way, and the
    word with which the latter goes on, where the text never has the title's."""
    match = _PURPOSE.search(text, title.end)
    if match is None:
        return None
    subject, what = _bare(subject), match["what"]
    same = 0
    while same < min(len(subject), len(what)) and subject[same] == what[same]:
        same += 1
    own, other = subject[same:], what[same:]
    apart = len(own) == len(other) == _FEWEST and same >= _FEWEST and not set(own) & set(other)
    if not apart or text.find(own, title.end) >= 0 or text.count(other, title.end) < _FEWEST:
        return None
    return subject[:same], Span(match.start("what") + same, match.end("what"))


def _bare(words: str) -> str:
    """``words`` without what a title or a sentence may add to its subject, or leave out."""
    return _ADDED.sub("", words)


def _general(words: str) -> str:
    match = _GENERAL.match(words)
    return match[0] if match else ""


def _differs(text: str, title: Span, subject: str, match: re.Match[str]) -> Span | None:
    """The words of ``match`` where they are of another thing than the subject of the title."""
    what = _bare(_AMOUNT.sub("", match["what"]))
    subject = _bare(subject)
    tail = _common_end(what, subject)
    if len(tail) < _TAIL:
        return None
    mine, own = what[: -len(tail)], subject[: -len(tail)]
    cut = max((mine.rfind(word) + len(word) for word in _VERBS if word in mine), default=0)
    mine = mine[cut:]
    mine = mine[len(_general(mine)) :]
    if not (_FEWEST <= len(mine) <= _LONGEST and len(own) >= _FEWEST) or _LISTED.search(mine):
        return None
    if len(mine) + len(tail) < _LEAST:
        return None
    if _pairs(mine) & _pairs(own) or text.count(mine) != 1 or text.find(own, title.end) < 0:
        return None
    end = match.start("what") + len(what)
    return Span(end - len(tail) - len(mine), end)


def _common_end(one: str, other: str) -> str:
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]


def _pairs(words: str) -> set[str]:
    return {words[i : i + 2] for i in range(len(words) - 1)}


CHECK = Check("restated", NoParams, run, fields=("here", "title"), roles=("title",))
