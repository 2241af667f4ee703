"""strokes: how many strokes the surname of a person has, as 按姓氏笔画为序 counts them.

Only surnames of one character of which the count is beyond doubt; of any other name nothing is
said.
"""

from __future__ import annotations

_BY_COUNT = {
    2: "丁卜刁",
    3: "万于马",
    4: "王韦车戈毛牛方孔邓文尹尤仇",
    5: "石龙卢叶申田史白包冯付丛皮左甘古艾宁冉兰边",
    6: "刘朱吕乔任华江池汤关米安许毕邢曲向伍齐孙阮阳纪庄祁闫邬",
    7: "李杨吴何余汪沈宋张陆陈苏杜严谷佟邱邹邵肖岑辛冷芦",
    8: "林罗金周庞郑单武孟苗欧范岳季房屈易尚郎",
    9: "赵胡柳柏钟段侯俞饶施姜洪祝姚贺骆娄封郝费柯项",
    10: "秦袁莫贾夏顾柴钱倪徐殷凌高郭唐席桂桑耿聂涂陶栾",
    11: "黄萧曹梅龚盛常崔符康章梁阎",
    12: "彭董蒋韩程傅焦鲁舒曾温谢葛",
    13: "鲍蓝雷路简詹赖虞蒙窦",
    14: "蔡廖谭翟熊臧裴管",
    15: "黎樊颜潘",
    16: "薛霍穆",
    17: "戴魏",
}
_STROKES = {name: count for count, names in _BY_COUNT.items() for name in names}
_DOUBLE = ("欧阳", "万俟", "公孙", "夏侯", "令狐", "单于", "申屠")


def strokes_of(name: str) -> int | None:
    """The strokes of the surname with which ``name`` begins, if they are known.

    >>> strokes_of("王小兰"), strokes_of("刘敏"), strokes_of("欧阳明"), strokes_of("买买提")
    (4, 6, None, None)
    """
    return None if name.startswith(_DOUBLE) else _STROKES.get(name[:1])
