"""A browser of a crawl behind its proxy: visits addresses one after the other, signed in when a recipe says how."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from accessibility.browser import Browser
from accessibility.fetch import USER_AGENT
from accessibility.frontier import Frontier, Target
from accessibility.linked_documents.documents import Documents
from accessibility.proxy import Proxy
from accessibility.sign_in import SHOWN_AGAIN, SignIn
from accessibility.visit import Visit, VisitState, visit


class Visitor:
    """One browser at work for a crawl, used by one thread.

    `timeout`: seconds that one page may take. `unchanged`: by address, the digest of inputs whose verdict is known.
    `wants_screenshots`: asked at each page whether to take pictures of what is found. `documents`: those of the crawl,
    when they are to be judged.
    """

    def __init__(
        self,
        proxy: Proxy,
        frontier: Frontier,
        *,
        timeout: float,
        sign_in: SignIn | None = None,
        unchanged: Mapping[str, str] = MappingProxyType({}),
        wants_screenshots: Callable[[], bool] = lambda: False,
        documents: Documents | None = None,
    ) -> None:
        self.browser = Browser(timeout=timeout, proxy=proxy.address, product=USER_AGENT)
        self._proxy = proxy
        self._frontier = frontier
        self._sign_in = sign_in
        self._unchanged = unchanged
        self._wants_screenshots = wants_screenshots
        self._documents = documents
        self._signed_in_at = 0
        """Which start of the browser was signed in: another one has to be again."""

    def visit(self, target: Target) -> Visit:
        """Visit an address; once more, signed in again, when it shows the sign-in page. Raises RecipeError."""
        self._be_signed_in()
        result = self._visit_once(target)
        if result.reason != SHOWN_AGAIN:
            return result
        self._signed_in_at = 0
        self._be_signed_in()
        result = self._visit_once(target)
        return replace(result, state=VisitState.ERROR) if result.reason == SHOWN_AGAIN else result

    def _visit_once(self, target: Target) -> Visit:
        self._proxy.refusals.clear()
        wanted = self._wants_screenshots()
        result = visit(
            self.browser,
            target,
            self._objection,
            self._unchanged,
            take_screenshots=wanted,
            documents=self._documents,
        )
        if result.state is not VisitState.DONE and (refusals := list(self._proxy.refusals)):
            return replace(result, state=VisitState.ERROR, reason=refusals[-1])
        return result

    def _be_signed_in(self) -> None:
        while self._sign_in and self._signed_in_at != (start := self.browser.ready()):
            self._signed_in_at = start
            self._sign_in.into(self.browser)

    def _objection(self, target: Target, arrived_at: str, digest: str) -> str:
        sign_in = self._sign_in
        if sign_in and sign_in.is_page_of(arrived_at) and not sign_in.is_page_of(target.address):
            return SHOWN_AGAIN
        return self._frontier.objection(target, arrived_at, digest)
