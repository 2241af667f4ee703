"""noise: what is not the document's own text, and disturbs no other rule.

Watermarks and advertisements, the metadata block and navigation of a portal, page numbers,
repeated page headers. Lines are judged by kinds of evidence rather than by the phrases of one
sample, and a line that can be a title, a heading or a salutation is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from govlint.facts.advertising import (
    is_advertising,
    is_near_advertising,
    may_belong,
    opens_list,
)
from govlint.text.span import Span

_EDGE = 15
_LINE = re.compile(r"[^ \t\u3000\n][^\n]*")
_KEYS = (
    "索引号 信息索引号 信息索引 发布机构 发文机关 发文机构 信息分类 组配分类 主题分类 公开方式 公开范围 公开时限 公开形式 公开类别 生成日期 发布日期 发布时间 发文日期 成文日期 发文时间 文号 发文字号 体裁分类 体裁 有效性 效力状态 时效性 来源 作者 稿源 浏览次数 浏览量 阅读次数 阅读量 阅读 点击数 点击量 点击率 访问次数 访问量 字号 字体 责任编辑 编辑 审核 信息来源 内容分类 主题词 标题 名称 关键词 公开属性 所属主题 所属分类 废止日期"
    " 生效日期 实施日期 统一登记号 登记号 服务对象 内容概述 发布人 录入"
)
_LINKS = (
    "打印本页 打印此页 打印文章 打印 关闭窗口 关闭本页 关闭页面 关闭 分享到 分享 收藏 上一篇 上一条 下一篇 下一条 当前位置 您的位置 您现在的位置 您所在的位置 首页 返回顶部 返回首页 网站地图 联系我们 无障碍阅读 无障碍 长者助手 我要纠错 纠错 手机版 扫一扫 下载本文 下载全文 下载 版权所有 相关链接 相关附件 相关文章 相关稿件 相关信息 友情链接 隐私声明 网站标识码 主办单位 主办 承办单位 承办 技术支持 视力保护色 微信 微博 人民微博 QQ空间 E-mail推荐 登录 注册 繁体"
)


def _words(text: str) -> str:
    """One of the words in ``text``, whose characters may be spread out (文　　号)."""
    words = sorted(text.split(), key=len, reverse=True)
    return "|".join(r"\s{0,4}".join(map(re.escape, word)) for word in words)


_KEY = _words(_KEYS)
_NAVIGATION = _words(_LINKS) + r"|[^ ]{0,4}ICP备|[^ ]{0,4}公网安备|大\s*中\s*小"
_SURE = (
    r"(?:您?(?:所在|现在)?的?位置|当前位置)\s?[：:].{0,60}[>＞»]|.{0,60}(?:ICP备|公网安备|网站标识码)|【?字[体号]\s?[：:]?\s?[\[【]?\s?大"
    r"|上一[篇条]\s?[：:]|下一[篇条]\s?[：:]|(?:我要)?纠错\s+返回|扫一扫在手机|打印本页|关闭窗口|索\s{0,4}引\s{0,4}号\s?[：:]|分享到\s?[：:]"
)
_PORTAL_KEY = re.compile(rf"[•·▪【\[]?\s?(?:{_KEY})\s?[：:]")
_PORTAL_LINE = re.compile(
    rf"[•·▪【\[（]?\s?(?:{_NAVIGATION})(?:\s|[：:】\]|>\-）、]|$)|【?字[体号]|[^。]{{0,12}}(?:>|»|＞)[^。]{{1,40}}$"
)
_PORTAL_SURE = re.compile(_SURE)
_PORTAL_ANY = re.compile(rf"(?:{_KEY})\s?[：:]|(?:{_NAVIGATION})")
_PAGE = re.compile(
    r"[-—–－·•]{1,2}[ \u3000]{0,3}[0-9]{1,3}[ \u3000]{0,3}[-—–－·•]{1,2}$|第[一二三四五六七八九十百]{1,4}页$|\[ ?[0-9]{1,3} ?\]$|[Pp]\.? ?[0-9]{1,3}$|"
    r"[-—–－·•]{1,2} ?[0-9]{1,3} ?[-—–－·•]{1,2}$|第? ?[0-9]{1,3} ?页(?:[ ，,/]{0,3}共 ?[0-9]{1,3} ?页)?$"
    r"|(?:第 ?[0-9]{1,3} ?页)?[ ]?[0-9]{1,3} ?/ ?[0-9]{1,3}(?: ?页)?$|Page [0-9]{1,3}(?: of [0-9]{1,3})?$"
)
_FRACTION = re.compile(r"([0-9]{1,3}) ?/ ?([0-9]{1,3})$")
_PROSE = 18
_WORDS = re.compile(r"[0-9A-Za-z一-龥]")
_PORTAL_REACH = 40
_PORTAL_LEAST = 3
_HEADER_LEAST, _HEADER_MOST = 5, 40


class Noise(NamedTuple):
    """Blocks of lines by kind, in order; each block is one unbroken stretch."""

    watermarks: tuple[Span, ...] = ()
    portal: tuple[Span, ...] = ()
    pages: tuple[Span, ...] = ()
    headers: tuple[Span, ...] = ()

    @property
    def spans(self) -> list[Span]:
        return sorted(self.watermarks + self.portal + self.pages + self.headers)


def find_noise(text: str) -> Noise:
    """The noise in a width-folded text."""
    lines = [_stripped(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    portal = _portal(text, lines)
    rest = [line for line in lines if not _inside(line, portal)]
    pages = tuple(_pages(text, rest))
    headers = tuple(_headers(text, rest, set(pages)))
    taken = {*pages, *headers}
    rest = [line for line in rest if line not in taken]
    return Noise(_watermarks(text, rest), portal, pages, headers)


def blank(text: str, spans: list[Span], *, markup: bool) -> str:
    """``text`` with spaces for every character in ``spans``, line ends kept.

    ``markup``: the marks of Markdown are blanked, too, since headings stand behind them.
    """
    pieces, last = [], 0
    for span in spans:
        pieces.append(text[last : span.start])
        pieces.append("".join(c if c == "\n" else " " for c in text[span.start : span.end]))
        last = max(last, span.end)
    text = "".join(pieces) + text[last:] if spans else text
    if "<!--" in text:
        text = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    if "**" in text:
        text = _BOLD.sub(lambda match: f"  {match[1]}  ", text)
    if "#" in text:
        text = _HASHES.sub(lambda match: " " * len(match[0]), text)
    return text


_COMMENT = re.compile(r"<!--[^>]{0,2000}-->")
_BOLD = re.compile(r"\*\*([^*\n]{1,200})\*\*")
_HASHES = re.compile(r"(?m:^#{1,6}(?= ))")


def _stripped(text: str, start: int, end: int) -> Span:
    while text[end - 1] in " \t\u3000":
        end -= 1
    return Span(start, end)


def _inside(line: Span, blocks: tuple[Span, ...]) -> bool:
    return any(block.start <= line.start < block.end for block in blocks)


def _portal(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """The stretches near the head and tail whose lines are a portal's fields or links."""
    near = [*range(min(_PORTAL_REACH, len(lines)))]
    near += range(max(len(near), len(lines) - _PORTAL_REACH), len(lines))
    runs: list[list[int]] = []
    for i in near:
        if not (_PORTAL_KEY.match(text, *lines[i]) or _is_navigation(text, lines[i])):
            continue
        # a key may have its value on the next line, and a long one on two
        if runs and i - runs[-1][-1] <= 3 and _short(text, lines, runs[-1][-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(
        _stretch(text, lines, run) for run in runs if _fields(text, lines, run) >= _PORTAL_LEAST
    )


def _fields(text: str, lines: list[Span], run: list[int]) -> int:
    """How many fields and links a run of lines holds; what no office writes counts thrice."""
    fields = sum(len(_PORTAL_ANY.findall(text, *lines[i])) or 1 for i in run)
    return fields + sum(2 * (_PORTAL_SURE.match(text, *lines[i]) is not None) for i in run)


def _stretch(text: str, lines: list[Span], run: list[int]) -> Span:
    last = run[-1] + (1 if _value_below(text, lines, run[-1]) else 0)
    return Span(lines[run[0]].start, lines[last].end)


def _is_navigation(text: str, line: Span) -> bool:
    return line.end - line.start <= 60 and _PORTAL_LINE.match(text, *line) is not None


def _short(text: str, lines: list[Span], first: int, last: int) -> bool:
    """Whether the lines between two fields are the value of the first: short, no sentence."""
    if last - first > 1 and text[lines[first].end - 1] != "：":
        return False
    return all(
        line.end - line.start <= 40 and text[line.end - 1] not in "。；"
        for line in lines[first + 1 : last]
    )


def _value_below(text: str, lines: list[Span], index: int) -> bool:
    start, end = lines[index]
    if text[end - 1] not in "：:" or index + 1 >= len(lines):
        return False
    value = lines[index + 1]
    return value.end - value.start <= 30 and text[value.end - 1] not in "。；"


def _pages(text: str, lines: list[Span]) -> Iterator[Span]:
    """Lines that hold a page number and nothing else."""
    for line in lines:
        if line.end - line.start <= 16 and _PAGE.match(text, *line):
            fraction = _FRACTION.match(text, *line)
            if fraction is None or int(fraction[1]) <= int(fraction[2]):
                yield line


def _headers(text: str, lines: list[Span], pages: set[Span]) -> Iterator[Span]:
    """Every occurrence but the first of a line that recurs as the header of each page."""
    places: dict[str, list[int]] = {}
    for i, (start, end) in enumerate(lines):
        if _HEADER_LEAST <= end - start <= _HEADER_MOST and _HEADER.fullmatch(text, start, end):
            places.setdefault(_COUNT.sub("", text[start:end]), []).append(i)
    for header, found in places.items():
        if len(found) < 3 or _NUMBERED.match(header):
            continue
        cut = sum(_cuts(text, lines, i, pages) for i in found[1:])
        title = found[0] <= 2 and not _cuts(text, lines, found[0], pages)
        if title or 2 * cut >= len(found):
            first = 1 if title else 0
            yield from (lines[i] for i in found[first:])


_HEADER = re.compile(
    r"(?=[^\n]*[一-龥]{4})(?:[一-龥0-9“][^。；：，、！？（）□:]*[^。；：，、！？（）□:]|（[一-龥]{3,12}）)"
)
_COUNT = re.compile(r"[ \u3000]{1,8}[0-9]{1,3}$")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十]")


def _cuts(text: str, lines: list[Span], index: int, pages: set[Span]) -> bool:
    """Whether a line stands where a page ends: beside a page number, or inside a sentence."""
    if index and lines[index - 1] in pages:
        return True
    if index + 1 < len(lines) and lines[index + 1] in pages:
        return True
    before = lines[index - 1] if index else lines[index]
    return before.end - before.start >= _PROSE and text[before.end - 1] not in "。；！？：”）"


def _watermarks(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """The stretches of advertising lines, with the short lines between or outside them."""
    count = len(lines)
    hits = [
        i
        for i, line in enumerate(lines)
        if is_advertising(text[slice(*line)], edge=i < _EDGE or i >= count - _EDGE)
    ]
    if not hits:
        return ()
    taken = set(hits)
    for step in (1, -1):
        for hit in sorted(taken, reverse=step < 0):
            i = hit + step
            while 0 <= i < count and i not in taken and (i < _EDGE or i >= count - _EDGE):
                if not is_near_advertising(text[slice(*lines[i])]):
                    break
                taken.add(i)
                i += step
    hits = sorted(taken)
    for i in range(hits[0]):
        if hits[0] < _EDGE and all(may_belong(text[slice(*line)]) for line in lines[i : hits[0]]):
            taken.update(range(i, hits[0]))
            break
    for a, b in zip(hits, hits[1:], strict=False):
        edge = b < _EDGE or a >= count - _EDGE
        between = lines[a + 1 : b]
        if edge and len(between) <= 6 and all(may_belong(text[slice(*s)]) for s in between):
            taken.update(range(a, b))
    for i in hits:
        if i >= count - _EDGE and opens_list(text[slice(*lines[i])]):
            links = [line for line in lines[i + 1 :] if text[line.end - 1] not in "。；"]
            taken.update(range(i, i + 1 + len(links)) if len(links) == count - i - 1 else ())
    for i in hits:
        if i and i - 1 not in taken and not _WORDS.search(text, *lines[i - 1]):
            taken.add(i - 1)
    tail = lines[hits[-1] + 1 :]
    if hits[-1] >= count - _EDGE and all(may_belong(text[slice(*line)]) for line in tail):
        taken.update(range(hits[-1], count))
    blocks: list[Span] = []
    previous = -2
    for i in sorted(taken):
        if i == previous + 1:
            blocks[-1] = Span(blocks[-1].start, lines[i].end)
        else:
            blocks.append(lines[i])
        previous = i
    return tuple(blocks)
