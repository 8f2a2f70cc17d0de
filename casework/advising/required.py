"""Whether a question of a template is answered, and answered in its own kind."""

from casework.advising.findings import Finding, found
from casework.advising.responses import is_date
from casework.advising.templates import Field
from casework.record.plan.from_advice import whole_number

YES = "yes"


def missing_in(field: Field, answers: dict, place: str = ""):
    """What is wrong with one answer among `answers`: missing, or not of its kind. Parts are looked into."""
    place = place or field.name
    answer = answers.get(field.name)
    if field.kind == "auto":
        return
    if field.kind in ("group", "repeat"):
        yield from _parts(field, answer, place)
    elif not answered(answer):
        if field.required and not answered(answers.get(f"{field.name}_reason")):
            yield _said("required field", field, place)
    else:
        yield from _wrong(field, answer, place)


def answered(answer) -> bool:
    """Whether anything was said."""
    if isinstance(answer, dict):
        return any(answered(each) for each in answer.values())
    if isinstance(answer, list | tuple):
        return any(answered(each) for each in answer)
    return bool(str(answer if answer is not None else "").strip())


def _said(rule, field, place) -> Finding:
    return found(rule, place, label=f"“{field.label}”", hint=field.hint)


def _wrong(field, answer, place):
    """An answer that is not of its kind."""
    if field.kind == "date" and not is_date(str(answer)):
        yield _said("bad date", field, place)
    if field.kind == "number" and not _is_number(answer):
        yield _said("bad number", field, place)
    if field.kind == "confirm" and answer not in (YES, True):
        yield _said("required field", field, place)
    chosen = answer if isinstance(answer, list | tuple) else [answer]
    if field.options and any(str(each) not in {choice.value for choice in field.options} for each in chosen):
        yield _said("bad choice", field, place)


def _is_number(answer) -> bool:
    return whole_number(answer) is not None or str(answer).strip().replace(".", "", 1).isdigit()


def _parts(field, answer, place):
    """The parts of a group, or of each line of a repeat. "No" to its first part answers a group."""
    lines = [answer] if isinstance(answer, dict) else list(answer or ())
    lines = [line for line in lines if answered(line)]
    if not lines:
        if field.required:
            yield _said("required field", field, place)
        return
    for number, line in enumerate(lines, start=1):
        if line.get(field.parts[0].name) == "no":
            continue
        for part in field.parts:
            where = f"{place}-{number}-{part.name}" if field.kind == "repeat" else f"{place}-{part.name}"
            yield from missing_in(part, line, where)
