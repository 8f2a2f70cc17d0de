"""Papers: the words beside the facts. A paper is frozen when it is put in, and named by its digest."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Paper:
    """One frozen piece of words: the child's details, the story, an advice, a plan, reasons, a note.

    `kind` says which; `content` is structured (plain JSON values), never one blob of text.
    `kept_from` names the capacities it is kept from, for a recorded reason.
    """

    kind: str
    content: dict
    schema: int = 1
    kept_from: tuple[str, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        """The canonical words: the same content always gives the same text."""
        whole = {"kind": self.kind, "schema": self.schema, "kept_from": sorted(self.kept_from), "content": self.content}
        return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def digest(self) -> str:
        """The name an entry calls it by: sha256 of the canonical words, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @classmethod
    def from_text(cls, text: str) -> "Paper":
        """Read a paper back from its canonical words."""
        whole = json.loads(text)
        return cls(whole["kind"], whole["content"], whole["schema"], tuple(whole["kept_from"]))
