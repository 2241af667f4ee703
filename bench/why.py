"""Why a rule on figures says nothing of a text: what it read, and what stopped it.

    python bench/why.py CODE TEXT|FILE

For a rule of the kind ``arithmetic``: the roles of the figures of each sentence, then each reading
that was tried, with the word of ``without`` or the first condition that excludes it, or with what
became of it when its equations were asked.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import default_rules

from govlint.checks.figures import relations as relations_module
from govlint.checks.figures.relations import Params, relations
from govlint.engine.lint import Options, facts_of
from govlint.facts.conditions import are_met
from govlint.facts.context import Words
from govlint.facts.facts import Facts
from govlint.facts.readings import Reading
from govlint.text.document import Document
from govlint.text.source import Source


def _shown(text: str, reading: Reading) -> str:
    return " ".join(
        f"{name}={'+'.join(text[slice(*figure.span)] for figure in figures)}"
        for name, figures in reading.items()
    )


def _asked(words: Words, reading: Reading, conditions: tuple[str, ...]) -> bool:
    """As ``are_met``, and prints which condition is not."""
    failed = next((each for each in conditions if not are_met(words, reading, (each,))), None)
    print("   ", _shown(words.text, reading), "|", failed or "meets its conditions")
    return failed is None


def _counted(words: Words, reading: Reading, params: Params) -> bool:
    """As ``_counts`` of the relations, and prints what excludes a reading."""
    figures = [figure for several in reading.values() for figure in several]
    stretch = words.text[min(f.lead.start for f in figures) : max(f.span.end for f in figures)]
    word = next((each for each in params.without if each in stretch), None)
    if word is not None:
        print("   ", _shown(words.text, reading), "| without", word)
        return False
    return _asked(words, reading, params.when)


def tell(facts: Facts, params: Params) -> None:
    """Print the figures of each sentence and the readings of the rule."""
    for sentence in facts.figures:
        print(" ", *(
            f"{facts.body[slice(*figure.span)]}({'、'.join(sorted(figure.roles))})"
            for figure in sentence.figures
        ))  # fmt: skip
    for relation in relations(facts, params):
        verdict = "holds" if relation.holds else f"differs: {relation.expected}"
        print(" =>", _shown(facts.body, relation.reading), "|", verdict)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("code")
    parser.add_argument("text", help="the text, or a file")
    options = parser.parse_args()
    path = Path(options.text)
    text = path.read_text("utf-8") if len(options.text) < 200 and path.is_file() else options.text
    rules = default_rules([])
    rule = next((each for each in rules if each.id == options.code), None)
    if rule is None or not isinstance(rule.body.params, Params):
        parser.error(f"{options.code} is no rule of the kind arithmetic")
    vars(relations_module).update(_counts=_counted, are_met=_asked)
    tell(facts_of(Document(Source("text", text)), rules, Options()), rule.body.params)


if __name__ == "__main__":
    main()
