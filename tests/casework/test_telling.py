"""Where a case stands, in words: for a family on a telephone, and for whoever answers it."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from casework.law.clocks import deadlines
from casework.law.timetable import duties
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.telling import duty_words, ids_named, section_of, stage_words, standing, tell, words_named
from casework.telling.rows import duty_row, response_words
from casework.words import FILTERS
from tests.makers import (
    MANAGER,
    NOON,
    OFFICER,
    PARENT,
    a_case,
    accepted,
    asked,
    assessing,
    day,
    hearing,
    joined,
    plan_agreed,
    received,
    requested,
    written,
)

ROOT = Path(__file__).parent.parent.parent
NAMES = {
    OFFICER.id: "Jo Marsh",
    PARENT.id: "Leila Amin",
    "speech-and-language": "Speech therapy",
    "psychology": "Psychology",
}
TOLD_US = kinds.RequestAcknowledged(on=day("2026-02-02"))
ALLOCATED = kinds.CaseworkerAllocated(on=day("2026-02-03"), about=OFFICER.id)


def stands(case, on, reader="family"):
    """Where a case stands on a day."""
    return standing(case, deadlines(case.facts, case.excuses), day(on), NAMES, reader=reader)


def chased(level, step="E06", on="2026-03-17"):
    """One rung was climbed."""
    return kinds.Chased(on=day(on), about="speech_language-1", step=step, level=level, told=("boss",))


def test_a_new_request_is_with_the_team_until_somebody_is_named():
    found = stands(a_case(requested(), joined(), TOLD_US), "2026-02-02")
    assert (found.step_number, found.step_words) == (1, "We are deciding whether to assess")
    assert (found.who_has_it, found.since) == ("Our SEND team", day("2026-02-02"))
    assert (found.what_next, found.by) == ("We decide whether to assess and tell you", day("2026-03-16"))
    assert found.late == () and found.yours_to_do == ()


def test_it_says_who_has_it_and_since_when():
    found = stands(a_case(requested(), joined(), TOLD_US, ALLOCATED), "2026-02-10")
    assert (found.who_has_it, found.since) == ("Jo Marsh, your case officer", day("2026-02-03"))
    assert stands(a_case(requested(), ALLOCATED), "2026-02-10", "desk").who_has_it == "Jo Marsh, caseworker"


def test_the_reason_for_a_date_is_the_duty_that_gives_it():
    found = stands(assessing(), "2026-03-05")
    assert found.by == found.why_rule.due
    assert found.why_rule.duty.id == "LOCAL_DETAILED_10WD"
    assert found.final.due == day("2026-06-22")


def test_while_advice_is_awaited_it_names_who_sends_it_and_the_last_of_their_days():
    case = assessing(asked("educational_psychology-1", on="2026-03-04", service="psychology"))
    found = stands(case, "2026-03-05")
    assert found.what_next == "Speech therapy and Psychology send their advice"
    assert found.by == day("2026-03-18")


def test_a_promise_that_has_passed_leaves_the_legal_limit():
    assert stands(assessing(), "2026-03-20").why_rule.duty.id == "ASSESS_ADVICE_6W"
    assert stands(assessing(), "2026-05-20").by is None


def test_once_all_advice_is_in_we_decide_whether_a_plan_is_needed():
    found = stands(assessing(received(), accepted()), "2026-03-20")
    assert (found.what_next, found.by) == ("We decide whether a plan is needed and tell you", day("2026-05-25"))


def test_late_advice_is_said_plainly_with_what_is_being_done():
    [late] = stands(assessing(TOLD_US, chased(1)), "2026-03-20").late[-1:]
    assert late.words == "Advice from Speech therapy is late. It was due on Mon 16 March 2026."
    assert late.doing == "We have asked their manager. You do not need to do anything."


def test_late_advice_is_told_once_by_the_gravest_limit_that_has_passed():
    case = a_case(requested(), TOLD_US, kinds.AssessmentAgreed(on=day("2026-03-02"), reasons="r" * 64), asked())
    found = [late for late in stands(case, "2026-04-20").late if late.about]
    assert [late.deadline.duty.id for late in found] == ["ASSESS_ADVICE_6W"]
    assert found[0].words.startswith(
        "The law says that Speech therapy should have given its advice by Mon 13 April 2026."
    )


def test_a_late_first_response_is_for_the_desk_and_not_for_the_family():
    case = a_case(requested(), TOLD_US, kinds.AssessmentAgreed(on=day("2026-03-02"), reasons="r" * 64), asked())
    assert stands(case, "2026-03-11").late == ()
    assert stands(case, "2026-03-11", "desk").late[0].words == "Speech therapy: First response, 2 days late"


def test_a_missed_decision_is_owned_up_to():
    [late] = stands(a_case(requested(), joined(), TOLD_US), "2026-03-20").late
    assert (
        late.words
        == "We should have told you by Mon 16 March 2026 whether we will assess. We have not yet, and we are sorry."
    )


def test_an_excuse_is_said_beside_the_date_which_stays():
    excuse = kinds.ExcuseRecorded(
        on=day("2026-03-10"), about="", duty="ASSESS_DECISION_6W", ground="away for 4 weeks or more", paper="e" * 64
    )
    [late] = stands(a_case(requested(), joined(), TOLD_US, excuse), "2026-03-20").late
    assert late.due == day("2026-03-16")
    assert late.doing.startswith("It is excused: the law allows for this, because you or your child were away")
    assert late.doing.endswith("The date stays on your page.")


def test_the_draft_is_the_familys_to_read_until_the_end_of_their_last_day():
    case = hearing(TOLD_US, ALLOCATED)
    before, after = stands(case, "2026-05-25"), stands(case, "2026-05-26")
    assert before.who_has_it == "You and Jo Marsh, your case officer"
    assert (before.by, [task.deed for task in before.yours_to_do]) == (
        day("2026-05-25"),
        ["reply to the draft", "prefer a setting"],
    )
    assert after.who_has_it == "Jo Marsh, your case officer" and after.yours_to_do == ()
    assert (after.step_words, after.what_next) == ("We are getting the final plan ready", "We send you the final plan")


def test_more_time_moves_the_day_that_the_family_is_told():
    case = hearing(TOLD_US, kinds.MoreTimeGiven(on=day("2026-05-20"), until=day("2026-06-05")))
    assert stands(case, "2026-06-01").by == day("2026-06-05")


def test_a_family_that_has_replied_is_not_asked_again():
    replied = kinds.FamilyReplied(on=day("2026-05-13"), about=PARENT.id, paper="f" * 64)
    chosen = kinds.SettingPreferred(on=day("2026-05-13"), about="elm-park")
    assert stands(hearing(replied, chosen), "2026-05-14").yours_to_do == ()


def test_the_final_plan_is_followed_by_its_review():
    case = hearing(kinds.FinalPlanSent(on=day("2026-06-01"), about="1", plan="p" * 64))
    found = stands(case, "2026-06-02")
    assert (found.step_number, found.step_words, found.by) == (5, "The plan is in force", day("2027-05-31"))


def test_a_family_that_was_told_no_hears_until_when_it_can_appeal():
    refused = kinds.AssessmentRefused(on=day("2026-03-02"), reasons="r" * 64)
    found = stands(a_case(requested(), joined(), TOLD_US, refused), "2026-03-10")
    assert (found.ended, found.what_next, found.by) == (True, "You can ask for mediation or appeal", day("2026-05-05"))
    assert ("Asked", "done") in found.beads and "now" not in dict(found.beads).values()
    assert stands(a_case(requested(), refused), "2026-09-10").what_next == "You can ask again at any time"


def test_a_request_taken_back_has_no_more_dates():
    back = kinds.RequestWithdrawn(on=day("2026-02-10"), paper="w" * 64)
    found = stands(a_case(requested(), joined(), TOLD_US, back), "2026-03-10")
    assert (found.by, found.late, found.what_next) == (None, (), "You can ask again at any time")


def test_writing_a_plan_aims_at_the_draft_and_then_at_the_final_plan():
    case = assessing(TOLD_US, received(), accepted(), plan_agreed())
    assert stands(case, "2026-05-05").by == day("2026-05-11")
    late = stands(case, "2026-05-20")
    assert (late.what_next, late.by) == ("We send you the draft plan", day("2026-06-22"))


@pytest.mark.parametrize("duty", [duty.id for duty in duties() if duty.watch])
def test_every_duty_that_is_watched_has_words(duty):
    assert duty_words(duty) and duty_row(duty)["next for the family"]


def test_every_stage_has_words_for_both_readers():
    for stage in ("deciding whether to assess", "assessing", "writing the plan", "plan issued", "no plan needed"):
        assert stage_words(stage, "family") and stage_words(stage, "desk")


# --- entries as they are told ---

FRAGMENTS = Environment(
    loader=FileSystemLoader(ROOT / "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
FRAGMENTS.filters.update(FILTERS)
WORDS = {
    "comments": {"section_B": "Not quite"}, "until": "2026-06-05", "reason": "why", "missing_by": "2026-06-05",
    "name": "a.pdf", "what": "A letter", "choice": "yes", "words": "These words", "attendance": [], "kind": "note",
}  # fmt: skip


def an_entry(kind):
    """One entry of a kind, with something in every field."""
    given = {
        "duty": "ASSESS_DECISION_6W",
        "ground": "away",
        "level": 1,
        "view": "yes",
        "closes": True,
        "told": ("boss",),
    }
    given |= {
        "gaps": ("director",),
        "missing": (("director", "boss", "2026-03-09"),),
        "copied": ("boss",),
        "fell_on": day("2026-03-09"),
        **dict.fromkeys(("since", "until", "expected"), day("2026-06-05")),
        "about": "speech_language-1",
    }
    wanted = {each.name for each in fields(kind)}
    filled = {name: given.get(name, "x") for name in wanted - {"on"}}
    return kind(on=day("2026-03-10"), **filled)


def test_every_kind_of_entry_has_a_fragment_and_a_place_in_sight():
    for kind in kinds.KINDS:
        assert (ROOT / "templates" / "diary" / f"{kind}.html").is_file(), kind
        assert section_of(kind)
    assert {path.stem for path in (ROOT / "templates" / "diary").iterdir()} == set(kinds.KINDS)


@pytest.mark.parametrize("reader", ["family", "desk"])
@pytest.mark.parametrize("kind", sorted(kinds.KINDS))
def test_every_kind_of_entry_reads_as_a_sentence(kind, reader):
    [entry] = written(an_entry(kinds.KINDS[kind]))
    paper = {entry.entry.paper: Paper("any", WORDS)} if hasattr(entry.entry, "paper") else {}
    found = tell([entry], assessing(), MANAGER, papers=paper, names=NAMES, reader=reader)
    fragment = FRAGMENTS.get_template(f"diary/{kind}.html").module
    title = str(fragment.title(found[0]))
    assert title[:1].isupper() or title.startswith("speech"), title
    assert not title.endswith(".") and "None" not in title + str(fragment.more(found[0]))


def test_a_family_is_spoken_to_and_does_not_read_the_offices_notes():
    note = kinds.NoteAdded(on=day("2026-03-10"), paper="n" * 64)
    meeting = kinds.MeetingAskedFor(on=day("2026-03-11"), about=PARENT.id, paper="m" * 64)
    found = tell(written(requested(), note, meeting), assessing(), PARENT, papers={}, names=NAMES)
    assert [told.kind for told in found] == ["RequestReceived", "MeetingAskedFor"]
    assert str(FRAGMENTS.get_template("diary/MeetingAskedFor.html").module.title(found[1])).startswith("You asked")


def test_a_paper_kept_from_a_reader_is_not_told_to_them():
    document = Paper("document", {"name": "a.pdf"}, kept_from=("parent",))
    entry = kinds.DocumentAdded(on=day("2026-03-10"), paper=document.digest)
    told_to = {
        person.id: len(tell(written(entry), assessing(), person, papers={document.digest: document}, names=NAMES))
        for person in (PARENT, MANAGER)
    }
    assert told_to == {PARENT.id: 0, MANAGER.id: 1}


def test_a_message_is_told_to_those_it_is_between():
    entry = kinds.MessageSent(on=day("2026-03-10"), about="parent-2", sender=OFFICER.id, paper="m" * 64)
    assert tell(written(entry), assessing(), PARENT, papers={}, names=NAMES) == ()


def test_an_entry_struck_out_is_still_told():
    case = a_case(requested(), joined(), kinds.EntryStruckOut(on=day("2026-03-10"), about="2", paper="s" * 64))
    found = tell(written(requested(), joined()), case, MANAGER, papers={}, names=NAMES, reader="desk")
    assert [told.struck for told in found] == [False, True]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (joined(capacity="setting attended"), "joined as the school, college or nursery attended"),
        (kinds.PartyLeft(on=day("2026-03-10"), about=PARENT.id, capacity="parent"), "no longer a parent or carer"),
    ],
)
def test_a_capacity_is_told_in_plain_words(entry, words):
    [told] = tell(written(entry), assessing(), MANAGER, papers={}, names=NAMES, reader="desk")
    assert words in str(FRAGMENTS.get_template(f"diary/{told.kind}.html").module.title(told))


def test_a_first_response_is_told_in_the_words_that_were_chosen():
    assert response_words("detailed_to_follow") == "I will send full advice"


def test_what_to_look_up_before_telling():
    entries = written(requested(), joined(), chased(1))
    assert ids_named(entries) >= {OFFICER.id, PARENT.id, "boss"}
    assert words_named(written(kinds.NoteAdded(on=date(2026, 3, 1), paper="n" * 64), requested())) == {"n" * 64}
    assert entries[0].at == NOON
