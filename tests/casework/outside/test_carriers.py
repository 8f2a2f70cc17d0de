"""How post leaves: by a mail server, into a folder, or to the print room; no address carries a second header."""

import email
import socket
import ssl
import subprocess
from contextlib import contextmanager
from datetime import date

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from casework.outside.carriers import BadAddress, Carriers, message

SENDER = "no-reply@saltmarsh.example"
SAID = {"sender": SENDER, "to": "leila@home.example", "subject": "EHC-2026-0001: news", "body": "Look here.\n"}


class Box:
    """A mail server's box: what came, and the answer it gives."""

    def __init__(self, answer="250 OK"):
        self.came, self.answer = [], answer

    async def handle_DATA(self, server, session, envelope):
        """Take a message in."""
        self.came.append((envelope.mail_from, envelope.rcpt_tos, email.message_from_bytes(envelope.content)))
        return self.answer


@contextmanager
def a_server(box, **settings):
    """A mail server on a port nobody has; inside, its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, **settings)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def carriers(folder, url=""):
    """Both ways that post leaves."""
    return Carriers(folder, smtp_url=url, sender=SENDER)


def send(carried, letter_id=7):
    """Send one email."""
    carried.email(letter_id, "leila@home.example", subject="EHC-2026-0001: news", body="Look here: Siân’s page.\n")


def test_a_mail_server_is_handed_the_message(tmp_path):
    box = Box()
    with a_server(box) as port:
        send(carriers(tmp_path, f"smtp://127.0.0.1:{port}"))
    [(sender, to, mail)] = box.came
    assert (sender, to) == (SENDER, ["leila@home.example"])
    assert (mail["Subject"], mail["Message-ID"]) == ("EHC-2026-0001: news", "<letter-7@saltmarsh.example>")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_payload(decode=True).decode() == "Look here: Siân’s page.\r\n"


def test_a_letter_sent_again_is_the_same_message(tmp_path):
    box = Box()
    with a_server(box) as port:
        for _ in range(2):
            send(carriers(tmp_path, f"smtp://127.0.0.1:{port}"))
        send(carriers(tmp_path, f"smtp://127.0.0.1:{port}"), letter_id=8)
    assert [mail["Message-ID"].split("@")[0] for _, _, mail in box.came] == ["<letter-7", "<letter-7", "<letter-8"]


def test_a_server_that_wants_a_name_and_a_password_is_given_them(tmp_path):
    def check(*asked):
        given = asked[-1]
        return AuthResult(success=(given.login, given.password) == (b"send user", b"p@ss/word"), handled=False)

    box = Box()
    with a_server(box, authenticator=check, auth_require_tls=False) as port:
        send(carriers(tmp_path, f"smtp://send%20user:p%40ss%2Fword@127.0.0.1:{port}"))
        with pytest.raises(OSError, match="535|Authentication"):
            send(carriers(tmp_path, f"smtp://send%20user:wrong@127.0.0.1:{port}"))
    assert len(box.came) == 1


def test_a_server_that_refuses_leaves_the_letter_owed(tmp_path):
    with a_server(Box("451 Come back later")) as port, pytest.raises(OSError, match="451"):
        send(carriers(tmp_path, f"smtp://127.0.0.1:{port}"))


def test_a_server_that_is_not_there_leaves_the_letter_owed(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(OSError, match="refused"):
        send(carriers(tmp_path, f"smtp://127.0.0.1:{port}"))


def test_a_server_without_encryption_is_not_spoken_to_when_it_was_promised(tmp_path):
    with a_server(Box()) as port, pytest.raises((ssl.SSLError, OSError)):
        send(carriers(tmp_path, f"smtps://127.0.0.1:{port}"))


def test_a_server_that_cannot_prove_its_name_is_not_given_mail(tmp_path):
    box, proof = Box(), tmp_path / "proof.pem"
    made = "openssl req -x509 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -days 9 -subj /CN=127.0.0.1".split()
    subprocess.run([*made, "-keyout", proof, "-out", tmp_path / "cert.pem"], check=True, capture_output=True)
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(tmp_path / "cert.pem", proof)
    with a_server(box, ssl_context=ours) as port, pytest.raises(ssl.SSLCertVerificationError):
        send(carriers(tmp_path, f"smtps://127.0.0.1:{port}"))
    assert box.came == []


def test_without_a_server_mail_is_kept_as_files(tmp_path):
    carried = carriers(tmp_path)
    send(carried)
    send(carried)
    [kept] = (tmp_path / "outbox").iterdir()
    assert kept.name == "000007.eml"
    assert email.message_from_bytes(kept.read_bytes())["To"] == "leila@home.example"


def test_paper_is_left_by_day_and_once(tmp_path):
    for _ in range(2):
        carriers(tmp_path).paper(7, date(2026, 2, 2), b"%PDF a letter")
    left = [path.relative_to(tmp_path / "print").as_posix() for path in tmp_path.rglob("*.pdf")]
    assert left == ["2026-02-02/000007.pdf"]


@pytest.mark.parametrize("hidden", ["\r\nBcc: all@home.example", "\nX: y", "\rX: y", "\0", " =?utf-8?q?=0ABcc:_x?="])
@pytest.mark.parametrize("place", ["to", "subject", "sender"])
def test_a_second_header_cannot_hide_anywhere(place, hidden):
    with pytest.raises(BadAddress, match="not one line of plain words"):
        message(7, **SAID | {place: SAID[place] + hidden})


def test_an_address_is_one_address():
    mail = message(7, **SAID | {"to": "leila@home.example, all@home.example"})
    assert len(mail["To"].addresses) == 1


def test_names_in_other_letters_arrive_whole():
    mail = message(7, **SAID | {"subject": "Siân — أميرة"})
    assert email.message_from_bytes(bytes(mail), policy=mail.policy)["Subject"] == "Siân — أميرة"
