"""Schools and colleges: what they have been asked about being named, and their replies."""

from flask import Blueprint, g, render_template, request, url_for

from casework.actions.schools import reply_to_a_consultation
from casework.errors import NotYours
from casework.law.explain import explain
from casework.record.plan import Plan
from casework.web import do, office, opens
from portal.school_questions import Reply

school = Blueprint("school", __name__, url_prefix="/school")


@school.get("/")
@school.get("", strict_slashes=False)
@opens("read consultations")
def asked():
    """Consultations to answer, the nearest day first, and those answered."""
    owed, sent = office().lists.schools.consultations_of(g.actor.setting)
    return render_template("portal/school/asked.html", owed=owed, sent=sent)


@school.route("/<ref>", methods=["GET", "POST"])
@opens("read a consultation")
def consultation(ref):
    """One consultation: the draft as it was when we asked, and the reply."""
    found, question = _found(), Reply(request.form)
    words = {"setting": g.actor.setting, "answer": question.answer.data or "", "words": question.words.data or ""}
    said = "Thank you. Your reply has been sent to the caseworker."
    done = do(reply_to_a_consultation, ref, question, then=url_for(".asked"), said=said, **words)
    return done or render_template("portal/school/consultation.html", question=question, found=found, **_pack(found))


def _found():
    """What this setting was asked about this case. Raises NotYours when it was asked nothing."""
    if g.actor.setting not in g.case.consultations:
        raise NotYours(g.case.ref)
    return g.case.consultations[g.actor.setting]


def _pack(found) -> dict:
    """What was sent with the question: the draft, frozen then, its print, by when, and who to call."""
    print_ = office().post.print_of(g.case.ref, found.plan, "draft")
    return {
        "plan": Plan.from_content(office().papers.read(g.case.ref, found.plan).content),
        "print_": print_.digest if print_ else "",
        "officer": office().people.person(g.case.caseworker) if g.case.caseworker else None,
        "why_last": explain("CONSULT_SETTING_15D", found.asked_on),
        "preferred": g.case.preferred == g.actor.setting,
    }
