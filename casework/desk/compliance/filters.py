"""What the address of the figures asks for: which services, advice, months and limit, as they stood on which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from casework import advising
from casework.desk.answering import answered_for
from casework.errors import NotYours
from casework.timeliness import Asked, Limit, limits, month_of
from casework.words import month

PAGE = "/desk/compliance"
USUAL, MOST, OFFERED = 6, 24, 36  # months shown, at most shown, and offered
FULL = "full"


@dataclass(frozen=True)
class Filters:
    """What is shown. `mine` are all services this person answers for, `services` those that are shown."""

    mine: tuple
    agency: str
    service: str
    advice: str
    first: str
    last: str
    limit: Limit
    as_at: date
    today: date

    @cached_property
    def services(self) -> tuple:
        """The services shown, by agency and name."""
        shown = [one for one in self.mine if self.service in ("", one.id) and self.agency in ("", one.agency)]
        return tuple(sorted(shown, key=lambda one: (one.agency, one.name)))

    @property
    def agencies(self) -> list[str]:
        """Every agency this person answers for."""
        return sorted({one.agency for one in self.mine})

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """The types of advice to choose from, those that these services give: (id, name)."""
        given = {kind for one in self.mine for kind in one.gives}
        return [(kind.id, kind.name) for kind in advising.types() if kind.id in given]

    @property
    def months(self) -> list[str]:
        """Every month shown, the earliest first."""
        return _months(self.first, self.last)

    @property
    def month_names(self) -> list[str]:
        """The same in words."""
        return [month_words(each) for each in self.months]

    @property
    def offered(self) -> list[str]:
        """The months to choose from, the latest first: to this one, and back as far as is shown."""
        now = month_of(self.today)
        return _months(min(_back(now, OFFERED - 1), self.first), max(now, self.last))[::-1]

    @property
    def past(self) -> bool:
        """Whether the figures are as they stood on a day that is past."""
        return self.as_at < self.today

    @property
    def whose(self) -> str:
        """Whose figures, in words for the beginning of a sentence."""
        if len(self.services) == 1:
            return self.services[0].name
        return f"{self.agency.capitalize()} services" if self.agency else "All services together"

    @property
    def advice_name(self) -> str:
        """The type of advice, by name; nothing for all."""
        return advising.advice_type(self.advice).name if self.advice else ""

    def asked(self, *names: str, **narrower) -> Asked:
        """The question for the lists: of the limits named, or of the one chosen."""
        ids = narrower.get("services", [one.id for one in self.services])
        first, last = narrower.get("months", (self.first, self.last))
        return Asked(ids, first, last, self.as_at, names or (self.limit.name,), self.advice)

    def address(self, page: str = "", **changes) -> str:
        """The page with some filters changed; what is as usual is left out. `page` is a page below this one."""
        kept = {
            "agency": self.agency,
            "service": self.service,
            "advice": self.advice,
            "from": self.first,
            "to": self.last,
            "limit": self.limit.name,
            "as-at": self.as_at.isoformat() if self.past else "",
        }
        wanted = {name.replace("_", "-").strip("-"): value for name, value in changes.items()}
        said = {name: value for name, value in (kept | wanted).items() if value}
        return f"{PAGE}{page}?{urlencode(said)}"

    def cases(self, which: str, service: str = "", month: str = "", **more) -> str:
        """The list behind a number: all that is shown, or of one service, agency, month or limit."""
        narrow = {"service": service} if service else {}
        narrow |= {"from_": month, "to": month} if month else {}
        return self.address("/cases", which=which, **narrow, **more)


def read_filters(actor, services, args: Mapping[str, str], today: date) -> Filters:
    """The filters of an address, and for anything nobody knows, what a person begins with.

    Raises NotYours for a service or an agency that this person does not answer for.
    """
    mine = tuple(answered_for(actor, services))
    agency, service = args.get("agency", ""), args.get("service", "")
    if service not in {"", *(one.id for one in mine)} or agency not in {"", *(one.agency for one in mine)}:
        raise NotYours(service or agency)
    as_at = min(_day(args.get("as-at", "")) or today, today)
    last = _month(args.get("to", "")) or month_of(as_at)
    first = _month(args.get("from", "")) or _back(last, USUAL - 1)
    first, last = sorted((first, last))
    advice = args.get("advice", "")
    return Filters(
        mine,
        agency,
        service,
        advice if advice in {kind.id for kind in advising.types()} else "",
        max(first, _back(last, MOST - 1)),
        last,
        limits().get(args.get("limit", ""), limits()[FULL]),
        as_at,
        today,
    )


def first_day(written: str) -> date:
    """The first day of a month written as 2026-10."""
    return date.fromisoformat(f"{written}-01")


def month_words(written: str) -> str:
    """“October 2026” for 2026-10."""
    return month(first_day(written))


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _month(written: str) -> str:
    """A month as it was written, or nothing for anything that is none."""
    return written if len(written) == 7 and _day(f"{written}-01") else ""


def _back(written: str, number: int) -> str:
    """So many months earlier."""
    day = first_day(written)
    count = day.year * 12 + day.month - 1 - number
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _months(first: str, last: str) -> list[str]:
    """Every month from one to another."""
    found = [first]
    while found[-1] < last:
        found.append(_back(found[-1], -1))
    return found
