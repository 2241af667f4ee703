"""problems: headings on what is wrong, and the words that tell of something wanting."""

from __future__ import annotations

import re

WANTING = re.compile(
    r"[不未没无缺少弱低难慢差欠亏堵旧仅只尚]|滞后|薄弱|单一|有待|有限|偏"
    r"|问题(?!(?:已|均|都|也|经|全部|全|逐一|如期|按期|及时){1,4}(?:整改|解决|销号|办结|得到|清零|完成))|困难|短板|矛盾|压力|挑战"
    r"|隐患|严峻|制约|风险|落后|下[降滑]|减少|空白|瓶颈|失衡|复杂|粗放|松散|老化|脱节|形式主义|流失|紧张"
    r"|过[高多大]|突出|依赖|违规|投诉|浪费|拖延|推诿|淡薄|模糊|随意|重复|分散|单薄"
)
"""In public documents no text on a problem is without one."""
PROBLEMS = re.compile(
    r"^(?:目前|当前|工作中)?(?:存在|面临)?(?:的|着)?(?:主要|突出|一些|几个|方面|和|及|、|的){0,6}"
    r"(?:问题|不足|困难|短板|差距|薄弱环节)(?:和|及|与|、|不足|困难|短板|差距|问题|挑战|原因|方面){0,6}[。]?$"
)
"""The title of a section on problems alone."""
