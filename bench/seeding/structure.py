"""Faults in what a document is made of: its title, sections, paragraphs, lines, attachments."""

from __future__ import annotations

import random
import re

from govlint.facts.facts import Facts
from govlint.syntax.tree import Heading
from seeding.places import plain_paragraphs
from seeding.seed import Seed, SeedClass, Span


def _drop_title(text: str, facts: Facts, _chance: random.Random) -> Seed | None:
    """Take the title away."""
    title = facts.title
    if not title.spans or title.span.start > 40:
        return None
    return Seed(text[title.span.end :].lstrip("\n"), ((0, 1),), ("STR101",))


def _own_lines(facts: Facts) -> list[Heading]:
    """Headings of level 1 and 2 that stand on a line of their own."""
    return [
        heading
        for heading in facts.outline.headings
        if heading.level in {1, 2}
        and heading.title.end == heading.span.end
        and heading.title.end - heading.title.start > 4
    ]


def _empty_section(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Take the text of a section away, its heading stays."""
    outline = facts.outline
    pairs = [
        (one, two)
        for index, (one, two) in enumerate(
            zip(outline.headings, outline.headings[1:], strict=False)
        )
        if one in _own_lines(facts)
        and one.rank == two.rank
        and outline.parents[index] == outline.parents[index + 1]
        and (one.ordinal or 0) + 1 == two.ordinal
    ]
    if not pairs:
        return None
    one, two = chance.choice(pairs)
    start, end = facts.line(one.mark.start).end, facts.line(two.mark.start).start
    changed = f"{text[:start]}\n{text[end:]}"
    return Seed(changed, ((one.span.start, one.span.end),), ("STR103",))


def _point_heading(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Put a point behind a heading that stands alone and whose neighbours have none."""
    headings = [h for h in _own_lines(facts) if text[h.span.end - 1] not in "。；，：！"]
    if len(headings) < 3:
        return None
    end = chance.choice(headings).span.end
    return Seed(text[:end] + chance.choice("。；，") + text[end:], ((end, end + 1),), ("STR109",))


def _double_paragraph(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Put a copy of a paragraph behind another one."""
    paragraphs = plain_paragraphs(facts)
    if len(paragraphs) < 4:
        return None
    source, target = chance.sample(paragraphs, 2)
    copy = "\n" + text[slice(*source)]
    changed = text[: target[1]] + copy + text[target[1] :]
    later = target[1] + 1 if target[1] > source[0] else source[0] + len(copy)
    return Seed(changed, ((later, later + len(copy) - 1),), ("STR107", "STR108"))


def _sentences(text: str) -> list[Span]:
    found = re.finditer(r"(?<=。)[^。！？\n“”]{35,120}。", text)
    return [match.span() for match in found]


def _double_sentence(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Put a copy of a long sentence at the end of another paragraph."""
    sentences, paragraphs = _sentences(text), plain_paragraphs(facts)
    if not sentences or not paragraphs:
        return None
    start, end = chance.choice(sentences)
    ends = [b for a, b in paragraphs if not (a <= start < b)]
    if not ends:
        return None
    target = chance.choice(ends)
    copy = text[start:end]
    changed = text[:target] + copy + text[target:]
    later = target if target > start else start + len(copy)
    return Seed(changed, ((later, later + len(copy)),), ("STR107", "STR108"))


def _vary_sentence(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Right: a sentence like another one, about other figures."""
    sentences = [(a, b) for a, b in _sentences(text) if re.search("[0-9]", text[a:b])]
    paragraphs = plain_paragraphs(facts)
    if not sentences or not paragraphs:
        return None
    start, end = chance.choice(sentences)
    copy = re.sub(r"[一-龥]{4}(?=[，。])", "有序推进", text[start:end])
    copy = f"各县区同步发力，{copy[: len(copy) // 2]}工作全面启动。"
    target = chance.choice(paragraphs)[1]
    return Seed(text[:target] + copy + text[target:], (), ("STR107", "STR108"))


def _cut_paragraph(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Cut a paragraph off in the middle of its last sentence."""
    paragraphs = plain_paragraphs(facts, 80)
    if not paragraphs:
        return None
    start, end = chance.choice(paragraphs)
    last = text.rfind("。", start, end - 1) + 1
    if last <= 0 or end - last < 14:
        return None
    cut = chance.randrange(last + 6, end - 5)
    while cut < end - 2 and text[cut - 1] in "。；！？，、：“”《》（）":
        cut += 1
    return Seed(text[:cut] + text[end:], ((max(start, cut - 10), cut),), ("STR106",))


def _break_lines(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Break the lines of a stretch of the text at a fixed width, as copying from a page does."""
    paragraphs = plain_paragraphs(facts, 150)
    if len(paragraphs) < 5:
        return None
    first = chance.randrange(len(paragraphs) - 4)
    width = chance.randrange(28, 40)
    start, end = paragraphs[first][0], paragraphs[first + 4][1]
    lines = text[start:end].split("\n")
    broken = "\n".join("\n".join(_pieces(line, width)) for line in lines)
    place = (start, start + len(broken))
    return Seed(text[:start] + broken + text[end:], (place,), ("STR110", "STR106", "RES512"))


def _pieces(line: str, width: int) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)] or [""]


def _repeat_header(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Put the running head and the number of each page between the paragraphs."""
    title = facts.title
    paragraphs = plain_paragraphs(facts)
    if title is None or len(paragraphs) < 12:
        return None
    head = text[title.span.start : title.span.end].replace("\n", "")
    parts, places, at = [], [], 0
    shift = 0
    ends = sorted(end for _, end in chance.sample(paragraphs, 6))
    for page, end in enumerate(ends, 2):
        line = f"\n{head}\n— {page} —"
        parts.append(text[at:end] + line)
        places.append((end + shift + 1, end + shift + len(line)))
        at, shift = end, shift + len(line)
    return Seed("".join(parts) + text[at:], tuple(places), ("RES511", "RES506"))


_NAMES = ("重点项目台账", "任务分工表", "经费预算明细", "民生实事清单")


def _attachments(text: str, facts: Facts, chance: random.Random, cited: int, listed: int) -> Seed:
    _, end = chance.choice(plain_paragraphs(facts))
    reference = f"具体任务见附件{cited}。"
    names = chance.sample(_NAMES, listed)
    lines = "\n".join(
        f"　　{'附件：' if not k else '　　　'}{k + 1}.{n}" for k, n in enumerate(names)
    )
    tail = f"\n\n{lines}\n"
    changed = text[:end] + reference + text[end:].rstrip() + tail
    places = ((end, end + len(reference)),) if cited > listed else ()
    return Seed(changed, places, ("FMT",))


def _attachment_wrong(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Refer to an attachment that the list has not."""
    listed = chance.randint(2, 3)
    return _attachments(text, facts, chance, listed + 1, listed)


def _attachment_right(text: str, facts: Facts, chance: random.Random) -> Seed | None:
    """Right: refer to one that it has."""
    listed = chance.randint(2, 3)
    return _attachments(text, facts, chance, chance.randint(1, listed), listed)


CLASSES = (
    SeedClass("title-dropped", "structure", (_drop_title,), ()),
    SeedClass("section-emptied", "structure", (_empty_section,), ()),
    SeedClass("heading-pointed", "structure", (_point_heading,), ()),
    SeedClass("paragraph-doubled", "structure", (_double_paragraph,), ()),
    SeedClass("sentence-doubled", "structure", (_double_sentence,), (_vary_sentence,)),
    SeedClass("paragraph-cut", "structure", (_cut_paragraph,), ()),
    SeedClass("lines-broken", "structure", (_break_lines,), ()),
    SeedClass("header-repeated", "structure", (_repeat_header,), ()),
    SeedClass("attachment-missing", "structure", (_attachment_wrong,), (_attachment_right,)),
)
