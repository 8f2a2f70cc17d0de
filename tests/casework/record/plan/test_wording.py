"""Provision reads as one sentence that a teaching assistant can act on."""

import pytest

from tests.casework.content_makers import a_provision

WHOLE = (
    "A speech and language therapist (HCPC registered) will teach Sam to ask for help with her talker "
    "once a week for 30 minutes, one to one, in a quiet room, for 38 weeks a year, "
    "from the date of the final plan until 31 July 2027."
)


def test_the_whole_promise_in_one_sentence():
    assert a_provision().sentence() == WHOLE


@pytest.mark.parametrize(
    ("times", "period", "minutes", "words"),
    [
        (1, "day", 30, " once a day for 30 minutes,"),
        (2, "week", 30, " twice a week for 30 minutes each time,"),
        (3, "fortnight", 60, " three times a fortnight for 1 hour each time,"),
        (1, "half_term", 90, " once every half term for 1 hour 30 minutes,"),
        (4, "term", 120, " four times a term for 2 hours each time,"),
        (12, "year", 45, " 12 times a year for 45 minutes each time,"),
        (1, "once", 45, " once for 45 minutes,"),
        (6, "once", 45, " six times in all for 45 minutes each time,"),
        (1, "week", None, " once a week,"),
        (2, "week", None, " twice a week,"),
        (1, "week", 1, " once a week for 1 minute,"),
        (1, "week", 61, " once a week for 1 hour 1 minute,"),
        (None, "", None, " with her talker, one to one,"),
    ],
)
def test_how_often_and_how_long(times, period, minutes, words):
    assert words in a_provision(times=times, period=period, minutes=minutes).sentence()


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        ("1:1", ", one to one,"),
        ("1:2", ", in a pair with one adult,"),
        ("1:4", ", in a group of four with one adult,"),
        ("2:8", ", in a group of eight with two adults,"),
        ("2:1", ", with two adults,"),
        ("1 to 30", ", in a group of 30 with one adult,"),
        ("In a group of 3", ", in a group of 3,"),
    ],
)
def test_how_many_with_how_many(ratio, words):
    assert words in a_provision(ratio=ratio).sentence()


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("SENCO", "The SENCO will teach"),
        ("Class teacher", "The class teacher will teach"),
        ("Educational psychologist", "An educational psychologist will teach"),
        ("HLTA trained in Makaton", "An HLTA trained in Makaton will teach"),
        ("SLT", "An SLT will teach"),
        ("NVQ level 3 assistant", "An NVQ level 3 assistant will teach"),
        ("ELSA", "An ELSA will teach"),
        ("University tutor", "A university tutor will teach"),
        ("Teaching assistants trained by the therapist", "Teaching assistants trained by the therapist will teach"),
        ("Two teaching assistants", "Two teaching assistants will teach"),
        ("The school nurse", "The school nurse will teach"),
        ("a mentor", "A mentor will teach"),
        ("Members of the team", "Members of the team will teach"),
        ("Staff who know British Sign Language", "Staff who know British Sign Language will teach"),
        ("", "Teach Sam to ask for help"),
    ],
)
def test_who_does_it_reads_as_english(who, words):
    assert a_provision(who=who).sentence().startswith(words)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("Will teach Sam to read.", "The SENCO will teach Sam to read once"),
        ("to teach Sam to read", "The SENCO will teach Sam to read once"),
        ("a sloping desk", "The SENCO will provide a sloping desk once"),
        ("Speech and language therapy", "The SENCO will provide speech and language therapy once"),
        ("Training for lunchtime staff", "The SENCO will provide training for lunchtime staff once"),
        ("Training lunchtime staff", "The SENCO will be responsible for training lunchtime staff once"),
        ("Bring Sam to the door", "The SENCO will bring Sam to the door once"),
        ("Sam will be taught to read", "Sam will be taught to read, by the SENCO, once"),
        ("The SENCO will teach Sam to read", "The SENCO will teach Sam to read once"),
        ("BSL lessons", "The SENCO will provide BSL lessons once"),
    ],
)
def test_what_they_do_follows_from_who_they_are(what, words):
    assert a_provision(what=what, who="SENCO").sentence().startswith(words)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("home", ", at home,"),
        ("Community", ", in the community,"),
        ("maths lessons", ", in maths lessons,"),
        ("all lessons", ", in all lessons,"),
        ("at the swimming pool", ", at the swimming pool,"),
        ("Elm Park School", ", at Elm Park School,"),
        ("empty classroom", ", in an empty classroom,"),
        ("", "one to one, for 38 weeks"),
    ],
)
def test_where_it_happens(where, words):
    assert words in a_provision(where=where).sentence()


@pytest.mark.parametrize(
    ("starts", "until", "words"),
    [
        ("2026-09-01", "2027-07-31", ", from 1 September 2026 until 31 July 2027."),
        ("As soon as the plan is final", "end of Year 6", ", as soon as the plan is final until the end of Year 6."),
        ("September 2026", "Reviewed each term", ", from September 2026; reviewed each term."),
        ("", "until Sam moves school", ", until Sam moves school."),
        ("from Monday", "", ", from Monday."),
        ("", "", ", for 38 weeks a year."),
    ],
)
def test_from_when_and_until_when(starts, until, words):
    assert a_provision(starts=starts, until=until).sentence().endswith(words)


def test_weeks_are_said_only_where_they_are_counted():
    assert "weeks" not in a_provision(period="term").sentence()
    assert "for 1 week a year" in a_provision(weeks=1).sentence()


def test_equipment_stays_and_is_not_given_once():
    desk = a_provision(kind="equipment", what="a sloping desk", minutes=None, ratio="", weeks=None, period="once")
    assert desk.sentence().startswith(
        "A speech and language therapist (HCPC registered) will provide a sloping desk, in"
    )
    assert " every day," in a_provision(kind="environment", period="day", minutes=None).sentence()
    assert " once a term," in a_provision(kind="equipment", period="term", minutes=None).sentence()
