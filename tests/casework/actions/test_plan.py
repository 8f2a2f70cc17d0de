"""The plan as deeds: what stops a draft, what the family may ask, and when the final plan may go."""

from dataclasses import replace

import pytest

from casework.actions.plan import (
    accepted,
    ask_for_more_time,
    give_more_time,
    issue_the_final_plan,
    last_day_to_reply,
    let_wording_stand,
    meeting_owed,
    prefer_a_setting,
    record_the_meeting,
    reply_to_the_draft,
    serve_the_draft,
)
from casework.errors import Refusal
from casework.quality import gates_on
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.record.plan import Placement, Plan
from tests.casework.content_makers import a_plan, a_provision
from tests.makers import PARENT, assessing, day, hearing, plan_agreed, received, served
from tests.makers import accepted as advice_accepted

SLT = "speech_language-1"
SERVED, LAST, AFTER = day("2026-05-11"), day("2026-05-25"), day("2026-05-26")


def a_final(**changes):
    """A final plan that lists the advice of these cases."""
    listed = (replace(a_plan().appendices[0], about=SLT),)
    return a_plan(appendices=listed, **changes).to_content()


def a_draft(**changes):
    """The same as a draft: nothing in section I."""
    return a_final(placement=None, **changes)


def writing():
    """A case whose plan is being written."""
    return assessing(received(), advice_accepted(), plan_agreed())


def consulted(*more):
    """A draft served, and the school asked about being named."""
    asked = kinds.SettingConsulted(on=SERVED, about="100001", plan="p" * 64)
    return hearing(asked, *more)


def refused(deed, *args, **details) -> str:
    """What a deed says when it is refused."""
    with pytest.raises(Refusal) as said:
        deed(*args, **details)
    return said.value.sentence


def test_a_draft_is_served_with_its_words_kept_as_a_paper():
    paper, entry = serve_the_draft(writing(), SERVED, plan=a_draft())
    assert (paper.content, entry.plan, entry.about) == (a_draft(), paper.digest, "1")


def test_a_draft_that_names_a_school_is_refused():
    assert "must not name a school" in refused(serve_the_draft, writing(), SERVED, plan=a_final())


def test_a_draft_that_leaves_out_accepted_advice_is_refused():
    plan = a_plan(placement=None).to_content()
    assert "not listed in section K" in refused(serve_the_draft, writing(), SERVED, plan=plan)


def test_a_draft_with_another_childs_name_in_it_is_refused():
    plan = a_draft(direct_payments="As for Tobias, none.")
    assert "Tobias" in refused(serve_the_draft, writing(), SERVED, plan=plan, others=("Tobias",))


def test_a_refusal_says_how_many_more_things_there_are_to_put_right():
    said = refused(serve_the_draft, writing(), SERVED, plan=a_draft(needs=(), provisions=(), outcomes=()))
    assert said.endswith("There are 2 more to put right.")


def test_the_same_draft_is_not_served_again_but_a_changed_one_is():
    same = kinds.DraftPlanServed(on=SERVED, about="1", plan=Paper("plan", a_draft()).digest)
    case = assessing(received(), advice_accepted(), plan_agreed(), same)
    assert "the same draft" in refused(serve_the_draft, case, SERVED, plan=a_draft())
    assert serve_the_draft(case, SERVED, plan=a_draft(officer="Sam Reed"))[1].about == "2"


def test_only_accepted_advice_must_be_listed():
    assert accepted(assessing(received())) == ()
    assert accepted(writing()) == (SLT,)


def test_the_family_has_fifteen_days_counting_the_day_they_got_the_draft():
    assert last_day_to_reply(hearing()) == LAST


def test_a_changed_draft_gives_fifteen_new_days_and_forgets_the_time_given_before():
    longer = kinds.MoreTimeGiven(on=SERVED, until=day("2026-06-30"))
    assert last_day_to_reply(hearing(longer)) == day("2026-06-30")
    assert last_day_to_reply(hearing(longer, served("2026-05-20", "2"))) == day("2026-06-03")


def test_more_time_is_never_less_time():
    assert "already has until that day" in refused(give_more_time, hearing(), SERVED, until=LAST)
    assert give_more_time(hearing(), SERVED, until=AFTER)[0].until == AFTER


def test_more_time_is_asked_for_in_the_future():
    assert "in the future" in refused(ask_for_more_time, hearing(), SERVED, person=PARENT.id, until=SERVED)


def test_an_empty_reply_says_nothing():
    said = refused(reply_to_the_draft, hearing(), SERVED, person=PARENT.id, comments={"section_B": "  "})
    assert "at least one comment" in said


def test_a_reply_keeps_only_what_was_said():
    comments = {"section_B": "Loud rooms too", "section_C": ""}
    paper, entry = reply_to_the_draft(hearing(), SERVED, person=PARENT.id, comments=comments)
    assert (paper.content["comments"], entry.about) == ({"section_B": "Loud rooms too"}, PARENT.id)


def test_a_school_is_chosen_or_named():
    assert "Choose a school" in refused(prefer_a_setting, hearing(), SERVED, setting="", name=" ")


@pytest.mark.parametrize("met_on", ["2026-05-10", "2026-05-27"])
def test_a_meeting_was_held_between_the_draft_and_today(met_on):
    assert "between" in refused(record_the_meeting, hearing(), AFTER, met_on=day(met_on), words="x")


def test_a_meeting_asked_for_is_owed_until_one_is_held_after_it():
    asked = kinds.MeetingAskedFor(on=day("2026-05-12"), about=PARENT.id, paper="m" * 64)
    assert meeting_owed(hearing(asked)) and not meeting_owed(hearing())
    assert not meeting_owed(hearing(asked, kinds.MeetingHeld(on=day("2026-05-14"), paper="m" * 64)))
    assert meeting_owed(hearing(kinds.MeetingHeld(on=SERVED, paper="m" * 64), asked))


def test_the_final_plan_waits_for_the_end_of_the_familys_last_day():
    assert "You can issue from Tue 26 May 2026" in refused(issue_the_final_plan, consulted(), LAST, plan=a_final())
    entry = issue_the_final_plan(consulted(), AFTER, plan=a_final())[1]
    assert (entry.setting, entry.on) == ("100001", AFTER)


def test_the_final_plan_waits_for_the_time_we_gave():
    longer = kinds.MoreTimeGiven(on=SERVED, until=day("2026-06-30"))
    for today in (AFTER, day("2026-06-30")):
        assert "Wed 1 July 2026" in refused(issue_the_final_plan, consulted(longer), today, plan=a_final())
    assert issue_the_final_plan(consulted(longer), day("2026-07-01"), plan=a_final())


def test_the_final_plan_waits_for_a_meeting_the_family_asked_for():
    asked = kinds.MeetingAskedFor(on=SERVED, about=PARENT.id, paper="m" * 64)
    assert "asked for a meeting" in refused(issue_the_final_plan, consulted(asked), AFTER, plan=a_final())


def test_a_school_that_was_never_asked_is_not_named():
    assert "has not been consulted" in refused(issue_the_final_plan, hearing(), AFTER, plan=a_final())


def test_a_type_alone_needs_nobodys_answer():
    plan = a_final(placement=Placement(type="Mainstream primary school"))
    assert issue_the_final_plan(hearing(), AFTER, plan=plan)[1].setting == ""


def test_a_health_line_nobody_agreed_stops_the_final_plan_and_not_the_draft():
    line = a_provision(ref="P2", section="G")
    assert serve_the_draft(writing(), SERVED, plan=a_draft(provisions=(a_provision(), line)))
    plan = a_final(provisions=(a_provision(), line))
    assert "P2 needs the commissioning body" in refused(issue_the_final_plan, consulted(), AFTER, plan=plan)


def test_words_that_promise_nothing_hold_the_final_plan():
    weak = a_final(provisions=(a_provision(what="teach Sam regularly, as needed"),))
    said = refused(issue_the_final_plan, consulted(), AFTER, plan=weak)
    assert said.startswith("P1 says “regularly”.") and said.endswith("let it stand. There is 1 more.")


def test_a_manager_lets_words_stand_and_only_those_words():
    weak = a_final(provisions=(a_provision(what="teach Sam regularly, as needed"),))
    first, second = (each.key for each in gates_on(Plan.from_content(weak)))
    paper, stands = let_wording_stand(consulted(), AFTER, plan=weak, gates=[first], reason="The therapist says when.")
    assert (stands.gates, stands.paper) == ((first,), paper.digest)
    assert paper.content["stands"] == [{"line": "P1", "rule": "VP003", "words": "regularly"}]
    assert "P1 says “as needed”." in refused(issue_the_final_plan, consulted(stands), AFTER, plan=weak)
    both = kinds.WordingLetStand(on=AFTER, gates=(first, second), paper="p" * 64)
    assert issue_the_final_plan(consulted(both), AFTER, plan=weak)
    other = a_final(provisions=(a_provision(what="teach Sam regularly, as needed, or not"),))
    assert "P1 says “regularly”." in refused(issue_the_final_plan, consulted(both), AFTER, plan=other)


def test_words_do_not_stand_without_a_reason_or_without_being_chosen():
    weak = a_final(provisions=(a_provision(what="teach Sam regularly"),))
    [gate] = (each.key for each in gates_on(Plan.from_content(weak)))
    refuse = {"plan": weak, "gates": [gate], "reason": " "}
    assert refused(let_wording_stand, consulted(), AFTER, **refuse) == "Say why the words can stand."
    refuse = {"plan": weak, "gates": ["0"], "reason": "Because"}
    assert refused(let_wording_stand, consulted(), AFTER, **refuse) == "Choose which words can stand."
