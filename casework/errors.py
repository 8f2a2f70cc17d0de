"""The ways this service says no."""


class Refusal(Exception):
    """What was asked cannot be done, in a sentence a parent can read.

    `sentence` is shown as it stands. `field` names the question it belongs
    beside, when there is one; the page keeps everything that was typed.
    """

    def __init__(self, sentence: str, field: str | None = None):
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotYours(Exception):
    """The actor may not do or see this. To them it looks like a page that does not exist."""


class SomeoneElseWrote(Exception):
    """The page this came from is out of date: somebody has written since it was read.

    `theirs` holds what they wrote, where two writers met on one piece of text.
    """

    def __init__(self, sentence: str = "Someone else has changed this since you opened it.", theirs=None):
        super().__init__(sentence)
        self.sentence = sentence
        self.theirs = theirs


class GapInOurTables(Exception):
    """A table or a setting has no answer. The work stops and the sentence says which."""
