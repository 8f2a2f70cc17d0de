"""The diary and its papers, kept: entries in, entries out, and the rows derived from them."""

import json
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from casework.errors import SomeoneElseWrote
from casework.outside.clock import LONDON
from casework.outside.database import db, hold, one_write
from casework.outside.schema import record as t
from casework.outside.schema.guarding import identifiers
from casework.outside.schema.owed import owed
from casework.record.case import Case, fold
from casework.record.entries import body_of, entry_from
from casework.record.papers import Paper
from casework.record.written import Written

DERIVED = {
    "duties": t.duties,
    "contributions": t.contributions,
    "timeliness": t.timeliness,
    "consultations": t.consultations,
    "parties": t.parties,
    "outcomes": t.outcomes,
    "owed": owed,
    "identifiers": identifiers,
}


class Diary:
    """Every case's diary. Entries are only ever added."""

    one_write = staticmethod(one_write)

    def new_ref(self, day: date) -> str:
        """The next reference of that year, such as EHC-2026-0142. Call inside one_write."""
        hold(f"refs-{day.year}")
        last = db.session.scalar(select(t.refs.c.last).where(t.refs.c.year == day.year))
        if last is None:
            db.session.execute(insert(t.refs).values(year=day.year, last=1))
        else:
            db.session.execute(update(t.refs).where(t.refs.c.year == day.year).values(last=last + 1))
        return f"EHC-{day.year}-{(last or 0) + 1:04}"

    def lock(self, ref: str) -> list[Written]:
        """Every entry of a case, and nobody else may add one until this transaction ends."""
        hold(ref)
        return self.written(ref)

    def written(self, ref: str, *, known_by: date | None = None, up_to: int | None = None) -> list[Written]:
        """Every entry of a case in order: all, those recorded by the end of a day in London, or the first `up_to`."""
        asked = select(t.entries).where(t.entries.c.ref == ref).order_by(t.entries.c.n)
        if known_by is not None:
            midnight = datetime.combine(known_by + timedelta(days=1), time(0), tzinfo=LONDON).astimezone(UTC)
            asked = asked.where(t.entries.c.recorded_at < midnight)
        if up_to is not None:
            asked = asked.where(t.entries.c.n <= up_to)
        return [_written(row) for row in db.session.execute(asked)]

    def read(self, ref: str, *, known_by: date | None = None, up_to: int | None = None) -> Case:
        """The case its diary tells: now, as the authority knew it at the end of a day, or after its first entries."""
        return fold(self.written(ref, known_by=known_by, up_to=up_to), Case(ref))

    def write(self, ref: str, new: list[Written], papers: list[Paper]) -> None:
        """Add entries and the papers they name. Raises SomeoneElseWrote when another writer came first."""
        _put_in(ref, papers)
        try:
            db.session.execute(insert(t.entries), [_row(ref, written) for written in new])
        except IntegrityError as taken:
            raise SomeoneElseWrote() from taken

    def write_rows(self, ref: str, rows, *, head: Written) -> None:
        """Put the derived rows of a case in place of those there were. `head` is the last entry."""
        for table in DERIVED.values():
            db.session.execute(delete(table).where(table.c.ref == ref))
        case_row = {**rows.case, "entries": head.n, "seal": head.seal}
        changed = db.session.execute(update(t.worklist).where(t.worklist.c.ref == ref).values(**case_row))
        if not changed.rowcount:
            db.session.execute(insert(t.worklist).values(**case_row))
        for name, table in DERIVED.items():
            found = [{**row, "row": number} for number, row in enumerate(getattr(rows, name), start=1)]
            if found:
                db.session.execute(insert(table), found)

    def rows(self, ref: str) -> dict:
        """The derived rows as they are kept, for comparing with what the diary says."""
        case_row = db.session.execute(select(t.worklist).where(t.worklist.c.ref == ref)).mappings().first()
        kept = {"case": dict(case_row) if case_row else None}
        for name, table in DERIVED.items():
            found = db.session.execute(select(table).where(table.c.ref == ref).order_by(table.c.row)).mappings()
            kept[name] = [{key: value for key, value in row.items() if key != "row"} for row in found]
        return kept

    def refs(self) -> list[str]:
        """Every case there is, in the order they were opened."""
        return list(db.session.scalars(select(t.entries.c.ref).where(t.entries.c.n == 1).order_by(t.entries.c.seq)))

    def heads(self) -> dict[str, tuple[int, str]]:
        """The number and the seal of the last entry of every case, by reference: what has changed is seen at once."""
        asked = select(t.worklist.c.ref, t.worklist.c.entries, t.worklist.c.seal)
        return {ref: (entries, seal) for ref, entries, seal in db.session.execute(asked)}

    def listed(self) -> list[str]:
        """Every case that the worklist remembers, for finding a diary that has lost its beginning."""
        return list(db.session.scalars(select(t.worklist.c.ref).order_by(t.worklist.c.ref)))

    def done(self, token: str) -> str | None:
        """The case that a form with this token has already been carried out on, if it has."""
        return db.session.scalar(select(t.deeds_done.c.ref).where(t.deeds_done.c.token == token))

    def claim(self, token: str) -> str | None:
        """The same, and a second copy of the form waits here until this transaction ends. Call inside one_write."""
        hold(f"token-{token}")
        return self.done(token)

    def mark_done(self, token: str, ref: str, at: datetime) -> None:
        """Remember that a form has been carried out, so that the same form sent twice counts once."""
        db.session.execute(insert(t.deeds_done).values(token=token, ref=ref, at=at))

    def count(self) -> int:
        """How many entries there are in all."""
        return db.session.scalar(select(func.count()).select_from(t.entries))


class PaperShelf:
    """The words that entries name by digest, each on its own case's shelf."""

    def read(self, ref: str, digest: str) -> Paper:
        """One paper. Raises KeyError when this case has no such paper."""
        text = db.session.scalar(select(t.papers.c.text).where(t.papers.c.ref == ref, t.papers.c.digest == digest))
        if text is None:
            raise KeyError(f"{ref} has no paper {digest}.")
        return Paper.from_text(text)

    def read_all(self, ref: str, digests) -> dict[str, Paper]:
        """Several papers of one case in one question, by digest."""
        asked = select(t.papers.c.digest, t.papers.c.text).where(
            t.papers.c.ref == ref, t.papers.c.digest.in_([digest for digest in digests if digest])
        )
        return {digest: Paper.from_text(text) for digest, text in db.session.execute(asked)}

    def kept(self, ref: str) -> dict[str, str]:
        """Every paper of one case as it is kept, unread: its canonical words by digest."""
        asked = select(t.papers.c.digest, t.papers.c.text).where(t.papers.c.ref == ref)
        return {digest: text for digest, text in db.session.execute(asked)}


def _put_in(ref, papers):
    """Keep papers; the same words on the same case are kept once."""
    there = {paper.digest: paper for paper in papers}
    kept = db.session.scalars(select(t.papers.c.digest).where(t.papers.c.ref == ref, t.papers.c.digest.in_(there)))
    for digest in kept.all():
        del there[digest]
    if there:
        rows = [{"ref": ref, "digest": p.digest, "kind": p.kind, "text": p.text} for p in there.values()]
        db.session.execute(insert(t.papers), rows)


def _row(ref, written):
    """An entry as a row."""
    entry = written.entry
    return {
        "ref": ref,
        "n": written.n,
        "kind": type(entry).__name__,
        "on": entry.on,
        "about": entry.about,
        "body": json.dumps(body_of(entry), ensure_ascii=False),
        "recorded_at": written.at,
        "recorded_by": written.by,
        "on_behalf_of": written.behalf,
        "seal": written.seal,
    }


def _written(row):
    """A row as an entry."""
    _, _, n, kind, on, about, body, at, by, behalf, seal = row  # unpacked at once: a long diary is read at every deed
    return Written(n, entry_from(kind, on, about, json.loads(body)), by, at, behalf, seal)
