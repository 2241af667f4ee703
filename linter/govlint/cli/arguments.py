"""An argparse that speaks Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence

from govlint.hints import Any, NoReturn
from govlint.ruleset.fault import UsageFault
from govlint.text.columns import columns

argparse._ = str  # type: ignore[attr-defined]
# It would look for catalogues of its messages in the user's language, and read locale for that;
# they are put into Chinese from the English below.

_COLUMN = 28

_ERRORS = (
    (r"unrecognized arguments: (.*)", r"不认识的选项：\1"),
    (r"the following arguments are required: (.*)", r"缺少：\1"),
    (r"argument (\S+?): expected one argument", r"\1 后面缺少值"),
    (
        r"argument (\S+?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        r"\1 不能是“\2”，可用：\3",
    ),
    (r"argument (\S+?): invalid \S+ value: '(.*)'", r"\1 不能是“\2”"),
    (r"argument (\S+?): ignored explicit argument '(.*)'", r"\1 后面不能带值（“\2”）"),
    (r"argument (\S+?): not allowed with argument (\S+)", r"\1 不能与 \2 同用"),
    (r"argument (\S+?): (.*)", r"\1：\2"),
)


_CHOICES = re.compile(r"(?<=\(choose from )'?[^()]*(?=\)$)")


def _listed(choices: re.Match[str]) -> str:
    return choices[0].replace("'", "").replace(", ", "、")


class Parser(argparse.ArgumentParser):
    """Raises UsageFault for a mistake; prints its help in Chinese."""

    def __init__(self, usage: str, description: str) -> None:
        super().__init__(
            usage=usage,
            description=description,
            add_help=False,
            allow_abbrev=False,
        )
        self.places = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")

    def option(self, *names: str, **details: Any) -> None:
        self.options.add_argument(*names, **details)

    def place(self, name: str, **details: Any) -> None:
        self.places.add_argument(name, **details)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The arguments; options and paths may stand in any order, ``--`` ends the options."""
        self.option("-h", "--help", action="help", help="显示这段说明")
        words = list(words)
        cut = words.index("--") if "--" in words else len(words)
        found, extra = self.parse_known_args(words[:cut])
        wrong = [word for word in extra if word.startswith("-") and word != "-"]
        if wrong:
            self.error(f"unrecognized arguments: {' '.join(wrong)}{self._near(wrong[0])}")
        self._take(found, [*extra, *words[cut + 1 :]])
        return found

    def error(self, message: str) -> NoReturn:
        message = _CHOICES.sub(_listed, message)
        for pattern, chinese in _ERRORS:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, chinese, message, flags=re.DOTALL)
                break
        raise UsageFault(f"{message}（用 --help 看用法）")

    def format_help(self) -> str:
        lines = [f"用法：{self.usage}", "", self.description or ""]
        for group in (self.places, self.options):
            rows = [(_names(action), action.help or "") for action in group._group_actions]  # noqa: SLF001
            lines += ["", f"{group.title}：", *(_row(*row) for row in rows)] if rows else []
        return "\n".join(lines) + "\n"

    def _take(self, found: argparse.Namespace, extra: list[str]) -> None:
        """Give what came after an option to the argument that takes any number of words."""
        if not extra:
            return
        many = [a for a in self.places._group_actions if a.nargs == "*"]  # noqa: SLF001
        one = [a for a in self.places._group_actions if a.nargs == "?"]  # noqa: SLF001
        if many:
            setattr(found, many[0].dest, [*getattr(found, many[0].dest), *extra])
        elif one and len(extra) == 1 and getattr(found, one[0].dest) is None:
            setattr(found, one[0].dest, extra[0])
        else:
            raise UsageFault(f"多出来的参数：{' '.join(extra)}（用 --help 看用法）")

    def _near(self, word: str) -> str:
        from difflib import get_close_matches

        close = get_close_matches(word.split("=", 1)[0], self._option_string_actions, 1, 0.6)
        return f"，是不是 {close[0]}？" if close else ""


def _names(action: argparse.Action) -> str:
    value = action.metavar or ("|".join(action.choices) if action.choices else "")
    return f"{', '.join(action.option_strings)} {value}".strip()


def _row(names: str, text: str) -> str:
    """Two columns, aligned under full-width text, too."""
    gap = _COLUMN - columns(names)
    return f"  {names}{' ' * gap}{text}" if gap > 1 else f"  {names}\n{' ' * (_COLUMN + 2)}{text}"


def words(text: str) -> list[str]:
    """``a,b`` as a list; the commas of a Chinese keyboard separate, too."""
    return [word for word in re.split("[,，、\\s]+", text) if word]


def flat(lists: Sequence[list[str]] | None) -> tuple[str, ...]:
    """The words of an option that was given several times."""
    return tuple(word for found in lists or () for word in found)
