"""A child is found however their name, number or address is written, and everyday words are nobody's name."""

import pytest

from casework import guard

SEAN = {
    "first_name": "Séan Amari",
    "last_name": "O’Brien-Smith",
    "preferred_name": "Zephyrin",
    "upn": "A123456789012",
    "nhs_number": "9990000018",
    "address": "Flat 2, 12 Harbour Lane\nSaltmarsh\nZZ9 3BC",
}


def found(words, child=SEAN, ref="EHC-2026-0142"):
    """The kinds of what a text holds of one child."""
    keys = guard.identifiers(ref, child) & set(guard.places(guard.read(words)))
    return {guard.kind_of(key) for key in keys}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We met Séan O’Brien-Smith today.", "name"),
        ("We met SEAN O'BRIEN SMITH today.", "name"),
        ("we met sean o’brien-smith today.", "name"),
        ("Séan O’Brien-\nSmith’s therapist came.", "name"),
        ("Se\u0301an\u00a0O’Brien‑Smith came.", "name"),
        ("O’Brien-Smith, Séan: absent.", "name"),
        ("O’Brien-Smith Séan", "name"),
        ("Séan Amari O’Brien-Smith", "name"),
        ("On Monday Zephyrin likes boats.", "first name"),
        ("His number is A1234 5678 9012.", "number"),
        ("NHS 999 000 0018", "number"),
        ("NHS 999-000-0018.", "number"),
        ("As in ehc 2026 0142, we agreed.", "number"),
        ("They live at 12 Harbour\nLane now.", "address"),
        ("To: 12, Harbour Lane", "address"),
        ("12 Harbour House, zz93bc", "address"),
    ],
)
def test_a_child_is_found_however_they_are_written(words, kind):
    assert kind in found(words)


@pytest.mark.parametrize(
    "words",
    [
        "Séan came. O’Brien-Smith is a firm of builders.",
        "Mr Smith and Séan Carter came.",
        "Mrs O’Brien came with Zephyrin Cole, a nurse.",
        "the zephyrin is a flower, and Zephyrin is one too.",
        "112 Harbour Lane and Harbour Lane, and 1 Harbour Lane",
        "Order 99900000187 and 19990000018",
        "EHC-2026-01425 and EHC-2025-0142",
        "Ring 01632 960 001 on 12 March, ZZ9 3BC.",
        "The 12 weeks end at Harbour Lane.",
    ],
)
def test_what_is_near_to_a_child_is_not_the_child(words):
    assert found(words) == set()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("May", "Field", "We may field a team. May field trips start."),
        ("Summer", "Camp", "A summer camp in Summer."),
        ("Art", "Room", "In the art room; Art is on Monday."),
        ("Will", "Carter", "He will carter for them. Will you?"),
        ("Grace", "Lee", "Grace was said. Lee came."),
    ],
)
def test_a_name_that_is_a_word_is_not_found_in_the_word(first, last, words):
    child = {"first_name": first, "last_name": last}
    assert found(words, child) == set()
    assert found(f"I saw {first} {last} there.", child) == {"name"}


def test_a_common_first_name_alone_means_nobody():
    child = {"first_name": "Oliver", "last_name": "Quill"}
    assert found("Oliver likes boats.", child) == set()


def test_a_page_is_read_without_its_markup_and_the_sentence_is_shown():
    page = "<style>p{}</style><p>We met.</p><p>Then S&eacute;an <b>O’Brien</b>-Smith came. He left.</p>"
    text = guard.read(guard.without_markup(page))
    [place, *_] = guard.places(text)["name sean obrien smith"]
    assert guard.around(text, place) == ("Then ", "Séan O’Brien-Smith", " came.")
