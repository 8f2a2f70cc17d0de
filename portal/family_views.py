"""What a family's pages show: the case in plain words, its people and its papers."""

from casework import letters, sight, telling
from casework import story as stories
from casework.errors import NotYours
from casework.law.clocks import deadlines
from casework.record.plan import Plan, sections
from casework.record.plan.redline import summary
from casework.stating import advice_given, versions
from casework.stating.enclosed import PLAN
from casework.words import day, listed, plural

# Section A on a phone: what each of its parts answers.
ASKED = {
    "voice": "What I say",
    "voice_method": "How we asked",
    "likes": "What people love about me",
    "important_to": "What matters to me",
    "how_to_help": "How to help me",
    "communicates": "How I tell people things",
    "story": "My story so far",
    "family_views": "What my family says",
    "hopes_child": "What I hope for",
    "hopes_family": "What my family hopes for",
}


def names_of(office, case, written=()) -> dict[str, str]:
    """The names of everybody a page may mention: people, services and settings, in three questions."""
    wanted = telling.people_named(case) | telling.ids_named(written) | {party.person for party in case.parties}
    wanted |= {one[0] for one in case.messages} | {one.answered_by for one in case.family_messages.values()}
    wanted |= {advice.adviser for advice in case.advice.values()}
    names = {service.id: service.name for service in office.people.services()}
    names |= {setting.id: setting.name for setting in office.people.settings()}
    names |= office.people.names(sorted(wanted - set(names) - {""}))
    return names | {"": f"The {office.area.short_name} SEND team"}


def whole(office, case, actor) -> dict:
    """Everything the first page of a case says."""
    running = deadlines(case.facts, case.excuses)
    standing = telling.standing(case, running, office.today(), names_of(office, case))
    return {
        "case": case,
        "child": office.papers.read(case.ref, case.child).content,
        "standing": standing,
        "officer": office.people.person(case.caseworker) if case.caseworker else None,
        "lead": office.people.person(case.lead) if case.lead else None,
        "told": history(office, case, actor)[:3],
    }


def history(office, case, actor) -> list:
    """What happened, newest first, each entry ready for its fragment in templates/diary."""
    written = office.diary.written(case.ref)
    papers = office.papers.read_all(case.ref, telling.words_named(written))
    names = names_of(office, case, written)
    return list(reversed(telling.tell(written, case, actor, papers=papers, names=names)))


def who(office, case) -> dict:
    """Who is on the case and why; who has read the story; and who opened what, when."""
    names = names_of(office, case)
    people = [
        (names.get(one.person or one.service or one.setting, "Somebody"), _what_they_are(one), one.purpose, one.since)
        for one in case.parties
    ]
    looks = office.lists.audit.who_looked(case.ref)
    lookers = office.people.names(sorted({look.person for look in looks if look.person}))
    return {"people": people, "looks": [(look.at, lookers.get(look.person, "Somebody")) for look in looks]}


def _what_they_are(party) -> str:
    """What somebody is to the case, in plain words."""
    return telling.capacity_words(party.capacity)


def documents(office, case, actor) -> dict:
    """Letters to this person, plans and advice they were sent, and files that are not kept from them."""
    papers = office.papers.read_all(case.ref, case.documents)
    files = [
        (digest, papers[digest].content)
        for digest in case.documents
        if not sight.kept_from(actor, case, papers[digest])
    ]
    posted = [
        (letters.title(row.letter), row, with_it(office.post.sent_with(row)))
        for row in office.post.of_case(case.ref)
        if row.person == actor.id and row.digest
    ]
    given = advice_given.readable(office, case, actor) if advice_given.released(case) else []
    return {"files": files, "letters": posted, "plans": _plans(office, case), "advice": given}


def with_it(enclosed) -> str:
    """What was sent with a letter, in a few words: “Draft plan 1 and 6 pieces of advice”."""
    plans = [each["words"] for each in enclosed if each["name"] == PLAN]
    advice = len(enclosed) - len(plans)
    pieces = [plural(advice, "piece of advice", "pieces of advice")] if advice else []
    return listed(plans + pieces) if enclosed else ""


def advice(office, case, actor, about) -> dict:
    """One advice to read, and the digest of its print. Raises NotYours for one that was not sent to this person."""
    given = advice_given.readable(office, case, actor) if advice_given.released(case) else []
    one = next((each for each in given if each.about == about), None)
    if one is None:
        raise NotYours(about)
    return {"one": one, "print_": office.post.prints_of(case.ref).get((one.paper, "advice"), "")}


def _plans(office, case) -> list:
    """Every version the family was sent: (words, day, digest of its print or nothing while it is being printed)."""
    found = []
    for version, as_ in [
        *[(draft, "draft") for draft in case.drafts],
        *([(case.final, "final")] if case.final else []),
    ]:
        print_ = office.post.print_of(case.ref, version.plan, as_)
        words = "Final plan" if as_ == "final" else f"Draft plan {version.number}"
        found.append((words, version.on, print_.digest if print_ else ""))
    return found


def story(office, case) -> dict:
    """The story in its sections, and who has said that they read it."""
    papers = office.papers.read_all(case.ref, case.stories)
    told = [line for digest in case.stories for line in stories.story_lines(papers[digest].content)]
    readers = sorted({person for advice in case.advice.values() for person in advice.story_read_by})
    return {"told": told, "readers": list(office.people.names(readers).values())}


def draft(office, case) -> dict:
    """The draft in its sections, each a list of sentences to read on a phone, and the digest of its print."""
    plan = Plan.from_content(office.papers.read(case.ref, case.draft.plan).content)
    print_ = office.post.print_of(case.ref, case.draft.plan, "draft")
    lines = [(row, _lines(plan, row.letter)) for row in sections()]
    return {"plan": plan, "sections": lines, "print_": print_.digest if print_ else ""}


def changes(office, case, asked) -> dict:
    """Two versions the family was sent, laid over each other. `asked` may hold first and second."""
    listed = versions.editions(case)
    child = plan_child(office, case)
    if len(listed) < 2:
        return {"listed": listed, "found": None, "child": child}
    before, after = versions.chosen(listed, asked.get("first", ""), asked.get("second", ""))
    found = versions.between(office, case, before, after)
    row = office.post.print_of(case.ref, after.plan, versions.printed_as(before))
    shown = {"listed": listed, "before": before, "after": after, "found": found, "told": summary(found), "row": row}
    return shown | {"child": child}


def plan_child(office, case) -> str:
    """What the child is called."""
    child = office.papers.read(case.ref, case.child).content
    return child.get("preferred_name") or child["first_name"]


def _lines(plan, letter) -> list[tuple[str, str]]:
    """One section as (reference or question, words) each; the reason when there is nothing in it."""
    found = [(need.ref, need.text) for need in plan.needs if need.section == letter]
    found += [(outcome.ref, outcome.text) for outcome in plan.outcomes] if letter == "E" else []
    found += [(line.ref, line.sentence()) for line in plan.provisions if line.section == letter]
    if letter == "A":
        found = [(ASKED[name], words) for name, words in plan.views.to_content().items() if words]
    if letter == "I":
        found = [("", "No school or college is named in a draft. That is the law.")]
    if letter == "J":
        found = [("", plan.direct_payments)] if plan.direct_payments else []
    if letter == "K":
        found = [("", f"{each.title}, {each.author}, {day(each.on)}") for each in plan.appendices]
    return found or [("", plan.none_because.get(letter, "Nothing in this section."))]
