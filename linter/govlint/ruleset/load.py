"""A rule file to a rule, every mistake with its line."""

from __future__ import annotations

import os
import re
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any, Literal, get_args, get_origin, get_type_hints

from govlint.checks.base import AnyCheck, Needles, Reaches, Regexes, Table
from govlint.diagnostics.severity import SEVERITIES
from govlint.facts.masks import MASKS
from govlint.facts.scopes import scope_fault
from govlint.ruleset.fault import FileFault
from govlint.ruleset.kinds import find_check, kind_keys
from govlint.ruleset.phrase import PhraseError, compile_phrase
from govlint.ruleset.profiles import PROFILES
from govlint.ruleset.regexes import RegexError, check_regex, needles, reach
from govlint.ruleset.rule import Examples, Manual, Rule, RuleFile
from govlint.ruleset.tables import Read, read_table
from govlint.ruleset.yamlfile import Value, read_yaml

STATUSES = ("stable", "preview", "deprecated")
LEVELS = ("条例", "国标", "标准", "实务", "单位")
REQUIRED = (
    "id", "name", "title", "severity", "message", "why", "basis", "examples",
)  # fmt: skip
OPTIONAL = (
    "profiles", "status", "since", "tags", "scope", "unless", "masks", "fix", "related", "table",
    "en",
)  # fmt: skip
_NO_EXAMPLES = ("engine", "reference", "previous")
"""Kinds that no text alone can show: they need a file that cannot be read, or a table."""
_ID = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MARKED = re.compile(r"(?<!\\)⟦")


def key_of(name: str) -> str:
    """What a rule file calls the parameter ``name``: Python has words of its own.

    >>> key_of("from_"), key_of("max_step")
    ('from', 'max-step')
    """
    return name.rstrip("_").replace("_", "-")


def load_rule(path: str, text: str, folder: Traversable | None = None) -> RuleFile:
    """The rule in one file; ``folder`` holds the tables beside it. Raises FileFault."""
    root = read_yaml(path, text)
    if root is None:
        raise FileFault(path, 1, 1, "文件是空的")
    kinds = kind_keys()
    found = root.mapping((*REQUIRED, *OPTIONAL, *kinds))
    missing = [key for key in REQUIRED if key not in found]
    if missing:
        raise root.fault(f"缺少必需的键：{'、'.join(missing)}")
    used = [key for key in found if key in kinds]
    if len(used) != 1:
        many = f"写了 {len(used)} 个：{'、'.join(used)}" if used else "一个也没有"
        raise root.fault(f"规则要有且只有一个检查键，这里{many}", f"可用：{'、'.join(kinds)}")
    return _Loader(path, found, used[0], text, folder).read()


class _Loader:
    """One rule file, key by key."""

    def __init__(
        self,
        path: str,
        found: dict[str, Value],
        kind: str,
        text: str,
        folder: Traversable | None,
    ) -> None:
        self.folder = folder
        self.table: Read | None = None
        self.path = path
        self.found = found
        self.kind = kind
        self.text = text
        self.names: set[str] = set()

    def read(self) -> RuleFile:
        found = self.found
        check = find_check(self.kind)
        assert check is not None
        params = self._params(check)
        english = found["en"].mapping(("title", "message", "related")) if "en" in found else {}
        fields = {*check.fields, *self.names, "text"}
        rule = Rule(
            id=self._matching("id", _ID, "三个大写字母加三位数字，如 SEQ201"),
            name=self._matching("name", _NAME, "小写英文单词，以连字符相连，如 ordinal-gap"),
            severity=found["severity"].choice(SEVERITIES),
            profiles=self._profiles(),
            status=found["status"].choice(STATUSES) if "status" in found else "stable",
            kind=self.kind,
            check=check,
            params=params,
            messages={
                "zh": self._message(found["message"], fields),
                **({"en": self._message(english["message"], fields)} if english else {}),
            },
            related=self._related(check, english, fields),
            unless=tuple((regex, needles(regex), reach(regex)) for regex in self._unless()),
            masks=self._masks(),
            scope=self._scope(),
            fix=found["fix"].choice(("safe", "unsafe", "none")).replace("none", "")
            if "fix" in found
            else "",
            basis=self._basis(),
        )
        return RuleFile(rule, self._manual(english, rule))

    def _matching(self, key: str, pattern: re.Pattern[str], wanted: str) -> str:
        text = self.found[key].text()
        if not pattern.fullmatch(text):
            raise self.found[key].fault(f"“{key}”应当是{wanted}，不是“{text}”")
        return text

    def _profiles(self) -> tuple[str, ...]:
        if "profiles" not in self.found:
            return ("report",)
        return tuple(item.choice(PROFILES) for item in self.found["profiles"].items())

    def _message(self, value: Value, fields: set[str]) -> str:
        text = value.text()
        try:
            used = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        except ValueError:
            raise value.fault("句子里的大括号不成对") from None
        for name in used:
            if name not in fields:
                known = "、".join(sorted(fields)) or "无"
                raise value.fault(f"句子里的“{{{name}}}”没有来处", f"可用：{known}")
        return text

    def _related(
        self, check: AnyCheck, english: dict[str, Value], fields: set[str]
    ) -> dict[str, dict[str, str]]:
        out: dict[str, dict[str, str]] = {}
        for language, value in (
            ("zh", self.found.get("related")),
            ("en", english.get("related")),
        ):
            for role, sentence in value.mapping(check.roles).items() if value else ():
                out.setdefault(role, {})[language] = self._message(sentence, fields)
        return out

    def _unless(self) -> tuple[str, ...]:
        return self._regexes(self.found["unless"]) if "unless" in self.found else ()

    def _masks(self) -> tuple[str, ...]:
        if "masks" not in self.found:
            return ("noise", "url", "email")
        return tuple(item.choice(MASKS) for item in self.found["masks"].items())

    def _scope(self) -> str:
        if "scope" not in self.found:
            return ""
        value = self.found["scope"]
        scope = value.text()
        fault = scope_fault(scope)
        if fault:
            raise value.fault(fault)
        return scope

    def _basis(self) -> str:
        known = ("level", "source", "clause")
        found = self.found["basis"].mapping(known)
        for key in ("level", "source"):
            if key not in found:
                raise self.found["basis"].fault(f"“basis”缺少“{key}”")
        found["level"].choice(LEVELS)
        clause = found["clause"].text() if "clause" in found else ""
        return f"{found['source'].text()} {clause}".strip()

    def _manual(self, english: dict[str, Value], rule: Rule) -> Manual:
        found = self.found
        if "en" in found and not {"title", "message"} <= english.keys():
            raise found["en"].fault("“en”要有 title 和 message")
        examples = found["examples"].mapping(("bad", "good"))
        bad = examples["bad"].texts() if "bad" in examples else ()
        good = examples["good"].texts() if "good" in examples else ()
        if self.kind not in _NO_EXAMPLES:
            self._enough(rule.status, bad, good)
        titles = {"zh": found["title"].text()}
        if english:
            titles["en"] = english["title"].text()
        return Manual(
            titles=titles,
            why=found["why"].text().strip(),
            examples=Examples(bad, good),
            since=found["since"].text() if "since" in found else "",
            tags=found["tags"].texts() if "tags" in found else (),
            source=self.text,
            path=self.path,
            cases=self.table.cases if self.table else (),
        )

    def _enough(self, status: str, bad: tuple[str, ...], good: tuple[str, ...]) -> None:
        place = self.found["examples"]
        few = len(bad) < 2 or len(good) < 2
        if status == "stable" and few and self.table is None:  # the rows of a table are examples
            raise place.fault("stable 规则至少要有两个 bad 例和两个 good 例")
        for example in bad:
            if not _MARKED.search(example):
                raise place.fault(f"bad 例里没有用⟦⟧标出该报的地方：{example[:20]}")
        for example in good:
            if _MARKED.search(example):
                raise place.fault(f"good 例里不该有⟦⟧：{example[:20]}")

    def _params(self, check: AnyCheck) -> Any:
        """The typed parameters: by the annotations of the check's NamedTuple."""
        value = self.found[self.kind]
        hints = get_type_hints(check.params)
        defaults = check.params._field_defaults
        wanted = [name for name, hint in hints.items() if hint not in (Needles, Reaches)]
        if not value.is_mapping and wanted:
            given = {wanted[0]: value}
        else:
            names = {key_of(name): name for name in wanted}
            given = {names[key]: item for key, item in value.mapping(names).items()}
        if "table" in self.found:
            self._own_table(hints, given)
        out: dict[str, Any] = {}
        for name in wanted:
            if name in given:
                out[name] = self._typed(given[name], hints[name])
            elif name not in defaults:
                raise value.fault(f"“{self.kind}”缺少“{key_of(name)}”")
        for name, hint in hints.items():
            if hint is Reaches:
                out[name] = tuple(reach(regex) for regex in out[wanted[0]])
            if hint is Needles:
                out[name] = tuple(needles(regex) for regex in out[wanted[0]])
        params = check.params(**out)
        if fault := check.fault(params):
            raise value.fault(fault)
        self.names.update(check.names(params))
        return params

    def _own_table(self, hints: dict[str, Any], given: dict[str, Value]) -> None:
        """``table: 词表.csv`` beside the check key says the same as ``from`` below it."""
        value = self.found["table"]
        for name, hint in hints.items():
            if hint is Table:
                if name in given:
                    raise value.fault(f"“table”和“{key_of(name)}”只要写一个")
                given[name] = value
                return
        raise value.fault(f"“{self.kind}”不用词表")

    def _table(self, value: Value) -> Any:
        name = value.text()
        path = os.path.join(os.path.dirname(self.path), name).replace(os.sep, "/")
        if self.folder is None:
            raise value.fault("这里读不了词表")
        try:
            data = self.folder.joinpath(*name.replace(os.sep, "/").split("/")).read_bytes()
        except OSError as fault:
            why = "不存在" if isinstance(fault, FileNotFoundError) else "读不了"
            raise value.fault(f"词表{why}：{path}", "词表和规则文件放在一个文件夹") from None
        self.table = read_table(path, data, fixable="fix" in self.found)
        return self.table.table

    def _typed(self, value: Value, hint: Any) -> Any:
        if hint is Regexes:
            regexes = self._regexes(value)
            for regex in regexes:
                self.names |= set(re.compile(regex).groupindex)
            return regexes
        if hint is Table:
            return self._table(value)
        if hint is int:
            return value.integer()
        if hint is bool:
            return value.boolean()
        if get_origin(hint) is Literal:
            return value.choice(get_args(hint))
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            return tuple(self._typed(item, inner) for item in value.items())
        return value.text()

    def _regexes(self, value: Value) -> tuple[str, ...]:
        """Phrases, or ``{regex: …}``, or a list of them."""
        return tuple(self._regex(item) for item in value.items())

    def _regex(self, value: Value) -> str:
        if value.is_mapping:
            inner = value.mapping(("regex",))
            if "regex" not in inner:
                raise value.fault("这里应当是短语，或者 {regex: …}")
            value, regex = inner["regex"], inner["regex"].text()
        else:
            try:
                regex = compile_phrase(value.text())
            except PhraseError as fault:
                raise value.fault(f"{fault}（第 {fault.offset + 1} 个字）") from None
        try:
            check_regex(regex)
        except RegexError as fault:
            raise value.fault(str(fault)) from None
        return regex
