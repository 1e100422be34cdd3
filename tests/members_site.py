"""A small real site behind a sign-in: a form, a session in a cookie, pages for members."""

from urllib.parse import parse_qs

from tests.small_site import SmallSite, html, links, redirect, send

LOGIN, PASSWORD = "agent-de-test", "s3cret & très long"
RECIPE = """
# Espace des agents
aller /connexion
remplir "Identifiant" avec $ESSAI_IDENTIFIANT
remplir css "#secret" avec $ESSAI_MOT_DE_PASSE
cliquer « Se connecter »
attendre "Mon compte"
"""
VARIABLES = {"ESSAI_IDENTIFIANT": LOGIN, "ESSAI_MOT_DE_PASSE": PASSWORD}

_FORM = (
    '<form method="get" action="/entrer"><p><label>Identifiant * <input name="login"></label></p>'
    '<p><label for="secret">Mot de passe</label> <input id="secret" name="password" type="password"></p>'
    "<button>Se connecter</button></form>"
)


class _WhateverTheQuery(dict):
    def get(self, path, default=None):
        return super().get(path) or super().get(path.partition("?")[0], default)


class MembersSite(SmallSite):
    """The site. `sign_ins`: how many were made; `forget()` ends every session, as a server that restarts does."""

    def __init__(self) -> None:
        super().__init__(_WhateverTheQuery())
        self.sign_ins = 0
        self._session = ""
        self.pages |= {
            "/": self._for_members(
                "Mon compte",
                links("/dossiers", "/refusee", "/quitter?logout=1")
                + '<a href="/partir">Se déconnecter</a><a href="/adieu" rel="logout">Fin</a>',
            ),
            "/dossiers": self._for_members("Dossiers", '<img src="a.png">' + links("/dossiers/1", "/")),
            "/dossiers/1": self._for_members("Dossier 1", ""),
            "/connexion": html("Connexion", _FORM),
            "/entrer": self._enter,
            "/refusee": redirect("/connexion?next=/refusee"),
        }
        for path in ("/partir", "/adieu", "/quitter"):
            self.pages[path] = self._leave

    def forget(self) -> None:
        """End every session."""
        self._session = ""

    def _for_members(self, title: str, body: str):
        def answer(handler) -> None:
            if self._session and f"session={self._session}" in handler.headers.get("Cookie", ""):
                send(handler, html(title, body))
            else:
                redirect("/connexion?next=x")(handler)

        return answer

    def _leave(self, handler) -> None:
        self.forget()
        send(handler, html("Au revoir", ""))

    def _enter(self, handler) -> None:
        """Answer the form: a session for the right password, the form again otherwise, with what was typed."""
        typed = parse_qs(handler.path.partition("?")[2])
        login, password = (typed.get(name, [""])[0] for name in ("login", "password"))
        if (login, password) != (LOGIN, PASSWORD):
            send(handler, html("Connexion", f"<p>Identifiant ou mot de passe faux : {login} {password}</p>{_FORM}"))
            return
        self.sign_ins += 1
        self._session = f"s{self.sign_ins}"
        send(handler, b"", status=302, Location="/", Set_Cookie=f"session={self._session}; HttpOnly; Path=/")
