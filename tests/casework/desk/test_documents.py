"""Files of a case: each for whoever may have it, always a download, and to everybody else not there at all."""

import pytest

from casework.actions import carry_out
from casework.actions.request import add_a_document
from casework.actions.schools import consult_a_setting
from casework.outside.database import db, one_write
from casework.outside.schema.record import post
from tests.casework.desk.desk_makers import (
    ANNA,
    ASH,
    JO,
    LEILA,
    PRIYA,
    ROBIN,
    SAM,
    asked,
    assessing,
    served,
)

PDF = "application/pdf"


def got(desk, actor, ref, digest):
    """What somebody gets who asks for a file."""
    return desk.client(actor).get(f"/case/{ref}/file/{digest}")


def given(desk, actor, ref, digest) -> bool:
    """Whether somebody is given a file."""
    answer = got(desk, actor, ref, digest)
    assert answer.status_code in (200, 404)
    return answer.status_code == 200


def a_document(desk, ref, words=b"a report", kept_from=(), **more):
    """A file that came in."""
    digest = desk.office.cabinet.put(words + ref.encode(), PDF)
    content = {"name": "Report – é.pdf", "what": "A report", "digest": digest, "size": 8, "from": JO.id} | more
    carry_out(desk.office, JO, add_a_document, ref, document=content, kept_from=kept_from)
    return digest


def test_a_document_is_for_those_it_is_not_kept_from(desk):
    ref = assessing(desk)
    plain, secret = a_document(desk, ref), a_document(desk, ref, b"a note", kept_from=("parent",))
    assert [given(desk, actor, ref, plain) for actor in (JO, SAM, LEILA, ASH)] == [True] * 4
    assert [given(desk, actor, ref, secret) for actor in (JO, SAM, LEILA, ASH)] == [True, True, False, True]
    assert [given(desk, actor, ref, plain) for actor in (PRIYA, ROBIN, ANNA)] == [False] * 3


def test_a_file_of_another_case_is_not_there(desk):
    one, other = asked(desk), asked(desk)
    digest = a_document(desk, one)
    assert given(desk, JO, one, digest) and not given(desk, JO, other, digest)
    for odd in ("x", "0" * 64, "../settings.cfg", "%00"):
        assert got(desk, JO, one, odd).status_code == 404


def test_a_file_is_saved_and_never_run(desk):
    ref = asked(desk)
    answer = got(desk, LEILA, ref, a_document(desk, ref))
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "filename*=UTF-8''Report%20%E2%80%93%20%C3%A9.pdf" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff" and answer.mimetype == PDF
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_letter_is_its_readers_own(desk):
    ref = asked(desk)
    digest = desk.office.cabinet.put(b"a letter to Leila" + ref.encode(), PDF)
    row = next(row for row in desk.office.post.of_case(ref) if row.person == LEILA.id)
    with one_write():
        db.session.execute(post.update().where(post.c.id == row.id).values(digest=digest, state="sent"))
    assert [given(desk, actor, ref, digest) for actor in (LEILA, JO, SAM)] == [True] * 3
    assert [given(desk, actor, ref, digest) for actor in (ROBIN, ANNA, PRIYA)] == [False] * 3
    assert got(desk, LEILA, ref, digest).headers["Content-Disposition"].endswith(f"{ref}-{row.letter}.pdf")


def test_a_draft_is_the_familys_and_the_setting_gets_the_one_it_was_asked_about(desk):
    ref = served(desk)
    digest = desk.office.cabinet.put(b"the draft" + ref.encode(), PDF)
    desk.office.post.mark_printed(ref, desk.case(ref).draft.plan, "draft", digest)
    assert [given(desk, actor, ref, digest) for actor in (LEILA, JO)] == [True, True]
    assert [given(desk, actor, ref, digest) for actor in (ASH, ANNA, ROBIN)] == [False] * 3
    carry_out(desk.office, JO, consult_a_setting, ref, setting="elm-park")
    assert given(desk, ANNA, ref, digest)


@pytest.mark.parametrize("actor", [JO, LEILA])
def test_a_file_that_is_no_longer_in_the_cabinet_is_not_found(desk, actor):
    ref = asked(desk)
    content = {"name": "gone.pdf", "digest": "f" * 64}
    carry_out(desk.office, JO, add_a_document, ref, document=content)
    assert got(desk, actor, ref, "f" * 64).status_code == 404


def test_who_took_a_file_is_written_down(desk):
    ref = asked(desk)
    got(desk, LEILA, ref, a_document(desk, ref))
    assert [look.person for look in desk.office.lists.audit.looks_of(ref)][:1] == [LEILA.id]


def test_a_photograph_is_shown_to_the_family_of_the_case_alone(desk):
    ref = asked(desk)
    digest = desk.office.cabinet.put(b"\x89PNG picture", "image/png")
    desk.office.people.change(JO.id, by=SAM.id, photo=digest)
    address = f"/case/{ref}/photo/{JO.id}"
    assert desk.client(LEILA).get(address).mimetype == "image/png"
    assert desk.client(ROBIN).get(address).status_code == 404
    assert desk.client(LEILA).get(f"/case/{ref}/photo/{SAM.id}").status_code == 404
