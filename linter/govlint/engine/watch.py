"""Where the time of a run goes: to which rule, and to which fact that rules ask for.

Nothing of it is there in a run that is not timed: rules and facts are wrapped when one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from time import perf_counter
from typing import Any, TypeVar

from govlint.diagnostics.finding import Finding
from govlint.engine.plan import Group, Job
from govlint.facts.facts import Facts
from govlint.ruleset.rule import Rule

T = TypeVar("T")


class Watch:
    """``spent``: seconds by rule (code and name) and by fact (its name), each without what it
    asked others for, so that all of them together are no more than the whole."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._inside = 0.0
        members = {
            name: _property(name, partial(self._fact, name, fact.func))
            for name, fact in vars(Facts).items()
            if isinstance(fact, cached_property)
        }
        self._facts = type("TimedFacts", (Facts,), members)
        self._groups: dict[int, _TimedGroup] = {}

    def job(self, job: Job) -> Job:
        """``job`` with rules that are watched."""
        group = self._groups.get(id(job.group))
        if group is None:
            group = self._groups[id(job.group)] = _TimedGroup(job.group, self._rule)
        return job._replace(group=group)

    def measure(self, key: str, work: Callable[[], T]) -> T:
        """What ``work`` gives, its seconds added to ``key``."""
        outside, self._inside = self._inside, 0.0
        start = perf_counter()
        try:
            return work()
        finally:
            took = perf_counter() - start
            self.spent[key] = self.spent.get(key, 0.0) + took - self._inside
            self._inside = outside + took

    def _rule(self, rule: Rule) -> Rule:
        body = rule.body
        run = partial(self._run, f"{rule.id} {rule.name}", body.check.run)
        return rule._replace(body=body._replace(check=body.check._replace(run=run)))

    def _run(
        self, key: str, run: Callable[[Facts, Any], Iterable[Finding]], facts: Facts, params: Any
    ) -> Iterator[Finding]:
        facts.__class__ = self._facts  # the same facts, which from now on tell their time
        yield from self.measure(key, lambda: list(run(facts, params)))

    def _fact(self, name: str, work: Callable[[Facts], Any], facts: Facts) -> Any:
        return self.measure(name.strip("_"), partial(work, facts))


def _property(name: str, work: Callable[[Facts], Any]) -> cached_property[Any]:
    found = cached_property(work)
    found.__set_name__(Facts, name)
    return found


class _TimedGroup(Group):
    """A group like another, but for its rules."""

    def __init__(self, group: Group, timed: Callable[[Rule], Rule]) -> None:
        self.__dict__.update(vars(group))
        self._timed = timed
        self._known: list[tuple[tuple[Rule, ...], tuple[Rule, ...]]] = []

    def rules(self, path: str) -> tuple[Rule, ...]:
        rules = super().rules(path)
        for known, timed in self._known:
            if known is rules:  # which most are: what they look for is worked out once
                return timed
        self._known.append((rules, tuple(map(self._timed, rules))))
        return self._known[-1][1]
