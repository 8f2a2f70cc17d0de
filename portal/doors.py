"""Every set of pages there is, in one list."""

from casework.desk import desk_blueprints
from portal.adviser import adviser
from portal.ask import ask
from portal.family import family
from portal.public import public
from portal.school import school
from portal.signin import signin


def blueprints():
    """The blueprints the app is made of."""
    return [public, signin, ask, family, adviser, school, *desk_blueprints()]
