"""A real mail server, on the loopback."""

import pytest
from aiosmtpd.controller import Controller

from tests.e2e.conftest import free_port


class Letterbox:
    """Keeps what it is given; refuses while `refuses` says why."""

    def __init__(self) -> None:
        self.received = []
        self.refuses = ""

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("inconnu@"):
            return "550 inconnu"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.refuses:
            return self.refuses
        self.received.append(envelope)
        return "250 OK"


@pytest.fixture
def letterbox(settings):
    """A mail server that the settings name."""
    box = Letterbox()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 5
    settings.DEFAULT_FROM_EMAIL = "Mairie d’essai <portail@essai.example>"
    box.stop = controller.stop
    yield box
    if controller.server:
        controller.stop()
