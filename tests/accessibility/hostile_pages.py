"""Hostile pages by name, and what may be said of each: for the tests of the engine and of the crawl."""

from tests.accessibility.web_server import CLEAN, Answer, Site

PICTURE = '<img src="/logo.png">'


def with_script(script: str, body: str = PICTURE) -> str:
    return CLEAN.format(f"{body}<script>{script}</script>")


READ_ALL_THE_SAME = {
    "404": Answer(CLEAN.format(PICTURE), status=404),
    "server error": Answer(CLEAN.format(PICTURE), status=500),
    "wrong encoding": Answer(CLEAN.format(PICTURE).encode() + b"\xff\xfe\x80", kind="text/html"),
    "dialogs": Answer(with_script("alert(1); confirm(2); prompt(3)")),
    "leaving is refused": Answer(with_script("onbeforeunload = (e) => { e.preventDefault(); return 'x'; }")),
    "closes its window": Answer(with_script("window.close(); open('', '_self').close()")),
    "opens windows": Answer(with_script("for (let i = 0; i < 4; i++) open('/clean')")),
    "half a surrogate": Answer(
        with_script("document.querySelector('h1').append('\\udc80'); document.title += '\\ud800'")
    ),
    "fields named as properties": Answer(
        CLEAN.format(
            f'<form>{PICTURE}<input type="hidden" name="attributes"><input type="hidden" name="firstChild"></form>'
        )
    ),
    "wants a password": Answer(CLEAN.format(PICTURE), status=401, headers={"WWW-Authenticate": 'Basic realm="x"'}),
    "a picture wants a password": Answer(CLEAN.format(f'{PICTURE}<img src="/wants-a-password" alt="Plan">')),
    "prints for ever": Answer(with_script("print(); setInterval(print, 20)")),
    "opens windows for ever": Answer(with_script("setInterval(() => open('/clean'), 20)")),
    "asks for everything": Answer(
        with_script("Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => 0)")
    ),
    "rewrites its history": Answer(with_script("setInterval(() => history.pushState(0, '', '#' + Math.random()), 20)")),
    "a request that never ends": Answer(with_script("fetch('/drips')")),
    "an element called axe": Answer(CLEAN.format(f'{PICTURE}<p id="axe"></p><p id="parvisIndex"></p>')),
}
CUT_SHORT = {"Content-Length": "1000000"}
NOT_READ = {
    "pdf": (Answer(b"%PDF-1.4\n%%EOF", kind="application/pdf"), "the PDF is broken"),
    "image": (Answer(b"\x89PNG\r\n\x1a\n", kind="image/png"), "not a web page (image/png)"),
    "text": (Answer("bonjour", kind="text/plain"), "not a web page (text/plain)"),
    "download": (
        Answer("abc", kind="application/octet-stream", headers={"Content-Disposition": "attachment"}),
        "the address shows no page",
    ),
    "nothing": (Answer(status=204), "the address shows no page"),
    "empty error": (Answer(status=404), "HTTP ERROR 404"),
    "redirect loop": (Answer(status=302, headers={"Location": "/redirect loop"}), "ERR_TOO_MANY_REDIRECTS"),
    "100,000 nodes": (Answer(CLEAN.format("<p>a</p>" * 50_000)), "too large to be judged: more than 50000 elements"),
    "100,000 nodes by script": (
        Answer(with_script("for (let i = 0; i < 100000; i++) document.body.append(document.createElement('b'))")),
        "too large to be judged: more than 50000 elements",
    ),
    "30 MB": (
        Answer(CLEAN.format(f'<p data-x="{"a" * 30_000_000}">Texte</p>')),
        "too large to be judged: more than 10000000 characters",
    ),
    "30 MB by script": (
        Answer(with_script("document.querySelector('p').dataset.x = 'a'.repeat(30e6)")),
        "too large to be judged: more than 10000000 characters",
    ),
    "600 levels": (
        Answer(
            with_script(
                "let e = document.body; for (let i = 0; i < 600; i++) e = e.appendChild(document.createElement('b'))"
            )
        ),
        "too large to be judged: more than 512 levels",
    ),
    "leaves every 50 ms": (
        Answer(with_script("setTimeout(() => location.replace('?' + Math.random()), 50)")),
        "the page went elsewhere",
    ),
    "truncated": (Answer(CLEAN.format(""), headers=CUT_SHORT), "cut short"),
    "truncated later": (Answer(CLEAN.format(""), headers=CUT_SHORT, linger=0.5), "cut short"),
}
TIMEOUT = 10
HANGING = {
    "slow": Answer(CLEAN.format(""), wait=TIMEOUT + 5),
    "endless dialogs": Answer(with_script("setInterval(() => alert(1), 1)")),
    "endless script": Answer(with_script("while (1);")),
    "endless script, later": Answer(with_script("setTimeout(() => { while (1); }, 50)")),
}
IMPATIENCE = 6
IN_FRAME = '<iframe title="Horaires"></iframe>'
ENDLESS = {
    "drips": Answer(CLEAN.format(""), drip=0.2),
    "a style sheet drips": Answer(
        CLEAN.format(PICTURE).replace("</title>", '</title><link rel="stylesheet" href="/drips">')
    ),
    "leaves at once": Answer(with_script("location.replace('?' + Math.random())")),
    "leaves by refresh": Answer(
        with_script("document.head.innerHTML += `<meta http-equiv='refresh' content='0; url=?${Math.random()}'>`")
    ),
    "2,000 frames": Answer(CLEAN.format(IN_FRAME * 2000)),
    "frames that hold themselves": Answer(
        CLEAN.format(
            "<script>for (const f of [1, 2]) document.write(`<iframe src='?${Math.random()}'></iframe>`)</script>"
        )
    ),
    "grows for ever": Answer(
        with_script("setInterval(() => document.body.insertAdjacentHTML('beforeend', '<p>a</p>'.repeat(2000)), 20)")
    ),
    "fills the memory": Answer(
        with_script("const all = []; setInterval(() => all.push(new Uint8Array(5e7).fill(1)), 10)")
    ),
    "30 MB of paragraphs": Answer(CLEAN.format("<p>Un paragraphe de quelques mots.</p>" * 860_000)),
}
"""Pages that may use up the time they are given, `IMPATIENCE` seconds."""


def path_of(name: str) -> str:
    """The path of a hostile page."""
    return "/" + name.replace(" ", "-").replace(",", "")


def put(site: Site, name: str, answer: Answer) -> str:
    """Put a hostile page on a site; its address."""
    path = path_of(name)
    if "Location" in answer.headers:
        answer.headers["Location"] = path
    return site.page(path, answer)
