"""What the casework team works from."""


class DeskLists:
    """What the casework team works from."""
