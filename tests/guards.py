"""The guards of the house: each reads the sources and answers with a sentence for every place that breaks its rule."""

import ast
import io
import re
import tokenize
from pathlib import Path

from tests import shape
from tests.shape import Source

OWED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
EXCUSED_WITHOUT_REASON = re.compile(r"#\s*(no" r"qa(:[\sA-Z\d,]*)?|type:\s*igno" r"re(\[[\w,\s-]*\])?)\s*$")
LOOKS = {("date", "today"), ("datetime", "today"), ("datetime", "now"), ("datetime", "utcnow")}
LOOKS |= {("time", "time"), ("time", "localtime"), ("time", "gmtime"), ("func", "now"), ("func", "current_date")}


def floors(sources: list[Source]):
    """Imports go down the floors, and only the wiring sees outside."""
    ours = {source.module for source in sources}
    number = shape.rooms()
    for source in sources:
        here = shape.room_of(source.module)
        for node, module in shape.imported(source, ours):
            there = shape.room_of(module)
            if module.startswith("."):
                yield f"{source.at(node)} imports {module}: say the whole name."
            elif here and there and here != there and number[there] >= number[here]:
                yield f"{source.at(node)} is in {here}, which may not use {there}."
            elif there == "casework.outside" != here and source.module not in shape.SEES_OUTSIDE:
                yield f"{source.at(node)} sees {module}; only the wiring sees outside."


def homes(sources: list[Source]):
    """Every file lives on a floor."""
    for source in sources:
        if source.module != "casework" and shape.room_of(source.module) is None:
            yield f"{source.path} lives on no floor of the house."


def libraries(sources: list[Source]):
    """Each library is used only where the design puts it."""
    ours = {source.module for source in sources}
    for source in sources:
        for node, module in shape.imported(source, ours):
            top = module.split(".")[0]
            if top in ("casework", "portal", "") or (shape.standard(top) and top not in shape.LIBRARIES):
                continue
            if not shape.allowed(source.module, shape.LIBRARIES.get(top, ())):
                yield f"{source.at(node)} uses {top}, which does not belong there."


def late_imports(sources: list[Source]):
    """Imports stand at the top of a file, where a reader looks for them."""
    for source in sources:
        late = shape.IMPORTS_LATE.get(source.module, ())
        for function in source.functions():
            for node in ast.walk(function):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                if any(name.split(".")[0] not in late for name in names):
                    yield f"{source.at(node)} imports inside {function.name}."


def clocks(sources: list[Source]):
    """Only one file looks at the clock."""
    for source in sources:
        if source.module == shape.CLOCK:
            continue
        for node in source.each(ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if (owner, node.attr) in LOOKS:
                yield f"{source.at(node)} looks at the clock: {owner}.{node.attr}."


def sql(sources: list[Source]):
    """Only outside knows SQL."""
    for source in sources:
        if not source.module.startswith("casework.outside"):
            for node in source.each(ast.Constant):
                if isinstance(node.value, str) and shape.SQL.search(node.value):
                    yield f"{source.at(node)} speaks SQL."


def lengths(sources: list[Source]):
    """A file, a function and a route are short enough to be read at one look."""
    for source in (each for each in sources if not each.path.startswith(shape.HISTORY)):
        lines = len(source.text.splitlines())
        if lines > shape.MOST_LINES["file"]:
            yield f"{source.path} has {lines} lines."
        for function in source.functions():
            kind = "route" if any(_is_route(each) for each in function.decorator_list) else "function"
            lines = function.end_lineno - function.lineno + 1
            if lines > shape.MOST_LINES[kind]:
                yield f"{source.at(function)}: the {kind} {function.name} has {lines} lines."


def _is_route(decorator) -> bool:
    """Whether a decorator makes a page, such as @desk.route("/")."""
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(call, ast.Attribute) and call.attr in shape.ROUTES


def arguments(sources: list[Source]):
    """No function needs its fifth argument remembered by place. A test is handed its own by name."""
    for source in sources:
        for function in source.functions():
            plain = [each.arg for each in function.args.posonlyargs + function.args.args]
            plain = [name for name in plain if name not in ("self", "cls")]
            if len(plain) > shape.MOST_ARGUMENTS and not function.name.startswith("test_"):
                yield f"{source.at(function)}: {function.name} takes {len(plain)} arguments by place."


def inheritance(sources: list[Source]):
    """A class of ours may stand on one of ours, which stands on none of ours."""
    known = {node.name: _bases(node) for source in sources for node in source.each(ast.ClassDef)}
    for source in sources:
        for node in source.each(ast.ClassDef):
            for base in _bases(node) & known.keys() - {node.name}:
                for deeper in known[base] & known.keys() - {base}:
                    yield f"{source.at(node)}: {node.name} stands on {base}, which stands on {deeper}."


def _bases(node: ast.ClassDef) -> set[str]:
    """What a class says it stands on, by last name."""
    return {getattr(base, "attr", getattr(base, "id", "")) for base in node.bases}


def names(sources: list[Source]):
    """No file or class has a name that says nothing."""
    for source in sources:
        for word in shape.words_of(Path(source.path).stem) & shape.NO_NAMES:
            yield f"{source.path} is called {word}."
        for node in source.each(ast.ClassDef):
            for word in shape.words_of(node.name) & shape.NO_NAMES:
                yield f"{source.at(node)}: the class {node.name} is called {word}."


def openings(sources: list[Source]):
    """Every module opens with one line that says what it is for."""
    for source in (each for each in sources if each.text):
        said = ast.get_docstring(source.tree) or ""
        if not said.split("\n\n")[0].strip().endswith((".", "?", "!")):
            yield f"{source.path} does not open with a sentence that says what it is for."


def excuses(sources: list[Source]):
    """Nothing is owed to later, and no rule is silenced without its reason."""
    for source in sources:
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
            if token.type == tokenize.COMMENT:
                if OWED.search(token.string) or EXCUSED_WITHOUT_REASON.search(token.string):
                    yield f"{source.path}:{token.start[0]} says {token.string!r} and no more."


def honest_tests(sources: list[Source]):
    """Tests use the real thing, the same every time, and wait for what they wait for."""
    ours = {source.module for source in sources}
    for source in sources:
        for node, module in shape.imported(source, ours):
            if module in ("random", "unittest.mock", "unittest", "mock"):
                yield f"{source.at(node)} imports {module}."
        for node in source.each(ast.Attribute):
            if node.attr in ("sleep", "wait_for_timeout"):
                yield f"{source.at(node)} waits for time to pass, not for what it wants."
        for node in source.each(ast.Call):
            if getattr(node.func, "attr", "") in ("skip", "skipif", "xfail"):
                yield f"{source.at(node)} leaves a test out."


def places(root: Path):
    """No file of ours names a machine's own folders or where packages come from."""
    for path in shape.files(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a font
        for found in shape.PLACES.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield f"{path.relative_to(root)}:{line} names {found.group()}."
