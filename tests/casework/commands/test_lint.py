"""The command that looks at a text: a line of JSON for each weak place, none for a good one."""

import json
from io import BytesIO

import pytest


@pytest.fixture
def asked(saltmarsh):
    """Ask the command about a text: asked(text, "--section", "F", "--child", "Sam")."""

    def ask(text, *words):
        sent = text if isinstance(text, bytes) else text.encode()
        return saltmarsh.app.test_cli_runner().invoke(args=["lint", *words], input=BytesIO(sent))

    return ask


def test_each_weak_place_is_a_line_with_its_place_in_the_text(asked):
    text = "\ufeffSam will have access\r\nto שלום help as required.\r\n"
    answer = asked(text, "--section", "f", "--child", "Sam Okafor")
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [one["rule"] for one in found] == ["VP001", "VP005"]
    assert [text[one["start"] : one["end"]] for one in found] == ["have access\r\nto", "as required"]
    assert all(list(one) == ["start", "end", "phrase", "rule", "severity", "why", "better"] for one in found)
    assert "Sam" in found[0]["better"]


GOOD = "A teacher will read with Sam, one to one, for ten minutes each day."


@pytest.mark.parametrize("text", [GOOD, "", b"\xff\xfe"])
def test_a_clean_text_prints_nothing(asked, text):
    answer = asked(text, "--section", "F", "--child", "Sam")
    assert (answer.exit_code, answer.stdout) == (0, "")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--section", "Z", "--child", "Sam"), "There is no section Z: give A, B"),
        (("--child", "Sam"), "Say which, with --section: A, B"),
        (("--section", "F"), "Say what the child is called, with --child."),
        (("--section", "F", "--child", " "), "Say what the child is called, with --child."),
    ],
)
def test_an_unknown_section_or_a_missing_name_is_one_sentence(asked, words, sentence):
    answer = asked("x", *words)
    assert answer.exit_code == 2
    assert answer.stdout == ""
    assert answer.stderr.startswith(sentence) and answer.stderr.count("\n") == 1
