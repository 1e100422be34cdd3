"""A browser that signs in to a real site, again when it must, and says what it saw when it cannot."""

import pytest

from accessibility.addresses import Scope
from accessibility.browser import Browser
from accessibility.crawler import Target, VisitState
from accessibility.fetch import Fetcher
from accessibility.frontier import Frontier, Limits
from accessibility.network_rules import NetworkRules
from accessibility.proxy import Proxy
from accessibility.recipe import RecipeError, read_recipe
from accessibility.robots import Robots
from accessibility.sign_in import SHOWN_AGAIN, SignIn
from accessibility.visitor import Visitor
from tests.members_site import LOGIN, PASSWORD, RECIPE, VARIABLES, MembersSite

pytestmark = pytest.mark.xdist_group("crawler")


@pytest.fixture
def site():
    with MembersSite() as site:
        yield site


def sign_in(site: MembersSite, text: str = RECIPE, **variables: str) -> SignIn:
    """The sign-in of the site by a recipe."""
    return SignIn(read_recipe(text), f"{site.url}/", Scope.around(site.url), VARIABLES | variables)


def test_it_signs_in_again_after_a_restart_and_when_the_session_is_over(site):
    rules = NetworkRules(allowed=["127.0.0.1"], named=frozenset({(site.host, site.port)}))
    proxy = Proxy(rules).start()
    robots = Robots.of_site(Fetcher(proxy.address), site.url)
    frontier = Frontier(Scope.around(site.url), robots, Limits())
    visitor = Visitor(proxy, frontier, timeout=30, sign_in=sign_in(site))

    def visit(path: str):
        return visitor.visit(Target(site.url + path))

    try:
        assert visit("/").report.title == "Mon compte" and visit("/dossiers").report.title == "Dossiers"
        assert site.sign_ins == 1
        site.forget()
        assert visit("/dossiers/1").report.title == "Dossier 1" and site.sign_ins == 2
        visitor.browser.stop()
        again = visit("/dossiers")
        assert again.report.title == "Dossiers" and site.sign_ins == 3
        refused = visit("/refusee")
        assert (refused.state, refused.reason, site.sign_ins) == (VisitState.ERROR, SHOWN_AGAIN, 4)
    finally:
        visitor.browser.stop()
        proxy.stop()


@pytest.fixture
def hasty_browser(engine_browser):
    """The browser of the engine with a shorter time for a page: here something is waited for in vain."""
    usual, engine_browser.timeout = engine_browser.timeout, 4
    yield engine_browser
    engine_browser.timeout, engine_browser.cookies = usual, ()


def test_a_step_that_finds_nothing_says_the_line_and_what_there_is(site, hasty_browser: Browser):
    with pytest.raises(RecipeError) as error:
        sign_in(site, RECIPE.replace("#secret", "#absent")).into(hasty_browser)
    assert "ligne 5 : aucun champ ne répond au sélecteur « #absent »" in str(error.value)
    assert "en a d’autres : « Identifiant * », « Mot de passe »" in str(error.value)


def test_a_wrong_password_is_told_by_the_page_and_not_repeated(site, hasty_browser: Browser):
    with pytest.raises(RecipeError) as error:
        sign_in(site, ESSAI_MOT_DE_PASSE="faux, mais secret").into(hasty_browser)
    said = str(error.value)
    assert "ligne 7 : le texte « Mon compte » n’est pas venu" in said
    assert "Identifiant ou mot de passe faux : $ESSAI_IDENTIFIANT $ESSAI_MOT_DE_PASSE" in said
    assert "mais" not in said.replace("jamais", "") and LOGIN not in said and PASSWORD not in said
