"""An area lived day by day: every life and every absence side by side, and the night clerk between the days."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from random import Random

from casework.demonstration.area import Area, term
from casework.demonstration.cases import drawn_facts
from casework.demonstration.eventful import EventfulLife
from casework.demonstration.nights import nights
from casework.errors import NotYours, Refusal

DOORS = ("parent",) * 11 + ("setting",) * 6 + ("professional",) * 2 + ("young_person",)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Years:
    """What is to be simulated: how many requests, between which days, and the seed that everything is drawn from."""

    cases: int
    first: date
    last: date
    seed: int

    def drawn(self, what) -> Random:
        """Luck of its own for one part, so that one part never changes what another draws."""
        return Random(f"{self.seed} {what}")


class Simulation:
    """Lives going on in one area.

    `clerk` does a night's sweep: clerk(day, what befalls it), with what as in nights.py.
    A strand yields the day it waits for and is sent the day it has become; a deed that
    is refused ends its strand, and the sentence is kept in `refused`. `children` counts those asked for.
    """

    def __init__(self, office, office_on, years: Years, *, clerk):
        self.office, self.years = office, years
        self.children, self.refused, self.nights = 0, Counter(), Counter()
        self._on, self._clerk = office_on, clerk
        self._area = Area(office, office_on, years.drawn("area"))
        self._waiting: list = []
        self._order = count()

    def days(self):
        """Live every day, each in one transaction with its night before it; yields each day once it is kept."""
        first, last = self.years.first, self.years.last
        befalls = nights(first, last, self.years.drawn("nights"))
        for strand in self._area.strands(first, last):
            self._begin(None, strand)
        self._begin(None, self._requests())
        day = first
        while day <= last:
            self._clerk(day, befalls[day])
            self.nights[befalls[day]] += 1
            if self._waiting and self._waiting[0][0] <= day:
                with self.office.diary.one_write():
                    self._live(day)
            yield day
            day += ONE_DAY

    def _begin(self, life, strand):
        """Let a strand run to the first day it waits for."""
        self._go_on(life, partial(next, strand), strand)

    def _live(self, today):
        """Everything that waits for today, in the order in which it began to wait."""
        heads = self.office.diary.heads()
        while self._waiting and self._waiting[0][0] <= today:
            _, _, life, strand = heappop(self._waiting)
            if life and life.case:
                if heads.get(life.case.ref, (life.case.n,))[0] > life.case.n:
                    life.case = self.office.diary.read(life.case.ref)
                if life.case.is_closed:
                    continue
            self._go_on(life, partial(strand.send, today), strand)

    def _go_on(self, life, step, strand):
        """One step of a strand, which then waits for another day, has ended, or was refused."""
        try:
            day = step()
        except StopIteration:
            return
        except (Refusal, NotYours) as refused:
            self.refused[getattr(refused, "sentence", f"Not theirs: {refused}")] += 1
            return
        heappush(self._waiting, (day, next(self._order), life, strand))

    def _requests(self):
        """Requests by every door, spread over the days; those of schools come in term."""
        drawn = self.years.drawn("requests")
        length = (self.years.last - self.years.first).days + 1
        drawn_days = [(drawn.randrange(length), drawn.choice(DOORS)) for _ in range(self.years.cases)]
        asked = [(self.years.first + timedelta(days=days), door) for days, door in drawn_days]
        asked = [(term(day) if door == "setting" else day, door) for day, door in asked]
        for place, (day, door) in enumerate(sorted(asked)):
            yield day
            self.children += 1
            life = self._life(place, day, door)
            self._begin(life, life.live())

    def _life(self, place, day, door) -> EventfulLife:
        """The life of one case, with everything drawn for it."""
        drawn = self.years.drawn(f"case {place}")
        young = door == "young_person"
        age = drawn.randrange(16, 19) if young else drawn.randrange(3, 16)
        who = {"capacity": "young person" if young else "parent", "door": door, "age": age}
        facts = drawn_facts(self._on(self.office, day), drawn, place, day, **who)
        return EventfulLife(self.office, self._on, facts, drawn=drawn, area=self._area, begin=self._begin)
