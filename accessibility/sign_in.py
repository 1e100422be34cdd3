"""Signs a browser in to the site that it is to judge, by a recipe, and gives what keeps it signed in to each window."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote, quote_plus

from selenium.common.exceptions import WebDriverException

from accessibility.addresses import Scope, canonical
from accessibility.browser import Browser
from accessibility.discretion import unlogged
from accessibility.page_errors import BrowserLost, PageError, WentElsewhere
from accessibility.recipe import Recipe, RecipeError, Step, Verb
from accessibility.window import Window

SHOWN_AGAIN = "the sign-in page is shown again, right after signing in"
"""Why a page that asks to sign in whatever one does is not judged."""

UNREADABLE = "la page n’a pas pu être lue : "
"""In the message of a RecipeError, before a reason of the engine's."""

_FIELDS = frozenset({"textbox", "searchbox", "combobox", "spinbutton"})
_BUTTONS = frozenset({"button", "link", "checkbox", "radio", "tab", "menuitem", "switch", "DisclosureTriangle"})
_LONGEST = 15
"""Seconds that a step may wait for what it needs, if the time of a page is not shorter."""
_LOOK = 0.1
_COOKIE = ("name", "value", "path", "secure", "httpOnly", "sameSite", "partitionKey")
_SAID_AT_MOST = 300
_TEXT = "(document.body?.innerText ?? '').replace(/\\s+/g, ' ').trim()"
_SELECT_ALL = "function () { this.scrollIntoView(); this.focus(); this.select?.(); }"
_CLICK = "function () { this.scrollIntoView(); this.click(); }"


class SignIn:
    """How the browsers of one crawl sign in.

    `scope`: the site of the start, the only one where anything is opened or typed. Raises RecipeError when the
    recipe leads elsewhere, or when a variable is missing.
    """

    def __init__(self, recipe: Recipe, start: str, scope: Scope, environment: Mapping[str, str] = os.environ) -> None:
        recipe.check_variables(environment)
        self.recipe = recipe
        self.address = address_of(recipe, start)
        self._start = start
        self._scopes = (Scope.around(start), scope)
        self._environment = environment

    def is_page_of(self, address: str) -> bool:
        """Whether an address is that of the page where one signs in, whatever its query."""
        return address.partition("?")[0].rstrip("/") == self.address.partition("?")[0].rstrip("/")

    def into(self, browser: Browser) -> None:
        """Follow the recipe in a window of the browser, whose next windows are signed in. Raises RecipeError."""
        browser.cookies = ()
        step = self.recipe.steps[0]
        try:
            with unlogged(), browser.window() as window:
                for step in self.recipe.steps:
                    self._follow(window, step)
                cookies = window.command("Network.getAllCookies")["cookies"]
        except PageError as error:
            raise RecipeError(step.line, self._without_secrets(f"{UNREADABLE}{error}")) from None
        browser.cookies = tuple(map(_to_set, cookies))

    def _follow(self, window: Window, step: Step) -> None:
        match step.verb:
            case Verb.GO:
                window.navigate(address_at(step, self._start))
                self._check_place(window, step)
            case Verb.FILL:
                self._until(window, step, lambda: self._fill(window, step))
            case Verb.CLICK:
                self._until(window, step, lambda: self._click(window, step))
            case Verb.WAIT:
                self._until(window, step, lambda: _squash(step.wanted) in _squash(window.evaluate(_TEXT)))

    def _until(self, window: Window, step: Step, attempt: Callable[[], bool]) -> None:
        """Try until it is done, through the pages that follow one another. Raises RecipeError."""
        until = time.monotonic() + min(_LONGEST, window.timeout)
        while True:
            try:
                window.catch_up()
                if attempt():
                    return
                seen = self._seen(window, step)
            except BrowserLost:
                raise
            except PageError as error:  # on the way from one page to the next
                seen = f"{UNREADABLE}{error}"
            if time.monotonic() > until:
                raise RecipeError(step.line, self._without_secrets(seen))
            time.sleep(_LOOK)

    def _fill(self, window: Window, step: Step) -> bool:
        field = _find(window, step, _FIELDS)
        if field is None:
            return False
        self._check_place(window, step)
        _call(window, field, _SELECT_ALL)
        window.command("Input.insertText", text=self._environment[step.variable])
        return True

    def _click(self, window: Window, step: Step) -> bool:
        button = _find(window, step, _BUTTONS)
        if button is None:
            return False
        with suppress(WentElsewhere):  # where the click leads
            _call(window, button, _CLICK)
        return True

    def _check_place(self, window: Window, step: Step) -> None:
        address = canonical(window.url) or ""
        if not any(scope.holds(address) for scope in self._scopes):
            raise RecipeError(
                step.line,
                self._without_secrets(f"la page est d’un autre site ({window.url}) : rien n’y est saisi."),
            )

    def _seen(self, window: Window, step: Step) -> str:
        """What the page shows in place of what the step wants."""
        page = f"La page montrée, {window.url}, "
        if step.verb is Verb.WAIT:
            text = window.evaluate(_TEXT)
            shown = f"contient : « {text[:_SAID_AT_MOST]} »." if text else "ne contient aucun texte."
            return f"le texte « {step.wanted} » n’est pas venu. {page}{shown}"
        what, roles = ("champ", _FIELDS) if step.verb is Verb.FILL else ("bouton ou lien", _BUTTONS)
        sought = "ne répond au sélecteur" if step.css else "n’a pour nom"
        names = ", ".join(f"« {name} »" for name, _ in _named(window, roles) if name)[:_SAID_AT_MOST]
        return f"aucun {what} {sought} « {step.wanted} ». {page}en a d’autres : {names or 'aucun qui ait un nom'}."

    def _without_secrets(self, text: str) -> str:
        for name in {step.variable for step in self.recipe.steps if step.variable}:
            value = self._environment[name]
            for form in {value, quote(value), quote(value, safe=""), quote_plus(value)}:
                text = text.replace(form, f"${name}")
        return text


def address_at(step: Step, start: str) -> str:
    """The whole address that a step goes to. Raises RecipeError when it is not of the site of the start."""
    address = canonical(step.wanted, start)
    if address is None or not Scope.around(start).holds(address):
        raise RecipeError(
            step.line,
            f"« {step.wanted} » n’est pas une adresse du site de départ. Écrivez un chemin, comme « /connexion ».",
        )
    return address


def address_of(recipe: Recipe, start: str) -> str:
    """The address of the page where one signs in. Raises RecipeError when any step leads to another site."""
    return [address_at(step, start) for step in recipe.steps if step.verb is Verb.GO][0]


def _find(window: Window, step: Step, roles: frozenset[str]) -> dict[str, Any] | None:
    """The element that a step names, as DevTools designates it; the first when several bear the name."""
    if step.css:
        document = window.command("DOM.getDocument", depth=0)["root"]["nodeId"]
        try:
            node = window.command("DOM.querySelector", nodeId=document, selector=step.wanted)["nodeId"]
        except WebDriverException:
            raise RecipeError(step.line, f"« {step.wanted} » n’est pas un sélecteur CSS.") from None
        return {"nodeId": node} if node else None
    wanted = _squash(step.wanted)
    return next(({"backendNodeId": node} for name, node in _named(window, roles) if _squash(name) == wanted), None)


def _named(window: Window, roles: frozenset[str]) -> list[tuple[str, int]]:
    """The accessible names of the elements of some roles, as the browser computes them, and their nodes, in order."""
    tree = window.command("Accessibility.getFullAXTree")["nodes"]
    return [
        (node.get("name", {}).get("value", ""), node["backendDOMNodeId"])
        for node in _in_order(tree)
        if node.get("role", {}).get("value") in roles and "backendDOMNodeId" in node
    ]


def _in_order(tree: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    by_id = {node["nodeId"]: node for node in tree}
    waiting = tree[:1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [by_id[child] for child in reversed(node.get("childIds", ())) if child in by_id]


def _call(window: Window, element: dict[str, Any], function: str) -> None:
    resolved = window.command("DOM.resolveNode", **element, executionContextId=window.world(window.main_frame))
    window.command(
        "Runtime.callFunctionOn",
        objectId=resolved["object"]["objectId"],
        functionDeclaration=function,
        userGesture=True,
    )


def _squash(text: str) -> str:
    return " ".join(text.split()).rstrip(" *:").casefold()


def _to_set(cookie: dict[str, Any]) -> dict[str, Any]:
    """A cookie as the browser takes it: one of a host alone is given by address, not to become its whole domain's."""
    kept = {name: cookie[name] for name in _COOKIE if name in cookie}
    if not cookie.get("session"):
        kept["expires"] = cookie["expires"]
    if cookie["domain"].startswith("."):
        return kept | {"domain": cookie["domain"]}
    scheme = "https" if cookie.get("secure") else "http"
    return kept | {"url": f"{scheme}://{cookie['domain']}{cookie['path']}"}
