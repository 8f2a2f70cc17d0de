"""A text is read without its markup, and every mark leads back to the characters that were typed."""

import time

import pytest

from casework.lint import About, lint
from casework.lint.reading import read
from casework.tables import rows

WORD = (
    "<!--[if gte mso 9]><xml><w:regular>as required</w:regular></xml><![endif]-->"
    '<style>.as-required {}</style><p class="MsoNormal"><b>Sam</b> will read<o:p></o:p></p>'
    "<table><tr><td>daily</td><td>10&nbsp;minutes</td></tr></table>"
)


def test_markup_from_word_is_left_out_and_its_lines_are_kept_apart():
    lines = [line.strip() for line in read(WORD).plain.split("\n") if line.strip()]
    assert lines == ["Sam will read", "daily", "10 minutes"]


def test_lines_that_were_only_wrapped_are_put_together_and_lists_are_not():
    text = read("A teacher will read\nwith Sam.\n\nNext.\n- one\n- two")
    found = [text.plain[slice(*span)] for span in text.paragraphs]
    assert found == ["A teacher will read with Sam.", "Next.", "- one", "- two"]


def test_a_number_and_a_short_word_end_no_sentence():
    text = read("Mr. Bell reads for 1.5 hours. Then he stops.")
    assert [text.plain[slice(*span)] for span in text.sentences] == ["Mr. Bell reads for 1.5 hours.", "Then he stops."]


@pytest.mark.parametrize("typed", ["é", "e\u0301", "ﬁ", "“é”", "ab\u00adc", "א", "&eacute;", "<b>é</b>"])
def test_places_lead_back_to_what_was_typed(typed):
    text = read(f"{typed} x")
    first, last = text.came_from(text.plain.index("x"), text.plain.index("x") + 1)
    assert f"{typed} x"[first:last] == "x"


HARD = ["<!--", "<a ", "\u0301", "'a ", '"', "a-\n", " \n", "<script>", "will be ", "access ", "one to ", "a a-", "no "]


@pytest.mark.parametrize("piece", HARD)
def test_no_text_makes_it_think_for_long(piece):
    words = piece * (10_000 // len(piece))
    started = time.process_time()
    for section in ("E", "F"):
        lint(words, section, About(("Sam",)))
    assert time.process_time() - started < 2


def test_every_pattern_of_the_tables_can_be_read():
    assert all(row["pattern"] for row in rows("telltale-words"))
