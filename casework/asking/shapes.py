"""The shapes that numbers and addresses have: NHS number, UPN, postcode, email, phone. Shape only, never a rule."""

import re

from casework.asking.typed import digits, plain_digits

# The letters a UPN's first character is taken from, in the order of the remainder (DfE, "Unique pupil
# numbers: a guide"). I, O and S are left out because they look like 1, 0 and 5.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_WEIGHTS = range(2, 14)
NHS_WEIGHTS = range(10, 1, -1)
NHS_LENGTH = 10
EMAIL = re.compile(r"[^\s@<>,;:\"\\()\[\]]{1,64}@(?:[^\s@.<>,;:\"\\()\[\]]{1,63}\.)+[^\s@.<>,;:\"\\()\[\]]{2,63}")
LONGEST_EMAIL = 254
POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
PHONE = re.compile(r"\+?[0-9]{9,15}(?:(?:x|ext|extension)[0-9]{1,6})?")


def nhs_number(text: str) -> str:
    """Ten digits whose last one checks the rest (modulus 11). Raises ValueError in a sentence."""
    number = digits(text)
    if not re.fullmatch(r"[0-9]+", number):
        raise ValueError("An NHS number has only numbers in it, like 999 000 0018. Check it, or leave this empty.")
    if len(number) != NHS_LENGTH:
        raise ValueError(f"An NHS number has 10 numbers. This has {len(number)}. Check it, or leave this empty.")
    left = 11 - sum(weight * int(digit) for weight, digit in zip(NHS_WEIGHTS, number[:9], strict=True)) % 11
    if left % 11 != int(number[9]):
        raise ValueError("This is not a real NHS number: one of its numbers is wrong. Check it, or leave this empty.")
    return number


def upn(text: str) -> str:
    """A unique pupil number: a check letter, eleven digits, and a digit (or a letter, for a temporary one).

    The check letter is the sum of each character's value times 2 to 13, modulo 23.
    Council codes change, so none is refused here. Raises ValueError in a sentence.
    """
    written = re.sub(r"[\s-]", "", plain_digits(text)).upper()
    if len(written) != 13:
        raise ValueError(f"A UPN has 13 letters and numbers, like H801200001001. This has {len(written)}.")
    if not re.fullmatch(f"[{UPN_LETTERS}][0-9]{{11}}[0-9{UPN_LETTERS}]", written):
        raise ValueError("A UPN is a letter and then 12 numbers, like H801200001001. The last may be a letter.")
    if written[0] != upn_letter(written[1:]):
        raise ValueError("This is not a real UPN: one of its letters or numbers is wrong. Check it with the school.")
    return written


def upn_letter(rest: str) -> str:
    """The letter that checks the other twelve characters of a UPN."""
    values = [int(character) if character.isdigit() else UPN_LETTERS.index(character) for character in rest]
    return UPN_LETTERS[sum(weight * value for weight, value in zip(UPN_WEIGHTS, values, strict=True)) % 23]


def postcode(text: str) -> str:
    """“ZZ9 1AA”, however it was typed. Raises ValueError in a sentence."""
    written = re.sub(r"[\s-]", "", plain_digits(text)).upper()
    if not POSTCODE.fullmatch(written):
        raise ValueError("Enter a full UK postcode, like ZZ9 1AA")
    return f"{written[:-3]} {written[-3:]}"


def email(text: str) -> str:
    """An address that mail can be sent to; the part after the @ in small letters. Raises ValueError in a sentence."""
    address = text.replace(" ", "")
    if not EMAIL.fullmatch(address) or len(address) > LONGEST_EMAIL or ".." in address:
        raise ValueError("Enter an email address in the right shape, like name@example.com")
    name, at, place = address.rpartition("@")
    return name + at + place.lower()


def phone(text: str) -> str:
    """A phone number with its own spaces kept. Raises ValueError in a sentence."""
    written = plain_digits(text)
    if not PHONE.fullmatch(re.sub(r"[\s().-]|\u2013", "", written).lower()):
        raise ValueError("Enter a phone number, like 01632 960 001 or 07700 900 982")
    return written
