"""The flat rows beside the diary that lists and sweeps read; rebuilt from diary and papers at any time."""

from dataclasses import dataclass

from casework import chasing, guard, promises, timeliness
from casework.law.clocks import deadlines
from casework.owing import owed_rows, weight_of
from casework.record.case import Case

PEOPLE_WE_WAIT_FOR = ("adviser", "setting")


@dataclass(frozen=True)
class Rows:
    """Everything derived from one case: one worklist row, and a row a duty, request, consultation, party, outcome.

    `timeliness` has a row for each stretch of days in which a request stood the same against a limit.
    `owed` says again of each duty that lists show what they are ordered and narrowed by.
    `identifiers` has a row for each key by which the child may be told from others.
    """

    case: dict
    duties: list[dict]
    contributions: list[dict]
    timeliness: list[dict]
    consultations: list[dict]
    parties: list[dict]
    outcomes: list[dict]
    owed: list[dict]
    identifiers: list[dict]


def rows_of(case: Case, read_paper, *, ladders) -> Rows:
    """The rows of a case. Today plays no part.

    `read_paper` answers with the Paper a digest names; `ladders` are the versions of the ladder there are.
    """
    running = deadlines(case.facts, case.excuses)
    child = read_paper(case.child).content
    plan = read_paper(case.final.plan).content if case.final else None
    story = [read_paper(digest).content for digest in case.stories]
    return Rows(
        case=_case_row(case, child, running) | {"story_words": _words(story)},
        duties=[_duty_row(case, deadline) for deadline in running],
        contributions=[_contribution_row(case, advice, running, ladders) for advice in case.advice.values()],
        timeliness=timeliness.rows_of(case, running),
        consultations=[_consultation_row(case, asked, running) for asked in case.consultations.values()],
        parties=[_party_row(case, party) for party in case.parties],
        outcomes=_outcome_rows(case, plan),
        owed=owed_rows(case, running, child),
        identifiers=[{"ref": case.ref, "key": key} for key in sorted(guard.identifiers(case.ref, child))],
    )


def _words(told) -> int:
    """How many words there are in something told, however it is put together: for “a four-minute read”."""
    if isinstance(told, str):
        return len(told.split())
    parts = told.values() if isinstance(told, dict) else told if isinstance(told, list | tuple) else ()
    return sum(_words(part) for part in parts)


def by_risk(running) -> list:
    """The open deadlines in the order the law wants them: the nearest last day first."""
    return sorted((each for each in running if each.is_open), key=_risk)


def _risk(deadline):
    """By last day; of two on one day, the law before a promise, as every list has them."""
    return deadline.due, weight_of(deadline), deadline.duty.id, deadline.about


def _case_row(case, child, running):
    """One row a case: who, where it stands, and what the law wants next."""
    ours = [each for each in by_risk(running) if each.duty.limit == "no later than" and not _waits(each)]
    theirs = [each for each in by_risk(running) if _waits(each)]
    final = next((each for each in running if each.duty.id == "PLAN_FINAL_20W"), None)
    return {
        "ref": case.ref,
        **_who(case, child),
        "stage": case.stage,
        "caseworker": case.caseworker,
        "lead": case.lead,
        "requested_on": case.requested_on,
        "last_on": case.last_on,
        "next_duty": ours[0].duty.id if ours else "",
        "next_due": ours[0].due if ours else None,
        "waiting_due": theirs[0].due if theirs else None,
        "final_due": final.due if final and final.is_open else None,
        "tell_on": promises.next_look(case, running),
        "level": max((advice.level for advice in case.advice.values()), default=0),
    }


def _who(case, child):
    """Who a case is about, as lists show and find them."""
    first_name = child.get("preferred_name") or child["first_name"]
    return {
        "child": f"{first_name} {child['last_name']}",
        "sort_name": f"{child['last_name']} {child['first_name']}".casefold(),
        "initials": f"{child['first_name'][:1]}{child['last_name'][:1]}".upper(),
        "born": child["born"],
        "upn": child.get("upn", ""),
        "nhs_number": child.get("nhs_number", ""),
        "setting": next((party.setting for party in case.parties if party.capacity == "setting attended"), ""),
        "setting_name": child.get("setting_name", "") or "",
    }


def _waits(deadline):
    """Whether the next step belongs to somebody outside the council's own team."""
    return deadline.duty.owed_by in PEOPLE_WE_WAIT_FOR


def _duty_row(case, deadline):
    """One row a duty, open or met."""
    return {
        "ref": case.ref,
        "duty": deadline.duty.id,
        "about": deadline.about,
        "owed_by": deadline.duty.owed_by,
        "started": deadline.started,
        "due": deadline.due,
        "met_on": deadline.met_on,
        "ended_on": deadline.ended_on,
        "excuse": deadline.excuse or "",
    }


def _due(running, duty, about):
    """The last day of one duty of one request."""
    return next((each.due for each in running if (each.duty.id, each.about) == (duty, about)), None)


def _contribution_row(case, advice, running, ladders):
    """One row a request for advice, with its three dates and the day the ladder next wants looking at."""
    legal = _due(running, "ASSESS_ADVICE_6W", advice.about)
    return {
        "ref": case.ref,
        "about": advice.about,
        "advice": advice.kind,
        "service": advice.service,
        "adviser": advice.adviser,
        "asked_on": advice.asked_on,
        "first_due": _due(running, "LOCAL_SIMPLE_5WD", advice.about),
        "full_due": _due(running, "LOCAL_DETAILED_10WD", advice.about),
        "legal_due": legal,
        "responded_on": advice.responded_on,
        "received_on": advice.received_on,
        "accepted_on": advice.accepted_on,
        "standing": advice.standing,
        "level": advice.level,
        "lateness": advice.lateness,
        "expected": advice.expected,
        "next_chase": chasing.next_look(case, advice, legal, ladders=ladders),
    }


def _consultation_row(case, asked, running):
    """One row a school or college consulted."""
    return {
        "ref": case.ref,
        "setting": asked.setting,
        "asked_on": asked.asked_on,
        "due": _due(running, "CONSULT_SETTING_15D", asked.setting),
        "answer": asked.answer,
        "replied_on": asked.replied_on,
    }


def _party_row(case, party):
    """One row a party: how “cases where I have a capacity” is answered in one question."""
    return {
        "ref": case.ref,
        "person": party.person,
        "setting": party.setting,
        "service": party.service,
        "capacity": party.capacity,
        "purpose": party.purpose,
        "since": party.since,
        "until": party.until,
    }


def _outcome_rows(case, plan):
    """One row an outcome of the plan in force."""
    if not plan:
        return []
    return [
        {
            "ref": case.ref,
            "outcome": line["ref"],
            "category": line["category"],
            "due": line["due"],
            "wish": line["wish"],
        }
        for line in plan["outcomes"]
    ]
