"""Four times the text is four times the work: counted in calls, which are the same on every run.

What a regex does inside is not seen here; that is for a clock, on a quiet machine.
"""

import sys

import pytest

from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_rules
from govlint.text.document import Document
from govlint.text.source import Source

SHAPES = {
    "report": "一、回顾\n（一）增长。产值12.5亿元，增长6.2%；其中工业8.1亿元，占64.8%。\n"
    "一是抓项目，新开工12个；二是抓服务，办结1200件。突出抓好以下三个方面：\n",
    "headings": "一、甲\n（一）乙\n1.丙\n",
    "broken series": "（一）甲\n（三）乙\n二、丙\n四、丁\n",
    "one long broken series": "",
    "announcements": "以下三个方面。抓好下列工作。\n抓好以下三个方面：\n",
    "items": "一是好；二是好；四是好；",
    "copies of paragraphs": "全年完成投资12.5亿元，增长6.2%，实现良好开局。\n",
    "figures": "投资12.5亿元，产值15.2亿元，",
    "open brackets": "（“《",
}
SIZE = 2_000
LIMIT = 4.4


def work(text: str) -> int:
    """How many calls it takes to check ``text``."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document, rules, before = Document(Source("a.txt", text)), builtin_rules(), sys.getprofile()
    sys.setprofile(note)
    try:
        lint_document(document, rules)
    finally:
        sys.setprofile(before)
    return count


def shape(name: str, size: int) -> str:
    if name == "one long broken series":
        return "".join(f"{n}.甲\n" for n in range(1, size // 5, 3))
    piece = SHAPES[name]
    return piece * (size // len(piece))


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_with_the_text(name: str) -> None:
    work(shape(name, SIZE))  # what is worked out once a run
    once, four = work(shape(name, SIZE)), work(shape(name, 4 * SIZE))
    assert four <= LIMIT * once
