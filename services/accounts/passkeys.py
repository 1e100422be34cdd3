"""The library's views of passkeys, for keys that can sign in alone."""

from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView


class AddPasskeyView(AddWebAuthnView):
    """Add a passkey: the browser is asked for one that makes sure of the person and remembers whose it is."""

    def get_context_data(self, **kwargs) -> dict:
        """The options that the script hands to the browser."""
        context = super().get_context_data(**kwargs)
        context["js_data"] = {"creation_options": auth.begin_registration(self.request.user, passwordless=True)}
        return context
