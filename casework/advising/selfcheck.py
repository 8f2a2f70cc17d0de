"""The self-check: what a quality reader will look for in an advice, each finding leading to its place."""

from dataclasses import replace

from casework.advising import gates, rowcheck
from casework.advising.findings import Finding, found
from casework.advising.required import missing_in
from casework.advising.templates import Field, advice_type, answers_of, sections
from casework.lint import lint, others_in
from casework.record.child import Child

__all__ = ["Finding", "self_check"]

# The family's and the child's words are theirs; nobody marks them.
THEIR_WORDS = ("voice_words", "voice_want", "family_view", "story_corrections", "dream", "different_views")
LEVELS = ("stop", "look", "good")


def self_check(advice: str, content: dict, *, child: Child | None = None, others=(), earlier=()) -> tuple[Finding, ...]:
    """Everything to put right (stop), to look at again (look) and already good, in that order.

    `child` is who the advice is about; `others` are other children's names,
    which must not be in it; `earlier` are texts of outcomes the same author
    wrote for others. Only "stop" keeps an advice from being sent.
    """
    advice_type(advice)
    checked = rowcheck.Checked(content, child, tuple(earlier))
    findings = [*_fields(advice, content), *rowcheck.findings(checked), *_weak_words(advice, checked)]
    findings += [*gates.findings(advice, checked), *_other_children(advice, content, others)]
    findings += _good(checked, findings)
    placed = [replace(each, section=_section(advice, each.place)) for each in findings]
    return tuple(sorted(placed, key=lambda each: LEVELS.index(each.level)))


def _section(advice, place) -> str:
    """The part of the template where a place is; empty for what is said of the whole."""
    named = place.split("-")[0]
    for section in sections(advice):
        if named == section.id and section.rows or named in {field.name for field in section.fields}:
            return section.id
    return ""


def _fields(advice, content):
    """Every question that must be answered, and answers that are too long (a hint, never a stop)."""
    answers = answers_of(content)
    for section in sections(advice):
        for field in section.fields if not section.rows else ():
            if not (field.kind == "file" and content.get("files")):
                yield from missing_in(field, answers)
            yield from _too_long(field, answers.get(field.name))
        if section.rows == "need" and not content.get("needs"):
            yield found("no needs", "needs")


def _too_long(field: Field, answer):
    if field.max_words and isinstance(answer, str) and len(answer.split()) > field.max_words:
        yield found("too long", field.name, label=field.label, found=field.max_words)


def _weak_words(advice, checked):
    """What the lint sees in the writer's own prose. Quotations, and the child's and family's words, are left alone."""
    answers = answers_of(checked.content)
    for section in sections(advice):
        for field in section.fields if not section.rows else ():
            words = answers.get(field.name)
            if field.kind in ("text", "textarea") and field.name not in THEIR_WORDS and isinstance(words, str):
                for mark in lint(words, "advice", checked.about):
                    said = {"found": mark.phrase, "why": mark.why, "better": mark.better}
                    yield found("weak words", field.name, **said)


def _other_children(advice, content, others):
    """Another child's name, anywhere in the advice."""
    for place, words in rowcheck.all_words(content):
        for name in others_in(words, others):
            yield found("other child", place, found=name)


def _good(checked, findings):
    """What is already there, so that a writer sees more than faults."""
    faults = {finding.rule for finding in findings if finding.level != "good"}
    places = {finding.place for finding in findings if finding.level == "stop"}
    fields = checked.content.get("fields", {})
    kinds = (
        ("voice heard", fields.get("voice_words") and fields.get("voice_method")),
        ("needs met", checked.content.get("needs") and "need has provision" not in faults),
        ("outcomes whole", checked.content.get("outcomes") and not any(p.startswith("outcomes-") for p in places)),
        ("provision counted", checked.content.get("provision") and not any(p.startswith("provision-") for p in places)),
        ("plain words", checked.content.get("provision") and not {"PRV2", "weak words"} & faults),
        ("family summary", fields.get("family_summary")),
    )
    return [found(rule, rule, child=checked.called) for rule, there in kinds if there]
