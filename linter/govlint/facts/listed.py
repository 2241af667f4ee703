"""listed: numbers that count a list beside them, 甲、乙、丙三大领域, and how long the list is.

Only separators are counted. 和, 与, 及 may join two items or stand inside one, so the count is a
range; a list behind 等 is open. What stands right before the number must be an item and not its
owner (全国十大……, 省委三项……), and the list must run from the start of the clause: a verb in the
middle of it (……、打造甲、乙两大平台) begins another list. The list may also stand in quotation
marks before the number, or in brackets or after a colon behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govlint.records import NamedTuple
from govlint.text.numerals import parse_numeral

_PLACES = (
    "乡镇|村|镇|乡|县|市|区|社区|小区|园区|片区|街道|部门|单位|公司|企业|学校|中学|小学|医院|科室|单元|站点"
    "|网点|点位|路口|路段|景区|景点|品种|专业|学科|岗位|地区|省份|城市|国家|车间|班组|支部"
)
_THINGS = (
    "阶段|步骤|层面|流程|原则|优势|特点|重点|关键|主要|核心|基础|工作|任务|工程|行动|措施|举措|内容|制度|改革|机制|要素|环节|领域|产业|抓手|目标"
    "|指标|体系|平台|规划|词|宣传|方式|方法|环节|专班|工作组|小组|组(?!织|成)|专项组|板块|标段|等级|档次|层次|维度|栏目|模块|关口|窗口|途径|形式|手段|模式|渠道|类型|力量|队伍|课程|业务|服务|专项|清单|项目"
    "|设施|用途|场所|病种|事项|功能|风险|隐患|资源|因素|困难|问题|诉求|疾病|作物|物资|荣誉|称号|奖项|材料|证件|资料|手续"
    "|部分|要求|标准|条件|能力|意识|战略|政策|纪律|红线|底线|技术|工艺|标识|指南"
)
_PERSONS = (
    "同志|老师|教师|领导|党员|干部|代表|委员|选手|学生|同学|队员|专家|医生|医师|负责人|村民|职工"
    "|劳模|嘉宾|评委|律师|民警"
)
_BODIES = "省市|市县|县区|区县|乡镇|镇村|[省市县区镇乡村]|部门|单位|街道|社区"
"""What is counted without a measure word, behind 等: 甲、乙等四镇, 等五部门."""
_NAMES = r"(?!含|包括|如|其中|指|不|原)[^（）：\n]{1,16}"
_GAINS = "突破|提升|跨越|跃升|进展|台阶|转变|进步|飞跃|跃进|高地|标杆|样板|局面|成效|亮点"
"""What is 新 in 五个新提升, behind all that rises."""
_LETTERED = "个家项类种所支"
_NUMBER = re.compile(
    r"(?P<hit>(?P<n>[两三四五六七八九2-9])(?<![第‘各前后每近约超达余共0-9.一二三四五六七八九十].)(?![0-9.])"
    r"(?P<noun>[类种](?=[，。；）])|大(?![道街桥厦学院楼户家小战会])[一-龥]|(?:个|方)(?=方面|面)方?面"
    rf"|个(?=新?(?:{_GAINS}))|(?:项|类|种|个|支|条|张)(?={_THINGS})|(?:个|家|所)(?=[一-龥]{{0,2}}?(?:{_PLACES}))|[个项类种家所支](?:(?<=”..)|(?<=”等..))"
    rf"|[{_LETTERED}](?=[一-龥]{{1,5}}（{_NAMES}、)|(?:{_BODIES})(?=（{_NAMES}、)|件(?=[一-龥]{{0,3}}(?:大事|小事|实事))"
    rf"|(?<=等.)部分(?=[，。；、])|(?<=等.)(?:{_BODIES})(?![一-龥]{{0,2}}(?:长|级|委|政府|以上))"
    rf"|[位名](?={_PERSONS})|[次场](?=[一-龥]{{0,4}}(?:演练|会议|培训|活动|比赛|讲座|座谈会|检查|督查|抽查|排查|调研|义诊|集训|演出))|(?:部门|省|国)(?=[，。；、）共联考调参]|等)"
    r"|[条座](?!线)(?=[一-龥]{0,3}(?:河|渠|路|街|道|线|桥|山|水库|公园))|(?:个一|(?:(?![一二两三四五六七八九十])[一-龥]){0,4}?)(?=”))[一-龥]{0,5})"
    r"[一-龥]{0,8}+(?:”[一-龥]{0,6}+)?(?:(?=(?P<tail>（[^（）\n]{4,80}）|：[^。；：\n]{4,80}[。\n])))?"
)
_CLAUSE_END = re.compile(r"[，。；：！？\n）]")
_LONGEST_CLAUSE = 120
MANY = 99
_OWNER = re.compile(
    r"全[国省市县区镇乡村球]|国家|中国|中央|国务院|[省市县区镇]委?|[省市县区镇]政府|领域|系统|行业|辖区|所属|下属|沿线|周边|[境区县镇]内|新|及|和|以及|与|的|了|在|为|是|有"
)
_VERB = re.compile(
    r"打造|推进|推动|建设|加快|加强|强化|做[好强优大精实]|抓好|实施|完成|培育|发展|深化|完善|提升|开展|落实|巩固"
    r"|突出|聚焦|围绕|构建|形成|建成|启动|支持|优化|改造|缩小|扩大|壮大|统筹|实现|坚持|健全|推行|争创"
)
_VERB_LAST = re.compile(rf"(?:{_VERB.pattern}|地)$")
_OTHER_COUNT = re.compile(r"[两二三四五六七八九十0-9](?:大|个|项|类|种|条)")
_JOINERS = re.compile(r"以及|[和与]|及(?<![涉普触危顾推]及)")
_RELATED = re.compile(
    r"(?:[与和同跟]|以及)[^与和同跟、，]{1,14}?(?:相(?!关)|并[重举行]|互[动联补促]|同步|一体|统一|挂钩|衔接|对接"
    r"|分[离开]|结合|融合|协[同调]|联动|转变|平衡)"
)
"""What says something of two things is one item: 理论与实际相结合."""
_BEGINS = re.compile(rf"{_JOINERS.pattern}|的|{_OTHER_COUNT.pattern}|{_VERB.pattern}")
"""In an item but the last: the list may begin behind it, 甲、乙两镇和丙、丁、戊等三个乡."""
_QUOTED = re.compile(r"“[^”\n]{0,60}”|《[^》\n]{0,80}》|（[^）\n]{0,60}）")
_BESIDE = re.compile(r"(?:“[^”\n]{1,30}”、?和?){2,9}$|(?:《[^》\n]{1,40}》、?和?){2,9}$")
_DOCUMENTS = re.compile(r"制度|文件|办法|规定|方案|意见|政策|规划(?!区)")
_NAMED = re.compile(
    r"[一-龥]{0,6}(?:，?即：?|：|，?(?:就|分别)[是为]：?)"
    r"(?P<list>[^，。；！？：、（）\n]{3,9}(?:、[^，。；！？：、（）\n]{3,9}){2,9})[。；\n]"
)
"""A whole sentence of short items behind a quoted number."""
_SAID = re.compile(
    r"，(?:做到|实现|突出|坚持|推[动进])?(?P<list>[^，。；：、\n]{3,16}(?:、[^，。；：、\n]{3,16}){1,9})[，。；\n]"
)
_FURTHER = 30
"""So far behind a list it may go on in another clause."""
_STEPS = ("通", "网", "化")
"""What 水、电、路“三通” says of single characters."""
_MEASURE_WORDS = "个张项大类条种本面道件"
_LISTED = re.compile(
    r"(?:：|[一-龥]{0,4}，?即：?|[一-龥]{0,4}，(?:就是|包括|分别是)"
    r"|(?:是指|就是|指的是|分别是|[指是为])(?![一两二三四五六七八九十0-9])(?=[^，。；：\n]{4,90}[，。；\n]))"
    r"(?P<list>[^，。；！？：\n]{2,60}、[^，。；！？：\n]{2,60}|[^。；！？：\n]{4,90})[，。；\n]"
)
_APART = re.compile(r"、|，|；|和(?=[^、，]{2,8}$)")
_ITEM = re.compile(r"“[^”]{1,30}”|《[^》]{1,40}》")
_SEVERAL = re.compile(r"[两三四五六七八九十]")
"""In a quoted item: it may stand for several, “三馆一站”."""
_AND_SO_ON = re.compile("等(?![奖级次])")
_COUNTED_BEFORE = re.compile(
    r"[两三四五六七八九十0-9](?:大|个|项|类|种|条|家|名|座|所|处|支|位)[^、，]{1,6}?(?:以及|[和与及])"
)
"""The list before in one clause: 甲、乙两个镇和丙、丁两个村."""
_BARE = ("类", "种")
_GAINED = re.compile(f".个新?(?:{_GAINS})")
_RISEN = re.compile("(?:取得|达到|迈上|争取|力争|获得|有|以|上|中|下)$")
_INTO = re.compile("[分归](?:为|成)|概括为|包括|包含|涵盖|共有")
"""What leads to the names of all kinds: 分为甲、乙和丙三类."""
_DIVIDED = re.compile(r"分(?:为|成|作)?(?P<first>[一-龥]{2,8})$")
"""The first of the parts that all that is divided has, whatever they do."""
COUNTED_ALONG = re.compile("联合|会同|协同|携手|牵头|以.{1,14}为")
"""What leads to the first name, or ends the clause before: who does so may be counted along."""
_APART_FROM = re.compile("以[^、，]{2,14}为[一-龥]{2}$")
"""以甲镇为核心、乙镇、丙镇两个镇为支撑."""
_HEADING = re.compile(r"[ \t\u3000]*[一二三四五六七八九十]{1,3}、")
_LONGEST_ITEM = 14
_PLACE = re.compile(rf"[个家所][一-龥]{{0,2}}?(?:{_PLACES})")
_OF_PLACE = re.compile(
    rf"{_PLACE.pattern}(?:民|级|党|片区|小组|居委|卫生|敬老|养老|幼儿|技术|食堂|停车场|负责人|文化|便民|服务[站中]|工作站|网格)"
)
"""What the places only own: 甲、乙、丙三个社区 has 2个社区卫生服务站."""
SHOWN = re.compile(rf".(?:{_PLACE.pattern}|{_BODIES}|[项类种个支条张](?:{_THINGS})+)")
"""A number phrase without what follows it in its sentence."""
_LONGEST_IN_STEP = 6
_UNEVEN = 2
"""So much may items of one list differ in length; among others nobody can tell what 和 joins."""
_FEWEST_NAMES = 3
_ORGAN = ("局", "委", "办", "厅", "署", "委员会", "办公室", "中心")
"""What an organ is called by, of which a name may have 和 in it."""
_LONGEST_NAME = 9
"""Of the last two of the names that are counted, with the word between them."""


class Listed(NamedTuple):
    """A number, and the fewest and the most items that its list can hold."""

    match: re.Match[str]
    number: int
    fewest: int
    most: int


def find_listed(text: str) -> Iterator[Listed]:
    for match in _NUMBER.finditer(text):
        number = parse_numeral(match["n"]) or 0
        quoted = text[match.end("hit")] == "”" if match.end("hit") < len(text) else False
        whole = quoted and text[match.start("hit") - 1 : match.start("hit")] == "“"
        if whole and not (match["tail"] or "").startswith("（"):
            counts = _repeating(text, match) or _in_step(text, match) or _even_named(text, match)
        elif quoted and not whole:
            continue
        else:
            counts = _behind(match["tail"]) if match["tail"] else _before(text, match)
        if counts is not None:
            yield Listed(match, number, *counts)


def _repeating(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The count of the items beside a quoted number that all repeat what it counts: “三张清单”，即
    问题清单、责任清单、措施清单; 改水、改厕、改厨“三改”."""
    counted = match["hit"][1:]
    noun = counted.lstrip(_MEASURE_WORDS) or counted
    behind = _LISTED.match(text, match.end("hit") + 1)
    plain = None if behind else _SAID.match(text, match.end("hit") + 1)
    if behind is not None:
        parts = _APART.split(behind["list"])
    elif plain is not None and _repeat(plain["list"].split("、"), noun):
        parts = plain["list"].split("、")
    else:
        clause = _CLAUSE_END.split(text[max(0, match.start() - 60) : match.start() - 1])[-1]
        parts = clause.split("、")
    alike = [noun in part or (len(noun) > 2 and noun[-2:] in part) for part in parts]
    if len(parts) < 2 or not all(alike) or any("等" in part for part in parts):
        return None
    listed = behind or plain
    if (
        listed
        and noun in text[listed.end() - 1 : listed.end() + _FURTHER].split("。", maxsplit=1)[0]
    ):
        return None  # ……到位、……到位，确保……到位
    joined = sum(map(joins, parts))
    return len(parts), len(parts) + joined


def _repeat(parts: list[str], noun: str) -> bool:
    """Whether all items begin with what is counted, or hold it and are of one length."""
    if len(noun) < len("优先"):
        return False
    even = len({len(part) for part in parts}) == 1 and all(noun in part for part in parts)
    return even or all(part.startswith(noun) for part in parts)


def joins(part: str) -> int:
    """How many further items an item may hold, if 和 joins them.

    >>> joins("监督检查和考核"), joins("理论与实际相结合")
    (1, 0)
    """
    return max(0, len(_JOINERS.split(part)) - 1 - len(_RELATED.findall(part)))


def _even_named(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The count of the items of one length that make up the sentence behind a quoted number:
    “四步工作法”，即收集问题、分类交办、跟踪督办。"""
    named = _NAMED.match(text, match.end("hit") + 1)
    if named is None:
        return None
    parts = named["list"].split("、")
    even = len({len(part) for part in parts}) == 1
    if not even or _AND_SO_ON.search(named["list"]) or any(map(joins, parts)):
        return None
    return len(parts), len(parts)


def _in_step(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The count of the items right before a quoted number that all have the same length: 产业升级、
    科教赋能、枢纽提速“三大行动”. The first may follow the verb of which they are the object."""
    behind = text[match.end("hit") + 1 : match.end("hit") + 2]
    counted = match["noun"][:1] in _MEASURE_WORDS or match["noun"] in _STEPS
    if not counted or behind in ("、", "和"):
        return None
    clause = _CLAUSE_END.split(text[max(0, match.start("hit") - 120) : match.start("hit") - 1])[-1]
    first, *others = clause.split("、")
    sizes = {len(other) for other in others}
    if len(others) < 2 or len(sizes) != 1 or "等" in clause or _JOINERS.search(others[-1]):
        return None
    size = sizes.pop()
    single = size == 1 and len(match["noun"]) == 1
    if not (single or 2 <= size <= _LONGEST_IN_STEP) or len(first) < size or "的" in clause:
        return None
    return len(others) + 1, len(others) + 1


def _behind(tail: str) -> tuple[int, int] | None:
    """The count of a list of short items in brackets or between a colon and the next point."""
    parts = [part for part in re.split(r"[、，；]", _QUOTED.sub("□", tail[1:-1])) if part]
    if "、" not in tail or "等" in parts[-1] or any(len(part) > _LONGEST_ITEM for part in parts):
        return None
    if tail[0] == "：" and ("，" in tail or len(parts) < 3):
        return None
    return _range(parts)


def _before(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """How many items the list has that ends right before a number."""
    start = match.start("hit")
    if text[match.end() : match.end() + 1] in ("、", "”") or text[start - 1 : start] == "“":
        return None
    window = text[max(0, start - 160) : start]
    if window.endswith("等"):
        return _open(window[:-1])
    beside = _BESIDE.search(window) if window[-1:] in ("”", "》", "、", "和") else None
    if beside is not None and (beside[0][0] == "“" or _DOCUMENTS.search(match["hit"])):
        items = _ITEM.findall(beside[0])
        several = any(_SEVERAL.search(item) for item in items)
        return (len(items), len(items)) if len(items) > 1 and not several else None
    if window.endswith("》"):
        return None
    if window.endswith(("”", "）")):
        if match["noun"] in "个项类种家所支" and not SHOWN.match(match["hit"]):
            return None  # what is counted need not be what the quotation names
        inside = window[max(window.rfind("“"), window.rfind("（")) + 1 : -1]
        return _range(inside.split("、")) if "等" not in inside else None
    return _in_clause(window, match["hit"]) if "、" in window else None


def _open(window: str) -> tuple[int, int] | None:
    """How many items a list names that 等 leaves open: it may hold more, but not fewer."""
    beside = _BESIDE.search(window)
    if beside is not None:
        return len(_ITEM.findall(beside[0])), MANY
    clause = _CLAUSE_END.split(_QUOTED.sub(_blank, window))[-1]
    parts = clause.rpartition("等")[2].split("、")
    if any(len(part) > _LONGEST_ITEM or _VERB.match(part) for part in parts[1:]):
        return None
    begins = [at for at, part in enumerate(parts[:-1]) if _BEGINS.search(part)]
    rest = parts[begins[-1] if begins else 0 :]
    ends = {part[-1:] for part in rest[-2:-1]}
    joined = re.split("[和与]", rest[-1])
    both = len(joined) > 1 and all(each[-1:] in ends and len(each) > 1 for each in joined)
    named = len(rest) + both
    return (named, MANY) if named > 1 else None


def _in_clause(window: str, phrase: str) -> tuple[int, int] | None:
    """The same for the last clause of ``window``, which the number ``phrase`` ends."""
    *before, clause = _CLAUSE_END.split(_QUOTED.sub(_blank, window))
    clause = clause[-_LONGEST_CLAUSE:]
    if _AND_SO_ON.search(clause):
        return None
    counted = [*_COUNTED_BEFORE.finditer(clause)]
    if counted:
        clause, before = clause[counted[-1].end() :], []
    heading = _HEADING.match(clause) if ("\n" + window).endswith("\n" + clause) else None
    parts = clause[heading.end() if heading else 0 :].split("、")
    last = parts[-1]
    if (divided := _divided(parts)) is not None:
        return divided
    other = phrase[1:] in _BARE and not _INTO.search(parts[0])
    other = other or _OF_PLACE.search(phrase) is not None
    other = other or (_GAINED.match(phrase) is not None and not _alike_long(parts))
    if other or not last or _OWNER.fullmatch(last[-2:]) or _OWNER.fullmatch(last[-1]):
        return None
    if any(len(part) > _LONGEST_ITEM or _VERB.match(part) or "的" in part for part in parts[1:-1]):
        return None
    if _PLACE.search(phrase) and (len(last) > _LONGEST_NAME or len(parts) < _FEWEST_NAMES):
        return None
    if len(last) > 2 * _LONGEST_ITEM or _OTHER_COUNT.search(clause):
        return None
    if _VERB.match(last) or _VERB_LAST.search(last):
        return None
    counts = _range(parts)
    if counts is None:
        return None
    led = before[-1] if before and window.endswith("，" + clause) else ""
    along = len(COUNTED_ALONG.findall(f"{led}，{parts[0]}")) + _goes_on(led, parts)
    return counts[0] - bool(_APART_FROM.search(parts[0])), counts[1] + along


def _alike_long(parts: list[str]) -> bool:
    """Whether all items behind the first are of about one length, and none says how it rises."""
    sizes = [len(part) for part in parts[1:]]
    even = len(sizes) > 1 and max(sizes) - min(sizes) <= _UNEVEN
    return even and not _RISEN.search(parts[-1])


def _divided(parts: list[str]) -> tuple[int, int] | None:
    """How many parts of one length there are behind 分: 分宣传、自查、总结三个阶段."""
    first = _DIVIDED.search(parts[0])
    if first is None or len(parts) < _FEWEST_NAMES - 1:
        return None
    even = {len(part) for part in (first["first"], *parts[1:])}
    return (len(parts), len(parts)) if len(even) == 1 else None


def _goes_on(clause: str, parts: list[str]) -> int:
    """How many items the clause before adds to a list, where a comma only separates its groups:
    治水、治气，治土、治废四大战役."""
    earlier = clause.split("、")
    alike = len(earlier) > 1 and len(earlier[-1]) <= max(map(len, parts[1:])) + 1
    return len(earlier) if alike and not _VERB.match(parts[0]) else 0


def _blank(match: re.Match[str]) -> str:
    return "□" * len(match[0])


def _range(parts: list[str]) -> tuple[int, int] | None:
    """The fewest and the most items that ``parts`` can hold, or None where there is one only."""
    if len(parts) < 2:
        return None
    low = high = len(parts)
    ends = {part[-1:] for part in parts[1:]}
    if len(parts) > 2 and len(ends) == 1 and parts[0][-1:] not in ends:
        low -= 1  # 全县中小学、幼儿园配备率、报警率、联网率: the first is of the owner
    organs = all(part.endswith(_ORGAN) for part in parts)
    for part in parts:
        joined = _JOINERS.split(part)
        if organs and not any(piece.endswith(_ORGAN) for piece in joined[:-1]):
            continue  # 民政局、发展和改革局、文化和旅游局: names with 和 in them
        high += len(joined) - 1
        alike = {piece[-2:] for piece in joined}
        same = len(alike) == 1 and any(other[-2:] in alike for other in parts[:-1])
        if part is parts[-1] and len(joined) == 2 and (same or _even(parts, joined)):
            low += 1  # 保护规划和发展规划, or 张家湾、石桥和王家岭
    return low, high


def _even(parts: list[str], joined: list[str]) -> bool:
    """Whether the two halves of the last part are as long as the other items, and short."""
    endings = {other[-1:] for other in parts[:-1]}
    if joined[-1][-1:] in endings and joined[0][-1:] not in endings:
        return False  # 财政局、自然资源和规划局: one name with 和 in it
    sizes = [len(part) for part in parts[1:-1] or parts[:1]]
    if max(sizes) - min(sizes) > _UNEVEN:
        return False  # 卒中、创伤、危重孕产妇、危重儿童和新生儿
    return all(min(sizes) - 1 <= len(half) <= max(sizes) + 1 and len(half) <= 6 for half in joined)
