"""Nothing leaves with another child in it: what is about to leave, what was found in it, and what stops it."""

from casework.guarding.looking import Hit, look
from casework.guarding.sheets import letter_words, print_bytes, print_words

__all__ = ["Hit", "letter_words", "look", "print_bytes", "print_words"]
