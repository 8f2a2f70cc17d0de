"""The shape of the house, as lists, and what reads a source file to find where it is broken."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

# The floors, lowest first. A room may use the rooms on floors below its own, and
# no other room of its own floor. Changing the design means changing this list.
FLOORS = (
    "casework.errors | casework.words",
    "casework.tables | casework.charts",
    "casework.law | casework.lint | casework.guard",
    "casework.record",
    "casework.access | casework.sight | casework.moves | casework.letters | casework.chasing | casework.advising"
    " | casework.quality | casework.drafting | casework.story | casework.timeliness | casework.office"
    " | casework.promises",
    "casework.owing",
    "casework.worklist | casework.stating | casework.telling",
    "casework.actions",
    "casework.guarding",
    "casework.web | casework.asking | casework.outside | casework.demonstration",
    "portal.* | casework.desk | casework.commands",
    "portal.doors | portal.wiring",
    "portal",
)
# Only the wiring chooses adapters, so that everything else can be handed another office.
SEES_OUTSIDE = ("portal.wiring",)

PAGES = ("casework.web", "casework.asking*", "casework.desk*", "casework.commands*", "portal*")
# Where each library may be used; one that is not here may be used nowhere.
LIBRARIES = {
    "PIL": ("casework.outside.*",),
    "alembic": ("casework.outside.migrations.*",),
    "argon2": ("casework.outside.*",),
    "click": ("casework.commands.*",),
    "filetype": ("casework.outside.*", "casework.asking.*"),
    "flask": (*PAGES, "casework.outside.database", "casework.outside.migrations.*"),
    "flask_login": ("portal.signin",),
    "flask_migrate": ("portal",),
    "flask_sqlalchemy": ("casework.outside.database",),
    "flask_wtf": ("casework.asking*", "portal.questions*", "casework.desk.questions*"),
    "jinja2": ("casework.outside.press*", "portal*"),
    "markupsafe": (*PAGES, "casework.outside.press*"),
    "pikepdf": ("casework.outside.*",),
    "psycopg": ("casework.outside.*",),
    "pyotp": ("casework.outside.*", "portal.signin*", "portal.account"),
    "segno": ("portal.*",),
    "smtplib": ("casework.outside.*",),
    "sqlalchemy": ("casework.outside.*",),
    "sqlite3": ("casework.outside.*",),
    "weasyprint": ("casework.outside.press",),
    "werkzeug": PAGES,
    "wtforms": ("casework.asking*", "portal.questions*", "casework.desk.questions*"),
}
# WeasyPrint costs half a second and 30 MB, which a process that never prints need not pay.
IMPORTS_LATE = {"casework.outside.press": ("weasyprint",)}
# What a migration did is history, written by Alembic and never edited to look better.
HISTORY = "casework/outside/migrations/versions/"
CLOCK = "casework.outside.clock"

MOST_LINES = {"file": 300, "function": 25, "route": 12}
MOST_ARGUMENTS = 4
NO_NAMES = {"helper", "util", "utility", "common", "misc", "data", "handler", "processor", "manager", "stuff"}
ROUTES = {"route", "get", "post", "put", "delete"}
SQL = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\b", re.DOTALL)
# Spelt in pieces, so that this file does not name what it looks for.
PLACES = re.compile(
    r"(?<![\w.:/-])/(" + "|".join(["wo" "rk", "fa" "rm", "ro" "ot", "ho" "me"]) + r")/"
    "|" + "|".join(["py" r"pi\.org", "python" "hosted", "registry" r"\.npmjs", "deb" r"\.debian\.org", "/opt/" "pypi"])
)


@dataclass(frozen=True)
class Source:
    """One Python file: where it is below the top of the house, and what it says."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """What it says, as Python reads it."""
        return ast.parse(self.text, self.path)

    @property
    def module(self) -> str:
        """Its name when imported: portal/wiring.py is portal.wiring, portal/__init__.py is portal."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def each(self, *kinds):
        """Every node of some kinds, in no promised order."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def functions(self):
        """Every function and method, with its name and where it is."""
        return self.each(ast.FunctionDef, ast.AsyncFunctionDef)

    def at(self, node) -> str:
        """Where a node is, as path:line."""
        return f"{self.path}:{node.lineno}"


def files(root: Path) -> list[Path]:
    """Every file that is, or would be, committed; or simply every file, where there is no git."""
    if (root / ".git").exists():
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
        return [root / name for name in names if name and (root / name).is_file()]
    return [path for path in root.rglob("*") if path.is_file()]


def sources(root: Path, *tops: str) -> list[Source]:
    """The Python files under some of the top folders."""
    found = []
    for path in files(root):
        name = path.relative_to(root).as_posix()
        if path.suffix == ".py" and name.split("/")[0] in tops:
            found.append(Source(name, path.read_text(encoding="utf-8")))
    return found


def rooms() -> dict[str, int]:
    """Every room with the number of its floor."""
    return {room.strip(): number for number, floor in enumerate(FLOORS) for room in floor.split(" | ")}


def room_of(module: str) -> str | None:
    """The room a module belongs to, or None when the design has no place for it."""
    if module in ("portal", "portal.doors", "portal.wiring"):
        return module
    if module.startswith("portal."):
        return "portal.*"
    inside = ".".join(module.split(".")[:2])
    return inside if inside in rooms() else None


def imported(source: Source, ours: set[str]) -> Iterator[tuple[ast.AST, str]]:
    """Every module a file imports. `ours` are the names of our own modules, to tell a module from what is in it."""
    for node in source.each(ast.Import, ast.ImportFrom):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif node.level:
            yield node, "." * node.level + (node.module or "")
        else:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield node, inner if inner in ours else node.module


def standard(module: str) -> bool:
    """Whether a module comes with Python."""
    return module.split(".")[0] in sys.stdlib_module_names


def allowed(module: str, places: tuple[str, ...]) -> bool:
    """Whether a module is one of some places, written as patterns."""
    return any(fnmatch(module, place) for place in places)


def words_of(name: str) -> set[str]:
    """The words in a name, in small letters and without their plural s: AdviceHandlers is advice and handler."""
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return {word.lower().removesuffix("s") for word in apart.split("_")}
