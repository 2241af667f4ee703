"""portal: the metadata block and the navigation of a web site, copied along with a document."""

from __future__ import annotations

import re
from bisect import bisect_right

from govlint.text.span import Span

_KEYS = (
    "索引号 信息索引号 信息索引 发布机构 发文机关 发文机构 信息分类 组配分类 "
    "主题分类 公开方式 公开范围 公开时限 公开形式 公开类别 生成日期 发布日期 "
    "发布时间 发文日期 成文日期 发文时间 文号 发文字号 体裁分类 体裁 有效性 "
    "效力状态 时效性 来源 作者 稿源 浏览次数 浏览量 阅读次数 阅读量 阅读 点击数 "
    "点击量 点击率 访问次数 访问量 字号 字体 责任编辑 编辑 审核 信息来源 内容分类 "
    "主题词 标题 名称 关键词 公开属性 所属主题 所属分类 废止日期 生效日期 实施日期 "
    "统一登记号 登记号 服务对象 内容概述 发布人 录入 "
)
_LINKS = (
    "打印本页 打印此页 打印文章 打印 关闭窗口 关闭本页 关闭页面 关闭 分享到 分享 "
    "收藏 上一篇 上一条 下一篇 下一条 当前位置 您的位置 您现在的位置 您所在的位置 "
    "首页 返回顶部 返回首页 网站地图 联系我们 无障碍阅读 无障碍 长者助手 我要纠错 "
    "纠错 手机版 扫一扫 下载本文 下载全文 下载 版权所有 相关链接 相关附件 相关文章 "
    "相关稿件 相关信息 友情链接 隐私声明 网站标识码 主办单位 主办 承办单位 承办 "
    "技术支持 视力保护色 微信 微博 人民微博 QQ空间 E-mail推荐 登录 注册 "
    "繁体 "
)


def _words(text: str) -> str:
    """One of the words in ``text``, whose characters may be spread out (文　　号)."""
    words = sorted(text.split(), key=len, reverse=True)
    return "|".join(map(r"\s{0,4}".join, words))


_KEY = _words(_KEYS)
_NAVIGATION = _words(_LINKS) + r"|[^ ]{0,4}ICP备|[^ ]{0,4}公网安备|大\s*中\s*小"
_MARKED_KEY = re.compile(rf"[•·▪【\[]?\s?(?:{_KEY})\s?[：:]")
_MARKED_LINK = re.compile(
    rf"[•·▪【\[（]?\s?(?:{_NAVIGATION})(?:\s|[：:】\]|>\-）、↑]|$)"
    r"|【?字[体号]|[^。]{0,12}(?:>|»|＞)[^。]{1,40}$"
)
_SURE = re.compile(
    r"[【\[（]?(?:您?(?:当前|所在|现在)?的?位置|当前位置)\s?[：:].{0,60}[>＞»]"
    r"|[^，。]{0,60}(?:ICP备(?!案)|公网安备|网站标识码)(?!.{0,80}。$)|【?字[体号]\s?[：:]?\s?[\[【]?\s?大"
    r"|(?:网站)?首页(?:\s?[>＞»/→]\s?[^\s>＞»/→]{2,12}){2,6}$"
    r"|[上下]一[篇条]\s?[：:]|(?:我要)?纠错\s+返回|扫一扫在手机|[【\[]?(?:打印本页|关闭窗口)"
    r"|(?:网站)?首页(?=.{0,80}(?:要闻|新闻|公开|服务|互动|专题|公告|办事|政策|机构|专栏|资讯|动态|概况|信箱))"
    r"(?:[\s|·•]{1,6}[^\s|，。；：]{2,8}){2,12}$"
    r"|(?:无障碍(?:阅读|浏览)?|长者(?:模式|助手)|登录|(?:政府)?信息公开(?:指南|制度|年报))(?:[\s|]{1,6}[^\s|，。；：]{2,14}){2,9}$"
    r"|上一页.{0,40}下一页|下一页\s{0,3}[尾末]页|【打印】\s{0,2}【关闭"
    r"|索\s{0,4}引\s{0,4}号\s?[：:]|分享到\s?[：:]|返回顶部"
    r"|.{0,40}(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s?[：:]\s?\[?[0-9]+"
)
_SIGNS = (
    "首页", "打印", "关闭窗口", "分享到", "字体：", "字号：", "返回顶部", "上一篇", "下一篇",
    "上一条", "下一条", "上一页", "下一页", "当前位置", "在位置", "的位置：", "浏览", "点击",
    "阅读", "访问", "无障碍", "长者", "网安备", "ICP", "网站标识码", "扫一扫", "索引号",
    "信息公开指南", "登录",
)  # fmt: skip
"""One of these stands in a line that is a page's far from the head and tail of a document."""
_PAGE = re.compile(
    r"首页|打印|关闭|分享到|字[体号]：|返回顶部|[上下]一[篇条页]|位置：|(?:浏览|点击|阅读|访问)(?:次数|量|数)|无障碍|长者|网安备"
    r"|ICP备|网站标识码|扫一扫|索引号|信息公开指南|登录"
)
"""What is told of a web page and of nothing else; 主办单位 is told of a meeting, too."""
_ANY = re.compile(rf"(?:{_KEY})\s?[：:]|(?:{_NAVIGATION})")
_REACH = 40
_LEAST = 3


def find_portal(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """The stretches whose lines are a portal's fields or links."""
    near = [*range(min(_REACH, len(lines)))]
    near += _deep(text, lines)
    near += range(max(_REACH, len(lines) - _REACH), len(lines))
    runs: list[list[int]] = []
    for i in near:
        if not _is_marked(text, lines[i]):
            continue
        # a key may have its value on the next line, and a long one on two
        if runs and i - runs[-1][-1] <= 3 and _are_values(text, lines, runs[-1][-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(
        _stretch(text, lines, run)
        for run in runs
        if _fields(text, lines, run) >= _LEAST and _is_page(text, lines, run)
    )


def _deep(text: str, lines: list[Span]) -> list[int]:
    """The lines far from head and tail that may be a page's, and those beside them."""
    if len(lines) <= 2 * _REACH:
        return []
    start, end = lines[_REACH].start, lines[-_REACH].start
    found: set[int] = set()
    for sign in _SIGNS:
        place = text.find(sign, start, end)
        while place >= 0:
            line = bisect_right(lines, (place, len(text))) - 1
            found.update((line - 1, line, line + 1))
            place = text.find(sign, lines[line].end, end)
    return sorted(i for i in found if _REACH <= i < len(lines) - _REACH)


def _is_page(text: str, lines: list[Span], run: list[int]) -> bool:
    """Whether a run of lines near the head or tail, or one with what only a page has."""
    deep = run[0] >= _REACH and run[-1] < len(lines) - _REACH
    return not deep or any(_PAGE.search(text, *lines[i]) for i in run)


def _is_marked(text: str, line: Span) -> bool:
    """Whether a line is a field or a link; most lines are too long, or have no colon early."""
    start, end = line
    if end - start > 80:
        return False
    if text.find("：", start, min(end, start + 16)) >= 0 and _MARKED_KEY.match(text, *line):
        return True
    if _SURE.match(text, *line):
        return True
    return end - start <= 60 and _MARKED_LINK.match(text, *line) is not None


def _fields(text: str, lines: list[Span], run: list[int]) -> int:
    """How many fields and links a run of lines holds; what no office writes counts thrice."""
    fields = sum(len(_ANY.findall(text, *lines[i])) or 1 for i in run)
    return fields + sum(2 * (_SURE.match(text, *lines[i]) is not None) for i in run)


def _stretch(text: str, lines: list[Span], run: list[int]) -> Span:
    last = run[-1] + (1 if _value_below(text, lines, run[-1]) else 0)
    return Span(lines[run[0]].start, lines[last].end)


def _are_values(text: str, lines: list[Span], first: int, last: int) -> bool:
    """Whether the lines between two fields are the value of the first: short, no sentence."""
    if last - first > 1 and text[lines[first].end - 1] != "：":
        return False
    return all(
        line.end - line.start <= 40 and text[line.end - 1] not in "。；"
        for line in lines[first + 1 : last]
    )


def _value_below(text: str, lines: list[Span], index: int) -> bool:
    end = lines[index].end
    if text[end - 1] not in "：:" or index + 1 >= len(lines):
        return False
    value = lines[index + 1]
    return value.end - value.start <= 30 and text[value.end - 1] not in "。；"
