"""What a printed advice shows: who wrote it, about whom, and its parts; or the reply that came in place of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework import advising
from casework.record.child import Child

AUTHOR = (("name", "Written by"), ("role", "Role"), ("organisation", "Organisation"), ("registration", "Registration"))


@dataclass(frozen=True)
class AdviceEdition:
    """One advice ready to print.

    `writer` holds (what, words). `reply` says that the service answered without
    writing advice; then `countersigned_by` is whoever else put their name to it.
    """

    title: str
    child: Child
    writer: tuple[tuple[str, str], ...]
    parts: tuple[advising.Part, ...]
    on: date
    ref: str = ""
    reply: bool = False
    countersigned_by: str = ""


def advice_edition(content: Mapping, version: Mapping) -> AdviceEdition:
    """The edition of an advice, or of a reply, that `version` describes.

    `version` holds child (a Child), ref and on (the day it came in); for a
    reply, which does not say, also kind (the type of advice), author (name,
    role, organisation, registration) and countersigned_by.
    """
    reply = "type" not in content
    kind = version["kind"] if reply else content["type"]
    author = {name: words for name, words in dict(version.get("author") or {}).items() if words}
    author |= {name: words for name, words in dict(content.get("author") or {}).items() if words}
    return AdviceEdition(
        title=advising.title_of(kind),
        child=version["child"],
        writer=tuple((words, author[name]) for name, words in AUTHOR if name in author),
        parts=advising.reply_parts(kind, content) if reply else advising.advice_parts(content),
        on=version["on"],
        ref=version.get("ref", ""),
        reply=reply,
        countersigned_by=version.get("countersigned_by", "") if reply else "",
    )
