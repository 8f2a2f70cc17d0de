"""Measures the page of advice in time at 20,000 cases against 200: always as many questions."""

from bench.signed_in import a_copy, counting, opened, side_by_side
from bench.worklist import FEW, MANY, SAM, fill
from casework.record.register import Service

ROUNDS = 20
ADDRESS = "/desk/compliance"
ASKED = Service("speech-and-language", "Speech and language", "health", ("speech_language",), "slt@health.example")


def measure() -> dict:
    """Medians in seconds for the page of a council's manager, small and large, and questions for each."""
    with a_copy() as few, a_copy() as many:
        print(f"Making {MANY:,} cases by deeds takes some minutes ...", flush=True)
        pages, questions = {}, {}
        for copy, size in ((few, FEW), (many, MANY)):
            fill(copy, size)
            with copy.app.app_context(), copy.office.diary.one_write():
                copy.office.people.keep_service(ASKED, by="import")
            client = copy.client(SAM)
            pages[size] = lambda client=client: opened(client, ADDRESS, "fell due:")
            pages[size]()  # the first time, templates are compiled
            with counting() as asked:
                pages[size]()
            questions[size] = len(asked)
        return {"seconds": side_by_side(pages, ROUNDS), "questions": questions}


def main() -> None:
    """Measure and say what came out."""
    came = measure()
    few, many = (came["seconds"][size] for size in (FEW, MANY))
    print(f"Advice in time, six months, medians of {ROUNDS} interleaved rounds:")
    print(f"  {FEW:>6,} cases {few * 1000:6.1f} ms   {MANY:>6,} cases {many * 1000:6.1f} ms   ratio {many / few:.2f}")
    print(f"  questions a page {came['questions'][FEW]} and {came['questions'][MANY]} (goal: the same)")


if __name__ == "__main__":
    main()
