"""Where somebody goes on to: a path of this service and no other, or the home of their post."""

from urllib.parse import urlsplit

from flask import current_app, request
from werkzeug.exceptions import HTTPException

from casework.tables import rows

LONGEST = 2000  # characters of an address
# Pages of signing in lead nowhere once somebody is in.
NOT_HERE = ("/sign-in", "/sign-out", "/link/", "/invitation/", "/reset/", "/forgotten-password")


def own_path(onward: str) -> str:
    """A path of this service to go on to, or nothing: never somebody else's address."""
    if not onward.startswith("/") or onward.startswith(("//", *NOT_HERE)) or len(onward) > LONGEST:
        return ""
    if not onward.isprintable() or "\\" in onward:
        return ""
    parts = urlsplit(onward)
    return onward if not parts.scheme and not parts.netloc else ""


def asked_for() -> str:
    """Where the address of this page says to go on to."""
    return own_path(request.args.get("next", ""))


def came_from() -> str:
    """The page somebody was on: this one, when it can be opened, or the one that sent its form."""
    if can_be_opened(request.path):
        return own_path(request.full_path.rstrip("?"))
    sent_by = urlsplit(request.referrer or "")
    same = sent_by.netloc == request.host
    return own_path(sent_by.path) if same and can_be_opened(sent_by.path) else ""


def can_be_opened(path: str) -> bool:
    """Whether there is a page at a path, to be opened and not only sent to."""
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return False
    return True


def home_of(post: str) -> str:
    """Where a post begins its day (posts.csv)."""
    return next((row["home"] for row in rows("posts") if row["post"] == post), "/")
