"""How dates, numbers and names are said in English: every page, letter and mail says them the same way."""

import unicodedata
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple("January February March April May June July August September October November December".split())
SMALL = tuple("no one two three four five six seven eight nine".split())
READING_SPEED = 200  # words a minute, an adult reading something that matters


def as_day(value) -> date | None:
    """A date from a date, an aware datetime (its day in London) or an ISO string; None for nothing."""
    if not value:
        return None
    if isinstance(value, datetime):
        return in_london(value).date()
    if isinstance(value, date):
        return value
    return in_london(datetime.fromisoformat(value)).date() if "T" in value else date.fromisoformat(value)


def in_london(moment: datetime) -> datetime:
    """The same moment on a London clock. A naive one is taken to be London's already."""
    return moment.astimezone(LONDON) if moment.tzinfo else moment


def day(value) -> str:
    """“Mon 2 November 2026”; nothing for no date."""
    when = as_day(value)
    return f"{DAYS[when.weekday()][:3]} {when.day} {MONTHS[when.month - 1]} {when.year}" if when else ""


def long_day(value) -> str:
    """“Monday 2 November 2026”, as a letter says it."""
    when = as_day(value)
    return f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]} {when.year}" if when else ""


def short_day(value) -> str:
    """“2 Nov”, where the year is plain from what stands around it."""
    when = as_day(value)
    return f"{when.day} {MONTHS[when.month - 1][:3]}" if when else ""


def plain_day(value) -> str:
    """“2 November 2026”, for birthdays and printed lists."""
    when = as_day(value)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}" if when else ""


def month(value) -> str:
    """“November 2026”."""
    when = as_day(value)
    return f"{MONTHS[when.month - 1]} {when.year}" if when else ""


def iso(value) -> str:
    """“2026-11-02”, for a machine to read in a time element."""
    when = as_day(value)
    return when.isoformat() if when else ""


def clock(moment) -> str:
    """“10:42” in London."""
    return in_london(moment).strftime("%H:%M") if moment else ""


def exact_clock(moment) -> str:
    """“10:42:07” in London, where a person watches it change."""
    return in_london(moment).strftime("%H:%M:%S") if moment else ""


def from_today(value, today: date) -> str:
    """How far off a day is: “today”, “tomorrow”, “in 3 days”, “yesterday”, “4 days ago”."""
    gap = (as_day(value) - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if gap in near:
        return near[gap]
    return f"in {plural(gap, 'day')}" if gap > 0 else f"{plural(-gap, 'day')} ago"


def lateness(due, today: date) -> str:
    """Where a date due stands: “due today”, “due Wed”, “due in 12 days”, “4 days late”. Calendar days."""
    when = as_day(due)
    gap = (when - today).days
    if gap < 0:
        return f"{plural(-gap, 'day')} late"
    if 1 < gap < 7:
        return f"due {DAYS[when.weekday()][:3]}"
    return f"due {from_today(when, today)}"


def age(born, today: date) -> int:
    """Whole years since a birthday; a child born on 29 February turns on 1 March in other years."""
    birthday = as_day(born)
    return today.year - birthday.year - ((today.month, today.day) < (birthday.month, birthday.day))


def plural(number: int, one: str, many: str = "") -> str:
    """“1 day”, “3 days”, “2,500 children”."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spelled(number: int) -> str:
    """Small numbers as words, as a sentence wants them: “three”, but “12”."""
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}"


def weeks(days: int) -> str:
    """A length of time in weeks and days: “6 weeks and 2 days”."""
    whole, over = divmod(days, 7)
    parts = [plural(whole, "week")] * bool(whole) + [plural(over, "day")] * bool(over or not whole)
    return " and ".join(parts)


def listed(items, joining: str = "and") -> str:
    """“a, b and c”."""
    said = [str(item) for item in items]
    return f" {joining} ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def owner(name: str) -> str:
    """“Amira’s”, “James’s”."""
    return f"{name}’s"


def initials(name: str) -> str:
    """“AK” for Amira Khan: the first letter of the first word and of the last, in any alphabet."""
    letters = [letter for word in name.split() if (letter := _first_letter(word))]
    return "".join(letters[:1] + letters[1:][-1:])


def _first_letter(word: str) -> str:
    """The first letter of a word as it looks on paper: with the marks that combine with it."""
    for place, character in enumerate(word):
        if character.isalpha():
            end = place + 1
            while end < len(word) and unicodedata.combining(word[end]):
                end += 1
            return word[place:end].upper()
    return ""


def opening(sentence: str) -> str:
    """The sentence with its first letter a capital, and the names inside it left alone."""
    return sentence[:1].upper() + sentence[1:]


def reading_time(text: str) -> str:
    """How long a text takes to read: “4 minutes to read”."""
    return f"{plural(max(1, round(len(text.split()) / READING_SPEED)), 'minute')} to read"


def size(count: int) -> str:
    """The size of a file: “310 KB”, “2.4 MB”. Bytes in, thousands as a phone counts them."""
    if count < 1000:
        return plural(count, "byte")
    return f"{round(count / 1000)} KB" if count < 999_500 else f"{count / 1_000_000:.1f} MB"


def nhs_number(digits: str) -> str:
    """“999 000 0018”: as health writes it, and as it is easiest to read out."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if digits else ""


def tel(number: str) -> str:
    """A phone number as an address that a phone can call."""
    return "tel:" + "".join(character for character in number if character.isdigit() or character == "+")


def calendar_weeks(first: date, last: date) -> list[tuple[str, list[date]]]:
    """The weeks from one day to another, Monday first, each with its month's short name where one begins.

    Both days included; ends of weeks outside the period are there too, so that a calendar can be drawn.
    """
    monday = first - timedelta(days=first.weekday())
    rows = []
    while monday <= last:
        days = [monday + timedelta(days=place) for place in range(7)]
        begins = next((each for each in days if each.day == 1), None)
        named = begins or (first if not rows else None)
        rows.append((MONTHS[named.month - 1][:3] if named else "", days))
        monday += timedelta(days=7)
    return rows


FILTERS = {
    name.__name__: name
    for name in (
        day, long_day, short_day, plain_day, month, iso, clock, exact_clock, from_today, lateness, age, plural,
        spelled, weeks, calendar_weeks, listed, owner, initials, opening, reading_time, size, nhs_number, tel,
    )
}
