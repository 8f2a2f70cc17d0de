"""The one door: every change, from any page, import or night job, is carried out here."""

from casework import access, letters, moves, worklist
from casework.errors import SomeoneElseWrote
from casework.record.case import Case, fold, present
from casework.record.entries import Entry, EntryStruckOut
from casework.record.papers import Paper
from casework.record.written import Written, sealed
from casework.stating import to_print


def name_of(deed) -> str:
    """What a deed is called in the tables: the function's name, with spaces."""
    return deed.__name__.replace("_", " ")


def carry_out(office, actor, deed, ref=None, *, token="", seen=None, behalf="", **details) -> Case:
    """Do one thing to one case: permitted, possible today, written once. Answers with the case afterwards.

    `ref` None opens a new case. `token` names the form it came from: the same
    form sent twice is carried out once. `seen` is the number of the last entry
    the page had read. `behalf` is the person it is keyed for. `details` go to the deed.
    Raises NotYours, Refusal or SomeoneElseWrote; then nothing has been written.
    """
    with office.diary.one_write():
        done = office.diary.claim(token) if token else None
        if done:
            return office.diary.read(done)
        ref = ref or office.diary.new_ref(office.today())
        before = office.diary.lock(ref)
        case = fold(before, Case(ref))
        if seen is not None and seen != case.n:
            raise SomeoneElseWrote()
        after, new, papers = decide(office, actor, deed, case, before=before, behalf=behalf, **details)
        if new:
            _write(office, after, new, papers)
        if token:
            office.diary.mark_done(token, ref, office.now())
        return after


def decide(office, actor, deed, case, *, before, behalf="", **details):
    """Ask both tables, then the deed, and answer with the case as it would be, its new entries and papers.

    `case` is the whole of what `before` tells; rights and the deed meet only the
    parties who are on it today. Writes nothing, so a page may ask it for a preview.
    """
    today = present(case, office.today())
    access.require(actor, name_of(deed), today)
    moves.require(name_of(deed), today)
    came = deed(today, office.today(), **details)
    papers = [thing for thing in came if isinstance(thing, Paper)]
    entries = [thing for thing in came if isinstance(thing, Entry)]
    new = _sign(office, actor, case.ref, entries, before=before, behalf=behalf)
    if any(isinstance(entry, EntryStruckOut) for entry in entries):
        return fold([*before, *new], Case(case.ref)), new, papers
    return fold(new, case), new, papers


def _sign(office, actor, ref, entries, *, before, behalf):
    """Number, date, sign and seal new entries, each chained to the one before it."""
    signed = []
    seal = before[-1].seal if before else ""
    for n, entry in enumerate(entries, start=before[-1].n + 1 if before else 1):
        written = Written(n, entry, actor.id, office.now(), behalf)
        seal = sealed(ref, seal, written)
        signed.append(Written(n, entry, actor.id, written.at, behalf, seal))
    return signed


def _write(office, after, new, papers):
    """Entries, papers, derived rows and the letters owed, in the transaction already open."""
    office.diary.write(after.ref, new, papers)
    ladders = office.ladders.all()
    rows = worklist.rows_of(after, lambda digest: office.papers.read(after.ref, digest), ladders=ladders)
    office.diary.write_rows(after.ref, rows, head=new[-1])
    office.post.owe(after.ref, letters.owed(new, after), on=office.today())
    for written in new:
        office.post.stops.settle(after.ref, written.entry)
        for paper, as_ in to_print(written.entry, after):
            office.post.owe_print(after.ref, written.n, paper, as_)
