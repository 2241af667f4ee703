"""What a wheel holds beside the sources: rules compiled from YAML, and the grammars' tables.

A run from a wheel then needs neither yaml nor a grammar build. All of it is made in a temporary
folder, never in the checkout, which could not tell a stale file from a fresh one; an editable
install has none of it and works from the sources.

Rules and tables are such as every Python reads, and equal for equal sources.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.machinery import SourceFileLoader
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any


def main(linter: str, target: str) -> None:
    """Write the files of govlint._built for the sources in ``linter`` to ``target``."""
    sys.path.insert(0, linter)
    from govlint.facts import confusable, lexicon, met, misspelt
    from govlint.facts.evidence import sieved
    from govlint.ruleset.catalogue import builtin_files
    from govlint.ruleset.compiled import FILE, flatten, packed
    from govlint.ruleset.kinds import builtin_kinds
    from govlint.syntax.grammar import GRAMMARS, build, tabulate

    folder = Path(target)
    rows = tuple(flatten(file.rule, builtin_kinds()[file.rule.kind]) for file in builtin_files())
    (folder / FILE).write_bytes(packed(rows))
    _write(folder / "__init__.py", '"""Made with the wheel, from rules/ and the grammars."""\n')
    tables = {name: tuple(tabulate(build(name))) for name in GRAMMARS}
    _write(folder / "grammars.py", f'"""The grammars\' tables."""\n\nTABLES = {tables!r}\n')
    _write(folder / "evidence.py", f'"""advertising.txt."""\n\nREGEXES = {sieved()!r}\n')
    (folder / confusable.FILE).write_bytes(confusable.packed())
    (folder / met.FILE).write_bytes(met.packed(*misspelt.hopeful()))
    _index(folder)
    (folder / lexicon.FILE).write_bytes(lexicon.places())


def record(linter: str, target: str) -> None:
    """Write the compiled code of every regex that a check needs (see govlint.warm), by noting
    what one check of a document full of marks compiles, and what the rules can."""
    rows: dict[tuple[str, int], tuple[Any, ...]] = {}
    folder = _installed(linter, target)
    with _recorded(rows):
        from govlint import warm
        from govlint.cli.main import main as govlint

        warm.built = lambda name: (folder / name).read_bytes() if (folder / name).exists() else None
        _check(govlint, _SAMPLE)
    with _recorded(rows):
        _compile_rules()
        _compile_scanners()
        _compile_calls(Path(linter))
        _compile_searches()
    from govlint.pieces import joined_by_number
    from govlint.warm import key_of, packed, table_name

    if name := table_name():
        pieces = {key_of(*asked): packed(*asked, row) for asked, row in rows.items()}
        (folder / name).write_bytes(joined_by_number(pieces))


def load(linter: str, target: str) -> None:
    """Write the compiled code of all modules (see govlint.bundle), by noting in which order the
    checks of two documents load them that have the other files."""
    from itertools import pairwise

    folder = _installed(linter, target)
    marks: dict[str, int] = {}
    with _loaded() as names:
        from govlint import bundle, pieces, warm
        from govlint.cli.main import main as govlint

        def noting(key: str) -> None:
            marks.setdefault(key, len(names))

        warm.built = lambda name: (folder / name).read_bytes()
        pieces.FOLDER = target
        bundle.load_ahead = noting
        _check(govlint, _PLAIN)
        noting(bundle.FIGURES)
        _check(govlint, _REPORT)
    keys = (bundle.START, bundle.RULES, bundle.FIGURES)
    bounds = pairwise([*map(marks.__getitem__, keys), len(names)])
    ahead = {key: names[start:end] for key, (start, end) in zip(keys, bounds, strict=True)}
    code = bundle.pieces_of(Path(linter, "govlint"), ahead)
    (folder / bundle.file_name()).write_bytes(pieces.joined(code))


def _installed(linter: str, target: str) -> Path:
    """``target``, where govlint._built now is; govlint is in ``linter``."""
    sys.path.insert(0, linter)
    built = ModuleType("govlint._built")
    built.__path__ = [target]
    sys.modules["govlint._built"] = built
    return Path(target)


def _check(govlint: Callable[[list[str]], int], text: str) -> None:
    with TemporaryDirectory() as scratch:
        sample = Path(scratch, "sample.txt")
        sample.write_text(text, encoding="utf-8")
        govlint(["check", "--isolated", "-o", str(Path(scratch, "out")), str(sample)])


_PLAIN = """青禾镇工作总结
全镇春耕备耕工作进展顺利。
"""
_REPORT = """青禾镇2023年工作总结和2024年工作计划
今年以来，在县委、县政府的坚强领导下，全镇上下认真贯彻落实上级决策部署，较好地完成了全年各项目标任务。现将有关情况报告如下：
一、2023年工作情况
（一）经济运行稳中向好。全年完成地区生产总值6.5亿元，同比增长7.2%；财政收入由2400万元增加到2600万元，增长8.3%，比上年提高1.2个百分点。粮食总产量3.2万吨，其中早稻1.2万吨、晚稻2万吨，平均亩产480公斤。
（二）重点项目加快推进。实施项目12个，总投资3.6亿元，已完工9个，完工率75%，其余3个预计6月底前建成。一是抓招商，二是抓服务，三是抓落实。新增企业8家，同比多2家，累计达到56家。
（三）民生保障不断加强。城镇新增就业520人，完成目标任务的104%；发放救助资金86.4万元，惠及困难群众312户、640人。全镇共有党员418名，占总人口的4.1%，比上年同期增加12名。
二、存在的主要问题
虽然取得了一定成绩，但仍存在不足：产业基础薄弱，人才短缺，个别干部作风不实。
三、2024年工作打算
力争地区生产总值增长7%左右，农民人均可支配收入突破2万元，森林覆盖率达到62%以上。分别召开会议3次、培训2期，整改问题15个，整改率100%。
特此报告。
青禾镇人民政府
2024年1月5日
"""
_SAMPLE = """青禾镇X年工作总结
今年以来，重点抓好以下三方面工作：
一、产业
（一）种植。一是早稻；二是晚稻。第一，种；第二，收；三是晒。
1.水稻
（1）早稻
①品种
a.籼稻
一是好
附件1
第一部分 总则
第一章 总则
第一节 总则
第一条 本办法……
甲、乙、丙两大产业（1）好（2）坏。
加微信：qinghe_2023
www.example.com a@b.cn `x` | \t \t
1月3日，镇里召开了会议。
青禾镇人民政府
2024年1月5日
"""


@contextmanager
def _loaded() -> Iterator[list[str]]:
    """The modules that are loaded meanwhile, in the order in which their code comes to its end."""
    names: list[str] = []
    exec_module = SourceFileLoader.exec_module

    def noting(self: SourceFileLoader, module: ModuleType) -> None:
        exec_module(self, module)
        names.append(module.__name__)

    SourceFileLoader.exec_module = noting  # type: ignore[assignment, method-assign]
    try:
        yield names
    finally:
        SourceFileLoader.exec_module = exec_module  # type: ignore[method-assign]


@contextmanager
def _recorded(rows: dict[tuple[str, int], tuple[Any, ...]]) -> Iterator[None]:
    """Note what ``re.compile`` is asked for, and what it hands to the regex engine."""
    import re
    from re import _compiler  # type: ignore[attr-defined]

    engine, compile_ = _compiler._sre, _compiler.compile
    last: list[Any] = []

    class Engine:
        def __getattr__(self, attribute: str) -> Any:
            return getattr(engine, attribute)

        def compile(self, _source: Any, *rest: Any) -> Any:
            last[:] = [tuple(rest)]
            return engine.compile(_source, *rest)

    def recording(source: Any, flags: int = 0) -> Any:
        pattern = compile_(source, flags)
        if isinstance(source, str):
            rows[source, int(flags)] = last[0]
        return pattern

    re.purge()
    _compiler._sre, _compiler.compile = Engine(), recording
    try:
        yield
    finally:
        _compiler._sre, _compiler.compile = engine, compile_
        re.purge()


def _compile_rules() -> None:
    """What the rules compile when a document makes them: phrases, what excuses a hit, what must
    stand beside a word of a table, and what speaks against advertising."""
    import re

    from govlint.checks.wording.replacement import parts
    from govlint.facts import masks
    from govlint.facts.evidence import AGAINST, sieved
    from govlint.facts.terms import phrases
    from govlint.ruleset.catalogue import builtin_rules

    for rule in builtin_rules():
        regexes = [search.regex for search in rule.body.check.searches(rule.body.params)]
        regexes += [regex for regex, *_ in rule.body.unless]
        if rule.kind == "terms":
            regexes += phrases(rule.body.params.from_)
        if pairs := getattr(rule.body.params, "map", ()):
            parts(pairs)
        for regex in filter(None, regexes):
            re.compile(regex, re.MULTILINE)
    for name in masks.SIGNS:
        masks.compiled.__wrapped__(name)
    words = sieved()
    for block in AGAINST:
        re.compile(words[block], re.MULTILINE)


def _compile_calls(linter: Path) -> None:
    """What facts and checks hand to ``re`` wherever it does not hang on a document: also in modules
    that no sample has loaded, and in functions."""
    import ast
    import re
    from importlib import import_module

    for folder in ("facts", "checks"):
        for path in sorted((linter / "govlint" / folder).rglob("*.py")):
            place = ".".join(path.relative_to(linter).with_suffix("").parts)
            known = vars(import_module(place.removesuffix(".__init__")))
            for call in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(call, ast.Call) and ast.unparse(call.func) in _OF_RE:
                    asked = call.args if ast.unparse(call.func) == "re.compile" else call.args[:1]
                    with suppress(Exception):  # it does
                        arguments = (eval(ast.unparse(each), known) for each in asked)  # noqa: S307
                        re.compile(*arguments)


def _compile_searches() -> None:
    """What the modules look for that :func:`_compile_calls` has loaded, all of them."""
    import re

    from govlint.facts.search import made

    for search in made():
        re.compile(search.regex, re.MULTILINE)


_OF_RE = {
    f"re.{name}"
    for name in ("compile", "search", "match", "fullmatch", "split", "sub", "findall", "finditer")
}


def _compile_scanners() -> None:
    """What the parsers compile when they reach a state."""
    import re

    from govlint._built.grammars import TABLES

    from govlint.syntax.tables import Tables

    for tables in TABLES.values():
        for scanner in Tables(*tables).scanners:
            re.compile(scanner)


def _index(folder: Path) -> None:
    """Write by what the literals of the default rules are known (see govlint.engine.wanted)."""
    from govlint.engine.wanted import default_rules, wanted_by
    from govlint.facts.index import FILE, packed

    (folder / FILE).write_bytes(packed(wanted_by(default_rules()).index))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    {"main": main, "record": record, "load": load}[sys.argv[1]](*sys.argv[2:])
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class BuiltFiles(BuildHookInterface[Any]):
        """Puts govlint/_built/ into every wheel that is not an editable one."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            if version == "editable":
                return
            self.folder = TemporaryDirectory()
            # In a process of its own, lest the builder's hold another govlint, or keep this one.
            linter = str(Path(self.root, "linter"))
            for step in ("main", "record", "load"):
                command = [sys.executable, "-B", __file__, step, linter, self.folder.name]
                subprocess.run(command, check=True)
            for path in sorted(Path(self.folder.name).iterdir()):
                build_data["force_include"][str(path)] = f"govlint/_built/{path.name}"

        def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
            if version != "editable":
                self.folder.cleanup()
