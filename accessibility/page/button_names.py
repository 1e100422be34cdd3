"""The names of buttons of every make, and those that say nothing of what a button does."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import accessible_name, image_name
from accessibility.page.text import IMAGE_EXTENSIONS, is_blank, is_file_name, squash, words

_DEFAULT_NAMES = {"submit": "Envoyer", "reset": "Réinitialiser"}
_WHAT_IT_IS = frozenset(
    ("bouton", "button", "btn", "input", "image button", "bouton image", "submit button")
    + ("cliquez ici", "click here")
)
_WHAT_AN_IMAGE_IS = frozenset(
    ("image", "img", "photo", "picture", "pic", "graphic", "icon", "icone", "icône", "alt")
    + ("click", "clic", "cliquez", "cliquer", "ici", "here")
)


def button_name(node: Node, page: Page) -> str:
    """The name of a button, empty where it has none; that of the browser where nothing else names a submit button."""
    if node.tag == "input" and node.namespace == HTML and node.explicit_role in ("", "button"):
        return _input_name(node, page)
    return accessible_name(node, page).text


def says_nothing(node: Node, name: str) -> bool:
    """The name is that of an image file, or only says what the element is."""
    said = " ".join(words(name))
    if node.tag == "input" and node.get("type", "").lower() == "image" and said in _WHAT_AN_IMAGE_IS:
        return True
    return is_file_name(name, IMAGE_EXTENSIONS) or said in _WHAT_IT_IS


def _input_name(node: Node, page: Page) -> str:
    kind = (node.get("type") or "").strip().lower()
    if kind == "image":
        return image_name(node, page).text
    labelled = accessible_name(node, page)
    if labelled.source.startswith("aria"):
        return labelled.text
    value = node.get("value")
    if value is not None and not is_blank(value):
        return squash(value)
    return labelled.text or ("" if value is not None else _DEFAULT_NAMES.get(kind, ""))
