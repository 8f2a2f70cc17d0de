"""What a letter says is with it leaves with it: printed once, kept by digest, and never less after a crash."""

import json
from dataclasses import replace

import pytest

from casework import letters
from casework.actions import carry_out
from casework.actions.advice import accept_advice, countersign_a_response, give_a_first_response
from casework.actions.decision import refuse_a_plan
from casework.actions.plan import issue_the_final_plan
from casework.actions.schools import consult_a_setting
from casework.commands.deliver import deliver
from casework.record.people import Actor
from casework.record.plan import Placement
from portal import wiring
from tests.casework.commands.test_deliver import Crash, QuickPress
from tests.casework.content_makers import a_plan
from tests.casework.desk import plan_makers as at
from tests.makers import day

LATER, ISSUED = day("2026-05-12"), day("2026-05-27")
DOCTOR = "medical_paediatric-1"
LEAD = Actor("demo-val", "Val Price", post="service manager", service="occupational-therapy", second_factor=True)
NOTHING_NEEDED = {"checked": "Growth and hearing.", "checked_by": "Noor Haddad", "checked_on": "2026-03-09"}


class Pages(QuickPress):
    """The real words of plans and advice too, without the fonts of a PDF."""

    def plan(self, plan, version):
        """The page itself."""
        self.printed.append(f"plan {version['label']}")
        return self.plan_html(plan, version).encode()

    def changes(self, found, version):
        """The page itself."""
        self.printed.append("changes")
        return self.changes_html(found, version).encode()

    def advice(self, content, version):
        """The page itself."""
        self.printed.append("advice")
        return self.advice_html(content, version).encode()


@pytest.fixture
def office(sqlite_url, tmp_path):
    """An office whose press is quick, on the day the draft is served."""
    app = at.an_app(tmp_path, sqlite_url, at.SERVED)
    with at.inside(app) as office:
        yield replace(office, press=Pages(office.area))


@pytest.fixture
def print_room(tmp_path):
    """What lies in the print room for one letter: its words by the name of the file."""
    return lambda letter: {path.name: path.read_text() for path in (tmp_path / "print").rglob(f"{letter.id:06}*.pdf")}


def later(office, today=LATER):
    """The same office on another day."""
    return wiring.office_on(office, today)


def letter_called(office, ref, name):
    """The row of a letter as it stands now."""
    return next(row for row in office.post.of_case(ref) if row.letter == name)


def delivered(office, ref, name):
    """A letter after everything that is owed was sent."""
    while deliver(office):
        pass
    return letter_called(office, ref, name)


def replied(office) -> str:
    """A case with one advice, and one reply that nothing is needed, countersigned and accepted."""
    ref = at.writing(office)
    there = office.at(at.AGREED)
    asked = {"advice": "medical_paediatric", "service": "occupational-therapy", "agency": "health"}
    carry_out(there, at.JO, at.ask_for_advice, ref, **asked)
    answer = {"about": DOCTOR, "response": "no_health_needs_found", "answers": NOTHING_NEEDED}
    carry_out(there, at.WILL, at.confirm_the_story_read, ref, about=DOCTOR, person=at.WILL.id)
    carry_out(there, at.WILL, give_a_first_response, ref, **answer)
    carry_out(there, LEAD, countersign_a_response, ref, about=DOCTOR, person=at.SAM.id)
    carry_out(there, at.JO, accept_advice, ref, about=DOCTOR)
    return ref


def test_a_draft_leaves_with_the_plan_and_every_advice_behind_it(office, print_room):
    ref = at.hearing(office)
    letter = delivered(office, ref, "draft-plan")
    left = print_room(letter)
    number = f"{letter.id:06}"
    assert set(left) == {f"{number}.pdf", f"{number}-1-plan.pdf", f"{number}-2-speech-language-1.pdf"}
    assert "This is a draft" in left[f"{number}-1-plan.pdf"]
    assert "Speech and language therapy advice" in left[f"{number}-2-speech-language-1.pdf"]


def test_what_was_sent_with_a_letter_is_kept_on_its_row(office):
    ref = at.hearing(office)
    letter = delivered(office, ref, "draft-plan")
    enclosed = office.post.sent_with(letter)
    assert [each["words"] for each in enclosed] == ["Draft plan 1", "Speech and language therapy advice"]
    case = office.diary.read(ref)
    papers = [(case.draft.plan, "draft"), (case.advice[at.SLT].paper, "advice")]
    assert [each["digest"] for each in enclosed] == [office.post.print_of(ref, *paper).digest for paper in papers]
    assert office.post.sent_with(letter_called(office, ref, "we-will-assess")) == []


def test_a_reply_in_place_of_advice_is_sent_too_with_who_put_their_name_to_it(office, print_room):
    ref = replied(office)
    plan = at.a_draft(at.SLT, DOCTOR).to_content()
    carry_out(office, at.JO, at.serve_the_draft, ref, plan=plan)
    left = print_room(delivered(office, ref, "draft-plan"))
    [reply] = [words for name, words in left.items() if "medical-paediatric" in name]
    assert "This is a reply, not full advice." in reply and "Sam Reed" in reply


def test_each_advice_is_printed_once_however_many_letters_it_goes_with(office):
    ref = at.hearing(office)
    delivered(office, ref, "draft-plan")
    changed = at.a_draft(at.SLT, officer="Sam Reed").to_content()
    carry_out(later(office), at.JO, at.serve_the_draft, ref, plan=changed)
    while deliver(later(office)):
        pass
    assert office.press.printed.count("advice") == 1
    again = [row for row in office.post.of_case(ref) if row.letter == "draft-plan"][-1]
    assert [each["words"] for each in office.post.sent_with(again)][0] == "Draft plan 2"


def test_a_family_that_is_refused_a_plan_is_sent_the_advice(office):
    ref = at.advised(office)
    carry_out(office.at(at.AGREED), at.SAM, refuse_a_plan, ref, reasons=at.REASONS)
    letter = delivered(office, ref, "we-will-not-issue-a-plan")
    assert [each["name"] for each in office.post.sent_with(letter)] == [at.SLT]


def test_a_school_that_is_asked_is_sent_the_draft_and_no_advice(office):
    ref = at.hearing(office)
    carry_out(office, at.JO, consult_a_setting, ref, setting="elm-park")
    letter = delivered(office, ref, "asking-a-setting")
    assert [each["words"] for each in office.post.sent_with(letter)] == ["Draft plan 1"]


def issued(office) -> str:
    """A case whose final plan was issued."""
    ref = at.hearing(office)
    carry_out(office, at.JO, consult_a_setting, ref, setting="elm-park")
    appendix = replace(a_plan().appendices[0], about=at.SLT)
    placed = Placement("elm-park", "Elm Park Primary School", "Maintained primary school")
    plan = a_plan(placement=placed, appendices=(appendix,)).to_content()
    carry_out(later(office, ISSUED), at.JO, issue_the_final_plan, ref, plan=plan)
    return ref


def test_a_final_plan_goes_to_the_family_with_its_advice_and_to_others_without(office):
    ref = issued(office)
    names = ("final-plan", "final-plan-for-setting", "final-plan-for-health")
    sent = {name: office.post.sent_with(delivered(office, ref, name)) for name in names}
    assert {name: [each["words"] for each in with_it] for name, with_it in sent.items()} == {
        "final-plan": ["Final plan", "Speech and language therapy advice"],
        "final-plan-for-setting": ["Final plan"],
        "final-plan-for-health": ["Final plan"],
    }


def test_a_printed_plan_says_the_last_day_to_reply_or_the_first_review(office):
    ref = issued(office)
    letter = delivered(office, ref, "final-plan")
    case = office.diary.read(ref)
    prints = office.post.prints_of(ref)
    draft = office.cabinet.get(prints[(case.draft.plan, "draft")]).decode()
    assert "by the end of Mon 25 May 2026" in draft
    final = office.cabinet.get(office.post.sent_with(letter)[0]["digest"]).decode()
    assert "First review, finished by" in final and "26 May 2027" in final


def test_advice_that_is_kept_from_the_reader_is_not_enclosed(office):
    ref = at.hearing(office)
    shelf = office.papers

    class KeptFromParents:
        """The papers of a case, one of them kept from parents for a recorded reason."""

        def read_all(self, ref, digests):
            found = shelf.read_all(ref, digests)
            return {name: replace(paper, kept_from=("parent",)) for name, paper in found.items()}

        def read(self, ref, digest):
            return shelf.read(ref, digest)

    letter = delivered(replace(office, papers=KeptFromParents()), ref, "draft-plan")
    assert [each["name"] for each in office.post.sent_with(letter)] == ["plan"]


def test_a_letter_waits_for_an_enclosure_that_cannot_be_printed_and_holds_up_no_other(office, print_room):
    ref = at.hearing(office)

    class Jammed(Pages):
        """A press on which no advice can be printed."""

        def advice(self, content, version):
            """Nothing comes out."""
            raise OSError("The press is jammed.")

    jammed = replace(office, press=Jammed(office.area))
    letter = delivered(jammed, ref, "draft-plan")
    assert (letter.state, letter.sent_at, print_room(letter)) == ("owed", None, {})
    assert "jammed" in letter.problem
    assert letter_called(office, ref, "we-will-assess").state == "sent"
    paper = office.diary.read(ref).advice[at.SLT].paper
    assert "jammed" in office.post.print_of(ref, paper, "advice").problem
    assert len(print_room(delivered(later(office), ref, "draft-plan"))) == 3


def test_a_crash_before_paper_is_left_loses_nothing_and_prints_nothing_again(office, print_room):
    ref = at.hearing(office)
    there = office.carriers

    class Falling:
        """Carriers that fall over with the draft in their hands."""

        def email(self, *letter, **said):
            """Hand over an email."""
            there.email(*letter, **said)

        def paper(self, letter_id, day, pdf, enclosed=()):
            """Leave a letter that has nothing with it; fall over with any other."""
            if enclosed:
                raise Crash
            there.paper(letter_id, day, pdf)

    with pytest.raises(Crash):
        delivered(replace(office, carriers=Falling()), ref, "draft-plan")
    kept = letter_called(office, ref, "draft-plan")
    assert kept.state == "printed" and len(json.loads(kept.enclosed)) == 2
    office.post.mark(kept.id, held_until=None)  # two minutes later it is free again
    letter = delivered(office, ref, "draft-plan")
    assert (letter.enclosed, len(print_room(letter))) == (kept.enclosed, 3)
    assert [office.press.printed.count(what) for what in ("advice", "plan 1", "draft-plan")] == [1, 1, 1]


def test_advice_accepted_after_the_draft_is_printed_at_once(office):
    ref = at.writing(office)
    asked = {"advice": "occupational_therapy", "service": "occupational-therapy", "agency": "health"}
    carry_out(office.at(at.AGREED), at.JO, at.ask_for_advice, ref, **asked)
    carry_out(office, at.JO, at.serve_the_draft, ref, plan=at.a_draft(at.SLT).to_content())
    there, about = later(office), "occupational_therapy-1"
    carry_out(there, at.WILL, at.confirm_the_story_read, ref, about=about, person=at.WILL.id)
    carry_out(there, at.WILL, at.submit_advice, ref, about=about, advice=at.an_advice("occupational_therapy"))
    carry_out(there, at.JO, accept_advice, ref, about=about)
    delivered(office, ref, "draft-plan")
    paper = office.diary.read(ref).advice[about].paper
    assert office.post.print_of(ref, paper, "advice").digest
    assert len(office.post.sent_with(letter_called(office, ref, "draft-plan"))) == 2


def test_the_letters_that_speak_of_something_with_them_are_those_that_enclose_it():
    assert letters.encloses("draft-plan") == {"plan", "advice"}
    assert letters.encloses("we-will-not-issue-a-plan") == {"advice"}
    assert letters.encloses("asking-a-setting") == {"plan"}
    assert letters.encloses("we-will-assess") == frozenset()
