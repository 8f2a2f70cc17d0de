"""The cabinet looks at every file before it lets it in, keeps the same bytes once, and notices a changed byte."""

import hashlib
import io
import struct
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image
from sqlalchemy import func, select

from casework.errors import Refusal
from casework.outside.database import db
from casework.outside.files import LARGEST, WORD, shown_name
from casework.outside.schema.record import files

RIGHT_TO_LEFT = "\u202e"


def a_pdf(**saved) -> bytes:
    """A PDF of one page."""
    made, kept = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(kept, **saved)
    return kept.getvalue()


def a_word(**parts) -> bytes:
    """A Word file of these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<w:document/>")
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def a_picture(kind="PNG", size=(20, 10)) -> bytes:
    """A small picture."""
    kept = io.BytesIO()
    Image.new("RGB", size, "teal").save(kept, kind)
    return kept.getvalue()


def a_vast_png(wide, high) -> bytes:
    """A PNG of a few bytes that says it is vast."""
    start = a_picture()
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return start[:12] + chunk + struct.pack(">I", zlib.crc32(chunk)) + start[33:]


WELCOME = [
    ("letter.pdf", a_pdf(), "application/pdf"),
    ("LETTER.PDF", a_pdf(), "application/pdf"),
    ("report.docx", a_word(), WORD),
    ("photo.jpeg", a_picture("JPEG"), "image/jpeg"),
    ("photo.jpg", a_picture("JPEG"), "image/jpeg"),
    ("scan.png", a_picture(), "image/png"),
    ("scan.webp", a_picture("WEBP"), "image/webp"),
    ("a letter with no ending", a_pdf(), "application/pdf"),
]
REFUSED = [
    ("empty.pdf", b"", "“empty.pdf” is empty"),
    ("big.pdf", a_pdf() + b"0" * (26 * 1024 * 1024), "must be 25 MB or smaller"),
    ("program.pdf", b"MZ" + b"\0" * 200, "not a kind of file we can take"),
    ("script.pdf", b"#!/bin/sh\nrm -rf /\n", "not a kind of file we can take"),
    ("page.docx", b"<html><script>alert(1)</script></html>", "not a kind of file we can take"),
    ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a kind of file we can take"),
    ("letter.docx", a_pdf(), "is not what its name says"),
    ("letter.pdf", a_picture(), "is not what its name says"),
    ("letter.exe", a_pdf(), "is not what its name says"),
    ("locked.pdf", a_pdf(encryption=pikepdf.Encryption(user="secret", owner="secret")), "locked with a password"),
    ("damaged.pdf", b"%PDF-1.7\nnothing that follows makes sense", "is damaged"),
    ("cut.docx", a_word()[:-40], "is damaged|not a kind of file"),
    ("bomb.docx", a_word(word__media=b"0" * 60_000_000), "cannot be taken"),
    ("macros.docx", a_word(**{"word__vbaProject.bin": b"x"}), "cannot be taken"),
    ("vast.png", a_vast_png(8_000, 8_000), "is too large a picture"),
    ("bomb.png", a_vast_png(60_000, 60_000), "is damaged|is too large a picture"),
    ("damaged.jpg", a_picture("JPEG")[:30], "is damaged"),
]
NAMES = [
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\Leila\\letter.pdf", "letter.pdf"),
    (f"letter{RIGHT_TO_LEFT}fdp.exe", "letterfdp.exe"),
    ("a\x00b\nc\td.pdf", "abcd.pdf"),
    ("  ..hidden.pdf. ", "hidden.pdf"),
    ("Llythyr Siân — ŵyn.pdf", "Llythyr Siân — ŵyn.pdf"),
    ("...", "file"),
    ("", "file"),
    ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
]


@pytest.mark.parametrize(("name", "content", "media_type"), WELCOME)
def test_a_file_of_a_kind_we_take_is_kept(house, name, content, media_type):
    kept = house.office.cabinet.take_in(name, content)
    digest = hashlib.sha256(content).hexdigest()
    assert kept == {"name": name, "media_type": media_type, "size": len(content), "digest": digest}
    assert house.office.cabinet.get(digest) == content
    assert house.office.cabinet.media_type(digest) == media_type


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED, ids=[f"{name}: {said}" for name, _, said in REFUSED])
def test_a_file_that_cannot_be_taken_is_refused_in_a_sentence(house, name, content, sentence):
    with pytest.raises(Refusal, match=sentence) as refused:
        house.office.cabinet.take_in(name, content)
    assert refused.value.field == "files"
    assert f"“{name}”" in refused.value.sentence
    assert not list((house.folder / "cabinet").rglob("*"))


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_a_name_is_shown_without_its_folders_and_tricks(name, shown):
    assert shown_name(name) == shown


def test_a_file_as_large_as_we_allow_is_taken(house):
    content = a_pdf()
    whole = content + b"%" + b"0" * (LARGEST - len(content) - 1)
    assert house.office.cabinet.take_in("large.pdf", whole)["size"] == LARGEST


def test_the_same_bytes_are_kept_once_whatever_they_are_called(each_house):
    first = each_house.office.cabinet.take_in("one.pdf", a_pdf(deterministic_id=True))
    second = each_house.office.cabinet.take_in("two.pdf", a_pdf(deterministic_id=True))
    assert first["digest"] == second["digest"]
    assert db.session.scalar(select(func.count()).select_from(files)) == 1
    assert len([path for path in (each_house.folder / "cabinet").rglob("*") if path.is_file()]) == 1


def test_the_same_bytes_from_several_people_at_once_are_kept_once(each_house):
    content = a_pdf()
    answers = each_house.at_once(*[lambda: each_house.office.cabinet.put(content, "application/pdf")] * 4)
    assert answers == [hashlib.sha256(content).hexdigest()] * 4
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(files)) == 1


def test_a_byte_changed_on_disk_is_noticed(house):
    digest = house.office.cabinet.put(b"the whole truth", "text/plain")
    path = house.folder / "cabinet" / digest[:2] / digest[2:]
    path.write_bytes(b"the whole Truth")
    with pytest.raises(KeyError, match="no longer what it was"):
        house.office.cabinet.get(digest)


def test_a_file_that_is_not_there_is_not_made_up(house):
    with pytest.raises(KeyError):
        house.office.cabinet.get("a" * 64)
    with pytest.raises(KeyError):
        house.office.cabinet.media_type("a" * 64)


def test_a_file_nobody_finished_writing_leaves_nothing_under_its_name(house, monkeypatch):
    def crash(*_):
        raise OSError("The power went.")

    monkeypatch.setattr("casework.outside.files.os.replace", crash)
    with pytest.raises(OSError, match="power"):
        house.office.cabinet.put(b"half", "text/plain")
    digest = hashlib.sha256(b"half").hexdigest()
    assert not (house.folder / "cabinet" / digest[:2] / digest[2:]).exists()
    assert db.session.scalar(select(func.count()).select_from(files)) == 0
