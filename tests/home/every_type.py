"""A page of each type, with what it needs to exist, for the tests that go through all the types.

A type that cannot be made without more than a title and a body says what it needs in `NEEDS`.
"""

from django.apps import apps

from home.demo import blocks as make
from home.models import ContactPage, HomePage
from home.models.pages import EditorialPage

PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, EditorialPage)]
NEEDS = {ContactPage: {"recipient": "mairie@essai.example", "subjects": "Voirie\nÉcoles"}}
BODY = [
    make.heading("Ce qu’il faut savoir"),
    make.paragraph("<p>La place se remplit le samedi matin, de huit heures à treize heures.</p>"),
]


def add_one(kind: type[EditorialPage], home: HomePage, add_page) -> EditorialPage:
    """A page of a type under the home page, or under a page that may hold it. The home page is itself."""
    if kind is HomePage:
        return home
    parent = home
    allowed = kind.allowed_parent_page_models()
    if HomePage not in allowed:
        holder = next(above for above in allowed if above is not kind)
        parent = add_page("Rubrique", kind=holder, **NEEDS.get(holder, {}))
    return add_page("Marchés", parent=parent, kind=kind, body=BODY, **NEEDS.get(kind, {}))


def add_below(page: EditorialPage, add_page, *, number: int = 1) -> None:
    """Pages under a page: one of each type that it may still hold, then as many more as asked."""
    for count in range(number):
        for kind in page.allowed_subpage_models():
            if kind in PAGE_TYPES and kind.can_create_at(page):
                add_page(f"Sous-page {kind.__name__} {count}", parent=page, kind=kind, body=BODY, **NEEDS.get(kind, {}))
                page.refresh_from_db()
