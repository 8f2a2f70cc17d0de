"""Every row of the timetable, cell by cell, against the rules that the research into the law wrote down."""

import pytest

from casework.law.timetable import duties, duty_called
from tests.casework.law.slowly import RULES

# What law-rules.json calls an exception, in the words an officer chooses from.
EXCUSES = {
    "school_closed_4w": {"school shut for 4 weeks or more"},
    "early_years_closed_4w": {"early years setting shut for 4 weeks or more"},
    "exceptional_personal_circumstances": {"exceptional personal circumstances"},
    "exceptional_circumstances": {"exceptional circumstances"},
    "absent_4w": {"away for 4 weeks or more"},
    "absent_2w": {"away for 2 weeks or more"},
    "absent": {"away"},
    "missed_appointment": {"missed appointment"},
    "agreed_other_date": {"another date agreed in writing"},
    "tribunal_extension": {"Tribunal gave more time"},
    "tribunal_direction": {"Tribunal’s direction"},
    "caseworker_hold": {"caseworker put it on hold"},
}
FOUR = {
    "school shut for 4 weeks or more",
    "early years setting shut for 4 weeks or more",
    "exceptional personal circumstances",
    "away for 4 weeks or more",
}
EXCUSES |= {"reg10(4)": FOUR, "reg13(3)_grounds": FOUR, "reg10(4)(a)-(c)": FOUR - {"away for 4 weeks or more"}}
LIMITS = {
    "max": "no later than",
    "max_received_by": "no later than",
    "min_window": "no sooner than",
    "latest_before": "latest before",
    "guidance_max": "guidance",
    "guidance_should_consider_3_to_6": "guidance",
    "local_max": "local",
    "hold": "hold",
    "status_change": "status change",
}
# Rules whose law.md says that the wording or the number was not seen, whatever law-rules.json says.
NOT_SEEN = {"AMEND_OTHER", "TRIB_REFERBACK_2W", "REV_NO_AMEND_8W"}
# The two words that law-rules.json has for how a period is counted, in the words of the table.
COUNTED = {
    ("weeks", "exclude_event_day"): "after the day",
    ("days", "exclude_event_day"): "after the day",
    ("months", "exclude_event_day"): "after the day",
    ("working days", "exclude_event_day"): "after the day",
    ("days", "include_event_day"): "beginning with the day",
    ("months", "include_event_day"): "beginning with the day",
    ("working days", "include_event_day"): "beginning with the day",
    ("immediate", "exclude_event_day"): "on the day",
}
EVIDENCE = {
    "text seen": "text seen",
    "secondary source": "secondary source",
    "knowledge, unverified": "unverified",
    "project brief": "local protocol",
}
# Rules that have no number of their own in law-rules.json, with what the table says instead.
WITHOUT_A_NUMBER = {
    "REV_PHASE_15FEB": ("15 February", "by that date in the year"),
    "REV_PHASE_31MAR": ("31 March", "by that date in the year"),
    "AMEND_OTHER": ("8 weeks", "after the day"),
    "CEASE_STAY": ("", ""),
    "XFER_REVIEW_LATER": ("", ""),
    "YP_LEAVING_DATE": ("last Friday in June", "of the school year of the 16th birthday"),
}
# Our words for those who owe and are owed.
WHO = {
    "LA": "authority",
    "LA must allow": "authority",
    "LA or ICB": "authority",
    "home LA": "home authority",
    "home LA must allow": "home authority",
    "old LA": "old authority",
    "new LA": "new authority",
    "old ICB": "old health commissioner",
    "new ICB": "new health commissioner",
    "parent or young person": "family",
    "professional": "adviser",
    "ICB, NHS body, other LA, youth offending team (s.31); others by Code": "adviser",
    "school, college, other LA": "setting",
    "school or LA": "setting or authority",
    "person arranging the meeting": "setting or authority",
    "head teacher/principal or LA": "setting or authority",
    "mediation adviser": "mediation adviser",
    "ICB; LA social care": "health or social care",
    "n/a": "nobody",
}


def as_counted(rule):
    """The length and the way of counting of one rule of law-rules.json, as a row of the table says them."""
    if rule["id"] in WITHOUT_A_NUMBER:
        return WITHOUT_A_NUMBER[rule["id"]]
    number, unit = abs(rule["length"]), rule["unit"]
    length = "at once" if unit == "immediate" else f"{number} {unit if number > 1 else unit.removesuffix('s')}"
    if rule["length"] < 0:
        return length, "back from the day"
    on_tribunal_days = ", on Tribunal days" if rule["roll"] == "rule12_other" else ""
    return length, COUNTED[unit, rule["count"]] + on_tribunal_days


def test_all_fifty_nine_are_there():
    assert len(RULES) == 59
    assert set(RULES) <= {duty.id for duty in duties()}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_of_the_law_is_a_row_that_says_the_same(rule):
    duty = duty_called(rule["id"])
    # A local standard is the area's own protocol, whichever project brief it came from.
    assert duty.law == ("local protocol" if rule["clause"] == "project service standard" else rule["clause"])
    assert duty.limit == LIMITS[rule["kind"]]
    assert (duty.length, duty.counted) == as_counted(rule)
    assert duty.roll == ("Tribunal" if rule["roll"] == "rule12_start" else "none")
    assert set(duty.excuses) == set().union(*(EXCUSES[each] for each in rule["exceptions"]))
    assert duty.owed_by == WHO[rule["owed_by"]]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_row_is_as_sure_as_its_source_and_never_surer(rule):
    duty = duty_called(rule["id"])
    assert duty.evidence == ("unverified" if rule["id"] in NOT_SEEN else EVIDENCE[rule["evidence"]])
    assert duty.unverified == (rule["id"] in NOT_SEEN)


def test_no_row_that_is_not_in_the_source_claims_that_the_law_was_read():
    # The school closure window is in the text of regs 5(4)(a) and 10(4)(a), the appeal limit in Tribunal rule 20.
    read = {"EXC_CLOSURE_WINDOW_START", "EXC_CLOSURE_WINDOW_END", "APPEAL_LATER"}
    others = [duty for duty in duties() if duty.id not in RULES]
    # A strict reading is of the same text, with its word “before” taken as it stands.
    strict = {duty.id for duty in others if duty.id.endswith("_STRICT")}
    assert {duty.id for duty in others if duty.evidence == "text seen"} == read | strict


@pytest.mark.parametrize("duty", [each for each in duties() if each.cautious_of], ids=lambda duty: duty.id)
def test_a_cautious_reading_has_no_more_evidence_and_the_same_clause(duty):
    assert duty.law == duty_called(duty.cautious_of).law
    assert duty.excuses == ()
    assert duty.id.removeprefix(duty.cautious_of) in ("_DAY1", "_CLEAR", "_STRICT")
