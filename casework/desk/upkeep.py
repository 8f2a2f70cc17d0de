"""Keeping the file: notes, messages, documents, the child's details, choices about sharing, and what was wrong."""

from flask import Blueprint, g, request

from casework import story
from casework.actions.request import (
    add_a_document,
    add_to_the_story,
    correct_the_child,
    record_consent,
    tell_partners,
    withdraw_the_request,
)
from casework.actions.upkeep import add_a_note, send_a_message
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions import Consent, CorrectChild, Document, Message, Note, Press, Story, Withdraw
from casework.desk.sending import taken_in
from casework.errors import Refusal
from casework.web import do, office, opens

upkeep = Blueprint("upkeep", __name__, url_prefix="/desk/case/<ref>")


@upkeep.route("/tell-partners", methods=["GET", "POST"])
@opens("tell partners")
def partners(ref):
    """Tell health, social care and the school that we are considering an assessment (reg 4(2))."""
    lead = "Regulation 4(2): the health commissioner, social care, the school or college and the family are told."
    page = {"title": "Tell health, social care and the school", "button": "Tell them", "lead": lead}
    said = "Health, social care and the school will be told."
    return one_deed(tell_partners, Press(request.form), page, then=there(), said=said)


@upkeep.route("/note", methods=["GET", "POST"])
@opens("add a note")
def note(ref):
    """Note something for the file, or a telephone call."""
    question = Note(request.form, kind=request.args.get("kind", "telephone call"))
    said = question.answers
    words = {"kind": said["kind"], "with": said["who"] or "", "words": said["words"] or ""}
    page = {"title": "Note something, or a call", "button": "Note it", "lead": "The family does not see notes."}
    return one_deed(add_a_note, question, page, then=there("diary"), said="Noted.", note=words)


@upkeep.route("/message", methods=["GET", "POST"])
@opens("send a message")
def message(ref):
    """Write to one of the family; what was said before is below."""
    question = Message(request.form)
    names = office().people.names([party.person for party in g.case.family])
    question.to.choices = [(p.person, f"{names.get(p.person, 'Someone')} ({p.capacity})") for p in g.case.family]
    answers = {"sender": g.actor.id, "to": question.to.data or "", "words": question.words.data or ""}
    page = {"title": "Write to the family", "button": "Send the message"}
    page |= {"template": "desk/message.html", "thread": _thread()}
    said = "Your message is sent. It is in the diary."
    return one_deed(send_a_message, question, page, then=there("diary"), said=said, **answers)


def _thread() -> list[tuple[str, object, str]]:
    """What was said before, the newest first: (who, day, words)."""
    papers = office().papers.read_all(g.case.ref, [paper for _, _, paper, _ in g.case.messages])
    names = office().people.names({sender for sender, _, _, _ in g.case.messages})
    said = [(names.get(who, "Someone"), on, papers[paper].content["words"]) for who, _, paper, on in g.case.messages]
    return list(reversed(said))


@upkeep.route("/document", methods=["GET", "POST"])
@opens("add a document")
def document(ref):
    """Add a file, say what it is, and keep it from some readers when there is a reason to."""
    question = Document(request.form)
    file = taken_in(question, "file") if question.answered and _kept_for_a_reason(question) else None
    answers = question.answers
    content = {**(file or {}), "what": answers["what"] or "", "from": g.actor.id, "why_kept": answers["kept_why"] or ""}
    also = {"document": content, "kept_from": answers["kept_from"] or ()}
    if file and (
        done := do(add_a_document, ref, question, then=there("papers"), said="The document is added.", **also)
    ):
        return done
    return deed_page(question, title="Add a document", button="Add it")


def _kept_for_a_reason(question) -> bool:
    """Whether a file that is kept from somebody says why."""
    if not question.kept_from.data or question.kept_why.data:
        return True
    question.refuse(Refusal("Say why it is kept from them.", "kept_why"))
    return False


@upkeep.route("/child", methods=["GET", "POST"])
@opens("correct the child")
def child(ref):
    """Put the child's details right; the earlier ones stay in the diary."""
    kept = office().papers.read(ref, g.case.child).content
    question = CorrectChild(request.form, **kept)
    said = {name: value or "" for name, value in question.answers.items() if name != "born"}
    details = {**kept, **said, "born": question.born.data.isoformat() if question.born.data else ""}
    page = {"title": "Put the child’s details right", "button": "Put them right"}
    return one_deed(correct_the_child, question, page, then=there(), said="The details are put right.", child=details)


@upkeep.route("/consent", methods=["GET", "POST"])
@opens("record consent")
def consent(ref):
    """Record a choice about sharing that the family told us of. Saying no never slows anything."""
    question = Consent(request.form)
    question.consent.choices = [(row["consent"], row["what"], f"Why: {row['why']}") for row in story.consents()]
    lead = "Only what the family really chose. Saying no never slows the request."
    page = {"title": "Record a choice about sharing", "button": "Record it", "lead": lead}
    record = _consent_record(question) if question.answered else None
    return one_deed(record_consent, question, page, then=there(), said="The choice is recorded.", consent=record)


def _consent_record(question) -> dict:
    """A choice about sharing as data: what, who, why, until when, and how we were told."""
    said = question.answers
    return story.consent_record(said["consent"], said["choice"], office().today(), told_how=said["told_how"])


@upkeep.route("/add-to-the-story", methods=["GET", "POST"])
@opens("add to the story")
def more(ref):
    """Write down more of the story, as the family told it."""
    question = Story(request.form)
    page = {"title": "Add to the story", "button": "Add it", "lead": "What was told before stays as it is."}
    return one_deed(
        add_to_the_story, question, page, then=f"{there()}/story", said="Added.", words=question.story.data or ""
    )


@upkeep.route("/withdraw", methods=["GET", "POST"])
@opens("withdraw the request")
def withdraw(ref):
    """The family takes the request back."""
    question = Withdraw(request.form)
    warning = "Every time limit ends, and the request is closed. Only the family can decide this."
    page = {"title": "Record that the request is taken back", "button": "Record it"}
    page |= {"warning": warning, "look": "warning"}
    said = "The request is taken back. We write to the family to say so."
    return one_deed(withdraw_the_request, question, page, then=there(), said=said, words=question.words.data or "")
