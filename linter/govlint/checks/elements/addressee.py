"""addressee: does the line that says to whom a document goes (主送机关) end with a colon?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Edit, Finding
from govlint.facts.facts import Facts
from govlint.syntax.tree import Paragraph
from govlint.text.span import Span

_ORGAN = (
    r"[^，。；：、“”\n]{0,20}(?:村|社区|乡|镇|街道|县|市|区|单位|部门|科室|办公室|办|委员会|委|局|政府|厅|公司|企业"
    r"|站|所|中心|学校|医院|协会|联合会|处|队|机构|小组|支部|党委|总支)(?:（[^（）\n]{1,20}）)?"
)
_ADDRESSEE = re.compile(
    rf"各(?!位|级要|项|类){_ORGAN}(?:[，、]{_ORGAN}){{0,12}}(?P<end>[，。；、]?)"
)
_TITLE = re.compile(r"关于.*(?:通知|通报|意见|报告|请示|函|批复|决定|公告|通告)$")
_LONGEST = 120


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    """The line behind the title of a formal document that names organs and nothing else."""
    title = facts.title
    if not title.spans or not _TITLE.search(facts.body[slice(*title.span)].replace("\n", "")):
        return
    for entry, after in zip(facts.outline.entries, facts.outline.entries[1:], strict=False):
        start, end = entry.span
        if start < title.span.end:
            continue
        if not isinstance(entry, Paragraph) or not isinstance(after, Paragraph):
            return
        found = _ADDRESSEE.fullmatch(facts.body, start, min(end, start + _LONGEST))
        if found and found.end() == end:
            last = Span(*found.span("end"))
            yield Finding(Span(start, end), edits=(Edit(last, "："),))
        return


CHECK = Check("addressee", NoParams, run)
