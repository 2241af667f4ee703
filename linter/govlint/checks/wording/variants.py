"""variants: is one thing written in one way throughout the document?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Reaches, Regexes
from govlint.checks.phrases import searches_of
from govlint.diagnostics.finding import Edit, Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import find
from govlint.records import NamedTuple
from govlint.text.span import Span


class Params(NamedTuple):
    """``find``: phrases, each of one thing: the group ``form`` is what varies, ``key``, where a
    phrase has it, tells several things apart, and ``alone`` is a form that is reported, once, even
    where there is no other; ``prefer``: what it should be, a form that is never reported.
    ``avoid``: forms that are not the model while there is another.
    """

    find: Regexes
    needles: Needles = Needles(())
    reaches: Reaches = Reaches(())
    avoid: tuple[str, ...] = ()
    prefer: str = ""


class _Place(NamedTuple):
    """Where one of several forms stands; ``whole`` is the match around it."""

    whole: Span
    form: Span
    alone: bool


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    for search in searches_of(params):
        things: dict[str, list[_Place]] = defaultdict(list)
        for match in find(facts.body, facts.literals, search):
            groups = match.groupdict()
            alone = bool(groups.get("alone"))
            place = _Place(Span(*match.span()), Span(*match.span("form")), alone)
            things[groups.get("key") or ""].append(place)
        for places in things.values():
            yield from _compared(facts.document.source.text, places, params)


def _compared(text: str, places: list[_Place], params: Params) -> Iterator[Finding]:
    """What differs from the form that is met most, or first where two are met as often."""
    forms = Counter(text[slice(*place.form)] for place in places)
    if len(forms) == 1:
        if places[0].alone:
            first, *more = places
            model = text[first.whole.start : first.form.start] + params.prefer
            model += text[first.form.end : first.whole.end]
            also = tuple(Related(place.whole, "also") for place in more)
            yield _finding(first, model, params.prefer, also)
        return
    good = [form for form in forms if form not in params.avoid] or list(forms)
    common = max(good, key=forms.__getitem__)
    example = next(place for place in places if text[slice(*place.form)] == common)
    for place in places:
        if text[slice(*place.form)] not in (common, params.prefer):
            related = (Related(example.whole, "model"),)
            yield _finding(place, text[slice(*example.whole)], common, related)


def _finding(place: _Place, model: str, form: str, related: tuple[Related, ...]) -> Finding:
    return Finding(place.whole, {"model": model}, related, (Edit(place.form, form),))


CHECK = Check(
    "variants",
    Params,
    run,
    fields=("model",),
    roles=("model", "also"),
    searches=searches_of,
)
