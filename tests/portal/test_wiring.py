"""The real office is chosen from the settings, and stands on another day when it is told to."""

from casework.outside import clock
from casework.outside.carriers import MailFolder, Smtp
from portal.settings import read_settings
from portal.wiring import office_on, real_office
from tests.makers import day


def office(folder, **environ):
    """The office of a copy."""
    return real_office(read_settings({"INSTANCE_PATH": str(folder), "SECRET_KEY": "s" * 40, **environ}))


def test_mail_goes_through_a_server_once_there_is_one(tmp_path):
    assert isinstance(office(tmp_path).carriers._mail, MailFolder)
    assert isinstance(office(tmp_path, SMTP_URL="smtp://127.0.0.1:2525").carriers._mail, Smtp)


def test_the_real_office_goes_by_the_clock(tmp_path):
    assert (office(tmp_path).clock_today, office(tmp_path).clock_now) == (clock.today, clock.now)


def test_an_office_on_another_day_dates_its_drafts_and_post_that_day(tmp_path):
    there = office_on(office(tmp_path), day("2026-02-02"))
    assert (there.today(), there.now().isoformat()) == (day("2026-02-02"), "2026-02-02T10:00:00+00:00")
    assert there.drafts._now() == there.post._now() == there.now()


def test_passwords_are_quick_only_when_a_test_asks(tmp_path):
    assert read_settings({"INSTANCE_PATH": str(tmp_path)}).quick_passwords is False
