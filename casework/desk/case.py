"""One case: the card for answering a call, the duties through time, people, papers, letters and the diary."""

from datetime import date

from flask import Blueprint, g, render_template, request

from casework import story
from casework.desk.case_dates import dated_duties, line_of
from casework.desk.case_parts import advice_rows, document_rows, letter_rows, people_rows
from casework.desk.case_top import top_of
from casework.desk.deeds import deeds_of
from casework.desk.diary_lines import lines_of
from casework.desk.open_case import open_case
from casework.telling import tell
from casework.telling.rows import DESK
from casework.web import office, opens

case = Blueprint("case", __name__, url_prefix="/desk/case")


@case.get("/<ref>")
@opens("read the case")
def whole(ref):
    """Everything about one case, the answer to a call first. ?as-of=2026-03-03 shows what we knew that day."""
    known_by = _day(request.args.get("as-of", ""))
    opened = open_case(office(), g.case, g.actor, known_by=known_by, whole_diary=request.args.get("diary") == "all")
    if not opened.case.n:
        return render_template("desk/case/not_yet.html", case=g.case, known_by=known_by)
    return render_template(
        "desk/case/whole.html", opened=opened, case=opened.case, child=opened.child, **_parts(opened)
    )


def _parts(opened) -> dict:
    """The parts of the page."""
    post = [row for row in office().post.of_case(opened.case.ref) if row.owed_on <= opened.today]
    letters, reminders = letter_rows(opened, post)
    return {
        "top": top_of(office(), opened),
        "dates": dated_duties(opened),
        "line": line_of(opened),
        "deeds": None if opened.known_by else deeds_of(g.actor, opened.case),
        "advice": advice_rows(opened),
        "people": people_rows(opened),
        "documents": document_rows(opened),
        "letters": letters,
        "reminders": reminders,
        "lines": lines_of(
            tell(opened.written, opened.case, g.actor, papers=opened.papers, names=opened.names, reader=DESK)
        ),
    }


def _day(written: str) -> date | None:
    """A day in an address; nothing for anything that is not one, or is still to come."""
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return None
    return day if day < office().today() else None


@case.get("/<ref>/story")
@opens("read the case")
def told(ref):
    """The family's story, section by section, as it was told."""
    opened = open_case(office(), g.case, g.actor)
    stories = [opened.words(digest) for digest in g.case.stories]
    sections: dict[str, list] = {}
    for section, question, words in (line for each in stories for line in story.story_lines(each)):
        sections.setdefault(section, []).append((question, words))
    readers = sorted({opened.name(who) for one in g.case.advice.values() for who in one.story_read_by})
    minutes = story.minutes_to_read(*stories)
    return render_template(
        "desk/case/story.html", case=g.case, opened=opened, sections=sections, readers=readers, minutes=minutes
    )
