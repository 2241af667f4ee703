"""A rule file to a rule, every mistake with its line."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from string import Formatter

from govlint.checks.base import AnyCheck
from govlint.diagnostics.severity import SEVERITIES
from govlint.facts.masks import MASKS
from govlint.facts.scopes import scope_fault
from govlint.facts.search import packed
from govlint.ruleset.fault import FileFault
from govlint.ruleset.kinds import find_check, kind_keys
from govlint.ruleset.needles import needles
from govlint.ruleset.params import Parameters, RuleHome, regexes_of
from govlint.ruleset.profiles import PROFILES
from govlint.ruleset.regexes import reach
from govlint.ruleset.rule import Body, Examples, Manual, Rule, RuleFile
from govlint.ruleset.tables import Read
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
        self.path = path
        self.found = found
        self.kind = kind
        self.text = text

    def read(self) -> RuleFile:
        found = self.found
        check = find_check(self.kind)
        assert check is not None
        home = RuleHome(self.path, self.folder, "fix" in found)
        said = Parameters(check, found[self.kind], found.get("table"), home)
        english = found["en"].mapping(("title", "message", "related")) if "en" in found else {}
        rule = Rule(
            id=self._matching("id", _ID, "三个大写字母加三位数字，如 SEQ201"),
            name=self._matching("name", _NAME, "小写英文单词，以连字符相连，如 ordinal-gap"),
            severity=found["severity"].choice(SEVERITIES),
            profiles=self._profiles(),
            status=found["status"].choice(STATUSES) if "status" in found else "stable",
            kind=self.kind,
            fix=found["fix"].choice(("safe", "unsafe", "none")).replace("none", "")
            if "fix" in found
            else "",
            body=self._body(check, said, english),
        )
        return RuleFile(rule, self._manual(english, rule, said.table))

    def _body(self, check: AnyCheck, said: Parameters, english: dict[str, Value]) -> Body:
        found = self.found
        fields = {*check.fields, *said.names, "text"}
        return Body(
            check=check,
            params=said.typed,
            messages={
                "zh": self._message(found["message"], fields),
                **({"en": self._message(english["message"], fields)} if english else {}),
            },
            related=self._related(check, english, fields),
            unless=tuple((regex, packed(needles(regex)), reach(regex)) for regex in self._unless()),
            masks=self._masks(),
            scope=self._scope(),
            basis=self._basis(),
        )

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
        return regexes_of(self.found["unless"]) if "unless" in self.found else ()

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

    def _manual(self, english: dict[str, Value], rule: Rule, table: Read | None) -> Manual:
        found = self.found
        if "en" in found and not {"title", "message"} <= english.keys():
            raise found["en"].fault("“en”要有 title 和 message")
        examples = found["examples"].mapping(("bad", "good"))
        bad = examples["bad"].texts() if "bad" in examples else ()
        good = examples["good"].texts() if "good" in examples else ()
        if self.kind not in _NO_EXAMPLES:
            self._enough(bad, good, enough=rule.status != "stable" or table is not None)
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
            cases=table.cases if table else (),
        )

    def _enough(self, bad: tuple[str, ...], good: tuple[str, ...], *, enough: bool) -> None:
        """Two of each, unless what there is is ``enough``: the rows of a table are examples."""
        place = self.found["examples"]
        if not enough and (len(bad) < 2 or len(good) < 2):
            raise place.fault(
                "stable 规则至少要有两个错例（bad）和两个对例（good）",
                "还没写齐时先加一行 status: preview",
            )
        for example in bad:
            if not _MARKED.search(example):
                raise place.fault(f"错例（bad）里没有用⟦⟧标出该报的地方：{example[:20]}")
        for example in good:
            if _MARKED.search(example):
                raise place.fault(f"对例（good）里不该有⟦⟧：{example[:20]}")
