"""A rule: who asks which question, and what is said when the answer is yes."""

from __future__ import annotations

from collections.abc import Mapping

from govlint.checks.base import AnyCheck
from govlint.facts.index import Asked
from govlint.facts.search import search_for
from govlint.hints import Any
from govlint.records import NamedTuple


class Body(NamedTuple):
    """What a rule does with a document that it may object to. ``params``: typed as ``check``
    says. ``unless``: regexes whose overlap makes a hit right, each with its needles and reach (see
    ruleset/regexes.py). ``masks``: stretches in which it does not look. ``scope``: "" or where a
    hit must lie. ``messages`` and ``related`` are by language; ``related`` holds the sentence for
    each role."""

    check: AnyCheck
    params: Any
    messages: Mapping[str, str]
    related: Mapping[str, Mapping[str, str]]
    unless: tuple[tuple[str, str, int], ...] = ()
    masks: tuple[str, ...] = ()
    scope: str = ""
    basis: str = ""


class Rule(NamedTuple):
    """What a run needs of a rule file.

    ``kind``: the check's key. ``fix``: "", ``safe`` or ``unsafe``. ``fixed_severity``: the user has
    set it, for all rows of a table. ``body`` may be read when something is asked of it (see
    ruleset/compiled.py).
    """

    id: str
    name: str
    severity: str
    profiles: tuple[str, ...]
    status: str
    kind: str
    fix: str
    body: Body
    fixed_severity: bool = False

    @property
    def family(self) -> str:
        return self.id[:3]

    def asks(self) -> Asked:
        """What the rule looks for."""
        body = self.body
        return Asked(
            [*body.check.searches(body.params)],
            [search_for(*excuse) for excuse in body.unless],
        )


class Examples(NamedTuple):
    """Texts that the rule must object to, with the answer marked ⟦…⟧, and texts that it must
    not."""

    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()


class Case(NamedTuple):
    """What a row of a table is tested with. ``place``: its file and line; ``kind``: the column;
    ``text``: marked ⟦…⟧ where the row must object."""

    place: str
    kind: str
    text: str


class Manual(NamedTuple):
    """What a person reads about a rule. ``titles`` by language; ``source``: the text of its YAML
    file, ``path``: where that is. ``cases``: from the rows of a table."""

    titles: Mapping[str, str]
    why: str
    examples: Examples
    since: str
    tags: tuple[str, ...]
    source: str
    path: str = ""
    cases: tuple[Case, ...] = ()


class RuleFile(NamedTuple):
    """One rule file, read in full."""

    rule: Rule
    manual: Manual
