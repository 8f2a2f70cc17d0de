"""The people of Saltmarsh: every role there is, plainly made up, the same each time."""

import base64
import hashlib

from casework.record.register import Service, Setting
from casework.tables import rows

PASSWORD = "three boats at low tide"  # the demonstration's, printed by demo-people and worth nothing elsewhere
SAID = ("name", "email", "post", "service", "setting", "phone", "registration")
GIVES = {"nursery": "early_years_setting"}


def secret_of(email: str) -> str:
    """A demonstration person's second-factor secret: worked out from the address, so that it is the same each time."""
    return base64.b32encode(hashlib.sha256(f"saltmarsh {email}".encode()).digest()[:20]).decode()


def enrol_everyone(office) -> None:
    """Put the services, the settings and the people of the demonstration in the registers, once."""
    if any(service.id == "council-send" for service in office.people.services()):
        return
    for row in rows("demonstration-services"):
        office.people.add_service(
            Service(**{**row, "gives": _several(row["gives"]), "address": _lines(row)}), by="import"
        )
    for row in rows("demonstration-settings"):
        setting = Setting(**{**row, "address": _lines(row)})
        office.people.add_setting(setting, by="import")
        # A school that is asked for advice is asked as a service is.
        gives = (GIVES.get(setting.kind, "education_setting"),)
        service = Service(setting.id, setting.name, "education", gives, setting.email, setting.phone, setting.address)
        office.people.add_service(service, by="import")
    for row in rows("demonstration-people"):
        _enrol(office, row)


def _enrol(office, row) -> None:
    """One person, with a password, and a second factor when they work here."""
    said = {name: row[name] for name in SAID}
    person = office.people.enrol(
        id=row["id"], by="import", working_days="Monday to Friday" if row["post"] else "", **said
    )
    office.accounts.set_password(person.id, PASSWORD)
    if person.post:
        office.accounts.turn_on(person.id, secret_of(person.email))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("; ")) if cell else ()


def _lines(row) -> str:
    return row["address"].replace("|", "\n")


def known(office) -> list[dict]:
    """Every demonstration person there is in this copy, as demo-people prints them."""
    there = office.people.names([row["id"] for row in rows("demonstration-people")])
    return [
        {
            "capacity": row["post"] or "family",
            "does": row["does"],
            "name": row["name"],
            "email": row["email"],
            "password": PASSWORD,
            "second_factor_secret": secret_of(row["email"]) if row["post"] else "",
            "id": row["id"],
        }
        for row in rows("demonstration-people")
        if row["id"] in there
    ]


def offered(office) -> list[dict]:
    """Those the sign-in page offers."""
    return known(office)
