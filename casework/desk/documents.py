"""Files of a case, for whoever may have them: letters, plans and documents, always as a download and never run."""

from io import BytesIO

from flask import Blueprint, g, send_file

from casework.desk.file_rights import file_for
from casework.errors import NotYours
from casework.web import office, opens

documents = Blueprint("documents", __name__)
# A file from outside may hold script. It is kept away from our pages: saved, not shown, and shut in if it is shown.
SHUT_IN = "default-src 'none'; sandbox"


@documents.get("/case/<ref>/file/<digest>")
@opens("open a document")
def file(ref, digest):
    """One file of this case. One that belongs to another case, or is kept from this reader, is not found."""
    found = file_for(office(), g.case, g.actor, digest)
    if found is None:
        raise NotYours(digest)
    answer = _kept(digest, as_attachment=True, download_name=found)
    answer.headers["Content-Security-Policy"] = SHUT_IN
    return answer


def _kept(digest: str, **how):
    """A file of the cabinet. One that is no longer there, or no longer what it was, is not found."""
    try:
        content, media_type = office().cabinet.get(digest), office().cabinet.media_type(digest)
    except KeyError as gone:
        raise NotYours(digest) from gone
    answer = send_file(BytesIO(content), mimetype=media_type, **how)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@documents.get("/case/<ref>/photo/<person>")
@opens("follow my case")
def photo(ref, person):
    """The photograph of the caseworker or the lead professional of this case, for its family."""
    if person not in (g.case.caseworker, g.case.lead) or not (kept := office().people.person(person).photo):
        raise NotYours(person)
    return _kept(kept)
