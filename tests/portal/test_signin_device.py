"""What somebody signs in with, in words; and which addresses a guesser can be known by."""

import pytest
from flask import Flask

from portal.signin_device import address, device

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36", "Chrome on a Windows computer"),
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36 Edg/156.0", "Edge on a Windows computer"),
        (f"Mozilla/5.0 (Linux; Android 15; SM-A146B) {CHROME} Mobile Safari/537.36", "Chrome on an Android phone"),
        (f"Mozilla/5.0 (Linux; Android 14) SamsungBrowser/28 {CHROME}", "Samsung Internet on an Android tablet"),
        (f"{IPHONE} Version/18.0 Mobile Safari/604.1", "Safari on an iPhone"),
        (f"{IPHONE} CriOS/156.0 Mobile Safari/604.1", "Chrome on an iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.6; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on a Mac"),
        (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {CHROME} Safari/537.36", "Chrome on a Chromebook"),
        ("curl/8.5.0", "A browser"),
        ("", "A browser"),
        ("<script>alert(1)</script>", "A browser"),
    ],
)
def test_a_device_is_named_as_its_owner_would(said, words):
    with Flask("tests").test_request_context(headers={"User-Agent": said}):
        assert device() == words


@pytest.mark.parametrize(
    ("came", "counted"),
    [*((one, one) for one in ("192.0.2.7", "2001:db8::7")), *((one, "") for one in ("127.0.0.1", "::1", "", "a pipe"))],
)
def test_an_address_counts_unless_everybody_shares_it(came, counted):
    with Flask("tests").test_request_context(environ_base={"REMOTE_ADDR": came}):
        assert address() == counted
