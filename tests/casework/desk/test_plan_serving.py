"""Serving the draft, hearing the family, choosing the place and issuing the final plan, page by page."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from casework.actions import carry_out
from casework.actions.schools import consult_a_setting
from casework.desk import plan_drafts
from tests.casework.desk.plan_makers import (
    AGREED,
    JO,
    LEILA,
    SAM,
    SERVED,
    an_app,
    begun,
    hearing,
    inside,
    on,
    page,
    press,
    signed_in,
    writing,
)
from tests.makers import day

LAST, AFTER = day("2026-05-25"), day("2026-05-26")
WHY = "Looked for and not found on 4 March 2026."


@pytest.fixture
def app(tmp_path, sqlite_url):
    """An app on a fresh database."""
    app = an_app(tmp_path, sqlite_url, SERVED)
    with inside(app) as office:
        app.office = office
        yield app


def at(ref, rest=""):
    """The address of a page of the plan."""
    return f"/desk/case/{ref}/plan/{rest}"


def finished(office, ref):
    """Write into the plan everything the law wants but the place."""
    begun(office, ref)
    for letter in ("C", "D", "G", "H1", "H2", "J"):
        part = plan_drafts.content(office, ref, letter)
        plan_drafts.put(office, JO, (ref, letter), plan_drafts.with_reason(part, letter, WHY))
    views = plan_drafts.content(office, ref, "A")["views"] | {"family_views": "We want her to be heard."}
    plan_drafts.put(office, JO, (ref, "A"), {"views": views})


def ready(app):
    """A case that may be issued: the family's time is over, the school was asked and is named."""
    ref = hearing(app.office)
    finished(app.office, ref)
    carry_out(app.office, JO, consult_a_setting, ref, setting="elm-park")
    on(app, AFTER)
    client = signed_in(app)
    assert press(client, at(ref, "place"), setting="elm-park", version="1").status_code == 303
    return ref, client


def test_a_draft_that_lacks_what_the_law_needs_says_what_stops_it(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    press(client, at(ref, "section/F/remove"), line="P1")
    said = page(client, at(ref, "serve"))
    assert "The draft cannot be served yet" in said and "Section F is empty" in said
    assert "at least one piece of special educational provision" in press(client, at(ref, "serve")).text
    assert not app.office.diary.read(ref).draft


def test_the_last_day_is_counted_with_today_as_day_one(app):
    said = page(signed_in(app), at(writing(app.office), "serve"))
    assert "Mon 25 May 2026" in said and "Leila Amin (parent)" in said


def test_serving_sends_what_was_written_without_a_school(app):
    client, ref = signed_in(app), writing(app.office)
    begun(app.office, ref)
    press(client, at(ref, "place"), name="Elm Park Primary School", version="1")
    assert press(client, at(ref, "serve")).location == at(ref, "family")
    case = app.office.diary.read(ref)
    served = app.office.papers.read(ref, case.draft.plan).content
    assert served["placement"] is None and served["needs"][0]["ref"] == "N1"
    assert plan_drafts.sheets(app.office, case).plan.placement.name == "Elm Park Primary School"


def test_the_same_draft_is_not_served_twice_and_a_changed_one_gives_new_days(app):
    client, ref = signed_in(app), writing(app.office)
    press(client, at(ref, "serve"))
    assert "already has this draft" in page(client, at(ref, "serve"))
    on(app, day("2026-05-20"))
    press(client, at(ref, "section/C"), reason=WHY, version="1", before="{}")
    press(client, at(ref, "serve"))
    assert "They have until Wed 3 June 2026" in page(client, at(ref, "family"))
    assert "Draft 2 was served" in page(client, at(ref, "family"))


def test_before_a_draft_is_served_the_family_page_says_so(app):
    said = page(signed_in(app), at(writing(app.office), "family"))
    assert "No draft has been served yet" in said


def test_a_reply_that_came_by_phone_is_kept_under_the_familys_name(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref, "family/reply"), person=LEILA.id, section_F="More often, please.")
    said = page(client, at(ref, "family"))
    assert "More often, please." in said and "Leila Amin, on draft 1" in said
    last = app.office.diary.written(ref)[-1]
    assert (last.entry.about, last.by, last.behalf) == (LEILA.id, JO.id, LEILA.id)


def test_an_empty_reply_or_nobodys_is_refused(app):
    client, ref = signed_in(app), hearing(app.office)
    assert "Write at least one comment" in press(client, at(ref, "family/reply"), person=LEILA.id).text
    assert "Choose from the answers" in press(client, at(ref, "family/reply"), person="demo-sam", whole="Hello").text
    assert not app.office.diary.read(ref).replies


def test_a_meeting_is_asked_for_and_written_down(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref, "family/meeting-asked"), person=LEILA.id, words="A Tuesday after school")
    assert "A Tuesday after school" in page(client, at(ref, "family"))
    assert "Hold it and write it down" in page(client, at(ref, "issue"))
    met = {
        "met_on-day": "11",
        "met_on-month": "5",
        "met_on-year": "2026",
        "words": "We agreed to say more about lunch.",
    }
    assert press(client, at(ref, "family/meeting"), **met).status_code == 303
    assert "We agreed to say more about lunch." in page(client, at(ref, "family"))
    assert "was held" in page(client, at(ref, "issue"))


def test_a_meeting_before_the_draft_is_refused_and_the_words_stay(app):
    client, ref = signed_in(app), hearing(app.office)
    met = {"met_on-day": "1", "met_on-month": "5", "met_on-year": "2026", "words": "Too soon"}
    said = press(client, at(ref, "family/meeting"), **met).text
    assert "between the day of the draft and today" in said and "Too soon" in said


def test_more_time_is_asked_for_and_given(app):
    client, ref = signed_in(app), hearing(app.office)
    until = {"until-day": "12", "until-month": "6", "until-year": "2026"}
    press(client, at(ref, "family/more-time-asked"), person=LEILA.id, words="Half term", **until)
    assert "Half term" in page(client, at(ref, "family/more-time"))
    press(client, at(ref, "family/more-time"), **until)
    assert "They have until Fri 12 June 2026" in page(client, at(ref, "family"))


def test_less_time_than_they_have_is_never_given(app):
    client, ref = signed_in(app), hearing(app.office)
    until = {"until-day": "20", "until-month": "5", "until-year": "2026"}
    assert "already has until that day" in press(client, at(ref, "family/more-time"), **until).text


def test_the_school_they_want_is_written_down_and_offered_first(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref, "family/setting"), person=LEILA.id, setting="harbour-view")
    assert "Harbour View School" in page(client, at(ref, "family"))
    said = page(client, at(ref, "schools"))
    assert said.index('value="harbour-view" selected') < said.index('value="elm-park"')


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"on": LAST}, "You can issue from Tue 26 May 2026"),
        ({"place": {}}, "Section I is empty"),
        ({"place": {"setting": "harbour-view"}}, "Choose from the answers on this page"),
    ],
)
def test_what_stops_the_final_plan_is_said(app, changed, sentence):
    ref = hearing(app.office)
    finished(app.office, ref)
    on(app, changed.get("on", AFTER))
    client = signed_in(app)
    said = (
        press(client, at(ref, "place"), version="1", **changed["place"]).text
        if changed.get("place")
        else page(client, at(ref, "issue"))
    )
    assert sentence in said
    assert "Issue the final plan</button>" not in page(client, at(ref, "issue"))


def test_a_place_needs_a_name_or_a_type(app):
    client, ref = signed_in(app), hearing(app.office)
    assert "Name the school or college, or say what type." in press(client, at(ref, "place"), version="1").text


def test_a_health_line_that_no_commissioner_agreed_stops_the_final_plan(app):
    ref, client = ready(app)
    line = {
        "section": "G",
        "what": "check her hearing",
        "who": "An audiologist",
        "times": "1",
        "period": "term",
        "minutes": "30",
    }
    press(client, at(ref, "section/G/line/new"), needs="N1", outcomes="O1", kind="medication_or_clinical_care", **line)
    assert "The commissioning body has not agreed P2." in page(client, at(ref, "issue"))


def test_the_final_plan_is_issued_and_everything_that_went_with_it_is_shown(app):
    ref, client = ready(app)
    assert "Issue the final plan</button>" in page(client, at(ref, "issue"))
    assert "Tick to say" in press(client, at(ref, "issue")).text
    assert press(client, at(ref, "issue"), sure="yes").status_code == 303
    said = page(client, at(ref, "issue"))
    assert "Issued on Tue 26 May 2026" in said and "It names Elm Park Primary School" in said
    assert "The plan is being printed" in said and "Tue 25 May 2027" in said
    assert "Leila Amin" in said and "Elm Park Primary School" in said


def test_the_print_is_linked_once_it_is_there(app):
    ref, client = ready(app)
    press(client, at(ref, "issue"), sure="yes")
    case = app.office.diary.read(ref)
    app.office.post.mark_printed(ref, case.final.plan, "final", "d" * 64)
    assert f"/case/{ref}/file/{'d' * 64}" in page(client, at(ref, "issue"))


def test_after_the_final_plan_nothing_is_written_and_a_second_press_shows_what_was_issued(app):
    ref, client = ready(app)
    press(client, at(ref, "issue"), sure="yes")
    assert press(client, at(ref, "issue"), sure="yes").status_code == 303
    assert "Issued on" in client.get(at(ref, "issue")).text
    assert client.get(at(ref)).status_code == 409
    assert [each.on for each in (app.office.diary.read(ref).final,)] == [AFTER]


def test_somebody_else_choosing_a_place_is_noticed(app):
    ref, client = ready(app)
    said = press(client, at(ref, "place"), name="Another school", version="1").text
    assert "Someone else chose a place" in said and "Another school" in said


def test_words_hold_the_plan_until_they_change_or_a_manager_lets_them_stand(app):
    ref, client = ready(app)
    part = plan_drafts.content(app.office, ref, "F")
    part["provisions"][0]["what"] = "teach Amira regular signs"
    plan_drafts.put(app.office, JO, (ref, "F"), part)
    assert "1 place in the words of the plan holds it." in page(client, at(ref, "issue"))
    assert "A manager can let one stand" in page(client, at(ref, "issue"))
    assert "A manager can let one stand" in press(client, at(ref, "issue"), sure="yes").text
    assert client.get(at(ref, "wording")).status_code == 404, "only a manager lets words stand"
    manager = signed_in(app, SAM)
    [gate] = re.findall(r'name="gates"[^>]* value="(\w+)"', page(manager, at(ref, "wording")))
    assert "Say why the words can stand" in press(manager, at(ref, "wording"), gates=gate).text
    assert press(manager, at(ref, "wording"), gates=gate, reason="These are the signs she knows.").status_code == 303
    assert "A manager let 1 wording stand" in page(client, at(ref, "issue"))
    assert "No words of this plan hold it" in page(manager, at(ref, "wording"))
    assert press(client, at(ref, "issue"), sure="yes").status_code == 303
    assert app.office.diary.read(ref).final


@pytest.mark.parametrize("tokens", [("a" * 32, "b" * 32), ("a" * 32, "a" * 32)])
def test_a_plan_is_issued_once_however_many_press_at_once(tmp_path, database_url, tokens):
    app = an_app(tmp_path, database_url, SERVED)
    with inside(app) as office:
        app.office = office
        ref, _ = ready(app)
        clients = [signed_in(app), signed_in(app)]
        both = Barrier(2)

        def press_now(client, token):
            """One officer presses the button, at the same moment as another."""
            both.wait()
            return press(client, at(ref, "issue"), sure="yes", token=token).status_code

        with ThreadPoolExecutor(2) as two:
            pressed = list(two.map(press_now, clients, tokens))
        kinds = [type(each.entry).__name__ for each in office.diary.written(ref)]
        assert (pressed, kinds.count("FinalPlanSent")) == ([303, 303], 1)
        assert len([row for row in office.post.of_case(ref) if row.letter == "final-plan"]) == 1


def test_nothing_is_served_where_no_plan_is_being_written(app):
    ref = writing(app.office)
    on(app, AGREED)
    assert (
        "There is no draft plan" in press(signed_in(app), at(ref, "family/reply"), person=LEILA.id, whole="Hello").text
    )
