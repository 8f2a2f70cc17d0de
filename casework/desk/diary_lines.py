"""The diary as the desk reads it: what was told, with one line for several rungs climbed on one day."""

from dataclasses import dataclass

from casework.telling import Told
from casework.words import listed, plural

MOST_NAMED = 3


@dataclass(frozen=True)
class Line:
    """One line of the diary: an entry, or several rungs of the ladder climbed on the same day.

    `together` is the title of several; then `them` are the entries, else there is one.
    """

    them: tuple[Told, ...]
    together: str = ""

    @property
    def it(self) -> Told:
        """The entry, or the first of several."""
        return self.them[0]


def lines_of(told) -> list[Line]:
    """The entries in their order, those of the night clerk on one day and one rung put together."""
    lines: list[list[Told]] = []
    for it in told:
        if lines and _goes_with(lines[-1][-1], it):
            lines[-1].append(it)
        else:
            lines.append([it])
    return [Line(tuple(them), _together(them) if len(them) > 1 else "") for them in lines]


def _goes_with(before: Told, it: Told) -> bool:
    """Whether two entries are the same rung climbed on the same day, neither struck out."""
    if it.kind != "Chased" or before.kind != "Chased" or it.struck or before.struck:
        return False
    return (before.on, before.entry.step, before.entry.level) == (it.on, it.entry.step, it.entry.level)


def _together(them) -> str:
    """Several services in one title."""
    services = list(dict.fromkeys(it.asked for it in them))
    named = listed(services) if len(services) <= MOST_NAMED else plural(len(services), "service")
    level = them[0].entry.level
    return f"{named} late: level {level}" if level else f"Golden Thread reminded {named}"
