"""Text put together piece by piece, with the landmarks where they come to stand."""

from factcheck.model import Landmark, LandmarkKind
from factcheck.text import canonical


class Composition:
    """A text that grows. A landmark stands where the piece after it begins."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._landmarks: list[Landmark] = []
        self._told: dict[LandmarkKind, str] = {}
        self._pending: dict[LandmarkKind, str] = {}

    def mark(self, kind: LandmarkKind, label: str) -> None:
        """What holds from the next piece on; "" ends what held."""
        self._pending[kind] = " ".join(canonical(label).split())

    def paragraph(self, text: str) -> None:
        """A piece with an empty line above it."""
        self._add("\n\n", text)

    def line(self, text: str) -> None:
        """A piece on a line of its own, below the one before."""
        self._add("\n", text)

    def more(self, text: str) -> None:
        """A piece that goes on where the one before ended."""
        self._add(" ", text)

    def _add(self, gap: str, text: str) -> None:
        piece = canonical(text).strip()
        if not piece:
            return
        start = self._length + (len(gap) if self._pieces else 0)
        self._place(start)
        self._pieces += [gap, piece] if self._pieces else [piece]
        self._length = start + len(piece)

    def _place(self, start: int) -> None:
        for kind, label in self._pending.items():
            if self._told.get(kind, "") != label:
                self._landmarks.append(Landmark(start, kind, label))
                self._told[kind] = label
        self._pending.clear()

    @property
    def text(self) -> str:
        """What was put together."""
        return "".join(self._pieces)

    @property
    def landmarks(self) -> tuple[Landmark, ...]:
        """In the order of their places."""
        return tuple(self._landmarks)
