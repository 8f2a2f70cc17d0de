"""A day typed at the command line."""

from datetime import date

import click


class Day(click.ParamType):
    """A date as YYYY-MM-DD, or the word today."""

    name = "date"

    def convert(self, value, param, ctx):
        """A date, or None for today. Fails with a sentence for a day that does not exist."""
        if value == "today":
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day. Write it as YYYY-MM-DD.", param, ctx)


DAY = Day()
