"""What the parsers of YAML and TOML complain of, in words that say what to do.

Both parsers of PyYAML (with and without libyaml) have wordings of their own for one mistake; a
mistake is told in one way, whichever reads the file.
"""

from __future__ import annotations

_YAML = (
    ("mapping values are not allowed", "这里多了一个冒号，或者缩进不齐；有冒号的文字要加引号"),
    ("sequence entries are not allowed", "“-”要另起一行"),
    ("expected ',' or", "方括号、花括号不成对，或者中间少了逗号"),
    ("cannot start any token", "这里不能用制表符，也不能以 @、`、% 开头；缩进用空格，文字加引号"),
    ("end of stream", "引号不成对"),
    ("undefined alias", "以 * 开头的文字要加引号"),
    ("unknown escape", "双引号里的反斜杠要写两个，或者改用单引号"),
    ("another document", "一个文件里只能有一份内容，不能再用 ---"),
    ("characters are not allowed", "文件里有看不见的控制字符"),
    ("simple key", "这一行少了冒号"),
    ("block end", "缩进不齐，或者列表和键混在一起"),
    ("'-' indicator", "缩进不齐，或者列表和键混在一起"),
    ("expected key", "缩进不齐，或者列表和键混在一起"),
)
_TOML = (
    ("Invalid value", "值写得不对：文字要加引号，列表用方括号"),
    ("Unclosed array", "方括号不成对"),
    ("table declaration", "表头的方括号不成对"),
    ("overwrite", "键写了两次"),
    ("twice", "表写了两次"),
    ("Expected newline", "一行只能写一个键，值后面不能再有内容"),
    ("after a key", "键后面要有等号，键里不能有空格"),
    ("Unescaped", "双引号里的反斜杠要写两个，或者改用单引号"),
    ('Expected "\'"', "引号不成对"),
    ("Unterminated", "引号不成对"),
)
_OTHER = "这里的写法不合格式"


def yaml_problem(problem: str) -> str:
    """A complaint of PyYAML in plain words.

    >>> yaml_problem("mapping values are not allowed here")
    '这里多了一个冒号，或者缩进不齐；有冒号的文字要加引号'
    """
    return _told(_YAML, problem)


def toml_problem(problem: str) -> str:
    """A complaint of tomllib in plain words."""
    return _told(_TOML, problem)


def _told(known: tuple[tuple[str, str], ...], problem: str) -> str:
    return next((plain for sign, plain in known if sign in problem), _OTHER)
