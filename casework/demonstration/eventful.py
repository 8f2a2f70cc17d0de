"""A made-up case in a simulated year: the same plan of deeds, and whatever happens to real ones."""

from datetime import date, timedelta
from random import Random

from casework import advising
from casework.actions import advice, decision, joining, plan, request, schools
from casework.demonstration import families, mistakes, services, words
from casework.demonstration.life import Facts, Life, reasons, working
from casework.drafting import name_the_place

DECIDER = "demo-sam"
LOOKS = timedelta(days=4)  # between two looks of a caseworker at a case that waits for others
ONE_DAY = timedelta(days=1)
OTHER_SCHOOLS = {"elm-park": "st-brides", "northgate": "harbour-view"}
ASKERS = {"setting": "the school asked for the assessment", "professional": "asked for the assessment"}


class EventfulLife(Life):
    """A life whose services work side by side, whose family writes, and in which things go wrong.

    `begin` is called with each strand that goes on beside the main one.
    """

    def __init__(self, office, office_on, facts: Facts, *, drawn: Random, area, begin):
        super().__init__(office, office_on, facts)
        self.drawn, self.area, self._begin = drawn, area, begin

    def begin(self, strand) -> None:
        """Let something go on beside the main strand."""
        self._begin(self, strand)

    def beside(self) -> "EventfulLife":
        """Another file about the same child."""
        return EventfulLife(
            self.office, self._on, self.facts, drawn=self.drawn, area=self.area, begin=self._begin
        )

    def do(self, today: date, by: str, deed, /, **details) -> None:
        """One deed, done today: by whoever has the case now, or by the manager while they are away."""
        by = self.officer(today) if self.case and by == self.facts.caseworker else by
        super().do(today, by, deed, **details)

    def officer(self, today: date) -> str:
        """Whoever has the case, or the manager while nobody has or they are away."""
        has = self.case.caseworker or DECIDER
        return DECIDER if self.area.is_away(has, today) else has

    def officer_here(self, day: date):
        """Wait for a day, or the first after it on which whoever has the case by then is at work."""
        today = yield day
        while (back := self.area.here(self.case.caseworker, "", today)) > today:
            today = yield back
        return today

    def days(self, fewest: int, most: int) -> timedelta:
        """Some days, fewer than `most`."""
        return timedelta(days=self.drawn.randrange(fewest, most))

    def chance(self, of_100: int) -> bool:
        """Whether something happens that happens to so many cases in a hundred."""
        return self.drawn.randrange(100) < of_100

    def next(self, fewest: int, most: int) -> date:
        """A working day some days after the last thing that happened."""
        return working(self.case.last_on + self.days(fewest, most))

    def take_in(self):
        """Somebody asks at one of the doors, by letter or by telephone; and everything else begins."""
        f = self.facts
        keyed = f.door == "parent" and self.chance(15)
        today = yield working(f.asked_on + (self.days(0, 4) if keyed else timedelta()))
        self.do(today, f.caseworker if keyed else self._asker(), request.ask_for_an_assessment, **self._asked(keyed))
        for strand in (*families.strands(self), *mistakes.strands(self)):
            self.begin(strand)
        today = yield self.next(0, 3)
        self.do(today, DECIDER, joining.allocate_a_caseworker, person=f.caseworker)
        self.do(today, f.caseworker, request.tell_partners)
        yield from self.after(f.waits["lead"], f.caseworker, joining.name_the_lead_professional, person="demo-lee")

    def _asker(self) -> str:
        """Who asks at this case's door."""
        return {"setting": self.school(), "professional": "demo-bea"}.get(self.facts.door, self.facts.parent)

    def _asked(self, keyed) -> dict:
        """What is asked, and who is named in it."""
        f, asker = self.facts, self._asker()
        story = words.story(f.profile, f.child, f.pronoun, f.asked_on)
        people = [{"person": f.parent, "capacity": f.capacity, "purpose": "asked for the assessment"}]
        if f.door in ASKERS:
            people = [{"person": f.parent, "capacity": f.capacity, "purpose": "the child’s parent"}]
            people += [{"person": asker, "capacity": "requester", "purpose": ASKERS[f.door]}]
        people += [{"setting": f.setting, "capacity": "setting attended", "purpose": "teaches them now"}]
        said = {"door": f.door, "child": f.child, "story": story, "people": people}
        if keyed:
            said |= {"received_on": f.asked_on, "keyed_from": "letter", "behalf": f.parent}
        return said

    def advise(self):
        """Every service goes its own way; the caseworker looks now and then, and decides with what has come."""
        yield from self.ask_everybody()
        today = self.case.last_on
        given_up = today + self.days(60, 110)
        for about in self.case.advice:
            self.begin(services.strand(self, about))
        while True:
            today = yield working(today + LOOKS)
            self._accept_what_came(today)
            waits = any(one.is_open for one in self.case.advice.values())
            accepted = any(one.accepted_on for one in self.case.advice.values())
            if accepted and (not waits or today >= given_up):
                return

    def _accept_what_came(self, today):
        """The caseworker accepts whatever can be accepted."""
        for about, one in self.case.advice.items():
            signed = one.countersigned_by or not (one.closes and advising.needs_countersign(one.kind, one.response))
            ready = one.received_on or one.closes and signed
            if ready and not (one.accepted_on or one.returned or one.withdrawn_on):
                confirmed = () if one.received_on else advising.to_accept(one.kind, one.response)
                self.do(today, self.facts.caseworker, advice.accept_advice, about=about, confirmed=confirmed)

    def write_the_plan(self):
        """A plan or none; the draft served, the family heard, a school found, the plan issued."""
        f = self.facts
        no = f.ends == "no plan"
        answer = decision.refuse_a_plan if no else decision.agree_to_write_a_plan
        yield from self.after(f.waits["plan"], DECIDER, answer, reasons=reasons(f, "We read all the advice."))
        if no:
            return
        today = yield self.next(f.waits["draft"], f.waits["draft"] + 1)
        self._accept_what_came(today)
        self.do(today, f.caseworker, plan.serve_the_draft, plan=self.drafted().to_content())
        self.begin(families.hears(self))
        setting = yield from self._find_a_school()
        while today <= plan.last_day_to_reply(self.case) or plan.meeting_owed(self.case):
            today = yield working(today + ONE_DAY)
        today = yield working(today + timedelta(days=f.waits["issue"]))
        self._accept_what_came(today)
        final = name_the_place(self.drafted(), setting=setting.id, name=setting.name, type=_type(setting))
        self.do(today, DECIDER, plan.issue_the_final_plan, plan=final.to_content())

    def _find_a_school(self):
        """Ask the school the family wants, and after a “no” the one the child goes to. Which it came to be."""
        f = self.facts
        wanted = OTHER_SCHOOLS.get(f.setting, f.setting) if self.chance(20) else f.setting
        name = self.office.people.setting(wanted).name
        yield from self.after(self.drawn.randrange(3, 9), f.parent, plan.prefer_a_setting, setting=wanted, name=name)
        for setting in dict.fromkeys((wanted, f.setting)):
            yield from self.after(1, f.caseworker, schools.consult_a_setting, setting=setting)
            if self.chance(8):
                return self.office.people.setting(setting)  # it never answers, and is named all the same
            who, no = (self.school(), False) if setting == f.setting else (f.caseworker, self.chance(50))
            today = yield self.area.here(who, setting, self.case.last_on + self.days(4, 18))
            said = {"answer": "no" if no else "yes", "words": "Every place in that year is taken." if no else ""}
            self.do(today, who, schools.reply_to_a_consultation, setting=setting, **said)
            if not no:
                return self.office.people.setting(setting)
        return self.office.people.setting(f.setting)


def _type(setting) -> str:
    """What a plan calls a kind of school."""
    return "Special school" if setting.kind == "special school" else "Mainstream school"
