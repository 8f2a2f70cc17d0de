"""Sixty texts with planted faults and sixty clean ones, written before the lint: every fault found, nothing raised."""

import json
from pathlib import Path

import pytest

from casework.lint import About, lint

HERE = Path(__file__).parent


def texts(name):
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def about(text):
    others = {name: tuple(text.get(name, ())) for name in ("others", "earlier")}
    return About((text["child"],), text.get("pronouns", ""), **others)


def overlap(mark, first, last):
    return mark.start < last and first < mark.end


@pytest.mark.parametrize("text", texts("planted"), ids=lambda text: text["id"])
def test_every_planted_fault_is_found(text):
    marks = lint(text["text"], text["section"], about(text))
    for fault in text["plants"]:
        first = text["text"].index(fault["phrase"])
        last = first + len(fault["phrase"])
        assert [mark for mark in marks if mark.rule == fault["rule"] and overlap(mark, first, last)], fault


@pytest.mark.parametrize("text", texts("clean"), ids=lambda text: text["id"])
def test_nothing_is_raised_on_a_clean_text(text):
    assert lint(text["text"], text["section"], about(text)) == ()
    assert lint(text["text"], text["section"], About((text["child"],))) == (), "nobody told it the pronouns"


def test_the_sets_are_whole_and_cover_every_part():
    planted, clean = texts("planted"), texts("clean")
    assert len(planted) == len(clean) == 60
    parts = {"A", "B", "C", "D", "E", "F", "G", "H1", "H2", "plain"}
    assert {text["section"] for text in planted} == {text["section"] for text in clean} == parts
    assert min(text["age"] for text in planted + clean) <= 4 and max(text["age"] for text in planted + clean) >= 20
