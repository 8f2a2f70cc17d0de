"""The first part: a parent on a phone asks, stops, comes back by a link, sends it, and gets an account."""

from tests.journeys.files import a_pdf, a_picture, a_program
from tests.journeys.visitor import PHONE, Walk, a_day

EMAIL = "sara.khan@home.example"
PASSWORD = "seven gulls over the harbour"
MUST = (
    ("intent", {"intent": "yes"}),
    ("child-first-name", {"child_first_name": "Amira"}),
    ("child-last-name", {"child_last_name": "Khan"}),
)
STORY = "Amira loves boats. She is waiting for speech therapy, and an occupational therapist came once."
WHERE = {
    "child_address-line-1": "4 Quay Street",
    "child_address-town": "Saltmarsh",
    "child_address-postcode": "zz9 1aa",
}


def a_parent_asks(walk: Walk, **settings):
    """Everything from the first page to a password. Answers with the parent, signed in, and the reference."""
    phone, other = (walk.visitor(**PHONE, **settings) for _ in range(2))
    _begins(phone)
    _is_refused_a_birthday(phone)
    phone = _stops_and_comes_back(walk, phone, other)
    _answers_what_we_must_have(phone)
    _tells_the_story(phone)
    ref = _sends_it_twice(phone)
    _chooses_a_password(walk, phone)
    return phone, ref


def _begins(phone):
    phone.open("/")
    phone.open("/how-long")
    phone.open("/help")
    phone.open("/ask")
    phone.follow("I am a parent or carer")
    phone.press("Start now")
    phone.refused({}, "Continue", "to ask for")
    phone.send(dict(MUST[0][1]), "Continue")
    phone.refused({}, "Continue", "Enter your child’s first name")
    for _, answers in MUST[1:]:
        phone.send(answers, "Continue")


def _is_refused_a_birthday(phone):
    page = phone.refused(a_day("child_dob", "2027-03-31"), "Continue", "must be in the past")
    assert "2027" in page.form.values["child_dob-year"]
    page = phone.refused(a_day("child_dob", "2018-02-31"), "Continue", "28 days")
    assert page.form.values["child_dob-day"] == ["31"]
    phone.send(a_day("child_dob", "2018-03-31"), "Continue")


def _stops_and_comes_back(walk, phone, other):
    """Stops before the address, and goes on from a link on another phone."""
    phone.press("Save and finish later")
    page = phone.send({"email": EMAIL}, "Email me the link")
    assert "You have not sent your request yet" in page.text
    phone.press("Take my answers off this computer")
    walk.town.deliver()
    link = walk.town.link_in(walk.town.mail_to(EMAIL, "carry on"))
    other.open(link)
    page = other.press("Carry on")
    assert page.h1 == "Where does Amira live?", page.h1
    assert other.status(link) == 200 and "has been used" in other.seen().h1
    other.open("/ask/parent/begun")
    return other


def _answers_what_we_must_have(phone):
    phone.send(WHERE, "Continue")
    phone.send({"your_name": "Sara Khan"}, "Continue")
    phone.send({"your_relationship": "mother"}, "Continue")
    page = phone.send({"your_contact-phone": "07700 900111", "your_contact-email": EMAIL}, "Continue")
    assert page.h1 == "You can send this now"


def _tells_the_story(phone):
    phone.open("/ask/parent/story")
    phone.refused({"story-words": STORY, "story-files": [a_program()]}, "Add these files", "holiday.jpg")
    page = phone.refused({"story-files": [a_pdf("locked.pdf", password="shut")]}, "Add these files", "locked.pdf")
    assert page.form.values["story-words"] == [STORY]
    page = phone.send({"story-files": [a_picture(), a_pdf()]}, "Add these files")
    assert "boats.jpg" in page.text and "school report.pdf" in page.text
    phone.press("Continue")
    phone.open("/ask/parent/setting")
    phone.send({"setting-setting": "elm-park"}, "Continue")
    phone.open("/ask/parent/child-views")
    phone.send({"child_views": "I want friends to wait for my words."}, "Continue")


def _sends_it_twice(phone):
    """Presses the button twice, as people do; there is one case."""
    page = phone.open("/ask/parent/check")
    assert "31 March 2018" in page.text and "boats.jpg" in page.text
    forms = "const form = [...document.forms].find(each => each.innerText.includes('Send it'));"
    phone.page.evaluate(f"{forms} void fetch(form.action || location, {{method: 'POST', body: new FormData(form)}})")
    page = phone.press("Send it")
    ref = page.main.of("gt-receipt__ref")[0].text.split()[-1]
    assert page.h1 == "We have your request for Amira"
    assert "Monday 19 October 2026" in page.text
    page = phone.send({"email": EMAIL}, "Send a copy")
    assert EMAIL in page.said[0]
    return ref


def _chooses_a_password(walk, phone):
    walk.town.deliver()
    assert "19 October 2026" in walk.town.mail_to(EMAIL, "Your request")
    link = walk.town.link_in(walk.town.mail_to(EMAIL, "Choose a password"))
    phone.open(link)
    phone.refused({"password": "boats"}, "Save the password", "12")
    phone.send({"password": PASSWORD}, "Save the password")
    page = phone.open("/my-cases")
    assert "Amira" in page.text
