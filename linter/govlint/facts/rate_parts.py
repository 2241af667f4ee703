"""rate_parts: the parts and the whole that the words of a rate or a share mean."""

from __future__ import annotations

import re

from govlint.facts.change_words import CHANGE_ROLES
from govlint.facts.counted import Count, Paragraph
from govlint.facts.figure import Figure
from govlint.facts.links import covers, is_naming
from govlint.facts.rate_claims import Claim, is_other_measure
from govlint.facts.rate_wholes import DUE, bare, whole_of
from govlint.facts.ties import NEGATED
from govlint.records import NamedTuple

FULL, WORD, CHAR = 3, 2, 1
"""How surely a part is meant: by its whole name or its place, by a word, by a character."""
_DONE_RATE = re.compile("(?:完成|执行|落实|实施)$")
_DONE = re.compile("已|完成|实际|实[有交收]|最终|落实|到位")
_PLAN = re.compile("计划|任务|目标|年度|完成|执行|落实|总体|整体|实施|全年")
_AIM = re.compile("(?:目标|任务|指标|限额|定额|计划)(?:为|是|数|总数|[一-龥]{0,2})$")
_THEN = re.compile("去年|上年|同期|前年|往年|上[月季]|年初")
_THINGS = "件户家项处起宗例台辆批"
_EARLIER = frozenset(("上期", "起点"))
_ABOVE = re.compile("(?P<least>[^，。；]{1,8}?)(?:及|等次)?以上")
_LIST = re.compile("、[^，。；、0-9]{0,12}")
_STOP = re.compile("[，。；：、（\n]")
_NO_DENIAL = re.compile("不良|不动产|无障碍|无害化|不同|未成年|非遗|非公|无人|缓解|非住宅|未来")
_DIGIT = re.compile("[0-9]{1,9}")
_BESIDE = re.compile("^(?:其中|已经?|目前|现|实际|[，、的])+")
_SUM = re.compile("[共总合]计$")
_BEGIN = re.compile("[。；\n]")
_COVERED, _MOST, _MARGIN = 0.6, 0.8, 0.25
_BRIEF, _PAIR = 3, 2
_HALF = 0.5


class Bound(NamedTuple):
    """``parts``: one, or several that are told together; ``surely``: how the words mean them;
    ``named``: whether they name the whole."""

    parts: list[Figure]
    whole: Figure
    surely: int
    named: bool
    due: bool


def bound(text: str, paragraph: Paragraph, claim: Claim) -> Bound | None:
    """The only parts and the only whole that the words of a claim can mean."""
    before = [c for c in paragraph.counts if c.figure.span < claim.ratio.span]
    if claim.inline:
        return _inline(text, before, claim)
    if claim.ratio.roles & CHANGE_ROLES:
        return None
    if claim.basis:
        before = [c for c in before if c.figure.dimension == claim.basis]
    before = [c for c in before if not (c.figure.about or c.figure.limit or c.figure.mean)]
    before = [c for c in before if c.figure.roles.isdisjoint(_EARLIER)]
    parts, surely = _parts(text, before, paragraph, claim)
    if not parts or (not claim.said and _THEN.search(parts[0].own)):
        return None
    if any(_AIM.search(part.own) and not _DONE.search(part.own) for part in parts):
        return None  # 甲县控制目标24人……；乙县控制目标13人，已占用84.6%: of another figure
    if claim.kind == "share" and any(is_other_measure(claim.said, part.own) for part in parts):
        return None
    due = claim.kind == "aim" or _DONE_RATE.search(claim.said) is not None
    whole, named = whole_of(text, paragraph, claim, parts, due=due)
    if whole is None or not _is_subject(claim, parts, whole, surely):
        return None
    if claim.kind == "rate" and not {whole, *parts} & _ahead(text, before, claim.ratio):
        return None
    if (
        surely == CHAR
        and not (named and claim.of)
        and _BEGIN.search(text, *sorted((whole.figure.span.end, parts[0].figure.span.start)))
    ):
        return None
    return Bound([c.figure for c in parts], whole.figure, surely, named, due)


def _inline(text: str, before: list[Count], claim: Claim) -> Bound | None:
    """The part right before 占全县43.2万亩耕地的, and that whole."""
    if len(before) < _PAIR or before[-1].figure.span.end != claim.ratio.lead.start:
        return None
    whole = before[-1].figure
    near = [c.figure for c in before[:-1] if c.figure.roles.isdisjoint(_EARLIER)]
    if not near:
        return None
    part = near[-1]
    between = text[part.span.end : whole.span.start]
    told = part.dimension == whole.dimension and part.value < whole.value
    if not told or _BEGIN.search(between) or between.count("，") > _PAIR or "）" in between:
        return None
    if part.about or part.limit or whole.about or whole.limit:
        return None
    return Bound([part], whole, FULL, named=True, due=False)


def _ahead(text: str, before: list[Count], ratio: Figure) -> set[Count]:
    """The count in the clause of a rate, of which that must be: 38个省控断面优良比例; all of them
    where there is none."""
    last = before[-1]
    own = last.figure.span.end == ratio.lead.start and not _STOP.search(text, *ratio.lead)
    return {last} if own else {*before}


def _is_subject(claim: Claim, parts: list[Count], whole: Count, surely: int) -> bool:
    """Whether what a long name begins with is told of the parts or of the whole: not the rate of
    others, 有财产可供执行案件法定期限内执结率."""
    head = _PLAN.sub("", claim.said[:-2])
    if not all(digit in parts[0].wide for digit in _DIGIT.findall(claim.said)):
        return False  # 41至60岁受访者选择……的比例
    if surely == FULL or len(claim.said) <= _BRIEF:
        return True
    told = "".join(c.wide for c in parts) + whole.own
    return not head or covers(head, told) >= _HALF


def _parts(
    text: str, before: list[Count], paragraph: Paragraph, claim: Claim
) -> tuple[list[Count], int]:
    """What a claim is said of, and how surely."""
    said = claim.said
    if len(said) < 2:
        return _adjacent(text, before, paragraph, claim.ratio) or _told(before, claim), FULL
    above = _ABOVE.match(said)
    if above is not None:
        return _from_first(text, before, above["least"]), FULL
    said = _without_class(claim, before) if claim.kind == "share" else said
    levels = [(level_of(claim, said, count), count) for count in before]
    most = max((level for level, _ in levels), default=0)
    best = [count for level, count in levels if level == most]
    near = [c for c in best if not _BEGIN.search(text, c.figure.span.end, claim.ratio.span.start)]
    best = near or best
    best = [c for c in best if not c.again] or best
    if most == WORD and len(best) > 1:
        best = _likest(said, best)
        best = _called_just_so(said, best) if len(best) > 1 else best
    if most > CHAR and best and _SUM.search(best[-1].before):
        best = best[-1:]  # 覆盖……13家……，共计27家
    if not most and _DONE_RATE.search(claim.said):
        return _adjacent(text, before, paragraph, claim.ratio), WORD
    if not best or (most < WORD and claim.kind == "rate"):
        within = _within(text, before, claim)
        if within:
            return within, CHAR
    if not most or len(best) != 1 or _is_of_other_unit(claim.said, best[0]):
        return [], 0
    return best, most


def _within(text: str, before: list[Count], claim: Claim) -> list[Count]:
    """The count right before a brief rate that is told to be some of the one before it: 129个乡镇
    中有126个建有基层社，覆盖率."""
    last = before[-1] if before else None
    if last is None or len(claim.said) > 2 or last.figure.span.end != claim.ratio.lead.start:
        return []
    lead = text[slice(*last.figure.lead)]
    among = {"其中", "之中"} & last.figure.roles or "中有" in lead
    return [last] if among and not _BEGIN.search(text, *claim.ratio.lead) else []


def _is_of_other_unit(said: str, count: Count) -> bool:
    """Whether what a claim is said of is counted otherwise: 网办件占比, 网办事项1278项."""
    unit = said[-1]
    return unit in _THINGS and unit != count.figure.unit and unit not in count.own


def _likest(said: str, counts: list[Count]) -> list[Count]:
    """The count of which the words have clearly most of a name."""
    ranked = sorted(counts, key=lambda c: covers(said, c.own), reverse=True)
    first, second = (covers(said, c.own) for c in ranked[:2])
    return ranked[:1] if first - second >= _MARGIN else counts


def _called_just_so(said: str, counts: list[Count]) -> list[Count]:
    """The only one that is called by the last word of a name and no more: 达标, not 基本达标."""
    just = [c for c in counts if _BESIDE.sub("", c.before) == said[-2:]]
    return just if len(just) == 1 else counts


def _without_class(claim: Claim, before: list[Count]) -> str:
    """A name without the noun of all that the whole counts: 优质案件, of 检察业务案件."""
    said = claim.said
    own = said.removesuffix(bare(claim.of))
    if 1 < len(own) < len(said):
        return own  # 市本级科技支出占全市科技支出的
    head, tail = said[:-2], said[-2:]
    if len(head) < 2 or not any(tail in c.own and not covers(head, c.own) for c in before):
        return said
    return head


def _from_first(text: str, before: list[Count], least: str) -> list[Count]:
    """The members of a list of grades from the first to the one that is called so: 优秀63卷、合格
    138卷, 合格以上."""
    for place in reversed(range(len(before))):
        count = before[place]
        if not count.before.endswith(least) or NEGATED.search(count.before):
            continue
        start = place
        while start and _LIST.fullmatch(text, *before[start].figure.lead):
            start -= 1
        listed = before[start : place + 1]
        alike = {c.figure.dimension for c in listed}
        return listed if len(listed) > 1 and len(alike) == 1 else []
    return []


def _adjacent(text: str, before: list[Count], paragraph: Paragraph, ratio: Figure) -> list[Count]:
    """The count right before a share, in its sentence."""
    if not before or "目标" in before[-1].figure.roles:
        return []
    last = before[-1]
    between = text[last.figure.span.end : ratio.lead.end]
    others = any(last.figure.span < f.span < ratio.span for f in paragraph.ratios)
    aside = any(
        c.figure.span > last.figure.span and c.figure.span < ratio.span for c in paragraph.counts
    )
    if others or aside or _BEGIN.search(between) or between.count("，") > 1 or "）" in between:
        return []
    return [last]


def _told(before: list[Count], claim: Claim) -> list[Count]:
    """The count that the clause before a share takes up: 基础设施损失最为严重，占."""
    named = [c for c in before if len(c.before) > 2 and claim.told.startswith(c.before)]
    return named if len(named) == 1 else []


def level_of(claim: Claim, said: str, count: Count) -> int:
    """How surely a count is what a claim is said of."""
    if _is_denied(said) != _is_denied(count.own):
        return 0
    if _DONE_RATE.search(said) or not said:
        return _level_done(said, count)
    due = claim.kind == "aim" and DUE.search(count.own)
    covered = covers(said, count.own) if not due or _DONE.search(count.own) else 0
    if covered >= _MOST and len(said) > _BRIEF + 1:
        return FULL if covered == 1 else WORD
    if due:
        return 0
    if covered == 1 and (len(said) > 2 or _BESIDE.sub("", count.before) == said):
        return FULL
    if (
        _is_covered(said, count)
        or said[-2:] in count.own
        or (claim.kind == "rate" and said[-2:] in count.wide)
    ):
        return WORD
    if claim.kind == "rate" and not all(char in count.wide for char in said[-2:]):
        return CHAR if any(is_naming(c) and c in count.own for c in said[-2:]) else 0
    if covered >= _COVERED or covers(said, count.wide) > _COVERED:
        return WORD
    tail = said[-2:] if claim.kind == "rate" else said[:2]
    return CHAR if any(is_naming(c) and c in count.own for c in tail) else 0


def _is_covered(said: str, count: Count) -> bool:
    """Whether a count has what is said to cover: 实行专业物业服务的248个, 专业物业覆盖率."""
    if not said.endswith("覆盖") or len(said) <= _BRIEF:
        return False
    return covers(said[:-2], count.own) >= _MOST


def _is_denied(words: str) -> bool:
    return NEGATED.search(_NO_DENIAL.sub("", words)) is not None


def _level_done(said: str, count: Count) -> int:
    """How surely a count is what has been done of a task."""
    done = _DONE.search(count.own) is not None or said[-2:] in count.own
    if DUE.search(count.own) and not done:
        return 0
    of = _PLAN.sub("", said)
    shared = covers(of, count.own) if of else 1
    if done and shared:
        return WORD
    return WORD if of and shared > _HALF else CHAR if of and shared else 0
