"""What we know: frozen facts and the folds that read them."""

from casework.record import reading, reading_advice, reading_guarding, reading_promises

__all__ = ["reading", "reading_advice", "reading_guarding", "reading_promises"]
