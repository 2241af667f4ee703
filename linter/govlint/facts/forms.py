"""forms: what others are to fill in (推荐表, 回执, 承诺书, 试卷, 合同示范文本), where blanks are
meant, and samples of what they are to write (公示牌样式, 填写示例), where made-up names are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.outline import Outline
from govlint.syntax.tree import Heading
from govlint.text.span import Span, union

_REMARK = r"[ \u3000]{0,4}(?:（[^）\n]{1,20}）)?[ \u3000]{0,4}$"
_FORM = re.compile(rf"(?:(?<!代)表|单|书|卡|证|函|回执|样式|样本|模板|范本|格式){_REMARK}")
_WHOLE = re.compile(
    rf"(?:(?<!代)表|回执|委托书|承诺书|申请书|登记卡|问卷|试题|试卷|考卷|样卷|题库){_REMARK}"
)
"""What a document is called that is nothing but a form; a 责任书 or 建议书 is a text."""
_MODEL = re.compile(
    r"[ \u3000]{0,8}(?![0-9]{1,2}[.、])(?:附(?:件|录)?[0-9]{0,2}：)?[^，。；：\n]{0,40}"
    r"(?:(?:示范|格式|标准|参考|通用|统一|空白|合同)文本|范本|样本|模板|式样|样式|样表|样张|(?:填写|填报|参考)(?:示例|示范|样例|格式)"
    r"|(?:书|表|单|函|证|卡|条)(?:示例|样例|格式|示范)|(?:计算|计分|评分|核算|测算|折算)(?:示例|样例|举例|示范))"
    r"[）》】]{0,2}(?:（[^）\n]{1,8}）)?(?:如下)?：?[ \u3000]{0,4}$"
)
"""A line that calls what follows a model for others."""
_DRAFT = re.compile("总结|报告|计划|讲话|汇报|发言|体会")
"""What a model for it is copied from, to be handed in: 工作总结模板."""
_DEED = re.compile(rf"(?:合同|协议|责任|保证|授权|聘用)书?{_REMARK}")
"""What is signed; with some blanks in its clauses it waits for its parties."""
_BLANK = re.compile(r"(?<![：_ \u3000])_{2,40}")
_SOME = 3
_PART = re.compile(r"[ \u3000]*附件[0-9]{1,2}[—－-][0-9]{1,2}[ \u3000]*")
"""One of the parts of an attachment: 附件4-1."""
_NAMING = 4
"""How many lines below 附件1 can be its name, which may be broken over two, with 样表 below."""
_LONGEST = 60
"""Code points: a longer line is no name."""
_SHORT = 24
"""The same of a name in the text itself."""
_FIELD = re.compile(
    r"[^：。，\n]{1,16}：[ \u3000]{0,4}"
    r"(?:_{2,60}|[^。\n]{0,40}_{2,60}|[ \u3000]{2,60}|$)[^。\n]{0,60}$"
)
"""A line to fill in: a label, and room behind it."""


def find_forms(text: str, outline: Outline, *, samples: bool = False) -> list[Span]:
    """The attachments of a width-folded text whose name says that they are forms, each from its
    mark to the next attachment or the end, and the forms in the text itself, in order and apart;
    the whole text where its first line says so; no ``samples`` are such a text."""
    entries = outline.entries
    first = entries[0].span if entries else Span(0, 0)
    if not samples and (_names(_WHOLE, text, first) or _is_deed(text, first)):
        return [Span(0, len(text))]
    starts = [
        number
        for number, entry in enumerate(entries)
        if (isinstance(entry, Heading) and entry.shape == "attachment")
        or _PART.fullmatch(text, *entry.span)
    ]
    ends = [*(entries[number].span.start for number in starts[1:]), len(text)]
    attached = [
        Span(entries[number].span.start, end)
        for number, end in zip(starts, ends, strict=False)
        if any(_names(_FORM, text, entry.span) for entry in entries[number : number + _NAMING])
    ]
    return union([*attached, *_models(text, outline), *_slips(text, outline)])


def _is_deed(text: str, first: Span) -> bool:
    if not _names(_DEED, text, first):
        return False
    return sum(1 for _ in _BLANK.finditer(text)) >= _SOME


def _models(text: str, outline: Outline) -> Iterator[Span]:
    """From each line that calls what follows a model to the next attachment."""
    entries = outline.entries
    for number, entry in enumerate(entries):
        line = entry.span
        if not number and _DRAFT.search(text, *line):
            continue
        if line.end - line.start <= _LONGEST and _MODEL.fullmatch(text, *line):
            later = (each for each in entries[number + 1 :] if isinstance(each, Heading))
            ends = (each.span.start for each in later if each.shape == "attachment")
            yield Span(line.start, next(ends, len(text)))


def _slips(text: str, outline: Outline) -> Iterator[Span]:
    """The forms that stand in the text itself: a line that names one, and the lines with a label
    and room behind it that follow."""
    lines = [entry.span for entry in outline.entries]
    for number, name in enumerate(lines[:-1]):
        if name.end - name.start > _SHORT or not _names(_FORM, text, name):
            continue
        if text.find("关于", *name) >= 0:
            continue  # the title of a letter (函), with the addressee below it
        last = number
        while last + 1 < len(lines) and _FIELD.match(text, *lines[last + 1]):
            last += 1
        if last > number:
            yield Span(name.start, lines[last].end)


def _names(form: re.Pattern[str], text: str, line: Span) -> bool:
    return line.end - line.start <= _LONGEST and form.search(text, *line) is not None
