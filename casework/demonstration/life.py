"""One made-up case as a plan of deeds by day: who does what, so many days after what."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from casework import advising
from casework.actions import advice, carry_out, decision, joining, panel, plan, request, review, schools
from casework.demonstration import words
from casework.drafting import Accepted, draft_plan, name_the_place
from casework.record.people import Actor
from casework.record.plan import Child

SOON = 5  # days: advice that comes as soon as this needs no first response before it
WEIGHED = (
    "We thought about what is hard for {name}, what has been tried, "
    "and whether the help {name} needs can be given without a plan."
)
SIT = ("chair", "education", "health", "social care", "school nursing")
SHORT = {"C": "health needs", "D": "social care needs", "G": "health provision", "H1": "social care under the 1970 Act"}


@dataclass(frozen=True)
class Facts:
    """What was drawn for one case before it began: the child, who is who, and how long each step takes."""

    child: dict
    pronoun: str
    profile: str
    parent: str
    capacity: str
    asked_on: date
    setting: str
    kinds: tuple[tuple[str, str, str, str], ...]
    caseworker: str
    waits: dict
    ends: str = ""
    door: str = "parent"


class Life:
    """One case as the days on which there is something to do, and what is done on each of them.

    `live` yields a day it waits for and is sent the day it has become. Who drives it
    says what comes between: living.py lives one life at once, year.py all lives day by day.
    """

    def __init__(self, office, office_on, facts: Facts):
        self.office, self._on, self.facts = office, office_on, facts
        self.case = None

    def actor(self, person: str) -> Actor:
        """A person of the area, acting."""
        one = self.office.people.person(person)
        return Actor(one.id, one.name, one.post, one.service, one.setting, True)

    def do(self, today: date, by: str, deed, /, **details) -> None:
        """One deed, done today."""
        ref = self.case.ref if self.case else None
        self.case = carry_out(self._on(self.office, today), self.actor(by), deed, ref, **details)

    def after(self, wait: int, by: str, deed, /, **details):
        """One deed, so many calendar days after the last thing that happened."""
        day = (self.case.last_on if self.case else self.facts.asked_on) + timedelta(days=wait)
        yield from self.on(day, by, deed, **details)

    def on(self, day: date, by: str, deed, /, **details):
        """One deed on a working day, never before the last thing that happened."""
        day = working(day)
        today = yield max(day, self.case.last_on) if self.case else day
        self.do(today, by, deed, **details)

    def live(self):
        """From the request to its end. A case with a plan has none: it is reviewed every year."""
        for chapter in (self.take_in, self.decide, self.advise, self.write_the_plan, self.review):
            yield from chapter()
            if self.case.is_closed:
                return

    def take_in(self):
        """Somebody asks; the case is given to a caseworker, partners are told and a lead professional is named."""
        f = self.facts
        story = words.story(f.profile, f.child, f.pronoun, f.asked_on)
        people = [{"person": f.parent, "capacity": f.capacity, "purpose": "asked for the assessment"}]
        people += [{"setting": f.setting, "capacity": "setting attended", "purpose": "teaches them now"}]
        yield from self.after(
            0, f.parent, request.ask_for_an_assessment, door="parent", child=f.child, story=story, people=people
        )
        yield from self.after(f.waits["allocate"], "demo-sam", joining.allocate_a_caseworker, person=f.caseworker)
        yield from self.after(0, f.caseworker, request.tell_partners)
        yield from self.after(f.waits["lead"], f.caseworker, joining.name_the_lead_professional, person="demo-lee")

    def decide(self):
        """The panel advises and an officer decides whether to assess, unless the family takes the request back."""
        f = self.facts
        day = f.asked_on + timedelta(days=f.waits["decide"])
        if f.ends == "withdrawn":
            yield from self.on(day, f.caseworker, request.withdraw_the_request, words="The family is moving away.")
            return
        view = "no" if f.ends == "not assessed" else "yes"
        met = {"panel": "request", "view": view, "record": record()}
        yield from self.on(day - timedelta(days=4), f.caseworker, panel.record_the_panel, **met)
        deed = decision.refuse_to_assess if view == "no" else decision.agree_to_assess
        yield from self.on(day, "demo-sam", deed, reasons=reasons(f, "We read your story and the school’s records."))

    def advise(self):
        """Everybody is asked for advice, and it is accepted when all of it is in."""
        yield from self.ask_everybody()
        f, asked_on = self.facts, self.case.last_on
        for about, one in sorted(self.case.advice.items(), key=lambda each: f.waits[each[1].kind]):
            yield from self._one_advice(about, one.kind, asked_on)
        for about, one in self.case.advice.items():
            if one.received_on and not one.accepted_on:
                yield from self.after(1, f.caseworker, advice.accept_advice, about=about)

    def ask_everybody(self):
        """A request for advice to each service that this child's assessment asks."""
        for kind, service, agency, _ in self.facts.kinds:
            setting = service if service == self.facts.setting else ""
            asked = {"advice": kind, "service": service, "agency": agency, "setting": setting}
            yield from self.after(0, self.facts.caseworker, advice.ask_for_advice, **asked)

    def _one_advice(self, about, kind, asked_on):
        """The story read, a first response, and the advice itself."""
        wait, adviser = self.facts.waits[kind], self.adviser(kind)
        first, comes = asked_on + timedelta(days=min(wait, 3)), asked_on + timedelta(days=wait)
        yield from self.on(first, adviser, advice.confirm_the_story_read, about=about, person=adviser)
        if wait > SOON:
            yield from self.on(first, adviser, advice.give_a_first_response, about=about, **self.to_follow(kind, comes))
        # It is dated the day before it is sent: the day of whatever happened last.
        written = self.written(kind, self.case.last_on)
        yield from self.on(comes, adviser, advice.submit_advice, about=about, advice=written)

    def adviser(self, kind: str) -> str:
        """Who writes advice of a kind for this child."""
        return next(who for each, _, _, who in self.facts.kinds if each == kind)

    def to_follow(self, kind: str, day: date) -> dict:
        """A first response that promises advice by a day."""
        said = {"expected": day.isoformat(), "author": self.office.people.person(self.adviser(kind)).name}
        return {"response": "detailed_to_follow", "answers": said}

    def written(self, kind: str, on: date) -> dict:
        """The advice of a kind, written on a day."""
        f, one = self.facts, self.office.people.person(self.adviser(kind))
        service = self.office.people.service(one.service).name
        author = {"name": one.name, "role": one.registration or one.post, "organisation": service}
        return words.advice(kind, f.profile, f.child, f.pronoun, on=on, author=author)

    def write_the_plan(self):
        """A plan or none; the draft served and answered, a school consulted, the plan issued."""
        f = self.facts
        answer = decision.refuse_a_plan if f.ends == "no plan" else decision.agree_to_write_a_plan
        yield from self.after(f.waits["plan"], "demo-sam", answer, reasons=reasons(f, "We read all the advice."))
        if f.ends == "no plan":
            return
        draft = self.drafted()
        yield from self.after(f.waits["draft"], f.caseworker, plan.serve_the_draft, plan=draft.to_content())
        said = {"person": f.parent, "comments": {"F": "Please say who covers when they are away."}}
        yield from self.after(f.waits["reply"], f.parent, plan.reply_to_the_draft, **said)
        wanted = {"setting": f.setting, "name": f.child["setting_name"]}
        yield from self.after(0, f.parent, plan.prefer_a_setting, **wanted)
        yield from self.after(1, f.caseworker, schools.consult_a_setting, setting=f.setting)
        said = {"setting": f.setting, "answer": "yes", "words": ""}
        yield from self.after(8, self.school(), schools.reply_to_a_consultation, **said)
        ready = max(self.case.last_on, plan.last_day_to_reply(self.case) + timedelta(days=1))
        final = name_the_place(draft, **wanted, type="Mainstream school").to_content()
        day = ready + timedelta(days=f.waits["issue"])
        yield from self.on(day, "demo-sam", plan.issue_the_final_plan, plan=final)

    def review(self):
        """A review each year, most of them in time, for as long as the plan is in force."""
        f, met = self.facts, self.case.last_on
        while True:
            met = met + timedelta(days=f.waits["review"])
            why = reasons(f, "We read the school’s report and heard what the family said.")
            day = met + timedelta(days=20)
            yield from self.on(day, f.caseworker, review.record_a_review, met_on=met, reasons=why)

    def school(self) -> str:
        """Who answers for the child's school: the one who writes its advice, or their caseworker."""
        asked = (who for _, service, _, who in self.facts.kinds if service == self.facts.setting)
        return next(asked, self.facts.caseworker)

    def drafted(self):
        """The draft from the story and the advice, with what an officer says where there is nothing."""
        case, papers = self.case, self.office.papers
        stories = [papers.read(case.ref, digest).content for digest in case.stories]
        taken = [_accepted(self.office, case, one) for one in case.advice.values() if one.accepted_on]
        made = draft_plan(Child.from_content(self.facts.child), stories, taken)
        empty = {
            letter: f"We asked about {what}, and found none that a plan must say." for letter, what in SHORT.items()
        }
        empty |= {
            "H2": "We asked the family, and no other help is needed.",
            "J": "The family has not asked for a direct payment.",
        }
        agreed = tuple(
            replace(line, agreed_by="Saltmarsh Integrated Care Board") if line.section == "G" else line
            for line in made.provisions
        )
        return replace(
            made, provisions=agreed, none_because=empty | made.none_because, decided_by="Sam Reed", officer="Sam Reed"
        )


def _accepted(office, case, one) -> Accepted:
    """One accepted advice, or a reply that says there is nothing, as drafting.py wants it."""
    title = advising.advice_type(one.kind).name
    if one.paper:
        content = office.papers.read(case.ref, one.paper).content
        author, on = content["author"], one.received_on.isoformat()
        return Accepted(one.about, title, one.paper, author["name"], author["role"], on, content)
    by, answers = office.people.service(one.service).name, office.papers.read(case.ref, one.response_paper).content
    none, words = advising.says_none(one.kind, one.response, answers["answers"], by)
    return Accepted(one.about, title, one.response_paper, by, by, one.responded_on.isoformat(), None, none, words)


def working(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def record() -> dict:
    """A panel that was quorate, with School Nursing there."""
    seats = [{"name": f"A member for {agency}", "agency": agency, "present": True, "reason": ""} for agency in SIT]
    return {
        "attendance": seats,
        "conflicts": "None",
        "evidence": ["The family’s story", "The school’s records"],
        "voice": "The child’s own words were read first.",
        "findings": "May have special educational needs, and it may be necessary to provide for them through a plan.",
        "views": [],
    }


def reasons(facts: Facts, read: str) -> dict:
    """Reasons a family could be sent."""
    name = facts.child["preferred_name"] or facts.child["first_name"]
    return {
        "family_words": f"{read} {WEIGHED.format(name=name)}",
        "evidence": ["The family’s story", "The school’s records"],
        "test_applied": "yes",
        "decided_by": "Sam Reed, SEND manager",
        "support": f"{name}’s school will go on with the help it gives now, and we will look again if things change.",
        "departure": "The officer weighed the same evidence.",
    }
