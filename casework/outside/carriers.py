"""How post leaves: mail by SMTP or into a folder, and paper into the print room's folder."""

import os
import re
import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit


class BadAddress(ValueError):
    """An address or a subject that could carry a second header. Nothing is sent."""


def message(letter_id: int, *, sender: str, to: str, subject: str, body: str) -> EmailMessage:
    """A plain message whose name never changes: sent twice after a crash, it is still the same message.

    Raises BadAddress when a line break, plain or encoded, hides in the address or the subject.
    """
    for said in (to, subject, sender):
        if any(char in said for char in "\r\n\0") or "=?" in said:
            raise BadAddress(f"Letter {letter_id} has an address or subject that is not one line of plain words.")
    mail = EmailMessage()
    user, _, domain = to.rpartition("@")
    mail["To"] = Address(username=user, domain=domain)
    mail["From"] = sender
    mail["Subject"] = subject
    mail["Message-ID"] = f"<letter-{letter_id}@{sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(body)
    return mail


class MailFolder:
    """Mail kept as files: for a developer, a demonstration, or an area that has not set SMTP up."""

    def __init__(self, folder: Path):
        self._folder = folder

    def send(self, letter_id: int, mail: EmailMessage) -> None:
        """Keep the mail; the same letter sent twice is one file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = self._folder / f".{letter_id}.part"
        beside.write_bytes(bytes(mail))
        os.replace(beside, self._folder / f"{letter_id:06}.eml")


class Smtp:
    """Mail through the area's own server: smtp://user:password@host:port, or smtps:// for TLS from the start."""

    def __init__(self, url: str):
        self._at = urlsplit(url)

    def send(self, letter_id: int, mail: EmailMessage) -> None:
        """Hand the mail over. Raises OSError or smtplib.SMTPException when the server will not take it."""
        host, port = self._at.hostname, self._at.port or 25
        secure = self._at.scheme == "smtps"
        make = smtplib.SMTP_SSL if secure else smtplib.SMTP
        # Not told to check, smtplib would take any certificate.
        checked = {"context": ssl.create_default_context()} if secure else {}
        with make(host, port, timeout=20, **checked) as server:
            if not secure and server.has_extn("starttls"):
                server.starttls(context=ssl.create_default_context())
            if self._at.username:
                server.login(unquote(self._at.username), unquote(self._at.password or ""))
            server.send_message(mail)


class PrintRoom:
    """Paper for the post: a PDF for each letter and each thing that goes with it, in a folder a day, to collect."""

    def __init__(self, folder: Path):
        self._folder = folder

    def put(self, letter_id: int, day, pdf: bytes, enclosed=()) -> None:
        """Leave a letter for printing with what goes with it, (name, bytes) each: 000123.pdf, 000123-1-plan.pdf.

        The same letter left twice is one set of files. The letter itself comes last:
        when it is there, so is all that goes with it.
        """
        folder = self._folder / day.isoformat()
        folder.mkdir(parents=True, exist_ok=True)
        for number, (name, content) in enumerate(enclosed, start=1):
            _leave(folder, f"{letter_id:06}-{number}-{plain_name(name)}.pdf", content)
        _leave(folder, f"{letter_id:06}.pdf", pdf)


def plain_name(name: str) -> str:
    """A name as part of a file’s name: small letters, digits and hyphens only."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _leave(folder: Path, name: str, content: bytes) -> None:
    """Write beside, then move into place: whoever collects finds a whole file or none."""
    beside = folder / f".{name}.part"
    beside.write_bytes(content)
    os.replace(beside, folder / name)


class Carriers:
    """Both ways that post leaves, chosen once from the settings."""

    def __init__(self, instance: Path, *, smtp_url: str, sender: str):
        self._mail = Smtp(smtp_url) if smtp_url else MailFolder(instance / "outbox")
        self._paper = PrintRoom(instance / "print")
        self._sender = sender

    def email(self, letter_id: int, to: str, *, subject: str, body: str) -> None:
        """Send one email. Raises BadAddress, OSError or smtplib.SMTPException; then it is still owed."""
        self._mail.send(letter_id, message(letter_id, sender=self._sender, to=to, subject=subject, body=body))

    def paper(self, letter_id: int, day, pdf: bytes, enclosed=()) -> None:
        """Leave one letter for printing, together with what goes with it: (name, bytes) each, in order."""
        self._paper.put(letter_id, day, pdf, enclosed)
