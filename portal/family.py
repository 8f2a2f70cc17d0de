"""A family's own pages: where it is, what has happened, who can see it, and everything they can send us."""

from flask import Blueprint, g, redirect, render_template, request, url_for

from casework.actions.request import add_a_document, add_to_the_story, withdraw_the_request
from casework.actions.upkeep import send_a_message
from casework.errors import Refusal
from casework.web import do, office, opens
from portal import family_views
from portal.family_questions import Document, Message, Story, Withdraw

family = Blueprint("family", __name__, url_prefix="/my-cases")


@family.get("/")
@family.get("", strict_slashes=False)
@opens("see my cases")
def mine():
    """Every request this person is part of; straight to it when there is only one."""
    cases = office().lists.family.cases_of(g.actor.id, office().today())
    if len(cases) == 1:
        return redirect(url_for(".whole", ref=cases[0].ref), 303)
    return render_template("portal/family/mine.html", cases=cases)


@family.get("/<ref>")
@opens("follow my case")
def whole(ref):
    """Where it is, who has it now, what happens next and by when, and why that date."""
    return render_template("portal/family/whole.html", **family_views.whole(office(), g.case, g.actor))


@family.get("/<ref>/history")
@opens("follow my case")
def history(ref):
    """What has happened, in plain words, newest first."""
    return render_template("portal/family/history.html", told=family_views.history(office(), g.case, g.actor), case=g.case)


@family.get("/<ref>/who")
@opens("follow my case")
def who(ref):
    """Who is on the case and why, and who opened what and when."""
    return render_template("portal/family/who.html", case=g.case, **family_views.who(office(), g.case))


@family.get("/<ref>/documents")
@opens("follow my case")
def documents(ref):
    """Letters, plans and files, each with what it is and when."""
    return render_template("portal/family/documents.html", case=g.case, **family_views.documents(office(), g.case, g.actor))


@family.get("/<ref>/story")
@opens("follow my case")
def story(ref):
    """The story as it stands, who has read it, and a way to add to it."""
    return render_template("portal/family/story.html", case=g.case, question=Story(), **family_views.story(office(), g.case))


@family.post("/<ref>/story")
@opens("add to the story")
def add_story(ref):
    """Add to the story; what was said before stays."""
    question, there = Story(request.form), url_for(".story", ref=ref)
    said = "Thank you. Everybody who helps with this assessment can read what you added."
    if question.answered and (done := do(add_to_the_story, ref, question, then=there, said=said, words=question.story.data)):
        return done
    return render_template("portal/family/story.html", case=g.case, question=question, **family_views.story(office(), g.case))


@family.route("/<ref>/add-a-document", methods=["GET", "POST"])
@opens("add a document")
def document(ref):
    """Send a report, a letter or a picture."""
    question, there = Document(request.form), url_for(".documents", ref=ref)
    try:
        file = question.answered and office().cabinet.take_in(question.file.data[0].name, question.file.data[0].content)
    except Refusal as refusal:
        file = question.refuse(refusal)
    also = {"document": {**(file or {}), "what": question.what.data or "", "from": g.actor.id}}
    if file and (done := do(add_a_document, ref, question, then=there, said="Thank you. We have your file.", **also)):
        return done
    return render_template("portal/family/document.html", case=g.case, question=question)


@family.route("/<ref>/message", methods=["GET", "POST"])
@opens("send a message")
def message(ref):
    """Write to the case officer; the whole conversation is here."""
    question, there = Message(request.form), url_for(".message", ref=ref)
    words = {"sender": g.actor.id, "to": g.case.caseworker, "words": question.words.data or ""}
    said = "Your message has been sent. We reply within two working days."
    if question.answered and (done := do(send_a_message, ref, question, then=there, said=said, **words)):
        return done
    return render_template("portal/family/message.html", case=g.case, question=question, **family_views.messages(office(), g.case))


@family.route("/<ref>/withdraw", methods=["GET", "POST"])
@opens("withdraw the request")
def withdraw(ref):
    """Take the request back."""
    question, there = Withdraw(request.form), url_for(".whole", ref=ref)
    words = {"words": question.words.data or ""}
    if question.answered and (done := do(withdraw_the_request, ref, question, then=there, said="You have taken your request back.", **words)):
        return done
    return render_template("portal/family/withdraw.html", case=g.case, question=question)
