"""The update that a family is promised while something is late: what the record knows, ready for an officer to send."""

from collections.abc import Iterable, Mapping
from datetime import date

from casework.record.case import Advice, Case
from casework.telling.lateness import DONE, NOTHING_TO_DO, Late, lateness_of
from casework.telling.rows import FAMILY
from casework.words import day


def late_for_family(case: Case, running, today: date, names: Mapping[str, str]) -> tuple[Late, ...]:
    """What this family waits for and is late today, in the words that a family reads."""
    return lateness_of(case, running, today, names=names, reader=FAMILY)


def update_words(case: Case, late: Iterable[Late], today: date) -> str:
    """A paragraph for each thing that is late: what it is, since when, whom we have asked, and when it is expected."""
    said = [" ".join(filter(None, (each.words, *_known(case, each, today)))) for each in late]
    return "\n\n".join([*said, NOTHING_TO_DO] if said else [])


def _known(case, late, today):
    """What is known of one late thing beyond that it is late."""
    if late.deadline.excuse:
        yield f"The law allows for this: {late.deadline.excuse}."
    request = case.advice.get(late.about)
    if request:
        yield DONE[request.level] if request.steps else "We are asking them for it."
        yield _expected(request, today)


def _expected(request: Advice, today) -> str:
    """When the service says that it will come."""
    if request.expected is None:
        return "They have not given us a day yet."
    if request.expected < today:
        return f"They told us that it would come by {day(request.expected)}, and it has not."
    return f"They say that it will come by {day(request.expected)}."
