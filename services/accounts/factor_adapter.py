"""How second factors are named, and kept."""

import base64
import hashlib

from allauth.core import context as library
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from wagtail.models import Site

from services.accounts.texts import FACTOR_MISTAKES


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets sealed with the portal's key: a stolen database alone gives no code."""

    error_messages = {**DefaultMFAAdapter.error_messages, **FACTOR_MISTAKES}

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret. Raises InvalidToken if none of the portal's keys sealed it."""
        return _seal().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user, type: Authenticator.Type) -> str:
        """A name for a new key, which the person may change."""
        return f"Clé d’accès {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def _get_site_name(self) -> str:
        site = Site.find_for_request(library.request)
        return site.site_name if site and site.site_name else super()._get_site_name()


def _seal() -> MultiFernet:
    """The key of today seals; those of before still open (`SECRET_KEY_FALLBACKS`)."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.blake2b(key.encode(), digest_size=32, person=b"parvis.factors").digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
