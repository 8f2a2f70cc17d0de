"""The web server and the worker are kept running, and both are gone when we are told to stop."""

import os
import socket
import sys
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from casework.commands.serve import CannotServe, Child, look_after, refuse_a_taken_port
from tests.patience import eventually

WAITS = "import signal; signal.pause()"
POLITE = "import signal; signal.signal(signal.SIGTERM, lambda *_: print('asked', file=open('asked', 'w')))"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"
UP = "print('up', file=open('up', 'w')); signal.pause()"


def a_child(folder, name, program, pause=0.01):
    """A child that notes each of its starts in a file, then does as its program says, in its own folder."""
    noted = f"import os; os.chdir({str(folder)!r}); print(os.getpid(), file=open({name!r}, 'a')); {program}"
    return Child(name, [sys.executable, "-c", noted], dict(os.environ), pause=pause)


def starts_of(folder, name) -> list[int]:
    """The process numbers of a child's starts so far."""
    path = folder / name
    return [int(line) for line in path.read_text().splitlines()] if path.exists() else []


def is_gone(pid: int) -> bool:
    """Whether a process has ended and been seen out."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@contextmanager
def looked_after(*children, **how):
    """Children looked after in a thread; told to stop at the end, and waited for."""
    stop = Event()
    thread = Thread(target=look_after, args=(list(children), stop), kwargs=how)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_both_children_run_until_we_are_told_to_stop(tmp_path):
    with looked_after(a_child(tmp_path, "web", WAITS), a_child(tmp_path, "worker", WAITS)):
        eventually(lambda: starts_of(tmp_path, "web") and starts_of(tmp_path, "worker"))
    assert len(starts_of(tmp_path, "web")) == 1
    assert is_gone(*starts_of(tmp_path, "web"))
    assert is_gone(*starts_of(tmp_path, "worker"))


def test_a_child_is_asked_to_finish_before_it_is_ended(tmp_path):
    with looked_after(a_child(tmp_path, "web", f"{POLITE}; {UP}; print('done', file=open('done', 'w'))")):
        eventually((tmp_path / "up").exists)
    assert (tmp_path / "asked").exists()
    assert (tmp_path / "done").exists()


def test_a_child_that_dies_is_started_again_and_the_other_is_left_alone(tmp_path, capfd):
    with looked_after(a_child(tmp_path, "web", WAITS), a_child(tmp_path, "worker", WAITS)):
        [first] = eventually(lambda: starts_of(tmp_path, "worker"))
        os.kill(first, 9)
        eventually(lambda: len(starts_of(tmp_path, "worker")) == 2)
        assert len(starts_of(tmp_path, "web")) == 1
    assert "The worker ended by itself (status -9). Starting it again." in capfd.readouterr().err


def test_a_child_that_never_gets_going_ends_everything_with_one_sentence(tmp_path):
    children = [a_child(tmp_path, "worker", WAITS), a_child(tmp_path, "web", "raise SystemExit(3)")]
    with pytest.raises(CannotServe, match="The web ended 5 times in a row"):
        look_after(children, Event(), lambda: False)
    assert len(starts_of(tmp_path, "web")) == 5
    assert all(is_gone(pid) for pid in starts_of(tmp_path, "worker"))


def test_pages_are_served_even_while_the_worker_cannot_run(tmp_path):
    with looked_after(a_child(tmp_path, "web", WAITS), a_child(tmp_path, "worker", "raise SystemExit(3)", 0.0)):
        eventually(lambda: len(starts_of(tmp_path, "worker")) > 6)
        assert not is_gone(*starts_of(tmp_path, "web"))


def test_a_child_that_will_not_stop_is_ended_outright(tmp_path):
    with looked_after(a_child(tmp_path, "web", f"{DEAF}; {UP}"), last_words=0.2):
        eventually((tmp_path / "up").exists)
    assert is_gone(*starts_of(tmp_path, "web"))


def test_a_child_gets_a_session_of_its_own_so_that_ctrl_c_reaches_only_us(tmp_path):
    with looked_after(a_child(tmp_path, "web", WAITS)):
        [pid] = eventually(lambda: starts_of(tmp_path, "web"))
        assert os.getsid(pid) == pid


def test_a_port_that_somebody_has_is_refused_with_one_sentence():
    with socket.create_server(("127.0.0.1", 0)) as theirs:
        port = theirs.getsockname()[1]
        with pytest.raises(CannotServe, match=f"Port {port} is not free .*: PORT={port + 1} make run"):
            refuse_a_taken_port("127.0.0.1", port)
    refuse_a_taken_port("127.0.0.1", port)
