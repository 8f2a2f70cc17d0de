"""Caseworkers' and managers' pages, one file a subject."""


def desk_blueprints():
    """Every blueprint of the desk."""
    return []
