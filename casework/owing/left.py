"""How many days are left or late, in the unit the duty is counted in: working days or calendar days."""

from datetime import date

from casework.errors import GapInOurTables
from casework.law.working_days import calendar
from casework.words import lateness, plural

WORKING = "working days"


def left(due: date, today: date, unit: str) -> str:
    """“2 working days late”, “due in 3 working days”, “due Wed”: by the unit of the duty (see Duty.unit).

    Calendar days for any other unit, on the day itself and the day before it, and
    where holidays.csv does not reach.
    """
    if unit != WORKING or abs((due - today).days) < 2:
        return lateness(due, today)
    try:
        days = calendar().working.between(*sorted((due, today)))
    except GapInOurTables:
        return lateness(due, today)
    if not days:
        return lateness(due, today)
    return f"{plural(days, 'working day')} late" if due < today else f"due in {plural(days, 'working day')}"
