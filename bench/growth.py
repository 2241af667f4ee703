"""How the work grows with the length of a document, on texts that are built to hurt.

    python bench/growth.py [--instructions | --calls] [--size 80000] [--limit 4.4] [NAME …]

For each shape a document is checked, and one four times as long. The shapes are text like that of
a report, runs of one character, open brackets and the like, and for each rule its own examples over
and over, one below the other and all in one line, whole and cut off in the middle: so a new rule is
tried without a word said here. What grows more than ``--limit`` is printed, or every shape where
instructions are counted; NAMEs choose shapes by how they begin (``FIG3``), otherwise all are tried.

Work is processor time, where a suspect is heard three times: quick, and good for finding suspects
on an idle machine. With ``--instructions`` it is what valgrind counts of the whole program, without
what it takes on next to no text: the same on every run, and some fifty times slower. That wants the
govlint of a wheel (``pip install .``), as the tables that a checkout makes would be counted, too.
With ``--calls`` it is the number of calls, which is blind for what a regex does inside.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import time
from collections.abc import Callable, Iterator

from instructions import can_count, nothing, text_work

from govlint.engine.lint import lint_document
from govlint.ruleset.catalogue import builtin_files, builtin_rules
from govlint.text.document import Document
from govlint.text.source import Source

_TRIES = 3
_MARKS = re.compile(r"⟦([^|⟧]*)(?:\|[^⟧]*)?⟧")

_REPORT = """一、工作回顾
（一）经济平稳增长。全年完成地区生产总值12.5亿元，同比增长6.2%；其中工业8.1亿元，占64.8%。
一是抓项目，新开工项目12个；二是抓服务，办结事项1200件，办结率98.5%。突出抓好以下三个方面：
（二）民生持续改善。新增就业320人，比上年增长5%；发放补助1,200万元，涉及“一老一小”、住房等3类。
二、存在问题
我们也清醒地认识到，基础设施还有短板，干部作风有待改进（见附件1）。
"""
SHAPES = {
    "report": _REPORT,
    "report-in-one-line": _REPORT.replace("\n", ""),
    "one-character-lines": "好\n",
    "headings": "一、甲\n（一）乙\n1.丙\n",
    "digits": "8",
    "total-and-digits": "投资10亿元，其中8",
    "numbers-without-unit": "12.5 ",
    "open-quotes": "“",
    "open-quote-a-line": "“好\n",
    "again-and-again": "由",
    "han-one": "一",
    "spaces": " ",
    "placeholders": "x",
    "word-again": "微信",
    "sentence-again": "我们要认真做好各项工作。",
    "brackets": "（" * 40 + "）" * 40,
    "open-brackets": "（",
    "open-titles": "《",
    "closed-quotes": "”",
    "commas": "，",
    "list-marks": "、",
    "list": "苹果、",
    "list-of-numbers": "一、二、三、",
    "semicolons": "；",
    "full-stops": "。",
    "half-width": "a,b(c)",
    "dots": ".",
    "hyphens": "-",
    "stars": "*",
    "hashes": "#",
    "pipes": "|",
    "backquotes": "`",
    "slashes": "/",
    "address": "a@",
    "links": "http://a.b/",
    "percents": "5%、",
    "years": "2023年",
    "dates": "2023年1月2日",
    "date-range": "2023年1月—",
    "quantities": "3.5万元",
    "quantities-and-marks": "3.5万元，",
    "growth": "增长5%，",
    "from-to": "由3万元增加到4万元，",
    "of-which": "其中",
    "items": "一是",
    "items-and-text": "一是好；二是好；",
    "firsts": "第一，",
    "announced": "以下三个方面：",
    "announced-lines": "抓好以下三个方面：\n",
    "attachments": "附件1\n",
    "attachment-references": "见附件1，",
    "attachment-list": "附件：1.甲\n2.乙\n",
    "broken-lines": "我们要认真做好\n",
    "spaced-words": "工 作 ",
    "line-ends": "\n",
    "carriage-returns": "\r",
    "tabs": "\t",
    "full-width-spaces": "　",
    "letters": "abc ",
    "long-word": "a",
    "astral": "𠮷",
    "marks-after-marks": "，。！",
    "doubled": "工作工作",
    "different-sentences": "",
    "page-numbers": "— 1 —\n",
    "markup": "<b>",
    "ellipses": "……",
    "dashes": "——",
    "hundreds": "一百二十三",
    "section-marks": "第一条",
    "codes": "青政发〔2023〕8号",
    "colons": "：",
    "headings-inside-headings": "1.甲\n1.乙\n2.丙\n2.丁\n",
    "headings-upside-down": "一、甲\n（一）乙\n1.丙\n一、丁\n（三）戊\n2.己\n",
    "doubtful-headings": "（三）款规定\n",
    "doubtful-decimals": "第二条公路\n三、四季度\n",
}


def examples() -> Iterator[tuple[str, str]]:
    """For each rule its examples, to be repeated: below one another, in one line, cut off."""
    for file in builtin_files():
        texts = [_MARKS.sub(r"\1", text) for text in file.manual.examples.bad]
        texts = [text.strip("\n") for text in texts if text.strip()]
        if not texts:
            continue
        yield f"{file.rule.id}/lines", "\n".join(texts) + "\n"
        yield f"{file.rule.id}/line", "".join(texts).replace("\n", "")
        yield f"{file.rule.id}/cut", "".join(t[: max(1, len(t) // 2)] for t in texts)
        good = [text.strip("\n") for text in file.manual.examples.good if text.strip()]
        if good:
            yield f"{file.rule.id}/good", "\n".join(good) + "\n"


def shape(piece: str, size: int) -> str:
    """``piece`` over and over; "" stands for sentences of which no two are alike."""
    if not piece:
        return "".join(f"第{n}村完成投资{n}万元。" for n in range(size // 12))
    return (piece * (size // len(piece) + 1))[:size]


def lint(text: str) -> None:
    lint_document(Document(Source("draft.txt", text)), builtin_rules())


def seconds(text: str) -> float:
    gc.collect()
    start = time.process_time()
    lint(text)
    return time.process_time() - start


def calls(text: str) -> float:
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        lint(text)
    finally:
        sys.setprofile(None)
    return count


def counted() -> Callable[[str], float]:
    """What counts the instructions that a text costs beyond next to no text."""
    if not can_count():
        sys.exit("instructions are counted by valgrind, which is not installed")
    base = nothing()
    return lambda text: text_work(text, base)


def growth(work: Callable[[str], float], piece: str, size: int, limit: float) -> float:
    """How many times the work of a text that of one four times as long is."""
    once, four = [], []
    for _ in range(_TRIES if work is seconds else 1):
        once.append(work(shape(piece, size)))
        four.append(work(shape(piece, 4 * size)))
        if min(four) <= limit * min(once):
            break
    return min(four) / max(min(once), 1e-6)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--calls", action="store_true")
    parser.add_argument("--instructions", action="store_true")
    parser.add_argument("--size", type=int, default=80_000)
    parser.add_argument("--limit", type=float, default=4.4)
    options = parser.parse_args(arguments)
    chosen = tuple(options.names) or ("",)
    pieces = {n: p for n, p in {**SHAPES, **dict(examples())}.items() if n.startswith(chosen)}
    gc.set_threshold(250_000)  # as the program does
    lint(_REPORT)  # what is worked out once a run
    work = calls if options.calls else counted() if options.instructions else seconds
    over = 0
    for name, piece in pieces.items():
        found = growth(work, piece, options.size, options.limit)
        if found > options.limit:
            over += 1
        if found > options.limit or options.instructions:
            print(f"{found:6.2f} times  {name}", flush=True)
    print(f"{over} of {len(pieces)} shapes grow more than {options.limit} times")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
