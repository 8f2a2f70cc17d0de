"""A panel advises: only one that could lawfully sit is recorded."""

import pytest

from casework.actions.panel import record_the_panel
from casework.errors import Refusal
from tests.makers import a_case, day, requested

TODAY = day("2026-02-20")
CASE = a_case(requested("2026-02-02"))


def seats(*away, reason=""):
    """Everyone a panel needs, but for those away."""
    agencies = ("chair", "education", "health", "social care", "school nursing")
    return [{"name": "A", "agency": one, "present": one not in away, "reason": reason} for one in agencies]


def advise(**said):
    """Record what a panel thought."""
    record = {"attendance": seats(), "voice": "Amira said boats.", "findings": "It may be necessary."}
    record |= said.pop("record", {})
    return record_the_panel(CASE, TODAY, **{"panel": "request", "view": "yes", "record": record} | said)


def test_a_quorate_panel_is_recorded_on_the_day_it_met():
    paper, entry = advise(met_on=day("2026-02-18"))
    assert (entry.on, entry.about, entry.view, entry.paper) == (day("2026-02-18"), "request", "yes", paper.digest)


@pytest.mark.parametrize("agency", ["chair", "education", "health", "social care"])
def test_a_panel_without_one_it_needs_is_refused(agency):
    with pytest.raises(Refusal, match=agency) as refused:
        advise(record={"attendance": seats(agency)})
    assert refused.value.field == "attendance"


def test_school_nursing_is_there_or_away_with_a_reason():
    with pytest.raises(Refusal, match="School Nursing"):
        advise(record={"attendance": seats("school nursing")})
    assert advise(record={"attendance": seats("school nursing", reason="Half term.")})


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"met_on": day("2026-02-21")}, "today or in the past"),
        ({"met_on": day("2026-02-01")}, "before the request was received"),
        ({"view": "perhaps"}, "Choose the panel’s view"),
        ({"panel": "football"}, "Choose the panel’s view"),
        ({"record": {"voice": " "}}, "own views"),
        ({"record": {"findings": ""}}, "what the panel found"),
    ],
)
def test_a_panel_that_could_not_advise_is_refused(said, sentence):
    with pytest.raises(Refusal, match=sentence):
        advise(**said)
