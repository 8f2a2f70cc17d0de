"""Keeping the file: messages, notes, and putting a wrong entry right without losing it."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper


def send_a_message(case, today, *, sender, to, words):
    """Someone on the case writes to someone else on it. `sender` and `to` are people."""
    if not words.strip():
        raise Refusal("Write your message.", "words")
    paper = Paper("message", {"words": words})
    return [paper, kinds.MessageSent(on=today, about=to, paper=paper.digest, sender=sender)]


def add_a_note(case, today, *, note):
    """An officer notes something. `note` holds kind (note or telephone call) and words."""
    if not note.get("words", "").strip():
        raise Refusal("Write the note.", "words")
    paper = Paper("note", note)
    return [paper, kinds.NoteAdded(on=today, paper=paper.digest)]


def strike_out_an_entry(case, today, *, number, reason):
    """A wrong entry is struck out by a later one that says why, as in a paper file. The first entry stays."""
    if not 1 < number <= case.n:
        raise Refusal("Only an entry after the request itself can be struck out.", "number")
    if number in case.struck:
        raise Refusal("That entry has already been struck out.", "number")
    if not reason.strip():
        raise Refusal("Say what was wrong with it.", "reason")
    paper = Paper("strike out", {"number": number, "reason": reason})
    return [paper, kinds.EntryStruckOut(on=today, about=str(number), paper=paper.digest)]
