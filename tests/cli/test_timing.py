"""--timing tells where the time goes, and changes nothing else."""

from pathlib import Path

import pytest

from govlint.cli.main import main
from govlint.engine.plan import make_plan
from govlint.engine.run import lint_job
from govlint.engine.settings import Settings
from govlint.engine.watch import Watch
from govlint.facts.facts import Facts

REPORT = "青山镇2024年工作总结\n一、回顾\n投资由8亿元增加到10亿元，增长30%。\n三、打算\n努力。\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    for name in ("甲.txt", "乙.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_beside_the_findings(
    drafts: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    words = [str(drafts), "--output-format", "json", "--lang", language]
    assert main(words) == 1
    expected = capsys.readouterr()
    assert expected.err == ""
    assert main([*words, "--timing"]) == 1
    found = capsys.readouterr()
    assert found.out == expected.out
    heads, *rows = [line.split(maxsplit=2) for line in found.err.splitlines()]
    assert heads[0] in ("毫秒", "ms")
    times = [float(row[0]) for row in rows]
    assert times == sorted(times, reverse=True)
    names = [row[2] for row in rows]
    assert {"SEQ201 ordinal-gap", "outline", "figures"} <= {*names}
    assert len(names) == len({*names})


def test_each_moment_is_counted_once(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a clock that ticks when it is looked at, all parts add up to what passes in all."""
    ticks = iter(range(10**9))
    monkeypatch.setattr("govlint.engine.watch.perf_counter", lambda: float(next(ticks)))
    watch = Watch()
    job = make_plan([str(drafts)], Settings(isolated=True)).jobs[0]
    result = watch.measure("whole", lambda: lint_job(watch.job(job)))
    assert result.diagnostics == lint_job(job).diagnostics
    assert sum(watch.spent.values()) == next(ticks) - 1
    assert min(watch.spent.values()) > 0


def test_facts_that_are_not_timed_stay_as_they_are(drafts: Path) -> None:
    Watch().job(make_plan([str(drafts)], Settings(isolated=True)).jobs[0])
    assert vars(Facts)["outline"].func.__name__ == "outline"
