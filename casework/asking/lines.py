"""Boxes to type in: a line of words, a long text, a number, and the numbers that have a shape of their own."""

from casework.asking import shapes
from casework.asking.field import Asked
from casework.asking.typed import clean, clean_line, digits, refuse_long, refuse_unprintable, showable

LONGEST_LINE = 200  # characters
LONGEST_TEXT = 20_000  # characters: about eight pages
LONGEST_SECRET = 1_000  # characters: a longer one only makes the server hash it


class Words(Asked):
    """One line of words, in any alphabet."""

    box = {"dir": "auto"}

    def __init__(self, label="", *, longest=LONGEST_LINE, autocomplete="", spellcheck="", **asked):
        super().__init__(label, attributes={"autocomplete": autocomplete, "spellcheck": spellcheck}, **asked)
        self.longest = longest

    def read(self, sent):
        """The line, clean. ValueError when it is too long or cannot be printed."""
        line = clean_line(sent[0]) if sent else ""
        refuse_unprintable(line, self.called)
        refuse_long(line, self.longest, self.called)
        return line


class LongWords(Asked):
    """Words over several lines, with a limit in characters or in words that the page counts down."""

    drawn = "lines"
    box = {"dir": "auto", "spellcheck": "true"}

    def __init__(self, label="", *, longest=LONGEST_TEXT, most_words=0, rows=6, **asked):
        super().__init__(label, **asked)
        self.longest = longest
        self.most_words = most_words
        self.rows = rows

    def read(self, sent):
        """The text, clean. ValueError when it is too long or cannot be printed."""
        text = clean(sent[0]) if sent else ""
        refuse_unprintable(text, self.called)
        refuse_long(text, self.longest, self.called)
        written = len(text.split())
        if self.most_words and written > self.most_words:
            raise ValueError(f"{self.called} must be {self.most_words:,} words or fewer. It has {written:,}.")
        return text


class WholeNumber(Asked):
    """A whole number between two others. Its answer is an int, or None."""

    width = 5
    box = {"inputmode": "numeric", "spellcheck": "false", "autocomplete": "off"}

    def __init__(self, label="", *, least=0, most=1_000_000, unit="", **asked):
        super().__init__(label, **asked)
        self.least, self.most, self.unit = least, most, unit

    def read(self, sent):
        """The number, or None for an empty box. ValueError for anything that is not one, or out of bounds."""
        line = clean_line(sent[0]) if sent else ""
        refuse_unprintable(line, self.called)
        if not line:
            return None
        number = digits(line).replace(",", "")
        if not number.isascii() or not number.isdigit():
            raise ValueError(f"{self.called} must be a whole number, like {max(self.least, 2)}")
        if len(number) > 15 or not self.least <= int(number) <= self.most:
            raise ValueError(f"{self.called} must be between {self.least:,} and {self.most:,}")
        return int(number)


def read_shaped(field, sent):
    """One line in the right form of its kind, or an empty one. ValueError when it has another shape."""
    line = clean_line(sent[0]) if sent else ""
    refuse_unprintable(line, field.called)
    refuse_long(line, LONGEST_LINE, field.called)
    return field.shape(line) if line else ""


class Email(Asked):
    """An email address."""

    width = 30
    box = {"type": "email", "autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
    shape = staticmethod(shapes.email)
    read = read_shaped


class Phone(Asked):
    """A phone number."""

    width = 20
    box = {"type": "tel", "autocomplete": "tel", "inputmode": "tel", "spellcheck": "false"}
    shape = staticmethod(shapes.phone)
    read = read_shaped


class Postcode(Asked):
    """A postcode by itself; an Address has one of its own."""

    width = 10
    box = {"autocomplete": "postal-code", "spellcheck": "false"}
    shape = staticmethod(shapes.postcode)
    read = read_shaped


class NhsNumber(Asked):
    """An NHS number: ten digits, of which the last checks the others. Its answer has no spaces."""

    width = 10
    box = {"inputmode": "numeric", "spellcheck": "false", "autocomplete": "off"}
    shape = staticmethod(shapes.nhs_number)
    read = read_shaped


class Upn(Asked):
    """A unique pupil number, with its check letter."""

    width = 20
    box = {"spellcheck": "false", "autocomplete": "off"}
    shape = staticmethod(shapes.upn)
    read = read_shaped


class Secret(Asked):
    """A password. Its answer is exactly what was typed, and it is never shown again."""

    drawn = "secret"
    box = {"autocomplete": "current-password", "spellcheck": "false", "autocapitalize": "none"}

    def read(self, sent):
        """What was typed. ValueError when it is longer than anyone's password."""
        secret = sent[0] if sent else ""
        refuse_long(secret, LONGEST_SECRET, self.called)
        return secret

    def kept(self):
        """Nothing: a password is in no draft."""
        return ""


class Code(Asked):
    """A code of a few digits from a phone or a mail. Its answer has no spaces."""

    width = 10
    box = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}

    def read(self, sent):
        """The code, its look-alike letters left alone: a recovery code has letters too."""
        line = clean_line(sent[0]) if sent else ""
        refuse_unprintable(line, self.called)
        refuse_long(line, LONGEST_LINE, self.called)
        folded = digits(line)
        return folded if folded.isascii() and folded.isdigit() else line


class Carried(Asked):
    """Something the page carries along unseen: which version was read, which row is meant."""

    drawn = "hidden"

    def read(self, sent):
        """What was carried, never more than a line of it."""
        return showable(sent[0])[:LONGEST_LINE] if sent else ""
