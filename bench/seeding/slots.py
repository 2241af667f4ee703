"""What is filled into the wordings: figures and names, invented and drawn by chance."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_VILLAGES = ("柳林村", "上河村", "石桥村", "杏花村", "东岗村", "青山口村", "双井村", "后营村")
_TOWNSHIPS = ("柳河镇", "清源镇", "白石乡", "安平镇", "梅岭乡", "东湖街道")
_OFFICES = ("镇农业服务中心", "县水利局", "县民政局", "县财政局", "镇综治中心", "县教育局")
_WORK = (
    "人居环境整治", "防汛抗旱工作", "安全生产工作", "秸秆禁烧工作", "农村改厕工作", "基层治理工作",
    "招商引资工作", "信访维稳工作", "义务教育均衡发展", "集体产权制度改革",
)  # fmt: skip
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _digits(chance: random.Random, size: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(size))


def _identity(chance: random.Random) -> str:
    """A citizen's number with its check digit, of nobody."""
    body = f"41122{chance.randint(1, 9)}19{chance.randint(50, 99)}0{chance.randint(1, 9)}1"
    body += f"{chance.randint(0, 9)}{_digits(chance, 3)}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def _card(chance: random.Random) -> str:
    """The 15 digits that make 6228… the number of a card (ISO/IEC 7812), of nobody."""
    body = _digits(chance, 14)
    total = 0
    for place, digit in enumerate(reversed("6228" + body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


_SLOTS: dict[str, Callable[[random.Random], str]] = {
    "n": lambda chance: str(chance.randint(12, 980)),
    "h": lambda chance: str(chance.randint(3, 48) * 100),
    "d": lambda chance: f"{chance.randint(2, 96)}.{chance.randint(1, 9)}",
    "p": lambda chance: f"{chance.randint(5, 48)}.{chance.randint(1, 9)}",
    "q": lambda chance: f"{chance.randint(2, 35):02}",
    "k": lambda chance: str(chance.randint(2, 6)),
    "m": lambda chance: str(chance.randint(3, 11)),
    "v": lambda chance: chance.choice(_VILLAGES),
    "t": lambda chance: chance.choice(_TOWNSHIPS),
    "o": lambda chance: chance.choice(_OFFICES),
    "s": lambda chance: chance.choice(_WORK),
    "id": _identity,
    "d8": lambda chance: _digits(chance, 8),
    "d15": _card,
}
_SLOT = re.compile(r"\{(" + "|".join(_SLOTS) + r")\}")


def fill(wording: str, chance: random.Random) -> str:
    """``wording`` with a value in each of its slots.

    >>> fill("改造农房{n}户，惠及{v}。", random.Random(3))
    '改造农房255户，惠及石桥村。'
    """
    return _SLOT.sub(lambda match: _SLOTS[match[1]](chance), wording)
