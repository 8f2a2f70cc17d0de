"""Makers of made-up facts: everything that each letter states, for a family of the demonstration area."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace


TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
TODAY = date(2026, 11, 24)


def _service(name, phone="", email="", *, website="", address_lines=()):
    return SimpleNamespace(name=name, phone=phone, email=email, website=website, address_lines=address_lines)


AREA = SimpleNamespace(
    name="Saltmarsh Council",
    short_name="Saltmarsh",
    colour="#0b5d57",
    logo="",
    phone="01632 960100",
    email="send@saltmarsh.example",
    website="https://www.saltmarsh.example/send",
    address_lines=("SEND Service", "Saltmarsh Council", "Harbour House", "Quay Street", "Saltmarsh", "ZZ9 1AA"),
    signatory="Head of SEND",
    local_offer="https://localoffer.saltmarsh.example",
    complaints="https://www.saltmarsh.example/complaints",
    sendiass=_service("Saltmarsh SENDIASS", "01632 960110", "help@sendiass.example", website="sendiass.example"),
    mediation=_service(
        "Estuary Mediation Service",
        "01632 960120",
        "hello@estuary-mediation.example",
        website="https://estuary-mediation.example",
    ),
    disagreement=_service(
        "Estuary Disagreement Resolution",
        "01632 960130",
        "resolve@estuary-mediation.example",
        website="https://estuary-mediation.example/resolve/",
    ),
    tribunal=_service(
        "First-tier Tribunal (Special Educational Needs and Disability)",
        "01632 960140",
        "send@tribunal.example",
        website="https://www.tribunal.example/first-tier-tribunal-special-educational-needs-and-disability",
        address_lines=("SEND Tribunal", "1 Example Street", "Exampleton", "ZZ9 2BB"),
    ),
)
CHILD = {"first_name": "Samira", "last_name": "Okafor", "preferred_name": "Sam", "born": "2017-05-04"}
PARENT = {"name": "Ngozi Okafor", "address_lines": ("12 Limekiln Row", "Saltmarsh", "ZZ9 4QT"), "capacity": "parent"}
OFFICER = {"name": "Jo Marsh", "role": "Case officer", "phone": "01632 960101", "email": "jo.marsh@saltmarsh.example"}
REASONS = (
    "Sam’s school has helped her with speech for two years, and she now uses four words at a time.\n"
    "We read that she needs more help with play. Her school can give that help from what it already has."
)
SUPPORT = "Elm Park School will add a play group each Tuesday from Mon 7 December 2026 and will review it in March."
DATES = {
    "received_on": date(2026, 10, 14),
    "decide_by": date(2026, 11, 25),
    "tell_us_by": date(2026, 11, 4),
    "advice_by": date(2027, 1, 6),
    "plan_decision_by": date(2027, 2, 3),
    "draft_by": date(2027, 2, 3),
    "final_by": date(2027, 3, 3),
    "appeal_by": date(2027, 1, 25),
    "mediation_by": date(2027, 1, 24),
    "due_5": date(2026, 12, 1),
    "due_10": date(2026, 12, 8),
    "legal_due": date(2027, 1, 5),
    "update_by": date(2026, 12, 11),
    "missing_by": date(2026, 11, 27),
    "served_on": date(2026, 11, 24),
    "reply_by": date(2026, 12, 8),
    "review_by": date(2027, 11, 23),
    "since": date(2026, 11, 24),
    "next_by": date(2026, 11, 25),
    "due": date(2026, 11, 25),
    "expected": date(2026, 12, 16),
    "until": date(2026, 12, 15),
    "withdrawn_on": date(2026, 11, 23),
    "met_on": date(2026, 11, 17),
    "named_by": date(2026, 12, 8),
}
WORDS = {
    "asked_by": "",
    "advice": "speech and language therapy advice",
    "capacity": "supporter",
    "caseworker": "Jo Marsh",
    "changes": "You asked us to say how long each session lasts. We have added it to P1, P2 and P4.",
    "clause": "regulation 10(4)(d)",
    "days": "Monday to Thursday",
    "decided_by": "Helen Ward",
    "duty": "send the final plan",
    "ground": "the family was away from the area for four weeks or more",
    "keyed_from": "phone call",
    "late": "You should have had the final plan by Mon 23 November 2026. You have not, and we are sorry.",
    "photo": "",
    "lead": "Ash Okoro",
    "before": "Robin Vale",
    "email": "jo.marsh@saltmarsh.example",
    "name": "Jo Marsh",
    "next_step": "decide whether to assess",
    "phone": "01632 960101",
    "preference": "Elm Park School",
    "purpose": "to help the family take part",
    "reason": "the provision has no amount",
    "reasons": REASONS,
    "role": "Case officer",
    "sender": "Jo Marsh",
    "service": "Saltmarsh Children’s Therapies",
    "setting": "Elm Park School",
    "setting_type": "a mainstream primary school",
    "subject": "Advice overdue, please give a date: EHC-2026-0142",
    "support": SUPPORT,
    "family_text": "The advice is late. It was due on Tue 8 December 2026.\nYou do not need to do anything.",
    "text": "Advice was due on Tue 8 December 2026. Please reply with the author and the new date.",
    "why": "Your service has seen Sam since 2023.",
    "words": "P2 does not say how many minutes. Please add it.",
}
LISTS = {
    "advice_read": ("Speech and language therapy advice", "Psychological advice", "Advice from Elm Park School"),
    "asked": ("an educational psychologist", "Elm Park School", "Saltmarsh Children’s Therapies", "social care"),
    "enough": ("the hearing test of June 2026",),
    "evidence": ("The family’s story", "The school’s records, 2024 to 2026", "A report of May 2026"),
    "told": ("Saltmarsh Integrated Care Board", "children’s social care", "Elm Park School"),
}
# Where one name means a list in some letters and words in others.
ALSO = {
    "we-will-write-a-plan": {"advice": LISTS["advice_read"]},
    "we-wrote-down-your-request": {"words": [("What should we know?", "Sam finds talking hard.\nShe loves boats.")]},
    "asking-a-setting": {"asked_for": True},
}
IT = DATES | WORDS | {name: LISTS[name] for name in ("asked", "enough", "evidence", "told")}
ADDRESSEES = {
    "setting": {"name": "The Head Teacher", "address_lines": ("Elm Park School", "Park Road", "Saltmarsh ZZ9 2PR")},
    "service": {"name": "Saltmarsh Children’s Therapies", "address_lines": ("Clinic House", "Saltmarsh ZZ9 5TT")},
}


def facts_for(letter: str, *, to=None, child=None, it=None) -> dict:
    """Everything a letter states. `it` is laid over the usual facts."""
    return {
        "case": {"ref": "EHC-2026-0142"},
        "child": child or CHILD,
        "to": to or PARENT,
        "from": OFFICER,
        "today": TODAY,
        "link": "https://send.saltmarsh.example/my-cases/EHC-2026-0142",
        "it": IT | ALSO.get(letter, {}) | (it or {}),
    }


def young_person() -> dict:
    """A young person who holds the rights, and is written to."""
    return {**PARENT, "name": "Samira Okafor", "capacity": "young person"}


def somewhere(to: str) -> dict:
    """An addressee for a word in the `to` column of letters.csv."""
    if to == "family":
        return PARENT
    kind = "setting" if "setting" in to else "service"
    return ADDRESSEES[kind] | {"capacity": to}
