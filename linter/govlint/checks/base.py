"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from govlint.diagnostics.finding import Finding
from govlint.facts.facts import Facts
from govlint.facts.printed import FIGURES
from govlint.facts.search import Search
from govlint.hints import Any, Generic, NewType, TypeVar
from govlint.records import NamedTuple
from govlint.text.span import Span

P = TypeVar("P")

Regexes = NewType("Regexes", tuple[str, ...])
"""The type of a parameter that a rule file writes as phrases; the loader compiles them."""

Needles = NewType("Needles", tuple[str, ...])
"""The type of a parameter that the loader works out: for each phrase beside it the sets of which
every match holds at least one member each, the rarest first (see ruleset/needles.py), as one text
(see facts/search.py)."""

Reaches = NewType("Reaches", tuple[int, ...])
"""The type of a parameter that the loader works out: for each phrase how far a match reaches from
any of its characters, or 0 where there is no bound (see ruleset/regexes.py)."""

Table = NewType("Table", tuple[str, str, str])
"""The type of a parameter that a rule file writes as the name of a CSV beside it; the loader reads
it (see facts/terms.py and ruleset/tables.py)."""

WordList = NewType("WordList", tuple[str, str, str])
"""The same for a list of words that are right (see facts/formulae.py and ruleset/word_lists.py)."""


Measures = NewType("Measures", tuple[tuple[str, str, str, str, str], ...])
"""The same for nouns and the measure words that they do not have (see
checks/wording/measure_words.py and ruleset/measure_table.py)."""

Collocations = NewType("Collocations", tuple[str, str, str])
"""The same for nouns and the verbs that do not go with them (see checks/wording/collocations.py and
ruleset/collocation_table.py)."""

Synonyms = NewType("Synonyms", tuple[str, str])
"""The same for words of one sense that do not stand side by side (see checks/wording/synonyms.py
and ruleset/synonym_table.py)."""

Lists = NewType("Lists", tuple[str, str, str])
"""The same for lists whose members and order are fixed (see checks/wording/fixed_list.py and
ruleset/list_table.py)."""

SetPhrases = NewType("SetPhrases", tuple[str, str])
"""The same for set phrases (see facts/set_phrases.py and ruleset/phrase_table.py)."""

Confusions = NewType("Confusions", tuple[str, str])
"""The same for words that are taken for each other (see facts/confusions.py and
ruleset/confusion_table.py)."""


def no_searches(_params: object) -> Iterable[Search]:
    """What a check looks for that does not look for literals."""
    return ()


def only_figures(_params: object) -> Iterable[Search]:
    """What a check looks for that asks for figures first."""
    return (FIGURES,)


def no_fault(_params: object) -> str:
    """What is wrong with the parameters of a check that can go wrong in nothing."""
    return ""


def no_names(_params: object) -> Iterable[str]:
    """What the parameters of a check bind that bind nothing."""
    return ()


class Agreement(NamedTuple):
    """What a text says of figures or items, and whether it fits. ``span``: of what is ``stated``;
    ``given``: what it is worked out from; ``expected``: what follows from that, or ""."""

    span: Span
    given: str
    expected: str
    stated: str
    holds: bool


def no_agreements(_facts: Facts, _params: object) -> Iterable[Agreement]:
    """What a check holds against each other that asks another kind of question."""
    return ()


class Check(NamedTuple, Generic[P]):
    """A kind of question that rules can ask. ``key`` is what a rule file calls it, ``params``
    a NamedTuple type whose fields are the keys below it, ``run`` yields what it objects to.

    ``fields`` names what its findings carry for the message (captures come on top of that),
    ``roles`` the related places it can point at, ``searches`` what it looks for, so that the
    places of literals can be found in one pass for all rules (see facts/literals.py): it is not
    run where a text can hold none of them, if there are any. ``fault``
    says what is wrong with parameters, or "", and ``names`` what they bind for the message.
    ``agreements``: all that it can hold against each other, what fits included. ``guesses``: it
    asks of any word; where a rule that knows what to write speaks, its findings are dropped.
    """

    key: str
    params: type[P]
    run: Callable[[Facts, P], Iterator[Finding]]
    fields: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    searches: Callable[[P], Iterable[Search]] = no_searches
    fault: Callable[[P], str] = no_fault
    names: Callable[[P], Iterable[str]] = no_names
    agreements: Callable[[Facts, P], Iterable[Agreement]] = no_agreements
    guesses: bool = False


class NoParams(NamedTuple):
    """The parameters of a check that has none."""


AnyCheck = Check[Any]
