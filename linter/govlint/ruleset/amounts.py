"""amounts: figures in every form in which a report has them, as parts of the regex of a phrase.

A figure stands in digits or in words, with decimals, a scale and a unit, alone or as a range:
3000人, 1.2万元, 三十多户, 百分之八, 8～10个, 五至六成, 一个半月. The forms are wide on purpose: the
words of the phrase around them decide.
"""

from __future__ import annotations

_SIGN = "一二两三四五六七八九十百千零〇半"
_DIGITS = "[0-9.]{1,12}(?:，[0-9.]{3,6}){0,3}"
_SCALE = "[百千万亿]{0,2}"
_FIGURE = rf"(?<![第0-9.])(?:{_DIGITS}|[{_SIGN}][{_SIGN}点分之成]{{0,9}}){_SCALE}[余多几]?{_SCALE}"
_COUNTED = (
    "人户家个项件亩吨元名次场米处所座辆台套位天年岁秒分里斤克升倍种批期篇栋幢间宗例部条株棵头只羽匹"
    "层票桌列页卷盏块片艘架门班组支册本笔单趟眼口根盆箱车床孔扇段对村剂枚幅尾节瓶盒袋桶双副顶届代周日"
    "度方丈尺寸回遍道颗粒群股束把捆堆面朵包碗杯罐筐担席款轮张份起封"
)
_MEASURE = (
    r"(?:[%‰℃]|个?(?:工作日|百分点|星期|小时)|个(?:月|季度)|(?:平方|立方)?(?:公里|[千厘毫]?米)|公[里斤顷]"
    rf"|千[克瓦伏]时?|周岁|分钟|吨标准煤|[美欧港日]元|标箱|[亿万千]元|[学课]时|[{_COUNTED}][次份]?)"
)
_TEN = (
    rf"(?<![第0-9.])(?:{_DIGITS}|[{_SIGN}]{{0,4}}[十百千][{_SIGN}]{{0,4}}"
    rf"|[0-9.{_SIGN}]{{1,4}}(?=[百千万亿])){_SCALE}"
)
_OVER = (
    rf"(?:{_TEN}(?:余(?![额热量粮地款])|多(?!元[化素共文]|边|样|媒体|功能))[万亿]{{0,2}}{_MEASURE}"
    rf"|[0-9{_SIGN}]{{1,4}}个[余多](?:月|小时|星期|世纪|百分点|亿|工作日)"
    rf"|[0-9{_SIGN}]{{1,4}}{_MEASURE}(?:有余|多(?=[，。；、）的]|时间)))"
)
_PAIR = "(?:一二|二三|三四|三五|四五|五六|六七|七八|八九)"
_VAGUE = (
    rf"(?:(?<![{_SIGN}])(?:十几|{_PAIR}[十百千万]|十{_PAIR})"
    r"|(?<![好总人户次个件多少无基指分参倍级岁代函约单十])[几数][十百千万]"
    r"|(?:(?<![一-龥])|(?<=[了有达出近着约及引来]))上[百千万])[万亿]?"
)
_THOUSAND = r"(?:十|百(?![分货强优科日姓]|家争)|千(?![瓦米克伏安卡焦赫帕升字牛比兆秋秒周巴]|家万))"
_MORE = f"[0-9{_SIGN}万亿余多来几]{{0,8}}"
_MIXED = (
    rf"(?:(?<![0-9A-Za-z.第年月])(?:[1-9][0-9]{{0,3}}[万亿]零?)?[1-9][0-9]{{0,2}}{_THOUSAND}{_MORE}"
    rf"|(?<![第双{_SIGN}])(?:[一二三四五六七八九]?十|[一二两三四五六七八九][百千])零?[0-9]{{1,3}}(?![0-9]){_MORE}"
    r"|(?<![第初周期0-9一二三四五六七八九十])[二三四五六七八九]0{1,3}[万亿余多]?)"
)
TYPES = {
    "amount": rf"(?:{_FIGURE}{_MEASURE}?(?:——?|[～至到-]|(?![0-9{_SIGN}]))){{1,2}}",
    "over": _OVER,
    "vague": _VAGUE,
    "mixed": _MIXED,
    "measure": _MEASURE,
    "noun": r"[^，。；：、！？“”（）\n0-9一二两三四五六七八九十]{0,6}?",
}
"""``amount``: any figure with its unit; ``over``: one that 余 or 多 makes vague (30余家, 一个多月);
``vague``: one that is vague by itself, without its unit (十几, 几百, 数千, 三四十); ``mixed``: one
in two kinds of digits (3千, 十5); ``measure``: what can stand between a number and what it counts,
a closed class of words, of which a month, a class or a clock time is none; ``noun``: a few words
without a figure, or none."""
