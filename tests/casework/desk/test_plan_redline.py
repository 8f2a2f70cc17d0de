"""What changed between two versions, at the desk and for the family; and a section put back as it was."""

import re
from dataclasses import replace

import pytest

from casework.actions import carry_out
from casework.actions.plan import serve_the_draft
from casework.commands.deliver import deliver
from casework.desk import plan_drafts, plan_lines, plan_past
from casework.errors import Refusal, SomeoneElseWrote
from casework.record.people import Actor
from tests.casework.commands.test_deliver_enclosed import Pages
from tests.casework.desk.plan_makers import (
    ASH,
    JO,
    LEILA,
    SAM,
    SERVED,
    SLT,
    a_draft,
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

SECOND = day("2026-05-18")


@pytest.fixture
def app(tmp_path, sqlite_url):
    """An app on a fresh database."""
    app = an_app(tmp_path, sqlite_url, SERVED)
    with inside(app) as office:
        app.office = office
        yield app


def served_twice(app) -> str:
    """A case whose second draft gives help twice as often; answers with its reference."""
    ref = hearing(app.office)
    first = a_draft(SLT)
    line = first.provisions[0]
    more = replace(first, provisions=(replace(line, times=line.times * 2), *first.provisions[1:]))
    carry_out(app.office.at(SECOND), JO, serve_the_draft, ref, plan=more.to_content())
    return ref


def changes(ref, actor=JO, asked=""):
    """The address of the page, for an officer or for the family."""
    return f"/my-cases/{ref}/draft/changes{asked}" if actor is LEILA else f"/desk/case/{ref}/plan/changes{asked}"


@pytest.mark.parametrize("who", [JO, LEILA], ids=lambda actor: actor.name)
def test_an_officer_and_the_family_see_what_changed_in_words(app, who):
    ref = served_twice(app)
    on(app, SECOND)
    said = page(signed_in(app, who), changes(ref, who))
    assert "1 line changed." in said and "Help in section F goes from" in said
    assert re.search(r'<ins class="gt-added"><span class="govuk-visually-hidden">added: </span>', said)
    assert '<span class="govuk-visually-hidden">taken out: </span>' in said
    assert "have not changed" in said or "has not changed" in said


def test_one_version_says_that_there_is_nothing_to_compare_yet(app):
    ref = hearing(app.office)
    assert "one version" in page(signed_in(app, LEILA), changes(ref, LEILA))
    assert "only one version" in page(signed_in(app), changes(ref))


def test_two_versions_are_chosen_in_the_address_and_one_that_never_was_is_not_found(app):
    ref = served_twice(app)
    client = signed_in(app)
    assert "Nothing has changed." in page(client, changes(ref, asked="?first=draft-1&second=draft-1"))
    assert client.get(changes(ref, asked="?first=draft-1&second=draft-9")).status_code == 404
    assert signed_in(app, LEILA).get(changes(ref, LEILA, "?second=writing")).status_code == 404


def test_who_writes_the_plan_sees_it_against_the_draft_that_was_served(app):
    ref = hearing(app.office)
    begun(app.office, ref)
    plan_drafts.put(app.office, JO, (ref, "J"), {"direct_payments": "The family runs a small budget."})
    said = page(signed_in(app), changes(ref))
    assert "to the plan being written" in said and "The family runs a small budget." in said


def test_another_family_and_an_adviser_find_nothing(app):
    ref = served_twice(app)
    app.office.people.enrol(id="demo-tom", name="Tom", email="tom@demo.example", by="import", state="active")
    for who in (Actor("demo-tom", "Tom"), ASH):
        assert signed_in(app, who).get(changes(ref, LEILA)).status_code == 404
        assert signed_in(app, who).get(changes(ref)).status_code == 404


def test_the_changes_are_printed_by_the_worker_for_those_who_have_both_versions(app):
    ref = served_twice(app)
    two = {"first": "draft-1", "second": "draft-2"}
    client = signed_in(app, LEILA)
    assert press(client, changes(ref, LEILA), **two).status_code == 303
    assert "is being printed" in page(client, changes(ref, LEILA))
    press(signed_in(app), changes(ref), **two)  # the same print, not a second one
    waiting = [row for row in app.office.post.unprinted() if row.as_ == "redline draft-1"]
    assert len(waiting) == 1
    quick = replace(app.office, press=Pages(app.office.area))
    while deliver(quick):
        pass
    [address] = re.findall(r"/case/\S+?/file/\w{64}", page(client, changes(ref, LEILA)))
    answer = client.get(address)
    assert answer.status_code == 200 and b"Draft 1 to draft 2" in answer.data
    assert "changes-draft-1-to-draft-2" in answer.headers["Content-Disposition"]
    assert signed_in(app, ASH).get(address).status_code == 404


def later_saved(app, ref):
    """Section J saved by one officer, and then by another."""
    begun(app.office, ref)
    plan_drafts.put(app.office, JO, (ref, "J"), {"direct_payments": "Four hours."})
    plan_drafts.put(app.office, SAM, (ref, "J"), {"direct_payments": "None."})
    return app.office.drafts.states("plan", ref, "J")


def test_a_section_is_put_back_as_a_new_state_and_nothing_is_lost(app):
    ref = writing(app.office)
    newest, first, *_ = later_saved(app, ref)
    client, there = signed_in(app), f"/desk/case/{ref}/plan/section/J/versions"
    said = page(client, there)
    assert "Put this one back" in said and "Four" in said and "Sam Reed" in said
    assert press(client, there, version=str(first.version), read=str(newest.version)).status_code == 303
    states = app.office.drafts.states("plan", ref, "J")
    assert [each.content["direct_payments"] for each in states[:3]] == ["Four hours.", "None.", "Four hours."]


def test_putting_back_from_a_page_that_is_out_of_date_is_refused(app):
    ref = writing(app.office)
    newest, first, *_ = later_saved(app, ref)
    plan_drafts.put(app.office, JO, (ref, "J"), {"direct_payments": "Six hours."})
    answer = press(
        signed_in(app),
        f"/desk/case/{ref}/plan/section/J/versions",
        version=str(first.version),
        read=str(newest.version),
    )
    assert answer.status_code == 200 and "Someone else has changed this section" in answer.text
    assert plan_drafts.content(app.office, ref, "J") == {"direct_payments": "Six hours."}
    with pytest.raises(SomeoneElseWrote):
        plan_past.put_back(app.office, JO, (ref, "J"), wanted="1", read="1")


def test_a_line_that_stands_in_another_section_now_is_not_put_in_twice(app):
    ref = writing(app.office)
    line = begun(app.office, ref).plan.provisions_in("F")[0]
    case = app.office.diary.read(ref)
    before = {name: words for name, words in line.to_content().items() if name not in ("sources", "ref")}
    plan_lines.keep_line(app.office, SAM, case, replace(line, section="G"), before=before)
    states = app.office.drafts.states("plan", ref, "F")
    with pytest.raises(Refusal, match="is in section G now"):
        plan_past.put_back(
            app.office, JO, (ref, "F"), wanted=str(states[-1].version), read=str(states[0].version)
        )


def test_a_link_to_a_line_that_is_gone_is_left_out_of_what_is_put_back(app):
    ref = writing(app.office)
    plan = begun(app.office, ref).plan
    plan_lines.remove_line(app.office, SAM, app.office.diary.read(ref), plan.needs[0].ref)
    states = app.office.drafts.states("plan", ref, "F")
    wanted = {"wanted": str(states[-1].version), "read": str(states[0].version)}
    plan_past.put_back(app.office, JO, (ref, "F"), **wanted)
    [line, *_] = plan_drafts.content(app.office, ref, "F")["provisions"]
    assert plan.needs[0].ref not in line["needs"]
