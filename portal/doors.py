"""Every set of pages there is, in one list."""

from casework.desk import desk_blueprints
from portal.account import account
from portal.adviser import adviser
from portal.adviser_writing import writing
from portal.ask import ask
from portal.family import family
from portal.family_draft import draft
from portal.public import public
from portal.school import school
from portal.signin import signin
from portal.signin_links import links
from portal.why import why


def blueprints():
    """The blueprints the app is made of."""
    return [public, why, signin, links, account, ask, family, draft, adviser, writing, school, *desk_blueprints()]
