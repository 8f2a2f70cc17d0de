"""The evidence on a case that can be said to have been read: the story, documents, the panel, and advice."""

from casework import advising


def evidence_on(office, case, *, panels: bool = True) -> list[tuple[str, str]]:
    """Everything there is to read, (words, words): what is kept is what was shown. A panel does not read itself."""
    found = ["The family’s story", "What the school or college told us"]
    papers = office.papers.read_all(case.ref, case.documents)
    documents = [papers[digest].content for digest in case.documents]
    found += [content.get("what") or content.get("name") or "A document" for content in documents]
    found += [f"The panel’s advice of {on.day} {on:%B %Y}" for _, _, _, on in case.panels if panels]
    for one in case.advice.values():
        if one.accepted_on or one.received_on:
            found.append(advising.advice_type(one.kind).name)
    return [(words, words) for words in dict.fromkeys(found)]


def panel_view(case, panel: str) -> str:
    """What the panel last advised on this question; nothing when it has not."""
    said = [view for about, view, _, _ in case.panels if about == panel]
    return said[-1] if said else ""
