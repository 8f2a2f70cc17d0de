"""The panel: who was there, what they read, what they think. A panel advises; an officer decides."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper

PANELS = ("request", "issue")
VIEWS = ("yes", "no", "defer")
MUST_SIT = ("chair", "education", "health", "social care")


def record_the_panel(case, today, *, panel, view, record, met_on=None):
    """A panel's view is recorded, with attendance by agency and the evidence read.

    `record` holds attendance [{name, agency, present, reason}], conflicts, evidence,
    voice, findings and views. School Nursing is expected every time: present, or away
    with a reason. Raises Refusal when the panel could not lawfully advise.
    """
    met_on = met_on or today
    if met_on > today:
        raise Refusal("The day the panel met must be today or in the past.", "met_on")
    if case.requested_on and met_on < case.requested_on:
        raise Refusal("The panel cannot have met before the request was received.", "met_on")
    if panel not in PANELS or view not in VIEWS:
        raise Refusal("Choose the panel’s view.", "view")
    _check_attendance(record["attendance"])
    for part, words in (("voice", "the child’s or young person’s own views"), ("findings", "what the panel found")):
        if not str(record.get(part, "")).strip():
            raise Refusal(f"Record {words}.", part)
    paper = Paper("panel", record)
    return [paper, kinds.PanelAdvised(on=met_on, about=panel, paper=paper.digest, view=view)]


def _check_attendance(attendance):
    """The quorum: chair, education, health and social care there; School Nursing there, or away with a reason."""
    there = {seat["agency"] for seat in attendance if seat["present"]}
    for agency in MUST_SIT:
        if agency not in there:
            seat = "the chair" if agency == "chair" else f"someone from {agency}"
            raise Refusal(f"A panel needs {seat}. Record who it was, or decide without a panel.", "attendance")
    nursing = [seat for seat in attendance if seat["agency"] == "school nursing"]
    if not any(seat["present"] or seat.get("reason", "").strip() for seat in nursing):
        raise Refusal("Say who came from School Nursing, or why nobody could.", "attendance")
