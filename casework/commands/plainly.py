"""Says at the command line, in one sentence and not as a trace, what is missing or wrong."""

from click import ClickException

from casework.errors import GapInOurTables


def plainly(read):
    """What `read()` answers with. Raises ClickException with the sentence of a GapInOurTables."""
    try:
        return read()
    except GapInOurTables as gap:
        raise ClickException(str(gap)) from gap
