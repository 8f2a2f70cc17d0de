"""Builds a case by writing its diary; the only factory of cases."""

from datetime import UTC, date, datetime

from casework.record import entries as kinds
from casework.record.case import Case, fold
from casework.record.papers import Paper
from casework.record.people import Actor
from casework.record.written import Written, sealed

OFFICER = Actor("officer-1", "Jo Marsh", post="caseworker", second_factor=True)
MANAGER = Actor("manager-1", "Sam Reed", post="send manager", second_factor=True)
PARENT = Actor("parent-1", "Leila Amin")
OTHER_PARENT = Actor("parent-2", "Robin Vale")
THERAPIST = Actor("therapist-1", "Ash Okoro", post="adviser", service="speech-and-language", second_factor=True)
NOON = datetime(2026, 2, 2, 12, tzinfo=UTC)

CHILD = {
    "first_name": "Amira",
    "last_name": "Amin",
    "preferred_name": "Amira",
    "born": "2018-05-04",
    "address": "1 Harbour Street, Saltmarsh, ZZ9 1AA",
    "upn": "",
    "nhs_number": "",
    "setting_name": "Elm Park Primary School",
}
STORY = {"door": "parent", "answers": {"story": "Amira loves boats. She finds talking hard."}}


def day(text: str) -> date:
    """A date from YYYY-MM-DD."""
    return date.fromisoformat(text)


def written(*entries, ref="EHC-2026-0001") -> list[Written]:
    """Entries numbered, signed and sealed as the diary would hold them."""
    found, seal = [], ""
    for n, entry in enumerate(entries, start=1):
        plain = Written(n, entry, OFFICER.id, NOON)
        seal = sealed(ref, seal, plain)
        found.append(Written(n, entry, OFFICER.id, NOON, "", seal))
    return found


def a_case(*entries, ref="EHC-2026-0001") -> Case:
    """The case that these entries tell."""
    return fold(written(*entries, ref=ref), Case(ref))


def requested(on="2026-02-02"):
    """A parent asked for an assessment."""
    return kinds.RequestReceived(
        on=day(on), door="parent", child=Paper("child", CHILD).digest, story=Paper("story", STORY).digest
    )


def joined(person=PARENT.id, capacity="parent", on="2026-02-02", **more):
    """Somebody joined the case."""
    return kinds.PartyJoined(on=day(on), about=person, capacity=capacity, purpose="their child", **more)


def agreed(on="2026-03-02"):
    """We agreed to assess."""
    return kinds.AssessmentAgreed(on=day(on), reasons="r" * 64)


def asked(about="speech_language-1", on="2026-03-02", service="speech-and-language", adviser=""):
    """A service was asked for advice."""
    return kinds.AdviceRequested(
        on=day(on), about=about, advice=about.rsplit("-", 1)[0], service=service, adviser=adviser
    )


def received(about="speech_language-1", on="2026-03-10"):
    """Advice came in."""
    return kinds.AdviceReceived(on=day(on), about=about, paper="a" * 64)


def accepted(about="speech_language-1", on="2026-03-11"):
    """Advice was accepted."""
    return kinds.AdviceAccepted(on=day(on), about=about)


def plan_agreed(on="2026-05-01"):
    """We agreed to write a plan."""
    return kinds.PlanAgreed(on=day(on), reasons="r" * 64)


def served(on="2026-05-11", number="1"):
    """A draft was served."""
    return kinds.DraftPlanServed(on=day(on), about=number, plan="p" * 64)


def assessing(*more):
    """A case we are assessing, with a parent on it and one request for advice."""
    return a_case(requested(), joined(), agreed(), asked(), *more)


def hearing(*more):
    """A case whose draft has been served."""
    return assessing(received(), accepted(), plan_agreed(), served(), *more)
