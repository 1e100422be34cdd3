"""Makes the town's PDF files: tagged, with a title and a language (PDF/UA).

Run by hand in an environment that has WeasyPrint, with the DejaVu fonts installed:
`python home/demo/making/make_documents.py`. The portal itself never needs WeasyPrint: the files are in the repository.
"""

import re
from pathlib import Path

from weasyprint import HTML

SOURCES = Path(__file__).parent / "documents"
FILES = Path(__file__).parents[1] / "files"
LARGEST = 60_000
_SPACES = (
    (r" (?=[;?!])", "\u202f"),
    (r" (?=[:»€%])", "\u00a0"),
    (r"(?<=\d) (?=\d{3}\b)", "\u202f"),
    (r"(?<=\d) (?=h\b)", "\u00a0"),
)


def make(source: Path) -> Path:
    html = source.read_text()
    if '<html lang="fr">' in html:
        for pattern, space in _SPACES:
            html = re.sub(pattern, space, html)
    target = FILES / source.with_suffix(".pdf").name
    HTML(string=html, base_url=f"{SOURCES}/").write_pdf(target, pdf_variant="pdf/ua-1", optimize_images=True)
    if target.stat().st_size > LARGEST:
        raise SystemExit(f"{target.name} is too heavy: {target.stat().st_size} bytes")
    return target


if __name__ == "__main__":
    for source in sorted(SOURCES.glob("*.html")):
        print(make(source))
