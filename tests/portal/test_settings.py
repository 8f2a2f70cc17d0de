"""Settings are read once, checked, and refused in one sentence that says what to put right."""

import stat

import pytest

from casework.errors import GapInOurTables
from portal.settings import ROOT, read_settings

EXAMPLE = (ROOT / "instance" / "settings.example.cfg").read_text(encoding="utf-8")
DARK, PALE = "#0b5d57", "#7fb0d8"


def reads(folder, text="", **environ):
    """The settings of a copy whose own settings.cfg says this."""
    if text:
        (folder / "settings.cfg").write_text(text, encoding="utf-8")
    return read_settings({"INSTANCE_PATH": str(folder), **environ})


def test_a_fresh_copy_is_the_demonstration_area(tmp_path):
    said = reads(tmp_path)
    assert (said.area.name, said.area.colour, said.area.demonstration) == ("Saltmarsh Council", DARK, True)
    assert said.area.address_lines[0] == "SEND Service"
    assert said.area.tribunal.address_lines
    assert (said.port, said.site_url) == (8000, "http://127.0.0.1:8000")
    assert said.database_url == f"sqlite:///{tmp_path / 'golden-thread.sqlite3'}"
    assert not said.quick_passwords


def test_the_environment_comes_before_the_file(tmp_path):
    said = reads(tmp_path, "[service]\nport = 8001\nsmtp_url = smtp://one\n", PORT="8002", SMTP_URL="smtp://two")
    assert (said.port, said.smtp_url) == (8002, "smtp://two")
    assert reads(tmp_path).port == 8001


def test_a_copy_says_only_what_is_its_own(tmp_path):
    said = reads(tmp_path, "[area]\nname = Elsewhere Council\ndemonstration = no\n")
    assert (said.area.name, said.area.phone, said.area.demonstration) == ("Elsewhere Council", "01632 960100", False)


@pytest.mark.parametrize("name", ["name", "short_name", "phone", "email", "website", "address", "signatory"])
def test_what_every_letter_must_give_cannot_be_left_out(tmp_path, name):
    with pytest.raises(GapInOurTables, match=f"does not say the area’s {name}"):
        reads(tmp_path, f"[area]\n{name} =\n")


@pytest.mark.parametrize("service", ["sendiass", "mediation", "disagreement", "tribunal"])
def test_whom_the_family_can_turn_to_cannot_be_left_out(tmp_path, service):
    with pytest.raises(GapInOurTables, match=rf"no \[{service}\] section with a name"):
        reads(tmp_path, f"[{service}]\nname =\n")


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eighty", "80.0"])
def test_a_port_that_is_none_is_refused(tmp_path, port):
    with pytest.raises(GapInOurTables, match=f"between 1 and 65535, and it is “{port}”"):
        reads(tmp_path, PORT=port)


@pytest.mark.parametrize("url", ["mysql://here/db", "here.sqlite3", "http://here"])
def test_a_database_we_do_not_know_is_refused(tmp_path, url):
    with pytest.raises(GapInOurTables, match="must begin with sqlite:/// or postgresql://"):
        reads(tmp_path, DATABASE_URL=url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_however_postgresql_is_written_our_own_driver_is_used(tmp_path, scheme):
    assert reads(tmp_path, DATABASE_URL=f"{scheme}://here/db").database_url == "postgresql+psycopg://here/db"


@pytest.mark.parametrize("colour", [PALE, "#FFFFFF", "#787878"])
def test_a_colour_that_white_words_cannot_be_read_on_is_refused_by_name(tmp_path, colour):
    with pytest.raises(GapInOurTables, match=rf"colour {colour} \(\d\.\d to 1\): choose a darker one"):
        reads(tmp_path, f"[area]\ncolour = {colour}\n")


@pytest.mark.parametrize("colour", ["#000000", "#757575", "#12436D", DARK])
def test_a_colour_that_is_dark_enough_is_kept(tmp_path, colour):
    assert reads(tmp_path, f"[area]\ncolour = {colour}\n").area.colour == colour


@pytest.mark.parametrize("colour", ["teal", "#123", "12436d", "#12436d; background: url(x)", ""])
def test_a_colour_written_another_way_is_refused(tmp_path, colour):
    with pytest.raises(GapInOurTables, match="write it as #12436d"):
        reads(tmp_path, f"[area]\ncolour = {colour}\n")


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path):
    first = reads(tmp_path).secret_key
    assert len(first) > 40
    assert reads(tmp_path).secret_key == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert reads(tmp_path, SECRET_KEY="given").secret_key == "given"


def test_cookies_are_kept_to_https_when_the_area_says_so(tmp_path):
    assert not reads(tmp_path).secure_cookies
    assert reads(tmp_path, "[service]\nsecure_cookies = yes\n").secure_cookies
