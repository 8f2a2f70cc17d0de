"""Words cut where marks begin and end, for a page that shows them marked."""


def pieces(words: str, marks) -> list[tuple[str, object]]:
    """Words cut where marks begin and end: (text, the mark or nothing) each."""
    cut, at = [], 0
    for mark in marks:
        cut += [(words[at : mark.start], None), (words[mark.start : mark.end], mark)]
        at = mark.end
    return [(text, mark) for text, mark in [*cut, (words[at:] + " ", None)] if text]
