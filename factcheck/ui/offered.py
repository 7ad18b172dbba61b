"""What is dropped or pasted: files, addresses of pages, words, a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from factcheck.text import canonical
from factcheck.ui.dialogs.evidence import is_web
from factcheck.ui.text import tr


@dataclass(frozen=True, slots=True)
class Offered:
    """What of it can be used; and if nothing can, why."""

    files: Sequence[Path] = ()
    links: Sequence[str] = ()
    words: str = ""
    picture: QImage | None = None
    refusal: str = ""


def offered(data: QMimeData | None) -> Offered:
    """What is offered. Browsers give a picture together with its address: then it is a picture."""
    if data is None:  # a clipboard that cannot be read just now gives nothing at all
        return Offered(refusal=_refusal(False))
    urls = data.urls()
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    links = [url.toString() for url in urls if is_web(url.toString())]
    words = canonical(data.text()) if data.hasText() else ""
    lines = words.split()
    if not urls and lines and all(map(is_web, lines)):
        links, words = lines, ""
    image = QImage(data.imageData()) if data.hasImage() and not files else QImage()
    picture = None if image.isNull() else image
    if files or links or picture or (words.strip() and not urls):
        return Offered(files, links, "" if urls else words, picture)
    return Offered(refusal=_refusal(bool(urls)))


def _refusal(addresses: bool) -> str:
    if addresses:
        return tr("Only files, and pages of the web (http, https), can be used.")
    return tr("This is neither a file nor a link, words nor a picture, and cannot be used.")
