"""What has been escalated, what is counted in a week, and what passed the limit, a page at a time on both servers."""

from datetime import timedelta

from casework.commands.sweep import sweep
from casework.record.register import Service
from tests.makers import day
from tests.office import assess

SERVICE, SLT = "speech-and-language", "speech_language-1"
LEVEL_2, PAST = day("2026-03-19"), day("2026-04-14")


def test_lists_of_what_is_late_go_on_where_the_page_before_ended(each_house):
    office = each_house.office
    office.people.keep_service(Service(SERVICE, "Speech", "health", ("speech_language",)), by="import")
    refs = [assess(each_house) for _ in range(3)]
    sweep(each_house.on(LEVEL_2), LEVEL_2)
    lists = office.lists.escalations
    found, more = lists.escalated([SERVICE])
    assert ([row.ref for row in found], more, {row.level for row in found}) == (refs, False, {2})
    key = (2, found[0].full_due, refs[0], found[0].row)
    assert [row.ref for row in lists.escalated([SERVICE], after=key)[0]] == refs[1:]
    assert lists.escalated([SERVICE], after=(1, *key[1:]))[0] == [] and lists.escalated(["early-help"])[0] == []
    assert [row.ref for row in lists.those([SERVICE], [(refs[2], SLT), (refs[1], "other-1")])] == [refs[2]]
    week = lists.week([SERVICE], LEVEL_2, day("2026-03-16"), day("2026-03-22"))
    assert (week.due, week.level_1, week.level_2, week.past_limit) == (3, 0, 3, 0)
    first, number = lists.overdue([SERVICE], LEVEL_2, 2)
    assert ([row.ref for row in first], number) == (refs[:2], 3)
    breaches = office.lists.breaches
    assert breaches.rows([SERVICE], PAST - timedelta(days=1), given=False) == ([], False)
    past, _ = breaches.rows([SERVICE], PAST, given=False)
    assert [row.ref for row in past] == refs and breaches.count([SERVICE], PAST, given=False) == 3
    beyond = (past[1].legal_due, past[1].ref, past[1].row)
    assert [row.ref for row in breaches.rows([SERVICE], PAST, given=False, after=beyond)[0]] == refs[2:]
    assert breaches.count([SERVICE], PAST, given=True) == 0
