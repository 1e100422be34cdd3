"""When the subject of a test is proven absent from a page: the only ground for `inapplicable`.

One line per kind of subject: the tests, what their official text speaks of, and how much of the page must have
been seen. Three things keep a false `inapplicable` away. A subject is looked for more widely than its test names
it (`page/contents.py`). What scripts commonly add is absent only from a page without scripts (`Sight.LASTING`),
the rest only if no inline script or template writes it. A page with a part out of sight proves nothing but what
concerns its own document.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/
"""

from collections.abc import Callable
from dataclasses import dataclass

from accessibility.page.contents import Contents
from accessibility.page.doctype import is_html5
from accessibility.page.model import Page
from accessibility.page.sight import Sight, may_write, sees


@dataclass(frozen=True)
class Subject:
    """What some tests speak of. `may_be_there`: never False when it is there.

    `reason`: why the tests do not apply without it. `writes`: the words that dormant text must not hold.
    """

    tests: str
    reason: str
    may_be_there: Callable[[Contents], object]
    sight: Sight = Sight.LASTING
    writes: tuple[str, ...] = ()


SUBJECTS: tuple[Subject, ...] = (
    # 1 Images. The tests name a tag each; a role of image counts for `img` too.
    Subject("1.1.1 1.2.1 1.3.1 1.4.1 1.6.1 1.8.1", "aucune image (img)", lambda on: on.has_img),
    Subject("1.6.10", "aucun élément de rôle img", lambda on: on.roles & {"img", "image"}),
    Subject("1.9.1", "aucune image (img, bouton image)", lambda on: on.has_img or on.image_buttons),
    Subject(
        "1.1.2 1.2.2 1.3.2 1.4.2",
        "aucune zone d’image réactive (area)",
        lambda on: on.has("area", "map"),
        Sight.WHOLE,
        ("area",),
    ),
    Subject(
        "1.1.3 1.3.3 1.4.3 1.5.2 1.6.4 1.8.2",
        "aucun bouton de type image",
        lambda on: on.image_buttons,
        Sight.WHOLE,
        ("input", "image"),
    ),
    Subject(
        "1.1.4",
        "aucune image réactive côté serveur",
        lambda on: on.has_attribute("ismap") or on.image_buttons,
        Sight.WHOLE,
        ("img", "input", "ismap"),
    ),
    Subject("1.1.5 1.2.4 1.3.6 1.4.6 1.6.5 1.6.6 1.8.6 1.9.4", "aucune image svg", lambda on: on.has("svg")),
    Subject(
        "1.1.6 1.2.3 1.3.4 1.4.4 1.6.2 1.8.3 1.9.2",
        "aucun élément object",
        lambda on: on.has("object", "applet"),
        Sight.WHOLE,
        ("object", "swfobject"),
    ),
    Subject(
        "1.1.7 1.2.6 1.3.5 1.4.5 1.6.3 1.8.4 1.9.3",
        "aucun élément embed",
        lambda on: on.has("embed"),
        Sight.WHOLE,
        ("embed", "swfobject"),
    ),
    Subject(
        "1.1.8 1.2.5 1.3.7 1.4.7 1.6.7 1.6.8 1.8.5 1.9.5",
        "aucune image canvas",
        lambda on: on.has("canvas"),
    ),
    Subject(
        "1.3.8",
        "aucun contenu entre les balises canvas",
        lambda on: any(canvas.children for canvas in on.page.select("canvas")),
    ),
    Subject("1.3.9 1.5.1 1.7.1 1.7.2 1.7.3 1.7.4 1.7.5 1.7.6", "aucune image", lambda on: on.images),
    Subject(
        "1.6.9",
        "aucune image décrite par aria-describedby",
        lambda on: any(image.has("aria-describedby") for image in on.images),
    ),
    # 2 Frames. The glossary sets frames hidden from assistive technologies aside.
    Subject("2.1.1", "aucun cadre", lambda on: on.frames),
    Subject("2.2.1", "aucun cadre muni d’un titre", lambda on: any(frame.has("title") for frame in on.frames)),
    # 3, 4 and 10: media.
    Subject(
        "3.1.5 4.1.1 4.1.2 4.1.3 4.2.1 4.2.2 4.2.3 4.3.1 4.4.1 4.5.1 4.5.2 4.6.1 4.6.2 4.7.1 4.11.1 4.11.2 "
        "4.11.3 10.9.3 10.10.3",
        "aucun média temporel",
        lambda on: on.has_timed_media,
    ),
    Subject("4.3.2", "aucune piste track", lambda on: on.has("track") or on.has_plugin),
    Subject(
        "3.1.6 4.8.1 4.8.2 4.9.1 4.12.1 4.12.2 10.9.4 10.10.4",
        "aucun média non temporel",
        lambda on: on.has_untimed_media,
    ),
    Subject("3.2.5 3.3.4", "aucun mécanisme qui change les contrastes", lambda on: on.has_display_settings),
    Subject("3.3.1", "aucun composant d’interface", lambda on: on.has_component),
    Subject("4.10.1", "aucun son déclenché automatiquement", lambda on: on.has_automatic_sound),
    Subject(
        "4.13.1 4.13.2",
        "aucun média temporel ou non temporel",
        lambda on: on.has_timed_media or on.has_untimed_media,
    ),
    # 5 Tables. 5.3 and 5.8 speak of `table` only; 5.7 speaks of headers, by tag or role.
    Subject("5.1.1 5.2.1 5.4.1 5.5.1 5.6.1 5.6.2 5.6.3 5.6.4", "aucun tableau", lambda on: on.has_table),
    Subject("5.3.1 5.8.1", "aucun élément table", lambda on: on.has("table")),
    Subject("5.7.1 5.7.2 5.7.3", "aucun en-tête", lambda on: on.has("th") or on.header_roles),
    Subject("5.7.4", "aucun tableau", lambda on: on.has_table or on.has("td", "th")),
    Subject("5.7.5", "aucun rôle rowheader ou columnheader", lambda on: on.header_roles),
    # 6 Links.
    Subject("6.1.1 6.1.5 6.2.1", "aucun lien", lambda on: on.links),
    Subject(
        "10.6.1",
        "aucun lien, ou tous sont soulignés",
        lambda on: on.links and on.has_link_without_line,
    ),
    Subject("6.1.2", "aucun lien contenant une image", lambda on: on.has_image_in_link),
    Subject("6.1.3", "aucun lien contenant un élément", lambda on: on.has_element_in_link),
    Subject("6.1.4", "aucun lien SVG", lambda on: on.has_svg_link),
    # 7 and what only a script does. `Sight.LASTING` is the proof that there is none.
    Subject("7.1.1 7.1.2 7.1.3", "aucun script", lambda on: on.has_plugin or on.has_aria_component),
    Subject(
        "7.2.1 7.2.2 7.3.1 12.8.2 13.1.3 13.7.2 13.10.1 13.10.2 13.12.1 13.12.2 13.12.3",
        "aucun script",
        lambda on: on.has_plugin or on.has("noscript"),
    ),
    Subject(
        "7.5.1 7.5.2 7.5.3",
        "aucun script, aucun message de statut",
        lambda on: (
            on.has_plugin
            or on.has_attribute("aria-live")
            or on.roles & {"status", "alert", "log", "progressbar", "timer", "marquee", "alertdialog"}
        ),
    ),
    Subject(
        "12.10.1",
        "aucun script ni raccourci clavier",
        lambda on: on.has_plugin or on.has_attribute("accesskey"),
    ),
    # 8 What the page declares of itself.
    Subject(
        "8.1.3",
        "aucune déclaration de type de document",
        lambda on: on.page.doctype or not on.page.source or "<!doctype" in on.page.source.lower(),
        Sight.DECLARATION,
    ),
    Subject(
        "8.4.1",
        "aucune langue par défaut",
        lambda on: on.has_attribute("lang", "xml:lang") or not on.page.is_html,
        Sight.DOCUMENT,
    ),
    Subject(
        "8.6.1",
        "la page n’a pas de titre",
        lambda on: on.has("title") or not on.page.is_html,
        Sight.DOCUMENT,
    ),
    Subject(
        "8.8.1",
        "aucun changement de langue indiqué",
        lambda on: on.has_language_change,
        Sight.WHOLE,
        ("lang",),
    ),
    Subject(
        "8.10.1",
        "aucun texte qui se lise de droite à gauche",
        lambda on: on.has_right_to_left_text,
        Sight.WHOLE,
    ),
    Subject("8.10.2", "aucun attribut dir", lambda on: on.has_attribute("dir"), Sight.WHOLE, ("dir",)),
    # 9 The special case of 9.2: a document that declares another type than HTML5.
    Subject("9.1.2", "aucun titre balisé", lambda on: on.has_heading),
    Subject(
        "9.2.1",
        "le type de document déclaré n’est pas HTML5",
        lambda on: on.page.doctype is None or is_html5(on.page.doctype),
        Sight.DECLARATION,
    ),
    # 10 and 12: what is hidden, or appears in a state, is known once a browser has read the style sheets.
    Subject("10.8.1", "aucun contenu caché", lambda on: on.has_hidden_content),
    Subject(
        "10.13.1 10.13.2 10.13.3 10.14.1 10.14.2 12.11.1",
        "aucun contenu n’apparaît au survol, au focus ou à l’activation",
        lambda on: on.has_revealed_content or on.has_plugin or on.has_timed_media,
    ),
    # 11 Forms. One field alone needs no grouping (glossary) and no mark of what is required (11.10, special case).
    Subject(
        "11.1.1 11.1.3 11.2.5 11.4.1 11.10.3 11.10.4 11.10.5 11.10.6 11.10.7 11.11.1 11.11.2 11.13.1",
        "aucun champ de formulaire",
        lambda on: on.fields,
    ),
    Subject("11.5.1 11.10.1", "un seul champ de formulaire au plus", lambda on: len(on.fields) > 1),
    Subject(
        "11.10.2",
        "aucun champ marqué obligatoire parmi plusieurs",
        lambda on: len(on.fields) > 1 and on.has_required_field,
    ),
    Subject("11.1.2", "aucun champ accompagné d’un label", lambda on: on.fields and on.has("label")),
    Subject("11.2.1", "aucun label", lambda on: on.has("label")),
    Subject("11.2.2", "aucun champ muni d’un title", lambda on: _field_with(on, "title")),
    Subject("11.2.3", "aucun champ muni d’un aria-label", lambda on: _field_with(on, "aria-label")),
    Subject("11.2.4", "aucun champ muni d’un aria-labelledby", lambda on: _field_with(on, "aria-labelledby")),
    Subject("11.2.6", "aucun champ accompagné d’un bouton", lambda on: on.fields and on.has_button),
    Subject(
        "11.4.2",
        "aucun champ autre que case à cocher ou bouton radio",
        lambda on: on.has_field_other_than_choice,
    ),
    Subject("11.4.3", "aucune case à cocher, aucun bouton radio", lambda on: on.has_choice),
    Subject("11.6.1", "aucun regroupement de champs", lambda on: on.has_group),
    Subject(
        "11.7.1",
        "aucun regroupement de champs muni d’une légende",
        lambda on: on.has_group and on.has_named_group,
    ),
    Subject(
        "11.8.1",
        "aucune liste de choix",
        lambda on: on.has("select", "datalist") or on.roles & {"listbox", "combobox"},
    ),
    Subject("11.8.2", "aucun optgroup", lambda on: on.has("optgroup")),
    Subject(
        "11.8.3",
        "aucun optgroup muni d’un label",
        lambda on: any(n.has("label") for n in on.page.select("optgroup")),
    ),
    Subject("11.9.1 11.9.2", "aucun bouton", lambda on: on.has_button),
    Subject("11.12.1 11.12.2", "aucun formulaire", lambda on: on.has("form") or on.fields or on.has_button),
    # 13 Consultation.
    Subject(
        "13.1.1",
        "aucun procédé de rafraîchissement",
        lambda on: on.has_refresh or on.has("object", "embed", "applet"),
    ),
    Subject("13.1.2", "aucune redirection par meta", lambda on: on.has_refresh, Sight.WHOLE, ("meta", "refresh")),
    Subject("13.3.1 13.4.1", "rien à télécharger", lambda on: on.has_download),
    Subject("13.2.1", "aucun script qui ouvre une fenêtre", lambda on: on.has_plugin),
    Subject("13.7.1", "aucune image animée, aucun média", lambda on: on.has_moving_picture or on.has_timed_media),
    Subject("13.7.3", "aucune animation de style", lambda on: on.has_style_motion),
    Subject(
        "13.8.1 13.8.2",
        "aucun contenu en mouvement",
        lambda on: on.has_style_motion or on.has_moving_picture or on.has_timed_media or on.has_refresh,
    ),
)


def absent_tests(page: Page) -> set[str]:
    """The tests whose subject is proven absent from the page."""
    return set(absences(page))


def absences(page: Page) -> dict[str, str]:
    """The tests whose subject is proven absent from the page, each with the reason, in French."""
    contents = Contents(page)
    seen = {sight: sees(page, sight) for sight in Sight}
    absent = {}
    for subject in SUBJECTS:
        if not seen[subject.sight] or any(may_write(page, tag) for tag in subject.writes):
            continue
        if not subject.may_be_there(contents):
            absent |= dict.fromkeys(subject.tests.split(), subject.reason)
    return absent


def _field_with(on: Contents, attribute: str) -> bool:
    return any(field.has(attribute) for field in (*on.fields, *on.page.select("datalist", "optgroup", "option")))
