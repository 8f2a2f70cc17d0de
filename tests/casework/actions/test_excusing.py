"""Lawful exceptions as facts: claimed, accepted with their days and by whom, or turned down with a reason."""

import pytest

from casework.actions.excusing import claim_an_excuse, turn_down_an_excuse
from casework.actions.lateness import record_an_excuse
from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.record import entries as kinds
from tests.makers import assessing, day

SLT, LEGAL = "speech_language-1", "ASSESS_ADVICE_6W"
TODAY = day("2026-05-04")
EVIDENCE = {"words": "They were away in March.", "since": "2026-03-01", "until": "2026-03-28"}
MINE = {"duty": LEGAL, "about": SLT, "ground": "away for 4 weeks or more"}


def legal(case):
    """The legal limit of the advice."""
    return next(each for each in deadlines(case.facts, case.excuses) if each.duty.id == LEGAL)


def claimed(*more):
    """A case in which the adviser has claimed an exception."""
    said = {"duty": LEGAL, "ground": MINE["ground"], "paper": "c" * 64, "person": "ash"}
    return assessing(kinds.ExcuseClaimed(on=TODAY, about=SLT, **said), *more)


def recorded(on=TODAY, **more):
    """The exception was accepted."""
    said = {"duty": LEGAL, "ground": MINE["ground"], "paper": "e" * 64} | more
    return kinds.ExcuseRecorded(on=on, about=SLT, **said)


def test_a_claim_keeps_its_words_days_and_who_made_it():
    paper, entry = claim_an_excuse(assessing(), TODAY, evidence=EVIDENCE, person="ash", **MINE)
    assert (entry.person, entry.since, entry.until) == ("ash", day("2026-03-01"), day("2026-03-28"))
    assert paper.content["words"] == EVIDENCE["words"] and entry.paper == paper.digest


def test_a_claim_lifts_nothing_and_an_acceptance_answers_it():
    assert legal(claimed()).standing(TODAY) == "late"
    case = claimed(recorded(accepted_by="jo", since=day("2026-03-01")))
    assert legal(case).standing(TODAY) == "late, excused"
    assert legal(case).due == legal(claimed()).due
    [excuse] = case.excuses
    assert (case.claims, excuse.accepted_by, excuse.since) == ((), "jo", day("2026-03-01"))


def test_a_claim_that_is_turned_down_stays_and_says_when():
    down = kinds.ExcuseTurnedDown(on=TODAY, about=SLT, duty=LEGAL, ground=MINE["ground"], paper="d" * 64)
    [claim] = claimed(down).claims
    assert (claim.waits, claim.turned_down_on, claim.why) == (False, TODAY, "d" * 64)
    assert legal(claimed(down)).standing(TODAY) == "late"
    with pytest.raises(Refusal, match="Nobody is waiting"):
        turn_down_an_excuse(claimed(down), TODAY, words="No.", **MINE)


@pytest.mark.parametrize("deed", [claim_an_excuse, record_an_excuse])
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ground": "waiting list"}, "A waiting list is not a ground in law. Regulation 8"),
        ({"ground": "no staff or an empty post"}, "Staff who are away and empty posts are not a ground"),
        ({"ground": "away for 2 weeks or more"}, "does not allow that ground for this time limit"),
        ({"ground": "nothing"}, "does not allow that ground for this time limit"),
        ({"evidence": EVIDENCE | {"words": " "}}, "how you know"),
        ({"evidence": EVIDENCE | {"until": "2026-03-27"}}, "needs 28 days without a break; .* is 27 days"),
        ({"evidence": EVIDENCE | {"until": "2026-02-27"}}, "must not be before the first"),
    ],
)
def test_what_lifts_no_limit_is_refused_in_a_sentence(deed, changes, sentence):
    with pytest.raises(Refusal, match=sentence):
        deed(assessing(), TODAY, **MINE | {"evidence": EVIDENCE, "person": "ash"} | changes)


def test_an_exception_that_waits_is_not_asked_for_twice_nor_for_a_limit_that_does_not_run():
    said = MINE | {"evidence": EVIDENCE, "person": "ash"}
    with pytest.raises(Refusal, match="already, and waits"):
        claim_an_excuse(claimed(), TODAY, **said)
    with pytest.raises(Refusal, match="not running"):
        claim_an_excuse(assessing(), TODAY, **said | {"about": "medical-1"})


def test_an_exception_written_before_it_had_days_reads_as_it_was_sealed():
    old = {"duty": LEGAL, "ground": MINE["ground"], "paper": "e" * 64}
    assert kinds.body_of(recorded()) == old
    assert kinds.entry_from("ExcuseRecorded", TODAY, SLT, old) == recorded()
    kept = kinds.body_of(recorded(since=day("2026-03-01"), accepted_by="jo"))
    assert kinds.entry_from("ExcuseRecorded", TODAY, SLT, kept).since == day("2026-03-01")


def test_an_exception_that_was_struck_out_lifts_nothing():
    case = claimed(recorded(), kinds.EntryStruckOut(on=TODAY, about="6", paper="s" * 64))
    assert (case.excuses, len(case.claims), legal(case).standing(TODAY)) == ((), 1, "late")
