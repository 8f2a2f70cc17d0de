"""Who is told about a request for advice: by name or by post, moving up past whoever cannot be told today."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from casework.record.case import Advice, Case
from casework.record.register import Missing
from casework.tables import rows

INBOX = "service inbox"


@dataclass(frozen=True)
class Found:
    """Who is told, by id, and the posts that were passed over, with who is away since when: (post, person, day)."""

    told: tuple[str, ...]
    gaps: tuple[str, ...]
    missing: tuple[tuple[str, str, str], ...]


@cache
def _next_up() -> dict[str, str]:
    """Who hears when a post is empty: the next one up, the same day (posts.csv)."""
    return {row["post"]: row["next up"] for row in rows("posts")} | {"author": "service manager"}


def find(case: Case, request: Advice, posts: tuple[str, ...], *, holders: Mapping, missing: Mapping) -> Found:
    """The people behind these posts for one request, each once.

    `holders` maps (service, post) to whoever holds it today or acts for them; `missing` maps
    those who cannot be told, by id or by (service, post), to a Missing.
    """
    told, gaps, why = [], [], []
    for post in posts:
        while post and post != INBOX:
            person, gone = _holder(case, request, post, holders=holders, missing=missing)
            if person:
                told.append(person)
                break
            gaps.append(post)
            why += [(post, gone.person, gone.since.isoformat() if gone.since else "")] if gone else []
            post = _next_up().get(post, "")
    return Found(*(tuple(dict.fromkeys(each)) for each in (told, gaps, why)))


def _holder(case, request, post, *, holders, missing) -> tuple[str, Missing | None]:
    """Who is told for a post today; or nobody, and what is known of who is missing."""
    if post in ("author", "caseworker"):
        person = request.adviser if post == "author" else case.caseworker
        gone = missing.get(person) if person else None
        return (gone.acting if gone else person), gone
    person = holders.get((request.service, post)) or holders.get(("*", post)) or ""
    return person, missing.get((request.service, post))
