"""Serving the draft, hearing the family, choosing the place, and issuing the final plan."""

from dataclasses import replace

from flask import Blueprint, g, render_template, request, url_for

from casework.actions.plan import (
    ask_for_a_meeting,
    ask_for_more_time,
    give_more_time,
    issue_the_final_plan,
    let_wording_stand,
    prefer_a_setting,
    record_the_meeting,
    reply_to_the_draft,
    serve_the_draft,
)
from casework.desk import plan_drafts, plan_hearing, plan_issue, plan_questions
from casework.desk.plan_now import sheet_now
from casework.drafting import name_the_place
from casework.errors import Refusal, SomeoneElseWrote
from casework.web import do, office, onward, opens

serving = Blueprint("serving", __name__, url_prefix="/desk/case/<ref>/plan")


def _page(template, plan, **more):
    """A page about what happens to a plan once it is written."""
    return render_template(f"desk/plan/{template}.html", ref=g.case.ref, case=g.case, plan=plan, **more)


@serving.route("/serve", methods=["GET", "POST"])
@opens("serve the draft")
def serve(ref):
    """Serve the draft: what stops it, who gets it, and the family's last day."""
    plan = replace(sheet_now().plan, placement=None)
    question, said = (
        plan_questions.Press(request.form),
        "The draft has been served. It is being printed and sent to the family.",
    )
    if question.answered and (
        done := do(serve_the_draft, ref, question, then=url_for(".family", ref=ref), said=said, plan=plan.to_content())
    ):
        return done
    return _page("serve", plan, question=question, **plan_issue.serving(office(), g.case, plan))


@serving.get("/family")
@opens("write the plan")
def family(ref):
    """What the family said about the draft, what they asked for, and how long they have."""
    return _page("family", sheet_now().plan, **plan_hearing.heard(office(), g.case))


def _keyed(template, deed, question, said, *, details):
    """One thing written down while the family is heard. `details` are the deed's, from the question's answers."""
    there = url_for("serving.family", ref=g.case.ref)
    if question.answered and (done := do(deed, g.case.ref, question, then=there, said=said, **details)):
        return done
    return _page(template, sheet_now().plan, question=question, **plan_hearing.heard(office(), g.case))


@serving.route("/family/meeting", methods=["GET", "POST"])
@opens("record the meeting")
def meeting(ref):
    """Write down the meeting that was held."""
    question = plan_questions.Met(request.form)
    return _keyed("meeting", record_the_meeting, question, "The meeting is written down.", details=question.answers)


@serving.route("/family/more-time", methods=["GET", "POST"])
@opens("give more time")
def more_time(ref):
    """Give the family longer to reply."""
    question = plan_questions.Longer(request.form)
    said = "The family has more time, and will be told."
    return _keyed("more_time", give_more_time, question, said, details=question.answers)


@serving.route("/family/reply", methods=["GET", "POST"])
@opens("reply to the draft")
def reply(ref):
    """Key what a parent or young person said on paper or by phone."""
    question = plan_questions.reply_question(plan_hearing.people(office(), g.case))(request.form)
    who = question.person.data or ""
    details = {"person": who, "behalf": who, "comments": plan_questions.comments_of(question)}
    return _keyed("reply", reply_to_the_draft, question, "What they said is written down.", details=details)


@serving.route("/family/meeting-asked", methods=["GET", "POST"])
@opens("ask for a meeting")
def meeting_asked(ref):
    """Key a request for a meeting that came on paper or by phone."""
    question = plan_questions.MeetingAsked(request.form)
    question.person.choices = plan_hearing.people(office(), g.case)
    who = question.person.data or ""
    details = {"person": who, "behalf": who, "words": question.words.data or ""}
    return _keyed("asked", ask_for_a_meeting, question, "Their request for a meeting is written down.", details=details)


@serving.route("/family/more-time-asked", methods=["GET", "POST"])
@opens("ask for more time")
def more_time_asked(ref):
    """Key a request for more time that came on paper or by phone."""
    question = plan_questions.TimeAsked(request.form)
    question.person.choices = plan_hearing.people(office(), g.case)
    who = question.person.data or ""
    details = {"person": who, "behalf": who, "until": question.until.data, "words": question.words.data or ""}
    return _keyed("asked", ask_for_more_time, question, "Their request for more time is written down.", details=details)


@serving.route("/family/setting", methods=["GET", "POST"])
@opens("prefer a setting")
def preferred(ref):
    """Key the school or college that the family wants."""
    question = plan_questions.Preferred(request.form)
    question.person.choices = plan_hearing.people(office(), g.case)
    question.setting.choices = plan_hearing.settings(office(), g.case)
    name = plan_hearing.setting_name(office(), question.setting.data) or question.name.data or ""
    details = {"behalf": question.person.data or "", "setting": question.setting.data or "", "name": name}
    return _keyed(
        "asked", prefer_a_setting, question, "The school or college they want is written down.", details=details
    )


@serving.route("/place", methods=["GET", "POST"])
@opens("write the plan")
def place(ref):
    """Section I: the school or college, or the type, for the final plan."""
    sheet = sheet_now()
    kept = plan_drafts.flat("I", sheet.parts["I"].content)
    question = plan_questions.Place(request.form, **kept)
    asked = plan_hearing.consulted(office(), g.case)
    question.setting.choices = [(one.setting, one.name) for one in asked]
    if question.answered and _placed(question, sheet, kept):
        return onward(".issue", ref=ref)
    return _page("place", sheet.plan, question=question, version=sheet.version("I"), consulted=asked)


def _placed(question, sheet, kept) -> bool:
    """Keep the place that was chosen; False when it was refused, with the sentence on the page."""
    said = {name: words or "" for name, words in question.answers.items()}
    said |= plan_hearing.placed(office(), said)
    try:
        name_the_place(sheet.plan, **said)
        if request.form.get("version", "") != str(sheet.version("I")):
            raise Refusal("Someone else chose a place while you did, and theirs is kept. Save again to use yours.")
        read = str(sheet.version("I"))
        plan_drafts.keep_fields(office(), g.actor, (g.case.ref, "I"), mine=said, before=kept, version=read)
    except Refusal as refusal:
        question.refuse(refusal)
    except SomeoneElseWrote as clash:
        question.refuse(Refusal(clash.sentence))
    return not question.troubles


def _issued(ref):
    """What was sent; a press that came after somebody else's is led to it."""
    if request.method == "POST":
        return onward(".issue", ref=ref)
    return _page("issued", **plan_issue.issued(office(), g.case))


@serving.route("/issue", methods=["GET", "POST"])
@opens("issue the final plan")
def issue(ref):
    """Issue the final plan, once: what the law asks first, then one press; afterwards, what was sent."""
    if g.case.final:
        return _issued(ref)
    plan, question = sheet_now().plan, plan_questions.Issue(request.form)
    after = {"then": url_for(".issue", ref=ref), "said": "The final plan has been issued. It will be printed and sent."}
    if question.answered and (done := do(issue_the_final_plan, ref, question, plan=plan.to_content(), **after)):
        return done
    if office().diary.read(ref).final:
        return onward(".issue", ref=ref)
    checks = plan_issue.checklist(office(), g.case, plan)
    return _page("issue", plan, question=question, checks=checks, **plan_issue.held(g.case, plan))


@serving.route("/wording", methods=["GET", "POST"])
@opens("let wording stand")
def wording(ref):
    """A manager lets words stand that hold the final plan, with a reason."""
    plan, question = sheet_now().plan, plan_questions.Wording(request.form)
    there = plan_issue.held(g.case, plan)
    question.gates.choices = [(each.key, f"{each.ref}: “{each.mark.phrase}”", each.mark.why) for each in there["gates"]]
    after = {"then": url_for(".issue", ref=ref), "said": "The words can stand. Your reason is in the diary."}
    details = {"plan": plan.to_content(), **question.answers}
    if question.answered and (done := do(let_wording_stand, ref, question, **after, **details)):
        return done
    return _page("wording", plan, question=question, **there)
