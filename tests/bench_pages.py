"""The pages of the benches: those of a town, with their style sheet and pictures, 13 to 49 kB each."""

import http.server
import itertools
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PIL import Image

_STYLE = """
body { font: 1rem/1.5 sans-serif; color: #222; background: #fff; margin: 0; }
header, footer { background: #123b5d; color: #fff; padding: 1rem; }
header a, footer a { color: #fff; }
main { max-width: 60rem; margin: auto; display: grid; gap: 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; list-style: none; }
.cards li { border: 1px solid #767676; border-radius: .5rem; padding: 1rem; }
td, th { border: 1px solid #767676; padding: .25rem; }
"""
_MENU = "".join(
    f"<li><a href='/{number}.html'>{name}</a></li>"
    for number, name in enumerate(("Vie municipale", "Démarches", "Enfance", "Culture et sport", "Déplacements"))
)
_DESK = (
    "<section><h2>Guichet {n}</h2><p>Le guichet {n} reçoit sur <a href='/rendez-vous/{n}'>rendez-vous du guichet {n}"
    "</a>, du lundi au vendredi. Apportez une pièce d’identité et un justificatif de domicile de moins de trois mois."
    "</p><table><caption>Horaires du guichet {n}</caption><tr><th scope='col'>Jour</th><th scope='col'>Heures</th></tr>"
    "<tr><td>Lundi</td><td>9 h – 12 h</td></tr><tr><td>Mardi</td><td>14 h – 17 h</td></tr></table></section>"
)
_FORM = (
    "<section><h2>Écrire au guichet {n}</h2><form action='/ecrire' method='post'><p><label for='nom-{n}'>Nom</label> "
    "<input id='nom-{n}' name='nom' autocomplete='name'></p><p><label for='mot-{n}'>Votre message</label> "
    "<textarea id='mot-{n}' name='mot' rows='3'></textarea></p><p><button>Envoyer au guichet {n}</button></p></form>"
    "</section>"
)
_CARDS = (
    "<section><h2>Autour du guichet {n}</h2><ul class='cards'>"
    + "".join(
        f"<li><h3><a href='/lieu/{{n}}/{place}'>Lieu {place} près du guichet {{n}}</a></h3>"
        f"<img src='{place}.png' alt='Façade du lieu {place}' width='240' height='120'>"
        "<p>Ouvert toute la semaine.</p></li>"
        for place in range(3)
    )
    + "</ul></section>"
)
_BROKEN = "<p><img src='0.png'> <a href='/suite'></a> <span style='color: #aaa'>Texte pâle {n}</span></p>"
"""What every third page has, for the checkers to find something."""


@contextmanager
def served_site(pages: int) -> Iterator[list[str]]:
    """So many pages, each different, served on the loopback with what they load; their addresses."""
    with tempfile.TemporaryDirectory() as folder:
        names = _write(Path(folder), pages)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield [f"http://127.0.0.1:{server.server_port}/{name}" for name in names]
            finally:
                server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


def _write(folder: Path, pages: int) -> list[str]:
    (folder / "style.css").write_text(_STYLE, encoding="utf-8")
    for place in range(3):
        Image.new("RGB", (240, 120), (40 * place, 90, 120)).save(folder / f"{place}.png")
    names = [f"{number}.html" for number in range(pages)]
    for number, name in enumerate(names):
        (folder / name).write_text(page(number), encoding="utf-8")
    return names


def page(number: int) -> str:
    """One page of the site."""
    parts = itertools.islice(itertools.cycle((_DESK, _FORM, _CARDS)), 27 + number % 5 * 18)
    sections = "".join(part.format(n=f"{number}-{position}") for position, part in enumerate(parts))
    broken = _BROKEN.format(n=number) if number % 3 == 0 else ""
    return (
        f"<!DOCTYPE html><html lang='fr'><head><meta charset='utf-8'><title>Page {number} – Banc d’essai</title>"
        "<meta name='viewport' content='width=device-width'><link rel='stylesheet' href='style.css'></head><body>"
        f"<header><p>Ville du banc d’essai</p><nav aria-label='principale'><ul>{_MENU}</ul></nav></header>"
        f"<main><h1>Page {number}</h1>{broken}{sections}</main><footer><p>Mairie, 1 place du Marché</p></footer>"
        "</body></html>"
    )
