"""Servers whose identity cannot be trusted: one error line each, and the next page is judged."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.accessibility.web_server import CLEAN, Site, serve

pytestmark = pytest.mark.xdist_group("hostile_pages")


AUTHORITY = """
[ca]
default_ca = own
[own]
dir = {folder}
database = {folder}/index.txt
new_certs_dir = {folder}
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = {name}
"""
OURS, ANOTHER = "IP:127.0.0.1", "DNS:mairie.example"
PERIODS = {"valid": ("20200101000000Z", "20990101000000Z"), "expired": ("20200101000000Z", "20200201000000Z")}


@contextmanager
def signed_by_itself(folder: Path, period: str, name: str) -> Iterator[Site]:
    """A server over TLS that signed its own certificate, for that period and that name."""
    start, end = PERIODS[period]
    (folder / "index.txt").touch()
    (folder / "ca.cnf").write_text(AUTHORITY.format(folder=folder, name=name))
    for command in (
        "req -new -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout key.pem -out request.pem",
        f"ca -batch -notext -selfsign -config ca.cnf -keyfile key.pem -in request.pem -out certificate.pem"
        f" -startdate {start} -enddate {end}",
    ):
        subprocess.run(["openssl", *command.split()], check=True, capture_output=True, cwd=folder)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    with serve(tls) as server:
        yield server


@pytest.mark.parametrize(("period", "name"), [("valid", OURS), ("expired", OURS), ("valid", ANOTHER)])
def test_a_server_that_cannot_be_trusted_is_one_error_line(site, command_line, tmp_path, period, name):
    with signed_by_itself(tmp_path, period, name) as untrusted:
        address = untrusted.page("/", CLEAN.format(""))
        clean = site.page("/clean", CLEAN.format('<img src="/logo.png">'))
        rows = command_line.rows(address, clean)
    assert rows[address] == {"url": address, "error": "could not be loaded: ERR_CERT_AUTHORITY_INVALID"}
    assert rows[clean]["tests"]["1.1.1"] == "failed"


def test_a_server_that_speaks_no_tls_is_one_error_line(site, command_line):
    no_tls = site.page("/", CLEAN.format("")).replace("http:", "https:")
    clean = site.page("/clean", CLEAN.format('<img src="/logo.png">'))
    rows = command_line.rows(no_tls, clean)
    assert rows[no_tls] == {"url": no_tls, "error": "could not be loaded: ERR_SSL_PROTOCOL_ERROR"}
    assert rows[clean]["tests"]["1.1.1"] == "failed"
