"""The whole service, started as a person starts it: it answers, it stops cleanly, and it leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.request import urlopen

from casework.commands.parent import PARENT
from tests.patience import eventually

COMMAND = [sys.executable, "-m", "flask", "--app", "portal", "serve"]

# A shell starts what it puts in the background deaf to Ctrl-C; a signal sent by name must stop it all the same.
AS_A_SHELL_DOES = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)}


def a_free_port() -> int:
    """A port that nobody has now."""
    with socket.create_server(("127.0.0.1", 0)) as tried:
        return tried.getsockname()[1]


def children_of(pid: int) -> list[int]:
    """The processes that say they belong to one, and their own children."""
    found = []
    for folder in os.listdir("/proc"):
        try:
            with open(f"/proc/{folder}/environ", "rb") as environ:
                if f"{PARENT}={pid}".encode() in environ.read().split(b"\0"):
                    found.append(int(folder))
        except (OSError, ValueError):
            continue  # not a process, not ours, or gone since we listed it
    return found


def answers(port: int, page: str) -> bytes:
    """What a page says, or nothing when nobody answers."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{page}", timeout=5) as answer:
            return answer.read()
    except OSError:
        return b""


@contextmanager
def a_copy(folder, database_url, port):
    """A copy of the service on its own folder, database and port; killed at the end if it still runs."""
    own = {"INSTANCE_PATH": str(folder), "DATABASE_URL": database_url, "PORT": str(port)}
    with subprocess.Popen(COMMAND, env=os.environ | own, stdout=-1, stderr=-2, text=True, **AS_A_SHELL_DOES) as process:
        try:
            yield process
        finally:
            process.kill()


def test_it_answers_and_ctrl_c_stops_it_all(sqlite_url, tmp_path):
    port = a_free_port()
    with a_copy(tmp_path, sqlite_url, port) as service:
        assert eventually(lambda: answers(port, "/readyz"), within=40) == b"ready"
        eventually(lambda: len(children_of(service.pid)) >= 4)  # the web server, its two processes, and the worker
        service.send_signal(signal.SIGINT)
        said, _ = service.communicate(timeout=10)
        assert service.returncode == 0
        assert children_of(service.pid) == []
    assert said.splitlines()[0] == f"Golden Thread is ready at http://127.0.0.1:{port} (Ctrl-C stops it)."
    assert said.splitlines()[-1] == "Golden Thread has stopped."
    assert "Traceback" not in said


def test_killed_outright_it_leaves_no_orphan_on_the_port(sqlite_url, tmp_path):
    port = a_free_port()
    with a_copy(tmp_path, sqlite_url, port) as service:
        eventually(lambda: answers(port, "/healthz"), within=40)
        eventually(lambda: len(children_of(service.pid)) >= 4)
        service.kill()
        service.wait()
        eventually(lambda: not children_of(service.pid))
    socket.create_server(("127.0.0.1", port)).close()


def test_a_taken_port_is_one_sentence_and_not_a_stack_trace(sqlite_url, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as theirs, a_copy(tmp_path, sqlite_url, theirs.getsockname()[1]) as us:
        said, _ = us.communicate(timeout=40)
        assert us.returncode == 1
    assert "is not free" in said
    assert len(said.splitlines()) == 1


def test_several_copies_run_side_by_side(sqlite_url, postgresql_url, tmp_path):
    ports = [a_free_port(), a_free_port()]
    with a_copy(tmp_path / "a", sqlite_url, ports[0]) as one, a_copy(tmp_path / "b", postgresql_url, ports[1]) as other:
        for port in ports:
            assert eventually(lambda port=port: answers(port, "/readyz"), within=60) == b"ready"
        for service in (one, other):
            service.send_signal(signal.SIGTERM)
            assert service.wait(timeout=10) == 0


def test_a_port_that_cannot_be_is_refused_before_anything_starts(tmp_path):
    with a_copy(tmp_path, "", "web") as service:
        said, _ = service.communicate(timeout=40)
        assert service.returncode != 0
    assert "PORT must be a number between 1 and 65535, and it is “web”." in said
