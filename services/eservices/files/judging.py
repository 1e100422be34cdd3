"""Judges what a resident or an agent joins, before anything of it is kept."""

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.utils.module_loading import import_string

from services.eservices.files.names import check_name, shown_name
from services.eservices.files.refusal import Refused
from services.eservices.wording import file_size

_SECONDS = 20
_UNREADABLE = "Ce fichier n’a pas pu être vérifié. Enregistrez-le de nouveau, en PDF si possible, et choisissez-le."


@dataclass(frozen=True)
class Judged:
    """A file that may be kept: the name to show, its media type, its size in bytes, the SHA-256 of its content."""

    name: str
    kind: str
    size: int
    digest: str


def judge_file(file: File) -> Judged:
    """What a file is. Raises Refused, with a reason in French that says what to do."""
    largest = settings.PARVIS_LARGEST_ATTACHMENT
    name = file.name or ""
    extension = check_name(name)
    if file.size > largest:
        raise Refused(
            f"Ce fichier pèse {file_size(file.size)}\u00a0; le plus gros que nous prenons pèse {file_size(largest)}. "
            "Réduisez-le, ou envoyez-le en plusieurs fois."
        )
    with tempfile.NamedTemporaryFile(prefix="attachment-") as copy:
        digest = hashlib.sha256()
        for piece in file.chunks():
            digest.update(piece)
            copy.write(piece)
        copy.flush()
        file.seek(0)
        kind = _kind(Path(copy.name), extension)
        _scan(Path(copy.name))
    return Judged(shown_name(name), kind, file.size, digest.hexdigest())


def _kind(path: Path, extension: str) -> str:
    """The media type that a process of its own finds. Raises Refused, also when that process dies or is too slow."""
    command = [sys.executable, "-m", "services.eservices.files", str(path), extension]
    try:
        done = subprocess.run(
            command, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=_SECONDS, check=True
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Refused(_UNREADABLE) from error
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["kind"]


def _scan(path: Path) -> None:
    """Ask the antivirus that the settings name, if they name one. It returns why it refuses, or an empty text.

    Raises Refused, also when the antivirus does not answer.
    """
    if not settings.PARVIS_SCAN_FILE:
        return
    scan: Callable[[Path], str] = import_string(settings.PARVIS_SCAN_FILE)
    try:
        reason = scan(path)
    except Exception as error:
        # Whatever keeps the antivirus from answering, what it has not seen is not kept.
        raise Refused("L’antivirus ne répond pas. Réessayez dans quelques minutes.") from error
    if reason:
        raise Refused(reason)
