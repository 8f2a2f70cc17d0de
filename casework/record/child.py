"""The child or young person a case is about: names, birth date, and the year group that follows from it."""

import re
from dataclasses import dataclass
from datetime import date

from casework.record.content import Kept

# A school year starts on 1 September, and a child joins Reception in the one after their fourth birthday
# (Education Act 1996 s.8 for compulsory school age; the year group itself is custom, not law).
FIRST_MONTH = 9
AGE_IN_RECEPTION = 4
# Regulation 12(3): provision for adult life is part of a plan from Year 9.
PREPARING_FOR_ADULTHOOD = 9


@dataclass(frozen=True)
class Child(Kept):
    """Who a case is about.

    `born` is an ISO date; `pronouns` are as the family gave them, such as she/her; `address`
    is one line of text to each line of the address.
    """

    first_name: str
    last_name: str = ""
    preferred_name: str = ""
    born: str = ""
    upn: str = ""
    nhs_number: str = ""
    address: str = ""
    setting_name: str = ""
    year_group: str = ""
    pronouns: str = ""

    @property
    def called(self) -> str:
        """What to call them in a sentence: the name they like, or their first name."""
        return self.preferred_name or self.first_name

    @property
    def full_name(self) -> str:
        """First and last name, as on a letter."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """First letters, for a list where the name waits until the page is opened."""
        return "".join(part[0].upper() for part in (self.first_name, self.last_name) if part)

    def year_on(self, on: date | None) -> int | None:
        """The year group as a number: by birth date on that day, or as the setting told us. None when unknown."""
        told = re.search(r"\d+", self.year_group)
        if told:
            return int(told[0])
        return year_group(date.fromisoformat(self.born), on) if self.born and on else None


def age(born: date, on: date) -> int:
    """Whole years old on a day. Somebody born on 29 February has their birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def year_group(born: date, on: date) -> int:
    """The year group for that age, by school years from 1 September: Reception is 0, nursery is below it.

    Year 14 and above are the years after Year 13. A child taught outside
    their age group has what the setting told us in Child.year_group.
    """
    started = on.year if on.month >= FIRST_MONTH else on.year - 1
    return age(born, date(started, 8, 31)) - AGE_IN_RECEPTION


def year_name(year: int) -> str:
    """A year group in words: Before nursery, Nursery, Reception, Year 4."""
    if year < 0:
        return "Nursery" if year == -1 else "Before nursery"
    return f"Year {year}" if year else "Reception"
