"""The parts of an office document, read without trusting the archive nor the XML."""

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from accessibility.documents.defect import UnreadableDocument

MOST_PART_BYTES = 40_000_000
"""Bytes of one part, unpacked. The report of a large town's budget has 6 million."""
_MOST_DEPTH = 500
_CHUNK = 64 * 1024


class Package:
    """An archive that was opened. Raises UnreadableDocument."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise UnreadableDocument("the file is broken: its archive cannot be read") from error

    def xml(self, name: str) -> Element | None:
        """A part as a tree; None when it is not there. Raises UnreadableDocument for a bomb, entities, broken XML."""
        if name not in self._archive.namelist():
            return None
        parser = ElementTree.DefusedXMLParser(forbid_dtd=True, target=_Shallow())
        size = 0
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    if size > MOST_PART_BYTES:
                        raise UnreadableDocument(
                            f"too large to be judged: {name} has more than {MOST_PART_BYTES} bytes"
                        )
                    parser.feed(chunk)
            return parser.close()
        except DefusedXmlException as error:
            raise UnreadableDocument(f"the file is hostile: {name} declares entities or a document type") from error
        except (ElementTree.ParseError, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
            raise UnreadableDocument(f"the file is broken: {name} cannot be read") from error
        except (RuntimeError, NotImplementedError, OSError) as error:
            raise UnreadableDocument(
                f"the file cannot be read: {name} is encrypted, or packed in an unknown way"
            ) from error


class _Shallow(TreeBuilder):
    """A builder that refuses what is nested too deep to be walked."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag, attributes):
        self._depth += 1
        if self._depth > _MOST_DEPTH:
            raise UnreadableDocument(f"too large to be judged: more than {_MOST_DEPTH} levels of elements")
        return super().start(tag, attributes)

    def end(self, tag):
        self._depth -= 1
        return super().end(tag)
