"""Who looked, as the lists of looks tell it, on both databases."""

from datetime import UTC, datetime


def test_somebody_who_opens_many_pages_crowds_nobody_out(each_house):
    audit = each_house.office.lists.audit
    audit.look("EHC-2026-0001", "ash", "the story", datetime(2026, 6, 1, 9, tzinfo=UTC))
    for minute in range(5):
        audit.look("EHC-2026-0001", "jo", "the case", datetime(2026, 6, 2, 9, minute, tzinfo=UTC))
    audit.look("EHC-2026-0002", "sam", "another case", datetime(2026, 6, 2, 9, tzinfo=UTC))
    looked = [(look.person, look.at) for look in audit.who_looked("EHC-2026-0001", limit=2)]
    assert looked == [
        ("jo", datetime(2026, 6, 2, 9, 4, tzinfo=UTC)),
        ("ash", datetime(2026, 6, 1, 9, tzinfo=UTC)),
    ]
