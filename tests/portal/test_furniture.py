"""What every answer has: headers on every status, a plain page for what is wrong, and a door on every page."""

import pytest
from flask import Blueprint, request

from casework.errors import GapInOurTables, NotYours, Refusal, SomeoneElseWrote
from casework.web import check_doors, opens
from portal import create_app
from portal.furniture import MOST_AT_ONCE
from portal.settings import read_settings
from tests import stores
from tests.casework.outside.register_makers import Hands
from tests.portal.signing_in import service
from tests.reader import read

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
RAISED = {
    "/raises/refusal": (Refusal("This request has already been made."), 409, "This request has already been made."),
    "/raises/clash": (SomeoneElseWrote(), 409, "Someone else has changed this since you opened it."),
    "/raises/not-yours": (NotYours("x"), 404, "We cannot find that page"),
}
trouble = Blueprint("trouble", __name__)


@trouble.route("/raises/<what>")
@opens("anyone")
def raises(what):
    """Raise what a page might."""
    raise RAISED[f"/raises/{what}"][0]


@trouble.route("/breaks")
@opens("anyone")
def breaks():
    """A fault of ours."""
    raise ZeroDivisionError("A secret that no page may show.")


@trouble.route("/takes", methods=["POST"])
@opens("anyone")
def takes():
    """A page that is sent something."""
    request.get_data()
    return "taken"


@pytest.fixture(scope="module")
def client(shared_folder, tmp_path_factory):
    """A browser of the whole service, with a few pages that go wrong."""
    folder = tmp_path_factory.mktemp("furniture")
    url = stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder)
    with service(url, folder, Hands()) as app:
        app.register_blueprint(trouble)
        yield app.test_client()


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/nowhere", 404), ("/my-cases", 303), ("/raises/refusal", 409), ("/takes", 405), ("/breaks", 500),
     ("/healthz", 200), ("/readyz", 200)],
)  # fmt: skip
def test_every_answer_has_the_headers_whatever_its_status(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "Set-Cookie" not in answer.headers or "HttpOnly; Path=/; SameSite=Lax" in answer.headers["Set-Cookie"]


def test_each_page_has_a_nonce_of_its_own(client):
    policies = {client.get("/").headers["Content-Security-Policy"] for _ in range(3)}
    assert len(policies) == 3


@pytest.mark.parametrize("path", RAISED)
def test_what_a_page_raises_is_said_on_a_plain_page(client, path):
    _, status, sentence = RAISED[path]
    answer = client.get(path)
    assert answer.status_code == status
    assert sentence in read(answer).text


def test_a_fault_of_ours_is_an_apology_that_shows_nothing_of_itself(client):
    answer = client.get("/breaks")
    assert answer.status_code == 500
    assert "secret" not in read(answer).text
    assert "ZeroDivision" not in answer.text


def test_more_than_we_take_at_once_is_said_plainly(client):
    vast = {"CONTENT_LENGTH": str(MOST_AT_ONCE + 1)}
    answer = client.post("/takes", data=b"x", content_type="text/plain", environ_overrides=vast)
    assert answer.status_code == 413
    assert read(answer).text


def test_a_form_from_somebody_elses_page_is_refused(client):
    answer = client.post("/takes", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert client.post("/takes", headers={"Sec-Fetch-Site": "same-origin"}).text == "taken"


def test_who_watches_the_service_is_answered(client):
    assert client.get("/healthz").text == "ok"
    assert client.get("/readyz").text == "ready"


def test_the_service_does_not_start_with_a_page_that_nothing_opens(tmp_path):
    app = create_app(read_settings({"INSTANCE_PATH": str(tmp_path), "SECRET_KEY": "s" * 40}))
    check_doors(app)
    app.add_url_rule("/back-door", "back_door", lambda: "open")
    with pytest.raises(GapInOurTables, match=r"The page /back-door \(back_door\) names no row of access.csv"):
        check_doors(app)


def test_a_page_cannot_name_a_row_that_is_not_there():
    with pytest.raises(GapInOurTables, match="access.csv has no row for “walk in”"):
        opens("walk in")


def test_an_address_without_its_last_slash_leads_to_the_page(client):
    answer = client.get("/my-cases/EHC-2026-0001/draft")
    assert answer.status_code == 308
    assert answer.location.endswith("/draft/")
