"""A draft plan is made from what is already known, and every line says where it came from."""

import json
from datetime import date

import pytest

from casework.drafting import Accepted, draft_plan, name_the_place, plan_from_sections, sections_of
from casework.errors import Refusal
from casework.record.plan import Need, gaps
from casework.story import story_of
from tests.casework.content_makers import NEED, OUTCOME, PROVISION, SAM, a_plan, a_provision, an_advice

STORY = story_of(
    "parent", {"love": "Her laugh.", "child_views": "“I want a friend.”", "hopes_future": "A job she likes."}
)
COACHING = {
    "prov_what": "coach the class teacher",
    "prov_kind": "training_for_adults",
    "prov_ratio": "",
    "prov_who": "Educational psychologist",
    "prov_period": "term",
}


def slt(**changes):
    advice = an_advice(**changes)
    return Accepted("slt-1", "Speech and language therapy advice", "d1", "Jo Lee", "Therapist", "2026-03-04", advice)


def ep(**changes):
    advice = an_advice("educational_psychology", **changes)
    return Accepted("ep-1", "Psychological advice", "d2", "Em Poe", "Psychologist", "2026-03-05", advice)


NOTHING = Accepted(
    "care-1", "Social care", "d3", "Lee Day", says_none=("D", "H1", "H2"), words="Lee Day met Sam's mother on 4 March."
)


def test_section_a_is_the_familys_own_words():
    views = draft_plan(SAM, [STORY], []).views
    assert (views.likes, views.voice, views.hopes_family) == ("Her laugh.", "“I want a friend.”", "A job she likes.")


def test_every_line_keeps_the_sentence_it_came_from():
    plan = draft_plan(SAM, [STORY], [slt()])
    for line, words in (
        (plan.needs[0], NEED["need_text"]),
        (plan.outcomes[0], OUTCOME["outcome_text"]),
        (plan.provisions[0], PROVISION["prov_what"]),
    ):
        [source] = line.sources
        assert (source.advice, source.paper, source.author, source.on, source.words) == (
            "slt-1", "d1", "Jo Lee", "2026-03-04", words,
        )  # fmt: skip


def test_the_same_references_in_two_advices_do_not_meet():
    tired = {"need_text": "Sam tires after an hour."}
    rested = {"outcome_text": "By July 2027 Sam will rest."}
    plan = draft_plan(SAM, [STORY], [slt(), ep(need=tired, outcome=rested, provision=COACHING)])
    assert [need.ref for need in plan.needs] == ["N1", "N2"]
    assert [(line.ref, line.needs, line.outcomes) for line in plan.provisions] == [
        ("P1", ("N1",), ("O1",)),
        ("P2", ("N2",), ("O2",)),
    ]
    assert plan.outcomes[1].needs == ("N2",)


def test_two_advisers_who_say_the_same_make_one_line_with_two_sources():
    plan = draft_plan(
        SAM, [STORY], [slt(), ep(need={"need_text": f"  {NEED['need_text'].upper()}"}, provision=COACHING)]
    )
    assert len(plan.needs) == len(plan.outcomes) == 1
    assert [source.advice for source in plan.needs[0].sources] == ["slt-1", "ep-1"]
    assert [line.needs for line in plan.provisions] == [("N1",), ("N1",)]


def test_help_that_differs_in_amount_stays_two_lines():
    plan = draft_plan(SAM, [STORY], [slt(), ep(provision={"prov_minutes": "45"})])
    assert [line.minutes for line in plan.provisions] == [30, 45]


def test_lines_stand_in_the_order_of_their_sections():
    health = {"need_text": "Sam tires.", "need_plan_section": "C"}
    plan = draft_plan(SAM, [STORY], [slt(need=health, provision={"prov_plan_section": "G"}), ep()])
    assert [(need.ref, need.section) for need in plan.needs] == [("N1", "B"), ("N2", "C")]
    assert [line.section for line in plan.provisions] == ["F", "G"]
    assert plan.provisions[1].needs == ("N2",)


def test_section_k_lists_every_advice_and_every_reply_accepted():
    plan = draft_plan(SAM, [STORY], [slt(), NOTHING])
    assert [(each.about, each.title, each.paper) for each in plan.appendices] == [
        ("slt-1", "Speech and language therapy advice", "d1"),
        ("care-1", "Social care", "d3"),
    ]


def test_a_nil_return_gives_its_words_and_silence_gives_none():
    plan = draft_plan(SAM, [STORY], [slt(), NOTHING])
    assert plan.none_because == {letter: "Lee Day met Sam's mother on 4 March." for letter in ("D", "H1", "H2")}
    missing = {gap.section for gap in gaps(plan, final=False) if gap.check == "nothing said"}
    assert missing == {"C", "G", "J"}


def test_a_nil_return_does_not_speak_over_a_need_somebody_found():
    care = {"need_plan_section": "D", "need_category": "social_care_related_to_sen"}
    plan = draft_plan(SAM, [STORY], [slt(need=care), NOTHING])
    assert "D" not in plan.none_because and "H1" in plan.none_because


def test_a_reason_for_no_provision_goes_with_its_need():
    advice = slt()
    worry = {"need_ref": "N2", "need_text": "Sam worries.", "need_no_provision": "Met by what every school offers."}
    advice.content["needs"].insert(0, NEED | worry)
    plan = draft_plan(SAM, [STORY], [advice])
    [worry] = [need for need in plan.needs if need.text == "Sam worries."]
    assert plan.none_because == {worry.ref: "Met by what every school offers. (Jo Lee)"}


def test_a_draft_has_no_school_in_it():
    assert draft_plan(SAM, [STORY], [slt()]).placement is None


def test_a_draft_from_good_advice_lacks_only_what_an_officer_must_say():
    plan = draft_plan(SAM, [STORY], [slt(), ep(provision=COACHING), NOTHING])
    found = gaps(plan, final=False, on=date(2026, 3, 6), accepted=["slt-1", "ep-1", "care-1"])
    assert {(gap.check, gap.section) for gap in found} == {
        ("nothing said", "C"),
        ("nothing said", "G"),
        ("nothing said", "J"),
    }


def test_a_case_with_nothing_yet_gives_an_empty_draft():
    plan = draft_plan(SAM, [], [])
    assert (plan.needs, plan.outcomes, plan.provisions, plan.appendices, plan.none_because) == ((), (), (), (), {})


def test_the_same_draft_comes_from_the_same_words():
    assert draft_plan(SAM, [STORY], [slt(), ep()]) == draft_plan(SAM, [STORY], [slt(), ep()])


def test_a_plan_is_saved_in_parts_and_put_together_again():
    plan = draft_plan(SAM, [STORY], [slt(), ep(need={"need_text": "Tires.", "need_plan_section": "C"}), NOTHING])
    parts = json.loads(json.dumps(sections_of(plan)))
    assert list(parts) == ["child", "A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]
    assert plan_from_sections(parts) == plan
    assert plan_from_sections(sections_of(a_plan())) == a_plan()


def test_a_reason_for_a_need_is_saved_with_its_section():
    plan = a_plan(none_because={"N1": "Met by the school.", "J": "Not wanted."})
    parts = sections_of(plan)
    health = a_plan(needs=(Need("N1", "C", "health_other", "Sam tires."),), none_because={"N1": "Met by the GP."})
    assert sections_of(health)["C"]["none_because"] == {"N1": "Met by the GP."}
    assert parts["B"]["none_because"] == {"N1": "Met by the school."}
    assert parts["J"]["none_because"] == {"J": "Not wanted."}


def test_a_reason_left_behind_by_a_need_taken_out_is_not_lost():
    plan = a_plan(none_because={"N9": "Met by the school."})
    assert sections_of(plan)["B"]["none_because"] == {"N9": "Met by the school."}
    assert plan_from_sections(sections_of(plan)) == plan


def test_one_part_changed_leaves_the_others_as_they_were():
    parts = sections_of(a_plan())
    parts["C"] = {"needs": [Need("N2", "C", "health_other", "Sam tires.").to_content()]}
    changed = plan_from_sections(parts)
    assert [need.ref for need in changed.needs] == ["N1", "N2"]
    assert changed.provisions == (a_provision(),)
    assert "C" not in changed.none_because


def test_a_part_nobody_knows_is_refused_loudly():
    with pytest.raises(TypeError, match="no part called L"):
        plan_from_sections(sections_of(a_plan()) | {"L": {}})
    with pytest.raises(TypeError, match="nobody can read: colour"):
        plan_from_sections(sections_of(a_plan()) | {"A": {"colour": "red"}})


def test_the_place_is_named_or_its_type_said():
    named = name_the_place(a_plan(placement=None), setting="100001", name="Elm Park School", type="Mainstream school")
    assert gaps(named, final=True) == ()
    assert name_the_place(a_plan(), type="Special school").placement.type == "Special school"
    with pytest.raises(Refusal, match="Name the school or college"):
        name_the_place(a_plan())
