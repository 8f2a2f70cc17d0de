"""The ladder's pages: read by those it concerns, changed by a manager, looked at, and put in with a reason."""

from datetime import timedelta

import pytest

from casework.commands.sweep import sweep
from tests.casework.desk.desk_makers import (
    ANNA,
    ASH,
    JO,
    LEILA,
    SAM,
    SERVED,
    SLT,
    VAL,
    Actor,
    assessing,
    page,
    read,
    refused,
    send,
)

HERE, CHANGE = "/desk/ladder", "/desk/ladder/change"
HEAD = Actor("kit", "Kit Vale", post="head of send", service="council-send", second_factor=True)
WHY = "Managers asked for a day more."
TOMORROW = SERVED + timedelta(days=1)


def change(client, rung="E06", **said):
    """Change one rung of the version being written."""
    return send(client, f"{CHANGE}/{rung}", **said)


def put_in(client, path=f"{CHANGE}/put-in", **said):
    """Put a version in, from tomorrow unless told."""
    return send(client, path, **{"why": WHY} | said)


def colleague(desk):
    """Another manager's browser."""
    desk.office.people.enrol(id=HEAD.id, name=HEAD.name, post=HEAD.post, service=HEAD.service, by="import")
    return desk.client(HEAD)


@pytest.mark.parametrize(
    ("actor", "reads", "changes"),
    [(SAM, 200, 200), (JO, 200, 404), (VAL, 200, 404), (ASH, 404, 404), (ANNA, 404, 404), (LEILA, 404, 404)],
)
def test_everyone_at_the_desk_and_service_managers_read_it_and_managers_change_it(desk, actor, reads, changes):
    client = desk.client(actor)
    assert client.get(HERE).status_code == reads
    paths = ("/change", "/change/new", "/change/E06", "/change/levels", "/change/put-in", "/1/put-back")
    assert {client.get(f"{HERE}{path}").status_code for path in paths} == {changes}
    assert client.post(f"{CHANGE}/E06/out").status_code in ((303,) if changes == 200 else (404,))


def test_the_ladder_is_a_picture_and_the_same_in_a_table(desk):
    shown = page(desk.client(VAL), HERE)
    assert "Counts now" in shown.text and "It came with the service." in shown.text
    row = next(each.text for each in shown.main.all("tr") if each.text.startswith("E07"))
    assert "Working day 13" in row and "Level 2" in row and "Head of service and agency lead" in row
    assert len(shown.main.of("gd-step--2")) == 4  # in the wide picture, the tall one, the levels and the table
    assert desk.client(VAL).get(f"{HERE}/2").status_code == 404
    assert desk.client(VAL).get(f"{HERE}/compare?before=1&after=9").status_code == 404


@pytest.mark.parametrize(
    ("rung", "said", "sentence"),
    [
        ("E06", {"working_day": "nine"}, "must be a whole number"),
        ("E06", {"working_day": "31"}, "must be between 1 and 30"),
        ("E06", {"working_day": "9"}, "before it is late"),
        ("E06", {"tell": ["parent"]}, "Choose from the answers on this page"),
        ("E06", {"tell": []}, "Choose at least one person to tell"),
        ("E06", {"text": "Dear {child_name}"}, "Nobody can fill in “{child_name}”"),
        ("E06", {"level": "0"}, "has a level from 1 to 4"),
        ("E11", {"family_words": "See {link}"}, "Nobody can fill in “{link}” for the family"),
        ("new", {}, "Choose what it waits for"),
    ],
)
def test_a_wrong_rung_is_refused_beside_its_question_and_keeps_what_was_typed(desk, rung, said, sentence):
    typed = {"subject": "Typed by me"} | said
    answer = change(desk.client(SAM), rung, **typed)
    shown = read(answer)
    assert sentence in shown.text and 'value="Typed by me"' in answer.text
    assert "Nothing is changed yet" in page(desk.client(SAM), CHANGE).text


def test_a_change_is_looked_at_and_put_in_with_a_reason_and_chases_only_what_is_asked_from_then_on(own_desk):
    before, client = assessing(own_desk, on=SERVED - timedelta(weeks=4)), own_desk.client(SAM)
    assert change(client, working_day="12", text="Advice from {service} is late.").location == CHANGE
    looked = page(client, f"{CHANGE}/put-in")
    assert [row.text[:6] for row in looked.main.of("gd-differ")[0].all("tr")[1:]] == ["E06Wor", "E06Tex"]  # no more
    shown = looked.text
    assert f"What would be sent for a request made on Tue {TOMORROW.day} May 2026" in shown
    assert "Advice from the service is late." in shown and "Working day 12" in shown
    assert "Say why you are changing the ladder" in refused(put_in(client, why=" "))
    assert put_in(client).location == f"{HERE}/2"
    after = page(client, f"{HERE}/2").text
    assert WHY in after and "Sam Reed wrote it on" in after and "To come" in after
    assert "Nothing is changed yet" in page(client, CHANGE).text
    own_desk.turn_to(TOMORROW)
    assert "Counts now" in page(client, HERE).text and "Version 2, shown here" in page(client, HERE).text
    late = SERVED + timedelta(days=16)  # working day 11 of the request that was asked the day before the change counted
    sweep(own_desk.on(late), late)
    assert own_desk.case(before).advice[SLT].steps[-1][0] == "E06"
    request = page(client, f"/desk/case/{before}/advice/{SLT}").text
    assert "version 1 of the ladder" in request and "A waiting list is not a lawful reason" in request


def test_what_is_wrong_between_rungs_is_said_and_cannot_be_put_in(own_desk):
    client = own_desk.client(SAM)
    change(client, working_day="13")
    assert "E06 and E07 fall on one day and both tell the service manager." in page(client, CHANGE).text
    shown = page(client, f"{CHANGE}/put-in")
    assert "has to be put right" in shown.text and "Put it in" not in shown.text


def test_a_rung_is_added_taken_out_put_back_and_the_whole_thrown_away(own_desk):
    client = own_desk.client(SAM)
    said = {"working_day": "18", "until_we_have": "full advice", "tone": "warn", "level": "0", "tell": ["head of send"]}
    said |= {"subject": "Soon: {case_ref}", "text": "The limit is near."}
    assert send(client, f"{CHANGE}/new", **said).location == CHANGE
    assert "E13 is in the change" in page(client, CHANGE).text
    assert send(client, f"{CHANGE}/E04", ending="/out").location == CHANGE
    shown = page(client, CHANGE)
    assert "E04 is taken out of" in shown.text
    assert client.get(f"{CHANGE}/E04").status_code == 404
    form = shown.form_to("/E04/out")
    assert client.post(form.action, data=form.filled()).status_code == 303
    assert "E04 is as it was" in page(client, CHANGE).text
    assert send(client, CHANGE).location == HERE
    assert "Nothing is changed yet" in page(client, CHANGE).text


def test_the_levels_have_names_and_owners_that_an_area_chooses(own_desk):
    client = own_desk.client(SAM)
    assert "Name level 2" in refused(send(client, f"{CHANGE}/levels", name_2=""))
    assert send(client, f"{CHANGE}/levels", name_2="Heads", owner_2=["head of service"]).location == CHANGE
    put_in(client)
    own_desk.turn_to(TOMORROW)
    assessing(own_desk, on=TOMORROW - timedelta(weeks=6))
    late = page(client, "/desk/escalations").text
    assert "Level 2: head of service" in late and "head of service and agency lead" not in late
    assert "Level 2: Heads" in page(client, f"{HERE}/2").text
    row = page(client, f"{HERE}/compare?before=1&after=2").main.all("tr")[1:]
    assert [each.text for each in row][0].startswith("Level 2Name Senior manager and agency lead Heads")


def test_a_second_manager_sees_the_first_ones_words_and_loses_none(own_desk):
    mine, theirs = own_desk.client(SAM), colleague(own_desk)
    form = page(mine, f"{CHANGE}/E06").form_to("/change/E06")
    change(theirs, working_day="12", subject="Theirs: {case_ref}")
    clash = read(mine.post(form.action, data=form.filled(subject="Mine: {case_ref}")))
    assert "Somebody else has changed this" in clash.text and "Theirs: {case_ref}" in clash.text
    again = clash.form_to("/change/E06")
    assert again.values["subject"] == ["Mine: {case_ref}"]
    assert mine.post(again.action, data=again.filled()).status_code == 303
    assert "Written by Kit Vale" not in page(mine, CHANGE).text and "Sam Reed" in page(mine, CHANGE).text


def test_a_version_put_in_meanwhile_is_read_before_another_is(own_desk):
    mine, theirs = own_desk.client(SAM), colleague(own_desk)
    change(mine, working_day="12")
    looked = page(mine, f"{CHANGE}/put-in").form_to("/put-in")
    rung = page(mine, f"{CHANGE}/E08").form_to("/change/E08")
    thrown = page(mine, CHANGE).form_to("/change")
    change(theirs, "E05", subject="Due today, please: {case_ref}")
    assert "Somebody else has added to this" in refused(mine.post(thrown.action, data=thrown.filled()))
    clash = refused(mine.post(looked.action, data=looked.filled(why=WHY)))
    assert "What differs now is below" in clash and "Due today, please" in clash and WHY in clash
    assert put_in(theirs).location == f"{HERE}/2"
    assert "Somebody else has changed this" in refused(mine.post(rung.action, data=rung.filled(subject="Mine")))
    assert [each.by for each in own_desk.office.ladders.history()] == [HEAD.id, ""]


def test_another_day_is_looked_at_before_it_is_put_in_and_may_not_be_today_or_beyond_the_calendar(own_desk):
    client = own_desk.client(SAM)
    change(client, working_day="12")
    form = page(client, f"{CHANGE}/put-in").form_to("/put-in")
    seen = read(client.post(form.action, data=form.filled(why=WHY, day_day="1", day_month="6")))
    assert "not yet seen" in seen.text and "a request made on Mon 1 June 2026" in seen.text
    for day, year, sentence in (("11", "2026", "at the earliest"), ("12", "2090", "within a year from now")):
        asked = form.filled(why=WHY, day_day=day, day_year=year)
        assert sentence in refused(client.post(form.action, data=asked))
    again = seen.form_to("/put-in")
    assert client.post(again.action, data=again.filled()).location == f"{HERE}/2"
    assert own_desk.office.ladders.all()[-1].counts_from.isoformat() == "2026-06-01"


def test_a_version_is_put_back_as_a_new_one(own_desk):
    client = own_desk.client(SAM)
    change(client, working_day="12")
    put_in(client)
    assert put_in(client, f"{HERE}/1/put-back", why="It was better.").location == f"{HERE}/3"
    shown = page(client, f"{HERE}/3").text
    assert "It brings version 1 back." in shown and "It was better." in shown
    assert "never counted: version 3 took its place" in page(client, f"{HERE}/2").text.casefold()
    assert "They say the same" in page(client, f"{HERE}/compare?before=1&after=3").text
