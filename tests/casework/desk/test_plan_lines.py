"""A plan being written: begun once from story and advice, changed line by line, and never written over."""

from dataclasses import replace

import pytest

from casework.desk import plan_drafts, plan_lines
from casework.drafting import PARTS
from casework.errors import NotYours, SomeoneElseWrote
from casework.record.plan import Need
from tests.casework.desk.plan_makers import JO, SAM, SLT, advised_later, an_app, begun, inside, writing

COAT = "occupational_therapy-1"


@pytest.fixture
def office(tmp_path, sqlite_url):
    """The office of an app on a fresh database."""
    with inside(an_app(tmp_path, sqlite_url)) as there:
        yield there


def written(office, ref):
    """The case and the plan being written on it."""
    case = office.diary.read(ref)
    return case, plan_drafts.sheets(office, case).plan


def fields(line):
    """A line as a page carries it back."""
    return {name: value for name, value in line.to_content().items() if name not in ("ref", "sources")}


def test_the_first_to_open_a_plan_finds_it_drafted_from_the_story_and_the_advice(office):
    sheet = begun(office, writing(office))
    assert set(sheet.parts) == set(PARTS)
    assert sheet.plan.views.story.startswith("Amira loves boats")
    assert sheet.plan.provisions[0].sources[0].advice == SLT
    assert sheet.plan.officer == "Jo Marsh"


def test_opening_it_again_changes_nothing(office):
    ref = writing(office)
    first = begun(office, ref)
    plan_lines.remove_line(office, JO, office.diary.read(ref), "P1")
    again = begun(office, ref)
    assert first.plan.provisions and not again.plan.provisions


def test_the_plan_names_the_child_as_last_corrected_whatever_was_drafted(office):
    ref = writing(office)
    begun(office, ref)
    assert written(office, ref)[1].child.first_name == "Amira"


def test_a_changed_line_keeps_its_source(office):
    ref = writing(office)
    line = begun(office, ref).plan.needs[0]
    plan_lines.keep_line(
        office, JO, office.diary.read(ref), replace(line, text="New words", sources=()), before=fields(line)
    )
    kept = written(office, ref)[1].needs[0]
    assert (kept.text, kept.sources) == ("New words", line.sources)


def test_two_writers_of_different_fields_both_keep_their_words(office):
    ref = writing(office)
    line, case = begun(office, ref).plan.provisions[0], office.diary.read(ref)
    plan_lines.keep_line(office, SAM, case, replace(line, minutes=45), before=fields(line))
    plan_lines.keep_line(office, JO, case, replace(line, where="The library"), before=fields(line))
    kept = written(office, ref)[1].provisions[0]
    assert (kept.minutes, kept.where) == (45, "The library")


def test_two_writers_of_the_same_words_see_before_theirs_and_mine(office):
    ref = writing(office)
    line, case = begun(office, ref).plan.needs[0], office.diary.read(ref)
    plan_lines.keep_line(office, SAM, case, replace(line, text="Theirs"), before=fields(line))
    with pytest.raises(SomeoneElseWrote) as clash:
        plan_lines.keep_line(office, JO, case, replace(line, text="Mine"), before=fields(line))
    seen = clash.value.theirs
    assert (seen.before["text"], seen.theirs["text"], seen.mine["text"]) == (line.text, "Theirs", "Mine")
    assert written(office, ref)[1].needs[0].text == "Theirs"


def test_a_line_that_someone_else_took_out_is_not_brought_back_unseen(office):
    ref = writing(office)
    line, case = begun(office, ref).plan.needs[0], office.diary.read(ref)
    plan_lines.remove_line(office, SAM, case, line.ref)
    with pytest.raises(SomeoneElseWrote):
        plan_lines.keep_line(office, JO, case, replace(line, text="Mine"), before=fields(line))


def test_taking_a_need_out_unties_what_served_it(office):
    ref = writing(office)
    begun(office, ref)
    plan_lines.remove_line(office, JO, office.diary.read(ref), "N1")
    plan = written(office, ref)[1]
    assert not plan.needs and plan.outcomes[0].needs == () and plan.provisions[0].needs == ()


def test_a_reference_is_never_given_twice(office):
    ref = writing(office)
    begun(office, ref)
    case = office.diary.read(ref)
    plan_lines.remove_line(office, JO, case, "N1")
    assert plan_lines.keep_line(office, JO, case, Need("", "B", "semh", "Loud rooms frighten her."), before={}) == "N2"


def test_a_line_moves_to_another_section_with_its_reference(office):
    ref = writing(office)
    line, case = begun(office, ref).plan.provisions[0], office.diary.read(ref)
    plan_lines.keep_line(office, JO, case, replace(line, section="G"), before=fields(line))
    plan = written(office, ref)[1]
    assert [each.ref for each in plan.provisions_in("G")] == ["P1"] and not plan.provisions_in("F")


def test_a_sentence_of_advice_is_used_once_with_its_source_and_its_links(office):
    ref = writing(office)
    begun(office, ref)
    case = office.diary.read(ref)
    plan_lines.remove_line(office, JO, case, "P1")
    assert plan_lines.use_sentence(office, JO, case, about=SLT, row="P1") == "P2"
    assert plan_lines.use_sentence(office, JO, case, about=SLT, row="P1") == "P2"
    line = written(office, ref)[1].provisions[0]
    assert (line.needs, line.outcomes, line.sources[0].row) == (("N1",), ("O1",), "P1")


def test_a_sentence_nobody_wrote_cannot_be_used(office):
    ref = writing(office)
    begun(office, ref)
    with pytest.raises(NotYours):
        plan_lines.use_sentence(office, JO, office.diary.read(ref), about=SLT, row="P9")


def test_advice_accepted_later_is_offered_and_adds_its_lines_after_what_was_written(office):
    ref = writing(office)
    line = begun(office, ref).plan.needs[0]
    plan_lines.keep_line(office, JO, office.diary.read(ref), replace(line, text="My words"), before=fields(line))
    advised_later(office, ref)
    case, plan = written(office, ref)
    assert [each.about for each in plan_lines.not_yet_in(office, case, plan)] == [COAT]
    assert plan_lines.add_advice(office, JO, case, COAT) == 3
    plan = written(office, ref)[1]
    assert [need.text for need in plan.needs] == [
        "My words",
        "Amira cannot yet fasten her own coat, so she is last out to play.",
    ]
    assert plan.provisions[1].needs == ("N2",) and plan.appendices[1].about == COAT
    assert plan_lines.add_advice(office, JO, case, COAT) == 0


def test_a_reason_for_a_need_moves_with_it_and_can_be_taken_back(office):
    ref = writing(office)
    need, case = begun(office, ref).plan.needs[0], office.diary.read(ref)
    plan_lines.give_reason(office, JO, case, need, words="It is met by glasses.")
    assert written(office, ref)[1].none_because["N1"] == "It is met by glasses."
    plan_lines.give_reason(office, JO, case, replace(need, section="C"), words="It is met by glasses.")
    assert "N1" not in plan_drafts.content(office, ref, "B").get("none_because", {})
    plan_lines.give_reason(office, JO, case, need, words="")
    assert "N1" not in written(office, ref)[1].none_because


def test_boxes_of_one_section_are_put_together_unless_both_changed_the_same_one(office):
    ref = writing(office)
    before = dict(plan_drafts.flat("A", begun(office, ref).parts["A"].content))
    place = (ref, "A")
    plan_drafts.keep_fields(office, JO, place, mine=before | {"voice": "I want a friend."}, before=before, version="1")
    plan_drafts.keep_fields(office, SAM, place, mine=before | {"likes": "Boats"}, before=before, version="1")
    views = written(office, ref)[1].views
    assert (views.likes, views.voice) == ("Boats", "I want a friend.")
    with pytest.raises(SomeoneElseWrote) as clash:
        plan_drafts.keep_fields(office, JO, place, mine=before | {"likes": "Trains"}, before=before, version="1")
    assert (clash.value.theirs.theirs, clash.value.theirs.by) == ({"likes": "Boats"}, SAM.id)


def test_whoever_read_the_newest_version_may_change_every_box(office):
    ref = writing(office)
    version = str(begun(office, ref).version("J"))
    plan_drafts.keep_fields(
        office, JO, (ref, "J"), mine={"direct_payments": "", "reason": "Not wanted"}, before={}, version=version
    )
    assert written(office, ref)[1].none_because["J"] == "Not wanted"
