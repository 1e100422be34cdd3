"""What people do to sign in, in the words of the tests."""

import base64
import hashlib
import hmac
import re
import struct
import time

from bs4 import BeautifulSoup

from services.outbox.models import Mail

ADDRESS = "ana@essai.example"
PASSWORD = "cinq rivières sous la lune"


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def said(response) -> str:
    """The whole text of the page, on one line."""
    return " ".join(soup(response).main.text.split())


def heading(response) -> str:
    """The heading of the page."""
    return " ".join(soup(response).h1.text.split())


def last_mail(to: str = ADDRESS) -> Mail:
    return Mail.objects.filter(to=to).order_by("-pk")[0]


def link_in(mail: Mail) -> str:
    """The path of the link in a mail, as opened on the test's own host."""
    return re.search(r"https?://[^/\s]+(/\S+)", mail.text)[1]


def code_in(mail: Mail) -> str:
    return re.search(r"^\d{6}$", mail.text, re.MULTILINE)[0]


def sign_in(client, login: str = ADDRESS, password: str = PASSWORD, **more):
    return client.post("/compte/connexion/", {"login": login, "password": password, **more})


def is_signed_in(client) -> bool:
    return client.get("/compte/").status_code == 200


def say_again(client, path: str = "/compte/supprimer/", password: str = PASSWORD):
    """Give the password again, as is asked before what matters; the page that asked for it."""
    asked = client.get(path)
    assert asked["Location"].startswith("/compte/identite/")
    return client.post(asked["Location"], {"password": password, "next": path}, follow=True)


def code_of(secret: str, moment: float | None = None) -> str:
    """The code that an application shows for a secret (RFC 6238), computed as it does."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int((time.time() if moment is None else moment) // 30))
    digest = hmac.digest(key, counter, hashlib.sha1)
    start = digest[-1] & 0xF
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def add_application(client) -> str:
    """Set up an authentication application for who has just signed in; its secret."""
    path = "/compte/securite/application/"
    page = client.get(path)
    secret = soup(say_again(client, path) if page.status_code == 302 else page).find("code", class_="secret").text
    answer = client.post(path, {"code": code_of(secret)})
    assert answer.status_code == 302, said(answer)
    return secret
