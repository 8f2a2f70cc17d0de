"""Numbers and addresses have shapes; a wrong one is refused in a sentence, and a clumsy right one is understood."""

import pytest

from casework.asking import shapes


PLAIN = ["9990000018", "999 000 0018", "999-000-0018"]
CLUMSY = [" ٩٩٩ ٠٠٠ ٠٠١٨ ", "999 OOO 0018", "999 000 0Ol8", "\u202a999 000 0018\u202c", "999\u202f000\u202f0018"]


@pytest.mark.parametrize("typed", PLAIN + CLUMSY)
def test_an_nhs_number_is_understood_however_it_is_typed(typed):
    assert shapes.nhs_number(typed) == "9990000018"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("999 000 0017", "one of its numbers is wrong"),
        ("999 000 001", "This has 9"),
        ("999 000 00180", "This has 11"),
        ("999 000 001X", "only numbers"),
    ],
)
def test_an_nhs_number_that_is_not_one_is_refused(typed, said):
    with pytest.raises(ValueError, match=said):
        shapes.nhs_number(typed)


@pytest.mark.parametrize("last", range(10))
def test_nine_numbers_whose_check_would_be_ten_begin_no_nhs_number(last):
    with pytest.raises(ValueError, match="one of its numbers is wrong"):
        shapes.nhs_number(f"999000014{last}")


@pytest.mark.parametrize("typed", ["H801200001001", "h801 2000 01001", "H801200001001 "])
def test_a_upn_is_understood_however_it_is_typed(typed):
    assert shapes.upn(typed) == "H801200001001"


def test_a_temporary_upn_ends_with_a_letter_that_counts_too():
    rest = "80120000100A"
    assert shapes.upn(shapes.upn_letter(rest) + rest).endswith("A")
    assert shapes.upn_letter("80120000100A") != shapes.upn_letter("80120000100B")


@pytest.mark.parametrize("council", ["838", "839", "940", "941", "942", "943", "999"])
def test_a_upn_of_a_council_made_since_2019_is_a_upn(council):
    rest = f"{council}200001001"
    assert shapes.upn(shapes.upn_letter(rest) + rest)[1:4] == council


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("A801200001001", "one of its letters"),
        ("H80120000100", "This has 12"),
        ("1801200001001", "a letter and then"),
        ("I801200001001", "a letter and then"),
    ],
)
def test_a_upn_that_is_not_one_is_refused(typed, said):
    with pytest.raises(ValueError, match=said):
        shapes.upn(typed)


@pytest.mark.parametrize(
    ("typed", "right"),
    [("zz91aa", "ZZ9 1AA"), (" ZZ9-1AA ", "ZZ9 1AA"), ("zz10 2bb", "ZZ10 2BB"), ("w1a 1aa", "W1A 1AA")],
)
def test_a_postcode_is_put_in_its_right_form(typed, right):
    assert shapes.postcode(typed) == right


@pytest.mark.parametrize("typed", ["ZZ9", "12345", "Harbour House", "ZZZ9 1AA", "ZZ9 1A1"])
def test_a_postcode_that_is_not_one_is_refused(typed):
    with pytest.raises(ValueError, match="full UK postcode"):
        shapes.postcode(typed)


@pytest.mark.parametrize(
    "typed", ["amira@home.example", "o’neil+send@sub.home.example", "用户@例子.example", "Jo.Marsh@HOME.Example"]
)
def test_an_email_address_in_any_alphabet_is_taken(typed):
    assert shapes.email(typed).endswith("example")


def test_the_part_of_an_address_after_the_at_is_in_small_letters_and_the_rest_is_left_alone():
    assert shapes.email("Jo.Marsh@HOME.Example") == "Jo.Marsh@home.example"


NO_ADDRESS = ["amira", "amira@home", "amira@@home.example", "a b@", "@home.example", "amira@home..example", "a@b.c"]
NO_ADDRESS += ["<amira@home.example>", "a@" + "b." * 150 + "example"]


@pytest.mark.parametrize("typed", NO_ADDRESS)
def test_an_email_address_that_is_not_one_is_refused(typed):
    with pytest.raises(ValueError, match="email address in the right shape"):
        shapes.email(typed)


NUMBERS = ["01632 960 001", "07700 900982", "+44 7700 900 982", "(01632) 960001", "01632 960001 ext 12"]
NUMBERS += ["٠١٦٣٢ ٩٦٠ ٠٠١"]


@pytest.mark.parametrize("typed", NUMBERS)
def test_a_phone_number_is_taken_with_its_own_spaces(typed):
    assert shapes.phone(typed).isascii()


@pytest.mark.parametrize("typed", ["01632", "not a number", "07700 900982 or 01632 960001", "+"])
def test_a_phone_number_that_is_not_one_is_refused(typed):
    with pytest.raises(ValueError, match="Enter a phone number"):
        shapes.phone(typed)
