"""own_numbers: references that name no document and can mean only the one in which they stand.

违反第十二条规定的 in a rule that ends with its eighth article; 第四部分 in the sentence that begins
with 本报告第一部分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.facts.articles import Article
from govlint.facts.literals import Literals
from govlint.facts.search import find, search_for
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral

_HAN = "[一二三四五六七八九十百零]{1,5}"
BARE_ARTICLE = search_for(
    rf"(?P<hit>第(?P<n>{_HAN})条)(?:第{_HAN}款)?(?:第（?{_HAN}）?项)?"
    r"(?:所?规定的?|的规定|所列|要求|标准|情形|条件)",
    (("条",), ("规定", "所列", "要求", "标准", "情形", "条件")),
    24,
)
_OTHERS = re.compile(
    r"[《》〔]|[法典约令章]第|条例|国家|中央|国务院|该|原|[上省市]级|修[改订正]|(?<!本)(?:办法|规定|细则|规则|通知|意见|方案|合同|协议|章程)第"
)
"""What names another document in the sentence before."""
_LAW = re.compile("》|法典|(?<![办方用做合违非依无执司守普立看想])法(?:所|的|规定|有关|第|中)")
"""What names a law in the article before: 有《……法》所列情形的……。有第五十九条所列情形之一的……"""
_ENDS = re.compile(
    r"[^。\n]{0,60}(?:自[^。，\n]{2,20}(?:起施行|起实施|起执行|施行)|由[^。\n]{2,40}负责解释)"
)
_FEWEST = 4
_FAR = 3
"""So many articles beyond the last are no slip, nor half as many as there are: a law is meant."""
_LAST = 3
"""Among so many articles at the end one says since when all is in force."""


def bare_beyond(text: str, articles: list[Article], literals: Literals) -> Iterator[re.Match[str]]:
    """The references to articles behind the last of a whole rule."""
    if len(articles) < _FEWEST or [a.number for a in articles] != [*range(1, len(articles) + 1)]:
        return
    if not any(_ENDS.match(text, article.place.end) for article in articles[-_LAST:]):
        return  # it may go on
    for match in find(text, literals, BARE_ARTICLE):
        start = match.start()
        sentence = begins(text, start, "。\n")
        beyond = (parse_numeral(match["n"]) or 0) - len(articles)
        bare = "本" not in text[max(sentence, start - 4) : start] and start > sentence
        if (
            bare
            and 0 < beyond <= max(_FAR, len(articles) // 2)
            and not _OTHERS.search(text, sentence, match.end())
            and not _LAW.search(text, begins(text, start, "\n"), start)
        ):
            yield match


def told_in_turn(text: str, start: int, own: re.Pattern[str]) -> bool:
    """Whether a part stands in a sentence that tells of the parts of its document from the first
    on: 本报告第一部分总结工作，第二部分分析形势，第五部分……"""
    sentence = text[begins(text, start, "。\n") : start]
    before, first, _ = sentence.partition("第一部分")
    return bool(first and own.search(before) and not _OTHERS.search(sentence))
