"""A family and their draft plan: read it, comment, ask for a meeting, more time, or a school."""

from flask import Blueprint, g, render_template, request, url_for

from casework.actions import plan
from casework.errors import NotYours
from casework.law.explain import explain
from casework.stating import versions
from casework.web import do, office, onward, opens
from casework.words import exact_clock
from portal import family_views
from portal.family_questions import Agree, Meeting, MoreTime, Preference, TwoVersions, comments_question

draft = Blueprint("draft", __name__, url_prefix="/my-cases/<ref>/draft")


@draft.before_request
def _there_is_one():
    """Before a draft has been served there is nothing here."""
    if not g.case.draft:
        raise NotYours("draft")


def _page(name, **shown):
    """A page about the draft the family has now, with their last day to reply."""
    last = plan.last_day_to_reply(g.case)
    left, why = (last - office().today()).days + 1, explain(plan.FAMILY_TIME, g.case.draft.on)
    time = {"last_day": last, "days_left": left, "why_last": why}
    return render_template(f"portal/family/{name}.html", case=g.case, **time, **shown)


def _send(deed, question, said, **details):
    """Carry out one thing the family does about the draft, and go back to where it is."""
    there = url_for("family.whole", ref=g.case.ref)
    return do(deed, g.case.ref, question, then=there, said=said, **details)


@draft.get("/")
@opens("follow my case")
def read(ref):
    """The draft, section by section, to read on a phone, with what can be done about it."""
    return _page("draft", **family_views.draft(office(), g.case))


@draft.get("/changes")
@opens("follow my case")
def changes(ref):
    """What changed between two versions that were sent: chosen in the address, or the newest two."""
    shown = family_views.changes(office(), g.case, request.args)
    return render_template("portal/family/changes.html", case=g.case, press=TwoVersions(), **shown)


@draft.post("/changes")
@opens("follow my case")
def print_changes(ref):
    """Have the changes printed."""
    question = TwoVersions(request.form)
    names = {"first": question.first.data, "second": question.second.data}
    if question.answered:
        versions.owe_the_print(office(), g.case, *versions.chosen(versions.editions(g.case), *names.values()))
    return onward(".changes", ref=ref, **names)


@draft.route("/comment", methods=["GET", "POST"])
@opens("reply to the draft")
def comment(ref):
    """Comments, section by section; kept as they are typed."""
    kept = office().drafts.read("reply", _key(ref))
    question = comments_question(request.form, kept.content if kept else {})
    said = "Thank you. Your comments have been sent. We will answer each one."
    done = _send(plan.reply_to_the_draft, question, said, person=g.actor.id, comments=_by_section(question))
    if done:
        office().drafts.drop("reply", _key(ref))
    return done or _page("comment", question=question)


def _key(ref):
    """A person's own comments on a case."""
    return f"{ref}/{g.actor.id}"


def _by_section(question) -> dict:
    """What was typed, by the section it is about."""
    names = {name: name.removeprefix("section_") for name in question.answers} | {"whole": "Whole plan"}
    return {names[name]: words for name, words in question.answers.items()}


@draft.post("/comment/keep")
@opens("reply to the draft")
def keep(ref):
    """Keep comments as they are typed."""
    question = comments_question(request.form, {})
    if not question.ours:
        return {"sentence": "Not saved yet: this page had been open for a long time. Press Send to see it again."}, 409
    kept = office().drafts.save("reply", _key(ref), content=question.so_far, version=None, by=g.actor.id)
    return {"saved": exact_clock(kept.saved_at)}


@draft.route("/agree", methods=["GET", "POST"])
@opens("reply to the draft")
def agree(ref):
    """Say that the draft is right as it is. Silence never says so."""
    question, words = Agree(request.form), {"Whole plan": "I agree with this draft."}
    said = "Thank you. We know that you agree with the draft."
    done = _send(plan.reply_to_the_draft, question, said, person=g.actor.id, comments=words)
    return done or _page("agree", question=question)


@draft.route("/meeting", methods=["GET", "POST"])
@opens("ask for a meeting")
def meeting(ref):
    """Ask to meet; we may not refuse."""
    question, said = Meeting(request.form), "Thank you. Your case officer will offer you a time."
    done = _send(plan.ask_for_a_meeting, question, said, person=g.actor.id, words=question.words.data or "")
    return done or _page("meeting", question=question)


@draft.route("/more-time", methods=["GET", "POST"])
@opens("ask for more time")
def more_time(ref):
    """Ask for longer to reply."""
    question, said = MoreTime(request.form), "Thank you. We will write to you with the new day."
    done = _send(plan.ask_for_more_time, question, said, person=g.actor.id, **question.answers)
    return done or _page("more_time", question=question)


@draft.route("/school", methods=["GET", "POST"])
@opens("prefer a setting")
def school(ref):
    """Say which school or college the plan should name."""
    question, said = Preference(request.form), "Thank you. We will ask that school or college."
    question.setting.choices = [(one.id, one.name) for one in office().people.settings()]
    name = question.setting.said() or question.name.data or ""
    done = _send(plan.prefer_a_setting, question, said, setting=question.setting.data or "", name=name)
    return done or _page("school", question=question)
