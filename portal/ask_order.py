"""The order of the questions at a door: those we must have first, then everything that can be added later."""

from functools import cache

from casework.story import Asked, missing, questions

SEND = "check_send"  # answered by pressing the button on the last page
# Pages at a door that are no question, so no question may be called so.
RESERVED = ("start", "begun", "ready", "who-decides", "check", "later", "leave", "tell-someone", "sent")


@cache
def order(door: str) -> tuple[Asked, ...]:
    """Every question of a door that has a page of its own, in the order they are asked."""
    asked = [each for each in questions(door) if each.field != SEND]
    return tuple([each for each in asked if each.required] + [each for each in asked if not each.required])


def find(door: str, slug: str) -> Asked | None:
    """The question an address names, or None."""
    return next((asked for asked in order(door) if asked.slug == slug), None)


def beside(asked: Asked, step: int) -> Asked | None:
    """The question one step after (1) or before (-1) this one, or None at either end."""
    line = order(asked.door)
    place = line.index(asked) + step
    return line[place] if 0 <= place < len(line) else None


def still_needed(door: str, answers: dict) -> tuple[Asked, ...]:
    """The questions that must be answered before this can be sent, and are not yet."""
    return missing(door, answers | {SEND: "yes"})


def unseen(door: str, seen) -> tuple[Asked, ...]:
    """The questions nobody has been through yet, in the order they are asked."""
    return tuple(asked for asked in order(door) if asked.field not in seen)


def progress(asked: Asked, draft) -> str:
    """How far it still is, in questions, never in sections: “5 questions left before you can send this”."""
    needed = [each for each in still_needed(asked.door, draft.answers) if each.field != asked.field]
    if needed or asked.required:
        left = len(needed) + (not draft.has_answered(asked))
        return f"{_questions(left)} left before you can send this" if left else "You can send this now"
    left = len([each for each in unseen(asked.door, draft.parts) if each.field != asked.field]) + 1
    return f"{_questions(left)} left, and you can send this at any time"


def _questions(number: int) -> str:
    return "1 question" if number == 1 else f"{number} questions"


def sections(door: str, draft) -> list[dict]:
    """The parts of the story that can be told now or later, each with what is answered and where to go on."""
    found: dict[str, list[Asked]] = {}
    for asked in order(door):
        if not asked.required:
            found.setdefault(asked.section, []).append(asked)
    return [_section(name, each, draft) for name, each in found.items()]


def _section(name, asked, draft):
    answered = sum(draft.has_answered(each) for each in asked)
    first = next((each for each in asked if each.field not in draft.parts), asked[0])
    return {"name": name, "of": len(asked), "answered": answered, "slug": first.slug}
