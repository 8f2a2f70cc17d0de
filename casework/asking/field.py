"""What every field of a question has: words for its label, hint and errors, and what was typed kept as it was typed."""

from markupsafe import Markup
from wtforms import Field
from wtforms.validators import StopValidation

from casework.asking.typed import showable

LONGEST_NAME = 4  # words of a label that can begin a sentence; a longer one is a question


class Asked(Field):
    """One thing a page asks for. It is needed when `ask` says what to do with an empty box, and optional otherwise.

    label        the words beside the box
    ask          the sentence for an empty box: “Enter your child’s first name”
    hint         one line under the label
    called       how a sentence begins when it speaks of this box; the label, or “Your answer”
    only_if      (other field's name, value): asked only when the other was answered so
    """

    drawn = "line"  # which macro of question.html draws it
    box = {}  # the attributes every box of this kind has
    width = 0  # of the box, in characters; 0 fills the line

    def __init__(self, label="", *, ask="", hint="", called="", only_if=None, attributes=None, **wtforms):
        super().__init__(label, **wtforms)
        self.ask = ask
        self.hint = hint
        short = "?" not in label and len(label.split()) <= LONGEST_NAME
        self.called = called or (str(label) if short and label else "Your answer")
        self.only_if = only_if
        self.attributes = self.box | (attributes or {})

    def read(self, sent: list[str]):
        """The clean answer in what was sent. Raises ValueError with the sentence to show. Each kind has its own."""
        raise NotImplementedError(type(self).__name__)

    def process_formdata(self, valuelist):
        """Read what was sent; in fault, nothing is answered and what was typed is shown again."""
        self.data = None
        self.data = self.read(valuelist)

    def pre_validate(self, form):
        """Say what to do with an empty box, unless nobody asked."""
        if not self.is_asked(form):
            self.errors.clear()
            self.data = None
            raise StopValidation
        if not self.errors and self.ask and self.is_empty():
            raise StopValidation(self.ask)

    def is_asked(self, form) -> bool:
        """Whether another answer makes this one wanted."""
        if not self.only_if:
            return True
        name, wanted = self.only_if
        given = form[name].data
        return wanted in given if isinstance(given, list | tuple) else given == wanted

    def is_empty(self) -> bool:
        """Whether nothing was answered. The number 0 and the answer “no” are answers."""
        return self.data in (None, "", (), [])

    @property
    def typed(self) -> str:
        """What the box shows: what was typed, or the answer it starts with."""
        if self.raw_data:
            return showable(self.raw_data[0]) if isinstance(self.raw_data[0], str) else ""
        return "" if self.data is None else str(self.data)

    @property
    def anchor(self) -> str:
        """The id of the part of this field that a link in the error summary moves to."""
        return self.id

    @property
    def error(self) -> str:
        """The first thing wrong with it."""
        return self.errors[0] if self.errors else ""

    def kept(self):
        """What to keep in a draft, as plain JSON: the answer, or what was typed when it is not one yet."""
        return self.data if self.data is not None else self.typed

    def more(self) -> Markup:
        """The further attributes of the box, ready for its tag."""
        said = [(name, value) for name, value in self.attributes.items() if value not in (None, "", False)]
        return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in said)
