"""A real PostgreSQL server for the tests: Debian's own programs, its own folder and socket, gone afterwards."""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg

FOLDER = "GOLDEN_THREAD_TEST_POSTGRES"  # in the environment: the one folder that all processes of a test run share
PREFIX = "golden-thread-postgres-"
OWNER = "tester"
# Nothing here has to survive a power cut. The time zone is far away on purpose: a
# moment read back in the server's own time, and taken for ours, is then wrong.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "timezone": "Pacific/Auckland",
}


def make_folder() -> Path:
    """Make the folder for this run and put its name where child processes find it. Starts nothing."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if left.stat().st_uid == os.geteuid() and _nobody_runs(left):
            remove_folder(left)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    folder.chmod(0o755)  # the server runs as somebody else when we are root, and must get through
    os.environ[FOLDER] = str(folder)
    return folder


def remove_folder(folder: Path) -> None:
    """Stop the server if anything started it, and leave nothing behind."""
    if (folder / "data" / "postmaster.pid").exists():
        _as_owner(folder, "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
    shutil.rmtree(folder)


def _nobody_runs(folder: Path) -> bool:
    """Whether the run that made a folder was killed before it could stop its server; its number is in the name."""
    number = folder.name.removeprefix(PREFIX).split("-")[0]
    return not Path("/proc", number).exists()


def address(name: str) -> str:
    """The DATABASE_URL of one database on the run's server."""
    return f"postgresql+psycopg://{OWNER}@/{name}?host={os.environ[FOLDER]}/socket"


def start_once() -> None:
    """Start the server unless another process of this run has done so."""
    folder = Path(os.environ[FOLDER])
    with alone(folder):
        if not (folder / "data" / "postmaster.pid").exists():
            _start(folder)


@contextmanager
def alone(folder: Path):
    """Nobody else of this run is in here with the same folder."""
    with open(folder / "lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def create(name: str, template: str = "template0") -> str:
    """Create a database, as a copy of another, and answer with its address."""
    _say(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return address(name)


def rename(name: str, to: str) -> None:
    """Give a database another name, which no one is connected to."""
    _say(f'ALTER DATABASE "{name}" RENAME TO "{to}"')


def drop(name: str) -> None:
    """Drop a database, whoever is still connected."""
    _say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def exists(name: str) -> bool:
    """Whether there is a database of this name."""
    with _connected() as connection:
        return bool(connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone())


def _start(folder: Path) -> None:
    """Lay out the data folder and start the server on a socket that nobody else can have."""
    for name in ("data", "socket"):
        (folder / name).mkdir(mode=0o700)
        shutil.chown(folder / name, _owner())
    (folder / "socket").chmod(0o755)
    spoken = ("-E", "UTF8", "--locale=C.UTF-8")
    _as_owner(folder, "initdb", "-D", folder / "data", "-U", OWNER, "-A", "trust", *spoken, "--no-sync")
    with open(folder / "data" / "postgresql.conf", "a", encoding="utf-8") as settings:
        settings.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
        settings.write(f"unix_socket_directories = '{folder / 'socket'}'\n")
    _as_owner(folder, "pg_ctl", "-D", folder / "data", "-l", folder / "data" / "log", "-w", "start")


def _programs() -> Path:
    """Where Debian keeps the newest server's programs. Raises FileNotFoundError, saying what to install."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("These tests need PostgreSQL: apt-get install postgresql (make test does it).")
    return found[-1].parent


def _owner() -> str:
    """Whom the server runs as: us, or the server's own user when we are root, for it refuses to be root's."""
    return "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def _as_owner(folder: Path, program: str, *arguments) -> None:
    """Run one of the server's programs. Raises CalledProcessError, with what it said, when it fails."""
    command = [str(each) for each in (_programs() / program, *arguments)]
    log = folder / "said"
    with open(log, "w") as said:
        # A file, not a pipe: the server keeps what it inherits open, and a pipe would never end.
        answer = subprocess.run(command, cwd="/", stdout=said, stderr=said, check=False, **_identity())
    if answer.returncode:
        raise subprocess.CalledProcessError(answer.returncode, command, log.read_text(errors="replace"))


def _identity() -> dict:
    """Whom to become before running a program; nobody else unless we are root."""
    return {"user": _owner(), "group": _owner(), "extra_groups": []} if os.geteuid() == 0 else {}


def _say(statement: str) -> None:
    """Say one thing to the server outside any transaction."""
    with _connected() as connection:
        connection.execute(statement)


def _connected():
    """A connection to the server's own database."""
    return psycopg.connect(f"host={os.environ[FOLDER]}/socket user={OWNER} dbname=postgres", autocommit=True)
