"""Which passwords will do."""

import pytest

from casework.errors import Refusal
from casework.outside.accounts_passwords import COMMON, EASY, OWN, check_password

ME = ("Leila Amin", "leila.amin@mail.example")


@pytest.mark.parametrize(
    "password",
    [
        "harbour gull lantern",
        "Three boats at low tide",
        "éléphant rose et bleu",
        "船 港 灯 海 波 風 山 川 空 雲 雨 雪",
        "x7#Kp2!vQ9rT",
        "leila amin walks her dog at six",
    ],
)
def test_a_long_password_that_few_would_guess_will_do(password):
    check_password(password, own=ME)


@pytest.mark.parametrize("password", ["", "short", "elevenchars", "a" * 11])
def test_fewer_than_twelve_characters_are_too_few(password):
    with pytest.raises(Refusal, match="12 characters or more"):
        check_password(password)


def test_more_than_two_hundred_characters_are_too_many():
    check_password("gull lantern " * 15 + "sea")
    with pytest.raises(Refusal, match="200 characters or fewer"):
        check_password("gull lantern " * 16)


@pytest.mark.parametrize(
    "password",
    [
        *("password1234", "Password1234!", "p@ssw0rd1234", "passwordpassword", "PASSWORD PASSWORD"),
        *("qwertyuiop12", "QwertyUiop!!", "asdfghjkl123", "zxcvbnm12345", "1234567890123", "0987654321098"),
        *("aaaaaaaaaaaaaaaa", "abababababab", "abcabcabcabc", "teddy teddy teddy", "😀😀😀😀😀😀😀😀😀😀😀😀"),
        *("ertyuiop2026", "!!bcdefghijk!!", "lkjhgfds2026"),
        *("harbourharbour", "Kites2kites2kites2", "gull gull gull gull"),
        *("Summer2026!!", "Liverpool2026!", "welcome12345", "I love you forever", "Correct Horse Battery Staple"),
    ],
)
def test_a_password_that_many_people_use_will_not_do_however_it_is_dressed(password):
    with pytest.raises(Refusal) as refused:
        check_password(password)
    assert refused.value.sentence == EASY


@pytest.mark.parametrize(
    "password", ["leila amin 2026", "LeilaAmin1234!", "leila.amin@mail.example", "mail example leila"]
)
def test_a_password_made_of_ones_own_name_or_address_will_not_do(password):
    with pytest.raises(Refusal) as refused:
        check_password(password, own=ME)
    assert refused.value.sentence == OWN


def test_the_list_of_common_passwords_is_in_order_and_says_each_once():
    said = COMMON.read_text(encoding="utf-8").split("\n")[:-1]
    assert said == sorted(set(said))
    assert len(said) > 2000
    assert all(word == word.casefold() and " " not in word for word in said)
