"""What appears when the pointer goes over something."""

from dataclasses import dataclass

from accessibility.page.model import Node


@dataclass(frozen=True)
class AdditionalContent:
    """A content that the pointer makes appear, and that goes when the pointer goes elsewhere.

    `trigger`: what the pointer was over. `text`: what appeared. `by_styles`: a style sheet alone shows it.
    `goes_with_escape`: the Escape key hides it. `stays_under_pointer`: it stays when the pointer is on it, None where
    that could not be tried. `shown_by_focus`: the focus of the trigger, or of something in it, shows it too.
    """

    trigger: Node
    text: str
    by_styles: bool
    goes_with_escape: bool
    stays_under_pointer: bool | None
    shown_by_focus: bool
