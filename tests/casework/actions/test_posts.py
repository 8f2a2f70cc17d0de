"""Who is told: by name or by post, past whoever is away to whoever covers, or to the next one up the same day."""

from casework.actions.posts import find
from casework.record import entries as kinds
from casework.record.register import Missing
from tests.makers import asked, assessing, day

SLT, SERVICE, SINCE = "speech_language-1", "speech-and-language", day("2026-03-09")
HOLDERS = {(SERVICE, "head of service"): "iris", (SERVICE, "send manager"): "sam"}


def told(*posts, holders=HOLDERS, **missing):
    """Who is told for these posts on a case whose caseworker is Jo and whose author is Ash."""
    jo = kinds.CaseworkerAllocated(on=day("2026-03-02"), about="jo")
    named = kinds.AdviserNamed(on=day("2026-03-02"), about=SLT, adviser="ash")
    case = assessing(jo, named)
    gone = {("jo" if who == "jo" else "ash" if who == "ash" else (SERVICE, who)): one for who, one in missing.items()}
    return find(case, case.advice[SLT], posts, holders=holders, missing=gone)


def test_an_author_and_a_caseworker_who_are_here_are_told_themselves():
    assert told("author", "caseworker").told == ("ash", "jo")


def test_whoever_covers_is_told_and_it_is_no_gap():
    found = told("author", "caseworker", ash=Missing("ash", SINCE, "wyn"), jo=Missing("jo", SINCE, "priya"))
    assert (found.told, found.gaps) == (("wyn", "priya"), ())


def test_an_author_who_is_away_without_cover_passes_it_to_the_next_who_is_here():
    found = told("author", ash=Missing("ash", SINCE))
    assert (found.told, found.gaps) == (("iris",), ("author", "service manager"))
    assert found.missing == (("author", "ash", "2026-03-09"),)


def test_a_caseworker_who_is_away_without_cover_passes_it_to_the_send_manager():
    assert told("caseworker", jo=Missing("jo", SINCE)).told == ("sam",)


def test_an_empty_post_says_since_when_it_was_found_empty():
    found = told("service manager", **{"service manager": Missing(since=SINCE)})
    assert (found.told, found.missing) == (("iris",), (("service manager", "", "2026-03-09"),))


def test_somebody_who_has_left_is_said_without_a_day():
    assert told("author", ash=Missing("ash")).missing == (("author", "ash", ""),)


def test_nobody_is_told_twice_and_the_top_of_the_ladder_ends_it():
    assert told("service manager", "head of service").told == ("iris",)
    assert told("head of service", holders={}).gaps == ("head of service", "director", "executive")


def test_a_service_inbox_is_nobody():
    case = assessing(asked())
    assert find(case, case.advice[SLT], ("service inbox",), holders={}, missing={}).told == ()
