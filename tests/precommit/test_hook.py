"""The hook as others use it: a real repository of drafts, a real pre-commit, a real commit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = (
    "linter", "rules", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE",
    ".pre-commit-hooks.yaml",
)  # fmt: skip
BAD = """某镇2025年工作总结
一、工作回顾
新建幼儿园2所。
二、存在问题
人手不足。
四、下一步打算
加强培训。
"""
GOOD = BAD.replace("四、", "三、")
OFFLINE = ("Could not fetch URL", "No matching distribution", "Max retries", "NewConnectionError")


class Repository:
    """A git repository in ``folder`` that nothing of this machine's configuration reaches."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        outer = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        self.environment = {
            **outer,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "tests",
            "GIT_AUTHOR_EMAIL": "tests@example.org",
            "GIT_COMMITTER_NAME": "tests",
            "GIT_COMMITTER_EMAIL": "tests@example.org",
            "PRE_COMMIT_HOME": str(home),
            "PRE_COMMIT_COLOR": "never",
            "PYTHONIOENCODING": "utf-8",
        }
        folder.mkdir(exist_ok=True)
        self.run("git", "init", "--quiet")

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=check,
        )

    def commit(self, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--quiet", "--message", "Draft", check=check)

    def head(self) -> str:
        return self.run("git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository whose pre-commit hook is the working tree's govlint."""
    pytest.importorskip("pre_commit", reason="pre-commit is what is tested")
    if shutil.which("git") is None:
        pytest.skip("git is what pre-commit clones with")
    folder = tmp_path_factory.mktemp("precommit")
    home = folder / "home"
    hook = Repository(folder / "hook", home)
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, hook.folder / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(source, hook.folder)
    hook.commit()
    repository = Repository(folder / "drafts", home)
    (repository.folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook.folder.as_uri()}\n  rev: {hook.head()}\n  hooks: [id: govlint]\n",
        encoding="utf-8",
    )
    repository.commit()
    repository.run(sys.executable, "-m", "pre_commit", "install")
    made = repository.run(sys.executable, "-m", "pre_commit", "install-hooks", check=False)
    if made.returncode and any(word in made.stdout for word in OFFLINE):
        pytest.skip("the hook's environment needs a package index")
    assert made.returncode == 0, made.stdout
    return repository


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["总结.txt", "REPORT.TXT", "draft.md"])
def test_a_bad_draft_is_refused_and_a_good_one_let_through(
    drafts: Repository, name: str, encoding: str
) -> None:
    before = drafts.head()
    draft = drafts.folder / name
    draft.write_bytes(BAD.encode(encoding))
    refused = drafts.commit(check=False)
    assert refused.returncode == 1, refused.stdout
    assert "SEQ201" in refused.stdout
    assert drafts.head() == before
    draft.write_bytes(GOOD.encode(encoding))
    drafts.commit()
    assert drafts.head() != before


@pytest.mark.slow
def test_other_files_are_none_of_its_business(drafts: Repository) -> None:
    (drafts.folder / "table.csv").write_text(BAD, encoding="utf-8")
    assert "no files to check" in drafts.commit().stdout
