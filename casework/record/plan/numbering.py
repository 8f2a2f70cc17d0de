"""References that people can say aloud: N1 for a need, O1 for an outcome, P1 for provision."""

from dataclasses import replace

NEED, OUTCOME, PROVISION = "N", "O", "P"


def next_ref(letter: str, lines) -> str:
    """The next free reference after those already used: N4 after N1 and N3. A reference is never given twice."""
    used = [int(line.ref[1:]) for line in lines if line.ref[:1] == letter and line.ref[1:].isdigit()]
    return f"{letter}{max(used, default=0) + 1}"


def renumbered(plan):
    """The same plan with its lines numbered from 1 in the order they stand, and every link kept.

    A link to a line that is not in the plan is dropped, and the gaps then show it.
    """
    needs, need_refs = _numbered(NEED, plan.needs)
    outcomes, outcome_refs = _numbered(OUTCOME, plan.outcomes)
    provisions, _ = _numbered(PROVISION, plan.provisions)
    return replace(
        plan,
        needs=needs,
        outcomes=tuple(replace(each, needs=_linked(each.needs, need_refs)) for each in outcomes),
        provisions=tuple(
            replace(each, needs=_linked(each.needs, need_refs), outcomes=_linked(each.outcomes, outcome_refs))
            for each in provisions
        ),
        none_because={need_refs.get(key, key): reason for key, reason in plan.none_because.items()},
    )


def _numbered(letter, lines):
    """The lines with new references, and what each old reference became."""
    became = {line.ref: f"{letter}{number}" for number, line in enumerate(lines, start=1)}
    return tuple(replace(line, ref=became[line.ref]) for line in lines), became


def _linked(refs, became) -> tuple[str, ...]:
    return tuple(dict.fromkeys(became[ref] for ref in refs if ref in became))
