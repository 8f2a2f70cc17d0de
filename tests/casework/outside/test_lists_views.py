"""Views that people keep: named, first, shared with a team, dropped; nobody changes another's."""

import pytest

from casework.errors import Refusal
from casework.outside.lists.views import MOST_VIEWS, Views


@pytest.fixture
def views(registers, hands):
    """Views, with a keeper for short."""
    kept = Views()
    kept.put = lambda view, person, name, filters="": kept.keep(view, person, name, filters, at=hands())
    return kept


def names(seen):
    """The names of the tabs."""
    return [view.name for view in seen]


def test_views_are_tabs_in_the_order_they_were_made_and_the_first_is_first(views):
    for view in ("A", "B"):
        views.put(view, "jo", f"View {view}", "standing=late")
    assert names(views.seen_by("jo", "send")) == ["View A", "View B"]
    views.change("B", "jo", name="View B", first=True, team="")
    views.change("A", "jo", name="Renamed", first=False, team="")
    assert names(views.seen_by("jo", "send")) == ["View B", "Renamed"]
    views.change("A", "jo", name="Renamed", first=True, team="")
    assert [view.first for view in views.seen_by("jo", "send")] == [True, False]


def test_a_shared_view_is_seen_by_the_team_and_changed_by_its_owner_alone(views):
    views.put("A", "sam", "Late")
    assert names(views.seen_by("jo", "send")) == []
    views.change("A", "sam", name="Late", first=False, team="send")
    assert names(views.seen_by("jo", "send")) == ["Late"]
    assert names(views.seen_by("ash", "therapy")) == names(views.seen_by("leila", "")) == []
    views.change("A", "jo", name="Mine now", first=True, team="")
    views.drop("A", "jo")
    assert names(views.seen_by("jo", "send")) == ["Late"]
    views.drop("A", "sam")
    assert names(views.seen_by("jo", "send")) == []


def test_two_views_of_one_person_have_two_names(views):
    views.put("A", "jo", "Late")
    with pytest.raises(Refusal, match="already"):
        views.put("B", "jo", "LATE")
    views.put("B", "jo", "Soon")
    with pytest.raises(Refusal, match="already"):
        views.change("B", "jo", name="late", first=False, team="")
    views.put("C", "sam", "Late")


def test_a_second_press_keeps_nothing_twice_and_there_are_never_too_many(views):
    for number in [*range(MOST_VIEWS), 0]:
        views.put(f"form-{number}", "jo", f"View {number}")
    assert len(views.seen_by("jo", "")) == MOST_VIEWS
    with pytest.raises(Refusal, match="Delete one first"):
        views.put("one more", "jo", "One more")
