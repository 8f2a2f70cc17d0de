"""What the desk asks about one case: people, notes, messages, papers, and putting things right."""

from casework.asking import (
    Address,
    Carried,
    Choice,
    Choices,
    Confirm,
    Day,
    Email,
    LongWords,
    NhsNumber,
    Pick,
    Question,
    Upload,
    Upn,
    Words,
)

WORDS = 5000  # characters: a note or a message
KINDS_OF_NOTE = (("telephone call", "A telephone call"), ("note", "A note for the file"))
TOLD_HOW = (("by telephone", "By telephone"), ("in a letter", "In a letter or email"), ("face to face", "Face to face"))
SHARING = (("yes", "Yes"), ("no", "No"), ("ask me each time", "Ask me each time"))
PICTURES = ("jpg", "jpeg", "png")
KEPT_FROM = (
    ("parent", "Parents"),
    ("young person", "The young person"),
    ("setting attended", "The school or college they go to"),
    ("setting consulted", "Schools and colleges that are asked about a place"),
    ("health adviser", "Health advisers"),
    ("education adviser", "Education advisers"),
    ("social care adviser", "Social care advisers"),
)
CAPACITIES = (
    ("parent", "Parent", "or somebody else with parental responsibility"),
    ("young person", "The young person", "who is over compulsory school age"),
    ("supporter", "Supporter", "somebody who helps the family"),
    ("education adviser", "Education adviser", ""),
    ("health adviser", "Health adviser", ""),
    ("social care adviser", "Social care adviser", ""),
)


class Press(Question):
    """One press says yes; there is nothing to fill in."""


class Allocate(Question):
    """Who looks after the case."""

    person = Choice("Who looks after this case?", ask="Choose a caseworker")


class Lead(Question):
    """Who keeps services joined up for this child."""

    person = Pick("Who is the lead professional?", searchable=True, ask="Choose who it is")
    photo = Upload(
        "A photograph of them", most=1, kinds=PICTURES, kinds_said="A picture (jpg or png)", hint="If they agree to it."
    )


class Join(Question):
    """Somebody to invite, and why."""

    name = Words("Full name", ask="Enter their name")
    email = Email("Email address", hint="We send them a link to come in with. Without one, they get letters.")
    capacity = Choice("In what capacity?", choices=CAPACITIES, ask="Choose a capacity")
    purpose = Words("Why are they joining?", hint="The family sees this.", ask="Say why they are joining")
    until = Day("Until when?", hint="Leave it empty for until told otherwise.")


class CorrectChild(Question):
    """Who the case is about."""

    first_name = Words("First name", ask="Enter the first name", autocomplete="off")
    last_name = Words("Last name", ask="Enter the last name", autocomplete="off")
    preferred_name = Words("Name they like to be called", autocomplete="off")
    pronouns = Words("Pronouns", hint="As the family gave them, such as she/her.", autocomplete="off")
    born = Day("Date of birth", ask="Enter the date of birth")
    upn = Upn("UPN")
    nhs_number = NhsNumber("NHS number")
    address = Address("Where they live", postcode_needed=False)
    setting_name = Words("School, college or nursery")
    year_group = Words("Year group", hint="Only when they are taught outside their age group, for example Year 4.")


class Consent(Question):
    """A choice about sharing that the family has told us of."""

    consent = Choice("What is it about?", ask="Choose what it is about")
    choice = Choice("What did they choose?", choices=SHARING, side_by_side=True, ask="Choose what they said")
    told_how = Choice("How were we told?", choices=TOLD_HOW, ask="Choose how we were told")


class Note(Question):
    """A note, or a call."""

    kind = Choice("What is it?", choices=KINDS_OF_NOTE, side_by_side=True, ask="Choose what it is")
    who = Words("Who with?", hint="For a telephone call")
    words = LongWords("What was said, or what you noted", longest=WORDS, ask="Write the note")


class Message(Question):
    """A message to one of the family."""

    to = Choice("Who to?", ask="Choose who to write to")
    words = LongWords("Your message", longest=WORDS, ask="Write your message", hint="They get it in their pages.")


class Document(Question):
    """A file, what it is, and whether it is kept from anybody."""

    file = Upload("Choose a file", most=1, ask="Choose a file")
    what = Words("What is it?", ask="Say what it is", hint="For example: letter from the hospital, 3 May 2026")
    kept_from = Choices("Is it kept from anybody?", choices=KEPT_FROM, hint="Only for a reason that you can defend.")
    kept_why = Words("Why is it kept from them?", hint="This is recorded.")


class Duplicate(Question):
    """How we know that two cases are about two children."""

    reason = LongWords(
        "How do you know that they are two different children?", longest=1000, ask="Say how you know", rows=3
    )
    other = Carried()


class StrikeOut(Question):
    """Why an entry is wrong."""

    reason = LongWords("What was wrong with it?", longest=1000, ask="Say what was wrong with it", rows=3)


class Excuse(Question):
    """A ground that the law allows, and what shows it."""

    ground = Choice("Which ground?", ask="Choose a ground")
    words = LongWords("What happened, and how do we know?", longest=2000, ask="Say what happened and how you know")
    since = Day("First day it covers", ask="Enter the first day it covers", hint="For example 27 3 2026")
    until = Day("Last day it covers", hint="Leave it empty while it goes on.")


class TurnDown(Question):
    """Why an exception that was claimed is not accepted."""

    words = LongWords(
        "Why is it not accepted?", longest=2000, ask="Say why it is not accepted", hint="Whoever asked can read this."
    )


class Withdraw(Question):
    """The family takes the request back."""

    words = LongWords("What did they say?", longest=2000, ask="Write what they said", hint="In their own words.")
    sure = Confirm("They know that they can ask again at any time", ask="Tell them, and then tick the box")


class Story(Question):
    """More of the story, as the family told it."""

    story = LongWords("What did they tell you?", ask="Write what they told you", hint="In their own words.", rows=10)
