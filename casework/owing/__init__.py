"""What is owed, by whom, in which order, and how it stands: one order and one set of words for every list and page."""

from casework.owing.brag import Brag, brag_called, brags, standing_of
from casework.owing.left import left
from casework.owing.narrowing import Narrowed, Phase, phases
from casework.owing.order import Key, in_order, is_owed, place, weight_of
from casework.owing.rows import owed_rows
from casework.owing.scopes import Scope, Scopes, scopes_of

__all__ = [
    "Brag", "Key", "Narrowed", "Phase", "Scope", "Scopes", "brag_called", "brags", "in_order",
    "is_owed", "left", "owed_rows", "phases", "place", "scopes_of", "standing_of", "weight_of",
]
