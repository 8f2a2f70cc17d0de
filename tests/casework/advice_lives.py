"""Lives of a request for advice, as diaries: those at the edges of how advice in time is counted."""

from casework.chasing import first
from casework.record import entries as kinds
from casework.record.case import Case, fold
from casework.record.papers import Paper
from casework.worklist import rows_of
from tests.makers import CHILD, STORY, accepted, agreed, asked, day, joined, received, requested, written

SLT = "speech_language-1"
PAPERS = (Paper("child", CHILD), Paper("story", STORY))
SHELF = {paper.digest: paper for paper in PAPERS}


def replied(on, *, closes=False, about=SLT):
    """A first response."""
    said = "no_concerns" if closes else "detailed_to_follow"
    return kinds.FirstResponseGiven(on=day(on), about=about, response=said, paper="f" * 64, closes=closes)


def returned(on, about=SLT):
    """What came was sent back."""
    return kinds.AdviceReturned(on=day(on), about=about, paper="b" * 64)


def withdrawn(on, about=SLT):
    """The service was no longer asked."""
    return kinds.AdviceWithdrawn(on=day(on), about=about, paper="w" * 64)


def chased(on, level, about=SLT):
    """A rung was climbed."""
    return kinds.Chased(on=day(on), about=about, step="E07", level=level)


def settled(on, about=SLT):
    """What was escalated was settled."""
    return kinds.ChasingSettled(on=day(on), about=about)


def excused(on, ground="missed appointment", duty="ASSESS_ADVICE_6W", about=SLT):
    """A ground was recorded that lifts a limit."""
    return kinds.ExcuseRecorded(on=day(on), about=about, duty=duty, ground=ground, paper="e" * 64)


def ended(on):
    """The family withdrew its request."""
    return kinds.RequestWithdrawn(on=day(on), paper="w" * 64)


def begun(*more, on="2026-03-02", service="speech-and-language"):
    """A case in which speech and language therapy was asked: on 2 March, so due on 9 and 16 March and 13 April."""
    return written(requested(), joined(), agreed(), asked(on=on, service=service), *more)


# By what is at stake in each.
LIVES = {
    "silent": begun(chased("2026-03-10", 1), chased("2026-03-19", 2), chased("2026-04-14", 4)),
    "on the last day": begun(replied("2026-03-09"), received(on="2026-03-16"), accepted(on="2026-03-20")),
    "a day late": begun(replied("2026-03-10"), received(on="2026-03-17"), accepted(on="2026-03-17")),
    "the advice is the first response": begun(received(on="2026-03-06")),
    "returned, then accepted": begun(
        received(on="2026-03-09"), returned("2026-03-12"), received(on="2026-03-23"), accepted(on="2026-03-24")
    ),
    "returned and silent": begun(replied("2026-03-04"), received(on="2026-03-09"), returned("2026-03-18")),
    "returned and typed in late": begun(
        received(on="2026-03-09"), returned("2026-03-20"), received(on="2026-03-13"), accepted(on="2026-03-24")
    ),
    "nothing needed": begun(replied("2026-03-05", closes=True), accepted(on="2026-03-18")),
    "nothing needed, said late": begun(
        replied("2026-03-05"), replied("2026-04-15", closes=True), accepted(on="2026-04-20")
    ),
    "nothing needed, sent back": begun(replied("2026-03-05", closes=True), returned("2026-03-11")),
    "nothing needed, not accepted": begun(replied("2026-03-05", closes=True)),
    "withdrawn before its day": begun(withdrawn("2026-03-06")),
    "withdrawn on its day": begun(withdrawn("2026-03-16")),
    "withdrawn after its day": begun(chased("2026-03-19", 2), withdrawn("2026-03-26")),
    "the case ended first": begun(ended("2026-03-05")),
    "the case ended without it": begun(chased("2026-03-10", 1), ended("2026-04-20")),
    "excused by the law": begun(excused("2026-04-02"), received(on="2026-04-27")),
    "excused after it was late": begun(excused("2026-04-20"), received(on="2026-04-27")),
    "excused and in time": begun(excused("2026-03-03"), received(on="2026-03-10")),
    "put on hold": begun(
        excused("2026-03-05", "caseworker put it on hold", "LOCAL_DETAILED_10WD"), received(on="2026-03-30")
    ),
    "settled": begun(chased("2026-03-19", 2), settled("2026-03-20"), chased("2026-03-30", 1)),
    "over Easter": begun(received(on="2026-04-14"), on="2026-03-27"),
    "a month's last day": begun(received(on="2026-03-31"), on="2026-03-17"),
    "the next month's first": begun(received(on="2026-04-01"), on="2026-03-18"),
    "struck out": begun(
        received(on="2026-03-09"), kinds.EntryStruckOut(on=day("2026-03-30"), about="5", paper="s" * 64)
    ),
    "another service": begun(received(on="2026-03-09"), service="social-care"),
}


def keep(office, ref: str, diary) -> None:
    """Write a diary as it stands, with its papers and rows: no deed is asked whether it may."""
    case = fold(diary, Case(ref))
    with office.diary.one_write():
        office.diary.write(ref, diary, list(PAPERS))
        office.diary.write_rows(ref, rows_of(case, SHELF.__getitem__, ladders=[first()]), head=diary[-1])
