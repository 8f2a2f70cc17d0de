"""What schools and colleges have been asked."""


class SchoolLists:
    """What schools and colleges have been asked."""
