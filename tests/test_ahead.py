"""A small part of the clock suite with the machine's date a year ahead; `make test-ahead` runs the whole of it."""

from datetime import date, timedelta

from casework.outside import clock
from tests import ahead

SOME = [f"tests/casework/law/test_{name}.py" for name in ("rights", "stages", "combining")]


def test_the_machines_date_is_really_moved():
    today = ahead.run("-c", "from casework.outside.clock import today; print(today())")
    moved = date.fromisoformat(today.stdout.strip()) - clock.today()
    assert timedelta(days=365) <= moved <= timedelta(days=366)


def test_a_part_of_the_clock_suite_passes_a_year_ahead():
    came = ahead.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *SOME)
    assert came.returncode == 0, came.stdout[-3000:]


def test_the_whole_suite_names_tests_that_are_there():
    assert all((ahead.Path(__file__).parent.parent / path).exists() for path in ahead.CLOCK_SUITE)
