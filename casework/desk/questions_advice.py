"""What the desk asks about a request for advice."""

from casework.asking import Carried, Choice, Confirm, Day, LongWords, Question
from casework.tables import rows

WORDS = 2000
REASONS = [(row["reason"], row["words"][:1].upper() + row["words"][1:]) for row in rows("return-reasons")]


def accept_question(formdata, confirmations) -> Question:
    """Accepting: for a reply that closes a request, everything that must be true first, each a box to tick."""
    boxes = {
        f"confirm_{number}": Confirm(words, ask="Tick the box when this is so")
        for number, words in enumerate(confirmations)
    }
    return type("Accept", (Question,), boxes)(formdata)


class Return(Question):
    """Sending advice back: why, what is missing, and by when."""

    reason = Choice("What is wrong?", choices=REASONS, ask="Choose what is wrong")
    words = LongWords("What do they need to put right?", longest=WORDS, ask="Say what is missing", rows=4)
    missing_by = Day("By when?", ask="Enter the day", hint="The first due date still shows.")


class WithdrawAdvice(Question):
    """No longer asking: the wrong team, or no longer needed."""

    words = LongWords("Why is it no longer asked for?", longest=WORDS, ask="Say why", rows=3)
    again = Choice(
        "Ask another service for the same advice?",
        choices=(("yes", "Yes: it went to the wrong team"), ("no", "No: it is not needed")),
        ask="Choose yes or no",
    )


class ChaseNow(Question):
    """One press; `back` says where it was made."""

    back = Carried()


def settle_question(formdata, rows) -> Question:
    """Settling several: how each is settled, or one reason for all that are left empty; and how far it has come."""
    boxes = {f"words_{row.key}": LongWords("How is it settled?", longest=WORDS, rows=3) for row in rows}
    boxes["same"] = Confirm("Use the first reason for every one I leave empty")
    boxes["step"] = Carried()
    return type("SettleMany", (SettleMany,), {"keys": tuple(boxes)[:-2], **boxes})(formdata)


class SettleMany(Question):
    """Every request needs its reason."""

    keys = ()

    def validate(self, extra_validators=None):
        """Copy the first reason down where that was chosen; then every box must hold one."""
        shaped = super().validate(extra_validators)
        boxes = [self[key] for key in self.keys]
        first = next((box.data for box in boxes if box.data), "")
        for box in boxes:
            if not box.data and self.same.data:
                box.data = first
            if not box.data and not box.errors:
                box.errors = ["Say how this one is settled"]
        return shaped and all(box.data and not box.errors for box in boxes)


class Settle(Question):
    """Settling a late request."""

    words = LongWords("How is it settled?", longest=WORDS, ask="Say how it was settled", rows=4)
