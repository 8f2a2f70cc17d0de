"""Answering what the guard stopped: send it all the same and say why, or do not send it."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper


def send_what_was_stopped(case, today, *, stop, reason):
    """Something that names another child is sent all the same, for a reason that is kept. `stop` is its number."""
    if not reason.strip():
        raise Refusal("Say why it may be sent with another child in it.", "reason")
    paper = Paper("stopped sending", {"reason": reason})
    return [paper, kinds.StoppedSendingAllowed(on=today, about=str(stop), paper=paper.digest)]


def withdraw_what_was_stopped(case, today, *, stop, reason, instead):
    """Something that names another child is not sent. `instead` says what is written or done in its place."""
    if not reason.strip():
        raise Refusal("Say why it is not sent.", "why_not")
    if not instead.strip():
        raise Refusal("Say what is sent or done instead.", "instead")
    paper = Paper("stopped sending", {"reason": reason, "instead": instead})
    return [paper, kinds.StoppedSendingWithdrawn(on=today, about=str(stop), paper=paper.digest)]
