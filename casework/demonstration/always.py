"""What must always hold, whatever happens: each promise is one function that finds where it is broken.

Each takes a case as it stood at the end of one day and of the next, and answers with sentences.
They are written to be read, and ask the rules as little as they can of the code they watch.
"""

from collections import Counter
from dataclasses import dataclass

from casework import chasing, letters
from casework.law.clocks import deadlines
from casework.law.timetable import in_force, timetable
from casework.record.case import Case, fold
from casework.record.entries import Chased, EntryStruckOut, FamilyToldOfLateness, LeadProfessionalLeft
from casework.record.people import NIGHT_CLERK
from casework.record.written import Written, sealed
from casework.worklist import rows_of

CLERK_WRITES = (Chased, FamilyToldOfLateness, LeadProfessionalLeft)


@dataclass(frozen=True)
class Seen:
    """One case at the end of a day: its diary, what that tells, what is kept beside it, and what is owed."""

    case: Case
    written: tuple[Written, ...]
    told: dict
    kept: dict
    post: tuple
    ladders: tuple = ()

    @property
    def good(self) -> list[Written]:
        """The entries that were not struck out."""
        return [each for each in self.written if each.n not in self.case.struck]

    def since(self, before: "Seen") -> list[Written]:
        """The entries that were written after another look."""
        return list(self.written[len(before.written) :])


def look(office, ref: str) -> Seen:
    """A case as it stands now, read as it is kept."""
    written = office.diary.written(ref)
    case = fold(written, Case(ref))
    ladders = office.ladders.all()
    rows = rows_of(case, lambda digest: office.papers.read(ref, digest), ladders=ladders)
    told = {"case": {**rows.case, "entries": written[-1].n, "seal": written[-1].seal}}
    kept = office.diary.rows(ref)
    told |= {part: getattr(rows, part) for part in kept if part != "case"}
    return Seen(case, tuple(written), told, kept, tuple(office.post.of_case(ref)), ladders)


def nothing(ref: str) -> Seen:
    """A case on the day before anybody asked."""
    return Seen(Case(ref), (), {}, {"case": None, "duties": []}, ())


def broken(before: Seen, after: Seen):
    """Every promise that does not hold for one case, from one day to the next, in a sentence each."""
    for promise in PROMISES:
        yield from (f"{after.case.ref}: {sentence}" for sentence in promise(before, after))


class Watch:
    """Looks at an area at the end of each day, and compares every case that has changed with the day before."""

    def __init__(self, office):
        self._office, self._heads, self._seen = office, {}, {}

    def look(self) -> list[str]:
        """Every promise broken since the last look, in a sentence each."""
        heads, found = self._office.diary.heads(), []
        found += [f"{ref}: the case has gone." for ref in self._heads if ref not in heads]
        for ref in heads:
            if heads[ref] != self._heads.get(ref):
                before, after = self._seen.get(ref) or nothing(ref), look(self._office, ref)
                found += broken(before, after)
                self._seen[ref] = after
        self._heads = heads
        return found


def every_duty_has_its_row(before: Seen, after: Seen):
    """No duty is ever lost: every fact that starts one has its row, until it is met or ended and after."""
    rows = after.kept["duties"]
    for fact in after.case.facts:
        for rule in timetable().watched.get(fact.milestone, ()):
            duty = in_force(rule, fact.on)
            same = [row for row in rows if duty and row["duty"] == duty.id]
            if duty and duty.repeats != "once":
                same = [row for row in same if row["about"] == fact.about]
            if duty and duty.repeats == "each time":
                same = [row for row in same if row["started"] == fact.on]
            if duty and not same:
                yield f"“{fact.milestone}” on {fact.on} started {duty.id}, which has no row."


def no_duty_is_met_by_itself(before: Seen, after: Seen):
    """A duty that is met or ended has the entry that met or ended it, on that day."""
    days = {each.entry.on for each in after.good if each.entry.milestones or each.entry.sometimes}
    facts = {(each.milestone, each.on) for each in after.case.facts if each.on in days}
    for row in after.kept["duties"]:
        duty = next(rule for rule in timetable().versions[row["duty"]])
        ways = {"met_on": duty.met_by, "ended_on": duty.ends_with + duty.all_end_with}
        for column, milestones in ways.items():
            if row[column] and not any((each, row[column]) in facts for each in milestones):
                yield f"{row['duty']} {row['about']} has {column} {row[column]}, and no entry of that day says so."


def no_rung_is_climbed_twice(before: Seen, after: Seen):
    """Every rung of the ladder is climbed at most once for each request."""
    climbed = Counter((each.entry.about, each.entry.step) for each in after.written if isinstance(each.entry, Chased))
    often = [(about, step, times) for (about, step), times in climbed.items() if times > 1]
    yield from (f"{step} was climbed {times} times for {about}." for about, step, times in often)


def only_the_highest_rung_is_climbed(before: Seen, after: Seen):
    """A rung is dated the day it was climbed, had been reached by then, and none higher was reached and missed."""
    for each in after.since(before):
        if not isinstance(each.entry, Chased):
            continue
        rung = each.entry
        if rung.on != each.at.date():
            yield f"{rung.step} for {rung.about} is dated {rung.on} and was climbed on {each.at.date()}."
        then = fold([one for one in after.written if one.n < each.n], Case(after.case.ref))
        reached = _reached(then, rung.about, rung.on, after.ladders)
        if not reached or reached[-1] != rung.step:
            yield f"{rung.step} was climbed for {rung.about} on {rung.on}, and it had reached {reached or 'nothing'}."


def _reached(case, about, day, ladders) -> list[str]:
    """The rungs that a request had reached by a day and still wants, the lowest first."""
    request = case.advice[about]
    limits = {each.about: each.due for each in deadlines(case.facts) if each.duty.id == chasing.LEGAL_LIMIT}
    steps = chasing.in_force(ladders, request.asked_on).steps
    wanted = [rung for rung in steps if chasing.wanted(rung, request)]
    fell = {rung.id: chasing.falls_on(rung, request, limits[about]) for rung in wanted}
    return sorted((step for step in fell if fell[step] <= day), key=lambda step: (fell[step], step))


def families_are_never_chased(before: Seen, after: Seen):
    """No parent, child or supporter is told by the ladder; a family hears of lateness only by its own letters."""
    family = {party.person for party in after.case.family}
    rungs = {each.n for each in after.written if isinstance(each.entry, Chased)}
    for each in after.since(before):
        if isinstance(each.entry, Chased) and family & set(each.entry.told):
            yield f"{each.entry.step} for {each.entry.about} told the family."
    for letter in after.post[len(before.post) :]:
        if letter.n in rungs and letter.person in family and letter.to != "family":
            yield f"{letter.letter} went to {letter.person} as {letter.to}."


def no_date_moves(before: Seen, after: Seen):
    """The last day of a duty stays where it was, unless an entry was struck out or a fact typed in late."""
    new = after.since(before)
    if any(isinstance(each.entry, EntryStruckOut) or each.entry.on < each.at.date() for each in new):
        return
    stand = {(row["duty"], row["about"], row["started"]): row["due"] for row in after.kept["duties"]}
    for row in before.kept["duties"]:
        key = (row["duty"], row["about"], row["started"])
        if stand.get(key) != row["due"]:
            yield f"{row['duty']} {row['about']} was due on {row['due']}, and now on {stand.get(key) or 'no day'}."


def the_list_is_what_the_diary_tells(before: Seen, after: Seen):
    """What is kept beside the diary is what would be worked out from it now."""
    yield from (f"{part} is not what the diary tells." for part in after.told if after.told[part] != after.kept[part])


def letters_owed_are_those_of_the_table(before: Seen, after: Seen):
    """Every letter that letters.csv says is owed for an entry is in the post, once, and no other."""
    there = Counter((each.n, each.letter, each.person, each.service, each.setting) for each in after.post)
    twice = [(each, times) for each, times in there.items() if times > 1]
    yield from (f"{each[1]} for entry {each[0]} is owed {times} times." for each, times in twice)
    new = after.since(before)
    said = {(each.n, each.letter) for each in letters.owed(new, after.case)}
    owed = {(n, letter) for n, letter, *_ in there if n > len(before.written)}
    yield from (f"{letter} is owed for entry {n}, and is not in the post." for n, letter in said - owed)
    yield from (f"{letter} is in the post for entry {n}, and is not owed." for n, letter in owed - said)


def every_seal_holds(before: Seen, after: Seen):
    """Each entry is sealed with the one before it, and none that was there has changed."""
    if after.written[: len(before.written)] != before.written:
        yield "an entry that was written has changed."
    seal = before.written[-1].seal if before.written else ""
    for each in after.since(before):
        if sealed(after.case.ref, seal, each) != each.seal:
            yield f"entry {each.n} is not what was written."
        seal = each.seal


def nothing_ends_by_itself(before: Seen, after: Seen):
    """The night clerk only chases and tells: what ends a case, or takes advice in, was done by a person."""
    for each in after.since(before):
        if each.by == NIGHT_CLERK.id and not isinstance(each.entry, CLERK_WRITES):
            yield f"the night clerk wrote {type(each.entry).__name__}."


PROMISES = (
    every_duty_has_its_row,
    no_duty_is_met_by_itself,
    no_rung_is_climbed_twice,
    only_the_highest_rung_is_climbed,
    families_are_never_chased,
    no_date_moves,
    the_list_is_what_the_diary_tells,
    letters_owed_are_those_of_the_table,
    every_seal_holds,
    nothing_ends_by_itself,
)
