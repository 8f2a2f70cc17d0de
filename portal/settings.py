"""Reads the settings once, checks them, and freezes them: environment first, then instance/settings.cfg."""

import os
import re
import secrets
from configparser import ConfigParser
from dataclasses import dataclass, field
from pathlib import Path

from casework.errors import GapInOurTables

ROOT = Path(__file__).resolve().parent.parent
LEAST_CONTRAST = 4.5  # to 1, of white words on the area's colour


@dataclass(frozen=True)
class Service:
    """Somebody the family can turn to: a name and how to reach it."""

    name: str
    phone: str = ""
    email: str = ""
    website: str = ""
    address_lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Area:
    """The council this installation serves, as it is named on pages and letters."""

    name: str
    short_name: str
    colour: str
    logo: str
    phone: str
    email: str
    website: str
    address_lines: tuple[str, ...]
    signatory: str
    local_offer: str
    complaints: str
    sendiass: Service
    mediation: Service
    disagreement: Service
    tribunal: Service
    demonstration: bool = False


@dataclass(frozen=True)
class Settings:
    """Where things are, and how the service behaves."""

    instance: Path
    database_url: str
    port: int
    secret_key: str
    area: Area
    smtp_url: str = ""
    mail_from: str = ""
    site_url: str = ""
    quick_passwords: bool = False  # only tests: sign-in with a tiny hashing cost
    secure_cookies: bool = False
    behind_proxy: bool = False  # then the caller's own address is the last one X-Forwarded-For names
    extra: dict = field(default_factory=dict)


def read_settings(environ=None) -> Settings:
    """The settings of this copy. Raises GapInOurTables with one sentence when one is missing or wrong."""
    environ = os.environ if environ is None else environ
    instance = Path(environ.get("INSTANCE_PATH") or ROOT / "instance").resolve()
    instance.mkdir(parents=True, exist_ok=True)
    written = ConfigParser(interpolation=None)
    written.read([ROOT / "instance" / "settings.example.cfg", instance / "settings.cfg"], encoding="utf-8")
    service = dict(written["service"]) if written.has_section("service") else {}
    port = environ.get("PORT", service.get("port", "8000"))
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise GapInOurTables(f"PORT must be a number between 1 and 65535, and it is “{port}”.")
    return Settings(
        instance=instance,
        database_url=_database(environ.get("DATABASE_URL", service.get("database_url", "")), instance),
        port=int(port),
        secret_key=environ.get("SECRET_KEY") or _secret(instance / "secret-key"),
        area=_area(written),
        smtp_url=environ.get("SMTP_URL", service.get("smtp_url", "")),
        mail_from=service.get("mail_from", "no-reply@saltmarsh.example"),
        site_url=environ.get("SITE_URL", service.get("site_url", f"http://127.0.0.1:{port}")),
        quick_passwords=environ.get("QUICK_PASSWORDS") == "1",
        secure_cookies=service.get("secure_cookies", "no") == "yes",
        behind_proxy=service.get("behind_proxy", "no") == "yes",
    )


def _database(url: str, instance: Path) -> str:
    """The database's address: SQLite beside the files unless DATABASE_URL says another."""
    if not url:
        return f"sqlite:///{instance / 'golden-thread.sqlite3'}"
    if url.startswith(("postgres://", "postgresql://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise GapInOurTables("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    return url


def _secret(path: Path) -> str:
    """The key that signs cookies: made once, kept readable by its owner alone."""
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8")


def _area(written: ConfigParser) -> Area:
    """The area's own names and addresses. Raises GapInOurTables naming the first that is missing."""
    if not written.has_section("area"):
        raise GapInOurTables("settings.cfg has no [area] section: copy it from instance/settings.example.cfg.")
    said = written["area"]
    for name in ("name", "short_name", "phone", "email", "website", "address", "signatory"):
        if not said.get(name):
            raise GapInOurTables(f"settings.cfg does not say the area’s {name}.")
    return Area(
        **{name: said[name] for name in ("name", "short_name", "phone", "email", "website", "signatory")},
        colour=_colour(said.get("colour", "#12436d")),
        logo=said.get("logo", ""),
        address_lines=_lines(said["address"]),
        local_offer=said.get("local_offer", said["website"]),
        complaints=said.get("complaints", said["website"]),
        demonstration=said.get("demonstration", "no") == "yes",
        **{name: _service(written, name) for name in ("sendiass", "mediation", "disagreement", "tribunal")},
    )


def _colour(said: str) -> str:
    """The area's colour. Raises GapInOurTables for one that white words could not be read on (WCAG 2.2, 1.4.3)."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", said):
        raise GapInOurTables(f"settings.cfg gives the area’s colour as “{said}”: write it as #12436d.")
    contrast = 1.05 / (_luminance(said) + 0.05)
    if contrast < LEAST_CONTRAST:
        raise GapInOurTables(
            f"White words cannot be read on the area’s colour {said} ({contrast:.1f} to 1): "
            f"choose a darker one, with {LEAST_CONTRAST} to 1 or more."
        )
    return said


def _luminance(colour: str) -> float:
    """How bright a colour such as #12436d is, from 0 to 1, as WCAG 2.2 counts it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _service(written: ConfigParser, name: str) -> Service:
    """One service that letters must give the details of."""
    if not written.has_section(name) or not written[name].get("name"):
        raise GapInOurTables(f"settings.cfg has no [{name}] section with a name: letters must give it.")
    said = written[name]
    return Service(
        said["name"],
        said.get("phone", ""),
        said.get("email", ""),
        said.get("website", ""),
        _lines(said.get("address", "")),
    )


def _lines(address: str) -> tuple[str, ...]:
    """An address written with bars between its lines."""
    return tuple(line.strip() for line in address.split("|") if line.strip())
