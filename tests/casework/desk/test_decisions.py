"""The panel and the decision: the legal test on the page, the evidence, reasons for the family, and the letter."""

import pytest

from casework.actions import carry_out
from casework.actions.advice import accept_advice
from tests.casework.desk.desk_makers import (
    AGREED,
    ASH,
    JO,
    SAM,
    SLT,
    advised,
    asked,
    assessing,
    page,
    read,
    refused,
    send,
    served,
)

SEATS = {"seat_chair": "Pat Lowe", "seat_education": "Anna Birch", "seat_health": "Omar Sen"}
SEATS |= {"seat_social_care": "Joan Field", "seat_school_nursing": "Noor Haddad"}
RECORD = SEATS | {
    "met_on_day": "4",
    "met_on_month": "5",
    "met_on_year": "2026",
    "conflicts": "Nobody",
    "evidence": "The family’s story",
    "voice": "“I want people to wait for my words.”",
    "finding_1": "yes",
    "because_1": "Her school and her mother say so.",
    "finding_2": "not shown",
    "because_2": "What school has tried is not yet plain.",
    "view": "no",
}
REASONS = "We read your story and the school’s papers. It may be that Amira needs more help than schools usually give."


def at(ref, rest):
    """A page of a case."""
    return f"/desk/case/{ref}/{rest}"


def panel(desk, ref, **changes):
    """Send the record of a panel."""
    return send(desk.client(JO), at(ref, "panel"), **RECORD | changes)


def test_the_panel_is_recorded_with_both_parts_of_the_legal_test(desk):
    ref = asked(desk)
    shown = page(desk.client(JO), at(ref, "panel")).text
    assert "has or may have special educational needs CFA s.36(8)(a)" in shown and "Not part of the test: cost" in shown
    assert panel(desk, ref).status_code == 303
    [(which, view, digest, _)] = desk.case(ref).panels
    record = desk.office.papers.read(ref, digest).content
    assert (which, view) == ("request", "no")
    assert [each["finding"] for each in record["findings"]] == ["yes", "not shown"]
    assert {seat["agency"] for seat in record["attendance"] if seat["present"]} >= {"chair", "school nursing"}


def test_the_issue_panel_has_a_test_of_its_own(desk):
    ref = advised(desk)
    shown = page(desk.client(JO), at(ref, "panel")).text
    assert "It is necessary for special educational provision" in shown and "CFA s.37(1)" in shown


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"seat_health": ""}, "A panel needs somebody from health"),
        ({"seat_school_nursing": ""}, "Say who came from School Nursing, or why nobody could."),
        ({"voice": ""}, "Record their own views"),
        ({"because_2": " "}, "Write why"),
        ({"met_on_year": "2027"}, "today or in the past"),
        ({"met_on_year": "2025"}, "before the request was received"),
        ({"view": ""}, "Choose the panel’s view"),
    ],
)
def test_a_panel_that_could_not_advise_is_not_recorded(desk, changes, says):
    ref = asked(desk)
    assert says in refused(panel(desk, ref, **changes)) and not desk.case(ref).panels


def test_school_nursing_may_be_away_with_a_reason(desk):
    ref = asked(desk)
    assert panel(desk, ref, seat_school_nursing="", nursing_away="Both nurses were at a school.").status_code == 303


def decide(desk, ref, page_="assess", actor=SAM, **said):
    """Send a decision."""
    given = {"evidence": "The family’s story", "family_words": REASONS, "test_applied": "yes"} | said
    return send(desk.client(actor), at(ref, page_), **given)


def test_it_is_agreed_to_assess_with_reasons_and_who_decided(desk):
    ref = asked(desk)
    assert decide(desk, ref, answer="yes", actor=JO).status_code == 303
    case = desk.case(ref)
    reasons = desk.office.papers.read(ref, case.reasons).content
    assert case.stage == "assessing" and reasons["decided_by"] == "Jo Marsh, caseworker"
    assert "Psychological advice" in reasons["ask"]


def test_only_a_manager_is_offered_a_refusal(desk):
    ref = asked(desk)
    assert "No: we will not assess" not in page(desk.client(JO), at(ref, "assess")).text
    client = desk.client(JO)
    form = page(client, at(ref, "assess")).form
    sent = {
        **form.values,
        "answer": "no",
        "family_words": REASONS,
        "evidence": "The family’s story",
        "test_applied": "yes",
    }
    assert "Choose from the answers" in read(client.post(form.action, data=sent)).text
    assert decide(desk, ref, answer="no").status_code == 303
    assert desk.case(ref).stage == "not assessed"


def test_deciding_against_the_panel_says_why(desk):
    ref = asked(desk)
    panel(desk, ref)
    assert "The panel advised no" in page(desk.client(SAM), at(ref, "assess")).text
    assert "Say why you decided differently" in refused(decide(desk, ref, answer="yes"))
    assert decide(desk, ref, answer="yes", departure="The school’s new report shows it.").status_code == 303


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"family_words": "No."}, "Write the reasons for the family"),
        ({"family_words": ""}, "Write your reasons to the family"),
        ({"answer": ""}, "Choose what you decide"),
        ({"family_words": "x" * 6001}, "6,000 characters or fewer"),
    ],
)
def test_reasons_that_could_not_stand_in_a_letter_are_refused_and_kept(desk, changes, says):
    ref = asked(desk)
    assert says in refused(decide(desk, ref, **{"answer": "yes"} | changes))
    assert desk.case(ref).stage == "deciding whether to assess"


def test_an_unticked_test_and_no_evidence_are_refused(desk):
    ref = asked(desk)
    client = desk.client(SAM)
    shown = page(client, at(ref, "assess"))
    values = {**shown.form.values, "answer": "yes", "family_words": REASONS}
    said = read(client.post(shown.form.action, data=values)).text
    assert "Tick the box when you have applied the test" in said and "Choose what you read" in said


def test_the_letter_is_seen_before_anything_is_decided(desk):
    ref = asked(desk)
    client = desk.client(SAM)
    form = page(client, at(ref, "assess")).form
    said = {"answer": "no", "evidence": "The family’s story", "family_words": REASONS, "test_applied": "yes"}
    letter = client.post(form.action, data=form.filled(**said) | {"see": "letter"})
    assert "will not assess" in letter.text and REASONS[:40] in letter.text and "mediation" in letter.text
    assert desk.case(ref).stage == "deciding whether to assess" and desk.case(ref).n == len(
        desk.office.diary.written(ref)
    )
    short = client.post(form.action, data=form.filled(**said | {"family_words": "No."}) | {"see": "letter"})
    assert "Write the reasons for the family" in short.text


def test_a_plan_is_agreed_once_advice_has_been_accepted(desk):
    ref = advised(desk)
    assert "Accept at least one piece of advice" in refused(decide(desk, ref, "plan-decision", answer="yes"))
    carry_out(desk.on(AGREED), JO, accept_advice, ref, about=SLT)
    shown = page(desk.client(JO), at(ref, "plan-decision"))
    assert "Speech and language therapy advice" in shown.text and "No: a plan is not needed" not in shown.text
    assert decide(desk, ref, "plan-decision", answer="yes", actor=JO).status_code == 303
    assert desk.case(ref).stage == "writing the plan"


def test_no_plan_is_complete_too(desk):
    ref = advised(desk)
    carry_out(desk.on(AGREED), JO, accept_advice, ref, about=SLT)
    said = {"answer": "no", "support": "Her school will give her three sessions a week until July."}
    assert decide(desk, ref, "plan-decision", **said).status_code == 303
    assert desk.case(ref).stage == "no plan needed"


def test_a_review_is_recorded_only_for_a_plan_in_force(desk):
    ref = served(desk)
    assert desk.client(JO).get(at(ref, "review")).status_code == 409


def test_an_adviser_never_decides(desk):
    ref = assessing(desk)
    assert desk.client(ASH).get(at(ref, "plan-decision")).status_code == 404
