"""Makes the table of slipped characters (rules/trm/slipped.csv) anew.

    pip install jieba && python bench/slipped.py FOLDER

FOLDER is the corpus. Two words that public documents use together, with two neighbouring characters
in the wrong order or one inside lost: what nobody has written, what is no word, and what falls
apart into more lone characters than it should.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from corpus import read_corpus

from govlint.facts.lexicon import is_listed
from govlint.facts.words import cut
from govlint.ruleset.table_cells import COLUMNS

TARGET = Path(__file__).parent.parent / "rules" / "trm" / "slipped.csv"
HAN = re.compile("[一-龥]+")
USUAL = 130
"""So many documents use the two words together."""
RARE, RARER = 12, 4
"""So often is the rarest pair of what is written met, at most; the latter where one is lost."""
SIZES = range(4, 8)
ADDED = ("人民政府", "党风廉政建设", "中国特色社会主义", "习近平新时代中国特色社会主义思想")

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
}
"""What texts of other kinds may well write: 我坚持 in a report on oneself, 不断进步完善; and what
stands where words meet that the corpus does not put together: 分别长12米, 智改数转升级."""


def phrases(texts: list[str]) -> Iterator[str]:
    """The pairs of words that so many documents use together."""
    words = import_module("jieba").cut
    found = defaultdict[str, set[int]](set)
    for number, text in enumerate(texts):
        for clause in HAN.findall(text):
            for one, other in pairwise(words(clause, HMM=False)):
                if len(one) > 1 and len(other) > 1 and len(one + other) in SIZES:
                    found[one + other].add(number)
    yield from (phrase for phrase, where in found.items() if len(where) >= USUAL)
    yield from ADDED


def slipped(right: str) -> Iterator[str]:
    """``right`` with two characters in the wrong order, or without one."""
    for place in range(len(right) - 1):
        yield right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    for place in range(1, len(right) - 1):
        yield right[:place] + right[place + 1 :]


def lone(text: str) -> int:
    return sum(len(word) == 1 for word in cut(text))


def main() -> int:
    texts = [text.text for text in read_corpus(Path(sys.argv[1]))]
    every = "\n".join(texts)
    pairs = Counter(map("".join, pairwise(every)))
    found: dict[str, str] = {}
    for right in sorted({*phrases(texts)}):
        for wrong in slipped(right):
            rarest = min(pairs["".join(pair)] for pair in pairwise(wrong))
            most = RARE if len(wrong) == len(right) else RARER
            if (
                rarest > most
                or right[0] == "不"
                or wrong in LEFT_OUT
                or wrong in every
                or is_listed(wrong)
                or lone(wrong) <= lone(right)
            ):
                continue
            found.setdefault(wrong, right)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for wrong, right in sorted(found.items(), key=lambda row: (row[1], row[0])):
            table.writerow([wrong, right, *[""] * (len(COLUMNS) - 2)])
    print(f"{len(found)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
