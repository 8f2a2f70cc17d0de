"""Whom to ask: everyone regulation 6 names for this child, and anyone the family reasonably asks for."""

from datetime import date

import pytest

from casework.advising import offered, types
from casework.record.child import Child
from casework.tables import rows

TODAY = date(2026, 3, 3)


def asked(born, answers=None, **child):
    return offered(Child("Sam", born=born, **child), answers or {}, TODAY)


def advice(born, answers=None, **child):
    return [offer.advice for offer in asked(born, answers, **child)]


def test_a_schoolchild_with_nothing_special_in_the_story():
    assert advice("2017-05-04") == [
        "education_setting", "educational_psychology", "medical_paediatric", "school_nursing", "social_care_early_help",
    ]  # fmt: skip


def test_a_child_at_nursery_is_asked_about_there_and_by_the_health_visitor():
    offers = asked("2022-10-04")
    assert [offer.advice for offer in offers][0] == "early_years_setting"
    assert "health visiting" in [offer.service for offer in offers]
    assert "school nursing" not in [offer.service for offer in offers]


def test_from_year_nine_adult_life_is_asked_about():
    assert "preparing_for_adulthood" not in advice("2012-08-31", year_group="Year 8")
    assert "preparing_for_adulthood" in advice("2011-10-04")


def test_a_young_adult_is_asked_about_by_adult_services_and_the_gp():
    offers = {offer.advice: offer.service for offer in asked("2006-05-04")}
    assert offers["education_setting"] == "college"
    assert offers["medical_paediatric"] == "general practice"
    assert "adult_social_care" in offers
    assert "social_care_early_help" not in offers and "school_nursing" not in offers


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("She has worn hearing aids since she was four.", "sensory_hi"),
        ("He is Deaf and uses BSL.", "sensory_hi"),
        ("He had grommets twice.", "sensory_hi"),
        ("She is registered partially sighted.", "sensory_vi"),
        ("He has a visual impairment.", "sensory_vi"),
    ],
)
def test_hearing_and_vision_bring_a_teacher_qualified_in_them(words, kind):
    offers = [offer for offer in asked("2017-05-04", {"hard_physical": words}) if offer.advice == kind]
    assert [offer.regulation for offer in offers] == ["SEND Regs reg 6(2)"]


def test_hearing_and_vision_together_bring_one_teacher_qualified_in_both():
    found = advice("2017-05-04", {"hard_physical": "He is deaf and partially sighted."})
    assert "sensory_msi" in found and "sensory_hi" not in found and "sensory_vi" not in found


def test_colour_blindness_is_not_a_vision_impairment():
    assert "sensory_vi" not in advice("2017-05-04", {"story": {"words": "He is colour blind."}})


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Speech therapist at the clinic", "speech_language"),
        ("We saw SLT last year", "speech_language"),
        ("An occupational therapist came", "occupational_therapy"),
        ("the OT said so", "occupational_therapy"),
        ("physio on Mondays", "physiotherapy"),
        ("CAMHS closed it", "camhs_ewmhs"),
        ("the autism outreach team", "specialist_teacher"),
    ],
)
def test_a_service_named_in_the_story_is_offered_with_its_words(words, kind):
    offers = [each for each in asked("2017-05-04", {"people_involved": [{"name": words}]}) if each.advice == kind]
    assert len(offers) == 1 and words[-12:] in offers[0].why


def test_a_word_that_only_looks_like_a_service_is_not_one():
    assert "occupational_therapy" not in advice("2017-05-04", {"love": "He got a lot of joy, not much else."})


@pytest.mark.parametrize(
    "answers",
    [
        {"looked_after": "yes"},
        {"your_relationship": "foster carer"},
        {"story": {"words": "Our social worker is Di."}},
        {"care": "child in need"},
    ],
)
def test_a_child_a_social_worker_knows_is_asked_about_there(answers):
    found = advice("2017-05-04", answers)
    assert "social_care_cwd" in found and "social_care_early_help" not in found


def test_no_or_prefer_not_to_say_is_not_known_to_social_care():
    assert "social_care_early_help" in advice("2017-05-04", {"looked_after": "no"})


def test_a_parent_in_the_armed_forces_brings_their_education_service():
    offers = [each for each in asked("2017-05-04", {"armed_forces": "yes"}) if each.service == "armed forces education"]
    assert [offer.regulation for offer in offers] == ["SEND Regs reg 6(1)(b)(iv)"]


def test_anyone_the_family_asks_for_is_offered_by_name_and_right():
    answers = {"ask_also": [{"name": "Jane Hill, private physio"}, {"name": "Her swimming teacher"}, {"name": " "}]}
    offers = [offer for offer in asked("2017-05-04", answers) if offer.asked_for]
    assert [(offer.advice, offer.name) for offer in offers] == [
        ("physiotherapy", "Jane Hill, private physio"),
        ("other_or_independent", "Her swimming teacher"),
    ]
    assert {offer.regulation for offer in offers} == {"SEND Regs reg 6(1)(h)"}


def test_a_service_both_named_and_asked_for_is_offered_once():
    answers = {"story": {"words": "Physio helped."}, "ask_also": [{"name": "Jane from physio"}]}
    offers = [offer for offer in asked("2017-05-04", answers) if offer.advice == "physiotherapy"]
    assert [offer.asked_for for offer in offers] == [True]


def test_a_child_whose_age_we_do_not_know_is_offered_everybody_rather_than_nobody():
    found = advice("")
    assert {"early_years_setting", "education_setting", "adult_social_care", "preparing_for_adulthood"} <= set(found)


def test_every_row_names_a_type_a_regulation_and_a_reason():
    known = {each.id: each.agency for each in types()}
    for row in rows("advisers"):
        assert row["advice"] in known and "reg 6" in row["regulation"]
        assert row["why"] and row["who"] and row["service kind"]
        assert (row["only if"] == "named") == bool(row["words"])
