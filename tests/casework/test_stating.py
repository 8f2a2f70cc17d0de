"""Every fact that a letter asks for is stated by somebody, and every letter can be written from a life lived."""

from datetime import date, timedelta

import pytest

from casework import stating
from casework.actions import carry_out
from casework.actions.advice import return_advice, withdraw_a_request_for_advice
from casework.actions.asking_again import chase_now
from casework.actions.decision import refuse_a_plan
from casework.actions.joining import join_the_case
from casework.actions.lateness import record_an_excuse
from casework.actions.plan import give_more_time
from casework.actions.promises import record_that_the_lead_left, tell_the_family_of_lateness, update_the_family
from casework.actions.request import ask_for_an_assessment, withdraw_the_request
from casework.actions.upkeep import send_a_message
from casework.errors import GapInOurTables
from casework.record.people import NIGHT_CLERK, NOBODY
from casework.stating.known import STATED, known, stated, states
from casework.tables import rows
from tests.makers import CHILD, STORY
from tests.office import REASONS, SEEDED, person

LETTERS = rows("letters")
LATER = SEEDED + timedelta(days=40)


def stages(house) -> dict[str, str]:
    """The last case at each stage."""
    refs = house.office.diary.refs()
    return {house.office.diary.read(ref).stage: ref for ref in refs}


@pytest.fixture(scope="module")
def lives(saltmarsh):
    """The eight lives, and a few deeds that none of them came to."""
    house, sam = saltmarsh, person(saltmarsh, "demo-sam")
    at = stages(house)
    assessing, hearing = at["assessing"], at["hearing the family on the draft"]
    deciding = at["deciding whether to assess"]

    def do(deed, ref, **details):
        return carry_out(house.office, sam, deed, ref, **details)

    _advice_that_went_wrong(house, do, assessing)
    do(join_the_case, deciding, capacity="supporter", purpose="to support the family", person="demo-mae")
    do(send_a_message, deciding, sender="demo-sam", to="demo-leila", words="We have your letter.")
    do(give_more_time, hearing, until=LATER)
    _promises(house, do, deciding)
    do(refuse_a_plan, hearing, reasons=REASONS | {"departure": "The advice showed something else."})
    _keyed(house)
    do(withdraw_the_request, deciding, words="We are moving away.")
    return house


def _advice_that_went_wrong(house, do, ref):
    """One request asked after by hand, excused and withdrawn, and an advice sent back."""
    advice = house.office.diary.read(ref).advice
    waiting = [about for about, one in advice.items() if one.is_open]
    came = [about for about, one in advice.items() if one.received_on and not one.accepted_on]
    excused = {"duty": "ASSESS_ADVICE_6W", "about": waiting[0], "ground": "missed appointment"}
    do(chase_now, ref, about=waiting[0], person="demo-sam", time="10:42", holders={})
    do(record_an_excuse, ref, evidence={"words": "They missed two appointments."}, **excused)
    do(withdraw_a_request_for_advice, ref, about=waiting[0], words="It went to the wrong team.")
    missing = {"reason": "provision has no amount", "words": "How often?", "missing_by": SEEDED + timedelta(days=7)}
    do(return_advice, ref, about=came[0], **missing)


def _promises(house, do, deciding):
    """A lead professional who left; and a day of ours that passed, told by the night clerk and by an officer."""
    led = next(ref for ref in house.office.diary.refs() if house.office.diary.read(ref).lead)
    do(record_that_the_lead_left, led, why="They moved away.")
    later = house.on(LATER)
    carry_out(later, NIGHT_CLERK, tell_the_family_of_lateness, deciding)
    said = {"sender": "demo-sam", "words": "We decide this week."}
    carry_out(later, person(house, "demo-sam"), update_the_family, deciding, **said)


def _keyed(house):
    """A request that a doctor made on paper, keyed here."""
    people = [
        {"person": "demo-leila", "capacity": "parent", "purpose": "their child"},
        {"person": "demo-bea", "capacity": "requester", "purpose": "to ask"},
    ]
    asked = {"child": CHILD, "story": STORY, "people": people, "keyed_from": "letter"}
    carry_out(house.office, NOBODY, ask_for_an_assessment, door="professional", **asked)


def owed(house, letter):
    """Every row of the post with this letter."""
    refs = house.office.diary.refs()
    return [row for ref in refs for row in house.office.post.of_case(ref) if row.letter == letter]


@pytest.mark.parametrize(("letter", "entry"), sorted({(row["letter"], row["when written"]) for row in LETTERS}))
def test_every_fact_a_letter_asks_for_is_stated_for_the_entry_that_owes_it(saltmarsh, letter, entry):
    unstated = [name for name in saltmarsh.office.press.asks(letter) if not STATED.keys() & {(name, entry), (name, "")}]
    assert unstated == []


@pytest.mark.parametrize("letter", sorted({row["letter"] for row in LETTERS}))
def test_every_letter_can_be_written_for_everyone_it_is_owed_to(lives, letter):
    found = owed(lives, letter)
    assert found, f"No life came to {letter}."
    for row in found[:12]:
        to = stating.recipient(lives.office, row)
        facts = stating.facts(lives.office, row, to)
        if "print" in row.how:
            assert to.name in lives.office.press.letter_html(letter, facts)
        if "email" in row.how:
            subject, body = lives.office.press.email(letter, facts)
            assert subject
            assert body


def test_a_letter_says_what_was_so_when_it_was_owed(lives):
    first = owed(lives, "caseworker-named")[0]
    facts = stating.facts(lives.office, first, stating.recipient(lives.office, first))
    assert facts["today"] == first.owed_on
    assert facts["case"] == {"ref": first.ref}
    assert facts["link"] == f"{lives.office.site_url}/my-cases/{first.ref}"


def test_each_reader_is_sent_to_their_own_pages(lives):
    said = {
        "family": ("caseworker-named", "my-cases"),
        "adviser": ("advice-request", "advice"),
        "setting": ("asking-a-setting", "school"),
        "council": ("case-given-to-you", "desk/case"),
    }
    for letter, page in said.values():
        row = owed(lives, letter)[0]
        facts = stating.facts(lives.office, row, stating.recipient(lives.office, row))
        assert facts["link"] == f"{lives.office.site_url}/{page}/{row.ref}"


def test_a_decision_states_the_last_days_of_the_familys_rights(lives):
    row = owed(lives, "we-will-not-assess")[0]
    it = stating.facts(lives.office, row, stating.recipient(lives.office, row))["it"]
    months = (row.owed_on.month + 1) % 12 + 1
    assert it["appeal_by"].month == months
    assert it["mediation_by"] <= it["appeal_by"]


def test_a_fact_that_nobody_states_stops_the_letter(lives):
    ref = lives.office.diary.refs()[0]
    now = known(lives.office, ref, lives.office.diary.written(ref, up_to=1), date(2026, 11, 24))
    with pytest.raises(GapInOurTables, match="which nobody states"):
        stated("the weather", now)


def test_a_fact_is_stated_once():
    (name, after), *_ = STATED
    with pytest.raises(GapInOurTables, match="stated twice"):
        states(name, after=(after,))(lambda now: None)
