"""Servers whose identity cannot be trusted: one error line each, and the next page is judged."""

import ssl
import subprocess

import pytest

from tests.accessibility.web_server import CLEAN, serve

pytestmark = pytest.mark.xdist_group("hostile_pages")


@pytest.fixture(scope="module")
def untrusted(tmp_path_factory):
    """A server over TLS that signed its own certificate."""
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
        + ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True,
        capture_output=True,
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    with serve(tls) as server:
        yield server


def test_a_server_that_cannot_be_trusted_is_one_error_line(site, untrusted, command_line):
    self_signed = untrusted.page("/", CLEAN.format(""))
    no_tls = site.page("/", CLEAN.format("")).replace("http:", "https:")
    clean = site.page("/clean", CLEAN.format('<img src="/logo.png">'))
    rows = command_line.rows(self_signed, no_tls, clean)
    assert rows[self_signed] == {"url": self_signed, "error": "could not be loaded: ERR_CERT_AUTHORITY_INVALID"}
    assert rows[no_tls] == {"url": no_tls, "error": "could not be loaded: ERR_SSL_PROTOCOL_ERROR"}
    assert rows[clean]["tests"]["1.1.1"] == "failed"
