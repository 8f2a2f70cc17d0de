"""Choosing: one of several, several of several, yes or no, or saying yes to one thing."""

from casework.asking.field import Asked

NOT_OFFERED = "Choose from the answers on this page"


def offered(choices) -> list[tuple[str, str, str]]:
    """Each choice as (value, words, hint). A plain string is both its value and its words."""
    rows = [(choice, choice) if isinstance(choice, str) else tuple(choice) for choice in choices]
    return [(str(row[0]), row[1], row[2] if len(row) > 2 else "") for row in rows]


class Choice(Asked):
    """One of several (radio buttons). Its answer is the value chosen, or None."""

    drawn = "radios"

    def __init__(self, label="", *, choices=(), side_by_side=False, **asked):
        super().__init__(label, **asked)
        self.choices = choices
        self.side_by_side = side_by_side

    @property
    def offers(self):
        """What there is to choose from: (value, words, hint)."""
        return offered(self.choices)

    def read(self, sent):
        """The value sent, whatever it is; whether it was offered is asked when the choices are known."""
        return sent[0] or None if sent else None

    def chosen(self, value) -> bool:
        """Whether this value is the answer."""
        return self.data is not None and str(self.data) == value

    def post_validate(self, form, validation_stopped):
        """A page may set its choices after the form was read, so what was sent is compared now."""
        refuse_unoffered(self, [self.data] if self.data is not None else [])

    def said(self) -> str:
        """The answer in the words it was offered in."""
        return next((words for value, words, _ in self.offers if self.chosen(value)), "")


def refuse_unoffered(field, values):
    """Put the sentence beside the question when something was sent that was not offered."""
    known = {value for value, _, _ in field.offers}
    if not field.errors and any(str(value) not in known for value in values):
        field.data = None
        field.errors.append(NOT_OFFERED)


class Pick(Asked):
    """One of many (a select). `searchable` lets a browser with script filter the list as one types."""

    drawn = "select"

    def __init__(self, label="", *, choices=(), searchable=False, empty="Choose one", **asked):
        super().__init__(label, **asked)
        self.choices, self.searchable, self.empty = choices, searchable, empty

    offers = Choice.offers
    read = Choice.read
    chosen = Choice.chosen
    post_validate = Choice.post_validate
    said = Choice.said


class Choices(Asked):
    """Any of several (checkboxes). Its answer is a list of values.

    `nothing` is (value, words) for “none of these”, which stands alone.
    """

    drawn = "checkboxes"

    def __init__(self, label="", *, choices=(), nothing=None, **asked):
        super().__init__(label, **asked)
        self.choices, self.nothing = choices, nothing

    @property
    def offers(self):
        """What there is to choose from, “none of these” last: (value, words, hint)."""
        return offered([*self.choices, *([self.nothing] if self.nothing else [])])

    def process_data(self, value):
        """Start with these chosen."""
        self.data = [str(each) for each in value or ()]

    def read(self, sent):
        """Each value once, in the order it came."""
        return list(dict.fromkeys(value for value in sent if value))

    def chosen(self, value) -> bool:
        """Whether this value is among the answers."""
        return value in (self.data or ())

    def post_validate(self, form, validation_stopped):
        """Nothing that was not offered; and “none of these” stands alone."""
        refuse_unoffered(self, self.data or ())
        if self.nothing and not self.errors and self.chosen(self.nothing[0]) and len(self.data) > 1:
            self.errors.append(f"Choose “{self.nothing[1]}”, or the others, but not both")

    def said(self) -> list[str]:
        """The answers in the words they were offered in."""
        return [words for value, words, _ in self.offers if self.chosen(value)]


class YesNo(Asked):
    """Yes or no. Its answer is True, False, or None."""

    drawn = "radios"
    side_by_side = True
    offers = (("yes", "Yes", ""), ("no", "No", ""))

    def read(self, sent):
        """True for yes, False for no, None for neither."""
        return {"yes": True, "no": False}.get(sent[0]) if sent else None

    def chosen(self, value) -> bool:
        """Whether this is the answer."""
        return self.data is not None and value == ("yes" if self.data else "no")

    def said(self) -> str:
        """The answer as a word."""
        return "" if self.data is None else "Yes" if self.data else "No"


class Confirm(Asked):
    """Saying yes to one thing (one checkbox). Its answer is True or False."""

    drawn = "confirm"

    def read(self, sent):
        """True when the box was ticked."""
        return bool(sent and sent[0])

    def is_empty(self) -> bool:
        """An unticked box is an empty one."""
        return not self.data
