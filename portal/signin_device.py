"""What somebody signs in with, in words they would know it by, and where their request came from."""

import ipaddress

from flask import request

# The first that is found in what the browser says of itself: every browser also says the names of older ones.
BROWSERS = (("Edg", "Edge"), ("SamsungBrowser", "Samsung Internet"), ("OPR/", "Opera"), ("Firefox", "Firefox"))
BROWSERS += (("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"))
MACHINES = (("iPhone", "an iPhone"), ("iPad", "an iPad"), ("CrOS", "a Chromebook"), ("Windows", "a Windows computer"))
MACHINES += (("Macintosh", "a Mac"), ("Linux", "a Linux computer"))


def device() -> str:
    """“Chrome on an Android phone”, as far as the browser says."""
    said = request.user_agent.string
    browser = next((name for mark, name in BROWSERS if mark in said), "A browser")
    if "Android" in said:
        return f"{browser} on an Android {'phone' if 'Mobile' in said else 'tablet'}"
    machine = next((name for mark, name in MACHINES if mark in said), "")
    return f"{browser} on {machine}" if machine else browser


def address() -> str:
    """The address a request came from, for counting tries; nothing when it is this machine's own.

    A request from the machine itself came through a proxy in front of us, and then everybody has
    this one address: counting by it would let one guesser keep everybody out.
    """
    try:
        return "" if ipaddress.ip_address(request.remote_addr or "").is_loopback else request.remote_addr
    except ValueError:
        return ""
