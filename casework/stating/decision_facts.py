"""Facts about decisions, the plan and the rights that go with them."""

from casework import advising
from casework.law.timetable import due
from casework.stating.known import states

EVIDENCE = "what was read"


def _reasons(now):
    return now.paper(now.entry.reasons)


@states("reasons")
def _words(now):
    return _reasons(now).get("family_words", "")


@states("evidence")
def _evidence(now):
    return _reasons(now).get("evidence", [])


@states("support")
def _support(now):
    return _reasons(now).get("support", "")


@states("decided_by")
def _decided_by(now):
    return _reasons(now).get("decided_by", "") or now.office.area.signatory


@states("appeal_by")
def _appeal_by(now):
    return due("APPEAL_2M", now.entry.on, {})


@states("mediation_by")
def _mediation_by(now):
    return due("MED_CONTACT_2M", now.entry.on, {})


@states("asked")
def _asked(now):
    """Those we mean to ask for advice, by the names of their professions."""
    return _reasons(now).get("ask", []) or ["the people the law says we must ask"]


@states("enough")
def _enough(now):
    return _reasons(now).get("enough", [])


@states("advice_by")
def _advice_by(now):
    return due("ASSESS_ADVICE_6W", now.entry.on, {})


@states("advice", after=("PlanAgreed", "PlanRefused"))
def _titles(now):
    return [advising.advice_type(one.kind).name for one in now.case.advice.values() if one.accepted_on]


@states("setting", after=("FinalPlanSent",))
def _setting(now):
    return (_placement(now) or {}).get("name", "")


@states("setting_type")
def _type(now):
    return (_placement(now) or {}).get("type", "")


def _placement(now):
    return now.paper(now.entry.plan).get("placement")


@states("setting", after=("SettingConsulted",))
def _consulted(now):
    return now.office.people.setting(now.entry.about).name


@states("preference")
def _preference(now):
    return now.case.preferred_name


@states("asked_for")
def _asked_for(now):
    return now.case.preferred == now.entry.about


@states("lead")
def _lead(now):
    return now.name(now.case.lead)


@states("changes")
def _changes(now):
    """What changed since the draft, counted line by line; nothing when nothing did."""
    draft, final = now.paper(now.case.draft.plan), now.paper(now.entry.plan)
    kinds = {"needs": "need", "outcomes": "outcome", "provisions": "provision"}
    changed = []
    for kind, word in kinds.items():
        before = {line["ref"]: line for line in draft.get(kind, [])}
        after = {line["ref"]: line for line in final.get(kind, [])}
        number = sum(before.get(ref) != after.get(ref) for ref in before.keys() | after.keys())
        if number:
            changed.append(f"{number} {word if number == 1 else word + 's'}")
    return f"Since the draft we changed {' and '.join(changed)}." if changed else ""
