"""The words of demonstration cases: a story for a child, and advice that says what good advice says."""

from datetime import date

from casework import advising
from casework.record.child import year_group
from casework.tables import rows

HELP = ("kind", "who", "times", "period", "minutes", "ratio", "where")
SECTION = {"health_related_to_sen": "C", "health_other": "C", "social_care_related_to_sen": "D"}
LEFT = ("auto", "file", "checkbox")
VOICES = {
    "education_setting": "I like it best when we make things. I do not like it when it is noisy.",
    "early_years_setting": "Smiled and reached for the water tray; turned away from the group carpet.",
    "educational_psychology": "When I get stuck I want somebody to show me, not tell me again.",
    "speech_language": "I like it when people wait for me.",
    "occupational_therapy": "My hand hurts after a bit. Typing is better.",
    "medical_paediatric": "I do not like the clinic. The fish tank is good.",
    "school_nursing": "I feel poorly when I am tired.",
    "social_care_early_help": "I would like to go somewhere with other children.",
    "preparing_for_adulthood": "I want to try real jobs, not just hear about them.",
}
PRONOUNS = {
    "they": {"they": "they", "them": "them", "their": "their", "own": "own"},
    "she": {"they": "she", "them": "her", "their": "her", "own": "own"},
    "he": {"they": "he", "them": "him", "their": "his", "own": "own"},
}


def filled(words: str, child: dict, pronoun: str, on: date) -> str:
    """A row's words with this child's name and pronouns in them."""
    said = PRONOUNS[pronoun]
    year = year_group(date.fromisoformat(child["born"]), on)
    name = child["preferred_name"] or child["first_name"]
    plain = words.replace("{they_c}", said["they"].capitalize()).replace("{their_c}", said["their"].capitalize())
    plain = plain.replace("{name}", name).replace("{year_end}", str(max(1, year + 2)))
    for slot in ("they", "them", "their"):
        plain = plain.replace("{%s}" % slot, said[slot])
    return _agreeing(plain, said["they"])


def _agreeing(words: str, they: str) -> str:
    """She and he start, they start: the few verbs the rows use after a pronoun, made to agree."""
    if they == "they":
        return words
    for plural, single in AGREE:
        words = words.replace(f"{they} {plural}", f"{they} {single}").replace(
            f"{they.capitalize()} {plural}", f"{they.capitalize()} {single}"
        )
    return words


AGREE = (
    ("want ", "wants "), ("start ", "starts "), ("see ", "sees "), ("hear,", "hears,"), ("need ", "needs "),
    ("are ", "is "), ("have ", "has "), ("go ", "goes "), ("talk ", "talks "), ("chat ", "chats "),
    ("stay ", "stays "), ("can ", "can "), ("write,", "writes,"), ("practise ", "practises "), ("lose ", "loses "),
    ("love ", "loves "), ("find ", "finds "), ("make ", "makes "), ("use ", "uses "), ("ask ", "asks "),
    ("know", "knows"),
)  # fmt: skip


def story(profile: str, child: dict, pronoun: str, on: date) -> dict:
    """A parent's story as the content of its paper."""
    row = next(each for each in rows("demonstration-stories") if each["profile"] == profile)
    answers = {name: filled(words, child, pronoun, on) for name, words in row.items() if name != "profile"}
    answers["hard_learning"] = answers.pop("hard")
    answers["story"] = {"words": answers["story"]}
    return {"door": "parent", "told_by": "a parent or carer", "answers": answers}


def advice(kind: str, profile: str, child: dict, pronoun: str, *, on: date, author: dict) -> dict:
    """A whole advice of a type, with a need, an outcome and help from the rows of the profile."""
    lines = [
        each for each in rows("demonstration-lines") if each["advice"] == kind and each["profile"] in (profile, "any")
    ]
    asked = [field for section in advising.sections(kind) if not section.rows for field in section.fields]
    name = child["preferred_name"] or child["first_name"]
    answers = {
        field.name: _answer(field, name, on) for field in asked if field.kind not in ("auto", "file", "checkbox")
    }
    answers |= {"author_name": author["name"], "author_role": author["role"], "author_org": author["organisation"]}
    said = [_rows(number, line, child, pronoun, on=on) for number, line in enumerate(lines, start=1)]
    parts = {part: [row[part] for row in said] for part in ("needs", "outcomes", "provision")}
    return advising.advice_content(kind, answers, **parts)


def _rows(number, line, child, pronoun, *, on):
    """One line of the table as a need, an outcome and the help for it."""
    words = {name: filled(value, child, pronoun, on) for name, value in line.items()}
    due = date(on.year + 2, 7, 20).isoformat()
    section = SECTION.get(line["category"], "B")
    return {
        "needs": _prefixed("need", ref=f"N{number}", category=line["category"], text=words["need"],
                           evidence=words["evidence"], plan_section=section),
        "outcomes": _prefixed("outcome", ref=f"O{number}", needs=[f"N{number}"], text=words["outcome"],
                              category=_category(line), owner_wish="shared", baseline=words["baseline"],
                              measure=words["measure"], due=due),
        "provision": _prefixed("prov", ref=f"P{number}", needs=[f"N{number}"], outcomes=[f"O{number}"],
                               what=words["what"], weeks="38", **{"from": "the date of the final plan"}, until=due,
                               plan_section={"C": "G", "D": "H2"}.get(section, "F"),
                               **{name: line[name] for name in HELP}),
    }  # fmt: skip


def _prefixed(start: str, **said) -> dict:
    """A row of a template: its questions are called after what the row is."""
    return {f"{start}_{name}": value for name, value in said.items()}


def _category(line) -> str:
    """The category an outcome belongs to, by the advice it comes from and the area of its need."""
    if line["advice"] == "preparing_for_adulthood":
        return "pfa_employment"
    health = {"health_related_to_sen": "sensory_physical", "health_other": "sensory_physical"}
    return (
        "lived_experience" if line["category"].startswith("social") else health.get(line["category"], line["category"])
    )


def _answer(field, name: str, on: date):
    """A true-sounding answer to one question of a template, by its kind."""
    if field.kind == "group":
        return {part.name: _answer(part, name, on) for part in field.parts}
    if field.kind == "repeat":
        return [{part.name: _answer(part, name, on) for part in field.parts}]
    if field.kind in ("checkboxes", "list"):
        return [field.options[0].value] if field.options else [f"Show {name} a picture, wait, then say it once."]
    if field.options:
        return field.options[0].value
    plain = {"date": on.isoformat(), "number": "12", "confirm": "yes"}
    return plain.get(
        field.kind, SAID.get(field.name, f"We looked at this with {name} and have written what we found below.")
    )


SAID = {
    "author_registration": "held by our service",
    "voice_words": "I like it when people wait for me.",
    "voice_want": "I want a friend to play with.",
    "sharing_limits": "No.",
    "valid_from": "No.",
    "family_summary": "We met your child at school and at home. We saw what they do well and what is hard. "
    "We have said what help we think they need, and how often.",
    "strengths_text": "Kind to others, remembers what they see, and tries again when shown how.",
}
