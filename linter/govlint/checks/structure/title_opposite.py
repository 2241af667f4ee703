"""title-opposite: does the text do what its title says, or the opposite?

关于暂停……的公告 of which the text only says that something is restored; 表彰优秀护林员 of which the
text only names 优秀教师. The opposite must be said of what the title speaks of, and no word of the
text be on the title's side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import Search, search_for
from govlint.text.span import Span

_STOPPED = ("暂停|停止|中断|停运|停办|停用|停业|关闭|封闭", "停|关|封|禁|废|失效|换|中断|不再|绕行")
_RESTORED = (
    "恢复|重启|重新开放|重新启用|开通|开放|启用|开业",
    "恢复|重启|重新|开通|开放|启用|开业|复[航工课学产园馆]",
)
_LIFTED = (
    "取消|撤销|废止|终止|解除|停止执行|注销",
    "取消|撤|废|终止|停|解除|不再|免|清理|结束|失效|删|退出|注销",
)
_MADE = ("设立|成立|组建|建立|启动|实行|实施|新设", "设立|成立|组建|建|启动|实[行施]|新设|设置")
_RAISED = ("上调|提高|调高|增加|上浮", "上调|提|调高|增|上浮|上涨|升|涨|扩大|调整[为至到]")
_CUT = (
    "下调|降低|调低|减少|下浮|核减|减免|免收|减收",
    "下调|降|调低|减|免|下浮|压|优惠|缩|调整[为至到]",
)
_LONGER = ("延长", "延|增加|推迟")
_SHORTER = ("缩短|压缩", "缩|减|提前")
_LATER = ("延期|推迟|延后|顺延|延迟", "延|推迟|改期|改为|调整")
_EARLIER = ("提前", "提前|改为|调整")
_WIDER = ("扩大", "扩|增|拓展")
_NARROWER = ("缩小", "缩|减")
_BANNED = ("禁止|限制", "禁|限|不得|严格控制")
_FREED = ("放开|允许|解禁", "放开|允许|解禁|取消|可以|放宽")
_NAMED_TO = ("任职|任命|聘任", "任命|聘任|聘为|(?<![主责现原时])任(?!务)")
_REMOVED = ("免职|免去|解聘", "免|解聘|不再担任")
_ADDED = ("增补|增加|吸收", "增补|增加|吸收|补充|新增|增设|调整为|担任")
_TAKEN_OUT = ("调出|退出|不再担任|移出", "调出|退出|不再|移出|减少|调整")
_BEHIND = ((_STOPPED, _RESTORED), (_LATER, _EARLIER), (_NAMED_TO, _REMOVED))
"""What a title may also say behind what it speaks of: 关于农贸市场恢复营业的通告."""
_OPPOSED = (
    *_BEHIND, (_LIFTED, _MADE), (_LIFTED, _RESTORED), (_RAISED, _CUT), (_LONGER, _SHORTER),
    (_WIDER, _NARROWER), (_BANNED, _FREED), (_ADDED, _TAKEN_OUT),
)  # fmt: skip
"""What a title may say, what else is on its side, and the same of its opposite."""
_KINDS = (
    "决定", "公告", "通告", "通知", "批复", "复函", "函", "请示", "报告", "意见", "公示", "通报",
    "说明",
)  # fmt: skip
_TITLE = re.compile(
    r"关于(?:同意|拟|决定|批准|临时|适当)?(?P<what>[^，。；：\n《》、和]{4,34}?)的?"
    rf"(?:{'|'.join(_KINDS)})$"
)
_NOT = re.compile("(?:不|未|防止|避免|严禁|杜绝|不得|而非|[以来].{0,2}|原|曾)$")
_CLAUSE, _SENTENCE = re.compile("[，。；！？\n]"), re.compile("[。；！？\n]")
_AMOUNTS = (_RAISED, _LONGER, _WIDER)
"""What may be raised where another thing is cut: only the clause says of what."""
_SAME = 3
_HONOURS = "优秀|先进|最美|十佳|模范|文明|杰出"
_PRAISED = re.compile(
    rf"(?:表彰|表扬|评选|命名|授予)[^，。\n]{{0,30}}?(?P<hit>(?:{_HONOURS})(?P<who>[一-龥]{{2,8}}?))(?=、|和|及|等|的|”|$)"
)
_NAMED = re.compile(rf"“[^“”\n]{{0,12}}?(?P<hit>(?:{_HONOURS})(?P<who>[一-龥]{{2,8}}))”")


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if not facts.title.spans:
        return
    yield from _opposite(facts)
    yield from _praised(facts)


def _opposite(facts: Facts) -> Iterator[Finding]:
    text, title = facts.body, facts.title.span
    match = _TITLE.search(text, *title)
    if match is None:
        return
    start, what = match.start("what"), match["what"]
    rest = text[title.end :]
    for pair in _OPPOSED:
        for own, other in (pair, pair[::-1]):
            does = re.match(own[0], what)
            if does is None and pair in _BEHIND:
                does = re.search(f"(?:{own[0]})(?=[一-龥]{{0,2}}$)", what)
            if does is None:
                continue
            if re.search(other[0], text[slice(*title)]) or re.search(own[1], rest):
                continue
            about = what.replace(does[0], "\n", 1)
            ends = _CLAUSE if pair[0] in _AMOUNTS else _SENTENCE
            place = _said(text, title.end, other[0], about, ends)
            if place is not None:
                here = Span(start + does.start(), start + does.end())
                fields = {"title": does[0], "other": text[slice(*place)]}
                yield Finding(here, fields, (Related(place, "other"),))
                return


def _said(text: str, start: int, words: str, what: str, ends: re.Pattern[str]) -> Span | None:
    """Where one of ``words`` is said of ``what``."""
    for match in re.finditer(words, text[start:]):
        place = Span(start + match.start(), start + match.end())
        before = ends.split(text[max(start, place.start - 60) : place.start])[-1]
        after = ends.split(text[place.end : place.end + 60])[0]
        if not _NOT.search(before) and _in_a_row(what, f"{before[-40:]}　{after}"):
            return place
    return None


def _in_a_row(what: str, said: str) -> bool:
    """Whether three characters of ``what`` stand in a row, or two words of two."""
    if any(what[i : i + _SAME] in said for i in range(len(what) - _SAME + 1)):
        return True
    pairs = [i for i in range(len(what) - 1) if what[i : i + 2] in said]
    return bool(pairs) and pairs[-1] - pairs[0] > 1


def _praised(facts: Facts) -> Iterator[Finding]:
    """The honour of the title, where the text has none of its name and another of its kind."""
    text, title = facts.body, facts.title.span
    match = _PRAISED.search(text, *title)
    if match is None or text.find(match["who"], title.end) >= 0:
        return
    named = list(_NAMED.finditer(text, title.end))
    if named and len({m["who"] for m in named}) == 1:
        place = Span(*named[0].span("hit"))
        fields = {"title": match["hit"], "other": named[0]["hit"]}
        yield Finding(Span(*match.span("hit")), fields, (Related(place, "other"),))


_DOES = search_for(
    "关于",
    (
        ("关于",),
        tuple(word for pair in _OPPOSED for side in pair for word in side[0].split("|")),
        _KINDS,
    ),
    -1,
)
_HONOURS_GIVEN = search_for(
    "(?:表彰|表扬|评选|命名|授予)",
    (("表彰", "表扬", "评选", "命名", "授予"), tuple(_HONOURS.split("|"))),
    -1,
)


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_DOES, _HONOURS_GIVEN)


CHECK = Check(
    "title-opposite",
    NoParams,
    run,
    fields=("title", "other"),
    roles=("other",),
    searches=_searches,
)
