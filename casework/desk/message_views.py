"""What the family wrote or said to us, as the desk shows it: what waits for an answer first, then what was answered."""

from dataclasses import dataclass
from datetime import date

from casework.desk.case_dates import look_of
from casework.law.clocks import Deadline, deadlines
from casework.promises import REPLY
from casework.record.case import Case, FamilyMessage
from casework.words import lateness

CAME = {"telephone call": "called", "letter": "sent a letter", "email": "sent an email", "in person": "spoke to us"}
ANSWERED = {"telephone call": "on the telephone", "letter": "by letter", "email": "by email", "in person": "in person"}


@dataclass(frozen=True)
class MessageRow:
    """One message: who, when, the words, and its promise; and what became of it."""

    message: FamilyMessage
    who: str
    came: str
    words: str
    standing: str
    look: str
    deadline: Deadline
    answer: str = ""
    answered: str = ""

    @property
    def about(self) -> str:
        """Its name."""
        return self.message.about


def message_rows(office, case: Case) -> tuple[list[MessageRow], list[MessageRow]]:
    """The messages that wait, the first due before the others; and those that do not, the newest first."""
    found = case.family_messages.values()
    wanted = {digest for each in found for digest in (each.paper, each.reply, each.no_reply)} - {""}
    words = {digest: paper.content for digest, paper in office.papers.read_all(case.ref, wanted).items()}
    names = office.people.names({person for each in found for person in (each.sender, each.answered_by)} - {""})
    owed = {each.about: each for each in deadlines(case.facts, case.excuses) if each.duty.id == REPLY}
    rows = [_row(each, owed[each.about], (words, names), office.today()) for each in found]
    waiting = sorted((row for row in rows if row.message.waits), key=lambda row: owed[row.about].due)
    return waiting, [row for row in reversed(rows) if not row.message.waits]


def _row(message, deadline, known, today: date) -> MessageRow:
    """One message with its promise."""
    words, names = known
    open_ = deadline.is_open
    return MessageRow(
        message=message,
        who=names.get(message.sender, "Someone"),
        came=CAME.get(message.way, "wrote"),
        words=words[message.paper]["words"],
        standing=lateness(deadline.due, today) if open_ else "answered" if message.answered_on else "no reply needed",
        look=look_of(deadline, today) if open_ else "done" if message.answered_on else "quiet",
        deadline=deadline,
        answer=words[message.reply]["words"] if message.reply else words.get(message.no_reply, {}).get("reason", ""),
        answered=f"{names.get(message.answered_by, 'Someone')} {ANSWERED.get(message.answered_way, 'in writing')}",
    )
