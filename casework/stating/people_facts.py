"""Facts about people: who writes, who was named, who joined."""

from casework.stating.known import Known, states


def sender(now: Known) -> dict:
    """Who signs: the caseworker, or the area's signatory until there is one."""
    if now.case.caseworker:
        officer = now.office.people.person(now.case.caseworker)
        return {"name": officer.name, "role": "Caseworker", "phone": officer.phone, "email": officer.email}
    area = now.office.area
    return {
        "name": f"The {area.short_name} SEND team",
        "role": area.signatory,
        "phone": area.phone,
        "email": area.email,
    }


def _named(now):
    return now.office.people.person(now.entry.about)


@states("name")
def _name(now):
    return _named(now).name


@states("phone")
def _phone(now):
    return _named(now).phone


@states("email")
def _email(now):
    return _named(now).email


@states("days")
def _days(now):
    return _named(now).working_days


@states("role")
def _role(now):
    return {"caseworker": "Caseworker", "adviser": "Adviser"}.get(_named(now).post, _named(now).post.capitalize())


@states("service", after=("LeadProfessionalNamed",))
def _service(now):
    person = _named(now)
    return now.office.people.service(person.service).name if person.service else ""


@states("before")
def _before(now):
    return now.name(now.before.lead)


@states("caseworker")
def _caseworker(now):
    return now.name(now.case.caseworker) or f"The {now.office.area.short_name} SEND team"


@states("capacity")
def _capacity(now):
    return now.entry.capacity


@states("purpose")
def _purpose(now):
    return now.entry.purpose


@states("sender")
def _sender(now):
    return now.name(now.entry.sender)


@states("words", after=("FamilyMessageReceived", "FamilyMessageAnswered", "FamilyUpdated", "MessageSent"))
@states("words", after=("AdviceReturned", "AdviceWithdrawn", "ExcuseRecorded", "ChasingSettled"))
def _words(now):
    return now.paper(now.entry.paper).get("words", "")
