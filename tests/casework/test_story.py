"""The story is asked once, at any of four doors, and what must be asked is very little."""

from datetime import date

import pytest

from casework.errors import GapInOurTables, Refusal
from casework.story import (
    addition_of,
    check_before_sending,
    communication_of,
    consent_record,
    consents,
    consents_of,
    doors,
    equality_of,
    identity_of,
    minutes_to_read,
    missing,
    people_of,
    private_of,
    questions,
    story_lines,
    story_of,
)

TODAY = date(2026, 1, 31)
NINE = {
    "intent": "yes",
    "child_first_name": "Samira",
    "child_last_name": "Okafor",
    "child_dob": "2017-05-04",
    "child_address": {"line_1": "1 Sea Road", "line_2": "", "town": "Saltmarsh", "postcode": "SM1 1AA"},
    "your_name": "Ada Okafor",
    "your_relationship": "mother",
    "your_contact": {"phone": "07700 900123", "email": "ada@home.example"},
    "check_send": "yes",
}
SCHOOL = {
    "setting_id": {"setting": "100001", "name": "Elm Park School"},
    "person": {"name": "Di Moss", "role": "SENCO", "email": "di@elmpark.example"},
    "child": {
        "first_name": "Samira",
        "last_name": "Okafor",
        "dob": "2017-05-04",
        "address": {"line_1": "1 Sea Road", "town": "Saltmarsh", "postcode": "SM1 1AA"},
        "upn": "A123 456 789 012",
    },
    "family": {"name": "Ada Okafor", "relationship": "mother", "email": "ada@home.example"},
    "head_agrees": "Pat Lee, head teacher",
    "check_send": "yes",
}
NURSE = {
    "route": "section 23",
    "you": {"name": "Jo Lee", "role": "Health visitor", "organisation": "Saltmarsh NHS", "email": "jo@nhs.example"},
    "child": {**SCHOOL["child"], "dob": "2023-05-04", "upn": ""},
    "told_family": {"told": "yes", "when": "2026-01-20", "talked": "yes"},
    "why": "She does not yet use words.",
    "check_send": "yes",
}


def test_a_parent_must_answer_nine_questions_and_no_more():
    assert [asked.field for asked in questions("parent") if asked.required] == list(NINE)
    assert missing("parent", NINE) == ()
    check_before_sending("parent", NINE)


@pytest.mark.parametrize("field", list(NINE))
def test_each_of_the_nine_is_asked_for_beside_its_question(field):
    with pytest.raises(Refusal, match="before you send this") as refused:
        check_before_sending("parent", NINE | {field: ""})
    assert refused.value.field == field


def test_an_address_needs_its_lines_and_a_contact_needs_one_way():
    assert [asked.field for asked in missing("parent", NINE | {"child_address": {"line_1": "1 Sea Road"}})] == [
        "child_address"
    ]
    assert [asked.field for asked in missing("parent", NINE | {"your_contact": {"prefer": "phone"}})] == [
        "your_contact"
    ]
    assert missing("parent", NINE | {"your_contact": {"post": "yes"}}) == ()


@pytest.mark.parametrize("door", doors())
def test_no_evidence_is_ever_a_condition(door):
    kinds = {asked.kind for asked in questions(door) if asked.required}
    assert "files" not in kinds and "repeat" not in kinds and "multimodal" not in kinds


@pytest.mark.parametrize("door", doors())
def test_sending_is_the_last_question_and_asking_the_first(door):
    asked = questions(door)
    assert asked[-1].field == "check_send" and asked[-1].required
    assert [each.order for each in asked] == list(range(1, len(asked) + 1))
    assert len({each.slug for each in asked}) == len(asked)


def test_a_young_person_is_spoken_to_as_themselves():
    told = {"about your child", "your child", "their", "they "}
    for asked in questions("young_person"):
        assert not any(words in asked.label.lower() for words in told), asked.label


def test_the_child_is_known_from_what_a_parent_says():
    child = identity_of("parent", NINE | {"nhs_number": "999 000 0018", "setting": {"name": "Elm Park School"}})
    assert child == {
        "first_name": "Samira",
        "last_name": "Okafor",
        "preferred_name": "",
        "born": "2017-05-04",
        "upn": "",
        "nhs_number": "9990000018",
        "address": "1 Sea Road\nSaltmarsh\nSM1 1AA",
        "setting_name": "Elm Park School",
        "year_group": "",
        "pronouns": "",
    }


def test_the_child_is_known_from_every_other_door_too():
    school = identity_of("setting", SCHOOL)
    assert (school["first_name"], school["born"], school["upn"]) == ("Samira", "2017-05-04", "A123456789012")
    assert school["address"] == "1 Sea Road\nSaltmarsh\nSM1 1AA" and school["setting_name"] == "Elm Park School"
    assert identity_of("professional", NURSE)["born"] == "2023-05-04"
    young = {"name": {"first_name": "Sam", "last_name": "Lee"}, "dob": "2008-05-04", "preferred_name": "Sammy"}
    assert identity_of("young_person", young)["preferred_name"] == "Sammy"
    assert identity_of("young_person", young)["last_name"] == "Lee"


def test_the_story_holds_what_was_told_and_not_who_told_it():
    answers = NINE | {
        "love": "Her laugh.",
        "ethnicity": "prefer not to say",
        "language": "Somali",
        "keep_private": "Where we live.",
        "hard_learning": "",
    }
    assert story_of("parent", answers) == {
        "door": "parent",
        "told_by": "a parent or carer",
        "answers": {"love": "Her laugh."},
    }
    assert communication_of("parent", answers) == {"language": "Somali"}
    assert equality_of("parent", answers) == {"ethnicity": "prefer not to say"}
    assert private_of("parent", answers) == {"keep_private": "Where we live."}


def test_every_question_is_kept_in_one_record():
    kept = {"identity", "people", "story", "communication", "sharing", "equality", "private", "request"}
    for door in doors():
        assert {asked.kept_in for asked in questions(door)} <= kept


def test_nobody_it_would_be_unsafe_to_write_to_is_among_the_people():
    unsafe = {"write": "no, it would not be safe", "name": "Ben", "email": "ben@home.example"}
    assert [person["name"] for person in people_of("parent", NINE | {"other_parent": unsafe})] == ["Ada Okafor"]
    assert "Ben" not in str(story_of("parent", NINE | {"other_parent": unsafe}))


def test_those_who_asked_join_now_and_others_after_an_officer_has_checked():
    answers = NINE | {
        "other_parent": {"write": "yes", "name": "Ben Okafor", "relationship": "father"},
        "supporter": {"name": "Mo", "organisation": "SENDIASS", "may_speak": "yes", "phone": "01632 960001"},
    }
    people = people_of("parent", answers)
    assert [(each["name"], each["capacity"], each["invite"]) for each in people] == [
        ("Ada Okafor", "parent", "now"),
        ("Ben Okafor", "parent", "after checking"),
        ("Mo", "supporter", "after checking"),
    ]
    assert people[0]["email"] == "ada@home.example" and people[2]["phone"] == "01632 960001"


def test_a_supporter_we_may_not_speak_to_is_not_joined():
    assert len(people_of("parent", NINE | {"supporter": {"name": "Mo", "may_speak": "ask me each time"}})) == 1


def test_a_school_joins_as_the_setting_and_the_family_after_checking():
    people = people_of("setting", SCHOOL)
    assert [(each["capacity"], each["setting"], each["invite"]) for each in people] == [
        ("setting attended", "100001", "now"),
        ("parent", "", "after checking"),
    ]


def test_a_professional_joins_no_case_by_telling_us():
    assert [(each["name"], each["capacity"], each["invite"]) for each in people_of("professional", NURSE)] == [
        ("Jo Lee", "", "no")
    ]


def test_a_health_notice_waits_until_the_parent_was_told():
    check_before_sending("professional", NURSE)
    for told in ({"told": "no"}, {"told": "yes", "talked": "no"}, {"told": "yes"}):
        with pytest.raises(Refusal, match="tell the parent first") as refused:
            check_before_sending("professional", NURSE | {"told_family": told})
        assert refused.value.field == "told_family"


def test_where_telling_is_unsafe_safeguarding_comes_first():
    with pytest.raises(Refusal, match="safeguarding procedure") as refused:
        check_before_sending("professional", NURSE | {"unsafe_to_tell": "yes"})
    assert refused.value.field == "unsafe_to_tell"
    check_before_sending("professional", NURSE | {"unsafe_to_tell": "yes", "route": "attention"})


def test_a_story_reads_in_the_order_it_was_asked():
    story = story_of("parent", {"hopes_future": "A job.", "love": "Her laugh.", "story": {"words": "At two."}})
    assert [(line[0], line[2]) for line in story_lines(story)] == [
        ("About your child", "Her laugh."),
        ("Your story", "At two."),
        ("Hopes", "A job."),
    ]


def test_a_story_takes_at_least_a_minute_to_read_and_then_as_long_as_its_words():
    assert minutes_to_read(story_of("parent", {})) == 1
    assert minutes_to_read(story_of("parent", {"story": {"words": "word " * 401}})) == 3
    assert minutes_to_read(story_of("parent", {"love": "w " * 150}), story_of("parent", {"love": "w " * 150})) == 2


def test_what_is_added_later_is_a_story_too():
    added = addition_of("parent", " We moved house. ", TODAY)
    assert story_lines(added)[0][2] == "We moved house."
    assert added["added_on"] == "2026-01-31"
    with pytest.raises(Refusal, match="Write what you would like to add"):
        addition_of("parent", "  ", TODAY)


def test_consent_is_kept_as_data_with_its_end():
    [record] = consents_of({"share_choices": {"supporter": "yes", "photo": ""}}, TODAY, "on the website")
    assert record == {
        "consent": "supporter",
        "what": "Talk to the person who is helping you",
        "who": "Your helper",
        "why": "So that you do not have to pass on messages",
        "choice": "yes",
        "on": "2026-01-31",
        "until": "2027-01-31",
        "told_how": "on the website",
    }


def test_a_refusal_to_share_is_recorded_like_any_choice():
    assert consent_record("photo", "no", TODAY, told_how="by phone")["choice"] == "no"


def test_a_consent_that_would_end_on_a_day_that_does_not_exist_ends_on_the_last_there_is():
    assert consent_record("private therapist", "yes", date(2026, 8, 31), told_how="by phone")["until"] == "2027-02-28"


def test_a_choice_nobody_offered_is_refused_and_a_consent_nobody_knows_is_a_gap():
    with pytest.raises(Refusal, match="Choose yes, no or ask me each time"):
        consent_record("photo", "perhaps", TODAY, told_how="by phone")
    with pytest.raises(GapInOurTables, match="nothing called shoes"):
        consent_record("shoes", "yes", TODAY, told_how="by phone")


def test_every_consent_says_what_who_and_why_and_can_be_refused():
    for row in consents():
        assert row["what"] and row["who"] and row["why"] and row["young person"]
        assert "no" in row["choices"].split(";") and int(row["months"]) > 0
