"""Files that people send: a picture, a PDF, one with a password, and a program under another name."""

import io

import pikepdf
from PIL import Image


def a_picture(name: str = "boats.jpg") -> dict:
    """A drawing, as a phone sends it."""
    kept = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(kept, "JPEG")
    return _sent(name, "image/jpeg", kept.getvalue())


def a_pdf(name: str = "school report.pdf", password: str = "") -> dict:
    """A PDF of one empty page, which may have a password."""
    kept = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(kept, encryption=pikepdf.Encryption(owner=password, user=password) if password else None)
    return _sent(name, "application/pdf", kept.getvalue())


def a_program(name: str = "holiday.jpg") -> dict:
    """The beginning of a Windows program, under the name of a picture."""
    return _sent(name, "image/jpeg", b"MZ\x90\x00" + b"\x00" * 200)


def _sent(name, media_type, content) -> dict:
    return {"name": name, "mimeType": media_type, "buffer": content}
