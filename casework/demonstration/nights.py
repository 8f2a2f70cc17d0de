"""What befalls the nightly sweeps of a simulated year: some missed, two at once, one cut short, a clock put back."""

from datetime import date, timedelta
from random import Random

AS_USUAL, MISSED, TWO_AT_ONCE, CUT_SHORT, CLOCK_BACK = (
    "as usual",
    "missed",
    "two at once",
    "cut short",
    "with a clock a day behind",
)
MISSED_TOGETHER = (1, 3, 10)
OF_100 = ((TWO_AT_ONCE, 4), (CUT_SHORT, 3), (CLOCK_BACK, 1))


def nights(first: date, last: date, drawn: Random) -> dict[date, str]:
    """What befalls each night from one day to another; 1, 3 and 10 nights are missed together in every half year."""
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    found = {night: _one(drawn) for night in every}
    for start in range(0, len(every), 183):
        for length in MISSED_TOGETHER:
            at = start + drawn.randrange(170)
            found |= dict.fromkeys(every[at : at + length], MISSED)
    return found


def _one(drawn) -> str:
    """What befalls one night."""
    place = drawn.randrange(100)
    for what, of_100 in OF_100:
        if place < of_100:
            return what
        place -= of_100
    return AS_USUAL
