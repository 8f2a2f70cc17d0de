"""Proof that a form came from a page of ours, shown to this person: a secret that lives as long as the session."""

import hmac
import secrets

from flask import has_request_context, session

PLACE = "forgery"
STALE = (
    "This page had been open for a long time, or you signed in again since. "
    "So we have not sent it yet. What you typed is still here. Send it again."
)


def proof() -> str:
    """This session's secret, made when first asked for. There is no time limit: a long story takes an evening."""
    if not has_request_context():
        return ""
    if PLACE not in session:
        session[PLACE] = secrets.token_urlsafe(24)
    return session[PLACE]


def proved(shown: str) -> bool:
    """Whether what the form carried is this session's secret. Outside a request there is nobody to deceive."""
    if not has_request_context():
        return True
    kept = session.get(PLACE, "")
    return bool(kept) and hmac.compare_digest(kept.encode(), (shown or "").encode())
