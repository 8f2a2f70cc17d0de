"""A link by email for somebody who joins a case and has no account yet."""

from casework.asking.inviting import LINK_LASTS, PAGE, PURPOSE


def invite_one(office, person: str, ref: str) -> None:
    """Owe an email with a link to choose a password, when somebody has an address and has not come in yet."""
    who = office.people.person(person)
    if not who.email or who.state != "invited":
        return
    link = office.accounts.make_link(PURPOSE, person, LINK_LASTS)
    until = (office.today() + LINK_LASTS).isoformat()
    facts = {"link": f"{office.site_url}/{PAGE}/{link}", "text": ref, "until": until}
    office.post.owe_email(who.email, "choose-a-password", facts, on=office.today())
