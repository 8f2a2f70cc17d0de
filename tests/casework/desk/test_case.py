"""One case on the desk: the answer to a call, the dates, the people, the papers and the diary."""

from datetime import timedelta

from casework.actions import carry_out
from casework.actions.advice import ask_for_advice
from casework.actions.joining import name_the_lead_professional
from casework.actions.lateness import record_an_excuse
from casework.actions.messages import write_to_the_council
from casework.actions.request import add_a_document, record_consent
from casework.actions.upkeep import add_a_note, strike_out_an_entry
from casework.commands.sweep import sweep
from casework.story import consent_record
from tests.casework.desk.desk_makers import (
    ASH,
    ASKED,
    ASSESSED,
    JO,
    LEILA,
    PRIYA,
    SAM,
    SERVED,
    SLT,
    asked,
    assessing,
    counting,
    page,
    served,
)


def whole(desk, ref, actor=JO, more=""):
    """The page of a case."""
    return page(desk.client(actor), f"/desk/case/{ref}{more}")


def card(shown) -> str:
    """The card for answering a call, in words."""
    return shown.main.of("gd-card")[0].text


def test_the_top_answers_a_call(desk):
    desk.turn_to(ASSESSED)
    ref = assessing(desk)
    call = {"kind": "telephone call", "with": "Leila Amin", "words": "She asked when the therapist will come."}
    carry_out(desk.office, JO, add_a_note, ref, note=call)
    shown = whole(desk, ref)
    assert shown.h1 == "Amira Amin" and "7 years old, Year 3, Elm Park Primary School" in shown.text
    said = card(shown)
    for words in (
        "Getting advice, step 2 of 5",
        "Jo Marsh, caseworker, since Mon 2 February 2026",
        "Speech and language sends its advice by Mon 16 March 2026",
        "Mon 22 June 2026",
        "Telephone call with Leila Amin, Mon 2 March 2026",
        "She asked when the therapist will come.",
        "Leila Amin parent",
        "01632 960101",
    ):
        assert words in said, words


def test_what_to_mind_stands_beside_the_family(desk):
    ref = asked(desk)
    kept = {"name": "note.pdf", "what": "A note from school", "digest": "d" * 64}
    carry_out(desk.office, JO, add_a_document, ref, document=kept, kept_from=("parent",))
    refused_ = consent_record("photo", "no", ASKED, told_how="by telephone")
    carry_out(desk.office, JO, record_consent, ref, consent=refused_)
    said = whole(desk, ref).main.of("gd-markers")[0].text
    assert "Do not mention “A note from school” to the parent" in said
    assert "Use your photo in the plan and the profile: the family said no" in said


def test_late_advice_is_one_line_on_the_card_and_each_is_in_the_table(desk):
    desk.turn_to(ASSESSED + timedelta(weeks=3))
    ref = assessing(desk)
    said = whole(desk, ref)
    assert "Speech and language: Full advice, 7 days late" in card(said)
    assert "7 days late" in said.main.of("gt-table")[0].text


def test_duties_stand_late_coming_and_past_each_with_its_reason(desk):
    desk.turn_to(ASKED + timedelta(weeks=7))
    ref = assessing(desk)
    carry_out(desk.on(ASSESSED), JO, name_the_lead_professional, ref, person=ASH.id)
    shown = whole(desk, ref)
    assert shown.headings(3)[:1] == ["Coming"]
    assert "Decide whether a plan is needed by Mon 25 May 2026" in shown.text
    assert "within 16 weeks of getting the request" in shown.text and "The law: reg 10(1)" in shown.text
    assert "Past: 4 duties" in shown.text and "Met on Mon 2 March 2026" in shown.text
    desk.turn_to(ASKED + timedelta(weeks=17))
    assert "Late" in whole(desk, ref).headings(3)


def test_an_excuse_is_said_beside_a_date_that_stays(desk):
    ref = asked(desk)
    details = {"duty": "ASSESS_DECISION_6W", "about": "", "ground": "away for 4 weeks or more"}
    carry_out(desk.on(ASSESSED), JO, record_an_excuse, ref, evidence={"words": "Abroad from 1 February."}, **details)
    said = whole(desk, ref).text
    assert "by Mon 16 March 2026" in said and "late, excused" in said.casefold()
    assert "Excused: away for 4 weeks or more. Accepted on Mon 2 March 2026." in said


def test_only_what_may_be_done_now_is_offered_and_the_rest_says_why(desk):
    desk.turn_to(ASSESSED)
    ref = asked(desk)
    deeds = whole(desk, ref).main.of("gd-deeds")[0].text
    assert "Decide whether to assess" in deeds and "Tell health, social care and the school" in deeds
    assert "We can ask for advice once we have agreed to assess." in deeds
    assert "Give it to a caseworker" not in deeds


def test_a_case_nobody_has_is_given_away_first(desk):
    ref = asked(desk, officer=None)
    assert "Give it to a caseworker" in whole(desk, ref).links


def test_the_diary_is_told_newest_first_with_names(desk):
    ref = asked(desk)
    carry_out(desk.office, SAM, name_the_lead_professional, ref, person=PRIYA.id)
    shown = whole(desk, ref)
    told = [entry.text for entry in shown.main.of("gt-diary__title")]
    assert told[0] == "Priya Nair became the lead professional"
    assert told[-1] == "A parent asked for an assessment"
    assert "Sam Reed" in shown.main.of("gt-diary__day")[0].text


def test_rungs_climbed_together_are_one_line(own_desk):
    ref = assessing(own_desk)
    more = {"advice": "medical_paediatric", "service": "community-paediatrics", "agency": "health"}
    from_day = ASSESSED + timedelta(days=15)
    carry_out(own_desk.on(ASSESSED), JO, ask_for_advice, ref, **more)
    sweep(own_desk.on(from_day), from_day)
    own_desk.turn_to(from_day)
    titles = [each.text for each in whole(own_desk, ref).main.of("gt-diary__title")]
    assert any("Community paediatrics and Speech and language late: level 1" in title for title in titles), titles


def test_a_long_diary_shows_its_newest_and_all_when_asked(desk):
    ref = asked(desk)
    for number in range(60):
        carry_out(desk.office, JO, add_a_note, ref, note={"kind": "note", "words": f"Note {number}."})
    shown = whole(desk, ref)
    assert len(shown.main.of("gt-diary__title")) == 50 and "Note 59." in shown.text and "Note 0." not in shown.text
    everything = page(desk.client(JO), shown.link("Show all"))
    assert "Note 0." in everything.text and "Show all" not in " ".join(everything.links)


def test_the_case_as_we_knew_it_at_the_end_of_a_day(desk):
    ref = assessing(desk)
    before = whole(desk, ref, more="?as-of=2026-02-20")
    assert "as we knew it at the end of Fri 20 February 2026" in before.text
    assert "Deciding whether to assess" in before.text and "We asked Speech and language" not in before.text
    assert not before.main.of("gd-deeds") and "Strike out" not in " ".join(before.links)
    assert "We knew nothing" in whole(desk, ref, more="?as-of=2026-01-01").text.replace("we knew", "We knew")
    for odd in ("2030-01-01", "yesterday", "2026-02-31"):
        assert "as we knew it" not in whole(desk, ref, more=f"?as-of={odd}").text.split("See the case")[0]


def test_an_entry_struck_out_stays_and_says_so(desk):
    ref = asked(desk)
    number = carry_out(desk.office, JO, add_a_note, ref, note={"kind": "note", "words": "Wrong child."}).n
    carry_out(desk.office, JO, strike_out_an_entry, ref, number=number, reason="Meant for another case.")
    shown = whole(desk, ref)
    assert "(struck out)" in shown.text and "Meant for another case." in shown.text and "Wrong child." in shown.text


def test_messages_letters_and_people_are_there(desk):
    desk.turn_to(SERVED)
    ref = served(desk)
    carry_out(desk.office, LEILA, write_to_the_council, ref, sender=LEILA.id, words="Thank you for the draft.")
    shown = whole(desk, ref)
    assert "Thank you for the draft." in card(shown)
    assert "The family has until Mon 25 May 2026 to reply to the draft." in card(shown)
    for words in ("Draft plan", "We will assess", "Request received", "to Leila Amin"):
        assert words in shown.text, words
    people = next(table for table in shown.main.of("gt-table") if "In what capacity" in table.text).text
    assert "Elm Park Primary School" in people and "to give advice: Speech and language therapy" in people


def test_the_story_is_there_to_read(desk):
    ref = asked(desk)
    shown = page(desk.client(JO), f"/desk/case/{ref}/story")
    assert "Amira loves boats." in shown.text and "1 minute to read" in shown.text


def test_a_case_of_somebody_else_is_not_found(desk):
    ref = asked(desk, officer=PRIYA)
    assert desk.client(JO).get(f"/desk/case/{ref}").status_code == 404
    assert desk.client(LEILA).get(f"/desk/case/{ref}").status_code == 404
    assert desk.client(JO).get("/desk/case/EHC-1999-9999").status_code == 404
    assert whole(desk, ref, SAM).h1 == "Amira Amin"


def test_a_page_asks_as_many_questions_for_a_long_diary_as_for_a_short_one(desk):
    numbers = []
    for entries in (1, 45):
        ref = asked(desk)
        for _ in range(entries):
            carry_out(desk.office, JO, add_a_note, ref, note={"kind": "note", "words": "A note."})
        client = desk.client(JO)
        with counting() as statements:
            page(client, f"/desk/case/{ref}")
        numbers.append(len(statements))
    assert numbers[0] == numbers[1] <= 20


def test_what_advice_said_late_is_shown_with_its_promise(desk):
    ref = assessing(desk)
    shown = page(desk.client(JO), f"/desk/case/{ref}/advice/{SLT}")
    assert "Nothing has come in yet." in shown.text and "would tell the author" in shown.text
