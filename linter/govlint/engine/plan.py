"""Which document is checked under which config: everything that can be wrong before a run."""

from __future__ import annotations

import os
from collections.abc import Iterable

from govlint.engine.config import Config, Pattern
from govlint.engine.config_find import Configs
from govlint.engine.files import STDIN, Found, Target, find_files, show
from govlint.engine.read import Reading
from govlint.engine.rulesets import RuleSet
from govlint.engine.settings import Settings
from govlint.engine.suppress import Suppressions, meant
from govlint.facts.indicators import Indicators
from govlint.facts.previous import Previous
from govlint.facts.reference import Reference
from govlint.records import NamedTuple
from govlint.ruleset.rule import Rule


class Group:
    """The documents that one config governs have this in common."""

    def __init__(self, config: Config, settings: Settings) -> None:
        self.config = config
        self._settings = settings
        self.rule_set = RuleSet(config, settings)
        self.suppressions = Suppressions(config)
        self.year = settings.year or config.year
        self.language = settings.language or config.language or "zh"
        self.reading = Reading(settings.encoding, settings.max_size, self.language)
        self.reference = _reference(settings.reference or config.reference)
        self.indicators = _indicators(config.indicators)
        self.previous = _previous(settings.previous, self.reading, self.indicators)
        self.fail_level = settings.fail_level or config.fail_level or "error"

    def __reduce__(self) -> tuple[type[Group], tuple[Config, Settings]]:
        """A process that is sent a group makes it from the config again: rules hold functions."""
        return (Group, (self.config, self._settings))

    def rules(self, path: str) -> tuple[Rule, ...]:
        """The rules for the file at ``path``."""
        off = [s for entry in self.config.per_file if meant(entry.pattern, path)
               for s in entry.ignore]  # fmt: skip
        return self.rule_set.without(off) if off else self.rule_set.rules


def _reference(path: str | None) -> Reference | None:
    if path is None:
        return None
    from govlint.engine.reference_read import read_reference  # most runs have no table

    return read_reference(path)


def _indicators(paths: tuple[str, ...]) -> Indicators | None:
    if not paths:
        return None
    from govlint.engine.indicators_read import read_all  # most configs have no table; brings YAML

    return read_all(paths)


def _previous(path: str | None, reading: Reading, indicators: Indicators | None) -> Previous | None:
    if path is None:
        return None
    from govlint.engine.previous_read import read_previous  # most runs have none

    return read_previous(path, reading, indicators)


class Job(NamedTuple):
    """A document to check. ``name``: the path by which config and format are found, which for
    standard input is what the user says."""

    target: Target
    name: str
    group: Group


class Plan(NamedTuple):
    """``jobs`` in order. ``problems``: what keeps the run from being complete, for the user to
    read. ``groups``: one for each config; ``complete``: those whose whole folder is checked.
    ``foreign``: how many documents in the folders are of formats that are not read."""

    jobs: list[Job]
    problems: list[str]
    groups: list[Group]
    complete: list[Group]
    foreign: int = 0


def make_plan(paths: Iterable[str], settings: Settings) -> Plan:
    """The plan for ``paths``. Raises UsageFault for a bad option, config or rule file."""
    configs = Configs(settings.config, isolated=settings.isolated)
    found = find_files(paths)
    exclude = [Pattern(os.getcwd(), glob) for glob in settings.exclude] if settings.exclude else []
    groups: dict[str, Group] = {}
    jobs = []
    for target in found.targets:
        name = (settings.stdin_filename or STDIN) if target.path == STDIN else target.path
        config = configs.of(name)
        if not _excluded(target, name, [*exclude, *config.exclude], settings):
            group = groups.get(config.path)
            if group is None:
                group = groups[config.path] = Group(config, settings)
            shown = target.shown if target.path != STDIN else show(name)
            jobs.append(Job(target._replace(shown=shown), name, group))
    jobs.sort(key=lambda job: job.target.shown)
    if not groups:  # a bad config is worth knowing, even if there is nothing to check
        Group(configs.of(STDIN), settings)
    complete = [] if settings.exclude else [g for g in groups.values() if _whole(g, found)]
    return Plan(jobs, _problems(found, jobs), list(groups.values()), complete, len(found.foreign))


def _excluded(target: Target, name: str, patterns: list[Pattern], settings: Settings) -> bool:
    if target.explicit and not settings.force_exclude:
        return False
    return any(meant(pattern, name) for pattern in patterns)


def _problems(found: Found, jobs: list[Job]) -> list[str]:
    kept = {job.target.folder for job in jobs}
    return [
        *(f"路径不存在：{path}" for path in found.missing),
        *(f"文件夹里没有可以检查的文件（.txt、.md）：{path}" for path in found.barren),
        *(f"文件夹里的文件都被排除了：{path}" for path in found.folders if path not in kept),
    ]


def _whole(group: Group, found: Found) -> bool:
    """Whether everything below the folder of the group's config was asked for."""
    if not group.config.path:
        return False
    home = os.path.dirname(os.path.abspath(group.config.path))
    return any(
        home == folder or home.startswith(folder.rstrip(os.sep) + os.sep)
        for folder in map(os.path.abspath, found.folders)
    )
