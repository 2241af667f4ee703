"""own_words: words for the people and the field of another kind of organ than the one that writes.

全市交通运输系统干部职工 in the report of a 水利局, 全体教职工 in that of a hospital are left over
from another's. A name is of a field if it has its characters in their order, as
人力资源和社会保障局 is of 人社.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.text.occurrences import is_once
from govlint.text.span import Span

_FIELD = re.compile(
    "全[省市县区州旗](?P<field>交通运输|交通|水利|水务|教育|卫生健康|卫健|民政|财政|税务|农业农村|自然资源|生态环境"
    "|住房城乡建设|住建|城市管理|城管|文化旅游|文旅|人社|市场监管|应急管理|公安|司法行政|检察|审计|统计|林业|气象|供销"
    "|粮食|医保|退役军人|信访|商务|残联|邮政|烟草|电力|消防)系统"
    "(?=[0-9]+余?名?(?:干部|职工|党员)|(?:广大|全体)?(?:干部|职工|党员|上下|工作人员|从业人员))"
)
_STAFF = re.compile("(?:全体|广大|(?<=组织))(?P<staff>教职员?工)")
_OFFICES = frozenset(("局", "厅"))
_NO_SCHOOLS = frozenset(("镇", "乡", "街道", "村", "社区", "医院", "公司", "法院", "检察院", "局"))
_TEACHES = re.compile("教|学|校|体育|培训|幼儿")
"""What in the name of an organ makes teachers its own."""
_SCHOOL = re.compile("学校|小学|中学|大学|学院|幼儿园|教育|[一二三四]中|师范|教师|全校")
_NEAR = 60
"""So near to them a school is named whose teachers they are."""


def others_words(text: str, organ: str, kind: str, start: int, end: int) -> Iterator[Span]:
    """What in a text of ``organ``, which is of that ``kind``, is said of another kind of organ."""
    if kind in _OFFICES:
        for match in _FIELD.finditer(text, start, end):
            if not _is_of(organ, match["field"]) and is_once(text, match["field"] + "系统"):
                yield Span(*match.span())
    if kind in _NO_SCHOOLS and not _TEACHES.search(organ):
        for match in _STAFF.finditer(text, start, end):
            near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if is_once(text, "教职") and not _SCHOOL.search(near.replace(match[0], "")):
                yield Span(*match.span())


def _is_of(organ: str, field: str) -> bool:
    rest = iter(organ)
    return all(char in rest for char in field)
