"""What a family has been told is late: which entries tell it, and which bring what was late."""

from dataclasses import replace
from types import MappingProxyType

from casework.law.clocks import Fact
from casework.law.timetable import timetable

TOLD, OVER = "family told of lateness", "lateness ended"


def told(case, things, on):
    """The case once the family has been told that these things are late."""
    return replace(case, told_late=MappingProxyType({**case.told_late, **dict.fromkeys(things, on)}))


def told_by_a_rung(case, about, on):
    """The same where a rung told it: the fact is the rung's, for no other entry is written of it."""
    return replace(told(case, (about,), on), facts=case.facts + (Fact(TOLD, on, about),))


def without_what_came(case, entry):
    """The case once this entry has brought something that the family was told is late: a fact for each, and no more."""
    came = [thing for thing in case.told_late if _ends(entry, thing, _duty(case, thing))]
    if not came:
        return case
    still = {thing: on for thing, on in case.told_late.items() if thing not in came}
    over = tuple(Fact(OVER, entry.on, thing) for thing in came)
    return replace(case, facts=case.facts + over, told_late=MappingProxyType(still))


def _duty(case, thing) -> str:
    """The duty whose lateness is told: the law's for a request for advice or a consultation, else the thing itself."""
    if thing in case.advice:
        return "ASSESS_ADVICE_6W"
    return "CONSULT_SETTING_15D" if thing in case.consultations else thing


def _ends(entry, thing, duty_id) -> bool:
    """Whether this entry is what a late thing was waiting for, by the timetable: it meets the duty, or ends it."""
    duty, left = timetable().versions[duty_id][-1], set(entry.milestones)
    if left & set(duty.all_end_with):
        return True
    return bool(left & {*duty.met_by, *duty.ends_with}) and (duty.repeats != "for each" or thing in entry.concerns)
