"""Changing one's address or one's password."""

from allauth.account import forms as library

from services.accounts.forms.fields import PASSWORD_HELP, PortalForm

_NEW = "Choisissez un nouveau mot de passe."


class ChangeAddressForm(PortalForm, library.AddEmailForm):
    """A new address, which counts once it is confirmed."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_email("email", "Nouvelle adresse électronique", help_text="Exemple\u00a0: nom@exemple.fr")


class ChangePasswordForm(PortalForm, library.ChangePasswordForm):
    """The password of today and that of tomorrow; typed once, for a slip is mended by a mail."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.word("oldpassword", "Mot de passe actuel", required="Écrivez votre mot de passe actuel.")
        self.word("password1", "Nouveau mot de passe", required=_NEW, help_text=PASSWORD_HELP)


class ForgottenPasswordForm(PortalForm, library.ResetPasswordForm):
    """Where to send a link to choose another password."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.word_email("email", help_text="Celle de votre compte. Exemple\u00a0: nom@exemple.fr")


class NewPasswordForm(PortalForm, library.ResetPasswordKeyForm):
    """The password that replaces a forgotten one."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.word("password1", "Nouveau mot de passe", required=_NEW, help_text=PASSWORD_HELP)
