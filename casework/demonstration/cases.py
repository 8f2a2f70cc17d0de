"""Which cases the demonstration area has: drawn from a seed, spread over three years, the same each time."""

from datetime import date, timedelta
from functools import partial
from random import Random

from casework.demonstration.life import Facts, Life
from casework.demonstration.living import holders, live_at_once
from casework.demonstration.promising import add_a_scene
from casework.record.child import year_group
from casework.tables import rows

YEARS = 3
RECENT = timedelta(days=14)  # letters of these days are printed; earlier ones went before this copy was made
YOUNG = 4  # years: below this the demonstration only draws children who find talking hard
PROFILES = ("talk", "feelings", "learning", "moving")
OWN = {
    "talk": (("speech_language", "speech-and-language", "health", "demo-ash"),),
    "feelings": (),
    "learning": (("occupational_therapy", "occupational-therapy", "health", "demo-will"),),
    "moving": (("occupational_therapy", "occupational-therapy", "health", "demo-will"),),
}
ALWAYS = (
    ("educational_psychology", "educational-psychology", "psychology", "demo-eve"),
    ("medical_paediatric", "community-paediatrics", "health", "demo-bea"),
    ("school_nursing", "school-nursing", "health", "demo-noor"),
    ("social_care_early_help", "early-help", "social care", "demo-lee"),
)
ADULT_LIFE = (("preparing_for_adulthood", "next-steps", "education", "demo-nell"),)
NEARLY_NINE = 8  # the year group in which a plan may come to be written in Year 9 (reg 12(3))
SCHOOLS = {"little-acorns": "demo-mae", "elm-park": "demo-anna", "northgate": "demo-ivy"}
CASEWORKERS = ("demo-jo", "demo-priya", "demo-dan")
# People of the demonstration with a case of their own: who, in what capacity, days before the last one, how old.
FEATURED = (
    ("demo-leila", "parent", 9, 7),
    ("demo-grace", "parent", 43, 8),
    ("demo-tom", "parent", 73, 9),
    ("demo-kai", "young person", 420, 17),
)


def make(office, office_on, number: int, *, seed: int, last_day: date, made) -> None:
    """Make `number` cases over the three years up to `last_day`, in the order they were asked for.

    Every case is deeds with dates, in one transaction. `made(1)` is called after each.
    """
    drawn = Random(seed)
    span = YEARS * 365
    days = sorted(drawn.randrange(3, span) for _ in range(max(0, number - len(FEATURED))))
    plan = [(last_day - timedelta(days=before), "", "parent", drawn.randrange(3, 16)) for before in reversed(days)]
    plan += [
        (last_day - timedelta(days=before), who, capacity, age) for who, capacity, before, age in FEATURED[:number]
    ]
    known: dict = {}
    on = partial(office_on, past=last_day - RECENT)
    for place, (asked_on, who, capacity, age) in enumerate(sorted(plan)):
        with office.diary.one_write():
            facts = drawn_facts(office, drawn, place, asked_on, who=who, capacity=capacity, age=age)
            found = holders(office, [service for _, service, _, _ in facts.kinds], last_day, known)
            life = Life(office, on, facts)
            live_at_once(life, on, last_day=last_day, holders=found)
            add_a_scene(life, on, place, last_day=last_day)
        made(1)


def drawn_facts(office, drawn, place, asked_on, *, age, who="", capacity="parent", door="parent") -> Facts:
    """Everything drawn for the case that is the `place`th, with its family in the register."""
    profile = "talk" if age < YOUNG else drawn.choice(PROFILES)
    born = date(asked_on.year - age, drawn.randrange(1, 13), drawn.randrange(1, 29))
    setting = _setting(born, asked_on)
    child = _child(office, drawn, place, born=born, setting=setting) | _named(office, who, capacity)
    kinds = _asked(profile, setting, year_group(born, asked_on))
    return Facts(
        child=child,
        pronoun=drawn.choice(("she", "he", "they")),
        profile=profile,
        parent=who or _family(office, child, place, capacity=capacity),
        capacity=capacity,
        door=door,
        asked_on=asked_on,
        setting=setting,
        kinds=kinds,
        caseworker=CASEWORKERS[place % len(CASEWORKERS)],
        waits=_waits(drawn, [kind for kind, *_ in kinds], steady=bool(who)),
        ends="" if who else _end(drawn),
    )


def _child(office, drawn, place, *, born, setting) -> dict:
    """A made-up child, with a number in the 999 range."""
    names = rows("demonstration-names")
    return {
        "first_name": names[drawn.randrange(len(names))]["first"],
        "last_name": names[drawn.randrange(len(names))]["last"],
        "preferred_name": "",
        "born": born.isoformat(),
        "upn": "",
        "nhs_number": _nhs_number(place),
        "address": f"{place + 1} Harbour Street\nSaltmarsh\nZZ9 5AA",
        "setting_name": office.people.setting(setting).name,
        "year_group": "",
    }


def _asked(profile: str, setting: str, year: int) -> tuple:
    """Whom this child's assessment asks: (type of advice, service, agency, who writes it) each."""
    own = ((_education(setting), setting, "education", SCHOOLS.get(setting, "demo-ben")),)
    return own + ALWAYS + OWN[profile] + (ADULT_LIFE if year >= NEARLY_NINE else ())


def _named(office, who, capacity) -> dict:
    """A demonstration parent's child has their last name; a young person is themselves."""
    if not who:
        return {}
    first, last = office.people.person(who).name.split(" ", 1)
    return {"first_name": first, "last_name": last} if capacity == "young person" else {"last_name": last}


def _family(office, child, place, *, capacity) -> str:
    """A parent for a child, or the young person themselves, in the register."""
    first = child["first_name"]
    if capacity == "parent":
        first = ("Alex", "Sasha", "Robin", "Jules", "Ronnie")[place % 5]
    person = {"id": f"family-{place + 1}", "email": f"family{place + 1}@home.example", "address": child["address"]}
    return office.people.enrol(**person, name=f"{first} {child['last_name']}", by="import").id


def _setting(born: date, on: date) -> str:
    """Where a child of that age goes."""
    year = year_group(born, on)
    return "little-acorns" if year < 0 else "elm-park" if year < 7 else "northgate" if year < 12 else "heron-college"


def _education(setting: str) -> str:
    return "early_years_setting" if setting == "little-acorns" else "education_setting"


def _waits(drawn, kinds, *, steady: bool) -> dict:
    """How many calendar days each step takes. Most are in time; some services are late, as services are."""
    late = (lambda usual, worst: usual) if steady else (lambda usual, worst: worst if drawn.random() < 0.15 else usual)
    waits = {kind: late(drawn.randrange(4, 14), drawn.randrange(20, 60)) for kind in kinds}
    return waits | {
        "allocate": drawn.randrange(0, 3),
        "lead": drawn.randrange(2, 9),
        "decide": 34 if steady else late(drawn.randrange(25, 40), drawn.randrange(43, 60)),
        "accept": 0,
        "plan": drawn.randrange(4, 10),
        "draft": 8 if steady else late(drawn.randrange(5, 16), drawn.randrange(25, 60)),
        "reply": drawn.randrange(2, 8),
        "issue": drawn.randrange(0, 6),
        "review": late(drawn.randrange(325, 340), drawn.randrange(350, 380)),
    }


def _end(drawn) -> str:
    """How a case ends when it does not end in a plan."""
    luck = drawn.random()
    return "withdrawn" if luck < 0.03 else "not assessed" if luck < 0.16 else "no plan" if luck < 0.21 else ""


def _nhs_number(place: int) -> str:
    """A made-up number in the 999 range, with a right check digit."""
    for extra in range(11):
        nine = f"999{place:05}{extra % 10}"
        left = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        if left != 10:
            return f"{nine}{left % 11}"
    raise ValueError(f"There is no number for case {place}.")
