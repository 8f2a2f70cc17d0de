"""Whose rights they are, and until when they can be used: leaving age, mediation, appeal."""

from datetime import date, timedelta

from casework.law.timetable import due


def compulsory_school_age_ends(born: date) -> date:
    """The last day the rights are the parent's: the last Friday in June of the school year of the 16th birthday."""
    return due("YP_LEAVING_DATE", born)


def rights_pass_on(born: date) -> date:
    """The first day on which the rights are the young person's own."""
    return compulsory_school_age_ends(born) + timedelta(days=1)


def last_day_to_ask_for_mediation(decision_sent: date) -> date:
    """Two months from the day the decision was sent (reg 33). It does not roll."""
    return due("MED_CONTACT_2M", decision_sent)


def last_day_to_appeal(decision_sent: date, certificate: date | None = None) -> date:
    """Two months from the decision, or one from the certificate if later (Tribunal rules 20(1)(c) and 12).

    Raises GapInOurTables when holidays.csv does not cover that year.
    """
    if certificate is None:
        return due("APPEAL_2M", decision_sent)
    return due("APPEAL_LATER", decision_sent, {"cert": certificate})
