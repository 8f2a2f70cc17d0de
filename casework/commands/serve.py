"""Serve the whole thing from one command: the web server and the worker side by side, until told to stop."""

import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from threading import Event
from time import monotonic

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.commands.parent import PARENT

LOOK_EVERY = 0.1  # seconds between two looks at the children
SETTLED = 30.0  # seconds after which a child that ends is no longer counted as failing to start
MOST_FAILURES = 5  # starts in a row that may fail before we give up, if we have never been ready
LONGEST_PAUSE = 60.0  # seconds between two starts of a child that keeps ending
FIRST_PAUSE = 0.5  # seconds before a child is started again; twice as long each time it fails
LAST_WORDS = 8.0  # seconds the children have to finish what they are doing


class CannotServe(click.ClickException):
    """Why nothing is being served, in one sentence."""


@dataclass
class Child:
    """One process we look after: what it is called, how it is started, and how its last starts went."""

    name: str
    command: list[str]
    environ: dict[str, str]
    pause: float = FIRST_PAUSE
    process: subprocess.Popen | None = None
    started: float = 0.0
    failures: int = 0
    again_at: float = 0.0

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches only us and we stop it gently."""
        self.process = subprocess.Popen(self.command, env=self.environ, start_new_session=True)
        self.started = monotonic()

    def keep_alive(self) -> None:
        """Start it again if it has ended, a little later each time."""
        if self.process is None:
            if monotonic() >= self.again_at:
                self.start()
        elif self.process.poll() is not None:
            self._ended(self.process.returncode)

    def _ended(self, status: int) -> None:
        """Note that it ended by itself, and when to start it again."""
        settled = monotonic() - self.started >= SETTLED
        self.failures = 1 if settled else self.failures + 1
        click.echo(f"The {self.name} ended by itself (status {status}). Starting it again.", err=True)
        self.process, self.again_at = None, monotonic() + min(self.pause * 2 ** (self.failures - 1), LONGEST_PAUSE)

    def ask_to_stop(self) -> None:
        """Ask it to finish what it is doing and end."""
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def see_out(self, until: float) -> None:
        """Wait for its end, and end it outright when it takes longer."""
        if self.process:
            try:
                self.process.wait(max(0.0, until - monotonic()))
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def look_after(children: list[Child], stop: Event, ready=lambda: True, *, last_words: float = LAST_WORDS) -> None:
    """Keep every child running until `stop` is set, then stop them all within `last_words` seconds.

    `ready` is called at every look, until it answers yes. Raises CannotServe when
    a child keeps ending before that. Afterwards nothing is given up: pages are worth
    serving while the worker cannot run, and the post waits for it.
    """
    told = False
    try:
        while not stop.is_set():
            for child in children:
                child.keep_alive()
            told = told or ready()
            if not told:
                _give_up_on(children)
            stop.wait(LOOK_EVERY)
    finally:
        for child in children:
            child.ask_to_stop()
        until = monotonic() + last_words
        for child in children:
            child.see_out(until)


def _give_up_on(children: list[Child]) -> None:
    """Raises CannotServe for a child that has never got going."""
    for child in children:
        if child.failures >= MOST_FAILURES:
            raise CannotServe(f"The {child.name} ended {child.failures} times in a row; what it said is above.")


def refuse_a_taken_port(host: str, port: int) -> None:
    """Raises CannotServe when somebody else is listening there, or we may not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as problem:
            why = problem.strerror.lower()
            raise CannotServe(f"Port {port} is not free ({why}). Choose another: PORT={port + 1} make run") from problem


def children_on(host: str, port: int) -> list[Child]:
    """The web server and the worker, each told whose child it is."""
    environ = os.environ | {"PORT": str(port), PARENT: str(os.getpid()), "PYTHONUNBUFFERED": "1"}
    web = ["gunicorn", "--config", "python:casework.commands.web_server", "--bind", _joined(host, port)]
    worker = ["flask", "--app", "portal", "work"]
    return [
        Child("web server", [sys.executable, "-m", *web], environ),
        Child("worker", [sys.executable, "-m", *worker], environ),
    ]


def _joined(host: str, port: int) -> str:
    """A host and a port as an address has them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _answers(host: str, port: int) -> bool:
    """Whether the web server takes callers yet."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    try:
        with socket.create_connection((near, port), timeout=1):
            return True
    except OSError:
        return False


def _welcome(host: str, port: int) -> bool:
    """Say where we are, once the web server takes callers."""
    if _answers(host, port):
        click.echo(f"Golden Thread is ready at http://{_joined(host, port)} (Ctrl-C stops it).")
        return True
    return False


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), help="The port; the setting PORT when not given.")
@with_appcontext
def serve(host, port):
    """Serve the portal and run the worker beside it, until Ctrl-C."""
    port = port or current_app.config["GOLDEN_THREAD"].port
    refuse_a_taken_port(host, port)
    stop = Event()
    heard = [signal.SIGTERM, signal.SIGINT]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # started with nohup, we outlive the terminal
        heard.append(signal.SIGHUP)
    for number in heard:
        signal.signal(number, lambda *_: stop.set())
    look_after(children_on(host, port), stop, lambda: _welcome(host, port))
    click.echo("Golden Thread has stopped.")
