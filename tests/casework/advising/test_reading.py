"""Advice to be read: every answer in words, in the order of its template, and nothing that was not said."""

import pytest

from casework.advising import Said, advice_parts, blank_advice, reply_parts, types
from tests.casework.content_makers import an_advice

KINDS = [kind.id for kind in types()]
WHO = {"name": "Ash Okoro", "role": "Therapist", "organisation": "Speech and language therapy"}


def said(kind, question, **fields):
    """The answer to one question of an advice where only these were answered."""
    content = blank_advice(kind, WHO) | {"fields": fields}
    found = [each for part in advice_parts(content) for each in part.said if each.question.startswith(question)]
    return found[0] if found else None


def part(content, name):
    """One part of an advice."""
    return next(each for each in advice_parts(content) if each.id == name)


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_of_every_kind_of_advice_can_be_read(kind):
    parts = advice_parts(an_advice(kind))
    assert all(each.said or each.lines for each in parts)
    for answer in (answer for part in parts for answer in part.said):
        assert sum(map(bool, (answer.words, answer.items, answer.pairs, answer.rows, answer.records))) == 1


def test_an_advice_nobody_has_begun_has_no_parts():
    assert advice_parts(blank_advice("speech_language", WHO)) == ()


def test_who_wrote_it_is_not_an_answer():
    assert said("speech_language", "Your name") is None


def test_choices_are_read_by_their_words_and_days_as_people_write_them():
    seen = [{"date": "2026-03-03", "mode": "face to face", "place": "School"}, {"date": "2026-04-07", "mode": "video"}]
    answer = said("speech_language", "When did you last see", dates_seen=seen)
    assert answer.heads == ("Date", "How", "Where")
    assert answer.rows == (("Tue 3 March 2026", "Face to face", "School"), ("Tue 7 April 2026", "Video", ""))
    based = said("speech_language", "What is this advice based on", sources=["talked_with_parent", "records_only"])
    assert based.items == ("I talked with a parent", "Records only")


def test_a_column_that_nobody_filled_in_is_left_out():
    answer = said("speech_language", "When did you last see", dates_seen=[{"date": "2026-03-03", "mode": "video"}, {}])
    assert (answer.heads, len(answer.rows)) == (("Date", "How"), 1)
    assert said("speech_language", "When did you last see", dates_seen=[{}]) is None


def test_rows_too_wide_for_a_table_are_read_down_the_page():
    cycle = {"start": "2026-01-05", "need_targeted": "Talking", "what_was_done": "A group", "result": "Two words more"}
    answer = said("education_setting", "Each cycle", cycles=[cycle | {"times_per_week": "2"}])
    [record] = answer.records
    assert record[0] == ("Started", "Mon 5 January 2026") and ("Times a week", "2") in record and not answer.rows


def test_boxes_of_one_answer_stand_with_their_labels():
    answer = said("education_setting", "Suspensions", suspensions={"times": "2", "days": ""})
    assert answer.pairs == (("How many times", "2"),)


def test_a_reason_may_stand_where_an_answer_would():
    assert said("speech_language", "Their views", voice_words_reason="She was asleep.") == Said(
        "Their views, in their words or signs where you can", words="She was asleep."
    )


def test_needs_outcomes_and_help_are_sentences_with_what_is_said_beside_them():
    content = an_advice(provision={"prov_reason": "Half an hour kept her talking."})
    [need], [outcome], [help_] = (part(content, name).lines for name in ("needs", "outcomes", "provision"))
    assert need.more == (("How we know", "Seen in class on 3 March 2026"),)
    assert ("By", "Fri 16 July 2027") in outcome.more and outcome.links == ("N1",)
    assert help_.words.startswith("A speech and language therapist (HCPC registered) will teach Sam")
    assert help_.more == (("Why this amount", "Half an hour kept her talking."),) and help_.links == ("N1", "O1")


def test_what_the_writer_tells_the_caseworker_about_sharing_is_never_read_by_others():
    told = {"sharing_limits": "Keep the new address from one parent.", "safeguarding_raised": "yes"}
    content = an_advice(fields=told)
    assert "new address" not in repr(advice_parts(content)) and "safeguarding" not in repr(advice_parts(content))


def test_the_files_that_came_with_it_are_named():
    assert part(an_advice(), "files").said[0].items == ("report.pdf",)


def test_a_reply_without_advice_is_its_answer_and_what_it_needed():
    answers = {"checked": "Growth and hearing.", "checked_by": "Bea Holt", "checked_on": "2026-11-02"}
    [reply] = reply_parts("medical_paediatric", {"response": "no_health_needs_found", "answers": answers})
    assert [each.words for each in reply.said] == [
        "Health needs looked for and none found",
        "Growth and hearing.",
        "Bea Holt",
        "Mon 2 November 2026",
    ]
