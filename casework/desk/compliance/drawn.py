"""The charts of the page, and the finding above each in words."""

from dataclasses import dataclass

from casework.charts import BarChart, Histogram, LineChart, bar_chart, histogram, line_chart
from casework.desk.compliance.figures import Figures, Row
from casework.desk.compliance.filters import first_day, month_words
from casework.timeliness import Lateness, Tally, day_by_which, limits, month_of
from casework.words import MONTHS, day, plural

LETTERS = 3  # of a month's name below a chart


@dataclass(frozen=True)
class Drawn:
    """One chart and what it shows, in a sentence."""

    finding: str
    chart: LineChart | BarChart | Histogram | None


def charts_of(figures: Figures, rows: list[Row]) -> dict:
    """Everything drawn on the page, and the services in the order in which they are drawn."""
    worst = worst_first(rows)
    drawn = {"month": by_month(figures), "service": by_service(figures, worst), "late": days_late(figures)}
    return drawn | {"worst": worst}


def by_month(figures: Figures) -> Drawn:
    """The share in time of each limit, month by month, and the last month beside the one before."""
    months = figures.filters.months
    series = [
        (limit.short, [figures.tally(limit=limit.name, month=each).share for each in months])
        for limit in limits().values()
    ]
    labels = [_label(each, months) for each in months]
    target = max(limit.target for limit in limits().values())
    return Drawn(_month_said(figures), line_chart(labels, series, unit="%", top=100, target=target))


def _label(month: str, months) -> str:
    """“Oct”, and “Jan ’27” where a year begins or the months do not say which year they are of."""
    name = MONTHS[first_day(month).month - 1][:LETTERS]
    return f"{name} ’{month[2:4]}" if month.endswith("-01") and month != months[0] else name


def _month_said(figures) -> str:
    """How the last month in which anything fell due went, beside the month before it."""
    filters = figures.filters
    counted = [(each, tally) for each in filters.months if (tally := figures.tally(month=each)).due]
    if not counted:
        return "Nothing fell due in these months."
    month, now = counted[-1]
    so_far = " so far" if month == month_of(filters.as_at) else ""
    said = f"{filters.whose} answered {now.in_time} of {now.due} in time in {month_words(month)}{so_far}"
    if len(counted) < 2:
        return f"{said}."
    before, then = counted[-2]
    return f"{said}, {_more(now, then)} in {month_words(before)} ({then.in_time} of {then.due})."


def _more(now: Tally, then: Tally) -> str:
    """“12 more than”, “as many as”: numbers of requests, not shares."""
    more = now.in_time - then.in_time
    return "as many as" if not more else f"{abs(more):,} {'more' if more > 0 else 'fewer'} than"


def worst_first(rows: list[Row]) -> list[Row]:
    """The services that had anything fall due, the lowest share first."""
    due = [row for row in rows if row.kind == "service" and row.tally.due]
    return sorted(due, key=lambda row: (row.tally.share, -row.tally.due, row.name))


def by_service(figures: Figures, order: list[Row]) -> Drawn:
    """The share in time of each service, in this order, and which is furthest from the target."""
    bars = [(row.name, row.tally.share, f"{row.tally.in_time} of {row.tally.due}") for row in order]
    target = figures.filters.limit.target
    chart = bar_chart(bars, unit="%", top=100, target=target) if bars else None
    return Drawn(_service_said(order, target), chart)


def _service_said(order, target) -> str:
    """The service furthest from the target, and how many reached it."""
    if not order:
        return "No service had anything fall due in these months."
    reached = sum(row.tally.share >= target for row in order)
    if reached == len(order):
        return f"All of {len(order)} services reached the target of {target}%."
    lowest = f"{order[0].name} answered {order[0].tally.in_time} of {order[0].tally.due} in time"
    return f"{lowest}, the lowest share. {reached or 'None'} of {len(order)} services reached {target}%."


def days_late(figures: Figures) -> Drawn:
    """How many days late, in bands: what came, and what had not come."""
    late = figures.late
    kinds = (late.received, late.not_received)
    said = _late_said(late, figures.filters.as_at)
    return Drawn(said, histogram(kinds) if any(kinds) else None)


def _late_said(late: Lateness, as_at) -> str:
    """How long the late ones took, and how long the others have been out."""
    came, out = sum(late.received.values()), sum(late.not_received.values())
    said = [_half(came, "came late", late.received)] if came else []
    said += [_half(out, f"had not come by {day(as_at)}", late.not_received)] if out else []
    return f"{'; '.join(said)}." if said else "Nothing was late."


def _half(number, what, days) -> str:
    """How many, and how late: the one there is, or half of them."""
    late = plural(day_by_which(days, 50), "day")
    return f"{number:,} {what}, {late} late" if number == 1 else f"{number:,} {what}, half of them {late} late or less"
