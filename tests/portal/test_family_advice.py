"""A family reads the advice behind its plan: once it was sent, what it may see, on a page and as the PDF."""

from dataclasses import replace

import pytest

from casework.actions import carry_out
from casework.actions.joining import join_the_case
from casework.actions.plan import serve_the_draft
from casework.commands.deliver import deliver
from casework.record.people import Actor
from casework.record.plan import Source
from casework.stating import advice_given
from casework.web import Wires
from tests.casework.commands.test_deliver_enclosed import Pages
from tests.casework.content_makers import a_provision
from tests.casework.desk.plan_makers import (
    AGREED,
    ASH,
    JO,
    LEILA,
    SERVED,
    SLT,
    WILL,
    a_draft,
    advised,
    an_app,
    hearing,
    inside,
    page,
    signed_in,
    writing,
)


@pytest.fixture
def app(tmp_path, sqlite_url):
    """The service on the day the draft is served, with a press that is quick."""
    app = an_app(tmp_path, sqlite_url, SERVED)
    with inside(app) as office:
        app.office = replace(office, press=Pages(office.area))
        app.extensions["golden-thread"] = Wires(app.office, app.extensions["golden-thread"].sign_in_first)
        yield app


def delivered(app, ref):
    """Everything that is owed is sent; answers with the digests of what was printed."""
    while deliver(app.office):
        pass
    return app.office.post.prints_of(ref)


def documents(app, ref) -> str:
    """The page of letters, plans and files, as the parent sees it."""
    return page(signed_in(app, LEILA), f"/my-cases/{ref}/documents")


def test_advice_is_listed_once_a_draft_has_been_served_and_not_before(app):
    ref = writing(app.office)
    assert "Speech and language therapy advice" not in documents(app, ref)
    assert signed_in(app, LEILA).get(f"/my-cases/{ref}/advice/{SLT}").status_code == 404
    served = hearing(app.office)
    assert "Speech and language therapy advice" in documents(app, served)


def test_the_list_says_who_wrote_it_and_when_and_what_went_with_the_letter(app):
    ref = hearing(app.office, fields={"author_name": "Ash Okoro"})
    delivered(app, ref)
    said = documents(app, ref)
    assert "Ash Okoro, Tue 10 March 2026" in said
    assert "sent with Draft plan 1 and 1 piece of advice" in said


def test_the_case_shows_its_officer_what_was_sent_with_a_letter(app):
    ref = hearing(app.office)
    digest = delivered(app, ref)[(app.office.diary.read(ref).advice[SLT].paper, "advice")]
    said = page(signed_in(app, JO), f"/desk/case/{ref}")
    assert "Sent with it:" in said and f"/case/{ref}/file/{digest}" in said


def test_an_advice_is_read_on_a_page_of_its_own_in_the_order_of_its_template(app):
    ref = hearing(app.office, provision={"prov_reason": "It kept her talking."})
    said = page(signed_in(app, LEILA), f"/my-cases/{ref}/advice/{SLT}")
    places = [said.index(words) for words in ("What the child or young person says", "Needs", "Help that is needed")]
    assert places == sorted(places)
    assert "will teach Amira to start and keep up a conversation" in said and "It kept her talking." in said
    assert said.count("<h1") == 1 and "it is being printed" not in said


def test_the_page_leads_to_the_pdf_and_the_pdf_opens(app):
    ref = hearing(app.office)
    client = signed_in(app, LEILA)
    assert "is being printed" in page(client, f"/my-cases/{ref}/advice/{SLT}")
    prints = delivered(app, ref)
    digest = prints[(app.office.diary.read(ref).advice[SLT].paper, "advice")]
    assert f"/case/{ref}/file/{digest}" in page(client, f"/my-cases/{ref}/advice/{SLT}")
    answer = client.get(f"/case/{ref}/file/{digest}")
    assert answer.status_code == 200
    assert "advice-speech-language-1.pdf" in answer.headers["Content-Disposition"]


def test_an_advice_of_another_case_or_of_no_case_is_not_found(app):
    ref, other = hearing(app.office), hearing(app.office, need={"need_text": "He cannot yet count to five in class."})
    prints = delivered(app, other)
    digest = prints[(app.office.diary.read(other).advice[SLT].paper, "advice")]
    client = signed_in(app, LEILA)
    assert client.get(f"/case/{ref}/file/{digest}").status_code == 404
    assert client.get(f"/my-cases/{ref}/advice/nobodys-1").status_code == 404


def test_a_school_that_is_asked_may_not_open_advice(app):
    ref = hearing(app.office)
    visitor = {"post": "school staff", "setting": "elm-park", "state": "active"}
    head = Actor("demo-anna", "Anna Birch", post="school staff", setting="elm-park", second_factor=True)
    app.office.people.enrol(id=head.id, name=head.name, email="anna@demo.example", by="import", **visitor)
    carry_out(app.office, JO, join_the_case, ref, capacity="setting consulted", purpose="to reply", setting="elm-park")
    digest = delivered(app, ref)[(app.office.diary.read(ref).advice[SLT].paper, "advice")]
    assert signed_in(app, head).get(f"/case/{ref}/file/{digest}").status_code == 404


def test_who_may_read_an_advice_is_who_it_was_sent_to(app):
    before, after = (app.office.diary.read(ref) for ref in (writing(app.office), hearing(app.office)))
    paper = app.office.papers.read(after.ref, after.advice[SLT].paper)
    kept = replace(paper, kept_from=("parent",))
    assert not advice_given.may_read(LEILA, before, before.advice[SLT], paper)
    assert advice_given.may_read(LEILA, after, after.advice[SLT], paper)
    assert not advice_given.may_read(LEILA, after, after.advice[SLT], kept)
    assert not advice_given.may_read(WILL, after, after.advice[SLT], paper)
    assert not advice_given.may_read(Actor("stranger", "A stranger"), after, after.advice[SLT], paper)


def test_an_advice_that_was_not_accepted_is_not_the_familys_yet(app):
    case = app.office.diary.read(hearing(app.office))
    one = replace(case.advice[SLT], accepted_on=None)
    assert not advice_given.may_read(LEILA, case, one, app.office.papers.read(case.ref, one.paper))


@pytest.mark.parametrize(("drawn_from", "said"), [(SLT, "is in"), ("educational_psychology-1", "is not in")])
def test_an_adviser_is_told_how_much_of_their_help_is_in_the_plan(app, drawn_from, said):
    ref = writing(app.office)
    advised(app.office.at(AGREED))
    line = a_provision(sources=(Source(drawn_from, row="P1"),))
    plan = a_draft(SLT, provisions=(line,)).to_content()
    carry_out(app.office, JO, serve_the_draft, ref, plan=plan)
    seen = page(signed_in(app, ASH), "/advice")
    assert seen.count(f"Your line of help {said} the draft plan.") == 1
    assert seen.count("Accepted.") == 2
