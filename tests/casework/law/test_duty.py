"""A timetable with one row that cannot be believed is refused whole, and the row is named."""

import pytest

from casework.errors import GapInOurTables
from casework.law.timetable import in_force, read_timetable
from casework.tables import rows
from tests.casework.law.slowly import day


def a_row(**changes):
    """The row of the twenty weeks, with some cells changed; spaces in headings are underscores."""
    [row] = [row for row in rows("timetable") if row["id"] == "PLAN_FINAL_20W"]
    return dict(row) | {name.replace("_", " "): words for name, words in changes.items()}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"limit": "whenever"}, "nobody knows “whenever” under “limit”"),
        ({"repeats": "twice"}, "nobody knows “twice” under “repeats”"),
        ({"evidence": "a friend"}, "nobody knows “a friend” under “evidence”"),
        ({"roll": "downhill"}, "nobody knows “downhill” under “roll”"),
        ({"law": " "}, "nothing under “law”"),
        ({"family_words": ""}, "nothing under “family words”"),
        ({"length": "some weeks"}, "“some weeks” cannot be counted “after the day”"),
        ({"length": "0 weeks"}, "“0 weeks” cannot be counted"),
        ({"length": "31 Febtober"}, "“31 Febtober” cannot be counted"),
        ({"counted": "sideways"}, "“20 weeks” cannot be counted “sideways”"),
        ({"length": "", "counted": ""}, "“” cannot be counted “”"),
        ({"met_by": ""}, "a duty is watched (yes or no) only when"),
        ({"watch": "perhaps"}, "a duty is watched (yes or no) only when"),
        ({"runs_from": "the moon rises"}, "milestones.csv does not list “the moon rises”"),
        ({"met_by": "the moon sets"}, "milestones.csv does not list “the moon sets”"),
        ({"ends_with": "the moon sets"}, "milestones.csv does not list “the moon sets”"),
        ({"all_end_with": "the moon sets"}, "milestones.csv does not list “the moon sets”"),
        ({"from": "2014-13-01"}, "no date we can read: 2014-13-01"),
        ({"until": "2014-01-01"}, "it ends before it begins"),
        ({"stage": "first"}, "a stage is a number, not “first”"),
        ({"with_other_dates": "whichever of PLAN_FINAL_20W"}, "nobody knows “whichever of PLAN_FINAL_20W”"),
        ({"note": "new"}, "its headings are not id, duty"),
    ],
)
def test_a_wrong_row_is_refused_with_its_number_and_what_is_wrong(changes, sentence):
    with pytest.raises(GapInOurTables) as refused:
        read_timetable([a_row(id="ANOTHER"), a_row(**changes)])
    assert str(refused.value).startswith("Row 3 of timetable.csv (PLAN_FINAL_20W): ")
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"cautious_of": "NOWHERE", "watch": "no"}, "names a rule that is not there: NOWHERE"),
        ({"with_other_dates": "later of NOWHERE, the day move"}, "names a rule that is not there: NOWHERE"),
        ({"cautious_of": "PLAN_FINAL_20W"}, "is a cautious reading, so it cannot be watched"),
    ],
)
def test_a_row_that_does_not_fit_the_others_is_refused(changes, sentence):
    with pytest.raises(GapInOurTables, match=sentence):
        read_timetable([a_row(**changes)])


def test_a_combination_of_a_combination_is_refused():
    choice = a_row(id="CHOICE", length="", counted="", watch="no", with_other_dates="later of PLAN_FINAL_20W")
    with pytest.raises(GapInOurTables, match="combines a rule that has no length of its own"):
        read_timetable([a_row(), choice, a_row(id="WORSE", with_other_dates="later of CHOICE, the day move")])


def versions(*periods):
    """The twenty weeks as several rows, each in force from one day until another."""
    return [a_row(**{"from": since, "until": until, "length": length}) for since, until, length in periods]


def test_a_duty_is_judged_by_the_row_in_force_when_it_started():
    before, summer, since = ("2014-09-01", "2020-04-30"), ("2020-05-01", "2020-09-25"), ("2020-09-26", "")
    found = read_timetable(versions((*before, "20 weeks"), (*summer, "30 weeks"), (*since, "20 weeks")))
    [rule] = found.watched["request received"]
    began = [in_force(rule, day(words)) for words in ("2020-04-30", "2020-05-01", "2020-09-25", "2020-09-26")]
    assert [duty.length for duty in began] == ["20 weeks", "30 weeks", "30 weeks", "20 weeks"]
    assert in_force(rule, day("2014-08-31")) is None


@pytest.mark.parametrize("second", ["2020-05-02", "2020-04-30"])
def test_a_gap_or_an_overlap_between_two_versions_of_a_rule_is_refused(second):
    with pytest.raises(GapInOurTables, match="Row 3 .* does not begin the day after the row before it ended"):
        read_timetable(versions(("2014-09-01", "2020-04-30", "20 weeks"), (second, "", "20 weeks")))
    with pytest.raises(GapInOurTables, match="does not begin the day after"):
        read_timetable(versions(("2014-09-01", "", "20 weeks"), (second, "", "20 weeks")))


def test_a_rule_may_be_in_force_for_a_single_day():
    [row] = versions(("2020-05-01", "2020-05-01", "20 weeks"))
    [[duty]] = read_timetable([row]).versions.values()
    assert duty.in_force(day("2020-05-01"))
    assert not duty.in_force(day("2020-05-02"))


def test_two_versions_of_a_rule_run_from_the_same_fact():
    first, second = versions(("2014-09-01", "2020-04-30", "20 weeks"), ("2020-05-01", "", "20 weeks"))
    with pytest.raises(GapInOurTables, match="two versions of a rule run from different facts"):
        read_timetable([first, second | {"runs from": "draft plan served"}])
