"""What became of an adviser’s lines of help, as one sentence."""

import pytest

from portal.adviser_views import in_the_plan


@pytest.mark.parametrize(
    ("taken", "offered", "said"),
    [
        (3, 4, "3 of your 4 lines of help are in the draft plan."),
        (1, 4, "1 of your 4 lines of help is in the draft plan."),
        (0, 4, "None of your 4 lines of help are in the draft plan."),
        (4, 4, "All 4 of your lines of help are in the draft plan."),
        (1, 1, "Your line of help is in the draft plan."),
        (0, 1, "Your line of help is not in the draft plan."),
        (0, 0, ""),
    ],
)
def test_an_adviser_reads_how_many_of_their_lines_are_in_the_plan(taken, offered, said):
    assert in_the_plan(taken, offered, "draft") == said
