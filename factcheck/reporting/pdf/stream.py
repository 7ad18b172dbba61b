"""reportlab's document, written as it comes: pages when they are closed, the rest at the end, object by object.

reportlab keeps every page, joins all to one string and writes that; a long report would take its size several times
over in memory, and seconds at the end in which nobody can stop it.
"""

from collections.abc import Callable, Iterator
from time import gmtime
from typing import Any, BinaryIO
from zlib import compress

from reportlab.pdfbase.pdfdoc import (
    PDFCrossReferenceTable,
    PDFDocument,
    PDFIndirectObject,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
    PDFTrailer,
    pdfdocEnc,
)

#: Where a place is: the number of its page, and how high on it.
Place = tuple[int, float]

#: Objects that are written between two ticks.
_BATCH = 100
#: PDF 1.4 has all that is used here; four bytes beyond ASCII say to others that the file is not text.
_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


class StreamedDocument(PDFDocument):  # type: ignore[misc, unused-ignore] # without the stubs it is Any
    """A canvas's document, taken over before anything is drawn."""

    # The stubs know only what reportlab's users call.
    Catalog: Any
    Reference: Any
    idToObject: dict[str, Any]  # noqa: N815 - reportlab's name
    _timeStamp: Any  # noqa: N815 - as above

    def __init__(self, begun: Any, out: BinaryIO, made_at: int, tick: Callable[[], None]) -> None:
        self.__dict__.update(begun.__dict__)
        self._out = out
        self._tick = tick
        self._offset = 0
        if made_at:
            self._timeStamp.t, self._timeStamp.YMDhms = made_at, tuple(gmtime(made_at))[:6]
        self._add(_HEAD)

    def close_page(self, page: Any) -> None:
        """Write what stands on a page, and forget it."""
        packed = PDFStream(content=compress(pdfdocEnc(page.stream)))
        packed.dictionary["Filter"] = PDFName("FlateDecode")
        page.Contents, page.stream = self.Reference(packed), ""
        name = page.Contents.name
        self._put(name, packed)
        self.idToObject[name] = None

    def format(self) -> bytes:
        """Write all that is not written yet, also what comes up meanwhile; nothing is left for reportlab to write."""
        root, info = self.Reference(self.Catalog), self.Reference(self.info)
        names = list(self._settled())
        table = PDFCrossReferenceTable()
        table.addsection(0, names)
        start = self._add(table.format(self))
        trailer = PDFTrailer(startxref=start, Size=len(names) + 1, Root=root, Info=info, ID=self.ID())
        self._add(trailer.format(self))
        return b""

    def _settled(self) -> Iterator[str]:
        """The names of all objects in the order of their numbers, each once it is written."""
        number = 1
        while number in self.numberToId:
            name = self.numberToId[number]
            if name not in self.idToOffset:
                self._put(name, self.idToObject[name])
            if number % _BATCH == 0:
                self._tick()
            yield name
            number += 1

    def _put(self, name: str, thing: Any) -> None:
        self.idToOffset[name] = self._add(PDFIndirectObject(name, thing).format(self))

    def _add(self, data: bytes) -> int:
        """Write bytes; where they begin."""
        begun = self._offset
        self._out.write(data)
        self._offset += len(data)
        return begun


class Link(PDFObject):  # type: ignore[misc, unused-ignore] # as above
    """A rectangle of a page that leads elsewhere; reportlab's own take half of the time of saving."""

    def __init__(self, rect: tuple[float, float, float, float], target: str | Callable[[], Place]) -> None:
        self._rect = rect
        self._target = target

    def format(self, document: Any) -> bytes:
        """As it stands in the file."""
        corners = " ".join(f"{corner:.2f}" for corner in self._rect)
        return f"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{corners}]".encode() + self._leads(document) + b">>"

    def _leads(self, document: Any) -> bytes:
        if isinstance(self._target, str):
            address: bytes = PDFString(self._target).format(document)
            return b"/A<</S/URI/URI" + address + b">>"
        page, top = self._target()
        number, _ = document.idToObjectNumberAndVersion[f"Page{page}"]
        return f"/Dest[{number} 0 R/XYZ 0 {top:.2f} 0]".encode()
