"""The seeds: what they put into a text, where they say it is, and how a run is judged."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from corpus import default_rules
from seeding.classes import all_classes
from seeding.relations import Relation, read_relations
from seeding.score import judge, make_base
from seeding.seed import Seed, SeedClass
from seeding.wordings import WordingFault, read_classes

BODY = "{}工作稳步推进。镇党委逐村逐户摸清底数，成立{}个专班，"
BODY += "把任务落实到人，把责任压实到岗，全年未出现大的反复，群众反映良好。"
NAMES = ("农业", "工业", "生态", "民生", "党建")
SECTIONS = (
    f"\n\n{'一二三四五'[k]}、{name}工作\n\n{BODY.format(name, k + 2)}"
    for k, name in enumerate(NAMES)
)
TEXT = f"柳河镇2024年工作总结{''.join(SECTIONS)}\n"
RULES = default_rules(["SEQ", "PLH"])
BASE = make_base("draft", TEXT, RULES)


@pytest.mark.parametrize("chosen", [*all_classes()], ids=lambda chosen: chosen.name)
def test_places_lie_in_the_text_and_look_alikes_have_none(chosen: SeedClass) -> None:
    for makers, wrong in ((chosen.wrong, True), (chosen.right, False)):
        for number, make in enumerate(makers):
            seed = make(BASE.text, BASE.facts, random.Random(number))
            if seed is not None:
                assert seed.text != BASE.text
                assert bool(seed.places) == wrong
                assert all(0 <= start < end <= len(seed.text) for start, end in seed.places)


def test_names_of_classes_are_their_own() -> None:
    names = [chosen.name for chosen in all_classes()]
    assert len(names) == len({*names})


def test_a_fault_at_its_place_is_a_hit() -> None:
    at = TEXT.index("三、")
    outcome = judge(BASE, Seed(TEXT.replace("三、", "四、", 1), ((at, at + 2),), ("SEQ",)), RULES)
    assert outcome.hit


def test_a_fault_of_another_rule_is_none() -> None:
    at = TEXT.index("三、")
    outcome = judge(BASE, Seed(TEXT.replace("三、", "四、", 1), ((at, at + 2),), ("PLH",)), RULES)
    assert not outcome.hit


def test_what_is_found_elsewhere_is_no_hit() -> None:
    outcome = judge(BASE, Seed(TEXT.replace("三、", "四、", 1), ((0, 2),), ("SEQ",)), RULES)
    assert not outcome.hit
    assert {d.code[:3] for d in outcome.stray} == {"SEQ"}


def test_an_unmarked_wrong_wording_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text("[some-class] PLH\n- 没有标出错处。\n", encoding="utf-8")
    with pytest.raises(WordingFault, match=r"odd\.txt:2"):
        list(read_classes(path))


@pytest.mark.parametrize("relation", [*read_relations()], ids=lambda relation: relation.name)
def test_every_wording_of_a_relation_says_its_figures(relation: Relation) -> None:
    """A wording that names a figure that nobody draws fails; wrong passages are other ones."""
    assert relation.wordings
    for wording in relation.wordings:
        only = relation._replace(wordings=(wording,))
        right, wrong = (
            {only.passage(random.Random(n), wrong=wrong) for n in range(9)}
            for wrong in (False, True)
        )
        assert all(text.count("⟦") == text.count("⟧") == 1 for text in right | wrong)
        assert not right & wrong
