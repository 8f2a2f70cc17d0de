"""A child ends when the process it belongs to was killed outright."""

import os
import signal
import subprocess
import sys

from casework.commands.parent import PARENT, follow_parent
from tests.patience import eventually

CHILD = """
import os, signal, sys
from casework.commands.parent import follow_parent
follow_parent(lambda: (print("gone", file=open(sys.argv[1], "w")), os._exit(0)))
print("up", file=open(sys.argv[1], "w"))
signal.pause()
"""
PARENTS = """
import os, signal, subprocess, sys
os.environ[sys.argv[1]] = str(os.getpid())
subprocess.Popen([sys.executable, "-c", sys.argv[2], sys.argv[3]], start_new_session=True)
signal.pause()
"""


def test_an_orphan_ends_by_itself(tmp_path):
    note = tmp_path / "note"
    command = [sys.executable, "-c", PARENTS, PARENT, CHILD, note]
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": "."}) as parent:
        try:
            eventually(lambda: note.exists() and note.read_text() == "up\n")
        finally:
            parent.send_signal(signal.SIGKILL)
    eventually(lambda: note.read_text() == "gone\n")


def test_a_process_that_nobody_named_a_parent_for_follows_nobody():
    assert PARENT not in os.environ
    assert follow_parent(lambda: os.abort()) is None
