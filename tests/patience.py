"""Waiting for something to become true, and no longer."""

from threading import Event
from time import monotonic


def eventually(is_so, *, within: float = 15.0, look_every: float = 0.02):
    """Wait until `is_so()` answers with something, and answer with that. Raises AssertionError after some seconds."""
    pause, end = Event(), monotonic() + within
    while True:
        answer = is_so()
        if answer:
            return answer
        assert monotonic() < end, f"Still not so after {within} seconds: {is_so}"
        pause.wait(look_every)
