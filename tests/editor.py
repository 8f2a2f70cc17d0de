"""What an editor would mark on a page before it is shown to a family, each fault in one sentence."""

import re
from collections import Counter

from tests.markup import Builder, Tag

LANGUAGE = "en-GB"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = ("hidden", "submit", "button")
POINTS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "list", "headers")
FETCHED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}
# What a template shows when somebody forgot something. “None of these” is a choice that people are given.
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}| object at 0x|\bUndefined\b|\bNone\b(?! of\b| are\b| is\b| left\b| yet\b)")
ONLY = {"True", "False", "nan", "[]", "{}", "()"}


def faults_of(builder: Builder) -> list[str]:
    """Every fault of a page, in the order an editor would look."""
    top = builder.top
    looks = (_frame, _headings, _ids, _boxes, _forms, _links, _code, _words, _tables)
    found = [fault for look in looks for fault in look(top)]
    return found if builder.doctype.lower() == "doctype html" else ["It does not say <!DOCTYPE html>.", *found]


def _frame(top: Tag):
    """Its language, its title, its one main part."""
    languages = [tag["lang"] for tag in top.all("html")]
    if languages != [LANGUAGE]:
        yield f"Its language is {languages}, not {LANGUAGE}."
    if len(top.all("main")) != 1:
        yield f"It has {len(top.all('main'))} main parts, not one."
    titles = [title.own.strip() for title in top.all("title") if not title.within("svg")]
    first = top.all("h1")[0].text.removesuffix(" (optional)") if top.all("h1") else ""
    in_fault = bool(top.of("govuk-error-summary"))
    wanted = f"Error: {first}" if in_fault else first
    if len(titles) != 1 or not titles[0].startswith(wanted):
        yield f"Its title {titles} does not begin with “{wanted}”."


def _headings(top: Tag):
    """One first heading, and no level left out after it. An error summary may stand before it."""
    headings = top.all(*HEADINGS)
    if sum(heading.name == "h1" for heading in headings) != 1:
        yield f"It has {sum(heading.name == 'h1' for heading in headings)} headings of the first level, not one."
        return
    yield from (f"{heading} is empty." for heading in headings if not heading.text)
    levels = [int(heading.name[1]) for heading in headings]
    after = levels[levels.index(1) :]
    for before, level in zip(after, after[1:], strict=False):
        if level > before + 1:
            yield f"A heading of level {level} follows one of level {before}."


def _ids(top: Tag):
    """Every id once, and everything that names an id finds it."""
    counted = Counter(tag["id"] for tag in top.all() if tag.has("id"))
    yield from (f"The id “{name}” is used {times} times." for name, times in counted.items() if times > 1 or not name)
    for tag in top.all():
        named = [name for point in POINTS for name in tag[point].split()]
        named += [tag["href"][1:]] if tag.name == "a" and tag["href"].startswith("#") else []
        yield from (f"{tag} points to “{name}”, which is not there." for name in named if name not in counted)


def _boxes(top: Tag):
    """A label for every box, and a legend for every set of radio buttons."""
    labelled = {label["for"]: label.text for label in top.all("label")}
    for box in top.all("input", "select", "textarea"):
        if box["type"] in UNSEEN:
            continue
        spoken = labelled.get(box["id"]) or box["aria-label"] or box["aria-labelledby"]
        if not spoken and not box.within("label"):
            yield f"{box} has no label."
        if box["type"] == "radio" and not box.within("fieldset"):
            yield f"{box} is a radio button outside a fieldset."
        if not box["name"]:
            yield f"{box} has no name, so it would not be sent."
    for fieldset in top.all("fieldset"):
        if not any(legend.text for legend in fieldset.all("legend")):
            yield f"{fieldset} has no legend."


def _forms(top: Tag):
    """Where each form goes and how, and what its buttons say."""
    for form in top.all("form"):
        if not form["action"] or form["method"].lower() not in ("get", "post"):
            yield f"{form} does not say where it goes, or how."
        if form["method"].lower() == "post" and not any(box["name"].endswith("forgery") for box in form.all("input")):
            yield f"The form to {form['action']} carries no proof that it is ours."
        if any(box["type"] == "file" for box in form.all("input")) and form["enctype"] != "multipart/form-data":
            yield f"The form to {form['action']} asks for files, and cannot carry them."
    for button in top.all("button"):
        if not button.text and not button["aria-label"]:
            yield f"{button} says nothing."
        if button["type"] not in ("submit", "button"):
            yield f"{button} does not say what kind of button it is."


def _links(top: Tag):
    """Every link goes somewhere and says where; every picture has words."""
    for link in top.all("a"):
        spoken = link.text or link["aria-label"] or "".join(image["alt"] for image in link.all("img"))
        if not spoken:
            yield f"{link} says nothing."
        if link["href"] in ("", "#") or link["href"].lower().startswith("javascript:"):
            yield f"{link} goes nowhere."
    silent = [image for image in top.all("img") if not image.has("alt")]
    yield from (f"{image} has no words for someone who cannot see it." for image in silent)


def _code(top: Tag):
    """Nothing from elsewhere, nothing that the page's policy would refuse."""
    for tag in top.all():
        if tag.name in ("script", "style") and not tag["nonce"]:
            yield f"{tag} carries no nonce."
        if tag.has("style") or any(name.startswith("on") for name in tag.attributes):
            yield f"{tag} has a style or a script of its own, which the page’s policy refuses."
        address = tag[FETCHED[tag.name]] if tag.name in FETCHED else ""
        if address and not address.startswith(("/", "data:")) or address.startswith("//"):
            yield f"{tag} fetches {address} from elsewhere."


def _words(top: Tag):
    """No leavings of a template in what people read."""
    for tag in top.all():
        if tag.name in ("script", "style") or tag.within("script", "style"):
            continue
        if (found := LEFT_OVER.search(tag.own)) or tag.own.strip() in ONLY:
            yield f"{tag} shows “{found[0] if found else tag.own.strip()}”."
        yield from (f"{tag} has {name}=“None”." for name, value in tag.attributes.items() if value == "None")


def _tables(top: Tag):
    """Every table says what it is, and every heading in it what it heads."""
    for table in top.all("table"):
        if not any(caption.text for caption in table.all("caption")) and not table["aria-label"]:
            yield f"{table} has no caption."
        yield from (f"{heading} does not say what it heads." for heading in table.all("th") if not heading["scope"])
