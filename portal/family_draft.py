"""A family and their draft plan: read it, comment, ask for a meeting, more time, or a school."""

from flask import Blueprint, g, render_template, request, url_for

from casework.actions.plan import ask_for_a_meeting, ask_for_more_time, last_day_to_reply, prefer_a_setting, reply_to_the_draft
from casework.errors import NotYours
from casework.web import do, office, opens
from portal import family_views
from portal.family_questions import Agree, Meeting, MoreTime, Preference, comments_question

draft = Blueprint("draft", __name__, url_prefix="/my-cases/<ref>/draft")


def _page(template, **more):
    """A page about the draft the family has now, with their last day to reply."""
    if not g.case.draft:
        raise NotYours("draft")
    last = last_day_to_reply(g.case)
    return render_template(f"portal/family/{template}.html", case=g.case, last_day=last, days_left=(last - office().today()).days + 1, **more)


@draft.get("/")
@opens("follow my case")
def read(ref):
    """The draft, section by section, to read on a phone, with what can be done about it."""
    return _page("draft", plan=family_views.draft_plan(office(), g.case), print_=family_views.draft_print(office(), g.case))


@draft.route("/comment", methods=["GET", "POST"])
@opens("reply to the draft")
def comment(ref):
    """Comments, section by section; kept as they are typed."""
    kept = office().drafts.read("reply", f"{ref}/{g.actor.id}")
    question = comments_question(request.form, kept.content if kept else {})
    said = "Thank you. Your comments have been sent. We will answer each one."
    if question.answered and (done := do(reply_to_the_draft, ref, question, then=url_for("family.whole", ref=ref), said=said, person=g.actor.id, comments=question.answers)):
        office().drafts.drop("reply", f"{ref}/{g.actor.id}")
        return done
    return _page("comment", question=question, plan=family_views.draft_plan(office(), g.case))


@draft.post("/comment/keep")
@opens("reply to the draft")
def keep(ref):
    """Keep comments as they are typed."""
    question = comments_question(request.form, {})
    if not question.ours:
        return {"saved": False}, 409
    kept = office().drafts.save("reply", f"{ref}/{g.actor.id}", content=question.so_far, version=None, by=g.actor.id)
    return {"saved": True, "at": kept.saved_at.isoformat()}


@draft.route("/agree", methods=["GET", "POST"])
@opens("reply to the draft")
def agree(ref):
    """Say that the draft is right as it is. Silence never says so."""
    question = Agree(request.form)
    words = {"person": g.actor.id, "comments": {"Whole plan": "I agree with this draft."}}
    said = "Thank you. We know that you agree with the draft."
    if question.answered and (done := do(reply_to_the_draft, ref, question, then=url_for("family.whole", ref=ref), said=said, **words)):
        return done
    return _page("agree", question=question)


@draft.route("/meeting", methods=["GET", "POST"])
@opens("ask for a meeting")
def meeting(ref):
    """Ask to meet; we may not refuse."""
    question = Meeting(request.form)
    said = "Thank you. Your case officer will offer you a time."
    words = {"person": g.actor.id, "words": question.words.data or ""}
    if question.answered and (done := do(ask_for_a_meeting, ref, question, then=url_for("family.whole", ref=ref), said=said, **words)):
        return done
    return _page("meeting", question=question)


@draft.route("/more-time", methods=["GET", "POST"])
@opens("ask for more time")
def more_time(ref):
    """Ask for longer to reply."""
    question = MoreTime(request.form)
    said = "Thank you. We will write to you with the new day."
    words = {"person": g.actor.id, **question.answers}
    if question.answered and (done := do(ask_for_more_time, ref, question, then=url_for("family.whole", ref=ref), said=said, **words)):
        return done
    return _page("more_time", question=question)


@draft.route("/school", methods=["GET", "POST"])
@opens("prefer a setting")
def school(ref):
    """Say which school or college the plan should name."""
    question = Preference(request.form)
    question.setting.choices = [(one.id, one.name) for one in office().people.settings()]
    name = question.setting.said() if question.setting.data else question.name.data or ""
    said = "Thank you. We will ask that school or college."
    words = {"setting": question.setting.data or "", "name": name}
    if question.answered and (done := do(prefer_a_setting, ref, question, then=url_for("family.whole", ref=ref), said=said, **words)):
        return done
    return _page("school", question=question)
