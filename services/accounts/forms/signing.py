"""Creating an account, signing in, and saying again who one is."""

from allauth.account import forms as library

from services.accounts.forms.fields import PASSWORD_HELP, PortalForm

PASSWORD_MISSING = "Écrivez votre mot de passe."


class SignInForm(PortalForm, library.LoginForm):
    """An address (or the name that an administrator gave) and a password."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word(
            "login",
            "Adresse électronique",
            required="Écrivez votre adresse électronique.",
            help_text="Agents\u00a0: votre identifiant convient aussi.",
            autocomplete="username",
            autocapitalize="none",
            spellcheck="false",
        )
        self.word("password", "Mot de passe", required=PASSWORD_MISSING)


class SignUpForm(PortalForm, library.SignupForm):
    """An address and a password, with a trap for programs."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_email("email", help_text="Nous y envoyons un lien à ouvrir. Exemple\u00a0: nom@exemple.fr")
        self.word("password1", "Mot de passe", required="Choisissez un mot de passe.", help_text=PASSWORD_HELP)
        trap = self.fields["site_web"]
        trap.label, trap.widget.attrs = "Laissez ce champ vide", {"autocomplete": "off"}


class RequestCodeForm(PortalForm, library.RequestLoginCodeForm):
    """Where to send a code."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_email("email", help_text="Celle de votre compte. Exemple\u00a0: nom@exemple.fr")


class CodeForm(PortalForm, library.ConfirmLoginCodeForm):
    """The code that came."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_code("Code reçu", "Les 6 chiffres du courriel.")


class PasswordAgainForm(PortalForm, library.ReauthenticateForm):
    """The password of somebody who is signed in already."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word("password", "Mot de passe", required=PASSWORD_MISSING)
