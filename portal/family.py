"""A family's own pages: where it is, what has happened, who can see it, and everything they can send us."""

from flask import Blueprint, g, redirect, render_template, request, url_for

from casework.actions.messages import write_to_the_council
from casework.actions.request import add_a_document, add_to_the_story, withdraw_the_request
from casework.errors import Refusal
from casework.law.timetable import due
from casework.promises import REPLY
from casework.web import do, office, opens
from casework.words import day
from portal import family_views
from portal.family_messages import conversation
from portal.family_questions import Document, Message, Story, Withdraw

family = Blueprint("family", __name__, url_prefix="/my-cases")


def _page(name, **shown):
    """One page about the case the address names."""
    return render_template(f"portal/family/{name}.html", case=g.case, **shown)


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
    return _page("history", told=family_views.history(office(), g.case, g.actor))


@family.get("/<ref>/who")
@opens("follow my case")
def who(ref):
    """Who is on the case and why, and who opened what and when."""
    return _page("who", **family_views.who(office(), g.case))


@family.get("/<ref>/documents")
@opens("follow my case")
def documents(ref):
    """Letters, plans and files, each with what it is and when."""
    return _page("documents", **family_views.documents(office(), g.case, g.actor))


@family.get("/<ref>/advice/<about>")
@opens("follow my case")
def advice(ref, about):
    """One advice that was sent with the plan, to read on a phone."""
    return _page("advice", **family_views.advice(office(), g.case, g.actor, about))


@family.route("/<ref>/story", methods=["GET", "POST"])
@opens("add to the story")
def story(ref):
    """The story as it stands, who has read it, and a way to add to it. What was said before stays."""
    question, there = Story(request.form), url_for(".story", ref=ref)
    said = "Thank you. Everybody who helps with this assessment can read what you added."
    done = do(add_to_the_story, ref, question, then=there, said=said, words=question.story.data)
    return done or _page("story", question=question, **family_views.story(office(), g.case))


@family.route("/<ref>/add-a-document", methods=["GET", "POST"])
@opens("add a document")
def document(ref):
    """Send a report, a letter or a picture."""
    question, there, said = Document(request.form), url_for(".documents", ref=ref), "Thank you. We have your file."
    file = question.answered and _taken_in(question)
    done = file and do(add_a_document, ref, question, then=there, said=said, document=file)
    return done or _page("document", question=question)


def _taken_in(question):
    """The file that was sent, looked at and kept; nothing, with the reason beside the question, when it cannot be."""
    sent = question.file.data[0]
    try:
        kept = office().cabinet.take_in(sent.name, sent.content)
    except Refusal as refusal:
        question.refuse(Refusal(refusal.sentence, "file"))
        return None
    return kept | {"what": question.what.data, "from": g.actor.id}


@family.route("/<ref>/message", methods=["GET", "POST"])
@opens("write to the council")
def message(ref):
    """Write to us; everything that was said, and by when we promised to answer, is here."""
    question, there = Message(request.form), url_for(".message", ref=ref)
    by = day(due(REPLY, office().today()))
    said = f"Your message has been sent. We promise to answer by {by}."
    told = {"sender": g.actor.id, "words": question.words.data or ""}
    done = do(write_to_the_council, ref, question, then=there, said=said, **told)
    return done or _page("message", question=question, by=by, **conversation(office(), g.case, g.actor))


@family.route("/<ref>/withdraw", methods=["GET", "POST"])
@opens("withdraw the request")
def withdraw(ref):
    """Take the request back."""
    question, there = Withdraw(request.form), url_for(".whole", ref=ref)
    said = "You have taken your request back."
    done = do(withdraw_the_request, ref, question, then=there, said=said, words=question.words.data or "")
    return done or _page("withdraw", question=question)
