"""What one type of advice must also show: its gates, named in tables/advice-templates.json."""

from casework.advising.findings import Finding
from casework.advising.required import answered
from casework.advising.rowcheck import Checked
from casework.advising.templates import advice_type
from casework.lint.patterns import says
from casework.record.plan.from_advice import advice_to_plan_lines
from casework.tables import document

GATES: dict = {}
TERMS_IN_A_YEAR = 3
# Rows and hours are rounded by people; a difference this small is not worth a word.
NEAR_ENOUGH = 1


def gate(name: str):
    """Register a function (checked) -> places where it fails, each with words for its sentence."""

    def keep(function):
        GATES[name] = function
        return function

    return keep


def findings(advice: str, checked: Checked):
    """Every gate of this type that is not met."""
    known = document("advice-templates")["gates"]
    for name in advice_type(advice).gates:
        row = known[name]
        for place, said in GATES[name](checked):
            yield Finding(place, row["level"], row["words"].format_map(said), row["why"], row["better"], name)


def _fields(checked) -> dict:
    return checked.content.get("fields", {})


@gate("need has provision")
def _need_has_provision(checked):
    met = {ref for row, _, _ in checked.rows("provision") for ref in row.get("prov_needs") or ()}
    return [
        (f"{place}-need_no_provision", {"ref": ref})
        for row, place, ref in checked.rows("need")
        if ref not in met and not answered(row.get("need_no_provision"))
    ]


@gate("attendance for three terms")
def _attendance(checked):
    terms = [row for row in _fields(checked).get("attendance_pct") or () if answered(row)]
    return [("attendance_pct", {})] if 0 < len(terms) < TERMS_IN_A_YEAR else []


@gate("seen in person")
def _seen(checked):
    modes = " ".join(str(row.get("mode", "")) for row in _fields(checked).get("dates_seen") or ())
    met = says("in person", modes)
    return [] if met or answered(_fields(checked).get("gaps_text")) else [("dates_seen", {})]


@gate("limits stated")
def _limits(checked):
    return [] if answered(_fields(checked).get("gaps_text")) else [("gaps_text", {})]


@gate("section G decided")
def _section_g(checked):
    none = _fields(checked).get("commissioner_agreed") == "no_health_provision"
    listed = any(row.get("prov_plan_section") == "G" for row, _, _ in checked.rows("provision"))
    return [("commissioner_agreed", {})] if none and listed else []


@gate("therapist hours add up")
def _therapist_hours(checked):
    """Direct hours said against the rows a speech and language therapist delivers to the child."""
    said = str((_fields(checked).get("therapy_time") or {}).get("direct_hours", "")).strip()
    lines = advice_to_plan_lines(checked.content, "", "", "").provisions
    direct = [line for line in lines if "therapist" in line.who.lower() and line.kind.startswith("direct")]
    total = sum(line.hours_a_year or 0 for line in direct)
    if not said.replace(".", "", 1).isdigit() or abs(float(said) - float(total)) <= NEAR_ENOUGH:
        return []
    return [("therapy_time", {"said": said, "found": f"{float(total):g}" if total else "none"})]


@gate("delegated programmes supervised")
def _delegated(checked):
    words = " ".join(f"{row.get('prov_what', '')} {row.get('prov_who', '')}" for row, _, _ in checked.rows("provision"))
    said = _fields(checked).get("programme") or {}
    words = f"{words} {'train' if answered(said.get('trained_by')) else ''}"
    supervised = says("supervised", words)
    return [
        (f"{place}-prov_what", {"ref": ref})
        for row, place, ref in checked.rows("provision")
        if row.get("prov_kind") == "programme_delivered_by_setting" and not supervised
    ]


@gate("care needs answered in H")
def _care(checked):
    needs = [row for row, _, _ in checked.rows("need") if row.get("need_plan_section") == "D"]
    helped = any(str(row.get("prov_plan_section", "")).startswith("H") for row, _, _ in checked.rows("provision"))
    reasons = all(answered(row.get("need_no_provision")) for row in needs)
    return [("provision", {})] if needs and not helped and not reasons else []


@gate("qualification recorded")
def _qualification(checked):
    return [] if answered(checked.content.get("author", {}).get("registration")) else [("author_registration", {})]


@gate("outcome for adult life")
def _adult_life(checked):
    chosen = [
        row.get(name, "")
        for row, _, _ in checked.rows("outcome")
        for name in ("outcome_category", "outcome_category_second")
    ]
    return [] if any(str(each or "").startswith("pfa_") for each in chosen) else [("outcomes", {})]
