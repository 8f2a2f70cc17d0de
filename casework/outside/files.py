"""The cabinet: files by the digest of their bytes, each looked at before it is let in."""

import hashlib
import io
import os
import tempfile
import zipfile
from pathlib import Path

import filetype
import pikepdf
from PIL import Image
from sqlalchemy import insert, select

from casework.errors import Refusal
from casework.outside.database import db, hold, one_write
from casework.outside.schema.record import files

LARGEST = 25 * 1024 * 1024  # bytes
LARGEST_PICTURE = 40_000_000  # pixels: more is a picture made to harm
MOST_PACKED = 100  # a Word file that unpacks to more than this many times its size is made to harm
LARGEST_UNPACKED = 250 * 1024 * 1024
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PICTURES = {"image/jpeg", "image/png", "image/webp", "image/heic"}
KINDS = {"application/pdf": ".pdf", WORD: ".docx", "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
KINDS["image/heic"] = ".heic"


class Cabinet:
    """Files on disk under their digest, written whole before anything names them."""

    def __init__(self, folder: Path, now):
        self._folder = folder
        self._now = now

    def put(self, content: bytes, media_type: str) -> str:
        """Keep bytes and answer with their digest; the same bytes are kept once."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, content)
        with one_write():
            hold(f"file-{digest}")  # the same bytes from two people at once
            if not db.session.scalar(select(files.c.digest).where(files.c.digest == digest)):
                row = {"digest": digest, "media_type": media_type, "size": len(content), "kept_at": self._now()}
                db.session.execute(insert(files).values(**row))
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes. Raises KeyError when there are none, or when they are no longer what they were."""
        try:
            content = self._path(digest).read_bytes()
        except FileNotFoundError as gone:
            raise KeyError(digest) from gone
        if hashlib.sha256(content).hexdigest() != digest:
            raise KeyError(f"The file {digest} is no longer what it was.")
        return content

    def media_type(self, digest: str) -> str:
        """What kind of file it is. Raises KeyError when there is none."""
        found = db.session.scalar(select(files.c.media_type).where(files.c.digest == digest))
        if found is None:
            raise KeyError(digest)
        return found

    def take_in(self, name: str, content: bytes) -> dict:
        """Look at an uploaded file and keep it. Answers with {name, media_type, size, digest}.

        Raises Refusal, in a sentence, for a file that is empty, too large, not of a
        kind we take, not what its name says, locked with a password, or damaged.
        """
        shown = shown_name(name)
        if not content:
            raise Refusal(f"“{shown}” is empty. Check the file and choose it again.", "files")
        if len(content) > LARGEST:
            raise Refusal(f"“{shown}” is too large. Each file must be 25 MB or smaller.", "files")
        media_type = _kind(shown, content)
        CHECKS.get(media_type, _check_picture)(shown, content)
        return {"name": shown, "media_type": media_type, "size": len(content), "digest": self.put(content, media_type)}

    def _path(self, digest):
        return self._folder / digest[:2] / digest[2:]


def shown_name(name: str) -> str:
    """A file's name as we show it: the last part only, with control and direction characters left out."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(
        char
        for char in last
        if char.isprintable() and char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u200e"
    )
    return plain.strip(" .")[-150:] or "file"


def _kind(name, content):
    """The kind its bytes say it is. Raises Refusal when we do not take it, or its name says another."""
    guess = filetype.guess(content)
    media_type = guess.mime if guess else ""
    if media_type == "application/zip" and b"word/document.xml" in content:
        media_type = WORD
    if media_type not in KINDS:
        raise Refusal(
            f"“{name}” is not a kind of file we can take. Send a PDF, a Word document (.docx) or a picture.", "files"
        )
    ending = os.path.splitext(name.lower())[1].replace(".jpeg", ".jpg").replace(".heif", ".heic")
    if ending and ending != KINDS[media_type]:
        raise Refusal(f"“{name}” is not what its name says. Check the file and choose it again.", "files")
    return media_type


def _check_pdf(name, content):
    """A PDF must open without a password."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if not len(pdf.pages):
                raise Refusal(f"“{name}” has no pages. Check the file and choose it again.", "files")
    except pikepdf.PasswordError as locked:
        raise Refusal(
            f"“{name}” is locked with a password, so we cannot read it. Take the password off and send it again.",
            "files",
        ) from locked
    except pikepdf.PdfError as broken:
        raise Refusal(
            f"“{name}” is damaged, so we cannot open it. Save it again and send the new copy.", "files"
        ) from broken


def _check_word(name, content):
    """A Word file must be whole and must not unpack to something vast."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
            macros = any("vbaproject" in part.filename.lower() for part in parts.infolist())
    except zipfile.BadZipFile as broken:
        raise Refusal(
            f"“{name}” is damaged, so we cannot open it. Save it again and send the new copy.", "files"
        ) from broken
    if macros or unpacked > LARGEST_UNPACKED or unpacked > max(len(content), 100_000) * MOST_PACKED:
        raise Refusal(f"“{name}” cannot be taken. Save it as a PDF and send that.", "files")


def _check_picture(name, content):
    """A picture must open and must not be made to fill the memory. HEIC, which we only keep, is not opened."""
    if filetype.guess(content).mime == "image/heic":
        return
    try:
        with Image.open(io.BytesIO(content)) as picture:
            wide, high = picture.size
            picture.verify()
    except (OSError, SyntaxError, Image.DecompressionBombError) as broken:
        raise Refusal(
            f"“{name}” is damaged, so we cannot open it. Take or save the picture again.", "files"
        ) from broken
    if wide * high > LARGEST_PICTURE:
        raise Refusal(f"“{name}” is too large a picture. Send a smaller copy.", "files")


CHECKS = {"application/pdf": _check_pdf, WORD: _check_word}


def _write_whole(path, content):
    """Write beside, flush to the disk, then move into place: a crash leaves the whole file or none."""
    handle, beside = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
