"""Makes the table of slipped characters (rules/trm/slipped.csv) anew.

    pip install jieba && python bench/slipped.py FOLDER

FOLDER is the corpus. Words that public documents use together, with two neighbouring characters
in the wrong order or one lost: what nobody has written, what is no word, and what falls apart into
more lone characters than it should. Rows that stand in the table stay there,
among them words of three characters with two in the wrong order (发开区), which were read. With
``--measure`` nothing is written: the table of one half of the documents is held against the other
half, as it stands and with characters taken out.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from corpus import read_corpus

from govlint.facts.lexicon import dictionary, is_listed, kind_of
from govlint.facts.words import cut, is_lost
from govlint.ruleset.table_cells import COLUMNS
from govlint.text.span import Span

TARGET = Path(__file__).parent.parent / "rules" / "trm" / "slipped.csv"
HAN = re.compile("[一-龥]+")
USUAL = 130
"""So many documents use the two words together."""
RARE = 12
"""So often is the rarest pair of what is written met, at most, where two changed places."""
KNOWN = 30
"""So many documents use a phrase of which one character may be lost."""
SIZES, LONG = range(4, 8), 5
"""Characters of a phrase; one of more is not known without its first or its last."""
ANY = frozenset("一二三四五六七八九十百千万亿两零第几每各不的了和与及")
"""Characters that stand beside any word: nothing tells that one is missing there."""
ALONE = frozenset(
    "省市县区乡镇州村城农校厂站院局水土气山林田路河湖海矿企民人党政军工商学医药车房家老小大新高低内外前后上下"
    "中东南西北我你他"
)
"""Characters that are words by themselves: where one is left, nothing is asked."""
LEAST, LIKELY = -3.0, 2.0
"""So much likelier a phrase must be than what is left of it, as a logarithm, and so much for its
row to be more than a question."""
DRAWN = 4000
"""Characters that are taken out to measure."""
NAMES = ("nr", "ns", "nt")
ADDED = ("人民政府", "党风廉政建设", "中国特色社会主义", "习近平新时代中国特色社会主义思想")

LEVEL, QUESTION = "级别", "提示"

LEFT_OUT = {
    "我坚持",
    "我更加",
    "进步完善",
    "进步加强",
    "主接受",
    "提工程",
    "提行动",
    "提城市",
    "文建设",
    "文事业",
    "推农村",
    "深农村",
    "时中国",
    "完投资",
    "成举办",
    "建用地",
    "接人大",
    "社资本",
    "改发展",
    "一带路",
    "一带路一",
    "分增长",
    "分别长",
    "协发展",
    "审监督",
    "经增长",
    "绿发展",
    "基完成",
    "基实现",
    "深实施",
    "深融合",
    "深贯彻",
    "转升级",
    "发展略",
    "发展念",
    "发展划",
    "加快展",
    "积极展",
    "改革展",
    "经济展",
    "高质量展",
    "统筹展",
    "持续展",
    "健康展",
    "绿色展",
    "融合展",
    "均衡展",
    "协调展",
    "扎实展",
    "表示心",
    "所有心",
    "建成车",
    "建设批",
    "社会助",
    "社会业",
    "社会本",
    "社会谐",
    "社会费品",
    "社稳定",
    "社事业",
    "社救助",
    "社消费品",
    "社主义",
    "社会义",
    "经济会发展",
    "职业育",
    "工报告",
    "重点好",
    "重领域",
    "人环境",
    "公预算",
    "预收入",
    "支收入",
    "设建设",
    "农农村",
    "投资长",
    "大力施",
    "深入施",
    "继续施",
    "牢固立",
    "目标务",
    "法律督",
    "新增业",
    "城登记",
    "国动员",
    "覆盖率到",
}
"""What texts of other kinds may well write: 我坚持 in a report on oneself, 不断进步完善; and what
stands where words meet that the corpus does not put together: 分别长12米, 智改数转升级."""


def phrases(texts: list[str]) -> Counter[str]:
    """The words of four characters, and two and three words side by side, each with the number of
    documents that use it."""
    words = import_module("jieba").cut
    found = Counter[str]()
    for text in texts:
        here = set[str]()
        for clause in HAN.findall(text):
            row = [*words(clause, HMM=False)]
            here.update(word for word in row if len(word) in SIZES)
            for many in (2, 3):
                for part in zip(*(row[start:] for start in range(many)), strict=False):
                    if min(map(len, part)) > 1 and len(phrase := "".join(part)) in SIZES:
                        here.add(phrase)
        found.update(here)
    return found


def turned(right: str) -> Iterator[str]:
    """``right`` with two characters in the wrong order."""
    for place in range(len(right) - 1):
        yield right[:place] + right[place + 1] + right[place] + right[place + 2 :]


def shortened(right: str) -> Iterator[tuple[str, bool]]:
    """``right`` without one character, and whether that is the first or the last."""
    last = len(right) - 1
    for place in range(len(right)):
        if len(right) <= LONG or 0 < place < last:
            yield right[:place] + right[place + 1 :], place in {0, last}


def swapped_words(usual: list[str], every: str) -> dict[str, str]:
    """What is written where two characters of a phrase changed places, and what is meant."""
    pairs = Counter(map("".join, pairwise(every)))
    return {
        wrong: right
        for right in usual
        for wrong in turned(right)
        if min(pairs["".join(pair)] for pair in pairwise(wrong)) <= RARE
        and right[0] != "不"
        and wrong not in LEFT_OUT
        and wrong not in every
        and not is_listed(wrong)
        and len(lone(wrong)) > len(lone(right))
    }


def lost_words(used: Counter[str], least: int, every: str) -> dict[str, str]:
    """What is written where one character of a phrase is lost, and what is meant: nobody writes it
    otherwise, and no shorter one tells the same."""
    found: dict[str, str] = {}
    for right, number in used.most_common():
        if number < least or not ANY.isdisjoint(right) or kind_of(right).startswith(NAMES):
            continue
        for wrong, end in shortened(right):
            if (
                wrong in found
                or is_listed(wrong)
                or wrong in LEFT_OUT
                or len(lone(wrong)) <= len(lone(right))
            ):
                continue
            if not alone(wrong, right, LEAST):
                continue
            if every.count(wrong) == (every.count(right) if end else 0):
                found[wrong] = right
    elsewhere = held(found)
    return {
        wrong: right
        for wrong, right in found.items()
        if wrong not in elsewhere and not _told(wrong, found)
    }


def held(found: dict[str, str]) -> set[str]:
    """The words of ``found`` that are a part of one in the dictionary without what they should be
    (水利枢 in 三峡水利枢纽工程 is none)."""
    words = (line.split(" ")[0] for line in bytes(dictionary()).decode().splitlines())
    return {
        part
        for word in words
        for start in range(len(word) - 2)
        for end in range(start + 3, len(word) + (start > 0))
        if (part := word[start:end]) in found and found[part] not in word
    }


def alone(wrong: str, right: str, least: float) -> bool:
    """Whether ``wrong`` tells by itself that a character of ``right`` is lost."""
    return is_lost(f"，{wrong}，", Span(1, 1 + len(wrong)), right, least=least)


def _told(wrong: str, found: dict[str, str]) -> bool:
    """Whether a part of ``wrong`` tells that a character is lost."""
    return any(
        (part := wrong[start:end]) in found
        and is_lost(wrong, Span(start, end), found[part], least=LEAST)
        for start in range(len(wrong) - 2)
        for end in range(start + 3, len(wrong) + (start > 0))
    )


def lone(text: str) -> list[str]:
    return [word for word in cut(text) if len(word) == 1]


def read_table() -> list[dict[str, str]]:
    """The rows of the table as it is."""
    with TARGET.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def measure(texts: list[str]) -> None:
    """Print what the table of one half finds in the other half, and of what is lost there."""
    random.Random(7).shuffle(texts)
    half, rest = texts[::2], texts[1::2]
    found = lost_words(phrases(half), KNOWN // 2, "\n".join(half))
    draw, tried, told = random.Random(3), 0, 0
    for text in rest:
        for start, wrong in _met(text, found):
            print(text[max(0, start - 8) : start + len(wrong) + 8].replace("\n", "/"), found[wrong])
    for _ in range(DRAWN):
        text = draw.choice(rest)
        place = draw.randrange(20, len(text) - 20)
        if HAN.fullmatch(text[place - 1 : place + 2]):
            tried += 1
            told += any(_met(text[place - 20 : place] + text[place + 1 : place + 20], found))
    print(f"{len(found)} rows; found: {told} of {tried} lost")


def _met(text: str, found: dict[str, str]) -> Iterator[tuple[int, str]]:
    for start in range(len(text)):
        for size in range(min(SIZES) - 1, max(SIZES)):
            wrong = text[start : start + size]
            if wrong in found and is_lost(
                text, Span(start, start + size), found[wrong], least=LEAST
            ):
                yield start, wrong


def main() -> int:
    texts = [text.text for text in read_corpus(Path(sys.argv[1])) if text.whole]
    if "--measure" in sys.argv:
        measure(texts)
        return 0
    every, used = "\n".join(texts), phrases(texts)
    usual = [phrase for phrase, number in used.items() if number >= USUAL and len(phrase) > 3]
    lost = lost_words(used + Counter(dict.fromkeys(ADDED, KNOWN)), KNOWN, every)
    likely = swapped_words(sorted({*usual, *ADDED}), every) | {
        wrong: right
        for wrong, right in lost.items()
        if wrong != right[1:] and alone(wrong, right, LIKELY)
    }
    standing = read_table()
    questions = {wrong: right for wrong, right in lost.items() if ALONE.isdisjoint(lone(wrong))}
    found = questions | likely | {row[COLUMNS[0]]: row[COLUMNS[1]] for row in standing}
    sure = likely.keys() | {row[COLUMNS[0]] for row in standing if row[LEVEL] != QUESTION}
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        table.writeheader()
        for wrong, right in sorted(found.items(), key=lambda row: (row[1], row[0])):
            level = "" if wrong in sure else QUESTION
            table.writerow({COLUMNS[0]: wrong, COLUMNS[1]: right, LEVEL: level})
    print(f"{len(found)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
