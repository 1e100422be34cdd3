"""Second factors: the codes of an application, passkeys, recovery codes."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn

from services.accounts.forms.fields import PortalForm

_CODE = "Code de sécurité"
_CODE_HELP = "Les 6 chiffres que montre votre application, ou l’un de vos codes de secours."
_NO_KEY = "La clé n’a rien répondu. Réessayez, ou choisissez une autre façon de faire."


class SecondFactorForm(PortalForm, base.AuthenticateForm):
    """A code, after the password."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_code(_CODE, _CODE_HELP)


class SecondFactorAgainForm(PortalForm, base.ReauthenticateForm):
    """A code, of somebody who is signed in already."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_code(_CODE, _CODE_HELP)


class AddApplicationForm(PortalForm, totp.ActivateTOTPForm):
    """The first code of an application, which proves that it has the secret."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_code("Code affiché par l’application", "6 chiffres, qui changent toutes les 30 secondes.")


class _KeyAnswer(PortalForm):
    """What a key answers, put in a hidden field by the script."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages = {"required": _NO_KEY, "invalid": _NO_KEY}


class PasskeyForm(_KeyAnswer, webauthn.AuthenticateWebAuthnForm):
    """A passkey, after the password."""


class PasskeyAgainForm(_KeyAnswer, webauthn.ReauthenticateWebAuthnForm):
    """A passkey, of somebody who is signed in already."""


class PasskeySignInForm(_KeyAnswer, webauthn.LoginWebAuthnForm):
    """A passkey alone."""


class AddPasskeyForm(_KeyAnswer, webauthn.AddWebAuthnForm):
    """A new passkey. Each can sign in alone: it asks for a finger, a face or a code of its own."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["passwordless"]
        self.word(
            "name",
            "Nom de la clé",
            required="Donnez un nom à cette clé.",
            help_text="Pour la reconnaître parmi d’autres. Exemple\u00a0: téléphone de Sam",
            autocomplete="off",
        )
        self.fields["name"].required = True

    def clean(self) -> dict:
        """Refuse a key that has not made sure of the person."""
        self.cleaned_data["passwordless"] = True
        return super().clean()


class RenamePasskeyForm(PortalForm, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word("name", "Nom de la clé", required="Donnez un nom à cette clé.", autocomplete="off")
