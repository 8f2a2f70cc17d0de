"""Letters on paper and by email: tagged, in the window of the envelope, shut to the outside, discreet."""

import io
import re
import shutil
import subprocess
from functools import cache

import page as checker
import pikepdf
import pytest

from casework.chasing import first
from casework.errors import GapInOurTables
from casework.outside.press import Press
from casework.outside.press_says import words_of
from casework.lint import reading_age
from casework.tables import rows
from tests.casework.outside.letter_makers import AREA, CHILD, PARENT, TEMPLATES, facts_for, somewhere

PRESS = Press(AREA, TEMPLATES)
LETTERS = {row["letter"]: row for row in rows("letters")}
EMAILS = sorted(each.name for each in (TEMPLATES / "emails").iterdir() if each.name != "layout")
POINTS = 72 / 25.4  # in a millimetre
HOSTILE = (
    '<img src="file:///etc/hostname">',
    '<img src="http://169.254.169.254/">',
    '<a rel="attachment" href="file:///etc/hostname">x</a>',
    '<link rel="attachment" href="file:///etc/hostname">',
    '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
    '<style>@import "file:///etc/hostname";</style>',
    "<style>@font-face { font-family: x; src: url(file:///etc/hostname) } p { font-family: x }</style>",
    '<p style="background: url(file:///etc/hostname)">x</p>',
    '<object data="file:///etc/hostname"></object>',
    '<embed src="file:///etc/hostname">',
)
NAMES = {
    "Welsh": "Siân Ŵyn Llŷr",
    "Arabic": "أميرة الحسن",
    "Ukrainian": "Соломія Їжакевич",
    "Polish": "Żaneta Łękołodzka",
    "Bengali": "রাহুল দাস",
}
each_letter = pytest.mark.parametrize("letter", LETTERS)


def printed(letter, **changes):
    return PRESS.letter(letter, complete(letter, **changes))


@cache
def printed_once(letter):
    """A letter with its usual facts, printed once for all tests that read it."""
    return printed(letter)


def complete(letter, **changes):
    return facts_for(letter, **({"to": somewhere(LETTERS[letter]["to"].split("; ")[0])} | changes))


def text_of(content, *options):
    """What a reader sees, by poppler."""
    asked = ["pdftotext", *options, "-", "-"]
    return subprocess.run(asked, input=content, capture_output=True, check=True).stdout.decode()


def problems(content):
    """What the PDF/UA-1 checker says against it; nothing when it says it is right."""
    return [f"{each.rule_id}: {each.message}" for each in checker.validate_pdf_bytes(content, profile="ua1").failures]


@each_letter
def test_a_letter_is_a_tagged_pdf_that_anybody_can_read(letter):
    content = printed_once(letter)
    assert problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert "EHC-2026-0142" in str(pdf.docinfo["/Title"])
        assert "/Outlines" in pdf.Root and "/EmbeddedFiles" not in pdf.Root.get("/Names", {})
        assert len(pdf.pages) <= 2


@each_letter
def test_a_letter_on_paper_is_the_letter_that_was_previewed(letter):
    paper = " ".join(text_of(printed_once(letter), "-layout").split())
    heading = re.search(r"<h1>(.*?)</h1>", PRESS.letter_html(letter, complete(letter)))[1]
    assert words_of(heading)[:40] in paper
    assert "Page 1 of" in paper and "EHC-2026-0142" in paper


@pytest.mark.parametrize("letter", [name for name, row in LETTERS.items() if row["to"] == "family"])
def test_a_letter_to_a_family_can_be_read_by_a_child_of_twelve(letter):
    body = PRESS.letter_html(letter, complete(letter)).split("<main>")[1].split('<div class="close">')[0]
    assert reading_age(words_of(re.sub(r"</(p|h\d|li|th|td)>", ". ", body))) <= 12


def test_the_address_stands_in_the_window_of_the_envelope():
    found = text_of(printed("we-will-not-assess"), "-bbox", "-l", "1")
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<', found)
    for wanted in ("Ngozi", "Limekiln", "4QT"):
        left, top, right, foot = next([float(side) / POINTS for side in box] for *box, word in words if word == wanted)
        assert 24 <= left and right <= 120 and 39.5 <= top and foot <= 66.3


def test_what_a_family_typed_is_printed_as_they_typed_it_and_never_as_a_page_of_ours():
    typed = 'She said <b>no</b>. <a rel="attachment" href="file:///etc/hostname">here</a> {{ area.name }} & so on'
    content = printed("message", it={"words": typed})
    assert " ".join(typed.split()) in " ".join(text_of(content, "-layout").split())
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert "/Names" not in pdf.Root and "/AF" not in pdf.Root


@pytest.mark.parametrize("reach", HOSTILE)
def test_printing_stops_when_a_page_reaches_outside_itself(reach, tmp_path):
    shutil.copytree(TEMPLATES / "letters", tmp_path / "templates" / "letters")
    for needed in ("print", "fonts"):
        shutil.copytree(TEMPLATES.parent / "static" / needed, tmp_path / "static" / needed)
    end = tmp_path / "templates" / "letters" / "layout" / "talk.html"
    end.write_text(reach, encoding="utf-8")
    with pytest.raises(GapInOurTables, match="outside itself"):
        Press(AREA, tmp_path / "templates").letter("message", facts_for("message"))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_child_s_name_is_printed_in_its_own_letters(name):
    first, last = name.split(" ", 1)
    child = CHILD | {"first_name": first, "last_name": last, "preferred_name": first}
    content = printed("asking-a-setting", child=child)
    assert problems(content) == []


def test_a_letter_nobody_has_written_is_refused_by_name():
    with pytest.raises(GapInOurTables, match="no letter called we-are-sorry"):
        PRESS.letter("we-are-sorry", facts_for("message"))
    with pytest.raises(GapInOurTables, match="the email we-are-sorry"):
        PRESS.email("we-are-sorry", facts_for("message"))


def test_a_day_that_is_not_known_is_refused_and_named():
    with pytest.raises(GapInOurTables, match="final_by"):
        printed("request-received", it={"final_by": None})


@pytest.mark.parametrize("email", EMAILS)
def test_an_email_gives_a_reference_and_a_link_and_nothing_about_a_child(email):
    facts = facts_for(email, it={"minutes": 30})
    subject, body = PRESS.email(email, facts)
    said = subject + body
    for secret in (*CHILD.values(), "Okafor", PARENT["name"], facts["it"]["reasons"], facts["it"]["words"], "Elm Park"):
        assert str(secret) not in said
    assert facts["link"] in body and AREA.phone in body and "\n" not in subject
    assert "EHC-2026-0142" in said or email not in LETTERS


def test_every_letter_that_goes_by_email_has_its_email():
    assert {name for name, row in LETTERS.items() if "email" in row["how"]} <= set(EMAILS)


def test_a_subject_is_one_line_whatever_it_was_made_from():
    subject, _ = PRESS.email("advice-chased", facts_for("advice-chased", it={"subject": "Late\r\nBcc: all@example"}))
    assert subject == "Late Bcc: all@example"


def test_no_rung_of_the_ladder_can_put_a_child_into_an_email():
    allowed = {"case_ref", "service", "due_5", "due_10", "legal_due", "days_late", "link"}
    for rung in first().steps:
        assert set(re.findall(r"\{(\w+)\}", rung.subject + rung.text)) <= allowed


def test_an_area_with_a_logo_that_is_not_a_picture_of_ours_is_refused():
    for logo in ("../instance/secret-key", "/etc/hostname", "nowhere.png"):
        with pytest.raises(GapInOurTables, match="logo"):
            Press(type(AREA)(**(vars(AREA) | {"logo": logo})), TEMPLATES)


def test_an_area_s_colour_cannot_bring_in_styles_of_its_own():
    with pytest.raises(GapInOurTables, match="colour"):
        Press(type(AREA)(**(vars(AREA) | {"colour": "red; } body { display: none"})), TEMPLATES)
