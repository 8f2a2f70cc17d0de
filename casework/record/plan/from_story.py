"""Section A from the family's story: their words, put in their places and never rewritten (reg 12(1)(a))."""

from dataclasses import replace

from casework.record.asked import in_words, question, questions
from casework.record.plan.lines import Views
from casework.tables import rows


def section_a(door: str, answers: dict) -> Views:
    """The views in the answers of one door. What was said stands as it was said, one paragraph to a question."""
    said: dict[str, list[str]] = {}
    for asked in questions(door):
        words = in_words(asked, _without_files(answers.get(asked.field))) if asked.view else ""
        if words:
            said.setdefault(asked.view, []).append(words)
    views = {view: "\n\n".join(words) for view, words in said.items()}
    if views.get("voice"):
        views["voice_method"] = _method(door, answers)
    return Views(**views)


def _without_files(answer):
    """An answer without the names of files that came with it: they are papers of the case, not the family's words."""
    return {part: said for part, said in answer.items() if part != "files"} if isinstance(answer, dict) else answer


def _method(door, answers) -> str:
    """How the child's views were found out: through whom, and who helped with those pages."""
    method = next(row["voice method"] for row in rows("doors") if row["door"] == door)
    helpers = {
        answer["helper"].strip()
        for field, answer in answers.items()
        if isinstance(answer, dict)
        and str(answer.get("helper") or "").strip()
        and question(door, field).view == "voice"
    }
    return f"{method}. Helped by {', '.join(sorted(helpers))}." if helpers else f"{method}."


def views_from(stories) -> Views:
    """Section A from every story of a case, the child's or young person's own first, then in the order they came.

    A story is {"door", "answers"}; nothing said twice is put in twice.
    """
    own_first = sorted(stories, key=lambda story: story["door"] != "young_person")
    found = [section_a(story["door"], story["answers"]) for story in own_first]
    merged = {}
    for name in Views.__dataclass_fields__:
        said = [getattr(views, name) for views in found if getattr(views, name)]
        merged[name] = "\n\n".join(dict.fromkeys(said))
    return Views(**merged)


def with_voices(views: Views, advices) -> Views:
    """Section A with what the child told each adviser added after the family's words, and to whom they said it.

    Each of `advices` has content, author and role.
    """
    heard = [_heard(advice, "voice_words") for advice in advices]
    wanted = [_heard(advice, "voice_want") for advice in advices]
    method = views.voice_method
    if any(heard):
        method = " ".join(filter(None, [method, "Advisers asked too; each says how in section K."]))
    voice = "\n\n".join(dict.fromkeys(filter(None, [views.voice, *heard])))
    hopes = "\n\n".join(dict.fromkeys(filter(None, [views.hopes_child, *wanted])))
    return replace(views, voice=voice, voice_method=method, hopes_child=hopes)


def _heard(advice, name) -> str:
    """What the child said to one adviser, and to whom."""
    words = str(advice.content.get("fields", {}).get(name) or "").strip()
    whom = ", ".join(filter(None, (advice.author, advice.role)))
    return f"{words} (to {whom})" if words and whom else words
