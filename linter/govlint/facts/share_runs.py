"""share_runs: shares of one whole that a paragraph tells in turn, with other figures between.

到省外务工的占41.3%，月均工资5800元；省内县外占27.5%；县内务工占31.2%: what a share is of stands
before its 占, and a word before or behind them says that there are no others, or that none overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.facts import Facts
from govlint.facts.figure import Figure
from govlint.facts.paragraphs import ends_in, with_lists
from govlint.facts.share_lists import MANY_TO_ONE, are_divided, has_all
from govlint.facts.units import PERCENT
from govlint.records import NamedTuple
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral

_MEMBER = re.compile(
    r"(?:^|.*[，、。；：（）\n])(?:其中|而|和|及|用于)*(?P<name>[^，。；：（）0-9\n]{1,22}?)(?:部分)?的?(?:则|约|也|仅|只|所)?"
    r"(?:(?:占|权重|占比|比重|承担|负担|贡献|出资|分值|部分)(?P<whole>[^，。；：0-9]{2,12}的)?(?:占|为|是|达到?|了)?)$",
    re.DOTALL,
)
_AFTER_NAME = re.compile("，(?:权重|占比)为?$")
_OPENS = re.compile(
    "[从按][^，。；0-9]{1,10}(?:看|分|划分|统计|分类|分布)，|(?:构成|结构|来源|组成|流向|去向|用途|筹措|分配|投向)[^，。；0-9]{0,6}[，：]"
    "|(?:构成|结构|来源|组成|总量|总产量|总用水量|支出|消费|分配)中，"
)
_ALL = re.compile(
    "[，。；](?:以上|上述|这)(?P<n>[三四五六七八])[个项类种大]?[^，。；]{0,10}(?:构成|即为?|就是|组成|涵盖|为)[^，。；]{0,12}(?:全部|总[量体额]|整体)"
)
_COUNTED = re.compile(
    "(?:由|分为|分成|包括)[^。；0-9]{0,40}?(?P<n>[三四五六七八])个?(?:部分|方面|类|项|级|块|档|环节|维度)[^。；0-9]{0,12}?(?:构成|组成|折算|加权|分担|计分|汇总|分担|负担|合成)"
)
_WEIGHTS = re.compile("权重|按比例折算|百分制")
_BORNE = re.compile("(?:承担|负担|出资|分担|权重)[^，。；]{0,3}$")
_USED = re.compile("用于|提取|计提|上缴|留存|支付")
_INDUSTRY = re.compile("第?([一二三])产")
_LAST = re.compile("(?:^|及|和|、|等)(?:其[他它余]|余下|剩余)")
_MORE = re.compile("[，；、][^。；%]{0,30}%")
_NOT_ALL = re.compile("多选|可选|重复|交叉|兼|四舍五入|不等于|加分|附加|同比|累计支付|付至")
_AMONG = re.compile("其中[^。；]*$")
_FEW, _MOST, _FIGURES = 3, 8, 40
_FAR = 140


class ShareRun(NamedTuple):
    """``whole``: the words say that these are all; ``apart``: that none is counted twice;
    ``weighed``: they are weights, of which there are seldom others; ``opened``: words before them
    say that something is divided."""

    shares: list[Figure]
    whole: bool = False
    apart: bool = False
    weighed: bool = False
    opened: bool = False


def find_share_runs(facts: Facts) -> Iterator[ShareRun]:
    """The shares of a text that belong together, by paragraphs."""
    for numbers in with_lists(facts.body, facts.printed):
        percents = sum(each.unit == PERCENT for n in numbers for each in facts.printed[n])
        if percents < _FEW or sum(len(facts.printed[n]) for n in numbers) > _FIGURES:
            continue
        figures = [f for n in numbers for f in facts.sentence_figures(n).figures]
        end = facts.body.find("\n", figures[-1].span.end)
        last = end if end >= 0 else len(facts.body)
        if _NOT_ALL.search(facts.body, figures[0].lead.start, last):
            continue
        for run in _runs(facts.body, figures):
            found = _judged(facts.body, run, last)
            if found is not None:
                yield found


def _runs(text: str, figures: list[Figure]) -> Iterator[list[tuple[Figure, str]]]:
    """Shares told one after the other, each with its name."""
    run: list[tuple[Figure, str]] = []
    for figure in figures:
        if figure.dimension != PERCENT or figure.roles & CHANGE_ROLES:
            continue
        lead = text[slice(*figure.lead)]
        if run and _AMONG.search(lead):
            continue
        told = _MEMBER.fullmatch(lead) or _AFTER_NAME.search(lead)
        name = told.groupdict().get("name", str(len(run))) if told else ""
        sound = told is not None and not (figure.about or figure.limit or figure.turn[1])
        again = any(name == other for _, other in run)
        opened = bool(_OPENS.search(lead)) or "另起" in figure.roles
        if run and (not sound or again or opened or (told and told.groupdict().get("whole"))):
            yield run
            run = []
        if sound:
            run.append((figure, name))
    if run:
        yield run


def _judged(text: str, run: list[tuple[Figure, str]], last: int) -> ShareRun | None:
    """What the words around a run say of it, None where that is nothing."""
    if not _FEW <= len(run) <= _MOST:
        return None
    shares, names = [figure for figure, _ in run], [name for _, name in run]
    start, end = shares[0].lead.start, shares[-1].span.end
    begun = begins(text, shares[0].span.start, "\n")
    if begun and ends_in(text, begun - 1, "："):  # 由以下三部分构成：
        begun = begins(text, begun - 1, "\n")
    begun = max(begun, shares[0].span.start - _FAR)
    before, said = text[begun : shares[0].span.start], text[start:end]
    counted = _ALL.search(text, end, min(last, end + _FAR)) or _COUNTED.search(before)
    if counted is not None:
        return ShareRun(shares, whole=parse_numeral(counted["n"]) == len(shares))
    told = [_INDUSTRY.search(name) for name in names]
    if all(told):
        kinds = [match[1] for match in told if match]
        return ShareRun(shares, whole=kinds == ["一", "二", "三"])
    if MANY_TO_ONE.search("".join(names)) or has_all(shares):
        return None
    if _LAST.search(names[-1]) and not _MORE.search(text, end, min(last, end + _FAR)):
        return ShareRun(shares, whole=True, apart=True)
    weighed = all(_BORNE.search(text, *f.lead) for f in shares) or _WEIGHTS.search(before + said)
    opened = _OPENS.search(before) is not None
    used = all(_USED.search(text, *f.lead) for f in shares)
    apart = bool(weighed or used or (opened and are_divided(names)))
    return ShareRun(shares, apart=apart, weighed=bool(weighed), opened=opened)
