"""One demonstration case, lived day by day until the last day of the area: each step is a deed on its own date."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from casework import advising, chasing, moves
from casework.actions import advice, carry_out, decision, joining, panel, plan, request, review, schools
from casework.actions.lateness import chase
from casework.demonstration import promising, words
from casework.drafting import Accepted, draft_plan, name_the_place
from casework.law.clocks import deadlines
from casework.record.people import NIGHT_CLERK, Actor
from casework.record.plan import Child

SOON = 5  # days: advice that comes as soon as this needs no first response before it
WEIGHED = (
    "We thought about what is hard for {name}, what has been tried, "
    "and whether the help {name} needs can be given without a plan."
)
SIT = ("chair", "education", "health", "social care", "school nursing")
SHORT = {"C": "health needs", "D": "social care needs", "G": "health provision", "H1": "social care under the 1970 Act"}


class NotYet(Exception):
    """The next step of this case falls after the last day, so the case stands where it is."""


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


class Life:
    """Carries deeds out on their days; the night clerk looks in before each of them."""

    def __init__(self, office, office_on, facts: Facts, *, last_day: date, holders: dict):
        self.office, self._on, self.facts, self._last = office, office_on, facts, last_day
        self._holders = holders
        self.case = None

    def actor(self, person: str) -> Actor:
        """A person of the area, acting."""
        one = self.office.people.person(person)
        return Actor(one.id, one.name, one.post, one.service, one.setting, True)

    def do(self, wait: int, by: str, deed, /, **details) -> None:
        """One deed, so many calendar days after the last thing that happened. Raises NotYet past the last day."""
        day = (self.case.last_on if self.case else self.facts.asked_on) + timedelta(days=wait)
        self.on(day, by, deed, **details)

    def on(self, day: date, by: str, deed, /, **details) -> None:
        """One deed on a day, after whatever the night clerk had to do before it. Raises NotYet past the last day."""
        day = _working(day)
        if self.case:
            day = max(day, self.case.last_on)
            self._nights(min(day, self._last))
        if day > self._last:
            raise NotYet
        ref = self.case.ref if self.case else None
        self.case = carry_out(self._on(self.office, day), self.actor(by), deed, ref, **details)

    def _nights(self, until: date) -> None:
        """Every night up to a day on which the ladder has something to climb."""
        while (night := self._next_look()) and night < until:
            before = self.case.n
            self._night(self._on(self.office, max(night, self.case.last_on)))
            if self.case.n == before:
                return

    def _night(self, office) -> None:
        """One night: the ladder climbed, and what was promised kept."""
        if moves.possible("chase", self.case):
            known = {"holders": self._holders, "ladders": office.ladders.all()}
            self.case = carry_out(office, NIGHT_CLERK, chase, self.case.ref, **known)
        self.case = promising.keep(office, self.case, self.actor(self.facts.caseworker))

    def _next_look(self) -> date | None:
        """The next day on which any request of this case wants looking at, or something was promised."""
        limits = {each.about: each.due for each in deadlines(self.case.facts) if each.duty.id == chasing.LEGAL_LIMIT}
        said = {"ladders": self.office.ladders.all()}
        looks = [chasing.next_look(self.case, one, limits.get(one.about), **said) for one in self.case.advice.values()]
        looks += [promising.next_day(self.case, self.facts.caseworker)]
        return min((look for look in looks if look), default=None)

    def live(self) -> None:
        """From the request to wherever the last day finds it."""
        try:
            self._take_in()
            self._decide()
            self._advise()
            self._draft_and_issue()
            self._review()
        except NotYet:
            self._nights(self._last)

    def _take_in(self):
        f = self.facts
        story = words.story(f.profile, f.child, f.pronoun, f.asked_on)
        people = [{"person": f.parent, "capacity": f.capacity, "purpose": "asked for the assessment"}]
        people += [{"setting": f.setting, "capacity": "setting attended", "purpose": "teaches them now"}]
        self.do(0, f.parent, request.ask_for_an_assessment, door="parent", child=f.child, story=story, people=people)
        self.do(f.waits["allocate"], "demo-sam", joining.allocate_a_caseworker, person=f.caseworker)
        self.do(0, f.caseworker, request.tell_partners)
        self.do(f.waits["lead"], f.caseworker, joining.name_the_lead_professional, person="demo-lee")

    def _decide(self):
        f = self.facts
        day = f.asked_on + timedelta(days=f.waits["decide"])
        if f.ends == "withdrawn":
            self.on(day, f.caseworker, request.withdraw_the_request, words="The family is moving away.")
            raise NotYet
        view = "no" if f.ends == "not assessed" else "yes"
        self.on(
            day - timedelta(days=4), f.caseworker, panel.record_the_panel, panel="request", view=view, record=_record()
        )
        deed = decision.refuse_to_assess if view == "no" else decision.agree_to_assess
        self.on(day, "demo-sam", deed, reasons=_reasons(f, "We read your story and the school’s records."))
        if view == "no":
            raise NotYet

    def _advise(self):
        f = self.facts
        for kind, service, agency, _ in f.kinds:
            setting = service if service == f.setting else ""
            self.do(
                0, f.caseworker, advice.ask_for_advice, advice=kind, service=service, agency=agency, setting=setting
            )
        asked_on = self.case.last_on
        for about, one in sorted(self.case.advice.items(), key=lambda each: f.waits[each[1].kind]):
            adviser = next(who for kind, _, _, who in f.kinds if kind == one.kind)
            self._one_advice(about, one.kind, adviser, asked_on)
        self._accept()

    def _one_advice(self, about, kind, adviser, asked_on):
        """The story read, a first response, and the advice itself."""
        wait = self.facts.waits[kind]
        first, comes = asked_on + timedelta(days=min(wait, 3)), asked_on + timedelta(days=wait)
        self.on(first, adviser, advice.confirm_the_story_read, about=about, person=adviser)
        if wait > SOON:
            said = {"expected": comes.isoformat(), "author": self.office.people.person(adviser).name}
            reply = {"response": "detailed_to_follow", "answers": said}
            self.on(first, adviser, advice.give_a_first_response, about=about, **reply)
        self.on(comes, adviser, advice.submit_advice, about=about, advice=self._written(kind, adviser))

    def _written(self, kind, adviser):
        f, one = self.facts, self.office.people.person(adviser)
        service = self.office.people.service(one.service).name
        author = {"name": one.name, "role": one.registration or one.post, "organisation": service}
        return words.advice(kind, f.profile, f.child, f.pronoun, on=self.case.last_on, author=author)

    def _accept(self):
        for about, one in self.case.advice.items():
            if one.received_on and not one.accepted_on:
                self.do(1, self.facts.caseworker, advice.accept_advice, about=about)

    def _draft_and_issue(self):
        f = self.facts
        answer = decision.refuse_a_plan if f.ends == "no plan" else decision.agree_to_write_a_plan
        self.do(f.waits["plan"], "demo-sam", answer, reasons=_reasons(f, "We read all the advice."))
        if f.ends == "no plan":
            raise NotYet
        draft = self._plan()
        self.do(f.waits["draft"], f.caseworker, plan.serve_the_draft, plan=draft.to_content())
        self.do(
            f.waits["reply"],
            f.parent,
            plan.reply_to_the_draft,
            person=f.parent,
            comments={"F": "Please say who covers when they are away."},
        )
        self.do(0, f.parent, plan.prefer_a_setting, setting=f.setting, name=f.child["setting_name"])
        self.do(1, f.caseworker, schools.consult_a_setting, setting=f.setting)
        self.do(8, self._school(), schools.reply_to_a_consultation, setting=f.setting, answer="yes", words="")
        ready = max(self.case.last_on, plan.last_day_to_reply(self.case) + timedelta(days=1))
        final = name_the_place(draft, setting=f.setting, name=f.child["setting_name"], type="Mainstream school")
        self.on(
            ready + timedelta(days=f.waits["issue"]), "demo-sam", plan.issue_the_final_plan, plan=final.to_content()
        )

    def _review(self):
        """A review each year, most of them in time, for as long as the plan has been in force."""
        f, met = self.facts, self.case.last_on
        while True:
            met = met + timedelta(days=f.waits["review"])
            reasons = _reasons(f, "We read the school’s report and heard what the family said.")
            day = met + timedelta(days=20)
            self.on(day, f.caseworker, review.record_a_review, met_on=met, reasons=reasons)

    def _school(self):
        return next(
            (who for _, service, _, who in self.facts.kinds if service == self.facts.setting), self.facts.caseworker
        )

    def _plan(self):
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
    """One accepted advice as drafting.py wants it."""
    content = office.papers.read(case.ref, one.paper).content
    author = content["author"]
    on = one.received_on.isoformat()
    return Accepted(
        one.about, advising.advice_type(one.kind).name, one.paper, author["name"], author["role"], on, content
    )


def _working(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _record() -> dict:
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


def _reasons(facts: Facts, read: str) -> dict:
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
