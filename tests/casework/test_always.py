"""Each promise that must always hold is seen broken once, so that a year without a broken one means something."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from casework.demonstration.always import (
    PROMISES,
    Watch,
    broken,
    every_duty_has_its_row,
    every_seal_holds,
    families_are_never_chased,
    letters_owed_are_those_of_the_table,
    look,
    no_date_moves,
    no_duty_is_met_by_itself,
    no_rung_is_climbed_twice,
    nothing,
    nothing_ends_by_itself,
    only_the_highest_rung_is_climbed,
    the_list_is_what_the_diary_tells,
)
from casework.record.case import Case, fold
from casework.record.entries import AdviceAccepted, Chased


@pytest.fixture(scope="module")
def seen(saltmarsh):
    """A case that was chased, as it stands, and on the day before its last rung."""
    for ref in saltmarsh.office.diary.refs():
        after = look(saltmarsh.office, ref)
        places = [place for place, each in enumerate(after.written) if isinstance(each.entry, Chased)]
        if places:
            written = after.written[: places[-1]]
            return replace(after, case=fold(written, Case(ref)), written=written), after
    raise AssertionError("nobody in Saltmarsh was chased")


def with_rung(after, **changes):
    """The same case with its last rung climbed in another way."""
    place = max(place for place, each in enumerate(after.written) if isinstance(each.entry, Chased))
    each = after.written[place]
    changed = replace(each, entry=replace(each.entry, **changes))
    return replace(after, written=(*after.written[:place], changed, *after.written[place + 1 :]))


def with_duty(after, **changes):
    """The same case with the first of its duties kept in another way."""
    first, *others = after.kept["duties"]
    return replace(after, kept={**after.kept, "duties": [{**first, **changes}, *others]})


def accepted_by_night(after):
    """Advice that the night clerk accepted, as an entry."""
    return replace(after.written[-1], entry=AdviceAccepted(on=after.case.last_on), by="night-clerk")


BREAKS = {
    every_duty_has_its_row: lambda seen: replace(seen, kept={**seen.kept, "duties": seen.kept["duties"][1:]}),
    no_duty_is_met_by_itself: lambda seen: with_duty(seen, met_on=seen.case.last_on + timedelta(days=1)),
    no_rung_is_climbed_twice: lambda seen: replace(seen, written=(*seen.written, *seen.written)),
    only_the_highest_rung_is_climbed: lambda seen: with_rung(seen, step="E99"),
    families_are_never_chased: lambda seen: with_rung(seen, told=(seen.case.family[0].person,)),
    no_date_moves: lambda seen: with_duty(seen, due=seen.kept["duties"][0]["due"] + timedelta(days=1)),
    the_list_is_what_the_diary_tells: lambda seen: with_duty(seen, excuse="away"),
    letters_owed_are_those_of_the_table: lambda seen: replace(seen, post=(*seen.post, *seen.post)),
    every_seal_holds: lambda seen: replace(seen, written=(*seen.written[:-1], replace(seen.written[-1], by="nobody"))),
    nothing_ends_by_itself: lambda seen: replace(seen, written=(*seen.written, accepted_by_night(seen))),
}


def test_every_promise_holds_for_a_case_that_was_chased(seen):
    before, after = seen
    assert list(broken(nothing(after.case.ref), after)) == []
    assert list(broken(before, after)) == []


def test_every_promise_is_broken_here():
    assert set(BREAKS) == set(PROMISES)


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_broken_promise_is_seen(seen, promise):
    before, after = seen
    assert list(promise(before, BREAKS[promise](after)))


def test_a_letter_that_is_not_owed_and_one_that_is_missing_are_seen(seen):
    before, after = seen
    last = max(letter.n for letter in after.post)
    without = replace(after, post=tuple(letter for letter in after.post if letter.n != last))
    said = list(letters_owed_are_those_of_the_table(nothing(after.case.ref), without))
    assert said and all("is not in the post" in sentence for sentence in said)
    odd = replace(after, post=(*after.post, SimpleNamespace(**vars_of(after.post[-1]) | {"letter": "a-poem"})))
    [said] = letters_owed_are_those_of_the_table(nothing(after.case.ref), odd)
    assert said.startswith("a-poem is in the post")


def vars_of(letter) -> dict:
    """A row of the post as a mapping."""
    return dict(letter._mapping)


def test_a_date_may_move_when_an_entry_is_struck_out_or_typed_in_late(seen):
    before, after = seen
    moved = BREAKS[no_date_moves](after)
    late = moved.written[-1]
    late = replace(late, entry=replace(late.entry, on=late.entry.on - timedelta(days=3)))
    assert list(no_date_moves(before, replace(moved, written=(*moved.written[:-1], late)))) == []


def test_a_case_is_looked_at_when_it_has_changed_and_missed_when_it_has_gone(saltmarsh):
    office = saltmarsh.office
    ref = office.diary.refs()[0]
    heads, looked = [{ref: (1, "a")}, {ref: (1, "a")}, {}], Counter()

    class Heads:
        """A diary that answers with each of these heads in turn."""

        def heads(self):
            return heads.pop(0)

        def written(self, ref):
            looked[ref] += 1
            return office.diary.written(ref)

        rows = staticmethod(office.diary.rows)

    watch = Watch(replace(office, diary=Heads()))
    assert [watch.look(), watch.look(), watch.look()] == [[], [], [f"{ref}: the case has gone."]]
    assert looked == {ref: 1}
