"""Advice: whom to ask, what a first response needs, what a template holds, and what a self-check finds.

The content of an advice paper is plain JSON:

    {"type": "speech_language",
     "author": {"name": ..., "role": ..., "organisation": ..., "registration": ...},
     "fields": {"voice_words": "...", "dates_seen": [{"date": ..., "mode": ...}], ...},
     "needs": [{"need_ref": "N1", "need_category": ..., ...}],
     "outcomes": [{"outcome_ref": "O1", "outcome_needs": ["N1"], ...}],
     "provision": [{"prov_ref": "P1", "prov_needs": ["N1"], "prov_outcomes": ["O1"], ...}],
     "files": [{"name": ..., "digest": ..., ...}]}

What `fields` and the rows may hold is tables/advice-templates.json. Text, select
and date answers are text (dates in ISO form), a group is a mapping, a repeat is
a list of mappings, checkboxes and lists are lists of text, and a confirmation
is "yes". Numbers may be numbers or digits.
"""

from casework.advising.offers import Offer, offered
from casework.advising.reading import Line, Part, Said, advice_parts, reply_parts, title_of
from casework.advising.responses import (
    FirstResponse,
    check_first_response,
    closes,
    countersigner,
    first_responses,
    needs_acceptance,
    needs_countersign,
    says_none,
    to_accept,
)
from casework.advising.selfcheck import Finding, self_check
from casework.advising.templates import (
    AdviceType,
    Choice,
    Field,
    Section,
    advice_content,
    advice_type,
    answers_of,
    blank_advice,
    row_schema,
    sections,
    types,
)
from casework.record.plan.from_advice import PlanLines, advice_to_plan_lines

__all__ = [
    "AdviceType",
    "Choice",
    "Field",
    "Finding",
    "FirstResponse",
    "Line",
    "Offer",
    "Part",
    "PlanLines",
    "Said",
    "Section",
    "advice_content",
    "advice_parts",
    "advice_to_plan_lines",
    "advice_type",
    "answers_of",
    "blank_advice",
    "check_first_response",
    "closes",
    "countersigner",
    "first_responses",
    "needs_acceptance",
    "needs_countersign",
    "offered",
    "reply_parts",
    "row_schema",
    "says_none",
    "sections",
    "self_check",
    "title_of",
    "to_accept",
    "types",
]
