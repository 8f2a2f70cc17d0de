"""What is wrong with a ladder, in sentences: asked of chasing.csv by `check`, and of every change before it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from casework.chasing import wording
from casework.chasing.ladder import INBOX, Ladder, Level, Step, tones
from casework.law.timetable import duty_called
from casework.tables import rows

AUTHOR = "author"
NEVER = ("family", "parent", "young person", "child", "supporter", "carer")
ANSWERS = {"service manager", "council"}  # what a post brings (posts.csv) that can be told of lateness
LAST_DAY = 30  # working days: the law’s six weeks
LONGEST_SUBJECT, LONGEST_TEXT = 150, 2_000  # characters


@dataclass(frozen=True)
class Fault:
    """One thing wrong: the rung or level it is about (“” for the whole), the heading of its row, and the sentence."""

    about: str
    heading: str
    sentence: str


@cache
def posts() -> tuple[str, ...]:
    """Whom a rung can tell: the author, the inbox their service shares, and whoever answers for them or for us."""
    found = (row["post"] for row in rows("posts") if ANSWERS & set(row["brings"].split("; ")))
    return (AUTHOR, INBOX, *found)


@cache
def conditions() -> dict[str, str]:
    """Each thing a rung can wait for, with the duty that says by when it is due (chasing-conditions.csv)."""
    return {row["until we have"]: row["due"] for row in rows("chasing-conditions")}


def faults(ladder: Ladder) -> list[Fault]:
    """Everything wrong with a ladder: each rung and level by itself, then the rungs with each other."""
    alone = [fault for step in ladder.steps for fault in faults_of(step)]
    levels = [fault for level in ladder.levels for fault in faults_of_level(level)]
    return [*alone, *levels, *_ends(ladder), *_same_day(ladder), *_going_down(ladder)]


def faults_of(step: Step) -> list[Fault]:
    """What is wrong with one rung by itself."""
    found = [*_place(step), *_people(step), *_words(step)]
    return [Fault(step.id, heading, sentence) for heading, sentence in found]


def faults_of_level(level: Level) -> list[Fault]:
    """What is wrong with one level by itself."""
    found = [] if level.name.strip() else [("name", "Say what this level is called.")]
    found += [("owner", sentence) for sentence in _strangers(level.owner)]
    if not level.owner:
        found.append(("owner", "Choose at least one post that this level belongs to."))
    return [Fault(f"level {level.number}", heading, sentence) for heading, sentence in found]


def _place(step) -> Iterator[tuple[str, str]]:
    """Its day, its condition, its kind and its level."""
    if step.until_we_have not in conditions():
        yield "until we have", "Choose what this rung waits for."
    if step.tone not in tones():
        yield "tone", "Choose what kind of message this is."
        return
    if step.level not in range(5):
        yield "level", "A level is a number from 0 to 4."
    elif bool(step.level) != (tones()[step.tone]["rises"] == "yes"):
        rises = "has a level from 1 to 4" if not step.level else "has no level: it is 0"
        yield "level", f"A message of this kind {rises}."
    if (step.working_day is None) != (step.tone == "report"):
        yield "working day", "The rung after the law’s limit, which has no working day, is the one that reports it."
    elif step.working_day is not None and not 1 <= step.working_day <= LAST_DAY:
        yield "working day", f"A rung on working day {step.working_day} is never reached. Choose from 1 to {LAST_DAY}."
    elif step.working_day and step.until_we_have in conditions():
        yield from _against_the_day(step)


def _against_the_day(step) -> Iterator[tuple[str, str]]:
    """A reminder comes before the day or on it; everything else only after it."""
    due, late = duty_called(conditions()[step.until_we_have]).number, tones()[step.tone]["against the day"] == "after"
    what = "first response" if step.until_we_have == "first response" else "full advice"
    if late and step.working_day <= due:
        yield "working day", f"Nobody is told of lateness before it is late: the {what} is due on working day {due}."
    if not late and step.working_day > due:
        yield "working day", f"A reminder comes by the day: the {what} is due on working day {due}."


def _people(step) -> Iterator[tuple[str, str]]:
    """Those it tells and copies."""
    if not step.tell:
        yield "tell", "Choose at least one person to tell."
    for heading, names in (("tell", step.tell), ("copy", step.copy)):
        yield from ((heading, sentence) for sentence in _strangers(names))
    for name in step.tell:
        if name in step.copy:
            yield "copy", f"The {name} is told already, so is not copied too."


def _strangers(names) -> Iterator[str]:
    """A sentence for each name that no rung can tell."""
    for name in names:
        if name.casefold() in NEVER:
            yield f"Families and children are never chased or escalated. Take “{name}” out."
        elif name not in posts():
            yield f"No post called “{name}” can be told. Choose from: {', '.join(posts())}."


def _words(step) -> Iterator[tuple[str, str]]:
    """What it says."""
    said = (("subject", step.subject, wording.SERVICES), ("text", step.text, wording.SERVICES))
    for heading, text, to in (*said, ("family words", step.family_words, wording.FAMILY)):
        longest = LONGEST_SUBJECT if heading == "subject" else LONGEST_TEXT
        if not text.strip() and heading != "family words":
            yield heading, f"Write the {heading} of the message."
        if len(text) > longest:
            yield heading, f"Keep it to {longest:,} characters. It has {len(text):,}."
        if sentence := wording.unknown(text, to):
            yield heading, sentence
    if "\n" in step.subject:
        yield "subject", "A subject is one line."
    if step.family_words and step.tone in tones() and not step.family_letter:
        yield "family words", "A family is not written to for a message of this kind, so nobody would read these words."


def _ends(ladder) -> Iterator[Fault]:
    """There is a rung, each has a name of its own, and one of them reports that the law's limit has passed."""
    names = [step.id for step in ladder.steps]
    twice = sorted(name for name in set(names) if names.count(name) > 1)
    yield from (Fault(name, "step", f"Two rungs are called {name}.") for name in twice)
    reports = [step.id for step in ladder.steps if step.working_day is None]
    if len(reports) != 1:
        yield Fault("", "", "One rung, and only one, must report that the law’s limit has passed.")


def _same_day(ladder) -> Iterator[Fault]:
    """Two rungs on one day: nobody is told twice, and neither hides the other, since only the last is climbed."""
    for one, two in combinations(sorted(ladder.steps, key=_when), 2):
        if one.working_day != two.working_day or one.id == two.id:
            continue
        both = [name for name in one.tell + one.copy if name in two.tell + two.copy]
        if both:
            yield Fault(two.id, "working day", f"{one.id} and {two.id} fall on one day and both tell the {both[0]}.")
        if two.until_we_have == "full advice" or one.until_we_have == two.until_we_have:
            yield Fault(one.id, "working day", f"{one.id} is never reached: {two.id} falls on the same day, after it.")


def _going_down(ladder) -> Iterator[Fault]:
    """A level that has been reached is never followed by a lower one."""
    highest = None
    for step in sorted((step for step in ladder.steps if step.level), key=_when):
        if highest and step.level < highest.level:
            said = f"The level goes down: {highest.id} is at level {highest.level} and {step.id}, after it, at level"
            yield Fault(step.id, "level", f"{said} {step.level}.")
        else:
            highest = step


def _when(step):
    """The order in which rungs fall: by day and name, the one after the law's limit last."""
    return (step.working_day is None, step.working_day or 0, step.id)
