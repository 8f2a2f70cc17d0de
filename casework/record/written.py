"""An entry as it stands in the diary: numbered, dated, signed and sealed."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from casework.record.entries import Entry, body_of


@dataclass(frozen=True)
class Written:
    """One entry of one case: its number in that case, who wrote it and when, and its seal.

    `by` is a person's id or a night job's; `behalf` says for whom it was keyed.
    """

    n: int
    entry: Entry
    by: str = ""
    at: datetime | None = None
    behalf: str = ""
    seal: str = ""


def sealed(ref: str, before: str, written: Written) -> str:
    """The seal of an entry: a digest of everything it says and of the seal before it.

    Change, remove or reorder any entry and every seal after it is wrong.
    """
    said = [
        before,
        ref,
        written.n,
        type(written.entry).__name__,
        written.entry.on.isoformat(),
        written.entry.about,
        body_of(written.entry),
        written.by,
        written.at.isoformat() if written.at else "",
        written.behalf,
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
