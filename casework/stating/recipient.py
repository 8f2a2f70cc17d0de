"""Who a letter goes to: a person, a service's inbox, a setting, or an address alone."""

from dataclasses import dataclass

READERS = {"": "family", "adviser": "adviser", "school staff": "setting"}


@dataclass(frozen=True)
class Recipient:
    """A name and the ways to reach it. `reader` says which pages they use: family, adviser, setting or council."""

    name: str
    capacity: str
    reader: str
    email: str = ""
    address_lines: tuple[str, ...] = ()


def recipient(office, letter) -> Recipient:
    """Whom a row of the post goes to, with the address as it is now. Raises KeyError when the register has nobody."""
    if letter.person:
        person = office.people.person(letter.person)
        reader = READERS.get(person.post, "council" if person.post in _desk_posts() else "adviser")
        return Recipient(person.name, letter.to, reader, person.email, tuple(person.address_lines))
    if letter.service:
        service = office.people.service(letter.service)
        return Recipient(service.name, letter.to, "adviser", service.email, tuple(service.address_lines))
    if letter.setting:
        setting = office.people.setting(letter.setting)
        return Recipient(setting.name, letter.to, "setting", setting.email, tuple(setting.address_lines))
    return Recipient(letter.email, letter.to, "family", letter.email)


def _desk_posts():
    """The posts whose pages are the desk."""
    return ("caseworker", "send manager", "head of send", "panel member", "administrator")
