"""What is said of options, config files and rules that cannot be used, in English.

The faults are raised in Chinese, where they are found; ``{}`` stands for what a sentence names.
Loaded only where a fault is told under ``--lang en``.
"""

from __future__ import annotations

import re

SENTENCES = {
    "配置文件不存在：{}": "no such config file: {}",
    "配置文件读不了：{}": "the config file cannot be read: {}",
    "配置文件不是 UTF-8（第 {} 个字节起）": "the config file is not UTF-8 (from byte {} on)",
    "请另存为 UTF-8": "save it as UTF-8",
    "extends 绕成了一圈：{}": "extends goes round in a circle: {}",
    "文件不存在：{}": "no such file: {}",
    "“{}”缺少 severity": "“{}” lacks severity",
    "“{}”缺少 ignore": "“{}” lacks ignore",
    "缺少 {}": "{} is missing",
    "每条要有 rule、text 和 reason": "each entry has rule, text and reason",
    "年份应当在 {} 到 {} 之间，不是 {}": "the year must lie between {} and {}; this is {}",
    "TOML 格式有误：{}": "bad TOML: {}",
    "YAML 格式有误：{}": "bad YAML: {}",
    "这里应当是“键: 值”形式的内容（半角冒号加空格）": "“key: value” is expected (colon and space)",
    "键“{}”重复，前一处在第 {} 行": "the key “{}” stands in line {1} already",
    "不认识的键“{}”": "unknown key “{}”",
    "可用的键：{}": "known keys: {}",
    "不认识的值“{}”": "unknown value “{}”",
    "可用：{}": "known: {}",
    "是不是 {}？": "did you mean {}?",
    "是不是“{}”？": "did you mean “{}”?",
    "这里应当是一段文字": "text is expected here",
    "应当是整数，不是“{}”": "a whole number is expected, not “{}”",
    "应当是 true 或 false，不是“{}”": "true or false is expected, not “{}”",
    "文件超过 {} 个字符": "the file has more than {} characters",
    "嵌套超过 {} 层": "nested more than {} levels deep",
    "不支持 YAML 别名（*）": "YAML aliases (*) are not supported",
    "没有规则“{}”": "there is no rule “{}”",
    "没有以“{}”开头的代号": "no code begins with “{}”",
    "用 govlint rules 看有哪些规则": "see govlint rules",
    "“{}”不是一条规则，要写代号或名称": "“{}” is no single rule: write its code or name",
    "“{}”已被规则 {} 使用": "“{}” belongs to rule {} already",
    "规则文件不存在：{}": "no such rule file: {}",
    "规则文件读不了：{}（{}）": "the rule file cannot be read: {} ({})",
    "规则文件不是 UTF-8：{}": "the rule file is not UTF-8: {}",
    "文件夹里没有规则文件（.yaml）：{}": "the folder holds no rule file (.yaml): {}",
    "没有文件也没有命令“{}”，是不是 {}？": "no such file or command: {}; did you mean {}?",
    "路径不存在：{}": "no such path: {}",
    "{} 是文件夹，govlint tree 一次看一个文件": "{} is a folder; govlint tree takes one file",
    "文件夹里没有可以检查的文件（.txt、.md）：{}": "nothing to check (.txt, .md) in the folder: {}",
    "文件夹里的文件都被排除了：{}": "everything in the folder is excluded: {}",
    "没有写要检查的文件": "no file to check is named",
    "没有写要改的文件": "no file to fix is named",
    "没有写要说明的规则，如 govlint rule SEQ201": "no rule is named, as in govlint rule SEQ201",
    "用 --help 看用法": "see --help",
    "不认识的选项：{}，是不是 {}？": "unknown option: {}; did you mean {}?",
    "不认识的选项：{}": "unknown option: {}",
    "{} 后面缺少值": "{} needs a value",
    "{} 不能是“{}”，可用：{}": "{} cannot be “{}”; known: {}",
    "{} 不能是“{}”": "{} cannot be “{}”",
    "这里多了一个冒号，或者缩进不齐；有冒号的文字要加引号": (
        "a colon too many, or uneven indentation; quote text that has a colon"
    ),
    "“-”要另起一行": "“-” begins a new line",
    "方括号、花括号不成对，或者中间少了逗号": "brackets are not paired, or a comma is missing",
    "这里不能用制表符，也不能以 @、`、% 开头；缩进用空格，文字加引号": (
        "no tab, @, ` or % here; indent with spaces, quote text"
    ),
    "引号不成对": "quotation marks are not paired",
    "以 * 开头的文字要加引号": "quote text that begins with *",
    "双引号里的反斜杠要写两个，或者改用单引号": (
        "double the backslash between double quotation marks, or use single ones"
    ),
    "一个文件里只能有一份内容，不能再用 ---": "one file holds one document: no second ---",
    "文件里有看不见的控制字符": "the file holds control characters",
    "这一行少了冒号": "this line lacks a colon",
    "缩进不齐，或者列表和键混在一起": "uneven indentation, or a list mixed with keys",
    "值写得不对：文字要加引号，列表用方括号": "bad value: quote text, put lists in brackets",
    "方括号不成对": "brackets are not paired",
    "表头的方括号不成对": "the brackets of the table's head are not paired",
    "键写了两次": "the key stands here twice",
    "表写了两次": "the table stands here twice",
    "一行只能写一个键，值后面不能再有内容": "one key a line, and nothing behind its value",
    "键后面要有等号，键里不能有空格": "a key is followed by =, and holds no blank",
    "这里的写法不合格式": "this does not follow the format",
}
_HINT = re.compile(
    r"(?P<said>.*?)(?:（(?P<hint>(?:[^（）]|（[^（）]*）)*)）|，(?P<tail>是不是.*|用 govlint.*))",
    re.DOTALL,
)
_PLACE = re.compile(
    r"(?P<place>[^：]*?:[0-9]+(?::[0-9]+: |：)(?:rules：)?|--[a-z-]+：|[a-z-]{4,12}：)(?P<said>.+)",
    re.DOTALL,
)


def english(text: str) -> str:
    """A fault in English; what has no English sentence is left as it is.

    >>> english("govlint.yaml:1:1: 不认识的键“ignroe”（是不是“ignore”？）")
    'govlint.yaml:1:1: unknown key “ignroe” (did you mean “ignore”?)'
    >>> english("--select：没有规则“SEQ999”，用 govlint rules 看有哪些规则")
    '--select: there is no rule “SEQ999” (see govlint rules)'
    """
    placed = _PLACE.fullmatch(text)
    if placed is not None:
        return placed["place"].replace("：", ": ") + english(placed["said"])
    hinted = _HINT.fullmatch(text)
    hint = _sentence(hinted["hint"] or hinted["tail"]) if hinted else None
    if hinted is None or hint is None:
        return _sentence(text) or text
    return f"{english(hinted['said'])} ({hint})"


def _sentence(text: str) -> str | None:
    """The English of one sentence, what it names put in; the most exact one that fits."""
    for chinese, english_one in sorted(SENTENCES.items(), key=lambda pair: -len(pair[0])):
        parts = map(re.escape, chinese.split("{}"))
        found = re.fullmatch("(.+?)".join(parts), text, re.DOTALL)
        if found is not None:
            names = [_sentence(name) or name for name in found.groups()]
            if "{1}" in english_one:
                return english_one.replace("{}", names[0]).replace("{1}", names[1])
            return english_one.format(*names)
    return None
