"""The panel's view and the officer's decision: to assess or not, a plan or not, with the legal test on the page."""

from flask import Blueprint, g, request

from casework import access, advising
from casework.actions import name_of
from casework.actions.decision import agree_to_assess, agree_to_write_a_plan, refuse_a_plan, refuse_to_assess
from casework.actions.panel import record_the_panel
from casework.actions.review import record_a_review
from casework.desk.asking_advice import offers_of
from casework.desk.evidence import evidence_on, panel_view
from casework.desk.letter_preview import preview
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions_decide import Decide, Review, nursing_said, panel_question, panel_record
from casework.errors import Refusal
from casework.tables import rows
from casework.web import do, office, opens

decisions = Blueprint("decisions", __name__, url_prefix="/desk/case/<ref>")
DECIDING = "deciding whether to assess"
ASSESS = {"yes": agree_to_assess, "no": refuse_to_assess}
PLAN = {"yes": agree_to_write_a_plan, "no": refuse_a_plan}
WORDS = {
    ("request", "yes"): "Yes: we will assess",
    ("request", "no"): "No: we will not assess",
    ("issue", "yes"): "Yes: we will write a plan",
    ("issue", "no"): "No: a plan is not needed",
}
SIGNED = {"send manager": "SEND manager", "head of send": "Head of SEND"}


def legal_test(panel: str) -> tuple[dict, ...]:
    """Both parts of the legal test for a decision, from legal-tests.csv."""
    return tuple(row for row in rows("legal-tests") if row["decision"] == panel)


def panel_row(panel: str) -> dict:
    """What a panel is asked, and what is not relevant to it, from panels.csv."""
    return next(row for row in rows("panels") if row["panel"] == panel)


@decisions.route("/panel", methods=["GET", "POST"])
@opens("record the panel")
def panel(ref):
    """Record what the panel advised: who was there, what they read, what they found on both parts of the test."""
    which = "request" if g.case.stage == DECIDING else "issue"
    tests = legal_test(which)
    question = panel_question(request.form, tests, evidence_on(office(), g.case, panels=False))
    said = {"then": there("diary"), "said": "The panel’s advice is recorded. An officer decides."}
    if question.answered and nursing_said(question) and (done := _record(ref, question, which, said)):
        return done
    more = {"template": "desk/panel.html", "panel": panel_row(which), "tests": tests}
    return deed_page(question, title="Record the panel", button="Record the panel’s advice", **more)


def _record(ref, question, which, said):
    """Carry the record out."""
    record = panel_record(question, legal_test(which))
    details = {"panel": which, "view": question.view.data, "record": record, "met_on": question.met_on.data}
    return do(record_the_panel, ref, question, **said, **details)


@decisions.route("/assess", methods=["GET", "POST"])
@opens("agree to assess")
def assess(ref):
    """Decide whether to assess (s.36(8)): the test, the evidence, the reasons and the letter."""
    return _decide("request", ASSESS, "Decide whether to assess")


@decisions.route("/plan-decision", methods=["GET", "POST"])
@opens("agree to write a plan")
def plan_decision(ref):
    """Decide whether a plan is necessary (s.37(1)): the test, the evidence, the reasons and the letter."""
    return _decide("issue", PLAN, "Decide whether a plan is needed")


def _decide(panel_, deeds, title):
    """The page of a decision: carried out, or first shown as the letter it would send."""
    question = _question(panel_, deeds)
    letter = request.form.get("see") == "letter"
    if question.answered:
        deed, reasons = deeds[question.answer.data], _reasons(question)
        answer = _letter(deed, reasons, question) if letter else _carry_out(deed, reasons, question)
        if answer:
            return answer
    more = {"panel": panel_row(panel_), "tests": legal_test(panel_), "advised": panel_view(g.case, panel_)}
    return deed_page(question, title=title, button="Decide, and send the letters", template="desk/decide.html", **more)


def _question(panel_, deeds) -> Decide:
    """The question, offering only the answers that this officer may give."""
    question = Decide(request.form)
    may = [answer for answer, deed in deeds.items() if access.may(g.actor, name_of(deed), g.case)]
    question.answer.choices = [(answer, WORDS[(panel_, answer)]) for answer in may]
    question.evidence.choices = evidence_on(office(), g.case)
    return question


def _reasons(question) -> dict:
    """The reasons as the deed keeps them, with who decides."""
    said = question.answers
    kept = {name: said[name] or "" for name in ("family_words", "support", "departure")}
    signed = SIGNED.get(g.actor.post, g.actor.post)
    return kept | {
        "ask": [advising.advice_type(offer.advice).name for offer in offers_of(office(), g.case)],
        "evidence": said["evidence"],
        "test_applied": "yes" if said["test_applied"] else "",
        "decided_by": f"{g.actor.name}, {signed}",
    }


def _carry_out(deed, reasons, question):
    """Decide, and go back to the case."""
    said = "Decided. The letters are being printed, and the phone call comes before the letter where the answer is no."
    return do(deed, g.case.ref, question, then=there("dates"), said=said, reasons=reasons)


def _letter(deed, reasons, question):
    """The letter to the family as it would be sent, or nothing when the deed would be refused."""
    try:
        return preview(office(), g.actor, g.case, deed, reasons=reasons)
    except Refusal as refusal:
        question.refuse(refusal)
        return None


@decisions.route("/review", methods=["GET", "POST"])
@opens("record a review")
def review(ref):
    """Record a review after which the plan stays as it is; the family is told, with its rights."""
    question = Review(request.form)
    question.evidence.choices = [("The review report", "The review report"), *evidence_on(office(), g.case)]
    lead = "When the plan must change or end, it does not go here. This says that it stays as it is (s.44; reg 20)."
    page = {"title": "Record the review of the plan", "button": "Record the review", "lead": lead}
    said = {"then": there("dates"), "said": "The review is recorded. The next one has its date."}
    details = {"met_on": question.met_on.data, "reasons": _review_reasons(question)}
    return one_deed(record_a_review, question, page, **said, **details)


def _review_reasons(question) -> dict:
    """The reasons of a review as the deed keeps them."""
    said = question.answers
    return {
        "family_words": said["family_words"] or "",
        "evidence": said["evidence"] or [],
        "test_applied": "yes" if said["test_applied"] else "",
    }
