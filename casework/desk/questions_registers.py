"""What the registers ask: somebody new, their details, and who covers while they are away."""

from casework.asking import Choice, Day, Email, Phone, Pick, Question, Words

STATES = (("active", "They can sign in"), ("disabled", "They have left, and cannot sign in"))


class Invite(Question):
    """Somebody who comes to work with us."""

    name = Words("Full name", ask="Enter their name")
    email = Email("Work email address", ask="Enter their email address", hint="We send them a link to come in with.")
    post = Pick("Post", ask="Choose their post")
    service = Pick("Service", searchable=True, empty="No service")
    setting = Pick("School, college or nursery", searchable=True, empty="No school, college or nursery")
    phone = Phone("Phone number")


class Details(Question):
    """What the register says of somebody."""

    name = Words("Full name", ask="Enter their name")
    email = Email("Email address")
    phone = Phone("Phone number")
    post = Pick("Post", empty="No post: a family member")
    service = Pick("Service", searchable=True, empty="No service")
    setting = Pick("School, college or nursery", searchable=True, empty="No school, college or nursery")
    registration = Words("Professional registration")
    working_days = Words("Working days", hint="For example Monday to Wednesday")


class Away(Question):
    """When somebody is away, and who covers."""

    since = Day("First day away", ask="Enter the first day")
    until = Day("Last day away", ask="Enter the last day", hint="For example 27 3 2026")
    covered_by = Pick("Who covers?", searchable=True, empty="Nobody: it goes to the next one up")
    reason = Words("Reason", hint="Leave, training: no more than others need to know.")


class State(Question):
    """Whether somebody can sign in."""

    state = Choice("Can they sign in?", choices=STATES, ask="Choose whether they can sign in")


class MyAway(Question):
    """When I am away, and who covers for me."""

    since = Day("First day away", ask="Enter the first day", hint="For example 23 3 2026")
    until = Day("Last day away", ask="Enter the last day", hint="For example 27 3 2026")
    covered_by = Pick("Who covers for you?", searchable=True, empty="Nobody: it goes to the next one up")
    reason = Words("Reason", hint="Leave, training: no more than others need to know.")


class PeopleAway(Question):
    """When one of my people is away, and who covers."""

    person = Pick("Who is away?", searchable=True, ask="Choose who is away")
    since = Day("First day away", ask="Enter the first day", hint="For example 23 3 2026")
    until = Day("Last day away", ask="Enter the last day", hint="For example 27 3 2026")
    covered_by = Pick("Who covers for them?", searchable=True, empty="Nobody: it goes to the next one up")
    reason = Words("Reason", hint="Leave, training: no more than others need to know.")
