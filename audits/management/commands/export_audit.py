"""Write an audit to a file, or to the standard output."""

import os
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from audits.auditing.exports.formats import FORMATS
from audits.models.audit import Audit


class Command(BaseCommand):
    """Exports a stored audit; a file that is there before is replaced only by a whole one."""

    help = "Export a stored audit, for a spreadsheet, another program or continuous integration."

    def add_arguments(self, parser) -> None:
        parser.add_argument("id", type=int, metavar="ID", help="number of the audit")
        parser.add_argument("--format", choices=tuple(FORMATS), default="json", help="(%(default)s)")
        parser.add_argument("--output", type=Path, metavar="FILE", help="by default, the standard output")

    def handle(self, *args, **options) -> None:
        audit = Audit.objects.filter(pk=options["id"]).first()
        if audit is None:
            raise CommandError(f"Il n’y a pas d’audit {options['id']}.")
        pieces = FORMATS[options["format"]].write(audit)
        if options["output"] is None:
            for piece in pieces:
                self.stdout.write(piece, ending="")
            return
        try:
            _write_whole(options["output"], pieces)
        except OSError as error:
            raise CommandError(
                f"Impossible d’écrire « {options['output']} » : {error.strerror}. Donnez un autre fichier."
            ) from error


def _write_whole(path: Path, pieces) -> None:
    if path.is_dir():
        raise IsADirectoryError(None, "c’est un dossier")
    handle, name = tempfile.mkstemp(prefix=".export-", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="") as file:
            os.fchmod(file.fileno(), 0o666 & ~_umask())
            file.writelines(pieces)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
