"""The answers, read back as a letter about a child: who asks, for whom, and their own words under plain headings."""

from dataclasses import dataclass

from casework.asking import bank
from casework.asking.sending import files_in
from casework.story import Asked, identity_of, in_words, questions
from casework.words import listed, plain_day
from portal.ask_draft import Draft
from portal.ask_order import order

UNSAID = ("intent", "notice_read", "rights_info")  # ticks that no letter repeats
# The parts of a parent’s request, as a parent would head them in a letter of their own.
ASSESSMENT = "an education, health and care needs assessment"
LIKED = ("child-preferred-name", "the name they like")
REACHED = ("your-contact", "how we can reach you")
OWN_HEADINGS = {
    "Start": "To begin with",
    "How we work with you": "How to work with us",
    "Your story": "Our story",
    "About you and your child": "About us",
    "Child": "About {name}",
    "About your child": "About {name}",
}


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the letter, and the questions it was made from: (slug, what is changed there)."""

    words: str
    changes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Line:
    """One answer under its heading, with the files that came with it."""

    slug: str
    heading: str
    words: str
    files: tuple[dict, ...] = ()


@dataclass(frozen=True)
class Letter:
    """The whole letter. `left_out` are the parts nothing was written about: (name, slug to begin at)."""

    opening: tuple[Paragraph, ...]
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    left_out: tuple[tuple[str, str], ...]
    signed: str


def letter_of(draft: Draft) -> Letter:
    """A draft as a letter, as far as it is written."""
    answers = draft.answers
    opening, used, signed = OPENINGS[draft.door](answers, identity_of(draft.door, answers))
    parts: dict[str, list[Line]] = {}
    sections: dict[str, str] = {}
    for asked in order(draft.door):
        if asked.field in used or asked.field in UNSAID:
            continue
        sections.setdefault(asked.section, asked.slug)
        if asked.field in answers:
            parts.setdefault(asked.section, []).append(_line(draft, asked, answers[asked.field]))
    headed = tuple((heading(name, draft.child), tuple(lines)) for name, lines in parts.items())
    left_out = tuple((name, slug) for name, slug in sections.items() if name not in parts and name != "Start")
    return Letter(tuple(opening), headed, left_out, signed)


def heading(section: str, name: str) -> str:
    """A part of the request, as the one who writes would head it."""
    return OWN_HEADINGS.get(section, section).replace("{name}", name or "the child")


def _line(draft, asked: Asked, answer) -> Line:
    """One answer under its heading, its files apart."""
    files = tuple(files_in(answer))
    spoken = {**answer, "files": []} if files and isinstance(answer, dict) else [] if files else answer
    words = _other_parent(answer) if asked.field == "other_parent" else in_words(asked, spoken)
    return Line(asked.slug, bank.in_the_letter(asked, draft.child or "the child"), words, files)


def _other_parent(said) -> str:
    """What is said about the other parent, as a sentence."""
    if said.get("write") == "yes":
        ways = [said[way] for way in ("phone", "email", "address") if said.get(way)]
        return f"Please write to {said.get('name') or 'them'} too{': ' + ', '.join(ways) if ways else ''}."
    if said.get("write") == "no, it would not be safe":
        return f"Please do not write to them: it would not be safe. {said.get('unsafe_why', '')}".strip()
    return "Please do not write to them." if said.get("write") else ""


def _parent(answers, child):
    """How a parent’s letter begins."""
    called, mother = _called(child), answers.get("your_relationship", "")
    relation = f", {called}’s {mother}" if mother and mother != "other" else ""
    names = (("child-first-name", "first name"), ("child-last-name", "last name"), LIKED)
    me = (("your-name", "your name"), ("your-relationship", "how you are related"), REACHED)
    about = (("child-dob", "the date of birth"), ("child-address", "the address"))
    opening = [
        Paragraph(f"I am asking you to carry out {ASSESSMENT} for {_whole(child)}.", names),
        Paragraph(_born_and_lives(child, called), about),
        Paragraph(f"I am {answers.get('your_name', '')}{relation}. {_reach(answers.get('your_contact'), 'me')}", me),
    ]
    used = {"child_first_name", "child_last_name", "child_preferred_name", "child_dob", "child_address"}
    return opening, used | {"your_name", "your_relationship", "your_contact"}, answers.get("your_name", "")


def _young_person(answers, child):
    """How a young person’s own letter begins."""
    name = f"{child['first_name']} {child['last_name']}".strip()
    liked = f" I like to be called {child['preferred_name']}." if child["preferred_name"] else ""
    lives = f" and live at {_on_one_line(child['address'])}" if child["address"] else ""
    me = (("name", "your name"), ("preferred-name", "what you like to be called"))
    about = (("dob", "when you were born"), ("address", "where you live"))
    opening = [
        Paragraph(f"I want you to look at what help I need to learn: {ASSESSMENT}."),
        Paragraph(f"My name is {name}.{liked}", me),
        Paragraph(f"I was born on {plain_day(child['born'])}{lives}.", about),
        Paragraph(_reach(answers.get("contact"), "me"), (("contact", "how we can reach you"),)),
    ]
    return opening, {"name", "preferred_name", "dob", "address", "contact"}, name


def _setting(answers, child):
    """How a school’s letter begins."""
    who = answers.get("person", {})
    school = in_words(_asked("setting", "setting_id"), answers.get("setting_id"))
    opening = [
        Paragraph(
            f"{school or 'Our school'} asks you to carry out {ASSESSMENT} for {_whole(child)}.",
            (("setting-id", "the school or college"),),
        ),
        Paragraph(_born_and_lives(child, _called(child)), (("child", "the child’s details"),)),
        Paragraph(f"I am {_person(who)}. {_reach(who, 'me')}", (("person", "your details"),)),
        Paragraph(
            f"This is sent on behalf of {answers.get('head_agrees', '')}.", (("head-agrees", "who it is sent for"),)
        ),
    ]
    return opening, {"setting_id", "person", "child", "head_agrees"}, who.get("name", "")


def _professional(answers, child):
    """How a professional’s letter begins."""
    who = answers.get("you", {})
    notice = answers.get("route") == "section 23"
    doing = "sending you a health notice about" if notice else "bringing to your attention"
    opening = [
        Paragraph(f"I am {doing} {_whole(child)}.", (("route", "what you are doing"),)),
        Paragraph(_born_and_lives(child, _called(child)), (("child", "the child’s details"),)),
        Paragraph(f"I am {_person(who)}. {_reach(who, 'me')}", (("you", "your details"),)),
    ]
    return opening, {"route", "you", "child"}, who.get("name", "")


OPENINGS = {"parent": _parent, "young_person": _young_person, "setting": _setting, "professional": _professional}


def _asked(door, field):
    return next(asked for asked in questions(door) if asked.field == field)


def _called(child):
    return child["preferred_name"] or child["first_name"]


def _whole(child):
    """A child’s whole name, and the name they like."""
    name = f"{child['first_name']} {child['last_name']}".strip()
    liked = child["preferred_name"]
    return f"{name}, who likes to be called {liked}" if liked and liked != child["first_name"] else name


def _born_and_lives(child, called):
    lives = f" and lives at {_on_one_line(child['address'])}" if child["address"] else ""
    upn = f" The UPN is {child['upn']}." if child["upn"] else ""
    return f"{called} was born on {plain_day(child['born'])}{lives}.{upn}"


def _person(who):
    """A name with a role and an organisation."""
    return ", ".join(said for said in (who.get("name"), who.get("role"), who.get("organisation")) if said)


def _reach(contact, whom):
    """How somebody can be reached, as a sentence."""
    contact = contact or {}
    ways = [f"on {contact['phone']}"] if contact.get("phone") else []
    ways += [f"at {contact['email']}"] if contact.get("email") else []
    ways += ["by post at this address"] if contact.get("post") else []
    best = f" {contact['prefer'].capitalize()} is best." if contact.get("prefer") and len(ways) > 1 else ""
    return f"You can reach {whom} {listed(ways, 'or')}.{best}" if ways else ""


def _on_one_line(address):
    return ", ".join(line for line in address.split("\n") if line)
