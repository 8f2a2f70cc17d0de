"""The registers: who works where, who covers for whom, and what was changed by whom."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from casework.errors import Refusal
from casework.record.register import Cover, Setting
from tests.casework.outside.register_makers import a_parent, a_therapist, services

TODAY = date(2026, 11, 24)


def test_a_person_who_is_enrolled_is_found_by_id_and_by_email(people):
    leila = a_parent(people, by="officer-1")
    assert people.person(leila.id) == leila
    assert people.by_email(" Leila.AMIN@mail.example ") == leila
    assert (leila.state, leila.post, leila.phone) == ("invited", "", "07700 900101")


def test_nobody_is_enrolled_twice_under_one_email_address(people):
    first = a_parent(people)
    again = people.enrol(name="L Amin", email="LEILA.amin@mail.example")
    assert again == first
    assert people.search("amin") == [first]


def test_two_people_without_an_email_address_may_share_a_name(people):
    first, second = (people.enrol(name="Robin Vale", address="1 Quay Street\nSaltmarsh\nZZ9 1AA") for _ in range(2))
    assert first.id != second.id
    assert first.email == ""
    assert first.address_lines == ("1 Quay Street", "Saltmarsh", "ZZ9 1AA")


def test_one_person_comes_of_two_requests_that_enrol_them_at_once(registers, people):

    def enrol(_):
        with registers.app_context():
            return a_parent(people).id

    with ThreadPoolExecutor(4) as crowd:
        assert len(set(crowd.map(enrol, range(4)))) == 1


def test_somebody_unknown_is_an_error_and_not_an_empty_person(people):
    for look in (people.person, people.service, people.setting):
        with pytest.raises(KeyError):
            look("nobody")
    assert people.by_email("nobody@mail.example") is None


def test_names_are_found_in_one_question(people):
    leila, ash = a_parent(people), a_therapist(people)
    assert people.names([leila.id, ash.id, "nobody"]) == {leila.id: "Leila Amin", ash.id: "Ash Okoro"}
    assert people.names([]) == {}


@pytest.mark.parametrize("words", ["elodie", "ÉLODIE", "okoro elo", "elodie@", "Élodie"])
def test_a_search_minds_neither_capitals_nor_accents_nor_order(people, words):
    elodie = people.enrol(name="Élodie Okoro", email="elodie@mail.example")
    people.enrol(name="Somebody Else", email="else@mail.example")
    assert people.search(words) == [elodie]


@pytest.mark.parametrize("words", ["%", "_", "\\", "", "   "])
def test_a_search_for_a_sign_finds_only_that_sign(people, words):
    a_parent(people)
    assert people.search(words) == []


def test_a_change_is_written_down_with_what_was_there_before(people):
    leila = a_parent(people)
    people.change(leila.id, by="admin-1", phone="01632 960 001", name="Leila Amin-Reed")
    [change, enrolled] = people.changes_of(leila.id)
    assert (change["by"], change["register"]) == ("admin-1", "people")
    assert change["before"] == {"phone": "07700 900101", "name": "Leila Amin"}
    assert change["after"] == {"phone": "01632 960 001", "name": "Leila Amin-Reed"}
    assert enrolled["before"] == {}
    assert people.search("reed")[0].phone == "01632 960 001"


def test_an_email_address_that_somebody_else_has_is_refused_beside_its_box(people):
    leila, ash = a_parent(people), a_therapist(people)
    with pytest.raises(Refusal) as refused:
        people.change(ash.id, by="admin-1", email=leila.email.upper())
    assert refused.value.field == "email"
    assert people.change(ash.id, by="admin-1", email="ASH@health.example").email == "ash@health.example"
    assert people.by_email("ash.okoro@health.example") is None


def test_staff_are_listed_by_post_and_service_and_those_who_left_are_not(people):
    ash = a_therapist(people)
    bea = people.enrol(name="Bea Lund", post="adviser", service="community-health")
    gone = people.enrol(name="Ada Gone", post="adviser", service="speech-and-language")
    people.change(gone.id, by="admin-1", state="disabled")
    assert people.staff("adviser") == [ash, bea]
    assert people.staff("adviser", "community-health") == [bea]
    assert people.of_service("speech-and-language") == [ash]


def test_a_post_is_held_in_its_service_its_agency_or_the_whole_council(people):
    services(people)
    mina = people.enrol(name="Mina Walsh", post="service manager", service="speech-and-language")
    omar = people.enrol(name="Omar Sen", post="agency lead", service="community-health")
    helen = people.enrol(name="Helen Brook", post="head of send")
    assert people.holder("service manager", "speech-and-language", TODAY) == mina
    assert people.holder("service manager", "early-help", TODAY) is None
    assert people.holder("agency lead", "speech-and-language", TODAY) == omar
    assert people.holder("agency lead", "early-help", TODAY) is None
    assert people.holder("head of send", "early-help", TODAY) == helen


def test_whoever_covers_holds_the_post_while_its_holder_is_away_and_on_no_other_day(people):
    mina = people.enrol(name="Mina Walsh", post="service manager", service="speech-and-language")
    ash = a_therapist(people)
    away = Cover(mina.id, ash.id, date(2026, 11, 23), date(2026, 11, 27), "annual leave")
    people.arrange_cover(away, by="admin-1")
    post = ("service manager", "speech-and-language")
    held = {day: people.holder(*post, date(2026, 11, day)) for day in (22, 23, 27, 28)}
    assert held == {22: mina, 23: ash, 27: ash, 28: mina}
    assert people.cover_for(mina.id, TODAY) == ash
    assert people.cover_for(mina.id, date(2026, 12, 1)) is None
    assert people.covers_of(mina.id, date(2026, 11, 27)) == [away]
    assert people.covers_of(mina.id, date(2026, 11, 28)) == []


def test_cover_passes_on_when_whoever_covers_is_away_too(people):
    mina, ash, bea = (people.enrol(name=name, post="service manager", service="early-help") for name in ("A", "B", "C"))
    week = (date(2026, 11, 23), date(2026, 11, 27), "")
    people.arrange_cover(Cover(mina.id, ash.id, *week), by="admin-1")
    people.arrange_cover(Cover(ash.id, bea.id, *week), by="admin-1")
    assert people.cover_for(mina.id, TODAY) == bea


def test_two_who_cover_for_each_other_cover_for_nobody(people):
    mina, ash = (people.enrol(name=name, post="service manager", service="early-help") for name in ("Mina", "Ash"))
    week = (date(2026, 11, 23), date(2026, 11, 27), "")
    people.arrange_cover(Cover(mina.id, ash.id, *week), by="admin-1")
    people.arrange_cover(Cover(ash.id, mina.id, *week), by="admin-1")
    assert people.holder("service manager", "early-help", TODAY) is None


def test_the_next_of_a_post_holds_it_when_the_first_is_away_and_nobody_covers(people):
    first = people.enrol(name="Ada", post="head of send")
    second = people.enrol(name="Bo", post="head of send")
    people.arrange_cover(Cover(first.id, "", TODAY, TODAY, "ill"), by="admin-1")
    assert people.holder("head of send", "anything", TODAY) == second


@pytest.mark.parametrize(
    ("cover", "field"),
    [
        (Cover("mina", "ash", date(2026, 11, 27), date(2026, 11, 23)), "until"),
        (Cover("mina", "mina", date(2026, 11, 23), date(2026, 11, 27)), "covered_by"),
    ],
)
def test_cover_that_cannot_be_is_refused(people, cover, field):
    with pytest.raises(Refusal) as refused:
        people.arrange_cover(cover, by="admin-1")
    assert refused.value.field == field


def test_services_are_found_by_the_advice_they_give(people):
    services(people)
    assert [service.id for service in people.services(giving="nursing")] == ["community-health"]
    by_name = ["Community paediatrics", "Early help", "Speech and language therapy"]
    assert [service.name for service in people.services()] == by_name
    assert people.service("early-help").gives == ("social_care",)


def test_a_service_that_is_kept_again_is_changed_and_both_are_written_down(people):
    services(people)
    before = people.service("early-help")
    people.keep_service(replace(before, email="inbox@early-help.example"), by="admin-1")
    assert people.service("early-help").email == "inbox@early-help.example"
    [change, _] = people.changes_of("early-help")
    assert change["before"]["email"] == ""
    assert change["after"]["email"] == "inbox@early-help.example"
    assert len(people.services()) == 3


def test_settings_are_found_by_any_words_of_their_name(people):
    known = (("elm", "Elm Park Primary School"), ("acorns", "Little Acorns Nursery"), ("owai", "Ōwairaka School"))
    for id_, name in known:
        people.keep_setting(Setting(id_, name, kind="primary"), by="import")
    assert [one.id for one in people.settings_matching("school")] == ["elm", "owai"]
    assert [one.id for one in people.settings_matching("school", 1)] == ["elm"]
    assert [one.id for one in people.settings_matching("park elm")] == ["elm"]
    assert [one.id for one in people.settings_matching("owairaka")] == ["owai"]
    assert people.setting("acorns").name == "Little Acorns Nursery"
    assert len(people.settings()) == 3


def test_nobody_changes_their_own_post(people):
    ash = people.enrol(name="Ash Okoro", email="ash@health.example", post="adviser", by="import")
    with pytest.raises(Refusal, match="Ask a colleague"):
        people.change(ash.id, by=ash.id, post="director")
    assert people.person(ash.id).post == "adviser"
    assert people.change(ash.id, by=ash.id, phone="01632 960111").phone == "01632 960111"
