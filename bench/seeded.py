"""Seeded faults: known faults put into clean documents, and how many of them are found.

    python bench/seeded.py FOLDER [--documents 200] [--show N]

Each fault is made in a document of the corpus (see ``corpus.py``) at a place that is known; it
counts as found if a finding that the untouched document does not have lies there. The number of
findings elsewhere that a fault brings about is printed, too.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from corpus import default_rules, read_corpus

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.engine.lint import lint_document
from govlint.facts.facts import Facts
from govlint.ruleset.rule import Rule
from govlint.syntax.tree import Paragraph
from govlint.text.document import Document
from govlint.text.numerals import parse_numeral, write_numeral
from govlint.text.source import Source

NEAR = 12
"""Code points that a finding may lie away from the place of its fault."""


class Fault(NamedTuple):
    """``text`` with the fault; ``start`` to ``end`` is where a reviewer would put the circle;
    ``codes``: prefixes of the rules that may report it."""

    text: str
    start: int
    end: int
    codes: tuple[str, ...]


Maker = Callable[[str, Facts, random.Random], Fault | None]


def _lines(facts: Facts) -> list[tuple[int, int]]:
    """Start and end, line end included, of the lines of headings that have a sibling after."""
    return [
        (line.start, facts.line(line.end).end + 1)
        for series in facts.outline.series
        if len(series.members) > 2 and series.members[0].ordinal == 1
        for line in (facts.line(heading.mark.start) for heading in series.members[:-1])
    ]


def drop_heading(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Take a heading's line away; the sibling after it is out of count."""
    choices = [
        (heading, after)
        for series in facts.outline.series
        if len(series.members) > 2 and series.members[0].ordinal == 1
        for heading, after in zip(series.members, series.members[1:], strict=False)
    ]
    if not choices:
        return None
    heading, after = chance.choice(choices)
    line = facts.line(heading.mark.start)
    size = line.end + 1 - line.start
    start = after.mark.start - size
    return Fault(text[: line.start] + text[line.end + 1 :], start, start + 4, ("SEQ",))


def double_heading(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Give a heading the ordinal of the one before it."""
    choices = [
        (before, heading)
        for series in facts.outline.series
        if len(series.members) > 1
        for before, heading in zip(series.members, series.members[1:], strict=False)
    ]
    if not choices:
        return None
    before, heading = chance.choice(choices)
    mark = text[slice(*before.mark)]
    start, end = heading.mark
    return Fault(text[:start] + mark + text[end:], start, start + len(mark), ("SEQ",))


def swap_headings(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Exchange the ordinals of two neighbours."""
    choices = [
        (a, b)
        for series in facts.outline.series
        if len(series.members) > 2
        for a, b in zip(series.members, series.members[1:], strict=False)
    ]
    if not choices:
        return None
    a, b = chance.choice(choices)
    first, second = text[slice(*a.mark)], text[slice(*b.mark)]
    text = (
        text[: a.mark.start] + second + text[a.mark.end : b.mark.start] + first + text[b.mark.end :]
    )
    return Fault(text, a.mark.start, b.mark.end, ("SEQ",))


def _item_pairs(facts: Facts) -> list[tuple[object, object]]:
    return [
        (a, b)
        for series in facts.items
        if series.shape in ("shi", "yao", "di")
        and series.ordinals == [*range(1, len(series.ordinals) + 1)]
        if len(series.members) > 2
        for a, b in zip(series.members, series.members[1:], strict=False)
    ]


def drop_item(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Take an item of 一是…二是…三是… away."""
    pairs = _item_pairs(facts)
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    size = b.mark.start - a.mark.start  # type: ignore[attr-defined]
    start = a.mark.start  # type: ignore[attr-defined]
    return Fault(text[:start] + text[start + size :], start, start + 2, ("SEQ",))


def double_item(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Give an item the ordinal of the one before it."""
    pairs = _item_pairs(facts)
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    mark = text[slice(*a.mark)]  # type: ignore[attr-defined]
    start, end = b.mark  # type: ignore[attr-defined]
    return Fault(text[:start] + mark + text[end:], start, start + len(mark), ("SEQ",))


def swap_items(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Exchange the ordinals of two neighbouring items."""
    pairs = _item_pairs(facts)
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    (s1, e1), (s2, e2) = a.mark, b.mark  # type: ignore[attr-defined]
    changed = text[:s1] + text[s2:e2] + text[e1:s2] + text[s1:e1] + text[e2:]
    return Fault(changed, s1, e2, ("SEQ",))


def change_count(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Change an announced number by one or two."""
    promises = [a for a in facts.announcements if a.number == a.listed]
    if not promises:
        return None
    promise = chance.choice(promises)
    match = re.match(r"[两二三四五六七八九十]{1,3}|[0-9]{1,2}", text[promise.span.start :])
    if match is None:
        return None
    number = parse_numeral(match[0]) or 0
    other = number + chance.choice([n for n in (-2, -1, 1, 2) if number + n > 1])
    written = str(other) if match[0].isdecimal() else write_numeral(other)
    start = promise.span.start
    return Fault(
        text[:start] + written + text[start + len(match[0]) :], start, start + 4, ("FIG301",)
    )


def change_list(text: str, _facts: Facts, chance: random.Random) -> Fault | None:
    """Change the number behind a list: 甲、乙、丙三大领域."""
    choices = list(
        re.finditer(
            r"(?<=[，。；：\n])[^，。；：、\n“”（）]{2,12}(?:、[^，。；：、\n“”（）]{2,8}){2,5}(?P<n>[三四五六])大(?=[一-龥])",
            text,
        )
    )
    choices = [
        m for m in choices if m[0].count("、") + 1 == parse_numeral(m["n"]) and "等" not in m[0]
    ]
    if not choices:
        return None
    match = chance.choice(choices)
    number = (parse_numeral(match["n"]) or 0) + chance.choice((1, 2))
    start = match.start("n")
    return Fault(
        text[:start] + write_numeral(number) + text[start + 1 :], start, start + 2, ("FIG302",)
    )


def _paragraphs(facts: Facts, least: int) -> list[tuple[int, int]]:
    return [
        entry.span
        for entry in facts.outline.entries
        if isinstance(entry, Paragraph)
        and entry.span.end - entry.span.start >= least
        and facts.text[entry.span.end - 1] == "。"
    ]


def double_paragraph(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Put a copy of a paragraph behind another one."""
    paragraphs = _paragraphs(facts, 60)
    if len(paragraphs) < 4:
        return None
    source, target = chance.sample(paragraphs, 2)
    copy = "\n" + text[slice(*source)]
    later = max(source[0], target[1])
    changed = text[: target[1]] + copy + text[target[1] :]
    start = target[1] + 1 if later == target[1] else source[0] + len(copy)
    return Fault(changed, start, start + len(copy) - 1, ("STR107", "STR108"))


def double_sentence(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Put a copy of a long sentence at the end of another paragraph."""
    sentences = [m for m in re.finditer(r"(?<=。)[^。！？\n]{35,120}。", text) if "“" not in m[0]]
    paragraphs = _paragraphs(facts, 60)
    if not sentences or len(paragraphs) < 3:
        return None
    source = chance.choice(sentences)
    end = chance.choice(paragraphs)[1]
    if source.start() <= end <= source.end():
        return None
    changed = text[:end] + source[0] + text[end:]
    start = end if end > source.start() else source.start() + len(source[0])
    return Fault(changed, start, start + len(source[0]), ("STR108", "STR107"))


def cut_paragraph(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Cut a paragraph off in the middle of its last sentence."""
    paragraphs = _paragraphs(facts, 80)
    if not paragraphs:
        return None
    start, end = chance.choice(paragraphs)
    last = text.rfind("。", start, end - 1) + 1
    if last <= 0 or end - last < 14:
        return None
    cut = chance.randrange(last + 6, end - 5)
    while cut < end - 2 and text[cut - 1] in "。；！？，、：“”《》（）":
        cut += 1
    return Fault(text[:cut] + text[end:], max(start, cut - 10), cut, ("STR106",))


PLACEHOLDERS = (
    "X",
    "XX",
    "xx.x",
    "××",
    "x",
    "Ｘ",
    "xxx",
    "XX.X",
    "***",
    "____",
    "（待补充）",
    "○○",
)


def placeholder(text: str, _facts: Facts, chance: random.Random) -> Fault | None:
    """Put a placeholder for a number."""
    numbers = list(
        re.finditer(r"(?<![0-9A-Za-z.“])[0-9]+(?:\.[0-9]+)?(?=[万亿%个家户公里元亩人])", text)
    )
    if not numbers:
        return None
    number = chance.choice(numbers)
    mark = chance.choice(PLACEHOLDERS)
    start = number.start()
    return Fault(text[:start] + mark + text[number.end() :], start, start + len(mark), ("PLH",))


ADS = (
    "更多精品材料请加微信：moyun_2024",
    "【本文由云墨文稿社整理，仅供会员学习，严禁转载】",
    "需要完整版请联系客服QQ：308877665",
    "扫码关注公众号“笔耕堂”，每天免费领取范文",
    "——本资料来源于网络，版权归原作者所有，如有侵权请联系删除",
    "www.yunmowengao.com 专业代写各类总结、计划、讲话稿",
    "加入资料群请私信群主，年费99元全站下载",
    "以上就是小编整理的政府工作报告全部内容，希望对大家有帮助",
)


def advertisement(text: str, facts: Facts, chance: random.Random) -> Fault | None:
    """Put an advertising line at the head, the tail, or between two paragraphs."""
    line = chance.choice(ADS)
    ends = [0, len(text), *(end for _, end in _paragraphs(facts, 60))]
    place = chance.choice(ends)
    if place == 0:
        return Fault(f"{line}\n{text}", 0, len(line), ("RES50",))
    return Fault(
        f"{text[:place]}\n{line}\n{text[place:]}", place + 1, place + 1 + len(line), ("RES50",)
    )


MAKERS: tuple[Maker, ...] = (
    drop_heading, double_heading, swap_headings, drop_item, double_item, swap_items, change_count,
    change_list, double_paragraph, double_sentence, cut_paragraph, placeholder, advertisement,
)  # fmt: skip


def _found(fault: Fault, before: set[tuple[str, str]], after: list[Diagnostic]) -> tuple[bool, int]:
    """Whether the fault is found, and how many new findings lie elsewhere."""
    hit, elsewhere = False, 0
    for d in after:
        if d.span is None or (d.code, d.sentence) in before:
            continue
        spans = [d.span, *(note.span for note in d.related)]
        near = any(s.start <= fault.end + NEAR and s.end >= fault.start - NEAR for s in spans)
        if near and d.code.startswith(fault.codes):
            hit = True
        elif not near and d.severity != "info":
            elsewhere += 1
    return hit, elsewhere


def main(arguments: list[str]) -> int:
    """Seed, lint, print recall and stray findings by class."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    rules = default_rules([])
    texts = [text for text in read_corpus(options.folder) if text.counted]
    random.Random(options.seed).shuffle(texts)
    score: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for number, text in enumerate(texts[: options.documents]):
        _one(number, text.text, rules, score, options)
    made = sum(row[0] for row in score.values())
    hits = sum(row[1] for row in score.values())
    for name, (count, found, stray) in sorted(score.items()):
        print(f"{name:18} {found}/{count} = {found / count:.3f}, findings elsewhere {stray}")
    print(f"{'all':18} {hits}/{made} = {hits / made:.3f}")
    return 0


def _one(
    number: int,
    text: str,
    rules: tuple[Rule, ...],
    score: dict[str, list[int]],
    options: argparse.Namespace,
) -> None:
    chance = random.Random(options.seed * 1000 + number)
    text = text.replace("\r\n", "\n")
    document = Document(Source("seeded", text))
    facts = Facts(document)
    before = {(d.code, d.sentence) for d in lint_document(document, rules)}
    for maker in MAKERS:
        fault = maker(text, facts, chance)
        if fault is None:
            continue
        after = lint_document(Document(Source("seeded", fault.text)), rules)
        hit, elsewhere = _found(fault, before, after)
        row = score[maker.__name__]
        row[0] += 1
        row[1] += hit
        row[2] += elsewhere
        if not hit and options.show:
            options.show -= 1
            window = fault.text[max(0, fault.start - 60) : fault.end + 60].replace("\n", "⏎")
            print(f"missed {maker.__name__}: {window}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
