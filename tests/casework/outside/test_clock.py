"""Today is today in London, whatever the machine thinks."""

import pytest
from freezegun import freeze_time

from casework.outside import clock
from tests.makers import day


@pytest.mark.parametrize(
    ("moment", "today"),
    [
        ("2026-06-30T22:59:59", "2026-06-30"),
        ("2026-06-30T23:00:00", "2026-07-01"),  # midnight in London’s summer
        ("2026-12-31T23:30:00", "2026-12-31"),
        ("2027-01-01T00:00:00", "2027-01-01"),
        ("2026-03-29T00:30:00", "2026-03-29"),  # the night the clocks go forward
        ("2026-10-25T00:30:00", "2026-10-25"),  # the night they go back
    ],
)
def test_today_is_londons(moment, today):
    with freeze_time(moment):
        assert clock.today() == day(today)
        assert clock.now().isoformat() == f"{moment}+00:00"
