"""full-rate: is something said of all, and then some are told of which it does not hold?

整改率100%，仍有3处未整改; 28件已全部化解。尚未化解的3件; 没有发生亡人事故……死亡1人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.links import context
from govlint.facts.near_figures import near_figures
from govlint.facts.search import Search, find, search_for
from govlint.facts.units import PERCENT
from govlint.text.span import Span

_WHOLE_RATE = search_for("100%", (("100%",),), 4)
_NO = "(?:[不未没]|没有|没能|尚未|还未|未能|未予)"
_ALL = search_for(
    r"(?:已经?|均|都)?(?:全部|全数|悉数|均已|都已)(?:按期|如期|按时|顺利|依法)?(?P<verb>(?![由为是可能应将要])[一-龥]{2})"
    rf"[^。；\n0-9]{{0,24}}(?P<mark>[，。；])(?P<led>目前|现|其中|但|另)?(?P<more>[还仍尚]有)?(?P<rest>[尚还仍]?{_NO}(?P=verb)的?[^，。；0-9]{{0,8}}(?=[0-9]))",
    (("全部", "全数", "悉数", "均已", "都已"), ("未", "没", "不")),
    60,
)
_OPEN = search_for(
    r"(?:已经?|均|都)?(?:全部|全数|悉数|均已|都已)(?:按期|如期|按时|顺利|依法)?(?P<verb>办复|办结|整改|化解|销号|答复|办理|审结|拆除|搬迁|安置|清零|解决|兑现|发放|拨付|整治|治理|修复|验收)"
    r"(?:完毕|到位|完成)?[，；。](?:但|目前|现)?[尚仍还]有(?=[0-9])",
    (("全部", "全数", "悉数", "均已", "都已"), ("尚有", "仍有", "还有")),
    40,
)
_STILL = re.compile("[^，。；]{0,6}?(?:因|正在|未|待|需|逾期|在办|没有|尚|沟通|协调)")
_NONE = search_for(
    r"(?:没有|未|无|零)(?P<verb>发生)?(?:一起)?(?P<what>[一-龥]{2,14})(?=[，。；])",
    (("没有", "未", "无", "零"), ("亡", "发生")),
    20,
)
_LATER = re.compile(
    r"(?<![一-龥])(?:共|累计|全年|全[县市区镇乡村]|据统计)*(?P<again>发生)?(?P<thing>[一-龥]{2,14}?)(?P<n>[1-9][0-9]{0,3}[人起件例次])"
)
_DEATH = re.compile("亡人|死亡|伤亡")
_DIED = re.compile("(?:死亡|遇难|身亡)$")
_END = re.compile("率.*$")
_ASIDE = re.compile(
    "上年|去年|此前|原|年初|计划|力争|确保|目标|预计|除|以外|之外|延期|到期|同期|复[检查核验]|整改后|[比较与]|下降|减少|累计"
)
_AT_ONCE = re.compile("[，；。](?:但|目前|现)?[仍还尚]?有?")
_BEHIND = re.compile("[^。；0-9\n]{0,60}")
_CORE = 2
_NEAR, _FAR = 60, 100


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    if "100%" in facts.body:
        yield from _beside_rates(facts)
    yield from _beside_all(facts)
    yield from _beside_some(facts)
    yield from _beside_none(facts)


def _beside_rates(facts: Facts) -> Iterator[Finding]:
    """整改率100%，仍有3处未整改."""
    text = facts.body
    for sentence in facts.figures:
        for rate in sentence.figures:
            if rate.dimension != PERCENT or rate.value != 1 or "比率" not in rate.roles:
                continue
            if rate.about or rate.limit or _ASIDE.search(text, *rate.lead):
                continue
            for figure in facts.passage(sentence.number).figures:
                if _is_left(text, rate, figure):
                    yield _finding(text, f"{rate.name}100%", rate.span, figure.span)


def _beside_all(facts: Facts) -> Iterator[Finding]:
    """28件，已全部化解。尚未化解的3件: of those that stand before, in their unit."""
    text = facts.body
    for match in find(text, facts.literals, _ALL):
        near = near_figures(facts, *match.span(), "\n").figures
        rest = next((f for f in near if f.span.start == match.end()), None)
        whole = [f for f in near if f.span.end <= match.start()]
        if rest is None or not whole or whole[-1].dimension != rest.dimension or not rest.value:
            continue
        if _ASIDE.search(text, whole[-1].lead.end - _CORE, match.end()):
            continue
        if "。" in text[whole[-1].span.end : match.start()]:
            continue
        claim = Span(match.start(), match.end("verb"))
        yield _finding(text, text[slice(*claim)], claim, rest.span)


def _beside_some(facts: Facts) -> Iterator[Finding]:
    """198件，已全部办复，尚有3件正在沟通."""
    text = facts.body
    for match in find(text, facts.literals, _OPEN):
        near = near_figures(facts, *match.span(), "\n").figures
        rest = next((f for f in near if f.span.start == match.end()), None)
        whole = [f for f in near if f.span.end <= match.start()]
        if rest is None or not whole or whole[-1].unit != rest.unit or not rest.value:
            continue
        if not _STILL.match(text, rest.span.end) or "新" in text[match.end() : rest.span.end + 4]:
            continue
        if not _ASIDE.search(text, whole[-1].lead.end - _CORE, match.end()):
            claim = Span(match.start(), match.end("verb"))
            yield _finding(text, text[slice(*claim)], claim, rest.span)


def _beside_none(facts: Facts) -> Iterator[Finding]:
    """没有发生亡人事故……死亡1人; 未发生电信诈骗案件……发生电信诈骗案件3起."""
    text = facts.body
    for match in find(text, facts.literals, _NONE):
        dead = _DEATH.search(match["what"]) is not None
        if not dead and not match["verb"]:
            continue
        line = text.find("\n", match.end(), match.end() + _FAR)
        for later in _LATER.finditer(text, match.end(), line if line >= 0 else match.end() + _FAR):
            died = dead and _DIED.search(later["thing"]) and later["n"].endswith("人")
            again = match["verb"] and later["again"] and later["thing"] == match["what"]
            if _ASIDE.search(text, match.end(), later.start("n")):
                break
            if text.find("；", match.end(), later.start()) >= 0:
                break  # 火灾43起，无人员死亡；道路交通事故死亡31人
            if died or again:
                start = later.end("thing") - _CORE if died else later.start("thing")
                claim = text[slice(*match.span())]
                yield _finding(text, claim, Span(*match.span()), Span(start, later.end()))
                break


def _finding(text: str, claim: str, said: Span, rest: Span) -> Finding:
    return Finding(rest, {"claim": claim, "rest": text[slice(*rest)]}, (Related(said, "rate"),))


def _is_left(text: str, rate: Figure, figure: Figure) -> bool:
    """Whether a count behind a rate is one of those of which it does not hold: 整改率100%，仍有3处
    未整改."""
    if figure.dimension == PERCENT or not figure.value or figure.span < rate.span:
        return False
    between = text[rate.span.end : figure.lead.end]
    if "\n" in between or len(between) > _NEAR or _ASIDE.search(between):
        return False
    name = _END.sub("", rate.name)
    told = context(text, figure) + _told_behind(text, figure)
    if _ASIDE.search(told):
        return False
    for size in range(len(name), _CORE, -1):
        if re.search(f"{_NO}{name[-size:]}", told):
            noun = text[figure.span.end : figure.span.end + _CORE]
            return noun in text[slice(*rate.lead)]  # 行政村, not 自然村
    core, of = name[-_CORE:], name[:-_CORE]
    if not re.search(f"{_NO}{core}", told):
        return False
    at_once = figure.lead.start == rate.span.end and _AT_ONCE.fullmatch(text, *figure.lead)
    return of[:_CORE] in told or of.endswith("的") or at_once is not None


def _told_behind(text: str, figure: Figure) -> str:
    """What the sentence goes on to say of a count, up to the next figure: 9台因……被判定为不合格."""
    behind = _BEHIND.match(text, figure.span.end)
    return behind[0] if behind and "其中" in text[slice(*figure.lead)] else ""


def _searches(_params: NoParams) -> tuple[Search, ...]:
    return (_WHOLE_RATE, _ALL, _OPEN, _NONE)


CHECK = Check(
    "full-rate", NoParams, run, fields=("claim", "rest"), roles=("rate",), searches=_searches
)
