"""Advice in time: by agency, service and month, drawn, in tables, and down to the requests that were counted."""

from casework.desk.compliance.pages import compliance

__all__ = ["compliance"]
