"""The pictures of pages that are kept, in bounded memory."""

from collections import OrderedDict
from collections.abc import Container

from PySide6.QtGui import QImage

#: Bytes; what is in view is kept whatever it takes.
_KEPT = 96_000_000


class Pictures:
    """By page: a picture, and the scale that it was wanted in."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[float, QImage]] = OrderedDict()

    def put(self, page: int, scale: float, image: QImage, seen: Container[int]) -> None:
        """Keeps a picture; those that came longest ago go, but for the pages that are seen."""
        self._kept[page] = (scale, image)
        self._kept.move_to_end(page)
        for old in [p for p in self._kept if p not in seen]:
            if self.size() <= _KEPT:
                return
            del self._kept[old]

    def get(self, page: int) -> QImage | None:
        """A page's picture, of whatever scale."""
        return self._kept[page][1] if page in self._kept else None

    def is_of(self, page: int, scale: float) -> bool:
        """Whether a page's picture is of this scale and still right."""
        return page in self._kept and self._kept[page][0] == scale

    def outdate(self, count: int) -> None:
        """The pages, now so many, are others; old pictures are shown until new ones come."""
        self._kept = OrderedDict((page, (0.0, image)) for page, (_, image) in self._kept.items() if page < count)

    def size(self) -> int:
        """Bytes of all of them."""
        return sum(image.sizeInBytes() for _, image in self._kept.values())
