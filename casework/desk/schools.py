"""Asking schools and colleges about being named, and writing down what they answer."""

from flask import Blueprint, g, render_template, request, url_for

from casework.actions.schools import consult_a_setting, reply_to_a_consultation
from casework.desk import plan_hearing, plan_questions
from casework.desk.plan_now import sheet_now
from casework.errors import NotYours
from casework.web import do, office, opens

schools = Blueprint("schools", __name__, url_prefix="/desk/case/<ref>/plan/schools")


def _page(template, **more):
    """A page about the settings of a case."""
    asked = plan_hearing.consulted(office(), g.case)
    wanted = g.case.preferred_name or plan_hearing.setting_name(office(), g.case.preferred)
    return render_template(
        f"desk/plan/{template}.html",
        ref=g.case.ref,
        case=g.case,
        plan=sheet_now().plan,
        consulted=asked,
        wanted=wanted,
        **more,
    )


@schools.route("", methods=["GET", "POST"])
@opens("consult a setting")
def consult(ref):
    """Ask a school or college about being named, with the draft the family has; and see who has answered."""
    wanted = g.case.preferred if g.case.preferred not in g.case.consultations else ""
    question = plan_questions.Consult(request.form, setting=wanted)
    question.setting.choices = plan_hearing.settings(office(), g.case)
    name = plan_hearing.setting_name(office(), question.setting.data)
    said, there = f"{name} has been asked. It has 15 days to reply.", url_for(".consult", ref=ref)
    if question.answered and (
        done := do(consult_a_setting, ref, question, then=there, said=said, setting=question.setting.data)
    ):
        return done
    return _page("schools", question=question)


@schools.route("/<setting>", methods=["GET", "POST"])
@opens("reply to a consultation")
def reply(ref, setting):
    """Write down a reply that came by email, letter or phone."""
    if setting not in g.case.consultations:
        raise NotYours(setting)
    question, name = plan_questions.Answered(request.form), plan_hearing.setting_name(office(), setting)
    details = {"setting": setting, "answer": question.answer.data or "", "words": question.words.data or ""}
    there, said = url_for(".consult", ref=ref), f"The reply from {name} is written down."
    if question.answered and (done := do(reply_to_a_consultation, ref, question, then=there, said=said, **details)):
        return done
    return _page("school_reply", question=question, name=name)
