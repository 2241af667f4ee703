"""Makes the table of look-alikes (rules/trm/look-alike.csv) anew.

    pip install pypinyin && python bench/look_alike.py FOLDER

FOLDER is the corpus. The words of two characters that jieba's dictionary has and reports use, with
one replaced by one that is mistaken for it: those of a group in look_alike.txt, and those that
sound the same. Taken out is what is a word, what anybody has written, and what two characters that
are free to stand together could come to mean: pairs whose characters are both frequent, and
characters of surnames and given names, which are right in a name.

The words of rare_words.txt are used too seldom for that. They have a character of their own that
hardly meets another one by chance, so that characters met FAMILIAR times and more are tried, too.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from corpus import read_corpus

from govlint.facts.lexicon import dictionary
from govlint.ruleset.table_cells import COLUMNS

HERE = Path(__file__).parent
TARGET = HERE.parent / "rules" / "trm" / "look-alike.csv"
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶"
    "洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧"
    "甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬畅"
    "宫全褚廉简盖符奚木党燕郎邸冀谈连晏郁商蒙计喻揭窦迟宇冷卓花仇艾蓝都巩井练仲乐虞封冼原官衣楚匡宗应台巫荆银明"
    "沙伏胥保和"
)
NAMES = frozenset(
    "忠晶泽岳绵惟姿铜瑞祥俊骏弘洪晖煌毅羽翼恬婉敏娇佳嘉姗娜扬杨秀锦铭郎朗琅琳郁珠傅廖冀锐彰征召丰昭"
)
"""Characters of given names."""
FREE = frozenset(
    "忧嘱刑游氧沟藏货消铸购海兆冷戴禾晋泉坊轮湾源滨淋庐芦苑寨塞洒酒影景视祝糖炭碳瓶锣棕瓢茹股峰域养痒药抢枪盟萌"
)
"""Characters that new short names are made of (促消, 同沟, 慢游)."""
RIGHT = frozenset(
    {"驻院", "祖房", "祖车", "祖租", "全剖", "单例", "力拚", "贷车", "客贷", "忆斤", "天亡"}
)
"""What is a word of a trade, or cannot be told from one."""
MISTAKES = {"瓶劲": "瓶颈", "濒发": "频发", "玩固": "顽固"}
"""What stands in the corpus and is a mistake there."""
RARE_PAIR, RARER, ASKED = 0.3, 0.05, 20
"""So often would a pair stand in the corpus if its characters met by chance: at most. Up to the
last the row is a question."""
FAMILIAR = 400
"""A character that stands so often in the corpus is one that an input method offers first."""
USUAL = 500
"""A word that reports use so often is asked about."""


class Language:
    """How often characters, pairs and words are met in the corpus and in the dictionary."""

    def __init__(self, folder: Path) -> None:
        self.text = "\n".join(text.text for text in read_corpus(folder))
        self.chars = Counter(self.text)
        self.pairs = Counter(map("".join, zip(self.text, self.text[1:], strict=False)))
        lines = (line.split(" ") for line in bytes(dictionary()).decode().splitlines())
        self.words = {word: (int(met), kind) for word, met, kind in lines}
        longer = [word for word, (met, _) in self.words.items() if met > 3 and len(word) > 2]
        self.inside = {word[i : i + n] for word in longer for n in (2, 4) for i in range(len(word))}

    def is_word(self, word: str) -> bool:
        """Whether it is a word, or a part of one."""
        return word in self.words or word in self.inside

    def by_chance(self, pair: str) -> float:
        return self.chars[pair[0]] * self.chars[pair[1]] / len(self.text)

    def by_words(self, pair: str) -> float:
        """How often two words of one character each would stand side by side by chance."""
        return self.met(pair[0]) * self.met(pair[1]) / 60_000_000

    def met(self, word: str) -> int:
        return self.words.get(word, (1, ""))[0]


def changed(word: str, mistaken: dict[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    for place, char in enumerate(word):
        for other in sorted(mistaken.get(char, ())):
            yield word[:place] + other + word[place + 1 :], char, other


def pairs(language: Language, mistaken: dict[str, set[str]], *, sounds: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for word, (met, kind) in language.words.items():
        often = language.pairs[word] >= 300 if sounds else language.pairs[word] >= 40 or met >= 800
        often = often or word in MISTAKES.values()
        if len(word) != 2 or not often or kind.startswith("nr") or kind in {"ns", "nz", "nt"}:
            continue
        for wrong, _, other in changed(word, mistaken):
            if (
                wrong in language.words
                or wrong in language.inside
                or wrong in RIGHT
                or other in NAMES
                or wrong[0] == "昨"
            ):
                continue
            if wrong[0] in SURNAMES and (other == wrong[0] or language.pairs[word] < 50):
                continue
            if language.by_words(wrong) > (1 if sounds else 10):
                continue
            if language.pairs[wrong] and wrong not in MISTAKES:
                continue
            strict = sounds or other in FREE
            asked = not strict and language.pairs[word] >= USUAL
            most = RARER if strict else ASKED if asked else RARE_PAIR
            if language.by_chance(wrong) > most or (
                sounds and (other in FREE or language.met(other) < 2000)
            ):
                continue
            if language.pairs[word] > language.pairs[found.get(wrong, "")]:
                found[wrong] = word
            found.setdefault(wrong, word)
    return found


def rare_pairs(
    language: Language, mistaken: dict[str, set[str]], sounding: dict[str, set[str]]
) -> dict[str, str]:
    """The same of the words in rare_words.txt."""
    words = (HERE / "rare_words.txt").read_text(encoding="utf-8").split()
    found: dict[str, str] = {}
    for word in words:
        tried = defaultdict[str, set[str]](set)
        for char in word:
            usual = {each for each in sounding.get(char, ()) if language.chars[each] >= FAMILIAR}
            tried[char] = usual | mistaken.get(char, set())
        for wrong, char, other in changed(word, tried):
            if language.is_word(wrong) or language.pairs[wrong] or wrong in {*RIGHT, *words}:
                continue
            sounds = other not in mistaken.get(char, ())
            named = sounds and (wrong[0] in SURNAMES or other in NAMES)
            most = 0.15 if sounds else 3
            if named or language.by_chance(wrong) > most or language.by_words(wrong) > 10:
                continue
            if language.pairs[word] > language.pairs[found.get(wrong, "")]:
                found[wrong] = word
            found.setdefault(wrong, word)
    return found


def alike() -> dict[str, set[str]]:
    mistaken = defaultdict[str, set[str]](set)
    for group in (HERE / "look_alike.txt").read_text(encoding="utf-8").split():
        for char in group:
            mistaken[char] |= set(group) - {char}
    return mistaken


def heard(language: Language) -> dict[str, set[str]]:
    module = import_module("pypinyin")

    by_sound = defaultdict[str, set[str]](set)
    for char in filter("一".__le__, language.chars):
        by_sound[module.pinyin(char, style=module.Style.TONE3)[0][0]].add(char)
    return {char: group - {char} for group in by_sound.values() for char in group}


def main() -> int:
    language = Language(Path(sys.argv[1]))
    own: set[str] = set()
    for path in set(TARGET.parent.glob("*.csv")) - {TARGET}:
        with path.open(encoding="utf-8", newline="") as file:
            own |= {row[0] for row in csv.reader(file) if row}
    mistaken = alike()
    sounding = heard(language)
    found = rare_pairs(language, mistaken, sounding)
    found |= pairs(language, sounding, sounds=True) | pairs(language, mistaken, sounds=False)
    rows = sorted((len(wrong), right, wrong) for wrong, right in found.items() if wrong not in own)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(COLUMNS)
        for _, right, wrong in rows:
            often = len(wrong) == 2 and language.by_chance(wrong) > RARE_PAIR
            table.writerow([wrong, right, *[""] * 5, "提示" if often else "", "", ""])
    print(f"{len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
