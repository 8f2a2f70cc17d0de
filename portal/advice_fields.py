"""Builds the questions of an advice template from its rows, and reads the answers back as the paper keeps them."""

from casework.asking import Choice, Choices, Confirm, Day, LongWords, Pick, Question, WholeNumber, Words

FEW = 5  # choices: more are easier in a list than as buttons
JOIN = "__"
NONE_YET = "There is nothing to choose from yet. Save this, write one in its own section, and come back."


def asked(fields, saved: dict, formdata, *, choices: dict | None = None, prefix: str = "") -> Question:
    """A page's question for these template fields, holding what was saved.

    `choices` gives the rows above, as {"needs": [(ref, words)], "outcomes": [...]}.
    Nothing is required while writing: what is missing is said by the self-check.
    """
    boxes, start = {}, {}
    for field in fields:
        for name, box, value in _boxes(field, saved.get(field.name), choices or {}):
            boxes[name] = box
            start[name] = value
        if field.or_reason:
            boxes[f"{field.name}_reason"] = Words(field.or_reason)
            start[f"{field.name}_reason"] = saved.get(f"{field.name}_reason", "")
    page = type("TemplatePage", (Question,), boxes)
    return page(formdata, prefix=prefix, **{name: value for name, value in start.items() if value is not None})


def answers(fields, question: Question) -> dict:
    """What was typed, as the paper keeps it: by field name, groups and repeats put together, empty answers left out."""
    found = {}
    for field in fields:
        value = _read(field, question)
        if value not in (None, "", [], {}):
            found[field.name] = value
        if field.or_reason and question[f"{field.name}_reason"].data:
            found[f"{field.name}_reason"] = question[f"{field.name}_reason"].data
    return found


def names_of(field, question: Question) -> list:
    """The boxes of one template field on a page, in order, a list for each line of a repeat."""
    if field.kind == "group":
        return [[question[f"{field.name}{JOIN}{part.name}"] for part in field.parts]]
    if field.kind == "repeat":
        lines = sorted({int(box.short_name.split(JOIN)[1]) for box in question.asks if _is_line(box, field)})
        return [[question[f"{field.name}{JOIN}{line}{JOIN}{part.name}"] for part in field.parts] for line in lines]
    return [[question[field.name]]] if field.kind not in ("auto", "file") else []


def _is_line(box, field):
    return box.short_name.startswith(f"{field.name}{JOIN}") and box.short_name.count(JOIN) >= 2


def _boxes(field, value, choices):
    """The boxes of one field: (name, box, what it starts with) each."""
    if field.kind in ("auto", "file"):
        return
    if field.kind == "group":
        for part in field.parts:
            yield f"{field.name}{JOIN}{part.name}", _box(part, choices), _start(part, (value or {}).get(part.name))
    elif field.kind == "repeat":
        yield from _lines(field, value or [], choices)
    else:
        yield field.name, _box(field, choices), _start(field, value)


def _lines(field, saved, choices):
    """The lines of a repeat: those saved, or those that come filled in, and an empty one to add."""
    first = field.parts[0].name
    lines = list(saved) or [{first: words} for words in field.lines]
    for number, line in enumerate([*lines, {}]):
        for part in field.parts:
            name = f"{field.name}{JOIN}{number}{JOIN}{part.name}"
            yield name, _box(part, choices), _start(part, line.get(part.name))


def _box(field, choices):
    """One box of the kind its row says."""
    offers = choices.get(field.options_from) if field.options_from else None
    hint = NONE_YET if offers == [] else _hint(field)
    said = {"label": field.label if field.required else f"{field.label} (optional)", "hint": hint}
    options = offers if offers is not None else [(each.value, each.label) for each in field.options]
    if field.kind in ("textarea", "list"):
        return LongWords(rows=3 if field.kind == "list" else 4, **said)
    if field.kind == "date":
        return Day(**said)
    if field.kind == "number":
        return WholeNumber(**said)
    if field.kind in ("confirm", "checkbox"):
        return Confirm(**said)
    if field.kind in ("checkboxes", "multiselect"):
        return Choices(choices=options, **said)
    if field.kind == "select":
        return Pick(choices=options, **said) if len(options) > FEW else Choice(choices=options, **said)
    return Words(longest=500, **said)


def _hint(field):
    """The row's hint, and how long an answer to aim for."""
    aim = f"Aim for {field.max_words} words or fewer." if field.max_words else ""
    lines = "Write each one on its own line." if field.kind == "list" else ""
    return " ".join(part for part in (field.hint, lines, aim) if part)


def _start(field, value):
    """What a box starts with, from what the paper keeps."""
    if field.kind in ("confirm", "checkbox"):
        return value == "yes"
    if field.kind == "list":
        return "\n".join(value or [])
    if field.kind in ("checkboxes", "multiselect"):
        return [value] if isinstance(value, str) and value else value or []
    return value


def _read(field, question):
    """One field's answer, as the paper keeps it."""
    if field.kind in ("auto", "file"):
        return None
    if field.kind == "group":
        return _parts(field, question, f"{field.name}{JOIN}")
    if field.kind == "repeat":
        count = len(names_of(field, question))
        lines = [_parts(field, question, f"{field.name}{JOIN}{number}{JOIN}") for number in range(count)]
        return [line for line in lines if line]
    return _kept(field, question[field.name])


def _parts(field, question, start):
    """The answered parts of a group, or of one line of a repeat."""
    found = {part.name: _kept(part, question[start + part.name]) for part in field.parts}
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _kept(field, box):
    """One box's answer as plain JSON. What is not an answer yet is kept as it was typed."""
    if field.kind in ("confirm", "checkbox"):
        return "yes" if box.data else ""
    if field.kind == "list":
        return [line.strip() for line in (box.data or "").splitlines() if line.strip()]
    kept = box.kept()
    return " ".join(kept).strip() if field.kind == "date" and isinstance(kept, list) else kept
