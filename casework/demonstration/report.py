"""The report of a simulated area, as a person reads it."""

from casework.demonstration.figures import Figures, door_words
from casework.law.timetable import duty_called
from casework.words import day

KINDS = {0: "Reminders", 1: "To level 1", 2: "To level 2", 3: "To level 3", 4: "To level 4"}
MOST_BROKEN = 20  # sentences printed; more of them say nothing new


def lines(simulation, lived, figures: Figures, *, broken=None):
    """The report, line by line. `lived` is the last day kept, or None; `broken` the promises broken, None unchecked."""
    years = simulation.years
    if lived is None:
        yield "Not one day was lived, so there is nothing to tell."
        return
    yield f"From {day(years.first)} to {day(lived)}, seed {years.seed}"
    yield ""
    doors = ", ".join(f"{number:,} by {door_words(door)}" for door, number in sorted(figures.doors.items()))
    twice = figures.requests - simulation.children
    again = f" ({twice:,} for a child asked for before)" if twice else ""
    yield f"Requests    {figures.requests:,}{': ' if doors else ''}{doors}{again}"
    yield f"Plans       {figures.plans:,}"
    stages = ", ".join(f"{number:,} {stage}" for stage, number in figures.stages.most_common())
    yield f"They stand  {stages or 'nowhere yet: nobody had asked'}"
    yield ""
    yield from _duties(figures)
    yield ""
    chased = ", ".join(f"{KINDS[level].lower()} {figures.levels[level]:,}" for level in KINDS if figures.levels[level])
    yield f"Chased for {figures.advice:,} requests for advice: {chased or 'nothing'}"
    yield f"Nights: {', '.join(f'{number:,} {kind}' for kind, number in simulation.nights.most_common())}"
    yield from (f"Refused {number:,} times: {sentence}" for sentence, number in simulation.refused.most_common())
    yield f"Entries written: {figures.entries:,}"
    yield from _promises(broken)


def _duties(figures):
    """How the duties that people ask about were kept, as a table."""
    yield f"{'':44}{'in time':>9}{'late':>7}{'excused':>9}{'running':>9}"
    for duty, kept in figures.duties.items():
        words = duty_called(duty)
        name = f"{words.duty[:1].upper()}{words.duty[1:]} ({words.length})"
        yield f"{name:44}{kept.in_time:>9,}{kept.late:>7,}{kept.excused:>9,}{kept.running:>9,}"


def _promises(broken):
    """Whether everything held that must always hold."""
    if broken is None:
        return
    yield ""
    yield f"{len(broken):,} promises were broken." if broken else "Every promise held, every day."
    yield from broken[:MOST_BROKEN]
