"""What is owed is printed once and sent; a crash loses nothing, and one bad letter holds up no other."""

import email
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from casework.actions import carry_out
from casework.actions.joining import allocate_a_caseworker
from casework.commands.deliver import TRIES, deliver
from casework.law.clocks import deadlines
from casework.outside.carriers import Carriers
from casework.outside.database import db
from casework.outside.press import Press
from casework.record.entries import FamilyToldOfCaseworker
from portal.settings import ROOT
from tests.office import ASKED, JO, LEILA, SAM, begin

A_DAY = timedelta(days=1)


class QuickPress(Press):
    """The real words without the ten fonts of a PDF: what was printed is remembered."""

    def __init__(self, area):
        super().__init__(area, ROOT / "templates")
        self.printed = []

    def letter(self, name, facts):
        """The page itself."""
        self.printed.append(name)
        return self.letter_html(name, facts).encode()


class Crash(BaseException):
    """The power goes: nothing may catch it and carry on."""


class Failing(Carriers):
    """The carriers, which fail as often as they are told to, before or after the letter has left."""

    def __init__(self, folder, raised, *, times=1, leaves=True):
        super().__init__(folder, smtp_url="", sender="no-reply@saltmarsh.example")
        self._raised, self.times, self._leaves = raised, times, leaves

    def email(self, letter_id, *to, **said):
        """Hand over an email."""
        if not self.times:
            return super().email(letter_id, *to, **said)
        self.times -= 1
        if self._leaves:
            super().email(letter_id, *to, **said)
        raise self._raised


@pytest.fixture
def house(house):
    """An office whose press is quick."""
    house.office = replace(house.office, press=QuickPress(house.office.area))
    return house


def outbox(house):
    """Every email that left, by its file."""
    files = sorted((house.folder / "outbox").glob("*.eml"))
    return {path.name: email.message_from_bytes(path.read_bytes()) for path in files}


def papers_left(house):
    """Every letter that was left for the print room: its bytes by day and name."""
    folder = house.folder / "print"
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def standing(house, ref, letter="request-received"):
    """A letter’s row as it stands now."""
    db.session.rollback()
    return next(row for row in house.office.post.of_case(ref) if row.letter == letter)


def delivered(house, days=0) -> int:
    """Look at the post once, some days on."""
    return deliver(house.on(ASKED + days * A_DAY))


def test_what_is_owed_is_printed_and_sent_once(house):
    ref = begin(house)
    owed = house.office.post.of_case(ref)
    assert {row.state for row in owed} == {"owed"}
    assert delivered(house) == len(owed)
    assert {row.state for row in house.office.post.of_case(ref)} == {"sent"}
    assert [mail["To"] for mail in outbox(house).values()] == ["leila@demo.example"] * len(owed)
    assert delivered(house, 1) == 0
    assert house.office.press.printed == ["request-received"]


def told_of_the_officer(house, ref) -> list[str]:
    """How each promise to tell of a new caseworker stands."""
    running = deadlines(house.office.diary.read(ref).facts)
    return [each.standing(ASKED) for each in running if each.duty.id == "LOCAL_OFFICER_SAME_DAY"]


def test_that_the_family_was_told_of_a_new_caseworker_is_noted_when_the_letter_has_left(house):
    ref = begin(house)
    for officer in (JO, SAM):
        carry_out(house.on(ASKED), SAM, allocate_a_caseworker, ref, person=officer.id)
    assert told_of_the_officer(house, ref) == ["due today"]
    delivered(house)
    db.session.rollback()
    [note] = [each for each in house.office.diary.written(ref) if isinstance(each.entry, FamilyToldOfCaseworker)]
    assert (note.by, note.entry.about, note.entry.person, note.entry.how) == ("post-room", SAM.id, LEILA.id, "email")
    assert told_of_the_officer(house, ref) == ["met"]


def test_what_was_printed_is_kept_and_is_what_the_print_room_gets(house):
    ref = begin(house)
    delivered(house)
    row = standing(house, ref)
    assert papers_left(house) == {f"2026-02-02/{row.id:06}.pdf": house.office.cabinet.get(row.digest)}
    assert row.sent_at == house.office.now()


def test_the_letter_on_paper_is_dated_the_day_it_was_owed(house):
    begin(house)
    delivered(house, 9)
    [page] = papers_left(house).values()
    assert "Mon 2 February 2026" in page.decode() or "2 February 2026" in page.decode()


def test_a_crash_after_sending_sends_the_same_message_again_and_prints_nothing_again(house):
    ref = begin(house)
    house.office = replace(house.office, carriers=Failing(house.folder, Crash(), times=2))
    for days in (0, 1):
        with pytest.raises(Crash):
            delivered(house, days)
    [(name, mail)] = outbox(house).items()
    delivered(house, 2)
    assert outbox(house)[name]["Message-ID"] == mail["Message-ID"]
    assert len(outbox(house)) == len(house.office.post.of_case(ref))
    assert standing(house, ref).state == "sent"
    assert house.office.press.printed == ["request-received"]


def test_a_crash_before_sending_loses_nothing(house):
    ref = begin(house)
    house.office = replace(house.office, carriers=Failing(house.folder, Crash(), leaves=False))
    with pytest.raises(Crash):
        delivered(house)
    assert outbox(house) == {}
    delivered(house, 1)
    assert standing(house, ref).state == "sent"
    assert len(outbox(house)) == len(house.office.post.of_case(ref))


def test_a_crash_before_the_print_is_noted_prints_it_again_and_sends_it_once(house):
    ref = begin(house)
    there = house.office.post

    class Unnoted(type(there)):
        """A post that fails to note that something was printed."""

        def mark(self, letter_id, **what):
            if what.get("state") == "printed":
                raise Crash
            super().mark(letter_id, **what)

    with suppress(Crash):
        deliver(replace(house.office, post=Unnoted(house.office.now)))
    assert papers_left(house) == {}
    delivered(house, 1)
    assert standing(house, ref).state == "sent"
    assert len(papers_left(house)) == 1


def test_a_server_that_will_not_take_mail_is_tried_again_later(house):
    ref = begin(house)
    house.office = replace(house.office, carriers=Failing(house.folder, OSError("Nobody answers."), leaves=False))
    delivered(house)
    row = standing(house, ref)
    assert (row.tries, row.problem, row.sent_at) == (1, "OSError: Nobody answers.", None)
    assert row.digest
    assert row.held_until > house.office.now()
    assert delivered(house) == 0  # held: not tried again at once
    assert delivered(house, 1) == 1
    assert (standing(house, ref).state, standing(house, ref).problem) == ("sent", "")
    assert house.office.press.printed == ["request-received"]


def poisoned(house) -> str:
    """A case with a letter to somebody who is not in the register."""
    ref = begin(house)
    carry_out(house.office, SAM, allocate_a_caseworker, ref, person="nobody-we-know")
    return ref


def test_a_letter_that_cannot_be_written_holds_up_no_other(house):
    bad, good = poisoned(house), begin(house)
    delivered(house)
    assert standing(house, bad, "case-given-to-you").state == "owed"
    assert "nobody-we-know" in standing(house, bad, "case-given-to-you").problem
    assert {row.state for row in house.office.post.of_case(good)} == {"sent"}
    assert standing(house, bad).state == "sent"


def test_a_letter_that_never_works_is_given_up_with_its_problem_shown(house):
    bad = poisoned(house)
    for days in range(TRIES + 2):
        delivered(house, days)
    row = standing(house, bad, "case-given-to-you")
    assert (row.state, row.tries) == ("failed", TRIES)
    assert "KeyError" in row.problem
    assert row.sent_at is None


@pytest.mark.parametrize(
    "address", ["x@home.example\r\nBcc: all@home.example", "=?utf-8?q?x=0A?=@home.example", "x\0@home.example"]
)
def test_an_address_that_hides_a_second_header_is_never_written_to(house, address):
    ref = begin(house)
    house.office.people.change(LEILA.id, by="import", email=address)
    delivered(house)
    assert outbox(house) == {}
    assert "BadAddress" in standing(house, ref).problem


def test_no_email_says_the_childs_name(house):
    ref = begin(house)
    carry_out(house.office, SAM, allocate_a_caseworker, ref, person=JO.id)
    delivered(house)
    assert len(outbox(house)) >= 3
    for mail in outbox(house).values():
        assert ref in mail["Subject"] + mail.get_payload(decode=True).decode()
        assert "Amira" not in mail.as_string()


def test_an_email_that_belongs_to_no_case_goes_too(house):
    facts = {"link": "http://here.example/sign-in/link/abc", "minutes": 30}
    house.office.post.owe_email("new@home.example", "one-time-link", facts, on=ASKED)
    assert delivered(house) == 1
    [mail] = outbox(house).values()
    assert mail["To"] == "new@home.example"
    assert "http://here.example/sign-in/link/abc" in mail.get_payload(decode=True).decode()


def test_the_command_sends_everything_that_is_owed(each_house):
    owed = [len(each_house.office.post.of_case(begin(each_house))) for _ in range(2)]
    each_house.office = replace(each_house.office, press=QuickPress(each_house.office.area))
    each_house.move_to(ASKED)
    assert each_house.run("deliver").stdout == f"{sum(owed)} printed or sent.\n"
    assert each_house.run("deliver").stdout == "0 printed or sent.\n"


def test_two_workers_never_both_take_a_letter(each_house):
    ref = begin(each_house)
    letter = each_house.office.post.of_case(ref)[0]
    until = each_house.office.now() + A_DAY
    taken = each_house.at_once(*[lambda: each_house.office.post.claim(letter.id, until)] * 4)
    assert sorted(taken) == [False, False, False, True]


def test_somebody_without_an_email_address_gets_on_paper_what_others_get_by_email(house):
    ref = begin(house)
    house.office.people.change("leila", by="import", email="")
    delivered(house)
    assert {row.state for row in house.office.post.of_case(ref)} == {"sent"}
    assert outbox(house) == {}
    assert len(papers_left(house)) == len(house.office.post.of_case(ref))
