"""Every set of pages there is, in one list."""

from casework.desk import desk_blueprints
from portal.account import account
from portal.adviser import adviser
from portal.adviser_writing import writing
from portal.ask import ask
from portal.calendars import calendars
from portal.family import family
from portal.family_draft import draft
from portal.owed import owed
from portal.owed_views import views
from portal.public import public
from portal.school import school
from portal.signin import signin
from portal.signin_links import links
from portal.why import why


def blueprints():
    """The blueprints the app is made of."""
    theirs = [ask, family, draft, calendars, owed, views, adviser, writing, school]
    return [public, why, signin, links, account, *theirs, *desk_blueprints()]
