"""What the screens of the administration load, put on a test's server: without it they are not what an agent sees."""

import mimetypes
from collections.abc import Collection, Iterable
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.test import Client
from django.urls import reverse

from tests.accessibility.web_server import Answer, Site

OF_WAGTAIL = {
    "w-slim-header-action-button": "the button of filters: its name leaves out the number that it shows",
    "#wagtail-sidebar": "the account in the menu: blocks within a button",
    "#tippy-": "the filters that its button opens: blocks within buttons",
    "w-flex w-items-center w-gap-2": "a block within the button that closes a filter",
    "w-side-panel-toggle__counter": "the number on the button of a side panel: a block within it",
    "form-side__resize-grip-icon": "the grip of the side panel: a block within a button",
    '<col width="16%"> #listing-results': "the column of uses of a document: its width is an attribute",
    '<textarea name="body-0-value"': "the field of a block of raw HTML: its title is no label",
    "ui-autocomplete-input": "the field of tags: the input that its script adds has no label",
    "c08_09_paragraphs_made_of_line_breaks <br> #w-editor-form": "two breaks above the field of a document's file",
}
"""What is Wagtail's own, by a word of the code or of the place, and what is wrong there."""
SUFFIXES = {".css", ".js", ".svg", ".woff2"}
MADE_BY_VIEWS = ("wagtailadmin_sprite", "wagtailadmin_javascript_catalog")


def without_wagtail_s(defects: Iterable[str]) -> list[str]:
    """The defects, each in words with its code, that are not in what Wagtail itself writes."""
    return [defect for defect in defects if not any(sign in defect for sign in OF_WAGTAIL)]


def put_static_files(site: Site, suffixes: Collection[str] = SUFFIXES) -> None:
    """Put the style sheets, scripts, drawings and fonts of every installed application on a server."""
    for finder in get_finders():
        for name, storage in finder.list([]):
            if Path(name).suffix in suffixes:
                _put_file(site, name, Path(storage.path(name)))


def put_folder(site: Site, folder: Path) -> None:
    """Put every file of one folder of static files on a server."""
    for file in folder.rglob("*.*"):
        _put_file(site, str(file.relative_to(folder)), file)


def _put_file(site: Site, name: str, file: Path) -> None:
    site.page(f"/static/{name}", Answer(file.read_bytes(), kind=mimetypes.guess_type(name)[0]))


def put_made_files(site: Site, client: Client) -> None:
    """Put the icons and the words that views make, as a signed-in client gets them, on a server."""
    for name in MADE_BY_VIEWS:
        answer = client.get(reverse(name))
        assert answer.status_code == 200
        site.page(reverse(name), Answer(answer.content, kind=answer["Content-Type"]))
