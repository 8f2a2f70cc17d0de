"""Cases that may be about the same child: what is alike and what is not, side by side. No machine merges two."""

from dataclasses import dataclass

from casework import access
from casework.record.case import Case

TITLES = (
    ("child", "Name"),
    ("born", "Date of birth"),
    ("upn", "UPN"),
    ("nhs_number", "NHS number"),
    ("setting_name", "Setting"),
)
TWINS = "The same birth date and last name, and another first name: perhaps a twin."


@dataclass(frozen=True)
class Alike:
    """Another case: how it compares, what makes it look alike, and whether it may be opened."""

    ref: str
    stage: str
    lines: tuple[tuple[str, str, str, str], ...]
    why: str
    may_open: bool
    set_aside: bool


def look_alikes(office, case, actor) -> tuple[dict, list[Alike]]:
    """The child of this case, and every other case that may be the same one, the most alike first."""
    child = office.papers.read(case.ref, case.child).content
    ours = {**child, "child": f"{child['first_name']} {child['last_name']}"}
    found = []
    for row in office.lists.desk.alike(case.ref, child):
        why = _why(ours, row)
        if why:
            found.append(_alike(ours, row, why, case=case, actor=actor))
    return child, sorted(found, key=lambda one: (one.set_aside, -sum(line[3] == "same" for line in one.lines), one.ref))


def _why(ours, row) -> str:
    """What makes another case look like this child; nothing when it is only the same birthday."""
    for name, words in (("upn", "The same UPN."), ("nhs_number", "The same NHS number.")):
        if ours.get(name) and ours[name] == getattr(row, name):
            return words
    last, _, first = row.sort_name.partition(" ")
    same_born = ours["born"] == row.born
    ours_last, ours_first = ours["last_name"].casefold(), ours["first_name"].casefold()
    if row.sort_name == f"{ours_last} {ours_first}":
        return "The same name and birth date." if same_born else "The same name, another birth date."
    if same_born and row.sort_name.startswith(f"{ours_last} "):
        return TWINS
    return "The same first name and birth date, another last name." if same_born and first == ours_first else ""


def _alike(ours, row, why, *, case, actor) -> Alike:
    """One other case, line by line. What this officer may not see of it stays masked."""
    may_open = access.may(actor, "read the case", Case(row.ref, caseworker=row.caseworker))
    lines = tuple(_line(title, ours.get(name) or "", getattr(row, name) or "", may_open) for name, title in TITLES)
    return Alike(row.ref, row.stage, lines, why, may_open, row.ref in case.set_aside)


def _line(title, ours, theirs, may_open):
    """One line: its title, ours, theirs (or whether it is the same), and whether they agree."""
    if not ours and not theirs:
        return title, "", "", "unknown"
    agrees = "same" if ours and ours.casefold() == theirs.casefold() else "different" if ours and theirs else "unknown"
    return title, ours, theirs if may_open else {"same": "the same", "different": "different"}.get(agrees, ""), agrees
