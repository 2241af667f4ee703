"""spellings: is one name written with two characters that sound or look alike?

Which are mistaken for each other a rule lists for names that are met several times; those that are
met once each are compared by the table of all such characters, where ``once`` is set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.checks.phrases import searches_of
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import find
from govlint.records import NamedTuple
from govlint.text.span import Span

_BESIDE = 20
"""Code points between two names in one list."""
_TELLING = frozenset("一二三四五六七八九十东南西北中上下前后大小新老旧")
"""Characters that tell two names apart."""
_LEVELS = frozenset("省市县区镇乡村州国级的和与")
"""Characters that are no part of a name of three."""


class Params(NamedTuple):
    """``find``: names; its group ``name`` is what distinguishes one from another. ``alike``:
    characters that are mistaken for each other. ``least``: how often a name must be met for
    another, met less often, to be taken for it. ``once``: compare names that are met as often; a
    group ``family`` is what persons of one family share, and what follows such a name tells
    nothing; a group ``proper`` is a name of three, whose middle may be any other character where
    the document has the name oftener and it is made of no words."""

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    alike: tuple[str, ...] = ()
    least: int = 2
    once: bool = False


@lru_cache(maxsize=8)
def _sounds(alike: tuple[str, ...]) -> dict[int, str]:
    """Each character to the first of those that it is mistaken for."""
    return {ord(char): group[0] for group in reversed(alike) for char in group}


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    if params.once:
        yield from _once(facts, params)
        return
    ends: set[int] = set()
    for found in _alike(facts, params):
        if found.span is not None and found.span.end not in ends:  # of 青石岭隧道 not 石岭隧道, too
            ends.add(found.span.end)
            yield found


def _alike(facts: Facts, params: Params) -> Iterator[Finding]:
    """Each name that is met less often than another that sounds like it."""
    sounds = _sounds(params.alike)
    for search in searches_of(params):
        names: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for match in find(facts.body, facts.literals, search):
            start, end = match.start("name"), match.end()
            whole = facts.body[start:end]
            heard = match["name"].translate(sounds) + facts.body[match.end("name") : end]
            names[heard][whole].append(Span(start, end))
        for spellings in names.values():
            if len(spellings) > 1:
                yield from _compared(spellings, params.least)


def _once(facts: Facts, params: Params) -> Iterator[Finding]:
    """Each name that differs by one character from another, met no less often before it."""
    names, proper = _named(facts, params)
    for alike_names in proper.values():
        if len(alike_names) > 1:
            yield from _inside(facts.body, alike_names)
    blanks: dict[str, list[str]] = defaultdict(list)
    for name, places in names.items():
        for at in range(2):
            blank = name[:at] + "　" + name[at + 1 :]
            for other in blanks[blank]:
                alike = _mistaken(name[at], other[at]) or _is_titled(facts, names[other], places)
                if alike and len(places) <= len(names[other]):
                    if not _mistaken(name[at], other[at]) and _TELLING & {name[at], other[at]}:
                        continue  # 一桥 and 二桥
                    model = names[other][0]
                    if _in_one_list(facts.body, model, places[0]):
                        continue  # they are two
                    fields = {
                        key: facts.body[slice(*span)]
                        for key, span in (("name", places[0]), ("model", model))
                    }
                    yield Finding(places[0], fields, (Related(model, "model"),))
            blanks[blank].append(name)


def _named(
    facts: Facts, params: Params
) -> tuple[dict[str, list[Span]], dict[str, dict[str, list[Span]]]]:
    """The places of each name with what tells what it is of, and those of the names of three by
    their first character and what follows the second."""
    names: dict[str, list[Span]] = defaultdict(list)
    proper: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for search in searches_of(params):
        for match in find(facts.body, facts.literals, search):
            if name := match.groupdict().get("proper"):
                frame = f"{name[0]}　{facts.body[match.start('proper') + 2 : match.end()]}"
                proper[frame][name].append(Span(match.start("proper"), match.end()))
                continue
            family = match.groupdict().get("family")
            end = match.end("name") if family else match.end()
            told = facts.body[match.end("name") : end] + (family or "")
            start = match.start("family") if family else match.start("name")
            names[match["name"] + told].append(Span(start, end))
    return names, proper


def _inside(text: str, names: dict[str, list[Span]]) -> Iterator[Finding]:
    """The names that are met once, of those that differ inside from one that is met oftener."""
    from govlint.facts.lexicon import is_listed  # few texts have two such names

    model = max(names, key=lambda name: len(names[name]))
    if len(names[model]) == 1 or is_listed(model[:2]) or is_listed(model[1:]):
        return
    for name, (place, *more) in names.items():
        if name == model or more or {model[1], name[1]} & (_TELLING | _LEVELS):
            continue
        if not any(_in_one_list(text, span, place) for span in names[model]):
            fields = {"name": text[slice(*place)], "model": text[slice(*names[model][0])]}
            yield Finding(place, fields, (Related(names[model][0], "model"),))


def _is_titled(facts: Facts, model: list[Span], places: list[Span]) -> bool:
    """Whether the title has the one name, and the text once the other: 双河大桥 for 双溪大桥."""
    return len(places) == 1 and len(model) > 1 and model[0].start < facts.title.span.end


def _in_one_list(text: str, one: Span, other: Span) -> bool:
    first, last = sorted((one, other))
    near = last.start - first.start < _BESIDE
    return near and not {*"。；\n"} & {*text[first.end : last.start]}


def _mistaken(one: str, other: str) -> bool:
    """Whether two characters of names are mistaken for each other; numbers tell names apart."""
    from govlint.facts.confusable import confusable  # few texts have two such names

    return not {one, other} <= _TELLING and confusable(one, other)


def _compared(spellings: dict[str, list[Span]], least: int) -> Iterator[Finding]:
    model = max(spellings, key=lambda name: len(spellings[name]))
    places = spellings.pop(model)
    for name, others in spellings.items():
        if len(places) >= least and len(others) < len(places):
            for span in others:
                related = (Related(places[0], "model"),)
                yield Finding(span, {"name": name, "model": model}, related, (Edit(span, model),))


CHECK = Check(
    "spellings",
    Params,
    run,
    fields=("name", "model"),
    roles=("model",),
    searches=searches_of,
)
