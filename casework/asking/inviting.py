"""An account grows out of a request: a link by email to choose a password, for whoever may follow the case."""

from datetime import timedelta

from casework.record.people import FAMILY

LINK_LASTS = timedelta(days=7)
PURPOSE, PAGE = "invitation", "invitation"  # what the sign-in pages know such a link as, and where they take it


def invite(office, case) -> None:
    """Owe an email with a link to choose a password to each of the family who has an address and no account yet."""
    for person in dict.fromkeys(party.person for party in case.parties if party.capacity in FAMILY and party.person):
        who = office.people.person(person)
        if who.email and who.state == "invited":
            link = office.accounts.make_link(PURPOSE, person, LINK_LASTS)
            until = (office.today() + LINK_LASTS).isoformat()
            facts = {"link": f"{office.site_url}/{PAGE}/{link}", "text": case.ref, "until": until}
            office.post.owe_email(who.email, "choose-a-password", facts, on=office.today())
