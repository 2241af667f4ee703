"""Seeded relations: figures that agree, or do not, set into clean documents.

    python bench/relations.py FOLDER [--each 18] [--show]

Of every kind so many are made, in wordings that stand in no rule's example; of half of them the
stated figure is changed by more than rounding can explain. A passage becomes a paragraph of a
document of the corpus (see ``corpus.py``). Printed are, by kind, how many of the wrong ones are
reported at their place, and of how many of the right ones anything is. The wordings were
written by those who wrote the rules: what strangers write is measured by ``blind.py``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from blind import unmark
from corpus import Text, default_rules, read_corpus

from govlint.diagnostics.diagnostic import Diagnostic
from govlint.engine.lint import lint_document
from govlint.ruleset.rule import Rule
from govlint.text.document import Document
from govlint.text.source import Source

Draw = random.Random
Maker = Callable[..., str]
"""Writes a passage; the stated figure stands in ⟦…⟧, and is wrong where so asked."""

_LEADS = (
    "",
    "据年底统计，",
    "从台账看，",
    "一年来，",
    "工作推进有力。",
    "按照县里部署，",
    "截至12月底，",
)
_TAILS = ("。", "，群众反映良好。", "，工作位居前列。", "，为下一步打下了基础。")


def _percent(value: float) -> str:
    return f"{value:.1f}%"


def _off(draw: Draw, value: float, least: float) -> float:
    """``value``, wrong by at least ``least`` and by no more than a quarter of it or twice that."""
    size = max(least * 1.5, value * draw.uniform(0.06, 0.2))
    return value + size if draw.random() < 0.5 or value <= 2 * size else value - size


def _wrap(draw: Draw, text: str) -> str:
    return draw.choice(_LEADS) + text + draw.choice(_TAILS)


def _counts(draw: Draw) -> tuple[int, int]:
    whole = draw.randint(120, 4800)
    return whole, int(whole * draw.uniform(0.55, 0.96))


def rate(draw: Draw, *, wrong: bool) -> str:
    """A rate and the two counts that it follows from."""
    whole, part = _counts(draw)
    stated = 100 * part / whole
    shown = _percent(min(99.4, _off(draw, stated, 1.5)) if wrong else stated)
    if wrong and abs(float(shown[:-1]) - stated) < 1:
        shown = _percent(stated - 4.2)
    forms = (
        f"全县累计收到营商环境投诉{whole}件，妥善处置{part}件，处置率⟦{shown}⟧",
        f"共抽检校园食堂食材{whole}批次，检出合格{part}批次，合格率只有⟦{shown}⟧",
        f"应签订家庭医生服务协议的重点人群{whole}人，已签约{part}人，签约率为⟦{shown}⟧",
        f"列入台账的燃气隐患共{whole}处，眼下已销号{part}处，销号率达到⟦{shown}⟧",
        f"法院受理执行案件{whole}件；执结{part}件，执结率⟦{shown}⟧",
        f"需要修缮的危桥有{whole}座，年内修缮{part}座，修缮率由此升至⟦{shown}⟧",
    )
    return _wrap(draw, draw.choice(forms))


def share(draw: Draw, *, wrong: bool) -> str:
    """A share told with the whole and the part."""
    whole = round(draw.uniform(8, 90), 2)
    part = round(whole * draw.uniform(0.3, 0.8), 2)
    stated = 100 * part / whole
    shown = _percent(_off(draw, stated, 1.5) if wrong else stated)
    forms = (
        f"集团营业收入{whole:.2f}亿元，其中物流板块{part:.2f}亿元，占集团营业收入的⟦{shown}⟧",
        f"全县林地面积{whole:.2f}万亩，公益林{part:.2f}万亩，公益林占林地面积的比重为⟦{shown}⟧",
        f"年末贷款余额{whole:.2f}亿元。其中，涉农贷款{part:.2f}亿元，占⟦{shown}⟧",
        f"涉水项目投资占水利投资的⟦{shown}⟧。全年水利投资{whole:.2f}亿元，其中涉水项目{part:.2f}亿元",
        f"出口总额{whole:.2f}亿元，对东盟出口{part:.2f}亿元，占出口总额的⟦{shown}⟧",
    )
    return _wrap(draw, draw.choice(forms))


def change(draw: Draw, *, wrong: bool) -> str:
    """A change in percent between two states."""
    before = draw.randint(220, 5200)
    after = int(before * draw.uniform(1.06, 1.5))
    stated = 100 * (after - before) / before
    shown = _percent(_off(draw, stated, 1.5) if wrong else stated)
    forms = (
        f"公交日均客流由改造前的{before}人次增加到{after}人次，增长⟦{shown}⟧",
        f"去年接诊儿童{before}人次，今年接诊{after}人次，增幅⟦{shown}⟧",
        f"图书馆全年借阅{after}册，上年为{before}册，同比增长⟦{shown}⟧",
        f"合作社社员从{before}户发展到{after}户，增长⟦{shown}⟧",
        f"热线办件量{after}件，而上年同期只有{before}件，同比上升⟦{shown}⟧",
    )
    return _wrap(draw, draw.choice(forms))


def difference(draw: Draw, *, wrong: bool) -> str:
    """A change told as an amount."""
    before = draw.randint(60, 900)
    gap = draw.randint(12, 59)
    shown = gap + (draw.choice((-10, 10, 20, 9)) if wrong else 0)
    if shown <= 0:
        shown = gap + 10
    forms = (
        f"养老床位由上年的{before}张增加到{before + gap}张，净增⟦{shown}张⟧",
        f"规上企业现有{before + gap}家，比去年的{before}家多⟦{shown}家⟧",
        f"审批环节耗时从{before + gap}小时压缩到{before}小时，减少⟦{shown}小时⟧",
        f"去年底在册困难家庭{before + gap}户，今年底为{before}户，一年减少⟦{shown}户⟧",
        f"在校学生{before + gap}人，比上学年的{before}人增加⟦{shown}人⟧",
    )
    return _wrap(draw, draw.choice(forms))


def points(draw: Draw, *, wrong: bool) -> str:
    """A change of a rate in percentage points."""
    before = round(draw.uniform(55, 85), 1)
    gap = round(draw.uniform(2.1, 9.4), 1)
    shown = round(gap + (draw.choice((-1, 1, 2)) if wrong else 0), 1)
    after = before + gap
    forms = (
        f"管网漏损修复率由{before:.1f}%提高到{after:.1f}%，提升⟦{shown:.1f}个百分点⟧",
        f"健康档案动态使用率为{after:.1f}%，上年是{before:.1f}%，提高了⟦{shown:.1f}个百分点⟧",
        f"农村卫生户厕普及率从{before:.1f}%上升为{after:.1f}%，上升⟦{shown:.1f}个百分点⟧",
        f"公众安全感去年为{before:.1f}%，今年达到{after:.1f}%，提升⟦{shown:.1f}个百分点⟧",
    )
    return _wrap(draw, draw.choice(forms))


def sign(draw: Draw, *, wrong: bool) -> str:
    """Percent where percentage points are meant."""
    before, gap = draw.randint(55, 80), draw.randint(6, 14)
    unit = "%" if wrong else "个百分点"
    forms = (
        f"残疾人签约服务覆盖面由{before}%提高到{before + gap}%，提高⟦{gap}{unit}⟧",
        f"垃圾分类参与率从年初的{before}%升至{before + gap}%，提升⟦{gap}{unit}⟧",
        f"灌溉水保证率去年为{before}%，今年为{before + gap}%，提高了⟦{gap}{unit}⟧",
    )
    return _wrap(draw, draw.choice(forms))


def multiple(draw: Draw, *, wrong: bool) -> str:
    """How many times as much."""
    before, times = draw.randint(12, 90), draw.choice((2.5, 3.0, 3.5, 4.0, 5.0))
    after = int(before * times)
    shown = after / before + (1 if wrong else 0)
    forms = (
        f"民宿由{before}家增加到{after}家，是2019年的⟦{shown:.1f}倍⟧",
        f"冷链运输车辆达到{after}辆，为2018年{before}辆的⟦{shown:.1f}倍⟧",
        f"网络直播间从{before}个发展到{after}个，增长了⟦{shown - 1:.1f}倍⟧",
    )
    return _wrap(draw, draw.choice(forms))


def total(draw: Draw, *, wrong: bool) -> str:
    """A stated sum."""
    parts = [draw.randint(14, 240) for _ in range(draw.choice((3, 3, 4)))]
    right = sum(parts)
    shown = right + (draw.choice((-10, 10, 9, 20)) if wrong else 0)
    a, b, c = parts[0], parts[1], sum(parts[2:])
    forms = (
        f"投放便民座椅{a}处、健身路径{b}处、晾晒场{c}处，合计⟦{shown}处⟧",
        f"东片调解纠纷{a}起，西片{b}起，城区{c}起，三片合计⟦{shown}起⟧",
        f"全年检查餐饮单位{a}家、药店{b}家、超市{c}家，总共检查⟦{shown}家⟧",
        f"志愿服务队上门理发{a}人次，送餐{b}人次，陪诊{c}人次，三项加起来⟦{shown}人次⟧",
        f"新栽行道树⟦{shown}株⟧，即香樟{a}株、银杏{b}株、栾树{c}株",
    )
    return _wrap(draw, draw.choice(forms))


def parts(draw: Draw, *, wrong: bool) -> str:
    """Parts that together exceed their whole."""
    a, b = draw.randint(40, 300), draw.randint(40, 300)
    whole = a + b + (-draw.randint(11, 25) if wrong else draw.randint(8, 60))
    forms = (
        f"实施电网改造项目⟦{whole}个，其中城区{a}个、乡村{b}个⟧",
        f"查处占道经营⟦{whole}起，其中日间{a}起、夜间{b}起⟧",
        f"核定帮扶资金⟦{whole}万元，其中市级{a}万元、县级{b}万元⟧",
        f"共有耕作机械⟦{whole}台，其中新购置{a}台，原有{b}台⟧",
    )
    return _wrap(draw, draw.choice(forms))


def part(draw: Draw, *, wrong: bool) -> str:
    """One part that is more than the whole."""
    whole = draw.randint(120, 900)
    one = whole + draw.randint(9, 40) if wrong else int(whole * draw.uniform(0.3, 0.8))
    forms = (
        f"建成停车泊位⟦{whole}个，其中充电泊位{one}个⟧",
        f"发放助学金⟦{whole}万元，其中发放给中职生{one}万元⟧",
        f"受理公证事项⟦{whole}件，其中涉外公证{one}件⟧",
    )
    return _wrap(draw, draw.choice(forms))


def rest(draw: Draw, *, wrong: bool) -> str:
    """Parts and the rest against the whole."""
    a, b, c = (draw.randint(20, 200) for _ in range(3))
    whole = a + b + c + (draw.choice((-10, 10, 20)) if wrong else 0)
    forms = (
        f"共收到意见⟦{whole}条，其中涉及交通{a}条、涉及教育{b}条，其余{c}条⟧涉及环境",
        f"清查公房⟦{whole}间，其中出租{a}间、自用{b}间，其余{c}间⟧闲置",
    )
    return _wrap(draw, draw.choice(forms))


def shares(draw: Draw, *, wrong: bool) -> str:
    """Shares of one whole."""
    a, b = round(draw.uniform(20, 45), 1), round(draw.uniform(20, 35), 1)
    c = round(100 - a - b + (draw.choice((-6, 5, 9)) if wrong else 0), 1)
    forms = (
        f"从投诉类型看，噪声占{a:.1f}%，油烟占{b:.1f}%，其他占⟦{c:.1f}%⟧",
        f"从年龄看，30岁以下的占{a:.1f}%，30岁至45岁的占{b:.1f}%，45岁以上的占⟦{c:.1f}%⟧",
        f"三次产业结构优化为⟦{a:.1f}:{b:.1f}:{c:.1f}⟧",
    )
    return _wrap(draw, draw.choice(forms))


def bounded(draw: Draw, *, wrong: bool) -> str:
    """A rate that cannot be above 100 %."""
    shown = draw.uniform(101.2, 108) if wrong else draw.uniform(91, 99.9)
    forms = (
        f"农村公路优良中等路率达到⟦{shown:.1f}%⟧",
        f"新生儿疾病筛查率为⟦{shown:.1f}%⟧",
        f"政务事项网上可办率升至⟦{shown:.1f}%⟧",
        f"老旧电梯安全评估率达⟦{shown:.1f}%⟧",
    )
    return _wrap(draw, draw.choice(forms))


def mean(draw: Draw, *, wrong: bool) -> str:
    """A mean and the total that it shares out."""
    count, each = draw.randint(40, 600), draw.choice((200, 300, 400, 600, 800))
    sum_, shown = count * each, each + (100 if wrong else 0)
    forms = (
        f"为{count}名护林员发放防火补贴{sum_}元，人均⟦{shown}元⟧",
        f"兑付种粮补贴{sum_}元，惠及农户{count}户，户均⟦{shown}元⟧",
        f"向{count}户受灾家庭发放救助资金{sum_}元，户均⟦{shown}元⟧",
    )
    return _wrap(draw, draw.choice(forms))


def paced(draw: Draw, *, wrong: bool) -> str:
    """A mean over months or years."""
    each = draw.randint(120, 900)
    shown = each + (draw.choice((-30, 40)) if wrong else 0)
    forms = (
        f"全年处理污水{each * 12}万吨，月均⟦{shown}万吨⟧",
        f"四年累计改造管网{each * 4}公里，年均⟦{shown}公里⟧",
        f"上半年外送电量{each * 6}万千瓦时，月均外送⟦{shown}万千瓦时⟧",
    )
    return _wrap(draw, draw.choice(forms))


def yearly(draw: Draw, *, wrong: bool) -> str:
    """A yearly rate over several years."""
    first, growth = round(draw.uniform(5, 60), 2), draw.uniform(0.05, 0.14)
    last = round(first * (1 + growth) ** 4, 2)
    shown = 100 * growth + (draw.choice((2.4, 3.1)) if wrong else 0)
    forms = (
        f"旅游总收入由2019年的{first:.2f}亿元增加到2023年的{last:.2f}亿元，年均增长⟦{shown:.1f}%⟧",
        f"快递业务收入从2018年的{first:.2f}亿元提高到2022年的{last:.2f}亿元，年均增长⟦{shown:.1f}%⟧",
    )
    return _wrap(draw, draw.choice(forms))


def industries(draw: Draw, *, wrong: bool) -> str:
    """The three industries against the product."""
    a, b, c = (round(draw.uniform(20, 160), 1) for _ in range(3))
    whole = a + b + c + (draw.choice((-6, 5, 9)) if wrong else 0)
    return (
        f"初步核算，全县生产总值⟦{whole:.1f}亿元。其中，第一产业增加值{a:.1f}亿元，第二产业增加值"
        f"{b:.1f}亿元，第三产业增加值{c:.1f}亿元⟧。"
    )


def ranges(draw: Draw, *, wrong: bool) -> str:
    """A range from the smaller to the greater."""
    a = draw.randint(12, 90)
    b = a + draw.randint(5, 40)
    low, high = (b, a) if wrong else (a, b)
    forms = (
        f"每户补助⟦{low}～{high}万元⟧",
        f"施工周期约为⟦{low}至{high}天⟧",
        f"每台设备日处理⟦{low}—{high}吨⟧",
    )
    return _wrap(draw, draw.choice(forms))


def phase(draw: Draw, *, wrong: bool) -> str:
    """A year and its place in the five-year plan."""
    year, name = draw.choice(((2021, "开局之年"), (2023, "第三年"), (2025, "收官之年")))
    shown = year + (draw.choice((-1, 1)) if wrong else 0)
    forms = (
        f"⟦{shown}年是“十四五”规划{name}⟧，任务十分繁重。",
        f"⟦{shown}年是全县转型攻坚的关键一年，也是实施“十四五”规划的{name}⟧。",
    )
    return draw.choice(forms)


def anniversary(draw: Draw, *, wrong: bool) -> str:
    """So many years since then."""
    begun, name = draw.choice(((1921, "中国共产党成立"), (1949, "新中国成立"), (1978, "改革开放")))
    year = draw.randint(2016, 2025)
    shown = year - begun + (draw.choice((-1, 1)) if wrong else 0)
    return f"{year}年，各支部围绕{name}⟦{shown}周年⟧开展了主题活动。"


def weekday(draw: Draw, *, wrong: bool) -> str:
    """A date and its day of the week."""
    day = date(draw.randint(2019, 2025), draw.randint(1, 12), draw.randint(1, 28))
    name = "一二三四五六日"[(day.weekday() + (draw.randint(1, 6) if wrong else 0)) % 7]
    return f"定于{day.year}年{day.month}月{day.day}日（⟦星期{name}⟧）召开推进会。"


def target(draw: Draw, *, wrong: bool) -> str:
    """A result against its target."""
    aim = draw.randint(200, 3000)
    result = int(aim * (draw.uniform(0.8, 0.96) if wrong else draw.uniform(1.02, 1.2)))
    forms = (
        f"年初确定的培训目标为{aim}人，实际培训⟦{result}人，超额完成任务⟧",
        f"全年计划新增绿道{aim}米，实际建成⟦{result}米，超额完成年度计划⟧",
    )
    return _wrap(draw, draw.choice(forms))


def limit(draw: Draw, *, wrong: bool) -> str:
    """A result against a limit."""
    aim = draw.randint(30, 60)
    result = aim + draw.randint(2, 9) if wrong else aim - draw.randint(2, 9)
    return (
        f"可吸入颗粒物控制目标为不高于{aim}微克/立方米，实际为⟦{result}微克/立方米，优于⟧目标要求。"
    )


def gap(draw: Draw, *, wrong: bool) -> str:
    """The gap to another place."""
    ours, theirs = round(draw.uniform(6, 9), 1), round(draw.uniform(4, 5.8), 1)
    shown = ours - theirs + (1 if wrong else 0)
    forms = (
        f"我县社零额增长{ours:.1f}%，全市平均增长{theirs:.1f}%，高出⟦{shown:.1f}个百分点⟧",
        f"工业投资增长{ours:.1f}%，全省为{theirs:.1f}%，高出⟦{shown:.1f}个百分点⟧",
    )
    return _wrap(draw, draw.choice(forms))


def in_turn(draw: Draw, *, wrong: bool) -> str:
    """Lists behind 分别."""
    a, b = draw.randint(200, 900), draw.randint(40, 190)
    x, y = int(a * draw.uniform(1.05, 1.3)), int(b * draw.uniform(1.05, 1.3))
    one, other = 100 * (x - a) / a, 100 * (y - b) / b
    shown = _off(draw, other, 2) if wrong else other
    return (
        f"全年开出农村客运班车{x}班次、旅游专线{y}趟，上年分别为{a}班次和{b}趟，"
        f"分别增长{one:.1f}%和⟦{shown:.1f}%⟧。"
    )


def two_values(draw: Draw, *, wrong: bool) -> str:
    """One thing counted twice."""
    number = draw.choice((1260, 2480, 3570, 1850, 4630))
    digits = str(number)
    again = f"{digits[0]}{digits[2]}{digits[1]}{digits[3]}" if wrong else digits
    return (
        f"“春风行动”共走访用工企业{number}家，登记岗位需求8600个。对走访的⟦{again}家⟧企业，"
        "逐一明确了联系人。"
    )


MAKERS: tuple[Maker, ...] = (
    rate, share, change, difference, points, sign, multiple, total, parts, part, rest, shares,
    bounded, mean, paced, yearly, industries, ranges, phase, anniversary, weekday, target, limit,
    gap, in_turn, two_values,
)  # fmt: skip


class Tally(NamedTuple):
    """Of ``wrong`` passages ``found``, of ``right`` ones ``false`` reported."""

    wrong: int
    found: int
    right: int
    false: int


def _own(found: list[Diagnostic], start: int, end: int) -> list[Diagnostic]:
    """What was found in a passage, counts of headings and the like left out."""
    return [d for d in found if d.span and d.code[:3] == "FIG" and start <= d.span.start < end]


def judge(passage: str, text: Text, rules: tuple[Rule, ...], draw: Draw) -> tuple[bool, bool]:
    """Whether the place of ``passage`` is reported as a paragraph of ``text``, and whether
    anything in it is at warning or above."""
    plain, [(first, last)] = unmark(passage)
    lines = text.text.split("\n")
    number = draw.randrange(len(lines))
    start = sum(len(line) + 1 for line in lines[:number])
    whole = "\n".join((*lines[:number], plain, *lines[number:]))
    found = _own(
        list(lint_document(Document(Source(text.name, whole)), rules)), start, start + len(plain)
    )
    hit = any(d.span and d.span.start < start + last and start + first < d.span.end for d in found)
    return hit, any(d.severity != "info" for d in found)


def measure(
    maker: Maker, each: int, texts: list[Text], rules: tuple[Rule, ...], *, show: bool
) -> Tally:
    """Make ``each`` passages of a kind, every other one wrong."""
    draw = random.Random(maker.__name__)
    found = false = 0
    for number in range(each):
        wrong = number % 2 == 0
        passage = maker(draw, wrong=wrong)
        hit, loud = judge(passage, draw.choice(texts), rules, draw)
        found += wrong and hit
        false += not wrong and loud
        if show and hit is not wrong:
            print(f"{'MISSED' if wrong else 'FALSE'} {maker.__name__}: {passage}")
    return Tally((each + 1) // 2, found, each // 2, false)


def main(arguments: list[str]) -> int:
    """Print what is found by kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", type=int, default=18)
    parser.add_argument("--show", action="store_true", help="print what was missed")
    options = parser.parse_args(arguments)
    rules = default_rules(["FIG"])
    texts = [text for text in read_corpus(options.folder) if text.counted]
    tallies = [
        (maker.__name__, measure(maker, options.each, texts, rules, show=options.show))
        for maker in MAKERS
    ]
    for name, tally in tallies:
        print(f"{name:14} found {tally.found}/{tally.wrong}, false {tally.false}/{tally.right}")
    sums = [sum(column) for column in zip(*(tally for _, tally in tallies), strict=True)]
    print(
        f"all: found {sums[1]}/{sums[0]} {sums[1] / sums[0]:.3f}, "
        f"false {sums[3]}/{sums[2]} {sums[3] / sums[2]:.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
