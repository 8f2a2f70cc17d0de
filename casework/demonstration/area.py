"""What the people and the schools of a simulated area are doing: holidays, absences with and without cover, posts."""

from datetime import date, timedelta
from random import Random

from casework.demonstration.life import working
from casework.record.register import Cover
from casework.tables import rows

ONE_DAY = timedelta(days=1)
FOUR_WEEKS = timedelta(weeks=4)
STEADY = ("demo-sam", "demo-max")  # somebody must always be there to decide, and to keep the register
LEAVERS = ("service manager", "head of service", "agency lead")
REGISTRAR = "demo-max"


class Area:
    """Who is away and which schools are shut, as the registers were told; and what happens next to both."""

    def __init__(self, office, office_on, drawn: Random):
        self._office, self._on, self._drawn = office, office_on, drawn
        self._back: dict[str, date] = {}
        self._opens: dict[str, date] = {}

    def is_away(self, person: str, day: date) -> bool:
        """Whether somebody is not at work on a day."""
        return self._back.get(person, day) > day

    def here(self, person: str, setting: str, day: date) -> date:
        """The first working day from this one on when a person is at work and their school, if any, is open."""
        while True:
            after = max(working(day), self._back.get(person, day))
            if setting:
                after = max(term(after), self._opens.get(setting, day))
            if after == day:
                return day
            day = after

    def strands(self, first: date, last: date):
        """What happens to the people and the schools between two days, each by itself."""
        for row in rows("demonstration-people"):
            if row["post"] and row["id"] not in STEADY:
                yield self._leave(row["id"], _colleague(row), first)
            if row["post"] in LEAVERS and self._drawn.random() < 0.5:
                yield self._empty_post(row["id"], first + self._days(0, (last - first).days + 1))
        for row in rows("demonstration-settings"):
            yield self._snow(row["id"], first)

    def _days(self, fewest: int, most: int) -> timedelta:
        return timedelta(days=self._drawn.randrange(fewest, most))

    def _leave(self, person, colleague, day):
        """Somebody is away every few months; most of them have a colleague cover."""
        while True:
            covered = self._drawn.random() < 0.7
            length = timedelta(days=self._drawn.choice((1, 4, 9, 18)))
            today = yield day + self._days(40, 150)
            away = Cover(person, colleague if covered else "", today, today + length, "Leave")
            self._on(self._office, today).people.arrange_cover(away, by=person)
            day = self._back[person] = today + length + ONE_DAY

    def _empty_post(self, person, day):
        """A manager leaves, and the post stands empty until somebody is found."""
        today = yield day
        self._on(self._office, today).people.change(person, by=REGISTRAR, state="disabled")
        today = yield today + self._days(20, 90)
        self._on(self._office, today).people.change(person, by=REGISTRAR, state="active")

    def _snow(self, setting, day):
        """Snow, or a broken boiler: no school for a few days, which lifts no limit."""
        while True:
            today = yield day + self._days(60, 300)
            day = self._opens[setting] = today + self._days(1, 5)


def term(day: date) -> date:
    """The day itself, or the first working day after the school holidays it falls in."""
    while _holiday(day):
        day += ONE_DAY
    return working(day)


def shut_for_weeks(first: date, last: date) -> bool:
    """Whether schools are shut for four weeks or more between two days, for which the law allows (reg 10(4)(b))."""
    shut, day = timedelta(), first
    while day <= last and shut < FOUR_WEEKS:
        shut = shut + ONE_DAY if _holiday(day) else timedelta()
        day += ONE_DAY
    return shut >= FOUR_WEEKS


def _holiday(day) -> bool:
    """Whether schools have holidays on a day, as demonstration-closures.csv says for every year."""
    return any(row["from"] <= f"{day:%m-%d}" <= row["until"] for row in rows("demonstration-closures"))


def _colleague(row) -> str:
    """Somebody else of the same service, to cover; nobody when there is no one."""
    others = [each for each in rows("demonstration-people") if each["service"] == row["service"]]
    return next((each["id"] for each in others if each["id"] != row["id"]), "")
