"""Sending a request by the other doors: a young person, a school or college, a professional."""

import pytest

from tests.portal.asking import (
    FAMILY,
    PROFESSIONAL,
    SETTING,
    YOUNG_PERSON,
    an_app,
    asked,
    inside,
    office_of,
    post_owed,
)
from tests.reader import read

YOUNGER = YOUNG_PERSON | {"dob": {"dob-day": "1", "dob-month": "3", "dob-year": "2012"}}


@pytest.fixture
def app(sqlite_url, tmp_path):
    """The whole service on 2 November 2026."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield app


def joined(app, case) -> dict:
    """Who is on a case: capacity by name, or by the school's id."""
    people = office_of(app).people
    return {(people.person(p.person).name if p.person else p.setting): p.capacity for p in case.parties}


def test_a_young_person_asks_for_themselves(app):
    asker = asked(app, "young-person", YOUNG_PERSON)
    asker.put("parent-involved", parent_involved="ask me each time")
    assert asker.send().h1 == "We have your request"
    case = asker.case()
    assert joined(app, case) == {"Tom Bell": "young person"}
    [choice] = [office_of(app).papers.read(case.ref, paper).content for paper in case.consents]
    assert (choice["consent"], choice["choice"]) == ("parents involved", "ask me each time")


def test_somebody_too_young_to_decide_is_told_so_and_still_heard(app):
    asker = asked(app, "young-person", {slug: YOUNGER[slug] for slug in ("intent", "name")})
    page = read(asker.client.get(asker.put("dob", **YOUNGER["dob"]).location))
    assert page.h1 == "You can tell us now"
    asker.answer_all({slug: YOUNGER[slug] for slug in ("address", "contact")}).send()
    assert joined(app, asker.case()) == {"Tom Bell": "child"}


def test_a_school_asks_and_the_family_gets_a_copy(app):
    asker = asked(app, "setting", SETTING, {"family": FAMILY})
    assert "We write to the family" in asker.send().text
    case = asker.case()
    assert joined(app, case) == {"Ann Lee": "requester", "Bo Moss": "parent", "elm-park": "setting attended"}
    owed = {(row.letter, office_of(app).people.person(row.person).name) for row in post_owed(app) if row.person}
    assert {("request-received", "Bo Moss"), ("request-received-from-you", "Ann Lee")} <= owed


def test_a_professional_brings_a_child_to_our_attention(app):
    asker = asked(app, "professional", PROFESSIONAL, {"family": FAMILY})
    assert "bringing to your attention Kit Moss" in asker.open("check").text
    asker.send()
    assert joined(app, asker.case()) == {"Ravi Shah": "requester", "Bo Moss": "parent"}


def test_a_family_is_not_written_to_when_telling_them_would_be_unsafe(app):
    asker = asked(app, "professional", PROFESSIONAL, {"family": FAMILY})
    asker.put("unsafe-to-tell", unsafe_to_tell="yes")
    asker.send()
    assert joined(app, asker.case()) == {"Ravi Shah": "requester"}


def test_a_health_notice_waits_until_the_parent_was_told(app):
    notice = {"route": {"route": "section 23"}, "told-family": {"told_family-told": "no", "told_family-talked": "no"}}
    asker = asked(app, "professional", PROFESSIONAL | notice)
    page = asker.send()
    assert page.errors[0].startswith("For a health notice, tell the parent first")
    assert page.links[page.errors[0]] == "#answer-told-family"
    assert office_of(app).diary.refs() == []
