"""The reader finds each fault it is meant to find: a test tool that lets faults through is worse than none."""

import pytest

from tests.reader import read

GOOD = """<!DOCTYPE html><html lang="en-GB"><head><title>Your child – Saltmarsh</title>
<script nonce="n">1</script></head><body><header><a href="#main">Skip</a></header><main id="main"><h1>Your child</h1>
<form method="post" action="/ask/name"><input type="hidden" name="forgery" value="f">
<label for="name">Name</label><input id="name" name="name" value="Amira">
<label for="more">More</label><textarea id="more" name="more">
Loves trains</textarea>
<label for="who">Who</label><select id="who" name="who"><option value="">Choose</option>
<option value="m" selected>Mother</option></select>
<fieldset><legend>Sure?</legend><label for="y">Yes</label><input id="y" name="sure" type="radio" value="yes"></fieldset>
<button type="submit">Continue</button></form>
<h2>Help</h2><p>None of these <img src="/static/x.png" alt="A map"></p>
<table><caption>Dates</caption><tr><th scope="col">Day</th></tr></table></main></body></html>"""
FAULTS = [
    ("lang is another", 'lang="en-GB"', 'lang="en"', "language"),
    ("no doctype", "<!DOCTYPE html>", "", "DOCTYPE"),
    ("a second h1", "<h2>Help</h2>", "<h1>Help</h1>", "2 headings of the first level"),
    ("another title", "<title>Your child", "<title>A child", "title"),
    ("a level left out", "<h2>Help</h2>", "<h4>Help</h4>", "level 4 follows"),
    ("an empty heading", "<h2>Help</h2>", "<h2></h2>", "empty"),
    ("an id used twice", 'id="more" name', 'id="name" name', "used 2 times"),
    ("a box without a label", '<label for="name">Name</label>', "", "no label"),
    ("a label for nothing", 'for="name"', 'for="nam"', "not there"),
    ("a box without a name", 'id="name" name="name"', 'id="name"', "no name"),
    ("a radio button alone", "<fieldset><legend>Sure?</legend>", "<div>", "fieldset"),
    ("a set without a legend", "<legend>Sure?</legend>", "", "no legend"),
    ("a form without a place", 'action="/ask/name"', "", "where it goes"),
    ("a form without a proof", 'name="forgery"', 'name="other"', "no proof"),
    ("a button without a kind", '<button type="submit">', "<button>", "what kind"),
    ("a button without words", ">Continue</button>", "></button>", "says nothing"),
    ("a link without words", ">Skip</a>", "></a>", "says nothing"),
    ("a link to nowhere", 'href="#main"', 'href="#"', "goes nowhere"),
    ("a link to a missing part", 'href="#main"', 'href="#man"', "not there"),
    ("a picture without words", ' alt="A map"', "", "cannot see"),
    ("a script without a nonce", '<script nonce="n">', "<script>", "nonce"),
    ("a style attribute", "<h2>Help", '<h2 style="color:red">Help', "policy"),
    ("a click attribute", "<h2>Help", '<h2 onclick="go()">Help', "policy"),
    ("a picture from elsewhere", 'src="/static/x.png"', 'src="https://example.com/x.png"', "elsewhere"),
    ("a template left open", "<h2>Help", "<h2>{{ name }}", "shows"),
    ("a value nobody set", "None of these", "since None", "shows “None”"),
    ("a truth value", "None of these", "<b>True</b>", "shows “True”"),
    ("a table without a caption", "<caption>Dates</caption>", "", "no caption"),
    ("a heading that heads nothing", ' scope="col"', "", "heads"),
    ("tags that do not match", "<h2>Help</h2>", "<h2><b>Help</h2></b>", "still open"),
    ("an attribute twice", 'id="main"', 'id="main" id="man"', "twice"),
    ("files that cannot travel", 'value="Amira"', 'type="file"', "cannot carry"),
]


def test_a_good_page_is_read_without_a_fault():
    page = read(GOOD)
    assert (page.h1, page.headings(2), page.form.buttons) == ("Your child", ["Help"], ["Continue"])
    assert page.link("Skip") == "#main"


@pytest.mark.parametrize(("right", "wrong", "named"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_an_editor_finds(right, wrong, named):
    assert right in GOOD
    with pytest.raises(AssertionError, match=named):
        read(GOOD.replace(right, wrong, 1))


def test_a_page_in_fault_says_so_in_its_title():
    in_fault = GOOD.replace("<h1>", '<div class="govuk-error-summary"><ul><li>Enter a name</li></ul></div><h1>')
    with pytest.raises(AssertionError, match="Error: Your child"):
        read(in_fault)
    assert read(in_fault.replace("<title>", "<title>Error: ")).errors == ["Enter a name"]


def test_a_form_is_sent_as_a_browser_would_send_it():
    form = read(GOOD).form
    assert form.values == {"forgery": ["f"], "name": ["Amira"], "more": ["Loves trains"], "who": ["m"]}
    assert form.filled(sure="yes", name="Zoë")["name"] == "Zoë"


def test_a_test_cannot_answer_what_the_page_does_not_ask():
    with pytest.raises(AssertionError, match="does not ask for"):
        read(GOOD).form.filled(age="7")
