"""Chooses the real office from the settings; the only file that sees both sides of the house."""

from dataclasses import replace

from casework.office import Office
from casework.outside import clock
from casework.outside.accounts import Accounts
from casework.outside.carriers import Carriers
from casework.outside.database import db
from casework.outside.diary import Diary, PaperShelf
from casework.outside.drafts import Drafts
from casework.outside.files import Cabinet
from casework.outside.ladders import Ladders
from casework.outside.lists import all_lists
from casework.outside.people import People
from casework.outside.post import Post
from casework.outside.press import Press
from portal.settings import ROOT, Settings


def real_office(settings: Settings) -> Office:
    """The office this installation runs on."""
    return Office(
        diary=Diary(),
        papers=PaperShelf(),
        cabinet=Cabinet(settings.instance / "cabinet", clock.now),
        drafts=Drafts(clock.now),
        ladders=Ladders(clock.now),
        people=People(),
        accounts=Accounts(quick=settings.quick_passwords),
        lists=all_lists(),
        post=Post(clock.now),
        press=Press(settings.area, ROOT / "templates"),
        carriers=Carriers(settings.instance, smtp_url=settings.smtp_url, sender=settings.mail_from),
        area=settings.area,
        site_url=settings.site_url,
        clock_today=clock.today,
        clock_now=clock.now,
    )


def office_on(office: Office, day, *, past=None) -> Office:
    """The same office on another day, its drafts, versions, registers and post dated that day too.

    Letters owed before the day `past` are noted as gone before this copy was made.
    """
    there = office.at(day)
    dated = {"drafts": Drafts(there.now), "ladders": office.ladders.dated(there.now), "people": People(there.now)}
    return replace(there, post=Post(there.now, past=past), **dated)


def connect(app, settings: Settings) -> None:
    """Give the app its database."""
    app.config["SQLALCHEMY_DATABASE_URI"] = settings.database_url
    db.init_app(app)
