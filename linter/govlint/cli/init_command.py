"""govlint init: a config file to begin with."""

from __future__ import annotations

import sys

from govlint.cli.arguments import Parser
from govlint.ruleset.fault import UsageFault

NAME = "govlint.yaml"
TEMPLATE = """\
# govlint 的配置。管这个文件夹和下面各层；更近的配置文件优先，不叠加。
# 去掉行首的“# ”就生效。全部规则：govlint rules；某条规则：govlint rule SEQ201。

# 规则组合：report（工作报告，默认）、gongwen（公文）、submission（收文把关）、strict（从严）
profile: report

# 报告年度；不写则看标题
# year: 2024

# 只检查哪些、不检查哪些：代号、代号前缀、名称或标签
# select: [SEQ, FIG]
# ignore: [STR112]

# 不检查哪些文件
# exclude: ["附件*", "旧稿/"]

# 某些文件里不检查哪些规则
# per-file:
#   "表格/*.txt": {ignore: [SEQ]}

# 改一条规则的级别（error、warning、info），或者关掉（off）
# rules:
#   STR101: {severity: info}
#   STR112: off

# 放过看过而没有错的地方：写出规则、原文里的几个字和理由
# ignore-text:
#   - {rule: SEQ201, text: 四、下一步打算, reason: 第三部分另行报送}

# 本单位自己的规则（文件或文件夹，相对本文件）
# rule-paths: [规则]

# 本单位的指标名称和别名（CSV，两列：指标、别名）
# indicators: 指标名称.csv

# 从哪一级起算不通过：error（默认）、warning、info、never
# fail-level: error

# 继承另一个配置文件
# extends: ../govlint.yaml
"""


def run(words: list[str]) -> int:
    Parser("govlint init", f"在当前文件夹写一个带说明的 {NAME}；已经有了就不动。").read(words)
    try:
        with open(NAME, "x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise UsageFault(f"{NAME} 已经存在，没有改动") from None
    except OSError as fault:
        raise UsageFault(f"写不了 {NAME}：{fault.strerror}") from None
    sys.stdout.write(f"已写好 {NAME}\n")
    return 0
