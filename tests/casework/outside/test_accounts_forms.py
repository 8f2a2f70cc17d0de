"""Forms kept when a session ran out: an hour, for one person."""

import pytest

from casework.outside.accounts_forms import MOST, KeptForm, KeptForms
from casework.outside.database import db
from casework.outside.schema.people import kept_forms

TYPED = (("story", "Amira loves boats.\n\nŌ, שלום, 😀"), ("who", "mother"), ("who", "carer"))


@pytest.fixture
def forms(registers, hands):
    """Kept forms in an empty database."""
    return KeptForms(hands)


def test_a_form_is_kept_as_it_was_typed_for_the_one_who_typed_it(forms):
    key = forms.keep("leila", "/my-cases/EHC-2026-0001?x=1", TYPED)
    assert forms.read(key, "leila") == KeptForm("/my-cases/EHC-2026-0001?x=1", TYPED)
    assert forms.read(key, "ash") is None
    assert forms.read("", "leila") is None


def test_a_form_is_kept_for_an_hour(forms, hands):
    key = forms.keep("leila", "/", TYPED)
    hands.on(minutes=60)
    assert forms.read(key, "leila")
    hands.on(seconds=1)
    assert forms.read(key, "leila") is None


def test_a_form_that_is_done_with_is_forgotten(forms):
    key = forms.keep("leila", "/", TYPED)
    forms.drop(key)
    assert forms.read(key, "leila") is None


def test_old_forms_go_when_another_is_kept(forms, hands):
    forms.keep("leila", "/", TYPED)
    hands.on(hours=2)
    forms.keep("ash", "/", TYPED)
    assert [row.person for row in db.session.execute(kept_forms.select())] == ["ash"]


def test_a_form_longer_than_any_story_is_not_kept(forms):
    assert forms.keep("leila", "/", [("story", "x" * MOST)]) == ""
    assert db.session.execute(kept_forms.select()).all() == []
