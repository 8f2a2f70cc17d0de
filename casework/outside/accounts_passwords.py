"""Passwords: how they are hashed, which ones will not do, and how long it takes to be wrong."""

import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from casework.errors import Refusal

SHORTEST = 12  # characters
LONGEST = 200
FEWEST_KINDS = 5  # different characters in a password
COMMON = Path(__file__).parent.parent / "tables" / "common-passwords.txt"
EASY = (
    "That password is one that many people use, so it is easy to guess. "
    "Choose another, such as three words together."
)
FEW = f"Your password must have {SHORTEST} characters or more. Three words together work well."
OWN = "Your password must not have your own name or email address in it."
LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890123456789")


class Passwords:
    """Hashes and compares. Argon2id at the cost OWASP asks for; `quick` is only for tests."""

    def __init__(self, *, quick: bool = False):
        cost = {"time_cost": 1, "memory_cost": 8} if quick else {"time_cost": 2, "memory_cost": 19 * 1024}
        self._hasher = PasswordHasher(parallelism=1, **cost)
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    def hash(self, password: str) -> str:
        """What to keep of a password."""
        return self._hasher.hash(_typed(password))

    def right(self, kept: str, password: str) -> bool:
        """Whether a password is the one kept. It takes as long when none is kept, so that waiting tells nothing."""
        try:
            self._hasher.verify(kept or self._nobody, _typed(password)[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
        return bool(kept)

    def outgrown(self, kept: str) -> bool:
        """Whether a password was hashed at another cost than today's, and should be hashed again."""
        return self._hasher.check_needs_rehash(kept)


def check_password(password: str, *, own: tuple[str, ...] = ()) -> None:
    """Raises Refusal for a password that is short, very long, very common, or made of the person's `own` words."""
    typed = _typed(password)
    if len(typed) < SHORTEST:
        raise Refusal(FEW, "password")
    if len(typed) > LONGEST:
        raise Refusal(f"Your password must have {LONGEST} characters or fewer.", "password")
    if _is_common(typed.casefold()):
        raise Refusal(EASY, "password")
    if _is_own(typed.casefold(), own):
        raise Refusal(OWN, "password")


def _typed(password: str) -> str:
    """One form for a password, whichever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", password)


@cache
def _common() -> frozenset[str]:
    """The commonest passwords, and the words they are made from."""
    return frozenset(COMMON.read_text(encoding="utf-8").split())


def _is_common(password) -> bool:
    """Whether a password is in the list, or is a word of the list dressed up, said twice, or a run along the keys."""
    plain = re.sub(r"\s", "", password)
    bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", plain)
    if len(set(plain)) < FEWEST_KINDS:
        return True
    said = (plain, bare, plain.translate(LOOKALIKES), bare.translate(LOOKALIKES))
    return any(form in _common() or _is_repeated(form) or _is_run(form) for form in said)


def _is_repeated(word) -> bool:
    """Whether it is one short thing over and over: abcabcabcabc."""
    return word in (word + word)[1:-1]


def _is_run(word) -> bool:
    """Whether most of it is a run along the keys or the alphabet, forwards or backwards."""
    runs = [row[start : start + 8] for row in ROWS for start in range(max(1, len(row) - 7))]
    found = [run for run in runs if len(run) > 6 and (run in word or run[::-1] in word)]
    return any(len(word) - len(run) <= 6 for run in found)


def _is_own(password, own) -> bool:
    """Whether what is left without the person's own words is too little to be a secret."""
    for words in own:
        for word in re.split(r"[\W_]+", words.casefold()):
            if len(word) > 3:
                password = password.replace(word, "")
    return len(re.sub(r"\s", "", password)) < SHORTEST // 2
