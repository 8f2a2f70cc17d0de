"""Runs axe-core in an open browser page and says what is wrong, in words; it calls nobody."""

from functools import cache
from pathlib import Path

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})"


def violations(page) -> list[str]:
    """Every broken rule of WCAG 2.2 AA and of axe's best practice on a Playwright page, one sentence each.

    The page must have finished loading. An empty list means that axe found nothing;
    it cannot tell whether the words make sense.
    """
    page.evaluate(_axe())
    return [_said(rule) for rule in page.evaluate(RUN, RULES)["violations"]]


@cache
def _axe() -> str:
    """The scanner itself."""
    return AXE.read_text(encoding="utf-8")


def _said(rule) -> str:
    """One broken rule: what, how bad, where, and what axe says to do."""
    where = "; ".join(f"{' '.join(map(str, node['target']))} ({node['html'][:120]})" for node in rule["nodes"][:5])
    more = f" and {len(rule['nodes']) - 5} more" if len(rule["nodes"]) > 5 else ""
    return f"{rule['id']} ({rule['impact']}): {rule['help']}. At {where}{more}."
