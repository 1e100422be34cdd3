"""The mail server, read from one address."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def mail_settings(address: str) -> dict[str, object]:
    """Django's mail settings for `smtp://user:password@host:port`, `smtps://` or `smtp+starttls://`.

    Raises ImproperlyConfigured when the address is none of these.
    """
    parts = urlsplit(address)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ImproperlyConfigured(f"PARVIS_MAIL is smtp://, smtps:// or smtp+starttls:// and a host, not {address!r}.")
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
        "EMAIL_TIMEOUT": 20,
    }
