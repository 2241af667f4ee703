"""promises: a number phrase at the end of a sentence that says that a list follows.

重点抓好以下五方面工作： can be followed by nothing else.
"""

from __future__ import annotations

import re

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral
from govlint.text.span import Span

_NUMBER = (
    r"(?P<n>[两二三四五六七八九十][一二三四五六七八九十]{0,2}|[2-9](?![0-9.])|[1-3][0-9](?![0-9.]))"
)
_MEASURE = r"(?:个|大|项|件|条|点|篇|场|种|类|方面|道|步|招|块|字|张|支|批|套|份)"
_PHRASE = re.compile(
    rf"(?<![第每各前后首约近达零〇百千0-9.一二三四五六七八九十])(?<!一式)(?P<hit>{_NUMBER}(?P<measure>{_MEASURE})"
    r"(?P<rest>[^，。；：！？\n“”‘’、0-9（）]{0,14}))(?P<quoted>“[^”]{1,4}”)?"
)
_ORDINALS = re.compile(
    r"第[0-9一二三四五六七八九十]{1,3}(?:[、和及至][0-9一二三四五六七八九十]{0,3}){1,5}$"
)
"""What makes a number behind it one of several: 第2、4项 are two, not four."""
_TOLD = re.compile(r"[一-龥]{0,4}?(?:汇报|报告|介绍|说明|总结|回顾|通报|谈|讲)")
_POLITE = re.compile(r"，(?:敬?请|恳请|欢迎)[^，。：]{1,12}[。！]?$")
_EXPLICIT = re.compile(r"(?:以下|下列|如下|下面|下述|以下的)$")
_NOUN = (
    r"方面|工作|任务|重点|问题|措施|举措|行动|工程|关键|环节|原则|特点|变化|成效|突破|提升|转变|坚持|要求"
    r"|意见|建议|目标|领域|文章|实事|大事|小事|抓手|机制|体系|关系|硬仗|攻坚战|战役|计划|战略|着力点|功夫"
    r"|不足|困难|差距|体会|经验|启示|事项|内容|事|仗|跨越|阶段|步骤|亮点|优势|短板|词|原因|因素|情况|矛盾|风险|挑战|做法"
)
_LISTED = re.compile(
    rf"(?:(?![对将已均都让使])[一-龥]{{0,6}}?)(?:{_NOUN})"
    r"(?:的?(?:工作|任务|重点|事项|文章|问题|差距|不足)|着手|入手|发力|展开|推进|进行|实施|组织实施|努力|开展工作|上?下功夫"
    r"|(?:作|做|进行|予以|向[一-龥]{1,4})?[一-龥]{0,3}(?:汇报|报告|说明|介绍|部署|安排|总结))?"
)
_LEAD = re.compile(
    r"抓|做|办|从|在|围绕|聚焦|紧扣|突出|实施|推进|开展|落实|打好|处理好|把握|完成|实现|体现|表现|存在|主要|重点"
    r"|坚持|着力|采取|提出|汇报|报告|部署|安排|取得|强化|写好|下好|下|有|面临|议定|审议|商定|形成|达成|讲|谈|说|提$|是|为|分|归纳|概括"
)
_ANNOUNCED = re.compile(r"，[^，。：]{0,12}(?:如下|汇报|报告|介绍|说明|通报)[：。]")
_DONE = re.compile(
    r"(?:建成|新建|新增|完成|获得|荣获|创建|引进|开工|整治|改造)了?[^，。；：分按]{0,4}$"
)
WINDOW = 80
"""Code points before the end of a sentence in which the number stands."""
_ABSTRACT = ("项", "类", "种", "条", "点", "件")
"""Measure words of what is told one by one, not of what was built or bought."""
_THINGS = ("个", "份", "张", "篇")
_ABSTRACT_NOUNS = ("重点", "环节", "关键", "抓手", "维度", "层面", "着力点", "突破口", "方面")
_HEADED = (*_ABSTRACT, "个", "大", "方面")
_LONGEST_COUNTED = 8
_SHARE = 0.6
_ROW = 20
_SLIP = 2


class Promise(NamedTuple):
    """``numbers``: the one at ``span`` first, then the others in its sentence; ``explicit``:
    the words say that the list follows; ``shared``: the items repeat the noun."""

    span: Span
    numbers: tuple[int, ...]
    explicit: bool
    shared: bool


def find_promise(
    text: str, start: int, end: int, items: list[Span], *, title: bool = False
) -> Promise | None:
    """The promise in the sentence that ends at ``end``, if it makes one that ``items`` can keep;
    ``title``: it is the title of the section that the items make up.

    Either its words say so (以下, 如下), or the number closes the sentence before a colon or with
    a noun that counts (方面, 任务), or most items repeat the noun (三大行动: ……行动, ……行动).
    """
    while end > start and text[end - 1] in " \t\u3000\n":
        end -= 1
    polite = _POLITE.search(text, max(start, end - 16), end)
    end = polite.start() + 1 if polite else end
    head = max(start, end - WINDOW)
    head = max(head, max(text.rfind(mark, head, end - 1) for mark in "。！？；\n") + 1)
    phrases = list(_PHRASE.finditer(text, head, end))
    numbers = [parse_numeral(phrase["n"]) or 0 for phrase in phrases]
    for phrase, number in zip(reversed(phrases), reversed(numbers), strict=True):
        if number < 2 or _ORDINALS.search(text, max(head, phrase.start() - _ROW), phrase.start()):
            continue
        before, after = text[head : phrase.start()], text[phrase.end("hit") : end]
        explicit = bool(_EXPLICIT.search(before)) or after.startswith(("如下", "：如下"))
        explicit = explicit or (before.endswith("从") and _TOLD.match(phrase["rest"]) is not None)
        explicit = explicit or phrase["rest"].endswith(("如下", "以下"))
        explicit = explicit and not _counts_another(phrase)
        shared = abs(number - len(items)) <= _SLIP and _shared(text, phrase, items)
        if (
            explicit
            or shared
            or _closes(before, phrase, after, abs(number - len(items)))
            or (title and _heads(phrase, after, abs(number - len(items))))
            or (title and after.startswith("”") and _alike(text, phrase, items))
        ):
            span = Span(*phrase.span("hit"))
            if explicit:  # 三类路段，以下四个方面: only what its own clause counts
                clause = text.rfind("，", head, span.start)
                numbers = [
                    each
                    for each, told in zip(numbers, phrases, strict=True)
                    if told.start() > clause
                ]
            return Promise(span, (number, *numbers), explicit, shared)
    return None


def _counts_another(phrase: re.Match[str]) -> bool:
    """Whether what stands last is not what is counted: 三个创新中心资源申请材料如下 lists the
    papers, which are not counted by 个."""
    rest = phrase["rest"].removesuffix("如下").rstrip("的分别")
    return (
        phrase["measure"] == "个" and len(rest) > _LONGEST_COUNTED and not _LISTED.fullmatch(rest)
    )


def _closes(before: str, phrase: re.Match[str], after: str, apart: int) -> bool:
    """Whether a number phrase ends its sentence so that only a list can follow; of things
    (3个议题：) one that is ``apart`` from the number by no more than a slip."""
    if before.endswith(("“", "‘")) or not after or after[-1] not in "：。，":
        return False
    if _ANNOUNCED.fullmatch(after):
        return _LISTED.fullmatch(phrase["rest"]) is not None and bool(_LEAD.search(before))
    if len(after) > 1:
        return False
    listed = _LISTED.fullmatch(phrase["rest"]) is not None
    if after == "：":
        few = phrase["measure"] in _THINGS and apart <= 1 and _DONE.search(before) is None
        if phrase["measure"] != "个":  # not 身份证、户口簿两份材料, nor 两份证明和一份承诺
            few = few and "一" not in phrase["rest"] and "、" not in before[-_ROW:]
        short = (phrase["measure"] in _ABSTRACT or few) and len(phrase["rest"]) <= _LONGEST_COUNTED
        return listed or short or len(phrase["rest"]) <= 1 or "方面" in phrase["hit"]
    listed = listed or phrase["hit"].endswith("方面")
    return listed and _LEAD.search(before) is not None


def _heads(phrase: re.Match[str], after: str, apart: int) -> bool:
    """Whether a number of abstract things ends a title, with about as many headings below."""
    counted = phrase["measure"] in _HEADED and _LISTED.fullmatch(
        phrase["rest"] or phrase["measure"]
    )
    return not after and counted is not None and apart <= _SLIP


def _alike(text: str, phrase: re.Match[str], items: list[Span]) -> bool:
    """Whether a title quotes a number of abstract things (围绕“三个重点”，抓好……) and the headings
    below, about as many, all begin in the same way."""
    first = {text[item.start : item.end].lstrip()[:2] for item in items}
    near = abs((parse_numeral(phrase["n"]) or 0) - len(items)) <= 1
    return near and len(first) == 1 and phrase["rest"] in _ABSTRACT_NOUNS


def _shared(text: str, phrase: re.Match[str], items: list[Span]) -> bool:
    """Whether most items repeat what the phrase counts: its noun, or the sign that it quotes."""
    rest = phrase["rest"].rstrip("的")
    words = {rest[:2], rest[-2:]} if len(rest) >= 2 else set()
    if phrase["quoted"]:
        words.add(phrase["quoted"][1:-1])
    if phrase["hit"].endswith("个") and text.startswith("一", phrase.end("hit")):
        words.add("一")
    words -= {"工作", "方面", ""}
    if rest and all(text[item.end - 1] == rest[-1] for item in items):
        words.add(rest[-1])  # 四场硬仗: 打好招商引资攻坚仗
    if _DONE.search(text, max(0, phrase.start() - 12), phrase.start()):
        return False
    return len(items) > 1 and any(
        sum(text.find(word, item.start, min(item.end, item.start + 40)) >= 0 for item in items)
        >= max(2, _SHARE * len(items))
        for word in words
    )
