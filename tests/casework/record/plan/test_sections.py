"""The sections of a plan are those of regulation 12."""

from casework.record.plan import sections


def test_every_section_of_regulation_twelve_is_there_in_order():
    assert [section.letter for section in sections()] == ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K"]


def test_every_section_has_a_title_its_legal_title_a_clause_and_plain_words():
    for section in sections():
        assert section.title and section.legal_title and section.plain_words
        assert "reg 12" in section.clause
