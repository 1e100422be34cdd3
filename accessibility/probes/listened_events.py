"""Which kinds of events a page listens to."""

from accessibility.browser import Window

FOCUS_EVENTS = frozenset({"blur", "focus", "focusin", "focusout"})


def listened_events(window: Window) -> set[str]:
    """The kinds of events that the page listens to, on the window, the document or any element."""
    inside = window.command("Runtime.evaluate", expression="document", contextId=window.world(window.main_frame))
    outside = window.command("Runtime.evaluate", expression="window")
    heard = set()
    for answer, depth in ((inside, -1), (outside, 1)):
        found = window.command(
            "DOMDebugger.getEventListeners", objectId=answer["result"]["objectId"], depth=depth, pierce=True
        )
        heard |= {listener["type"] for listener in found["listeners"]}
    return heard
