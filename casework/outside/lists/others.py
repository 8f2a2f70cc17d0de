"""Whose name, number or address a text holds: the index of every child's identifiers, asked by keys."""

from sqlalchemy import select

from casework.outside.database import db
from casework.outside.schema.guarding import identifiers

AT_ONCE = 10_000  # keys in one question: a letter asks one, a long plan a few


class OtherChildren:
    """Which cases hold which keys. It answers with references, never with a child's details."""

    def holding(self, keys: list[str], *, but: str) -> list[tuple[str, str]]:
        """Every (key, reference) of these keys on another case than `but`."""
        k, found = identifiers.c, []
        for first in range(0, len(keys), AT_ONCE):
            asked = select(k.key, k.ref).where(k.key.in_(keys[first : first + AT_ONCE]), k.ref != but)
            found += [(row.key, row.ref) for row in db.session.execute(asked)]
        return found
