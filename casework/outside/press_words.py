"""How the press fills in a template: the sandbox, the filters, and the words for who a letter is about."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from casework.errors import GapInOurTables
from casework.record.child import Child
from casework.record.people import FAMILY

# Written out, so that a letter says the same whatever language the machine is set to.
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "January February March April May June July August September October November December".split()
# What an email may know: a reference, a link, and days. No child, no family, no reasons.
EMAIL_MAY_STATE = (
    *("subject", "text", "minutes"),
    *("decide_by", "due_5", "due_10", "legal_due", "missing_by", "named_by", "reply_by", "until", "update_by"),
)


class NoDay(Exception):
    """A template wants to write a day, and there is none."""


def day(value: date | str) -> str:
    """A day in words: Mon 2 November 2026. Takes a date or its ISO text; other text is given back as it stands."""
    if not value:
        raise NoDay
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return value
        value = date.fromisoformat(value)
    return f"{WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"


def paragraphs(text: str) -> list[str]:
    """Text as somebody typed it, cut at its line breaks."""
    return [part.strip() for part in re.split(r"\s*[\r\n]+\s*", text.strip()) if part.strip()]


def hours(number: Decimal | None) -> str:
    """Hours in words: 30 minutes, 1 hour, 1 hour 15 minutes. Empty where no length is said."""
    if not number:
        return ""
    whole, minutes = divmod(round(number * 60), 60)
    said = [f"{whole} hour{'s' if whole != 1 else ''}"] if whole else []
    return " ".join(said + ([f"{minutes} minute{'s' if minutes != 1 else ''}"] if minutes else []))


def greeting(name: str) -> str:
    """How a letter opens: “Dear Head Teacher”, not “Dear The Head Teacher”."""
    return name.removeprefix("The ")


def in_sentence(name: str) -> str:
    """A name in the middle of a sentence: “the Saltmarsh SEND team”."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def nhs_number(number: str) -> str:
    """An NHS number as it is read out, 999 123 4551; anything else as it stands."""
    digits = number.replace(" ", "")
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if re.fullmatch(r"\d{10}", digits) else number


def web(address: str) -> str:
    """A web address as people read it out: without https:// and the last stroke."""
    return re.sub(r"^https?://|/$", "", address)


def short(text: str, most: int) -> str:
    """The beginning of a text, cut between words, dots for what is left out. For a map, never for a promise."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:.')}…"


def capital(text: str) -> str:
    """The same words with a capital first; names inside keep theirs."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The same words with a small first letter, unless they begin with an abbreviation (SENCO)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def listed(things) -> str:
    """Names in a sentence: one, two and three."""
    *most, last = [str(thing) for thing in things] or [""]
    return f"{', '.join(most)} and {last}" if most else last


_SAID = (capital, day, greeting, hours, in_sentence, listed, lower_first, nhs_number, paragraphs, short, web)
FILTERS = {each.__name__: each for each in _SAID}


@cache
def environment(templates: Path) -> ImmutableSandboxedEnvironment:
    """Where every letter, plan and email is filled in: words escaped, nothing reachable, nothing missing let by.

    One for a folder, however many presses use it: a template is compiled once.
    """
    filled = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates),
        autoescape=lambda name: not (name or "").endswith(".txt"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filled.filters.update(FILTERS)
    return filled


def fill(env, template: str, what: str, **facts) -> str:
    """One template with its facts. Raises GapInOurTables naming what is missing, or that there is no such template."""
    try:
        return env.get_template(template).render(**facts)
    except TemplateNotFound as gone:
        raise GapInOurTables(f"There is no template for {what}.") from gone
    except UndefinedError as missing:
        raise GapInOurTables(f"We cannot write {what}: a fact is missing ({missing.message}).") from missing
    except NoDay as none:
        empty = ", ".join(name for name, value in (facts.get("it") or {}).items() if not value)
        raise GapInOurTables(f"We cannot write {what}: a day is missing (nothing is known for: {empty}).") from none


def voice(facts: Mapping) -> dict:
    """The words for the child, and for a young person who is written to directly.

    `who`, `whose` and `them` stand for “Amira”, “Amira’s” and “Amira”, or “you”,
    “your” and “you” when the letter goes to the young person.
    """
    if facts["to"]["capacity"] == "family":
        raise GapInOurTables("A letter must know whether it goes to a parent or a young person; “family” does not say.")
    child = facts["child"] if isinstance(facts["child"], Child) else _child(facts["child"])
    called = child.called
    direct = facts["to"]["capacity"] == "young person"
    return {
        "called": called,
        "full_name": child.full_name,
        "born": child.born,
        "direct": direct,
        "to_family": facts["to"]["capacity"] in FAMILY,
        "who": "you" if direct else called,
        "whose": "your" if direct else f"{called}’s",
    }


def _child(content: Mapping) -> Child:
    """The child, from whatever the case holds about them."""
    names = ("first_name", "last_name", "preferred_name", "born")
    return Child(**{name: content.get(name, "") for name in names})


def for_email(facts: Mapping) -> dict:
    """The few facts an email may carry, whatever it was handed: anybody may read over a shoulder."""
    said = facts.get("it") or {}
    return {
        "area": facts["area"],
        "ref": facts["case"]["ref"] if facts.get("case") else "",
        "link": facts["link"],
        "it": {name: said[name] for name in EMAIL_MAY_STATE if name in said},
    }


def states(env, *names: str) -> frozenset[str]:
    """The facts in `it` that templates read, their layout and the paragraphs they draw in included."""
    asked, seen, waiting = set(), set(), list(names)
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        tree = env.parse(env.loader.get_source(env, here)[0])
        asked |= {each.attr for each in tree.find_all(nodes.Getattr) if _is_it(each.node)}
        waiting += [each.template.value for each in tree.find_all((nodes.Include, nodes.Extends)) if _is_said(each)]
    return frozenset(asked)


def _is_it(node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "it"


def _is_said(node) -> bool:
    """Whether the name of the other template stands in this one, rather than being worked out."""
    return isinstance(node.template, nodes.Const)
