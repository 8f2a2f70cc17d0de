"""The cases a parent or young person is joined to."""


class FamilyLists:
    """The cases a parent or young person is joined to."""
