"""The ladder that chases advice, as it is and as it was: a picture, its versions, and what differs between two."""

from flask import Blueprint, render_template, request

from casework import chasing
from casework.desk.ladder_proposal import proposal
from casework.desk.ladder_views import differences, picture_of
from casework.errors import NotYours
from casework.web import office, opens

ladder = Blueprint("ladder", __name__, url_prefix="/desk/ladder")


@ladder.get("/")
@ladder.get("", strict_slashes=False)
@opens("see the ladder")
def now():
    """The version that chases what is asked today, every other one, and the change being written, if any."""
    return _page(chasing.in_force(office().ladders.all(), office().today()).number)


@ladder.get("/<int:number>")
@opens("see the ladder")
def one(number):
    """One version, with who made it, why, and what differs from the one before."""
    return _page(number)


@ladder.get("/compare")
@opens("see the ladder")
def compare():
    """What differs between any two versions."""
    history = office().ladders.history()
    before, after = (numbered(history, request.args.get(name, default, type=int)) for name, default in _two(history))
    found = differences(before.ladder, after.ladder)
    return render_template("desk/ladder/compare.html", before=before, after=after, history=history, found=found)


def _two(history) -> tuple[tuple[str, int], ...]:
    """What is compared when nobody says: the latest with the one before."""
    latest = history[0].ladder.number
    return ("before", max(1, latest - 1)), ("after", latest)


def numbered(history, number) -> chasing.Version:
    """One version. Raises NotYours when there is none of that number."""
    found = next((each for each in history if each.ladder.number == number), None)
    if found is None:
        raise NotYours(f"version {number}")
    return found


def _page(number) -> str:
    """A version and its history."""
    history, today = office().ladders.history(), office().today()
    shown = numbered(history, number)
    before = next((each.ladder for each in history if each.ladder.number == number - 1), None)
    return render_template(
        "desk/ladder/page.html",
        shown=shown,
        picture=picture_of(shown.ladder),
        found=differences(before, shown.ladder) if before else [],
        history=[(each, standing(each, history, today)) for each in history],
        standing=standing(shown, history, today),
        names=office().people.names({each.by for each in history}),
        writing=proposal(office()).begun,
    )


def standing(version: chasing.Version, history, today) -> tuple[str, str]:
    """Whether a version counts, in words and with the look of its mark: now, later, once, or never."""
    ladders, mine = [each.ladder for each in history], version.ladder
    if chasing.in_force(ladders, today) == mine:
        return "counts now", "done"
    later = [each for each in ladders if each.number > mine.number and each.counts_from <= mine.counts_from]
    if later:
        return f"never counted: version {min(each.number for each in later)} took its place", "quiet"
    return ("to come", "waiting") if mine.counts_from > today else ("counted before", "quiet")
