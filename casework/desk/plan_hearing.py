"""What is shown while the family is heard on a draft: what they said and asked for, and what settings answered."""

from dataclasses import dataclass
from datetime import date

from casework.actions.plan import FAMILY_TIME, last_day_to_reply
from casework.desk.plan_views import comments
from casework.law.clocks import deadlines
from casework.law.explain import explain

CONSULTED = "CONSULT_SETTING_15D"
ANSWERS = {"": "No reply yet", "yes": "Yes", "yes if": "Yes, if something is put in place first", "no": "No"}


@dataclass(frozen=True)
class Asked:
    """One setting that was consulted: its name, when, when its reply is due, and what it said."""

    setting: str
    name: str
    on: date
    due: date | None
    answer: str
    said: str
    words: str
    replied_on: date | None
    preferred: bool


def people(office, case) -> list[tuple[str, str]]:
    """The parents and the young person of a case, to choose from."""
    names = office.people.names([party.person for party in case.family])
    return [(party.person, f"{names.get(party.person, 'Someone')} ({party.capacity})") for party in case.family]


def settings(office, case) -> list[tuple[str, str]]:
    """Every school and college to choose from, the one the family wants first."""
    known = [(one.id, f"{one.name}, {one.phase or one.kind}") for one in office.people.settings()]
    return sorted(known, key=lambda one: (one[0] != case.preferred, one[1]))


def setting_name(office, setting) -> str:
    """What a setting is called; nothing for none."""
    return next((one.name for one in office.people.settings() if one.id == setting), "") if setting else ""


def placed(office, said: dict) -> dict:
    """Section I for a setting of the register: its name, and its type where none was typed. Nothing for any other."""
    one = next((each for each in office.people.settings() if said["setting"] == each.id), None)
    return {"name": one.name, "type": said["type"] or one.kind} if one else {}


def consulted(office, case) -> list[Asked]:
    """Every setting that was asked, in the order they were asked."""
    due = {each.about: each.due for each in deadlines(case.facts, case.excuses) if each.duty.id == CONSULTED}
    papers = office.papers.read_all(case.ref, [one.paper for one in case.consultations.values() if one.paper])
    names = {one.id: one.name for one in office.people.settings()}
    return [
        Asked(
            setting=one.setting,
            name=names.get(one.setting, one.setting),
            on=one.asked_on,
            due=due.get(one.setting),
            answer=one.answer,
            said=ANSWERS[one.answer],
            words=papers[one.paper].content["words"] if one.paper else "",
            replied_on=one.replied_on,
            preferred=one.setting == case.preferred,
        )
        for one in case.consultations.values()
    ]


def heard(office, case) -> dict:
    """What the family said and asked for about the draft, and how long they have."""
    served = case.draft is not None
    return {
        "comments": comments(office, case),
        "last": last_day_to_reply(case) if served else None,
        "why_last": explain(FAMILY_TIME, case.draft.on) if served else None,
        "meetings": _with_words(office, case, case.meetings),
        "asked_until": _with_words(office, case, case.more_time_asked),
        "wanted": case.preferred_name or setting_name(office, case.preferred),
        "print_": print_of(office, case, case.draft, "draft") if served else "",
    }


def _with_words(office, case, told) -> list[tuple]:
    """Entries with the content of their papers: (what or who, content, day)."""
    papers = office.papers.read_all(case.ref, [paper for _, paper, _ in told])
    return [(what, papers[paper].content, day) for what, paper, day in told]


def print_of(office, case, version, as_) -> str:
    """The digest of a printed plan, or nothing while it is being printed."""
    found = office.post.print_of(case.ref, version.plan, as_)
    return found.digest if found else ""
