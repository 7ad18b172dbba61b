"""Zip files that hold a document: looked through before anything is read, never unpacked to disk; their XML."""

import io
import re
import zipfile
import zlib
from collections import Counter
from typing import Any

from factcheck.importing.formats import Sample
from factcheck.importing.words import failed

_MB = 1024 * 1024
#: What all files of a package may come to.
_LARGEST = 256 * _MB
#: How many times the size of the package; text compresses to a tenth, a bomb to a thousandth.
_RATIO = 100
#: Below this, a high ratio is harmless.
_SMALL = 16 * _MB
_MOST_FILES = 20_000
_ENCRYPTED = 0x1
_OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0")
_PROLOGUE = 65536


class Package:
    """The files of a zip, by name. `ImportFailedError` if it is a bomb or built to deceive."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise failed("damaged", name=name) from error
        self._look_through(len(data))

    def _look_through(self, size: int) -> None:
        infos = self._zip.infolist()
        whole = sum(info.file_size for info in infos)
        if len(infos) > _MOST_FILES or whole > _LARGEST or (whole > _SMALL and whole > _RATIO * size):
            raise failed("bomb", name=self.name)
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise failed("encrypted", name=self.name)
        if any(_OUTSIDE.search(info.orig_filename) for info in infos):
            raise failed("outside", name=self.name)
        if any(n > 1 for n in Counter(info.filename for info in infos).values()):
            raise failed("twice", name=self.name)

    @property
    def names(self) -> list[str]:
        """Of all files in it."""
        return self._zip.namelist()

    def read(self, member: str) -> bytes:
        """One of its files, whole. `ImportFailedError` if it is missing, damaged or larger than was announced."""
        try:
            with self._zip.open(member) as file:
                return file.read()
        except (KeyError, zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError) as error:
            raise failed("damaged", name=self.name) from error
        except zlib.error as error:
            raise failed("damaged", name=self.name) from error

    def xml(self, member: str) -> Any:
        """The tree of one of its files."""
        return xml_tree(self.read(member), self.name)


def xml_tree(data: bytes, name: str) -> Any:
    """The root of an XML file. Nothing is fetched; a file that declares entities is refused, and so is a broken one."""
    from lxml import etree  # type: ignore[import-untyped]  # ships no types

    refuse_entities(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        tree = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise failed("too_deep", name=name) from error
        raise failed("damaged", name=name) from error
    if next(tree.iter(etree.Entity), None) is not None:
        raise failed("entities", name=name)
    return tree


def refuse_entities(data: bytes, name: str) -> None:
    """A document type with declarations of its own, in whichever encoding, is how bombs and thefts are built."""
    # Without the NULs every UTF reads alike here.
    head = data[:_PROLOGUE].replace(b"\0", b"")
    found = re.search(rb"<!DOCTYPE[^>\[]*\[", head)
    if found or b"<!ENTITY" in head:
        raise failed("entities", name=name)


def holds(sample: Sample, *needles: bytes) -> bool:
    """Whether a sample is a zip that names one of these at its beginning or in its list of contents."""
    if not sample.data.startswith(b"PK\x03\x04"):
        return False
    near = sample.data[:4096] + sample.data[-_PROLOGUE:]
    return any(needle in near for needle in needles)
