"""What docs and docstrings send a reader to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "linter" / "govlint"
PAGES = sorted({*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *PACKAGE.rglob("*.py")})
FILE = re.compile(r"(?<![\w/.-])(?:[a-z_]+/)+[a-z0-9_-]+\.(?:py|lark|csv|txt|md|ya?ml|json)\b")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
CODE = re.compile(r"`[^`\n]*`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    homes = (ROOT, PACKAGE, ROOT / "bench", page.parent)
    missing = [
        name for name in FILE.findall(text) if not any((home / name).exists() for home in homes)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.suffix == ".md"],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    assert [link for link in links if not (page.parent / link).exists()] == []
