"""A first response says what will follow, or why nothing will, and on what basis."""

import pytest

from casework.advising import (
    check_first_response,
    closes,
    countersigner,
    first_responses,
    needs_acceptance,
    needs_countersign,
    says_none,
    to_accept,
    types,
)
from casework.errors import Refusal

NOT_KNOWN = {
    "systems": "SystmOne and the referral list",
    "searched_on": "2026-03-04",
    "need_suggested": "no",
    "better_placed": "The community paediatrician",
    "can_assess": "Yes, on 20 March",
}
SOCIAL = {
    "conversation_on": "2026-03-04",
    "with_whom": "Sam's mother",
    "home_life": "Sam sleeps well and swims on Saturdays.",
    "offered": "Short breaks were offered and declined.",
}
each_type = pytest.mark.parametrize("kind", [each.id for each in types()])


def codes(kind):
    return [response.code for response in first_responses(kind)]


def test_full_advice_comes_first_except_for_families():
    assert codes("speech_language")[0] == "detailed_to_follow"
    assert "misdirected" in codes("speech_language") and "legal_exception" in codes("speech_language")
    assert codes("parent_carer") == ["nothing_to_add", "prefer_to_talk"]


@each_type
def test_every_answer_has_a_label_and_knows_what_it_needs(kind):
    for response in first_responses(kind):
        assert response.label
        assert bool(response.countersigner) == response.countersign
        assert not (response.countersign and not response.accept)
        for field in response.needs:
            assert field.label and (field.options or field.kind != "select")


@pytest.mark.parametrize(
    "kind", ["education_setting", "educational_psychology", "social_care_cwd", "preparing_for_adulthood"]
)
def test_advice_the_law_always_needs_cannot_be_closed_by_saying_nothing(kind):
    closing = {response.code for response in first_responses(kind) if response.closes}
    assert closing == {"existing_advice_sufficient"}
    with pytest.raises(Refusal) as refused:
        check_first_response(kind, "not_known_to_service", NOT_KNOWN)
    assert refused.value.field == "response" and "cannot close" in refused.value.sentence


def test_an_answer_with_all_it_needs_is_taken():
    check_first_response("speech_language", "not_known_to_service", NOT_KNOWN)
    check_first_response("social_care_early_help", "no_social_care_needs_found", SOCIAL)
    check_first_response("speech_language", "detailed_to_follow", {"expected": "2026-03-17", "author": "Jo Lee"})


@pytest.mark.parametrize("name", list(NOT_KNOWN))
def test_a_nil_return_says_what_was_searched_when_and_who_would_know_better(name):
    with pytest.raises(Refusal) as refused:
        check_first_response("speech_language", "not_known_to_service", NOT_KNOWN | {name: "  "})
    assert refused.value.field == name and refused.value.sentence.startswith("Answer the question “")


@pytest.mark.parametrize(
    ("name", "said", "sentence"),
    [
        ("searched_on", "31 February", "Give a real date for “When did you search"),
        ("searched_on", "2026-02-31", "Give a real date"),
        ("need_suggested", "perhaps", "Choose one of the answers"),
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused_beside_its_question(name, said, sentence):
    with pytest.raises(Refusal, match=sentence) as refused:
        check_first_response("speech_language", "not_known_to_service", NOT_KNOWN | {name: said})
    assert refused.value.field == name


def test_a_confirmation_is_a_yes():
    answers = {"report": "EP report", "report_date": "2025-11-02", "author_agrees": "no", "family_agrees": "yes"}
    with pytest.raises(Refusal, match="Confirm:"):
        check_first_response("speech_language", "existing_advice_sufficient", answers)
    check_first_response("speech_language", "existing_advice_sufficient", answers | {"author_agrees": "yes"})


def test_not_known_is_no_answer_to_a_family_who_asked():
    with pytest.raises(Refusal, match="asked for this advice"):
        check_first_response("speech_language", "not_known_to_service", NOT_KNOWN, asked_for=True)
    check_first_response(
        "speech_language", "detailed_to_follow", {"expected": "2026-03-17", "author": "Jo"}, asked_for=True
    )


def test_a_waiting_list_is_not_among_the_legal_exceptions():
    [exception] = [each for each in first_responses("camhs_ewmhs") if each.code == "legal_exception"]
    assert [choice.value for choice in exception.needs[0].options] == [
        "exceptional_circumstances", "absence", "missed_appointment",
    ]  # fmt: skip
    assert not exception.closes


def test_health_that_found_nothing_is_countersigned_and_accepted():
    assert closes("medical_paediatric", "no_health_needs_found")
    assert needs_countersign("medical_paediatric", "no_health_needs_found")
    assert needs_acceptance("medical_paediatric", "no_health_needs_found")
    assert "designated medical officer" in countersigner("medical_paediatric", "no_health_needs_found")


def test_a_promise_of_full_advice_closes_nothing_and_needs_nobodys_name():
    assert not closes("speech_language", "detailed_to_follow")
    assert not needs_countersign("speech_language", "detailed_to_follow")
    assert countersigner("speech_language", "detailed_to_follow") == ""


def test_existing_advice_is_enough_only_when_three_people_are_satisfied():
    sentences = to_accept("educational_psychology", "existing_advice_sufficient")
    assert len(sentences) == 2 and "council" in sentences[0] and "parent or the young person" in sentences[1]
    assert to_accept("educational_psychology", "detailed_to_follow") == ()


def test_a_nil_return_gives_the_plan_its_words():
    letters, words = says_none("social_care_early_help", "no_social_care_needs_found", SOCIAL, "Lee Day, early help")
    assert letters == ("D", "H1", "H2")
    assert words == (
        "Lee Day, early help talked with Sam's mother on 4 March 2026 and found no social care needs linked to "
        "special educational needs or a disability. Short breaks were offered and declined."
    )


def test_not_knowing_a_child_says_nothing_about_their_needs():
    assert says_none("speech_language", "not_known_to_service", NOT_KNOWN, "Jo Lee") == ((), "")
