"""Provision as one sentence: who will do what, how often, how long, with how many, where, from when and until when."""

import re
from datetime import date

NUMBERS = dict(enumerate("one two three four five six seven eight nine ten".split(), start=1))
PERIODS = {
    "day": "a day",
    "week": "a week",
    "fortnight": "a fortnight",
    "half_term": "every half term",
    "term": "a term",
    "year": "a year",
    "once": "in all",
}
COUNTED_IN_WEEKS = ("day", "week", "fortnight")
# Things that stand in a room or on a desk: "once" would read as if they were taken away again.
STANDING_KINDS = ("equipment", "environment")
# One person in a school holds each of these posts, so the sentence says "the".
ONLY_ONE = re.compile(r"(SENCO|SENDCO|head ?teacher|class teacher|form tutor|school nurse|principal)\b", re.I)
DETERMINED = re.compile(r"(an?|the|one|two|three|four|all|each|every|any|his|her|their|our|\d+)\b", re.I)
# "Therapy" or "a sloping desk" is given; "teach" or "prompt" is done.
A_THING = re.compile(
    r"(an?|the|this|his|her|their|one|two|three|four|\d+|therapy|speech|occupational|equipment|access|advice|help|"
    r"sessions?|daily|weekly|individual|direct|small|support (for|with|from|in)|\w+tion|transport|respite|"
    r"\w+ing(?= (in|for|of|to|on|with|and|that)\b|$))\b",
    re.I,
)
A_TASK = re.compile(r"\w{2,}ing\b", re.I)
NOT_A_TASK = re.compile(r"(bring|sing|ring|swing|spring|string|sling)\b", re.I)
OWN_SENTENCE = re.compile(r"(?!will\b)([^,.;]{1,60}?)\swill\s", re.I)
PLACED = re.compile(
    r"(in|at|on|across|during|outside|both|online|by|around|wherever|through(out)?|from|to|beside)\b", re.I
)
PLACES = {
    "home": "at home",
    "school": "at school",
    "college": "at college",
    "nursery": "at nursery",
    "clinic": "at the clinic",
    "community": "in the community",
    "classroom": "in the classroom",
    "class": "in class",
    "playground": "in the playground",
}
STARTING = re.compile(r"(from|on|at|when|as soon|within|by|after|before|starting|in)\b", re.I)
ENDING = re.compile(r"(until|to|till|for|while|during|as long)\b", re.I)
REVIEWED = re.compile(r"(and )?(reviewed|review|then|checked)\b", re.I)
MONTHS = "January February March April May June July August September October November December".split()


def sentence(provision) -> str:
    """The whole promise. What is not said is left out, so that nothing is promised that nobody wrote."""
    parts = [_who_will_what(provision), _often(provision)]
    with_commas = [_ratio(provision.ratio), _where(provision.where), _weeks(provision), _from_until(provision)]
    text = ", ".join(part for part in [" ".join(part for part in parts if part), *with_commas] if part)
    return f"{text}{_review(provision.until)}."


def _who_will_what(provision) -> str:
    """'A speech and language therapist will teach Maya'; or the writer's own sentence, with who does it."""
    what = _tidy(provision.what)
    who = _tidy(provision.who)
    if not who:
        return _upper(what)
    whose, doing = _own_subject(what)
    if whose and not _without_article(who).lower().startswith(_without_article(whose).lower()):
        return f"{_upper(what)}, by {_lower(_with_article(who))},"
    doing = _lower(re.sub(r"^(will|to)\s+", "", doing, flags=re.I))
    return f"{_upper(_with_article(who))} will {_verb(doing)}{doing}"


def _own_subject(what: str) -> tuple[str, str]:
    """When the writer wrote a sentence of their own: whose it is, and what they will do."""
    found = OWN_SENTENCE.match(what)
    return (found[1], what[found.end() :]) if found else ("", what)


def _verb(doing: str) -> str:
    """The verb missing before a thing ('a sloping desk') or a task ('training staff'); none before a verb."""
    if A_THING.match(doing) or re.match(r"[A-Z]{2}", doing):
        return "provide "
    return "be responsible for " if A_TASK.match(doing) and not NOT_A_TASK.match(doing) else ""


def _often(provision) -> str:
    """'twice a week for 30 minutes each time'."""
    if not provision.times or not provision.period:
        return _length(provision.minutes)
    if provision.kind in STANDING_KINDS and provision.times == 1:
        return {"once": "", "day": "every day"}.get(provision.period, f"once {PERIODS[provision.period]}")
    count = {1: "once", 2: "twice"}.get(provision.times, f"{_number(provision.times)} times")
    if provision.times == 1 and provision.period == "once":
        often = "once"
    else:
        often = f"{count} {PERIODS[provision.period]}"
    each = " each time" if provision.minutes and provision.times > 1 else ""
    return f"{often} {_length(provision.minutes)}{each}".strip()


def _length(minutes) -> str:
    """'for 30 minutes', 'for 1 hour', 'for 1 hour 30 minutes'."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    said = [_count(hours, "hour")] if hours else []
    return "for " + " ".join(said + ([_count(rest, "minute")] if rest else []))


def _count(number, word) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _ratio(ratio: str) -> str:
    """'one to one', 'in a group of four with one adult', or the writer's words."""
    found = re.fullmatch(r"\s*(\d+)\s*(?::|to)\s*(\d+)\s*", ratio)
    if not found:
        return _lower(_tidy(ratio))
    adults, learners = int(found[1]), int(found[2])
    if learners == 1:
        return "one to one" if adults == 1 else f"with {_number(adults)} adults"
    group = "in a pair" if learners == 2 else f"in a group of {_number(learners)}"
    return f"{group} with {_number(adults)} {'adult' if adults == 1 else 'adults'}"


def _number(number: int) -> str:
    return NUMBERS.get(number, str(number))


def _where(where: str) -> str:
    """'in a quiet room', 'at home', 'in all lessons'."""
    where = _tidy(where)
    if not where or PLACED.match(where):
        return _lower(where)
    words = where.split()
    if where.lower() in PLACES:
        return PLACES[where.lower()]
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return f"at {where}"
    if DETERMINED.match(where) or _is_plural(words[-1]):
        return f"in {_lower(where)}"
    return f"in {_lower(_a(where))}"


def _weeks(provision) -> str:
    """'for 38 weeks a year', where the help is counted by days or weeks."""
    if not provision.weeks or provision.period not in COUNTED_IN_WEEKS:
        return ""
    return f"for {_count(provision.weeks, 'week')} a year"


def _from_until(provision) -> str:
    """'from the date of the final plan until 31 July 2027'."""
    starts, until = _dated(provision.starts), _dated(provision.until)
    if starts:
        starts = _lower(starts) if STARTING.match(starts) else f"from {_lower(starts)}"
    if until and REVIEWED.match(until):
        until = ""
    elif until:
        until = _lower(until) if ENDING.match(until) else f"until {_lower(_the_end(until))}"
    return f"{starts} {until}".strip()


def _review(until: str) -> str:
    """'; reviewed each term', when that is what the writer said instead of an end."""
    said = _tidy(until)
    return f"; {_lower(said)}" if said and REVIEWED.match(said) else ""


def _the_end(until: str) -> str:
    return re.sub(r"^end of\b", "the end of", until, flags=re.I)


def _dated(words: str) -> str:
    """An ISO date as people write it, anything else as it stands."""
    words = _tidy(words)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
        return words
    day = date.fromisoformat(words)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _with_article(who: str) -> str:
    """'A speech and language therapist', 'The SENCO', 'Two teaching assistants', 'Staff'."""
    if DETERMINED.match(who):
        return who
    if ONLY_ONE.match(who):
        return f"the {_lower(who)}"
    head = re.split(r"[(,]|\b(?:trained|who|with|from|at|of|in|for|and|or|whose|employed|supervised)\b", who)[0].split()
    if not head or _is_plural(head[-1]) or head[-1].lower() == "staff":
        return who
    return _a(who)


def _without_article(words: str) -> str:
    return re.sub(r"^(an?|the)\s+", "", words, flags=re.I)


def _a(words: str) -> str:
    """The right 'a' or 'an' before a word or an abbreviation."""
    first = words.split()[0]
    spelled_out = re.fullmatch(r"[FHLMNRSX]([^AEIOU][A-Z]*|[A-Z]{1,2})", re.sub(r"\W.*", "", first))
    silent = re.match(r"(hour|honest|heir)", first, re.I)
    spoken_as_you = re.match(r"(uni|use|eu|one)", first, re.I)
    vowel = (first[0].upper() in "AEIOU" or spelled_out or silent) and not spoken_as_you
    return f"{'an' if vowel else 'a'} {_lower(words)}"


def _is_plural(word: str) -> bool:
    return bool(re.search(r"[^su]s$", word))


def _tidy(words: str) -> str:
    """One line, without the full stop the sentence will bring."""
    return " ".join(words.split()).rstrip(".;, ")


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """A small first letter, unless the first word is an abbreviation or a month (SENCO, ELSA, July)."""
    first = re.match(r"[\w'’]+", words)
    if not first or not re.fullmatch(r"[A-Z][a-z'’]*", first[0]) or first[0] in MONTHS:
        return words
    return words[:1].lower() + words[1:]
