"""Runs the clock's tests with the machine's date a year ahead, so that a date that rots is found now: make test-ahead.

The date is moved for real, under Python and SQLite alike, by Debian's libfaketime; nothing of ours is patched.
"""

import os
import subprocess
import sys
from pathlib import Path

AHEAD = "+365d"
LIBRARIES = Path("/usr/lib")
# Everything that counts days, says dates, or acts when a day has come.
CLOCK_SUITE = (
    "tests/casework/law",
    "tests/casework/chasing",
    "tests/casework/actions",
    "tests/casework/record",
    "tests/casework/desk",
    *(f"tests/casework/commands/test_{name}.py" for name in ("due", "sweep", "rebuild", "check", "verify")),
    *(f"tests/casework/test_{name}.py" for name in ("letters", "stating", "telling", "timeliness", "worklist")),
    *(f"tests/portal/test_{name}.py" for name in ("family", "why", "calendar_file", "public")),
)


def environment() -> dict[str, str]:
    """The environment of a process that lives a year ahead. Raises FileNotFoundError, saying what to install."""
    found = sorted(LIBRARIES.glob("*/faketime/libfaketimeMT.so.1"))
    if not found:
        raise FileNotFoundError("This needs libfaketime: apt-get install libfaketime (make test-ahead does it).")
    moved = {"LD_PRELOAD": str(found[0]), "FAKETIME": AHEAD, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    return os.environ | moved


def run(*words: str) -> subprocess.CompletedProcess:
    """Run Python a year ahead with these arguments; answers with what it printed and how it ended."""
    return subprocess.run([sys.executable, *words], env=environment(), capture_output=True, text=True, timeout=100)


def main(words: list[str]) -> int:
    """Run the clock suite, or the tests that are named, a year ahead. Answers with pytest's own exit status."""
    chosen = ["-m", "pytest", "-p", "no:cacheprovider", *(words or CLOCK_SUITE)]
    return subprocess.run([sys.executable, *chosen], env=environment()).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
