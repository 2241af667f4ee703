"""mojibake: were bytes read in the wrong encoding?

A run that was UTF-8 read as GBK (宸ヤ綔 for 工作), or UTF-8 or GBK read as Latin (å·¥, ÖÐ), can be
turned back: what decodes to Chinese the other way round was never meant as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.checks.base import Check, Needles, Regexes
from govlint.diagnostics.finding import Finding, Related
from govlint.facts.facts import Facts
from govlint.facts.search import ANYWHERE, Search, find, search_for
from govlint.records import NamedTuple
from govlint.text.decode import plausible_chinese
from govlint.text.span import Span

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN = re.compile(f"[À-ÖØ-öø-ÿ][\u0080-\u00ff{_CP1252}]{{1,400}}")
LEADS = (
    "锘"  # of the mark of byte order
    "鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈"
    "錉洹洧洌浃浈洇洄洙洎洫浍洮洵洚浏浒浔洳涑浯涞涠浞涓涔浜浠浼浣渚淇"
    "鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨鍩"
    "鍫濉澧澹澶濂濡濮濞濠濯瀚瀣瀛瀹瀵灏灞宀宄宕宓宥宸甯骞搴寤寮褰寰蹇"
    "鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌"
    "鏍妗姊妫妞妤姒妲妯姗妾娅娆姝娈姣姘姹娌娉娲娴娑娣娓婀婧婊婕娼婢婵"
    "鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭"
    "鐮纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲缍绶绺绻绾缁缂缃缇缈"
    "鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铻锜"
    "锠琛琚瑁瑜瑗瑕瑙瑷瑭瑾璜璎璀璁璇璋璞璨璩璐璧瓒璺韪韫韬杌杓杞杈杩"
    "閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇闈闉闊"
    "闋椤棰椋椁楗棣椐楱椹楠楂楝榄楫榀榘楸椴槌榇榈槎榉楦楣楹榛榧榻榫榭"
)
"""What the first two of the three bytes of a Chinese character in UTF-8 look like as GBK: the
codec for GBK is loaded only where one of them is met."""
_RUN = re.compile(r"[^\x00-\x7f，。；：！？、（）“”]{2,40}")


_MANY = 20
"""From this many on, the whole text is broken: one finding says so."""


class Params(NamedTuple):
    """``find``: runs that are broken whatever they were (U+FFFD, 锟斤拷)."""

    find: Regexes
    needles: Needles = Needles(())


def _searches(params: Params) -> list[Search]:
    return [search_for(*each, -1) for each in zip(params.find, params.needles, strict=True)]


def _asked(params: Params) -> list[Search]:
    """The same; nothing is known of the source, in which a mark may be half of its width."""
    return [*_searches(params), ANYWHERE]


def run(facts: Facts, params: Params) -> Iterator[Finding]:
    text = facts.document.source.text
    spans = [
        Span(*match.span())
        for search in _searches(params)
        for match in find(facts.text, facts.literals, search)
    ]
    if any("À" <= char <= "ÿ" for char in facts.literals.chars):
        spans += [Span(*m.span()) for m in _LATIN.finditer(text) if _from_latin(m[0])]
    if _lead_pattern().search(facts.text):
        spans += _from_gbk(text)
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    if len(apart) > _MANY:
        also = tuple(Related(span, "also") for span in apart[1:_MANY])
        yield Finding(apart[0], fields={"meant": ""}, related=also)
        return
    for span in apart:
        yield Finding(span, fields={"meant": _meant(text[slice(*span)])})


def _from_latin(run: str) -> bool:
    """Whether Latin letters are Chinese in UTF-8 or GBK, or a Chinese mark in UTF-8."""
    for codec in ("cp1252", "latin-1"):
        try:
            data = run.encode(codec)
        except UnicodeEncodeError:
            continue
        for target in ("utf-8", "gb18030"):
            try:
                text = data.decode(target)
            except UnicodeDecodeError:
                continue
            if any(char >= "\u2010" for char in text) and plausible_chinese(text):
                return True
    return False


def _from_gbk(text: str) -> list[Span]:
    """Runs that were UTF-8 and read as GBK, in order, as many as it takes to call the whole text
    broken: they begin with one of a few rare characters."""
    found: list[Span] = []
    done = 0
    for match in _lead_pattern().finditer(text):
        start = match.start()
        if start < done:
            continue
        if len(found) > 2 * _MANY:
            break  # of more nothing is told
        run = _RUN.match(text, start)
        length = _length_meant(run[0]) if run else 0
        if length:
            done = start + length
            found.append(Span(start, done))
    return found


def _length_meant(run: str) -> int:
    """How much of ``run``, from its beginning, was meant to be something else."""
    data = run.encode("gb18030", "replace")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        run = data[: fault.start].decode("gb18030", "ignore")
    return next((end for end in range(len(run), 1, -1) if _meant(run[:end])), 0)


_pattern: list[re.Pattern[str]] = []


def _lead_pattern() -> re.Pattern[str]:
    if not _pattern:
        _pattern.append(re.compile(f"[{''.join(sorted(LEADS))}]"))
    return _pattern[0]


def _meant(run: str) -> str:
    """What ``run`` was meant to be, or ""."""
    try:
        meant = run.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return ""
    chinese = sum("\u4e00" <= char <= "\u9fff" or char in "\ufeff，。、；：" for char in meant)
    return meant if chinese == len(meant) and plausible_chinese(meant) else ""


CHECK = Check("mojibake", Params, run, fields=("meant",), roles=("also",), searches=_asked)
