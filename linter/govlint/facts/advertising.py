"""Is a line an advertisement or watermark? Decided by kinds of evidence.

Whoever sells texts, or gives them away for attention, says in a line what it is (goods), where to
come (channel), what to do (call), at which price, what not to do with it (ban), where it is from
(claim), and speaks of the text as a thing (self) to a reader whom an office does not know
(address). Each is an ordinary word; few lines of an office hold several. A line that shows two of
them near the head or tail, three elsewhere, or a form that no office writes, is advertising.
Official contact lines (联系电话, 热线, gov.cn) and prose about the same things (公众号粉丝,
打击倒卖, 涉密文件严禁外传) are not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate

_SELF = (
    r"本(?:[文页篇]|资料|文档|素材|范文|店|站|号|群|商品|课程|账号)(?!件)|此(?:文档|处内容|资料|标识)|该(?:文档|资料)|(?:需要?|获取)电子版|完整(?:版|内容|资料)"
    r"|(?:阅读|查看|下载|获取)(?:全|原)文|预览|试读|剩余(?:内容|[0-9])|群文件|以上(?:就是|便是|内容)|全文完|[Ww][Oo][Rr][Dd]版"
)
_GOODS = (
    r"文[章稿]|全套|[0-9]篇|范文|范本|文库|文档|模[板版]|素材|资料|材料|稿件|公文|文案|讲话稿|发言稿|初稿|提纲"
    r"|课程|课件|题库|真题|申论|PPT|[Ww]ord|写作|笔杆|老笔头|干货|合集|汇编|大全"
)
_CHANNEL = (
    r"[Qq]{2}|扣扣|企鹅|微\s?信|[Ww]e[Cc]hat|[Tt]elegram|[Vv][Xx]|[Ww][Xx]|薇信|威信|公众号|公号|视频号|频道|小程序|客服|助教|旺旺[:：]|淘宝|闲鱼|拼多多|星球|朋友圈"
    r"|加[Vv薇群我]|\+[Vv]|[（(][Vv微薇][：:]|私[信聊我]|百家号|头条号|后台(?:回复|留言|开)|联系后台|评论区|对话框|主页|二维码|网盘|提取码|链接|下载地址|官网|网址|https?[:：]//|www\."
    r"|\.(?:com|net|cn|org|cc|io|top|vip)(?![a-z])|群[主内号]|[交学资共]\S{0,4}群|电报|热线|电话|手机|邮箱|找我|@"
)
_CALL = (
    r"关注|分享|注册|领券|想要|收藏|点(?:个)?赞|在看|集赞|转发|订阅|扫[码描一]|长按|[进入加]群|加(?:我|群主|微信)|私信|回复|发送|搜索|领取|免费领|自取|获取|获得|索取|下载|解锁|登录|移步|点击|认准|就[上选]|尽在"
    r"|星标|置顶|升级|开通|购买|下单|加购|拍下|请拍|充值|打赏|报名|咨询|联系|续费|试用|代写|代笔|代做|润色|定制|继续阅读"
)
_PRICE = (
    r"[￥¥]|[0-9]元|元/[份篇年月]|[0-9八九]折|年费|包年|付费|付款|收费|优惠|大促|全场(?![景次馆])|买一送|即送|满[0-9]{1,4}减|限时|名额|特惠|特价|低价|白菜价|早鸟|返现|好评|首单|仅需|退[款费货积换]|发货|店铺|店[名：:]|店$|小店"
    r"|主营|单篇|交稿|发票|赠送|营业时间|支付|消耗|代理|加盟|会员|VIP|vip|免费|积分|专业版|试用|专享|专属|查重|降重|评分|下载量[0-9]|累计服务|招生|热卖"
)
_BAN = (
    r"(?:禁止|严禁|请勿|勿|谢绝|不得|切勿|拒绝|禁|别)[^。，；]{0,8}(?:外传|转载|传播|转发|翻印|商用|商业|倒卖|转卖|转售|转手|贩卖|贩子|复制|盗用|抄袭|搬运|二传|公开|扩散|上传)"
    r"|违者[^。]{0,8}|(?:侵权|盗版)[^。]{0,6}(?:必究|删|联系)|侵删|仅[供限作用][^。，]{0,8}(?:学习|参考|交流|内部|会员|个人|试读|预览|研究)[^。，；]{0,4}"
    r"|(?:用|阅|看|学习|下载)[后完][^。]{0,8}(?:删除|即焚|销毁)|24小时内|未经[^。]{0,10}(?:许可|授权|同意|允许)|版权|追究[^。]{0,6}责任|倒卖|二次传播|商用"
)
_CLAIM = (
    r"(?:本|该|此|以上|全)?(?:文|资料|文档|内容|材料|范文|稿|资源)[^。，]{0,6}(?:来源|来自|转自|摘自|整理|收集|出自|首发|出品|提供|分享|上传|归|导出)"
    r"|整理(?:于|自|发布|分享|制作|提供|：)?|小编|出品|首发|原创|转载自|转自|摘自|来源[:：｜]|来自[:：]?|稿源|投稿|热门|标签[：:]|不代表|雷同|原作者|互联网|原文链接|阅读原文|相关(?:文章|推荐|阅读|范文|热词)"
    r"|猜你喜欢|推荐(?:阅读|访问)|延伸阅读|热门推荐|往期|上一篇|全部内容|声明[:：]|关键词[:：]|还看了|为[您你](?:准备|整理|提供|带来)|供[您你]参考|每[天日晚]更新|[更]新中|持续更新"
    r"|>>>|【[^】]{0,4}编辑[：:]|工作室|联盟|文秘|写手|网$|[=＝]{4,}|可见$|[Pp]owered"
)
_ADDRESS = (
    r"大家|咱们?|你|您|我们|[哈呀哦啦呢]$|[～~]$|小秘|老师们?要|小伙伴|宝子|亲们|朋友|买家|福利|加油|不易|上岸|动力|一键|^END$|怎么写|觉得|拿来就|可直接|可编辑|可打印|最新|精品|独家"
    r"|[｜|_].{0,14}[｜|_]|更多|每[天日]|下期|记得|不迷路|精选|全网"
)
_STRONG = (
    r"(?:[Qq]{2}|扣扣|企鹅)(?:群|号|群号)?\s*[:：]?\s*[0-9]{5,12}(?!元)|(?:[Qq]{2}|微信|会员|读者|资料|学习|交流|粉丝)群\s*[:：]\s*(?:[0-9]{5,12}|$|\s)"
    r"|(?:微信|[Vv][Xx]|[Ww][Xx]|薇信?|[Vv]信|[加+][VvWw微薇]信?)(?:号|ID|id|公众号)?\s*[:：+]?\s*[A-Za-z][-_A-Za-z0-9]{4,19}|提取码|网盘(?:链接|下载|地址)"
    r"|代写|代笔|小编|(?:第一|天下|大|中国)?(?:范文|范本|文秘|公文|写作)(?:网|之家|大全|吧|社|库|圈|屋|站|铺)|(?:道客|豆丁|百度)?文库(?![建管])"
    r"|(?:会员|VIP|终身|永久)(?:会员|资料|专享|文档|材料|权益|特权|下载)|(?:完整版|全文|原文件?|剩余内容)[^。，；]{0,10}(?:加|请|扫|联系|咨询|获取|下载|领|公众号|登录|购买)"
    r"|(?:获得|获取|领取|下载|索取|解锁|查看|登录|购买)[^。，]{0,6}(?:完整版|全文|原文|剩余|更多(?:资料|范文|材料|内容))"
    r"|本文(?:关键词|地址|链接|标签)[：:]|(?:网|站|库|小编)[^。，]{0,4}[为供][您你]|倒卖(?:会员|资料|文档|本)|知识星球|后台回复|闲鱼|猜你喜欢|用后(?:删除|即焚)|(?:下载|阅读|学习)后[^。]{0,8}删除|侵删"
    r"|更多[^。，]{0,8}(?:资料|范文|文档|公文|材料|模板|文章|素材|技巧)[^。]{0,10}(?:请|尽在|关注|访问|加|搜|欢迎|可|点|公众号|www|私)"
    r"|以上(?:就是|是|便是|内容)[^。]{0,20}(?:小编|全部内容|希望(?:能)?对)|仅[供作][^。，；]{0,6}(?:学习|交流|研究|会员)[^。]{0,12}(?:禁|严|勿|不得|删|违|商用)"
    r"|(?:本|该)(?:文|资料|文档|材料|文章|稿|页)[^。，；]{0,10}(?:网|号|群|店|库|助手)(?:整理|独家|原创|首发|提供|出品|搜集|收集|分享|导出)|(?:整理|搜集|收集)[^。，]{0,4}[，,]?[^。]{0,6}(?:侵权|仅供)"
    r"|(?:购买|下单|付费)[^。，；]{0,10}(?:资料|文档|材料|会员|请|联系|后)|(?:资料|文档|材料|范文|公文|素材)[^。，；]{0,8}(?:打包|合集|[0-9.]+元|特价|限时|低价)|会员[^。，；]{0,4}[0-9]元"
    r"|扫[码描][^。；]{0,12}(?:领取|进群|入群|加群|关注|添加|获取|下载资料|进入[^。；]{0,4}群)|长按[^。]{0,8}(?:识别|关注|添加)|关注[^。；]{0,14}(?:公众号|公号|领取|获取|回复)(?!的)"
    r"|范文[^。]{0,30}[_｜|-]|(?:不得|禁止|严禁|请勿|谢绝)转载(?:本文|本站|此文)|转载本文|下载[该本此]文档|[该本此]文档[^。；]{0,12}下载|往期(?:推荐|精选|回顾)|打赏|[a-z0-9-]{4,}\.(?:top|vip|cc|xyz|club|site|shop)(?![a-z])"
    r"|本(?:文|店|站|号)[^。；]{0,16}(?:投稿|立场|支持|更新)|点(?:个)?赞吧|集赞|觉得有用|免费(?:领|获取)|一对一辅导|包过|不过退|就上[^。，]{2,10}网|可直接套用|拿来就(?:能)?用|[升去][级除][^。，；]{0,10}专业版"
    r"|(?:文字|图文|资料|素材)整理[：:]|如有雷同|[0-9一二三四五六七八九十](?:小时|天|分钟)(?:交稿|出稿|发货)|[（(](?:精选|通用|优秀|最新|推荐|共)?[0-9]{1,3}篇|(?:热门|相关)(?:标签|搜索|热词|关键词)"
)
_OFFICIAL = re.compile(
    r"涉密|保密|机要|查处|打击|整治|执法|案件|图书馆|gov\.cn|(?<![0-9])12[0-9]{3}(?![0-9])|热线|政务|镇政府|乡政府|县政府|市政府|人民政府|办公室(?:联系|电话)|联\s?系\s?人|监督电话|举报电话|咨询电话"
    r"|值班电话|投诉电话|联系电话|报名|附件|此件|抄送|印发|主动公开|依申请|网格|村民|居民|群众|社区|粉丝|阅读量|推文|发布(?:信息|稿件)|企业(?:微信)?群"
    r"|纪检|纪委|监察|线索|公务|各(?:单位|科室|部门|[县市区乡镇村])|参会|会务|会议|会后|内网|门户网站|本文件|报送|专项|政策|企业|纳税|融媒体|窗口|问卷|填写|调查|评价|申报|投诉|党员|学校|各校|课堂|图书"
    r"|会员单位|工会会员|商会|协会|农合联|办事|办理|缴费|预约|挂号|一码|赋码|门牌|垃圾|防疫|健康码|行程码|直播带货|电商|农产品|农家书屋"
)
_PROSE = re.compile(r"[。；].|[^，]{4,}，[^，]{4,}，[^，]{4,}，")
_BEGINNING = re.compile(r"(?:^|\||\(\?:)\^?(?:\[([^]]+)\]|\\?([^[(]))")


def sieve(regex: str) -> re.Pattern[str]:
    """``regex`` behind a class of what its branches begin with: the engine passes over all other
    characters at once, where it would try each of fifty branches."""
    begins = {many or re.escape(one) for many, one in _BEGINNING.findall(regex)}
    return re.compile(f"[{''.join(sorted(begins))}](?<=(?={regex}).)", re.MULTILINE)


EVIDENCE = (_SELF, _GOODS, _CHANNEL, _CALL, _PRICE, _BAN, _CLAIM, _ADDRESS, _STRONG)
*_KINDS, _STRONGEST = map(sieve, EVIDENCE)
_TELLING = (*map(sieve, (_SELF, _PRICE, _BAN)), _STRONGEST)
"""Of these kinds, one is enough to make a clause an advertiser's."""
_COUNTED = re.compile(r"[0-9][0-9.]*[万余多]{0,2}(?:册|人|场|期|个|户|名|家|件|节|亩|公里|%)")
"""What a report counts; what is sold is counted in copies and money."""
_TO_READER = re.compile(rf"{_SELF}|{_ADDRESS}")
"""What an office does not say of its own text, or to no one in particular."""
_SALUTATION = re.compile(r"各位|同志们|尊敬的|[：:]$")
_TITLE = re.compile(
    r"报告|总结|计划|要点|安排|思路|方案|意见|通知|通报|通告|公告|决定|办法|规定|细则|规划|纲要|讲话|汇报|政府|委员会|办公室|局$|镇$|乡$"
    r"|[0-9]{4}年|[一二〇○]{2,4}年|^[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|^第[一二三四五六七八九十]|^附件|^抄送|印发"
)
_LONGEST = 120
_DISCLAIMER = re.compile(
    r"本站[^。]{0,40}(?:不承担|不拥有|仅提供)|侵权[^。]{0,60}(?:删除|邮件)|抄袭[^。]{0,60}(?:删除|邮件)"
)
_SPACED = re.compile(r"[一-龥]\s[一-龥]\s[一-龥]")
_GAP = re.compile(r"\s")
_SHORT = 40


def suspects(lines: list[str], edges: set[int]) -> list[int]:
    """The numbers of those ``lines`` of a document that are worth asking whether they are
    advertising; ``edges``: of those near its head or tail. What they show is looked for in all of
    them at once: a line shows no less between others than alone."""
    found = [i for i in edges if len(lines[i]) > _LONGEST or opens_list(lines[i])]
    short = [i for i, line in enumerate(lines) if len(line) <= _LONGEST]
    found += [i for i in short if lines[i][1:2].isspace()]  # it may be spaced out
    joined = "\n".join([lines[i] for i in short])
    starts = [0, *accumulate(len(lines[i]) + 1 for i in short)]
    found += [short[place] for place in _lines_with(_STRONGEST, joined, starts)]
    kinds = Counter(place for kind in _KINDS for place in _lines_with(kind, joined, starts))
    found += [short[at] for at, n in kinds.items() if n >= (2 if short[at] in edges else 3)]
    return sorted(set(found))


def _lines_with(kind: re.Pattern[str], joined: str, starts: list[int]) -> set[int]:
    return {bisect_right(starts, match.start()) - 1 for match in kind.finditer(joined)}


def is_advertising(line: str, *, edge: bool) -> bool:
    """Whether ``line`` is advertising; ``edge``: it stands near the head or tail of its document,
    where less evidence is enough.

    >>> is_advertising("仅供学习，禁止外传，用后删除", edge=True)
    True
    >>> is_advertising("涉密文件严禁外传。", edge=False)
    False
    """
    if len(line) > _LONGEST:
        return len(line) < 2 * _LONGEST and edge and _DISCLAIMER.search(line) is not None
    if _SPACED.match(line):
        line = _GAP.sub("", line)
    strong = _STRONGEST.search(line) is not None
    kinds = _count(line)
    if edge and opens_list(line):
        return not _may_name(line)
    # few lines show so much that it is worth asking what speaks against it
    enough = strong or kinds >= (2 if edge else 3)
    return enough and not _may_name(line) and _outweighs(line, kinds, strong=strong, edge=edge)


def _may_name(line: str) -> bool:
    """Whether a line is one that may name what is sold."""
    return _STATEMENT.match(line) is not None or _NOTICE.fullmatch(line) is not None


def _outweighs(line: str, kinds: int, *, strong: bool, edge: bool) -> bool:
    """Whether so many kinds of evidence are more than what speaks against them: official words, a
    number as headings have it, and the full stop of a report's sentence."""
    if _SOURCE_NOTE.fullmatch(line):
        return False
    official = _OFFICIAL.search(line) is not None
    sentence = line.endswith(("。", "；"))
    if strong and not sentence and not _PROSE.search(line):
        return not official or kinds >= 3
    if official or _NUMBERED.match(line):
        return False
    if sentence and not strong:
        return edge and kinds >= 4 and _TO_READER.search(line) is not None
    if sentence or _PROSE.search(line):
        if len(line) > _SHORT and _selling(line) < _SHARE:
            return False
        return kinds >= ((1 if edge else 2) if strong else 3 if edge else 4)
    if not strong and _COUNTED.search(line):
        return kinds >= 4
    return kinds >= (2 if edge and not _TITLE.search(line) else 3)


_SHARE = 0.2


def _selling(line: str) -> float:
    """How much of a line its advertising clauses are: a site's sentence inside a paragraph does
    not make the paragraph an advertisement (RES512)."""
    clauses = _CLAUSE.split(line)
    found = [c for c in clauses if any(k.search(c) for k in _TELLING) or _count(c) >= 2]
    return sum(map(len, found)) / max(1, sum(map(len, clauses)))


def _count(line: str) -> int:
    """How many kinds of evidence a line shows."""
    return sum(kind.search(line) is not None for kind in _KINDS)


_CLAUSE = re.compile(r"[，。；！？]")
_NOTICE = re.compile(
    r"(?:[一-龥]{2,20})?关于[^。；]{2,40}的(?:通知|通报|通告|公告|意见|决定|报告|请示|函|批复|办法)|.*(?:重申|严禁(?:请人|购买|照搬|抄袭)|严肃(?:处理|问责)|一经查实).*"
)
"""A title, or a ban by an authority, may name what is sold."""
_STATEMENT = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|首先，|其次，|最后，)[^\n]{6,}。$"
)
"""A numbered sentence: what is sold is not numbered as headings are, and ends in no full stop."""
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")


def is_near_advertising(line: str) -> bool:
    """Whether a line right beside an advertisement goes on with it: one kind of evidence does."""
    if len(line) > _LONGEST or _OFFICIAL.search(line) or _TITLE.search(line):
        return False
    return any(kind.search(line) for kind in _KINDS)


def opens_list(line: str) -> bool:
    """Whether a line announces links to other texts: 相关文章推荐："""
    return _LISTING.match(line) is not None


_LISTING = re.compile(
    r"[【「]?(?:往期(?:推荐|精选|回顾)|相关(?:文章|范文|阅读|推荐|资料|材料)|推荐(?:阅读|访问|文章)|猜你喜欢|热门(?:文章|推荐|范文)|延伸阅读)[^。，]{0,60}"
    r"|[^。，]{0,20}还看了[：:]?"
)
_SOURCE_NOTE = re.compile(r"(?:资料|数据|图片|信息)来源[：:][^网站号库店群]{0,30}")


def may_belong(line: str) -> bool:
    """Whether a line between advertising and the edge of the document can be part of it."""
    if len(line) > _SHORT or line.endswith(("。", "；")):
        return False
    return not _TITLE.search(line) and not _SALUTATION.search(line)
