"""Days and numbers in plain English, as the explanations say them."""

from datetime import date


def plain_day(day: date) -> str:
    """Such as “Mon 2 November 2026”."""
    return f"{day:%a} {day.day} {day:%B %Y}"


def listed(words: list[str]) -> str:
    """Such as “Good Friday, Easter Monday and 4 weekend days”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def how_many(number: int, thing: str) -> str:
    """Such as “1 weekend day” or “4 weekend days”."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
