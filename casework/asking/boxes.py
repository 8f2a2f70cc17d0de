"""Answers that need several boxes: a day, an address."""

from calendar import monthrange
from datetime import date

from werkzeug.datastructures import MultiDict

from casework.asking import shapes
from casework.asking.field import Asked
from casework.asking.lines import LONGEST_LINE
from casework.asking.typed import clean_line, digits, refuse_long, refuse_unprintable, showable
from casework.words import MONTHS, listed

EARLIEST, LATEST = 1900, 2199  # years: a slip of the finger, not a rule


def gathered(field, formdata, parts):
    """The form with this field's boxes put together under its one name, in their order; None when nothing was sent."""
    if formdata is None:
        return None
    return MultiDict({field.name: [formdata.get(f"{field.name}-{part}", "") for part in parts]})


class Day(Asked):
    """A day, in three boxes. Its answer is a date, or None. Any real day will do: what is too soon is for a rule."""

    drawn = "day"
    parts = ("day", "month", "year")

    def __init__(self, label="", *, hint="For example 31 3 2016", birthday=False, **asked):
        super().__init__(label, hint=hint, **asked)
        self.birthday = birthday
        self.wrong = ()

    def process(self, formdata, data=None, extra_filters=None):
        """Read the three boxes as one."""
        super().process(gathered(self, formdata, self.parts), data, extra_filters)

    def process_data(self, value):
        """Start with a date, its ISO form, or the three boxes of a draft."""
        self.boxes = [str(each) for each in value] if isinstance(value, list | tuple) else None
        self.data = date.fromisoformat(value) if value and isinstance(value, str) else None if self.boxes else value

    def read(self, sent):
        """The date, or None for three empty boxes. ValueError saying which box is wrong, and how."""
        self.boxes = [clean_line(part) for part in sent]
        if not any(self.boxes):
            return None
        empty = [part for part, box in zip(self.parts, self.boxes, strict=True) if not box]
        self._stop_if(empty, f"{self.called} must have {listed([f'a {part}' for part in empty])}")
        day, month, year = (digits(self.boxes[0]), _month(self.boxes[1]), digits(self.boxes[2]))
        self._stop_if([] if _between(year, EARLIEST, LATEST) else ["year"], "The year must have 4 numbers, like 2016")
        self._stop_if([] if _between(month, 1, 12) else ["month"], "The month must be between 1 and 12")
        last = monthrange(int(year), int(month))[1]
        name = f"{MONTHS[int(month) - 1]} {int(year)}"
        wrong = [] if _between(day, 1, last) else ["day"]
        self._stop_if(wrong, f"The day must be between 1 and {last}, because {name} has {last} days")
        return date(int(year), int(month), int(day))

    def _stop_if(self, wrong, sentence):
        """Raise ValueError with the sentence when any box is wrong, and remember which."""
        if wrong:
            self.wrong = tuple(wrong)
            raise ValueError(sentence)

    def box_text(self, part) -> str:
        """What one of the three boxes shows."""
        if self.boxes:
            return showable(self.boxes[self.parts.index(part)])
        return str(getattr(self.data, part)) if self.data else ""

    @property
    def anchor(self) -> str:
        """The first box that is wrong, or the first of all: a group of boxes cannot take the focus."""
        return f"{self.id}-{self.wrong[0] if self.wrong else 'day'}"

    def kept(self):
        """The date in ISO form, or the three boxes as they were typed."""
        return self.data.isoformat() if self.data else self.boxes or ""


def _month(typed: str) -> str:
    """A month as its number: people write “March” and “mar” too."""
    names = [name for name in MONTHS if len(typed) > 2 and name.lower().startswith(typed.lower().rstrip("."))]
    return str(MONTHS.index(names[0]) + 1) if names else digits(typed)


def _between(number: str, least: int, most: int) -> bool:
    """Whether typed digits are a number between two others."""
    return number.isascii() and number.isdigit() and len(number) < 5 and least <= int(number) <= most


class Address(Asked):
    """Where somebody lives, in four boxes. Its answer is text, one line of it to each line of the address."""

    drawn = "address"
    parts = ("line-1", "line-2", "town", "postcode")
    words = ("Address line 1", "Address line 2 (optional)", "Town or city", "Postcode")
    fill = ("address-line1", "address-line2", "address-level2", "postal-code")

    def __init__(self, label="", *, postcode_needed=True, **asked):
        super().__init__(label, **asked)
        self.postcode_needed = postcode_needed
        self.wrong = {}

    def process(self, formdata, data=None, extra_filters=None):
        """Read the four boxes as one."""
        super().process(gathered(self, formdata, self.parts), data, extra_filters)

    def process_data(self, value):
        """Start with the text of an address, or the four boxes of a draft."""
        self.boxes = _boxes(value) if isinstance(value, str) else list(value or [""] * 4)
        self.data = value if isinstance(value, str) else None

    def read(self, sent):
        """The lines that were filled in, the postcode last. ValueError for the first box that is wrong."""
        self.boxes = [clean_line(part) for part in sent]
        if not any(self.boxes):
            return ""
        for box, words in zip(self.boxes, self.words, strict=True):
            refuse_unprintable(box, words.removesuffix(" (optional)"))
            refuse_long(box, LONGEST_LINE, words.removesuffix(" (optional)"))
        first, second, town, postcode = self.boxes
        self._stop_if("line-1", not first, "Enter the first line of the address, usually the building and street")
        self._stop_if("postcode", not postcode and self.postcode_needed, "Enter the postcode")
        return "\n".join(line for line in (first, second, town, self._postcode(postcode)) if line)

    def _postcode(self, typed):
        """The postcode in its right form."""
        try:
            return shapes.postcode(typed) if typed else ""
        except ValueError as fault:
            self._stop_if("postcode", True, str(fault))

    def _stop_if(self, part, wrong, sentence):
        """Raise ValueError with the sentence when this box is wrong, and remember which."""
        if wrong:
            self.wrong = {part: sentence}
            raise ValueError(sentence)

    def box_text(self, part) -> str:
        """What one of the boxes shows."""
        return showable(self.boxes[self.parts.index(part)])

    @property
    def anchor(self) -> str:
        """The box that is wrong, or the first."""
        return f"{self.id}-{next(iter(self.wrong), 'line-1')}"

    def kept(self):
        """The address as text, or the four boxes as they were typed."""
        return self.data if self.data else self.boxes if any(self.boxes) else ""


def _boxes(text: str) -> list[str]:
    """An address in lines, put back into its four boxes."""
    lines = [line for line in text.split("\n") if line.strip()]
    postcode = lines.pop() if lines and _is_postcode(lines[-1]) else ""
    town = lines.pop() if len(lines) > 1 else ""
    return [lines[0] if lines else "", ", ".join(lines[1:]), town, postcode]


def _is_postcode(line: str) -> bool:
    """Whether a line of an address is its postcode."""
    try:
        return bool(shapes.postcode(line))
    except ValueError:
        return False
