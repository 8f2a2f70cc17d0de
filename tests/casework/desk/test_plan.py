"""The pages where a plan is written, as a browser without script meets them."""

import json

import pytest

from casework.desk import plan_drafts
from tests.casework.desk.plan_makers import (
    JO,
    LEILA,
    SAM,
    SLT,
    advised_later,
    an_app,
    begun,
    hearing,
    inside,
    page,
    press,
    signed_in,
    writing,
)


@pytest.fixture
def app(tmp_path, sqlite_url):
    """An app on a fresh database."""
    app = an_app(tmp_path, sqlite_url)
    with inside(app) as office:
        app.office = office
        yield app


def at(ref, rest=""):
    """The address of a page of the plan."""
    return f"/desk/case/{ref}/plan/{rest}"


def plan_of(app, ref):
    """The plan being written."""
    return plan_drafts.sheets(app.office, app.office.diary.read(ref)).plan


def typed(line, **changes):
    """The boxes of a line as a page sends them."""
    said = {
        name: value for name, value in (line.to_content() | changes).items() if name not in ("ref", "sources") and value
    }
    return {
        **said,
        "before": json.dumps(
            {name: value for name, value in line.to_content().items() if name not in ("ref", "sources")}
        ),
    }


def test_a_plan_opens_already_drafted_with_its_thread_drawn_and_said(app):
    said = page(signed_in(app), at(writing(app.office)))
    assert "The golden thread" in said and "Amira uses two or three words" in said
    assert "0.50 hours of help" in said


def test_the_plan_opens_with_and_without_the_last_stroke_of_its_address(app):
    there = at(writing(app.office))
    assert page(signed_in(app), there.rstrip("/")) and page(signed_in(app), there)


def test_a_need_without_provision_is_seen_and_leads_to_where_it_is_put_right(app):
    client, ref = signed_in(app), writing(app.office)
    page(client, at(ref))
    assert press(client, at(ref, "section/F/remove"), line="P1").status_code == 303
    said = page(client, at(ref))
    assert "No provision for N1." in said and at(ref, "section/F/line/new?need=N1") in said


def test_advice_stands_beside_its_section_ticked_where_it_is_used(app):
    client, ref = signed_in(app), writing(app.office)
    assert "Used as <a" in page(client, at(ref, "section/B"))
    press(client, at(ref, "section/B/remove"), line="N1")
    said = page(client, at(ref, "section/B"))
    assert "Use this line" in said and "Used as" not in said
    answer = press(client, at(ref, "section/B/use"), about=SLT, row="N1")
    assert answer.location.endswith("#N2")


def test_vague_words_are_marked_with_why_and_what_is_better(app):
    client, ref = signed_in(app), writing(app.office)
    line = begun(app.office, ref).plan.provisions[0]
    press(client, at(ref, "section/F/line/P1"), **typed(line, what="provide regular access to help"))
    said = page(client, at(ref, "section/F"))
    assert '<mark class="gt-mark gt-mark--gate">regular</mark>' in said and "Better:" in said
    assert "Holds the plan" in said and "P1?put=what:" in said
    assert "hold the final plan" in page(client, at(ref, ""))


def test_a_better_pattern_is_put_in_the_box_and_nothing_is_saved(app):
    client, ref = signed_in(app), writing(app.office)
    line = begun(app.office, ref).plan.provisions[0]
    there, typed_now = at(ref, "section/F/line/P1"), typed(line, what="Sam will have regular help. Then rest.")
    answer = press(client, there, **typed_now, put="what:2")
    assert answer.status_code == 200
    assert "regular help. [number] times in each [week, half term or term], for [minutes]. Then rest." in answer.text
    assert plan_of(app, ref).provisions[0].what == line.what
    assert press(client, there, **typed_now, put="what:9").status_code == 200, "a mark that is no longer there"
    assert press(client, there, **typed_now, put="starts:1").status_code == 303, "a box that is not looked at"


def test_a_box_is_looked_at_as_it_is_typed_and_nothing_is_kept(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    typed_now = {"look": "what", "line": "P1", "what": "<script>alert(1)</script> teach regularly", "who": "A nurse"}
    answer = client.post(at(ref, "section/F/look"), data=typed_now)
    assert "1 place to look at, and it holds the final plan" in answer.text and ">regularly</mark>" in answer.text
    assert "does not say how often" not in answer.text, "regularly has said so already"
    assert "<script>" not in answer.text
    assert client.post(at(ref, "section/F/look"), data={"look": "token"}).status_code == 404
    assert signed_in(app, LEILA).post(at(ref, "section/F/look"), data=typed_now).status_code == 404


def test_every_section_opens(app):
    client, ref = signed_in(app), writing(app.office)
    for letter in plan_drafts.PARTS:
        assert "<h1" in page(client, at(ref, f"section/{letter}"))
    assert signed_in(app).get(at(ref, "section/Z")).status_code == 404


def test_a_new_outcome_starts_tied_to_the_need_it_is_for(app):
    client, ref = signed_in(app), writing(app.office)
    said = page(client, at(ref, "section/E/line/new?need=N1"))
    assert 'value="N1" checked' in said
    press(client, at(ref, "section/E/line/new"), text="Amira will order her own lunch.", needs="N1")
    assert [each.ref for each in plan_of(app, ref).outcomes_for("N1")] == ["O1", "O2"]


def test_a_line_with_nothing_in_it_is_refused_beside_its_question(app):
    client, ref = signed_in(app), writing(app.office)
    page(client, at(ref))
    said = press(client, at(ref, "section/B/line/new"), section="B", text="").text
    assert "Write the need" in said and "There is something to put right" in said


def test_a_day_that_does_not_exist_is_kept_as_it_was_typed(app):
    client, ref = signed_in(app), writing(app.office)
    page(client, at(ref))
    said = press(
        client, at(ref, "section/E/line/new"), text="x", **{"due-day": "31", "due-month": "2", "due-year": "2027"}
    ).text
    assert "The day must be between 1 and 28" in said and 'value="31"' in said


def test_two_officers_who_change_the_same_words_see_both_and_lose_neither(app):
    ref = writing(app.office)
    line = begun(app.office, ref).plan.needs[0]
    press(signed_in(app, SAM), at(ref, "section/B/line/N1"), **typed(line, text="Sam Reed’s words"))
    said = press(signed_in(app), at(ref, "section/B/line/N1"), **typed(line, text="Jo’s words")).text
    assert "Sam Reed changed the same words while you wrote" in said
    assert said.count("Sam Reed’s words") >= 1 and "Jo’s words" in said and line.text in said
    assert plan_of(app, ref).needs[0].text == "Sam Reed’s words"


def test_saving_again_after_a_clash_keeps_what_the_officer_then_chose(app):
    ref = writing(app.office)
    line = begun(app.office, ref).plan.needs[0]
    press(signed_in(app, SAM), at(ref, "section/B/line/N1"), **typed(line, text="Theirs"))
    now = plan_of(app, ref).needs[0]
    assert press(signed_in(app), at(ref, "section/B/line/N1"), **typed(now, text="Both of ours")).status_code == 303
    assert plan_of(app, ref).needs[0].text == "Both of ours"


def test_the_boxes_of_section_a_are_saved_as_they_are_typed(app):
    client, ref = signed_in(app), writing(app.office)
    version = str(begun(app.office, ref).version("A"))
    answer = press(client, at(ref, "section/A/keep"), likes="Boats", version=version, before="{}")
    assert answer.json == {"saved": "11:00:00", "version": 2}
    assert plan_of(app, ref).views.likes == "Boats"


def test_typing_that_met_somebody_elses_is_said_not_swallowed(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    press(client, at(ref, "section/A/keep"), likes="Boats", version="1", before="{}")
    answer = press(signed_in(app, SAM), at(ref, "section/A/keep"), likes="Trains", version="1", before='{"likes": ""}')
    assert (answer.status_code, answer.json["saved"]) == (409, False)
    assert "see both" in answer.json["sentence"]


@pytest.mark.parametrize("before", ["", "not json", "[1]", '"text"'])
def test_a_page_that_carries_nothing_readable_back_never_breaks(app, before):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    answer = press(client, at(ref, "section/J"), reason="Not wanted", version="1", before=before)
    assert answer.status_code == 303 and plan_of(app, ref).none_because["J"] == "Not wanted"


def test_an_empty_section_is_said_to_be_empty_with_a_reason(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    press(
        client,
        at(ref, "section/C"),
        reason="The school nurse looked on 4 March and found none.",
        version="1",
        before="{}",
    )
    assert plan_of(app, ref).none_because["C"].startswith("The school nurse")
    assert "none, and why" in page(client, at(ref))


def test_advice_accepted_after_the_plan_was_begun_is_offered(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    advised_later(app.office, ref)
    said = page(client, at(ref))
    assert "was accepted after this plan was begun" in said and "“Occupational therapy advice” was accepted" in said
    press(client, at(ref, "add-advice"), about="occupational_therapy-1")
    assert "accepted after this plan" not in page(client, at(ref)) and len(plan_of(app, ref).needs) == 2


def test_what_the_family_said_stands_beside_the_section_it_is_about(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref, "family/reply"), person=LEILA.id, section_B="Loud rooms are hard too.")
    assert "Loud rooms are hard too." in page(client, at(ref, "section/B"))
    assert "Loud rooms are hard too." not in page(client, at(ref, "section/C"))


def test_the_preview_is_the_printed_page_marked_as_a_draft(app):
    said = page(signed_in(app), at(writing(app.office), "preview"))
    assert "DRAFT" in said and "<script" not in said


def test_words_of_a_script_are_shown_as_words(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    press(client, at(ref, "section/B/line/new"), section="B", text="<script>alert(1)</script> loud rooms")
    for where in ("", "section/B", "section/B/line/N2", "preview"):
        assert "<script>alert" not in page(client, at(ref, where))


def test_nobody_else_finds_the_page(app):
    ref = writing(app.office)
    assert signed_in(app, LEILA).get(at(ref)).status_code == 404
    assert app.test_client().get(at(ref)).status_code == 303


def test_a_form_that_is_not_ours_changes_nothing(app):
    client, ref = signed_in(app, JO), writing(app.office)
    begun(app.office, ref)
    client.post(at(ref, "section/B/remove"), data={"line": "N1", "forgery": "somebody else’s"})
    assert plan_of(app, ref).needs
