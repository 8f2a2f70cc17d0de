"""The demonstration's people: one press where there is a demonstration, and nobody at all anywhere else."""

import pytest

from casework.demonstration import people
from tests.casework.outside.register_makers import Hands
from tests.portal.signing_in import code_now, is_in, office_of, read, send, service, signs_in


@pytest.fixture
def hands():
    """A clock whose hands this test moves."""
    return Hands()


def enrolled(app):
    """The demonstration's people, in this service's registers."""
    with app.app_context():
        people.enrol_everyone(office_of(app))
        return people.known(office_of(app))


@pytest.fixture
def shown(sqlite_url, tmp_path, hands):
    """A service that is a demonstration, with its people."""
    with service(sqlite_url, tmp_path, hands, demonstration=True) as served:
        enrolled(served)
        yield served


@pytest.fixture
def real(sqlite_url, tmp_path, hands):
    """A service that is not one, into whose registers the made-up people have come all the same."""
    with service(sqlite_url, tmp_path, hands) as served:
        enrolled(served)
        yield served


def by_name(page, name):
    """The form whose button carries a name."""
    return next(form for form in page.forms if name in form.buttons)


def test_the_page_offers_everybody_in_groups(shown):
    page = read(shown.test_client().get("/sign-in"))
    assert page.headings(2) == ["Families", "The council", "Advisers", "Schools", "Managers"]
    with shown.app_context():
        offered = people.offered(office_of(shown))
    assert len([form for form in page.forms if "/sign-in/as/" in form.action]) == len(offered) > 20


@pytest.mark.parametrize(
    ("name", "home"), [("Leila Amin", "/my-cases"), ("Jo Marsh", "/desk"), ("Ash Okoro", "/advice")]
)
def test_one_press_signs_in_as_somebody_the_code_included(shown, name, home):
    client = shown.test_client()
    form = by_name(read(client.get("/sign-in")), name)
    assert client.post(form.action, data=form.values).location == home
    assert is_in(client) == name


def test_one_press_leads_to_the_page_that_was_asked_for(shown):
    client = shown.test_client()
    form = by_name(read(client.get("/sign-in?next=/account")), "Jo Marsh")
    assert client.post(form.action, data=form.values).location == "/account"


def test_a_press_from_elsewhere_signs_nobody_in(shown):
    client = shown.test_client()
    form = by_name(read(client.get("/sign-in")), "Jo Marsh")
    assert client.post(form.action, data={"forgery": "made up"}).status_code == 404
    assert client.post("/sign-in/as/nobody", data=form.values).status_code == 404
    assert is_in(client) == ""


def test_what_demo_people_prints_signs_in_as_any_of_them(shown, hands):
    one = next(one for one in enrolled(shown) if one["name"] == "Ash Okoro")
    client = shown.test_client()
    assert signs_in(client, one["email"], one["password"]).location == "/sign-in/code"
    code = code_now(hands, one["second_factor_secret"])
    assert send(client, "/sign-in/code", code=code).location == "/advice"


def test_where_there_is_no_demonstration_its_people_are_offered_to_nobody_and_are_nobody(real):
    page = read(real.test_client().get("/sign-in"))
    assert "demonstration" not in page.text
    one = next(one for one in enrolled(real) if one["name"] == "Leila Amin")
    client = real.test_client()
    assert read(signs_in(client, one["email"], one["password"])).beside
    assert client.post(f"/sign-in/as/{one['id']}", data=page.form.values).status_code == 404
    send(client, "/sign-in/link", email=one["email"])
    with real.app_context():
        assert office_of(real).post.unsent() == []


def test_a_session_of_somebody_made_up_is_over_when_the_demonstration_is(shown, sqlite_url, tmp_path, hands):
    client = shown.test_client()
    form = by_name(read(client.get("/sign-in")), "Leila Amin")
    client.post(form.action, data=form.values)
    with service(sqlite_url, tmp_path, hands) as real:
        later = real.test_client()
        later.set_cookie("thread", client.get_cookie("thread").value)
        assert is_in(later) == ""
    assert is_in(client) == "Leila Amin"
