"""Where axe's RGAA tags, or the certainty that it claims, are not those of the RGAA: one line per correction.

axe tags each rule with one RGAA test. A rule that is not named here keeps axe's tag, its violations are failures and
its incomplete results are reviews. `ADDED`: rules without RGAA tag, or off by default, that speak of an RGAA test.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accessibility.page.model import TEXT, Node, Page
from accessibility.page.purposes import PURPOSES
from accessibility.page.sight import runs_a_script
from accessibility.page.text import has_words, squash
from accessibility.page.visible_text import is_said_in_order

AxeNode = dict[str, Any]
"""What axe says of one element: `tag`, `role`, `data`, `messages` (check and sentence), `node`, ours, or None, and the
elements that are `turned` in one orientation of the screen."""

Tests = tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """Which `tests`, of several, an axe rule speaks of, by what it says `of` the element."""

    tests: Tests
    of: Callable[[AxeNode], Tests]

    def __call__(self, node: AxeNode) -> Tests:
        return self.of(node)


ADDED: dict[str, Tests] = {
    "aria-dialog-name": ("7.1.1",),
    "aria-tooltip-name": ("7.1.1",),
    "aria-treeitem-name": ("7.1.1",),
    "avoid-inline-spacing": ("10.12.1",),
    "css-orientation-lock": ("13.9.1",),
    "summary-name": ("7.1.1",),
    "tabindex": ("12.8.1",),
}


@dataclass(frozen=True)
class Correction:
    """How to read one axe rule.

    `tests`: None keeps axe's tag. `fails`: False, or a function that says no, turns a violation into a review.
    `reviews`: False drops the reviews.
    """

    reason: str
    tests: Choice | None = None
    fails: bool | Callable[[AxeNode], bool] = True
    reviews: bool = True

    @property
    def possible_tests(self) -> Tests:
        """The tests that `tests` chooses among; none where axe's tag is kept."""
        return self.tests.tests if self.tests else ()

    @property
    def is_silent(self) -> bool:
        """Whether nothing that the axe rule says is kept: it need not run."""
        return self.fails is False and not self.reviews

    def is_certain(self, node: AxeNode) -> bool:
        """Whether a violation on this element is a failure of the RGAA."""
        return self.fails if isinstance(self.fails, bool) else self.fails(node)


def _among(*tests: str) -> Callable[[Callable[[AxeNode], Tests]], Choice]:
    return lambda of: Choice(tests, of)


def _only(*tests: str) -> Choice:
    return _among(*tests)(lambda node: tests)


@_among("3.2.1", "3.2.2", "3.2.3", "3.2.4")
def _contrast_test(node: AxeNode) -> Tests:
    """RGAA 3.2 has one test per size and weight (24 px, or 18.5 px in bold, are large)."""
    data = node["data"].get("color-contrast") or {}
    size = float(str(data.get("fontSize") or "0").split("(")[-1].rstrip("px)") or 0)
    bold = str(data.get("fontWeight")) == "bold"
    if bold:
        return ("3.2.4",) if size >= 18.5 else ("3.2.2",)
    return ("3.2.3",) if size >= 24 else ("3.2.1",)


def _is_not_in_motion(node: AxeNode) -> bool:
    """No endless animation gives its ground another colour at each moment."""
    ours = node["node"]
    return ours is None or not any("::flashes" in one.styles for one in (ours, *ours.ancestors()))


@_among("6.2.1", "11.9.1", "7.1.1")
def _command_test(node: AxeNode) -> Tests:
    return {"link": ("6.2.1",), "button": ("11.9.1",)}.get(node["role"], ("7.1.1",))


@_among("11.1.1", "7.1.1")
def _toggle_test(node: AxeNode) -> Tests:
    """The glossary counts the roles checkbox, radio and switch among the fields; options and menu items are parts."""
    return ("11.1.1",) if node["role"] in ("checkbox", "radio", "switch") else ("7.1.1",)


@_among("1.1.1", "1.1.6", "1.1.7", "1.1.8")
def _image_test(node: AxeNode) -> Tests:
    """An object, an embedded image and a canvas have their own test, which asks for the role img."""
    return {"object": ("1.1.6",), "embed": ("1.1.7",), "canvas": ("1.1.8",)}.get(node["tag"], ("1.1.1",))


@_among("9.3.1", "7.1.1")
def _list_test(node: AxeNode) -> Tests:
    """A missing parent or child is a list's defect only for list roles; elsewhere a component is incomplete."""
    return ("9.3.1",) if node["role"] in ("list", "listitem") else ("7.1.1",)


def _holds_foreign_elements(node: AxeNode) -> bool:
    return any(check == "only-dlitems" for check, _ in node["messages"])


@_among("9.3.1", "9.3.2")
def _native_list_test(node: AxeNode) -> Tests:
    return ("9.3.2",) if node["tag"] == "ol" else ("9.3.1",)


@_among("6.1.5", "11.9.2", "11.2.5", "7.1.3")
def _mismatch_test(node: AxeNode) -> Tests:
    """The visible words of a link, of a button, of a field and of another component belong to four criteria."""
    if node["tag"] == "a" and node["role"] in ("", "link") or node["role"] == "link":
        return ("6.1.5",)
    if node["role"] == "button" or (node["tag"] in ("button", "input") and not node["role"]):
        return ("11.9.2",)
    if node["role"] in ("checkbox", "radio", "switch", "textbox", "combobox", "option") or node["tag"] == "select":
        return ("11.2.5",)
    return ("7.1.3",)


@_among("8.2.1", "7.1.1")
def _nesting_test(node: AxeNode) -> Tests:
    """HTML forbids what is interactive within `a` and `button`; a role that hides its content breaks its component."""
    return ("8.2.1",) if node["tag"] in ("a", "button") and not node["role"] else ("7.1.1",)


def _nothing_may_stop_it(node: AxeNode) -> bool:
    """No script, no other component in the document: nothing but the player itself could stop the sound."""
    player = node["node"]
    if player is None:
        return False
    others = (other for other in Page.tree_of(player).descendants() if other.is_element and other is not player)
    return not any(
        runs_a_script(other) or other.tag in _COMPONENTS or other.has("role") or other.has("tabindex")
        for other in others
    )


_COMPONENTS = ("a", "area", "button", "input", "select", "summary", "iframe", "object", "embed")


def _nothing_may_pass_the_focus_on(node: AxeNode) -> bool:
    """No script that speaks of the focus: one may give it to something else as soon as it comes."""
    ours = node["node"]
    if ours is None:
        return True
    others = [other for other in Page.tree_of(ours).descendants() if runs_a_script(other)]
    return not any(
        other.has("src") or "focus" in other.raw_text or any(name.startswith("onfocus") for name in other.attributes)
        for other in others
    )


def _nothing_else_names_it(node: AxeNode) -> bool:
    """No words that axe does not read: those of a style sheet, which browsers put in the name, or of an object."""
    ours = node["node"]
    inside = (ours, *ours.descendants()) if ours else ()
    return not any(
        has_words(other.styles.get("::before", "") + other.styles.get("::after", ""))
        or (other.tag in ("object", "canvas") and has_words(other.raw_text))
        for other in inside
    )


def _label_has_other_words(node: AxeNode) -> bool:
    """What is seen for certain, letter for letter, is not in the label: axe reads hyphens and icons."""
    ours = node["node"]
    label = (ours.get("aria-label") or "") if ours else ""
    return not label or not is_said_in_order(ours, squash(label))


def _turns_the_page(node: AxeNode) -> bool:
    """The style turns the root, or an element with most of the text: axe counts an arrow, and a selector of nothing."""
    ours = node["node"]
    if ours is None:
        return False
    turned = max(map(_length_of_text, node["turned"]), default=0)
    sheets = (sheet.raw_text for sheet in ours.find("style"))
    return turned * 2 > _length_of_text(ours) or any(_TURNED_ROOT.search(sheet) for sheet in sheets)


def _length_of_text(node: Node) -> int:
    texts = (text for text in node.find(TEXT) if text.closest("head", "script", "style", "template") is None)
    return sum(len(squash(text.text)) for text in texts)


_TURNED_ROOT = re.compile(
    r"orientation[^{]*\{(?:[^{}]*\{[^{}]*\})*?[^{}]*(?:html|:root)\s*\{[^{}]*(?:rotate|matrix)", re.I
)


def _is_no_summary(node: AxeNode) -> bool:
    return node["tag"] != "summary"


def _is_given_on_an_image(node: AxeNode) -> bool:
    """The area belongs to a map that an image uses, and assistive technologies are given it."""
    ours = node["node"]
    around = ours.closest("map") if ours else None
    if ours is None or around is None:
        return True
    name = (around.get("name") or around.get("id") or "").strip()
    uses = ((image.get("usemap") or "").strip() for image in Page.tree_of(ours).find("img", "object"))
    return f"#{name}" in uses and not ours.is_hidden_from_assistive_technology


def _a_role_forbids_it(node: AxeNode) -> bool:
    return any(check == "aria-allowed-attr" for check, _ in node["messages"])


def _value_is_not_a_reference(node: AxeNode) -> bool:
    """An element that is referred to may come later, except where the role requires the reference at once."""
    if node["role"] in ("combobox", "scrollbar"):
        return True
    return not any(_REFERENCE.search(text) for _, text in node["messages"])


def _code_has_not_three_letters(node: AxeNode) -> bool:
    """The glossary takes codes of two letters and of three (ISO 639-2); axe only knows the shortest of each."""
    ours = node["node"]
    code = (ours.get("lang") or ours.get("xml:lang") or "") if ours else ""
    return not re.fullmatch(r"[a-z]{3}", code.strip().partition("-")[0], re.IGNORECASE)


_REFERENCE = re.compile(r"aria-(controls|owns|labelledby|describedby|flowto|activedescendant|errormessage|details)")


_PERSONAL = re.compile(
    r"nom\b|name|mail|courriel|t[ée]l|phone|mobile|portable|adress|address|rue|street|postal|zip|ville|commune|city|"
    r"pays|country|naissance|birth|bday|mot de passe|passw|identifiant|user|login|genre|sexe|gender|civilit|carte|card",
    re.IGNORECASE,
)


@_among("11.13.1", "8.2.1")
def _autocomplete_test(node: AxeNode) -> Tests:
    """11.13 only concerns what a person enters of herself; elsewhere an unknown value is merely invalid code."""
    return ("11.13.1",) if _asks_about_the_person(node["node"]) else ("8.2.1",)


def _asks_about_the_person(field: Node | None) -> bool:
    if field is None:
        return False
    if not PURPOSES.isdisjoint((field.get("autocomplete") or "").lower().split()):
        return True
    attributes = ("type", "name", "id", "title", "aria-label", "placeholder", "autocomplete")
    words = [field.get(name) or "" for name in attributes]
    identifier = field.get("id")
    labels = Page.tree_of(field).find("label")
    words += [
        label.raw_text
        for label in labels
        if (identifier and label.get("for") == identifier) or label in field.ancestors()
    ]
    return any(_PERSONAL.search(text) for text in words)


_INVALID = _only("8.2.1")
_ZONES = "RGAA 9.2 asks for the right elements where there are zones, not that everything be in a zone"

CORRECTIONS: dict[str, Correction] = {
    "area-alt": Correction("a map that no image uses shows nothing", fails=_is_given_on_an_image),
    "aria-allowed-attr": Correction(
        "ARIA in HTML forbids it: invalid code; what is merely deprecated is valid", _INVALID, _a_role_forbids_it
    ),
    "aria-command-name": Correction(
        "link, button and menuitem belong to three criteria", _command_test, _nothing_else_names_it
    ),
    "aria-conditional-attr": Correction("restitution depends on the pair: a person must listen", fails=False),
    "aria-deprecated-role": Correction("a deprecated role is still exposed", fails=False),
    "aria-dialog-name": Correction("its first heading may be announced: a person must listen", fails=False),
    "aria-hidden-focus": Correction(
        "what passes the focus on at once does not keep it: our own rule walks there",
        fails=_nothing_may_pass_the_focus_on,
    ),
    "aria-required-children": Correction("only list roles belong to 9.3", _list_test),
    "aria-required-parent": Correction("only list roles belong to 9.3", _list_test),
    "aria-toggle-field-name": Correction("a box, a radio button and a switch are fields", _toggle_test),
    "aria-roles": Correction("an unknown role is invalid code; restitution is another question", _INVALID),
    "aria-valid-attr": Correction("an unknown attribute is invalid code", _INVALID),
    "aria-valid-attr-value": Correction(
        "an unknown value is invalid code; a missing reference may come later",
        _INVALID,
        _value_is_not_a_reference,
    ),
    "autocomplete-valid": Correction("11.13 concerns what is about the person", _autocomplete_test),
    "blink": Correction("no current browser makes it blink", fails=False),
    "button-name": Correction("a style sheet or an object may write its text", fails=_nothing_else_names_it),
    "bypass": Correction("12.7 is about repeated zones over pages: one page cannot tell", fails=False),
    "color-contrast": Correction("3.2 has one test per size and weight", _contrast_test, _is_not_in_motion),
    "css-orientation-lock": Correction(
        "its doubts are style sheets that it could not read, or parts of the page", fails=_turns_the_page, reviews=False
    ),
    "definition-list": Correction(
        "a term without description is poor, but its tags are right", fails=_holds_foreign_elements
    ),
    "frame-title-unique": Correction("two frames may have the same subject: relevance is a person's", fails=False),
    "html-has-lang": Correction("a language on every text satisfies 8.3 too: see our own rule", fails=False),
    "html-lang-valid": Correction("the glossary admits three letters", fails=_code_has_not_three_letters),
    "html-xml-lang-mismatch": Correction("no test forbids it, relevance is 8.4.1", _only("8.4.1"), fails=False),
    "label-content-name-mismatch": Correction("6.1.5 is about links only", _mismatch_test, _label_has_other_words),
    "link-name": Correction("a style sheet or an object may write its text", fails=_nothing_else_names_it),
    "list": Correction("an ordered list has its own test", _native_list_test),
    "meta-refresh": Correction("13.1.1 and 13.1.2 differ by target: see our own rule", fails=False, reviews=False),
    "nested-interactive": Correction(
        "within a and button it is invalid code, within a role ill-used ARIA; HTML allows a link in a summary",
        _nesting_test,
        _is_no_summary,
    ),
    "no-autoplay-audio": Correction("another control of the page may stop it", fails=_nothing_may_stop_it),
    "object-alt": Correction("1.1.6 is about images: other objects belong to other themes", fails=False),
    "region": Correction(_ZONES, fails=False, reviews=False),
    "role-img-alt": Correction("1.1 has one test per element", _image_test),
    "scrollable-region-focusable": Correction("current browsers let the keyboard scroll it", fails=False),
    "server-side-image-map": Correction("links that double the zones satisfy 1.1.4", fails=False),
    "skip-link": Correction("another link may do the same: 12.7 takes a person", _only("12.7.2"), fails=False),
    "summary-name": Correction("a style sheet or an object may write its text", fails=_nothing_else_names_it),
    "tabindex": Correction("an order that is set may be a good one", fails=False),
    "table-duplicate-name": Correction("relevance of a caption is a person's", fails=False),
    "th-has-data-cells": Correction("a header without data cell may be an empty table", fails=False),
    "valid-lang": Correction("the glossary admits three letters", fails=_code_has_not_three_letters),
    "video-caption": Correction("captions may be burnt in, or the video silent, or an alternative", fails=False),
}
