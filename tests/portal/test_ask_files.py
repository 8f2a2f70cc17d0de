"""Files that come with a request: each is looked at, said no to in a sentence, or kept and listed."""

import io

import pikepdf
import pytest
from PIL import Image

from tests.portal.asking import PARENT, an_app, asked, inside, office_of
from tests.reader import read


@pytest.fixture
def app(sqlite_url, tmp_path):
    """The whole service on 2 November 2026."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield app


def a_pdf(password: str = "") -> bytes:
    """A PDF of one empty page."""
    kept = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(kept, encryption=pikepdf.Encryption(owner=password, user=password) if password else None)
    return kept.getvalue()


def a_picture() -> bytes:
    """A small picture from a phone."""
    kept = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(kept, "JPEG")
    return kept.getvalue()


def sent(*files):
    """Files as a browser sends them: (name, bytes) each."""
    return [(io.BytesIO(content), name) for name, content in files]


def test_several_files_are_kept_listed_and_become_documents_of_the_case(app):
    asker = asked(app, "parent", PARENT)
    report = a_pdf()
    asker.put("documents", press="files", files=sent(("report.pdf", report), ("IMG 1.jpeg", a_picture())))
    page = asker.open("documents")
    assert "report.pdf" in page.text
    assert "IMG 1.jpeg" in page.text
    asker.send()
    case = asker.case()
    kept = [office_of(app).papers.read(case.ref, paper).content for paper in case.documents]
    assert [(each["name"], each["question"]) for each in kept] == [
        ("report.pdf", "documents"),
        ("IMG 1.jpeg", "documents"),
    ]
    assert office_of(app).cabinet.get(kept[0]["digest"]) == report


def test_continue_keeps_files_too_and_goes_on(app):
    asker = asked(app, "parent", PARENT)
    answer = asker.put("documents", files=sent(("report.pdf", a_pdf())))
    assert answer.location.endswith("/ask/parent/hopes-now")
    assert "report.pdf" in asker.open("check").text


def test_a_file_can_be_taken_off_the_list_without_losing_words(app):
    asker = asked(app, "parent", PARENT)
    asker.put("story", press="files", files=sent(("drawing.jpg", a_picture())))
    page = asker.open("story")
    [digest] = [button["value"].removeprefix("remove ") for button in page.main.of("gt-file__off")]
    asker.put("story", press=f"remove {digest}", story_words="She was born early.")
    page = asker.open("story")
    assert "drawing.jpg" not in page.text
    assert page.form.values["story-words"] == ["She was born early."]


def test_the_same_file_twice_is_listed_once(app):
    asker = asked(app, "parent", PARENT)
    for _ in range(2):
        asker.put("documents", press="files", files=sent(("report.jpg", a_picture())))
    assert asker.open("documents").text.count("report.jpg Remove") <= 1
    assert len(asker.open("documents").main.of("gt-file__off")) == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.pdf", b"", "“empty.pdf” is empty. Check the file and choose it again."),
        ("letter.pdf", b"MZ\x90\x00" + bytes(600), "“letter.pdf” is not a kind of file we can take."),
        ("letter.exe", b"MZ\x90\x00" + bytes(600), "“letter.exe” is a kind of file we cannot open."),
        ("photo.pdf", a_picture(), "“photo.pdf” is not what its name says."),
        ("locked.pdf", a_pdf("sesame"), "“locked.pdf” is locked with a password, so we cannot read it."),
        ("broken.pdf", b"%PDF-1.7\n" + b"x" * 200, "“broken.pdf” is damaged, so we cannot open it."),
    ],
)
def test_a_file_we_cannot_take_is_said_so_and_the_words_beside_it_are_kept(app, name, content, sentence):
    asker = asked(app, "parent", PARENT)
    page = read(asker.put("story", files=sent((name, content)), story_words="She was born early."))
    assert page.beside[0].startswith(sentence)
    assert page.form.values["story-words"] == ["She was born early."]
    assert "She was born early." in asker.open("check").text


def test_a_file_of_26_mb_is_too_large_and_the_others_are_kept(app):
    asker = asked(app, "parent", PARENT)
    large = a_pdf() + bytes(26 * 1024 * 1024)
    answer = asker.put("documents", files=sent(("large.pdf", large)))
    page = read(answer)
    answer.request.environ["wsgi.input"].close()  # a body this large is in a file, which the test client leaves open
    assert page.beside == ["“large.pdf” is too large. Each file must be 25 MB or smaller."]
    asker.put("documents", files=sent(("small.pdf", a_pdf())))
    assert "small.pdf" in asker.open("documents").text


def test_one_bad_file_among_good_ones_does_not_lose_the_good_ones(app):
    asker = asked(app, "parent", PARENT)
    files = sent(("good.jpg", a_picture()), ("locked.pdf", a_pdf("sesame")))
    page = read(asker.put("documents", press="files", files=files))
    assert page.beside[0].startswith("“locked.pdf” is locked")
    assert "good.jpg" in page.text
