"""What advisers and their managers owe, and what was sent."""


class AdviceLists:
    """What advisers and their managers owe, and what was sent."""
