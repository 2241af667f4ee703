"""own-reference: does a document have the part, chapter, article or item that it sends to?

Articles are known where the text holds them from the first on; the items of one also where it is
an excerpt. How many parts there are is what the text says (由四个部分组成). What is said of another
document, named in the clause, is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from govlint.checks.base import Check, NoParams
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.articles import Article, read_articles
from govlint.facts.facts import Facts
from govlint.facts.own_numbers import BARE_ARTICLE, bare_beyond, told_in_turn
from govlint.facts.search import find, search_for
from govlint.syntax.tree import LEVEL1
from govlint.text.back import begins
from govlint.text.numerals import parse_numeral
from govlint.text.span import BLANK, Span

_HAN = "[一二三四五六七八九十百零]{1,5}"
_PARTS = re.compile(
    r"(?:本(?:文|[一-龥]{2})|全文|(?:报告|方案|规划|意见|手册|纲要|文件)(?=[共由分包]))"
    r"(?:由[^。\n]{0,80}?|[分共](?:为|成|有|分为?|包括)?|(?:包括|分为?)[^。；\n0-9]{0,60}?)"
    r"(?P<n>[两二三四五六七八九十])个?(?:大)?部分"
)
_PART = search_for(rf"(?P<hit>第(?P<n>{_HAN})部分)", (("部分",), ("第",)), 20)
_OWN = "办法|规定|细则|条例|章程|规则|制度|公约|方案|准则|规程|守则|标准|通知|决定|预案|协议|合同"
_ARTICLE = search_for(
    rf"本(?:{_OWN})(?P<hit>第(?P<n>{_HAN})条(?:第{_HAN}款)?(?:第（?(?P<i>{_HAN})）?项)?)",
    (tuple(f"本{each}第" for each in _OWN.split("|")),),
    20,
)
_ITEM_OF = search_for(
    rf"(?P<hit>第(?P<n>{_HAN})条(?:第{_HAN}款)?第（?(?P<i>{_HAN})）?项)", (("条第",), ("项",)), 30
)
_BEFORE = search_for(
    rf"(?P<hit>(?P<where>前条|前款|本条)(?:第{_HAN}款)?第（?(?P<i>{_HAN})）?项)",
    (("前条", "前款", "本条第"), ("项",)),
    20,
)
_ALL_OF = search_for(
    r"(?P<where>前条|前款|本条前款|本条第一款)(?:所?规定的?|所?列举?的?|中的?)"
    r"(?P<hit>(?P<i>[二两三四五六七八九]|[2-9])(?:种|项|类|个|款)(?:情形|行为|情况|条件|材料|事项|规定|方式|原则))",
    (
        ("前条", "前款", "本条第一款"),
        ("情形", "行为", "情况", "条件", "材料", "事项", "规定", "方式", "原则"),
    ),
    24,
)
_OTHER = re.compile(r"《|》|[法例典约章令][^，。；]{0,4}$|[^本]规定[^，。；]{0,4}$|原|该")
"""What names another document before a number; it may be one of several that are told."""
_BREACH = re.compile(
    rf"(?:违反|不履行|未履行|未按)(?:了)?(?:本(?:{_OWN}))?(?P<hit>第(?P<n>{_HAN})条)"
)
_CLOSES = re.compile(
    r"[^。\n]{0,40}(?:自[^。，\n]{2,20}(?:起施行|起实施|起执行|施行)|由[^。\n]{2,30}负责解释)"
)
"""What an article says that nobody can break."""
_NAMED = re.compile(r"(?<!本)(?:方案|规划|意见|文件|报告|通知|纲要|计划|办法)$")
_SECTION_ITEM = search_for(
    rf"(?P<hit>第(?P<n>{_HAN})部分第（(?P<i>{_HAN})）[项条点])", (("部分第（",),), 24
)
_CLAUSE = re.compile(r"[，。；\n]")
_THIS = re.compile(rf"本(?:{_OWN}|规划|计划|意见|报告|纲要|要点|指南|文|文件)的?$")
_RUNNING = search_for(
    r"本(?:意见|方案|通知|计划|规划|办法|细则|规定|纲要|要点|指南|文件)(?P<hit>第[（(]?(?P<n>[0-9]{1,3}|[一二三四五六七八九十百]{1,5})[）)]?[条项点])",
    (("本",), ("条", "项", "点")),
    16,
)
_RUNS = ("arabic", "han-paren")
"""Marks of headings that some documents count on with through all parts, and call 条."""
_IN_FORCE = re.compile("[^。；\n]{0,30}(?:施行|生效|实施|执行)|第|[、和至]")
_FEWEST = 4
_SLIP = 2
_NEAR = 40


def run(facts: Facts, _params: NoParams) -> Iterator[Finding]:
    told = [*_parts(facts)]
    yield from told or _counted(facts)
    yield from _sections(facts)
    yield from _running(facts)
    counts = find(facts.body, facts.literals, _ALL_OF)
    bare = find(facts.body, facts.literals, BARE_ARTICLE)
    back, own, items, breaches = (find(facts.body, facts.literals, each) for each in _ASKED)
    if back or own or items or breaches or counts or bare:
        articles = read_articles(facts.body, facts.outline)
        for match in bare_beyond(facts.body, articles, facts.literals) if bare else ():
            yield _finding(match, f"只有{articles[-1].number}条", articles[-1].place)
        yield from _miscounted(articles, counts)
        yield from _of_itself(facts, articles, own)
        yield from _breaches(facts, articles, breaches)
        yield from _before(articles, back)
        if articles and [a.number for a in articles] == sorted({a.number for a in articles}):
            yield from _beyond(facts, articles, own)
            yield from _items(facts, articles, [*own, *items])


def _sections(facts: Facts) -> Iterator[Finding]:
    """第三部分第（四）项 where below 三、 there are three."""
    text, outline = facts.body, facts.outline
    for match in find(text, facts.literals, _SECTION_ITEM):
        number = parse_numeral(match["n"])
        tops = [
            i for i, h in enumerate(outline.headings) if h.rank == LEVEL1 and h.ordinal == number
        ]
        own = _THIS.search(text, max(0, match.start() - _NEAR), match.start())
        before = tops and outline.headings[tops[0]].span.start < match.start()
        if len(tops) != 1 or not (own or (before and not _named(text, match.start()))):
            continue
        below = [outline.headings[i] for i in outline.children(tops[0])]
        items = [h.ordinal for h in below if h.shape == "han-paren"]
        counted = items == [*range(1, len(items) + 1)]
        if counted and 0 < len(items) < (parse_numeral(match["i"]) or 0):
            yield _finding(match, f"只有{len(items)}项", outline.headings[tops[0]].mark)


def _running(facts: Facts) -> Iterator[Finding]:
    """本意见第23条 of a document whose twenty paragraphs are counted 1. to 20., whatever parts they
    stand in."""
    references = find(facts.body, facts.literals, _RUNNING)
    if not references or read_articles(facts.body, facts.outline):
        return
    for shape in _RUNS:
        marks = [h for h in facts.outline.headings if h.shape == shape]
        counted = [h.ordinal or 0 for h in marks]
        last = max(counted, default=0)
        if len(marks) < max(_FEWEST, last - _SLIP) or counted != sorted({*counted}):
            continue  # one or two may have lost their mark
        for match in references:
            if (parse_numeral(match["n"]) or 0) > last:
                yield _finding(match, f"只有{last}条", marks[-1].mark)


def _named(text: str, start: int) -> bool:
    """Whether the clause before a reference names another document."""
    clause = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    return _OTHER.search(clause) is not None or _NAMED.search(clause) is not None


def _breaches(
    facts: Facts, articles: list[Article], references: Sequence[re.Match[str]]
) -> Iterator[Finding]:
    """违反第十五条规定 where that article says from when on all is in force."""
    by_number = {article.number: article for article in articles}
    for match in references:
        article = by_number.get(parse_numeral(match["n"]) or 0)
        if article is None or (match[0].find("本") < 0 and _of_another(facts, match)):
            continue
        if _CLOSES.match(facts.body, article.place.end):
            yield _finding(match, "只有施行日期或者解释权", article.place)


def _parts(facts: Facts) -> Iterator[Finding]:
    """第五部分 of a document that says that it has four."""
    references = find(facts.body, facts.literals, _PART)
    told = {parse_numeral(m["n"]): m for m in _PARTS.finditer(facts.body)} if references else {}
    if len(told) != 1:
        return
    ((number, said),) = told.items()
    for match in references:
        if (parse_numeral(match["n"]) or 0) > (number or 0) and not _of_another(facts, match):
            yield _finding(match, f"只有{number}个部分", Span(*said.span()))


def _counted(facts: Facts) -> Iterator[Finding]:
    """本方案第六部分 of a document whose headings count from 一、 to 五、."""
    text = facts.body
    tops = [h for h in facts.outline.headings if h.shape == "han-dun" and h.rank == LEVEL1]
    last = len(tops)
    if last < _FEWEST - 1 or [h.ordinal for h in tops] != [*range(1, last + 1)]:
        return
    for match in find(text, facts.literals, _PART):
        named = _THIS.search(text, max(0, match.start() - _NEAR), match.start())
        own = named is not None or told_in_turn(text, match.start(), _THIS)
        if own and (parse_numeral(match["n"]) or 0) > last:
            yield _finding(match, f"只有{last}个部分", tops[-1].mark)


def _of_another(facts: Facts, match: re.Match[str]) -> bool:
    """Whether the clause of a reference names another document before it."""
    text, start = facts.body, match.start("hit")
    clause = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    if _OTHER.search(clause) or facts.masked(Span(*match.span()), ("quotation", "book")):
        return True
    return not text[begins(text, start, "\n") : start].strip(BLANK)


def _before(articles: list[Article], references: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """前条第四项 behind an article of three, 前款第四项 and 本条第四项 within one."""
    for match, article in _meant(articles, references):
        yield from _lacking(match, article)


def _miscounted(articles: list[Article], references: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """前款规定的三种情形 where the article lists two."""
    for match, article in _meant(articles, references):
        items, number = article.items, parse_numeral(match["i"]) or 0
        if 0 < abs(items - number) <= _SLIP and items > 1:
            yield _finding(match, f"列了{items}项", article.place)


def _meant(
    articles: list[Article], references: Sequence[re.Match[str]]
) -> Iterator[tuple[re.Match[str], Article]]:
    """Each reference to the article in which it stands, or to the one before, with that article."""
    starts = [article.place.start for article in articles]
    for match in references:
        own = bisect_left(starts, match.start()) - 1
        meant = own - 1 if match["where"] == "前条" else own
        if meant >= 0 and articles[own].number - articles[meant].number == own - meant:
            yield match, articles[meant]


def _of_itself(
    facts: Facts, articles: list[Article], references: Sequence[re.Match[str]]
) -> Iterator[Finding]:
    """本办法第十二条 in the twelfth article, which would say 前款 of itself."""
    starts = [article.place.start for article in articles]
    for match in references:
        own = bisect_left(starts, match.start()) - 1
        whole = match[0].endswith("条") and not _IN_FORCE.match(facts.body, match.end())
        if own < 0 or articles[own].number != parse_numeral(match["n"]) or not whole:
            continue
        if facts.body.find("\n", articles[own].place.end, match.start()) < 0:
            yield _finding(match, "就是这一条自己", articles[own].place)


def _beyond(
    facts: Facts, articles: list[Article], references: Sequence[re.Match[str]]
) -> Iterator[Finding]:
    """本办法第四十条 of a document of thirty articles, or of its last ones: those behind which
    nothing can come, as the last says from when on all is in force."""
    last = articles[-1]
    if len(articles) != last.number - articles[0].number + 1:
        return
    closed = _CLOSES.match(facts.body, last.place.end) is not None
    if not (len(articles) >= _FEWEST and articles[0].number == 1) and not (
        closed and len(articles) > _SLIP
    ):
        return
    for match in references:
        beyond = (parse_numeral(match["n"]) or 0) > last.number
        if beyond and not facts.masked(Span(*match.span()), ("quotation", "book")):
            yield _finding(match, f"只有{last.number}条", last.place)


def _items(
    facts: Facts, articles: list[Article], references: Sequence[re.Match[str]]
) -> Iterator[Finding]:
    """第八条第四项 of an article of three."""
    by_number = {article.number: article for article in articles}
    seen = set()
    for match in references:
        article = by_number.get(parse_numeral(match["n"]) or 0)
        if match["i"] and article and match.start("hit") not in seen:
            seen.add(match.start("hit"))
            if match[0][0] == "本" or not _of_another(facts, match):
                yield from _lacking(match, article)


def _lacking(match: re.Match[str], article: Article) -> Iterator[Finding]:
    if 0 < article.items < (parse_numeral(match["i"]) or 0):
        yield _finding(match, f"只有{article.items}项", article.place)


def _finding(match: re.Match[str], has: str, place: Span) -> Finding:
    fields = {"here": match["hit"], "has": has}
    return Finding(Span(*match.span("hit")), fields, (Related(place, "has"),))


_BROKEN = search_for(_BREACH.pattern, (("违反", "不履行", "未履行", "未按"), ("第",)), 24)
_ASKED = (_BEFORE, _ARTICLE, _ITEM_OF, _BROKEN)
_SEARCHES = (_PART, *_ASKED, _ALL_OF, _SECTION_ITEM, _RUNNING, BARE_ARTICLE)

CHECK = Check(
    "own-reference",
    NoParams,
    run,
    fields=("here", "has"),
    roles=("has",),
    searches=lambda _params: _SEARCHES,
)
