"""Questions and their fields: what a page asks, read once, its shape checked, and what was typed kept."""

from casework.asking.boxes import Address, Day
from casework.asking.choosing import Choice, Choices, Confirm, Pick, YesNo
from casework.asking.forgery import proof, proved
from casework.asking.lines import (
    Carried,
    Code,
    Email,
    LongWords,
    NhsNumber,
    Phone,
    Postcode,
    Secret,
    Upn,
    WholeNumber,
    Words,
)
from casework.asking.question import Question
from casework.asking.uploads import SentFile, Upload

__all__ = [
    "Address", "Carried", "Choice", "Choices", "Code", "Confirm", "Day", "Email", "LongWords", "NhsNumber", "Phone",
    "Pick", "Postcode", "Question", "Secret", "SentFile", "Upload", "Upn", "WholeNumber", "Words", "YesNo", "proof",
    "proved",
]
