"""What several probes do to the page that a window shows."""

from accessibility.window import Window


def pause(window: Window, milliseconds: int) -> None:
    """Leave the page time to answer. Raises PageError."""
    window.evaluate(f"new Promise((done) => setTimeout(done, {milliseconds}))")


def press_escape(window: Window) -> None:
    """Press the Escape key, wherever the focus is. Raises PageError."""
    for kind in ("keyDown", "keyUp"):
        window.command("Input.dispatchKeyEvent", type=kind, key="Escape", code="Escape", windowsVirtualKeyCode=27)
