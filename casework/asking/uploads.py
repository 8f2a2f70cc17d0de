"""Files somebody sends: none, one or several, each with a name and its bytes. Shape only: the cabinet looks inside."""

import re
from dataclasses import dataclass

from casework.asking.field import Asked
from casework.asking.typed import clean_line, showable

LARGEST = 25 * 1024 * 1024  # bytes in one file
MOST_FILES = 5
LONGEST_FILE_NAME = 120  # characters
KINDS = ("pdf", "docx", "jpg", "jpeg", "png", "heic", "webp")
KINDS_SAID = "PDF, Word (docx), or a picture (jpg, png, heic or webp)"


@dataclass(frozen=True)
class SentFile:
    """A file as it came: its own name without any folder, and its bytes."""

    name: str
    content: bytes


def file_name(sent: str) -> str:
    """The name of a file without folders or anything unprintable, its ending kept when it has to be cut."""
    name = clean_line(showable(re.split(r"[\\/]", sent or "")[-1])) or "file"
    if len(name) <= LONGEST_FILE_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    return stem[: LONGEST_FILE_NAME - len(dot + ending)] + dot + ending if stem else name[:LONGEST_FILE_NAME]


class Upload(Asked):
    """Files to send. Its answer is a list of SentFile; `most` is how many there may be."""

    drawn = "upload"

    def __init__(self, label="", *, most=MOST_FILES, kinds=KINDS, kinds_said=KINDS_SAID, largest=LARGEST, **asked):
        super().__init__(label, **asked)
        self.most, self.kinds, self.kinds_said, self.largest = most, kinds, kinds_said, largest

    @property
    def accepts(self) -> str:
        """The endings a browser should offer."""
        return ",".join(f".{kind}" for kind in self.kinds)

    def process_data(self, value):
        """A file cannot be put back into its box, so there is nothing to start with."""
        self.data = []

    def read(self, sent):
        """Each file with its bytes. ValueError naming the first that is empty, too large or of another kind."""
        chosen = [file for file in sent if getattr(file, "filename", "")]
        if len(chosen) > self.most:
            raise ValueError(f"Send {self.most} files at a time. You chose {len(chosen)}.")
        return [self._one(file_name(file.filename), file.read(self.largest + 1)) for file in chosen]

    def _one(self, name, content):
        """One file of the right shape. ValueError, naming it, when it is not."""
        if name.rpartition(".")[2].lower() not in self.kinds or "." not in name:
            raise ValueError(f"“{name}” is a kind of file we cannot open. Send {self.kinds_said}.")
        if not content:
            raise ValueError(f"“{name}” is empty. Check the file and choose it again.")
        if len(content) > self.largest:
            most = self.largest // (1024 * 1024)
            raise ValueError(f"“{name}” is too large. Each file must be {most} MB or smaller.")
        return SentFile(name, content)

    def kept(self):
        """Nothing: a file is kept in the cabinet, not in a draft."""
        return []
