"""Makers of a made-up plan: Sam’s, with every section written and every thread joined."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from casework.record.plan import Placement, Plan

SAMS_PLAN = json.loads((Path(__file__).parent / "sams_plan.json").read_text(encoding="utf-8"))
DRAFT = {"label": "1", "date": date(2027, 2, 1), "draft": True, "ref": "EHC-2026-0142", "reply_by": date(2027, 2, 15)}
FINAL = {"label": "1", "date": date(2027, 3, 1), "draft": False, "ref": "EHC-2026-0142", "review_by": date(2028, 2, 29)}
ELM_PARK = Placement("elm-park", "Elm Park School", "Maintained mainstream primary school")


def a_plan(**changes) -> Plan:
    """Sam’s draft plan, whole. What is given is laid over it."""
    return replace(Plan.from_content(SAMS_PLAN), **changes)


def a_final_plan(**changes) -> Plan:
    """Sam’s final plan, with a school named in section I."""
    return a_plan(placement=ELM_PARK, **changes)


def a_long_plan(times: int = 2) -> Plan:
    """Sam’s plan with its lines written several times over, for measuring. Every link stays inside its own copy."""
    plan = a_plan()
    copied = {name: tuple(_again(getattr(plan, name), times)) for name in ("needs", "outcomes", "provisions")}
    return replace(plan, **copied)


def _again(lines, times):
    """The same lines with new references: N1 becomes N101 in the second copy."""
    for copy in range(times):
        for line in lines:
            names = [name for name in ("needs", "outcomes") if hasattr(line, name)]
            links = {name: tuple(_moved(ref, copy) for ref in getattr(line, name)) for name in names}
            yield replace(line, ref=_moved(line.ref, copy), **links)


def _moved(ref, copy):
    return f"{ref[0]}{int(ref[1:]) + 100 * copy}"
