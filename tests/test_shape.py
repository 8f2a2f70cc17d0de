"""The design, checked: floors, clock, outside, lengths and names; and each guard is seen to catch a planted fault."""

from pathlib import Path

import pytest

from tests import guards, shape
from tests.shape import Source

ROOT = Path(__file__).parent.parent
HOUSE = shape.sources(ROOT, "casework", "portal")
ALL = HOUSE + shape.sources(ROOT, "tests", "bench")
TESTS = shape.sources(ROOT, "tests")

WATCHED = [
    (guards.floors, HOUSE),
    (guards.homes, HOUSE),
    (guards.libraries, HOUSE),
    (guards.late_imports, ALL),
    (guards.clocks, ALL),
    (guards.sql, HOUSE),
    (guards.lengths, ALL),
    (guards.arguments, ALL),
    (guards.inheritance, HOUSE),
    (guards.names, ALL),
    (guards.openings, ALL),
    (guards.excuses, ALL),
    (guards.honest_tests, TESTS),
]


def said(guard) -> str:
    """A guard's rule, as its docstring says it: the name of its test."""
    return guard.__doc__.split("\n")[0]


@pytest.mark.parametrize(("guard", "sources"), WATCHED, ids=[said(guard) for guard, _ in WATCHED])
def test_the_house_has_its_shape(guard, sources):
    faults = list(guard(sources))
    assert not faults, "\n".join(faults)


def test_no_file_names_a_machine_or_where_packages_come_from():
    faults = list(guards.places(ROOT))
    assert not faults, "\n".join(faults)


def test_there_is_a_house_to_look_at():
    assert len(HOUSE) > 50
    assert {shape.room_of(source.module) for source in HOUSE} >= {"casework.record", "casework.outside", "portal.*"}


AROUND = ("casework/law/clocks.py", "casework/moves.py", "casework/web.py", "portal/signin.py", "portal/wiring.py")
AROUND += ("portal/questions.py",)
# Each guard, with a small file that breaks its rule and one that keeps it.
PLANTED = [
    (guards.floors, "casework/law/clocks.py", "from casework.record import case", "from casework.tables import rows"),
    (guards.floors, "casework/access.py", "from casework import moves", "from casework import errors"),
    (guards.floors, "casework/web.py", "import casework.outside.press", "import casework.actions"),
    (guards.floors, "casework/desk/plans.py", "from portal import signin", "from casework import web"),
    (guards.floors, "casework/desk/plans.py", "from . import web", "from casework.desk import worklist"),
    (guards.floors, "casework/record/case.py", "import portal.signin", "import casework.law.clocks"),
    (guards.floors, "casework/commands/check.py", "from casework.outside import diary", "from casework import actions"),
    (guards.floors, "portal/family.py", "from casework.outside.diary import Diary", "from casework.web import do"),
    (guards.floors, "portal/family.py", "from portal import wiring", "from portal import questions"),
    (guards.homes, "casework/returns.py", "", None),
    (guards.homes, "casework/cupboard/old.py", "", None),
    (guards.libraries, "casework/actions/plan.py", "from flask import g", "from dataclasses import replace"),
    (guards.libraries, "casework/worklist.py", "import sqlalchemy.orm", "import json"),
    (guards.libraries, "portal/family.py", "from sqlalchemy import select", "from flask import g"),
    (guards.libraries, "portal/family.py", "import wtforms", "import string"),
    (guards.libraries, "portal/family.py", "from flask_login import login_user", "import math"),
    (guards.libraries, "casework/outside/post.py", "import weasyprint", "import smtplib"),
    (guards.libraries, "casework/letters.py", "import smtplib", "import csv"),
    (guards.libraries, "portal/public.py", "import requests", "import html"),
    (guards.late_imports, "portal/family.py", "def page():\n    import json", "import json"),
    (guards.late_imports, "casework/outside/post.py", "def page():\n    from weasyprint import HTML", "import json"),
    (guards.late_imports, "casework/outside/press.py", "def f():\n    import json", "def f():\n    import weasyprint"),
    (guards.clocks, "casework/worklist.py", "now = datetime.now(UTC)", "now = office.now()"),
    (guards.clocks, "tests/test_x.py", "day = datetime.date.today()", "day = office.today()"),
    (guards.clocks, "casework/outside/post.py", "default=func.now()", "default=now()"),
    (guards.sql, "portal/family.py", "x = 'SELECT ref FROM worklist'", "x = 'Select one from the list'"),
    (guards.sql, "casework/web.py", "x = f'DELETE FROM {table}'", "x = 'Delete from the list'"),
    (guards.lengths, "portal/family.py", "x = 1\n" * 301, "x = 1\n" * 300),
    (guards.lengths, "portal/family.py", "def f():" + "\n    x = 1" * 25, "def f():" + "\n    x = 1" * 24),
    (
        guards.lengths,
        "portal/family.py",
        "@family.route('/')\n@opens('x')\ndef f():" + "\n    x = 1" * 12,
        "@family.route('/')\n@opens('x')\ndef f():" + "\n    x = 1" * 11,
    ),
    (guards.arguments, "portal/family.py", "def f(a, b, c, d, e): 1", "def f(a, b, c, d, *, e, f): 1"),
    (guards.arguments, "portal/family.py", "def f(self, a, b, c, d, e): 1", "def f(self, a, b, c, d): 1"),
    (
        guards.inheritance,
        "portal/family.py",
        "class A: 1\nclass B(A): 1\nclass C(B): 1",
        "class A(Exception): 1\nclass B(A): 1\nclass C(A): 1",
    ),
    (guards.names, "portal/page_helpers.py", "", None),
    (guards.names, "portal/family.py", "class CaseManager: 1", "class Damage: 1"),
    (guards.openings, "portal/family.py", "import json", '"""What a family sees."""'),
    (guards.openings, "portal/family.py", '"""Family pages"""', '"""What a family sees."""'),
    (guards.excuses, "portal/family.py", "x = 1  # TO" "DO later", "x = 1  # to do is not owed"),
    (guards.excuses, "portal/family.py", "import x  # no" "qa: F401", "import x  # no" "qa: F401 - read by name"),
    (guards.honest_tests, "tests/test_x.py", "from unittest.mock import Mock", "from tests import makers"),
    (guards.honest_tests, "tests/test_x.py", "time.sleep(1)", "done.wait(1)"),
    (guards.honest_tests, "tests/test_x.py", "@pytest.mark.skipif(True)\ndef f(): 1", "def f(): 1"),
]


@pytest.mark.parametrize(("guard", "path", "broken", "kept"), PLANTED)
def test_a_guard_sees_a_planted_fault_and_nothing_else(guard, path, broken, kept):
    around = [Source(name, "") for name in AROUND if name != path] if guard is guards.floors else []
    assert len(list(guard([Source(path, broken), *around]))) == 1
    if kept is not None:
        assert list(guard([Source(path, kept), *around])) == []


@pytest.mark.parametrize("place", ["/wo" "rk/main/x", "see /ro" "ot/x", "https://py" "pi.org/simple"])
def test_a_file_that_names_a_machine_is_seen(tmp_path, place):
    (tmp_path / "notes.md").write_text(f"first\nlook in {place}\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff\xfe")
    assert len(list(guards.places(tmp_path))) == 1
    (tmp_path / "notes.md").write_text("the page /desk/work/x, and /worklist", encoding="utf-8")
    assert list(guards.places(tmp_path)) == []
