"""Every address there is: shut to strangers and other families, harmless to open, deaf to forms that are not ours."""

import pytest
from sqlalchemy import func, select

from casework.actions import carry_out
from casework.actions.request import ask_for_an_assessment
from casework.outside.database import db
from casework.record.people import Actor
from tests.casework.desk.plan_makers import ASH, JO, LEILA, SAM, SERVED, SLT, an_app, hearing, inside, on, signed_in
from tests.makers import CHILD, STORY
from tests.stores import migrate

OTHER = Actor("demo-tom", "Tom Fielding")
VALUES = {
    "about": SLT,
    "call": "none",
    "capacity": "parent",
    "code": "detailed_to_follow",
    "digest": "0" * 64,
    "door": "parent",
    "duty": "ASSESS_ADVICE_6W",
    "key": "none",
    "letter": "B",
    "line": "N1",
    "link": "none",
    "number": 1,
    "person": LEILA.id,
    "rule": "PLAN_FINAL_20W",
    "section": "about",
    "setting": "elm-park",
    "slug": "child-first-name",
    "started": "2026-02-02",
    "step": "E06",
    "token": "none",
}
# What opening a page may write: who looked, and when a session was last used. A plan that nobody has begun
# is begun by opening it: words to work on, that nobody else has seen.
LEFT_BY_LOOKING = {"looks", "sessions"}
OPEN = ("anyone", "ask for an assessment")


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """An app on the day a draft was served, and the case of it."""
    folder = tmp_path_factory.mktemp("doors")
    url = f"sqlite:///{folder / 'golden-thread.sqlite3'}"
    migrate(url)
    app = an_app(folder, url, SERVED)
    app.config["TESTING"] = False  # a page that fails must show as one, and not stop the round of all of them
    with inside(app) as office:
        ref = hearing(office)
        office.people.enrol(id=OTHER.id, name=OTHER.name, email="tom@demo.example", by="import", state="active")
        asker = {"person": OTHER.id, "capacity": "parent", "purpose": "their child"}
        asked = {"door": "parent", "child": CHILD, "story": STORY, "people": [asker]}
        carry_out(on(app, SERVED), OTHER, ask_for_an_assessment, **asked)
        yield app, ref


def addresses(app, ref, method="GET"):
    """Every address of the service, with a real case and made-up other parts, and the row that opens it."""
    for rule in app.url_map.iter_rules():
        if method in rule.methods and rule.endpoint not in ("static", "healthz", "readyz"):
            values = {name: ref if name == "ref" else VALUES[name] for name in rule.arguments}
            with app.test_request_context():
                yield rule.endpoint, rule.build(values)[1], app.view_functions[rule.endpoint].opens


def everything(app) -> dict:
    """Every row of every table but those that looking leaves."""
    with app.app_context():
        db.session.remove()
        kept = [table for table in db.metadata.sorted_tables if table.name not in LEFT_BY_LOOKING]
        return {table.name: sorted(map(repr, db.session.execute(select(table)))) for table in kept}


def test_a_stranger_is_sent_to_sign_in_or_finds_nothing(town):
    app, ref = town
    for endpoint, path, opens in addresses(app, ref):
        answer = app.test_client().get(path)
        if opens not in OPEN:
            to_sign_in = answer.status_code in (302, 303) and answer.location.startswith("/sign-in")
            assert to_sign_in or answer.status_code == 404, f"{endpoint} {path}: {answer.status_code}"
        assert answer.status_code < 500, f"{endpoint} {path}: {answer.status_code}"
        assert answer.status_code != 200 or STORY["answers"]["story"] not in answer.text, path


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_family_finds_nothing_at_any_address_of_a_case(town, method):
    app, ref = town
    client = signed_in(app, OTHER)
    for endpoint, path, _ in addresses(app, ref, method):
        if f"/{ref}" in path:
            answer = client.open(path, method=method, data={"forgery": "proof"} if method == "POST" else None)
            assert answer.status_code == 404, f"{endpoint} {path}: {answer.status_code}"


@pytest.mark.parametrize("who", [JO, SAM, LEILA, ASH], ids=lambda actor: actor.name)
def test_opening_a_page_changes_nothing_but_who_looked(town, who):
    app, ref = town
    client = signed_in(app, who)
    client.get(f"/desk/case/{ref}/plan/")
    before = everything(app)
    for endpoint, path, _ in addresses(app, ref):
        answer = client.get(path)
        assert answer.status_code < 500, f"{endpoint} {path}: {answer.status_code}"
    after = everything(app)
    assert {name for name in after if after[name] != before[name]} == set()


@pytest.mark.parametrize("who", [JO, SAM, LEILA, ASH], ids=lambda actor: actor.name)
def test_a_form_that_is_not_ours_changes_nothing(town, who):
    app, ref = town
    client = signed_in(app, who)
    before = everything(app)
    for endpoint, path, _ in addresses(app, ref, "POST"):
        answer = client.post(path, data={"token": "mine", "words": "Words from another page.", "sure": "yes"})
        assert answer.status_code < 500, f"{endpoint} {path}: {answer.status_code}"
    after = everything(app)
    assert {name for name in after if after[name] != before[name]} == set()


def test_there_are_many_addresses_and_a_case_to_shut_away(town):
    app, ref = town
    assert len(list(addresses(app, ref))) > 80
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(db.metadata.tables["entries"])) > 10
