"""The rules that a config and the command line together turn on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from govlint.engine.config import Config
from govlint.engine.settings import Settings
from govlint.ruleset.catalogue import builtin_rules
from govlint.ruleset.fault import FileFault, UsageFault, os_reason
from govlint.ruleset.profiles import PROFILES
from govlint.ruleset.rule import Rule, RuleFile
from govlint.ruleset.select import Choice, Selector, find_rules, select_rules

ENGINE = "engine"
"""The kind of the rules that the engine itself reports."""


class RuleSet:
    """``rules``: those that are on and ask something of a document, by code. ``events``: the rule
    for each thing that the engine reports. ``off``: codes that the user does not want to see."""

    def __init__(self, config: Config, settings: Settings) -> None:
        self._own = _own_files((*config.rule_paths, *settings.rules))
        self.known = _joined(self._own)
        choice = _choice(config, settings, self.known)
        on = select_rules(self.known, choice, self._tags)
        self.rules = tuple(rule for rule in on if rule.kind != ENGINE)
        ignored = [code for s in choice.ignore for code in find_rules(s, self.known, self._tags)]
        self.off = frozenset(ignored)
        self.events: Mapping[str, Rule] = {
            rule.body.params.event: rule._replace(
                severity=choice.severities.get(rule.id, rule.severity)
            )
            for rule in self.known
            if rule.kind == ENGINE
        }
        for entry in config.ignore_text:
            self.codes(Selector(entry.rule, f"{entry.file}:{entry.line}：ignore-text"))

    def codes(self, selector: Selector) -> list[str]:
        """The codes that ``selector`` stands for. Raises UsageFault."""
        return find_rules(selector, self.known, self._tags)

    def without(self, selectors: Iterable[Selector]) -> tuple[Rule, ...]:
        """The rules that are on, but for those."""
        off = {code for selector in selectors for code in self.codes(selector)}
        return tuple(rule for rule in self.rules if rule.id not in off)

    def _tags(self) -> Mapping[str, tuple[str, ...]]:
        from govlint.ruleset.catalogue import builtin_files

        return {file.rule.id: file.manual.tags for file in (*builtin_files(), *self._own)}


def _choice(config: Config, settings: Settings, known: list[Rule]) -> Choice:
    """The command line goes before the config: its ``--select`` sets aside what the config
    selects and ignores, its ``--ignore`` adds to it."""
    ignore = tuple(Selector(text, "--ignore") for text in settings.ignore)
    severities, off = _severities(config, known)
    if settings.select is None:
        select, ignore = config.select, config.ignore + off + ignore
    else:
        select = tuple(Selector(text, "--select") for text in settings.select)
    profile = settings.profile or config.profile or PROFILES[0]
    return Choice(profile, select, ignore, severities)


def _severities(config: Config, known: list[Rule]) -> tuple[dict[str, str], tuple[Selector, ...]]:
    """Severity by code, and the rules that the config turns off by name."""
    found, off = {}, []
    for key, (severity, place) in config.severities.items():
        codes = [rule.id for rule in known if key in (rule.id, rule.name)]
        selector = Selector(key, f"{place}：rules")
        if not codes:
            find_rules(selector, known, dict)
            raise UsageFault(f"{selector.place}：“{key}”不是一条规则，要写代号或名称")
        if severity == "off":
            off.append(selector)
        else:
            found.update(dict.fromkeys(codes, severity))
    return found, tuple(off)


def _joined(own: tuple[RuleFile, ...]) -> list[Rule]:
    rules = list(builtin_rules())
    taken = {key: rule.id for rule in rules for key in (rule.id, rule.name)}
    for file in own:
        for key in (file.rule.id, file.rule.name):
            if key in taken:
                raise FileFault(file.manual.path, 1, 1, f"“{key}”已被规则 {taken[key]} 使用")
        taken |= {file.rule.id: file.rule.id, file.rule.name: file.rule.id}
        rules.append(file.rule)
    return rules


def _own_files(paths: tuple[str, ...]) -> tuple[RuleFile, ...]:
    return tuple(file for path in dict.fromkeys(paths) for file in own_files(path))


def own_files(path: str) -> tuple[RuleFile, ...]:
    """The rules in a file or folder of one's own. Raises UsageFault."""
    from govlint.ruleset.catalogue import load_folder

    if not os.path.exists(path):
        raise UsageFault(f"规则文件不存在：{path}")
    try:
        found = load_folder(path)
    except OSError as fault:
        raise UsageFault(f"规则文件读不了：{path}（{os_reason(fault)}）") from None
    except UnicodeDecodeError:
        raise UsageFault(f"规则文件不是 UTF-8：{path}") from None
    if not found:
        raise UsageFault(f"文件夹里没有规则文件（.yaml）：{path}")
    return found
