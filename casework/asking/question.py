"""A question page read once: what was asked, what was answered, and what is wrong with it. Shape only, never a rule."""

import re
from functools import cached_property
from uuid import uuid4

from flask import has_request_context, request
from werkzeug.datastructures import CombinedMultiDict
from wtforms import Form

from casework.asking.forgery import STALE, proof, proved
from casework.asking.lines import Carried
from casework.errors import Refusal

ONCE = re.compile(r"[0-9a-f]{32}")
OURS = ("token", "forgery")


class Question(Form):
    """One page's question, or a few that belong together. Subclasses list the fields.

    `formdata` is request.form. `start` gives what the boxes hold before anyone has
    typed, by field name. `prefix` keeps two questions on one page apart.
    """

    token = Carried()
    forgery = Carried()

    class Meta:
        csrf = False  # ours keeps what was typed when it fails; see forgery.py
        locales = False

    def __init__(self, formdata=None, *, prefix="", **start):
        came = formdata if formdata is not None and _was_sent(formdata, prefix) else None
        super().__init__(_with_files(came), prefix=prefix, **start)
        self.sent = came is not None
        self._shown_proof = self.forgery.data
        if not ONCE.fullmatch(self.token.data or ""):
            self.token.data = uuid4().hex
        self.forgery.data = proof()

    @cached_property
    def answered(self) -> bool:
        """Whether it was sent, from our own page, and every answer has the right shape."""
        if not self.sent:
            return False
        shaped = self.validate()
        if not self.ours:
            self.form_errors = [STALE]
        return shaped and self.ours

    @property
    def ours(self) -> bool:
        """Whether it came from a page of ours, shown to this person."""
        return proved(self._shown_proof)

    @property
    def answers(self) -> dict:
        """Every clean answer by its field's name."""
        return {field.short_name: field.data for field in self.asks}

    @property
    def so_far(self) -> dict:
        """What has been typed, answered or not, as plain JSON for a draft. It can be given back as `start`."""
        return {field.short_name: field.kept() for field in self.asks}

    @property
    def asks(self) -> list:
        """The fields that are the page's own."""
        return [field for field in self if field.short_name not in OURS]

    @property
    def has_files(self) -> bool:
        """Whether the form must be sent in the way that carries files."""
        return any(field.drawn == "upload" for field in self.asks)

    def refuse(self, refusal: Refusal) -> None:
        """Show why it was refused: beside its question when the refusal names one, at the top when not."""
        field = self._fields.get(refusal.field or "")
        if field is None or field.drawn == "hidden":
            self.form_errors = [*self.form_errors, refusal.sentence]
        else:
            field.errors = [*field.errors, refusal.sentence]

    @property
    def troubles(self) -> list[tuple[str, str]]:
        """Everything wrong, in the order of the page, as (where a link moves to, the sentence)."""
        placed = [(f"#{field.anchor}", field.error) for field in self.asks if field.errors]
        return [("", sentence) for sentence in self.form_errors] + placed


def _was_sent(formdata, prefix) -> bool:
    """Whether this form, and not another on the same page, was sent."""
    if has_request_context() and request.method != "POST":
        return False
    start = f"{prefix}-" if prefix and not prefix.endswith(("-", "_")) else prefix
    return not start or any(name.startswith(start) for name in formdata)


def _with_files(formdata):
    """The form with the files that came beside it."""
    if formdata is None or not has_request_context() or not request.files:
        return formdata
    return CombinedMultiDict([request.files, formdata])
