"""Facts about advice that was asked for, is late, was excused or was settled."""

from casework import advising, chasing
from casework.law.timetable import duty_called
from casework.stating.known import stated, states
from casework.tables import rows

SIMPLE, DETAILED, LEGAL = "LOCAL_SIMPLE_5WD", "LOCAL_DETAILED_10WD", "ASSESS_ADVICE_6W"


@states("advice")
def _advice(now):
    """The advice in the middle of a sentence: “speech and language therapy advice”."""
    name = advising.advice_type(now.advice.kind).name
    return name[:1].lower() + name[1:]


@states("service")
def _service(now):
    return now.office.people.service(now.advice.service).name


@states("why")
def _why(now):
    return now.entry.why


@states("due_5")
def _due_5(now):
    return now.due(SIMPLE, now.entry.about)


@states("due_10")
def _due_10(now):
    return now.due(DETAILED, now.entry.about)


@states("legal_due")
def _legal(now):
    return now.due(LEGAL, now.entry.about)


@states("received_on")
def _received(now):
    return now.advice.received_on


@states("expected")
def _expected(now):
    return now.advice.expected if now.entry.about in now.case.advice else None


@states("told", after=("Chased",))
def _told(now):
    """The people this rung told, by name and post."""
    people = [now.office.people.person(person) for person in now.entry.told]
    return [f"{person.name} ({person.post})" if person.post else person.name for person in people] or ["their managers"]


@states("subject")
def _subject(now):
    return _filled(_rung(now).subject, now)


@states("text")
def _text(now):
    return _filled(_rung(now).text, now)


@states("family_text")
def _family_text(now):
    """What a rung says to the family."""
    return _filled(_rung(now).family_words, now)


def _rung(now):
    """The rung that was climbed, in the words of its own version, however long ago."""
    return chasing.numbered(now.office.ladders.all(), now.entry.ladder).step(now.entry.step)


@states("subject", after=("ChasedByHand",))
def _subject_again(now):
    return _filled(_asking_again(now)["subject"], now)


@states("text", after=("ChasedByHand",))
def _text_again(now):
    return _filled(_asking_again(now)["text"], now)


def _asking_again(now):
    """The words for asking after advice by hand (asking-again.csv): by what is missing, and which day has passed."""
    if now.advice.response or now.today > (now.due(DETAILED, now.entry.about) or now.today):
        missing, days = "full advice", (("the legal limit", LEGAL), ("the full advice was due", DETAILED))
        when = "before the full advice is due"
    else:
        missing, days = "first response", (("the first response was due", SIMPLE),)
        when = "before the first response is due"
    passed = (f"after {words}" for words, duty in days if now.today > (now.due(duty, now.entry.about) or now.today))
    when = next(passed, when)
    return next(row for row in rows("asking-again") if (row["until we have"], row["when"]) == (missing, when))


@states("told", after=("ChasedByHand",))
def _copied(now):
    """Who was written to and who got a copy, by name."""
    known = [now.entry.to] if now.entry.to else []
    return [_service(now)] * (not known) + [now.name(person) for person in (*known, *now.entry.copied)]


def _filled(words, now):
    """A rung's words with its days and names in place."""
    overdue = max(0, (now.today - (now.due(DETAILED, now.entry.about) or now.today)).days * 5 // 7)
    said = {
        "case_ref": now.case.ref,
        "advice": _advice(now),
        "service": _service(now),
        "due_5": _day(_due_5(now)),
        "due_10": _day(_due_10(now)),
        "legal_due": _day(_legal(now)),
        "update_date": _day(stated("update_by", now)),
        "final_by": _day(stated("final_by", now)),
        "days_late": overdue,
        "link": f"{now.office.site_url}/advice/{now.case.ref}/{now.entry.about}",
    }
    return chasing.filled(words, said)


def _day(day):
    return f"{day:%a} {day.day} {day:%B %Y}" if day else "the day agreed"


@states("reason")
def _reason(now):
    code = now.paper(now.entry.paper)["reason"]
    return {row["reason"]: row["words"] for row in rows("return-reasons")}.get(code, code)


@states("missing_by")
def _missing_by(now):
    return now.paper(now.entry.paper)["missing_by"]


@states("duty")
def _duty(now):
    return duty_called(now.entry.duty).duty


@states("due")
def _due(now):
    return now.due(now.entry.duty, now.entry.about)


@states("ground")
def _ground(now):
    return now.entry.ground


@states("clause")
def _clause(now):
    return duty_called(now.entry.duty).law
