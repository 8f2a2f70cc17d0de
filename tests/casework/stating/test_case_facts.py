"""What a letter states about the request itself."""

from types import SimpleNamespace

from casework.record.papers import Paper
from casework.stating.known import known, stated
from casework.story import question
from tests.makers import CHILD, STORY, day, requested, written

PAPERS = {paper.digest: paper for paper in (Paper("child", CHILD), Paper("story", STORY))}
OFFICE = SimpleNamespace(papers=SimpleNamespace(read=lambda ref, digest: PAPERS[digest]))


def test_what_was_keyed_is_shown_with_the_questions_it_answers():
    now = known(OFFICE, "EHC-2026-0001", written(requested()), day("2026-02-02"))
    asked = question("parent", "story").label
    assert stated("words", now) == [(asked, "Amira loves boats. She finds talking hard.")]
