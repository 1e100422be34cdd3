"""What kinds of things a page holds, in the words of the RGAA's glossary; in doubt, a thing is there."""

import re
import unicodedata
from functools import cached_property
from urllib.parse import urlsplit

from accessibility.page.model import SVG, Node, Page

_MEDIA_FILE = re.compile(
    r"\.(mp3|mp4|m4a|m4v|m3u8?|mpd|ogg|oga|ogv|opus|wav|wma|wmv|weba|webm|avi|mov|mkv|mpe?g|3gpp?|flv|flac|aac|midi?|aiff?|"
    r"ram?|rm|swf|pls|asx|asf)$",
    re.IGNORECASE,
)
_MEDIA_WORD = re.compile(
    r"\b(audios?|vid[ée]os?|podcasts?|sons?|sonores?|mp3|mp4|films?|replay|radio|[ée]cout\w*|visionn\w*|regarde\w*|"
    r"listen|watch|play|lecture|enregistrements?|recordings?|youtube|vimeo|dailymotion|peertube|soundcloud|deezer|spotify)\b",
    re.IGNORECASE,
)
_STILL_FILE = re.compile(r"\.jpe?g$", re.IGNORECASE)
_SMIL = ("animate", "animatetransform", "animatemotion", "animatecolor", "set", "discard")
_SVG_LIVELY = (*_SMIL, "video", "audio", "image", "foreignobject", "script")
_FIELD_TAGS = ("select", "textarea", "output", "progress", "meter", "keygen")
_NOT_FIELDS = ("submit", "reset", "button", "image", "hidden")
_FIELD_ROLES = frozenset(
    ("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "meter", "option", "progressbar")
    + ("radio", "scrollbar", "searchbox", "slider", "spinbutton", "switch", "textbox")
)
_CHOICE_ROLES = frozenset(("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"))
_PASSIVE_ARIA = ("aria-label", "aria-labelledby", "aria-describedby", "aria-hidden", "aria-current")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "RLE", "RLO", "RLI", "AN"))
_NEVER_SHOWN = tuple(
    "head script style template noscript option optgroup source track param area map col colgroup meta link base wbr "
    "br".split()
)
_DISPLAY_WORD = re.compile(
    r"contrast|th[eè]me|sombre|clair|dark|light|couleur|colou?r|accessib|affichage|display|lisib|confort|facil|alternate",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_NOT_PAGES = ("mailto", "tel", "sms", "geo", "javascript", "data", "blob")


class Contents:
    """The kinds of things on one page. Every property is true where the thing may be there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def has(self, *tags: str) -> bool:
        """Some element has one of these tags."""
        return any(self.page.select(tag) for tag in tags)

    def has_attribute(self, *names: str) -> bool:
        """Some element carries one of these attributes."""
        return any(self.page.with_attribute(name) for name in names)

    @cached_property
    def all_text(self) -> str:
        """Every text and every value of an attribute, one a line."""
        return "\n".join((*(text.text for text in self.page.texts), *self.page.attribute_values))

    @cached_property
    def roles(self) -> frozenset[str]:
        """Every token of every `role` attribute, since a browser may take any of them."""
        return frozenset(
            token for node in self.page.with_attribute("role") for token in (node.get("role") or "").lower().split()
        )

    @cached_property
    def image_buttons(self) -> list[Node]:
        """`input type=image`."""
        return [node for node in self.page.select("input") if _type(node) == "image"]

    @property
    def has_img(self) -> bool:
        """`img`, or any element given the role of an image."""
        return self.has("img") or not self.roles.isdisjoint({"img", "image", "graphics-document", "graphics-symbol"})

    @cached_property
    def images(self) -> list[Node]:
        """Every element that the RGAA calls an image."""
        tags = self.page.select("img", "area", "svg", "object", "embed", "canvas")
        given = [node for node in self.page.with_attribute("role") if "im" in (node.get("role") or "").lower()]
        return [*tags, *given, *self.image_buttons]

    @cached_property
    def frames(self) -> list[Node]:
        """The frames given to assistive technologies: the glossary sets those with `aria-hidden` aside."""
        return [node for node in self.page.select("iframe", "frame") if node.get("aria-hidden") != "true"]

    @cached_property
    def has_plugin(self) -> bool:
        """What a plug-in or another document shows within the page."""
        return self.has("object", "embed", "applet", "iframe", "frame", "fencedframe", "portal")

    @cached_property
    def has_timed_media(self) -> bool:
        """Sound, moving pictures, both, within the page or as a file to download. A moving GIF is none."""
        return (
            self.has_plugin
            or self.has("video", "audio", "bgsound", "canvas", "track")
            or any(self._moves(svg) for svg in self.page.select("svg"))
            or any(_leads_to_media(node) for node in (*self.links, *self.page.select("button")))
        )

    @cached_property
    def has_untimed_media(self) -> bool:
        """What a plug-in, `svg` or `canvas` may offer to explore: a map, an application, a slide show."""
        return self.has_plugin or self.has("svg", "canvas")

    @cached_property
    def has_moving_picture(self) -> bool:
        """An image that may be animated: all but photographs of the JPEG format and drawings that stand still."""
        files = (node for node in (*self.page.select("img", "source"), *self.image_buttons))
        return (
            self.has_plugin
            or self.has("canvas")
            or any(self._moves(svg) for svg in self.page.select("svg"))
            or any(not _is_still(node) for node in files)
        )

    @property
    def has_style_motion(self) -> bool:
        """A style may set something in motion, now or later."""
        inline = ((node.get("style") or "").lower() for node in self.page.with_attribute("style"))
        return (
            self.page.style_motion is not False
            or self.has("marquee", "blink")
            or self.has_attribute("background")
            or any("animation" in style or "url(" in style for style in inline)
        )

    @property
    def has_automatic_sound(self) -> bool:
        """Something that may sound by itself."""
        return (
            self.has_plugin
            or self.has("bgsound")
            or any(node.has("autoplay") for node in self.page.select("video", "audio"))
        )

    @property
    def has_table(self) -> bool:
        """`table` or an equivalent role."""
        return self.has("table") or not self.roles.isdisjoint({"table", "grid", "treegrid"})

    @cached_property
    def header_roles(self) -> frozenset[str]:
        """Roles of table headers that are used."""
        return self.roles & {"rowheader", "columnheader"}

    @cached_property
    def links(self) -> list[Node]:
        """Anything that may lead somewhere: `a`, even without address, `area` and the role of a link."""
        given = [node for node in self.page.with_attribute("role") if "link" in (node.get("role") or "").lower()]
        return [*self.page.select("a", "area"), *given]

    @property
    def has_image_in_link(self) -> bool:
        """A link that is, or holds, an image."""
        images = {node.index for node in self.images}
        return self.has("area") or any(
            inner.index in images for link in self.links for inner in (link, *link.descendants())
        )

    @property
    def has_element_in_link(self) -> bool:
        """A link made of more than bare text."""
        return self.has("area") or any(inner.is_element for link in self.links for inner in link.descendants())

    @property
    def has_svg_link(self) -> bool:
        """A link within an `svg`, or one that holds an `svg`."""
        return any(
            link.namespace == SVG or link.closest("svg") or any(True for _ in link.find("svg")) for link in self.links
        )

    @cached_property
    def fields(self) -> list[Node]:
        """The form fields of the glossary, native or by role."""
        native = [node for node in self.page.select("input") if _type(node) not in _NOT_FIELDS]
        editable = [
            node
            for node in self.page.with_attribute("contenteditable")
            if (node.get("contenteditable") or "").lower() != "false"
        ]
        given = [
            node
            for node in self.page.with_attribute("role")
            if not _FIELD_ROLES.isdisjoint((node.get("role") or "").lower().split())
        ]
        found = {node.index: node for node in (*native, *self.page.select(*_FIELD_TAGS), *editable, *given)}
        return list(found.values())

    @property
    def has_choice(self) -> bool:
        """A checkbox, a radio button or a switch."""
        return not self.roles.isdisjoint(_CHOICE_ROLES) or any(
            _type(node) in ("checkbox", "radio") for node in self.fields if node.tag == "input"
        )

    @property
    def has_field_other_than_choice(self) -> bool:
        """A field that is neither a checkbox nor a radio button."""
        return any(node.tag != "input" or _type(node) not in ("checkbox", "radio") for node in self.fields)

    @property
    def has_button(self) -> bool:
        """A button of any make."""
        return (
            self.has("button", "summary")
            or "button" in self.roles
            or any(_type(node) in _NOT_FIELDS and _type(node) != "hidden" for node in self.page.select("input"))
        )

    @property
    def has_group(self) -> bool:
        """A group of fields."""
        return self.has("fieldset") or not self.roles.isdisjoint({"group", "radiogroup"})

    @property
    def has_named_group(self) -> bool:
        """A group of fields to which something gives a name."""
        groups = [*self.page.select("fieldset"), *self.page.with_attribute("role")]
        return self.has("legend") or any(
            node.has(name) for node in groups for name in ("aria-label", "aria-labelledby", "title")
        )

    @property
    def has_required_field(self) -> bool:
        """A field marked as required for machines."""
        return self.has_attribute("required") or any(
            (node.get("aria-required") or "").lower() == "true" for node in self.page.with_attribute("aria-required")
        )

    @property
    def has_heading(self) -> bool:
        """A heading, native or by role."""
        return self.has("h1", "h2", "h3", "h4", "h5", "h6") or "heading" in self.roles

    @property
    def has_language_change(self) -> bool:
        """A language given to anything but the page as a whole."""
        carriers = self.page.with_attribute("lang", "xml:lang")
        return any(node is not self.page.root for node in carriers)

    @property
    def has_right_to_left_text(self) -> bool:
        """A letter of a script that is read from right to left, or a direction that the author sets."""
        if self.has_attribute("dir") or any(node.styles.get("direction") == "rtl" for node in self.page.nodes):
            return True
        letters = set(self.all_text)
        return any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in letters if not letter.isascii())

    @property
    def has_refresh(self) -> bool:
        """`meta http-equiv=refresh`."""
        return any("refresh" in (node.get("http-equiv") or "").lower() for node in self.page.select("meta"))

    @property
    def has_aria_component(self) -> bool:
        """ARIA beyond names: roles, states or properties that only a component needs."""
        return bool(self.roles) or any(
            name.startswith("aria-") and name not in _PASSIVE_ARIA for name in self.page.attribute_names
        )

    @property
    def has_hidden_content(self) -> bool:
        """Something that may be hidden from somebody; without a browser, nobody knows what style sheets hide."""
        if not self.page.rendered or self.has("details", "dialog", "datalist"):
            return True
        if self.has_attribute("aria-hidden", "hidden", "popover", "inert"):
            return True
        return any(not node.visible and _should_be_seen(node) for node in self.page.elements)

    @property
    def has_revealed_content(self) -> bool:
        """Something that a style sheet or the browser may show in a state: focus, pointer, pressed, open."""
        revealed = self.page.revealed
        if revealed is None or not revealed.whole or not revealed.quiet or len(self.page.documents) > 1:
            return True
        if self.has("details", "dialog", "template") or self.has_attribute("popover"):
            return True
        return any(_is_transparent(node.styles.get("color", "")) for node in self.page.nodes)

    @property
    def has_link_without_line(self) -> bool:
        """A link that its own style does not underline, or whose style nobody computed."""
        return not self.page.rendered or any(
            "underline" not in link.styles.get("text-decoration-line", "") for link in self.links if link.tag != "area"
        )

    @property
    def has_display_settings(self) -> bool:
        """Words that may name a mechanism that changes colours."""
        return _DISPLAY_WORD.search("\n".join(set(_WORD.findall(self.all_text)))) is not None

    @property
    def has_component(self) -> bool:
        """Something to use, by tag, by role or by what the keyboard reaches."""
        return bool(self.links or self.fields or self.roles) or (
            self.has_button
            or self.has_plugin
            or self.has("video", "audio", "details", "dialog", "label")
            or self.has_attribute("tabindex", "contenteditable", "accesskey", "popover")
        )

    @property
    def has_download(self) -> bool:
        """Something that may bring a document: any link out of the page, any form."""
        return self.has_plugin or self.has("form") or self.has_button or any(map(_leaves_the_page, self.links))

    @staticmethod
    def _moves(svg: Node) -> bool:
        inside = [svg, *svg.descendants()]
        return any(
            node.tag in _SVG_LIVELY
            or "animation-name" in node.styles
            or (node.tag == "use" and not (node.get("href") or node.get("xlink:href") or "#").startswith("#"))
            or node.visible is None
            for node in inside
            if node.is_element
        )


def _type(node: Node) -> str:
    return (node.get("type") or "text").strip().lower()


def _is_still(node: Node) -> bool:
    candidates = [part.split()[0] for part in (node.get("srcset") or "").split(",") if part.split()]
    files = [*candidates, *filter(None, (node.get("src"),))]
    return bool(files) and all(_STILL_FILE.search(_path(file)) for file in files)


def _is_transparent(colour: str) -> bool:
    """Not an opaque colour, in the notation of computed values: a state may give it back."""
    return bool(colour) and not colour.startswith("rgb(")


def _should_be_seen(node: Node) -> bool:
    """An element that has a box of its own, unless something hides it."""
    if node.closest(*_NEVER_SHOWN) is not None or (node.tag == "input" and _type(node) == "hidden"):
        return False
    drawing = node.closest("svg")
    return drawing is None or drawing is node or not drawing.visible


def _leads_to_media(node: Node) -> bool:
    address = node.get("href") or node.get("xlink:href") or ""
    words = " ".join((node.raw_text, *(node.get(name) or "" for name in ("title", "aria-label", "alt", "type"))))
    return bool(_MEDIA_FILE.search(_path(address)) or _MEDIA_WORD.search(words))


def _leaves_the_page(link: Node) -> bool:
    address = (link.get("href") or link.get("xlink:href") or "").strip()
    if not address or address.startswith("#"):
        return False
    return address.partition(":")[0].lower() not in _NOT_PAGES


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return address
