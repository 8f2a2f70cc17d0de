"""What makes a run of the tests quick and leaves each test the same: memory for a disk, templates compiled once."""

import os
import shutil
from pathlib import Path

from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache

MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3  # bytes that must be free: some hundred small databases, and the pictures of a journey


class Compiled(BytecodeCache):
    """Templates as they were compiled, for every app that this process makes. A changed template is another one."""

    def __init__(self):
        self.known: dict[tuple[str, str], object] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was compiled from the same words, if anything was."""
        bucket.code = self.known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self.known[bucket.key, bucket.checksum] = bucket.code


def compile_once() -> None:
    """Every app of this process takes a template that another has compiled: hundreds are made, of the same pages."""
    Flask.jinja_options = Flask.jinja_options | {"bytecode_cache": Compiled()}


def write_to_memory() -> None:
    """Let temporary files lie in memory where there is room: a test's database need not outlive a power cut.

    A folder that somebody chose (TMPDIR, PYTEST_DEBUG_TEMPROOT) is kept to.
    """
    chosen = {"TMPDIR", "PYTEST_DEBUG_TEMPROOT"} & set(os.environ)
    if not chosen and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(MEMORY)
