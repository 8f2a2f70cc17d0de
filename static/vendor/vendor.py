"""Brings the outside assets in: fetches each package once with npm, keeps the built files we use, and sums them.

Run from anywhere with Python 3.11 and npm: `python static/vendor/vendor.py`. Nothing
here runs when the service does. Another version is one line of WANTED, then a look at
every page of the gallery (docs/look.md).
"""

import hashlib
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent
AXE = STATIC.parent / "tests" / "vendor"
SUMS = HERE / "SHA256SUMS"
# GOV.UK lets nobody but GOV.UK show its typeface and its crown, so neither is brought in.
TYPE = 'var(--gt-type,arial,"Liberation Sans","Helvetica Neue",Helvetica,sans-serif)'
MIT = """The MIT License (MIT)

Copyright (c) Crown Copyright (Government Digital Service)

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
# package, version: files in the package, and where they go
WANTED = {
    ("govuk-frontend", "6.3.0"): (
        HERE / "govuk-frontend-6.3.0",
        ["dist/govuk/govuk-frontend.min.css", "dist/govuk/govuk-frontend.min.js"],
    ),
    ("accessible-autocomplete", "3.0.1"): (
        HERE / "accessible-autocomplete-3.0.1",
        ["dist/accessible-autocomplete.min.css", "dist/accessible-autocomplete.min.js", "LICENSE.txt"],
    ),
    ("@fontsource/atkinson-hyperlegible", "5.3.0"): (
        STATIC / "fonts",
        [
            f"files/atkinson-hyperlegible-{letters}-{weight}.woff2"
            for letters in ("latin", "latin-ext")
            for weight in ("400-normal", "400-italic", "700-normal", "700-italic")
        ]
        + ["LICENSE"],
    ),
    ("axe-core", "4.14.1"): (AXE, ["axe.min.js", "LICENSE"]),
}

KEPT_AS = {"@fontsource/atkinson-hyperlegibleLICENSE": "OFL.txt"}


def main():
    """Fetch, keep and sum every file."""
    with tempfile.TemporaryDirectory() as folder:
        for (package, version), (place, files) in WANTED.items():
            place.mkdir(parents=True, exist_ok=True)
            with tarfile.open(fetch(package, version, folder)) as packed:
                for name in files:
                    as_name = KEPT_AS.get(package + name, Path(name).name)
                    keep(packed.extractfile(f"package/{name}").read(), place / as_name)
    (HERE / "govuk-frontend-6.3.0" / "LICENSE.txt").write_text(MIT, encoding="utf-8")
    SUMS.write_text("".join(f"{digest(path)}  {path.relative_to(STATIC.parent)}\n" for path in vendored()))


def fetch(package: str, version: str, folder: str) -> Path:
    """The package as npm packs it."""
    asked = ["npm", "pack", "--silent", f"{package}@{version}"]
    name = subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
    return Path(folder) / name


def keep(content: bytes, place: Path):
    """Write one file; style sheets and scripts lose what must not travel."""
    if place.suffix in (".css", ".js"):
        text = re.sub(r"\n?(//# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\n?", "", content.decode())
        content = (unbranded(text) if place.suffix == ".css" else text).encode()
    place.write_bytes(content)


def unbranded(css: str) -> str:
    """A style sheet without GOV.UK's typeface and crest, and with our own list of typefaces in their place."""
    css = re.sub(r"(/\*![^*]*Margaret Calvert[^*]*\*/)?@font-face\{[^}]*GDS Transport[^}]*\}", "", css)
    css = re.sub(r"\"?GDS Transport\"?,\s*arial,\s*sans-serif", TYPE, css)
    css = re.sub(r"@supports [^{]*\{[^{}]*\{[^{}]*govuk-crest[^{}]*\}[^{}]*\}", "", css)
    return re.sub(r"[^{}]*\{[^{}]*govuk-crest[^{}]*\}", "", css)


def vendored() -> list[Path]:
    """Every file that came from outside, in order."""
    places = {place for place, _ in WANTED.values()}
    return sorted(path for place in places for path in place.rglob("*") if path.is_file())


def digest(path: Path) -> str:
    """The file's sha256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
