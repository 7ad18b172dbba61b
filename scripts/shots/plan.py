"""Which pictures there are: a view in a size, a theme, a scale and a project."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
#: All pictures, by project, theme and scale; never in git.
OUT = REPOSITORY / "out" / "shots"
#: The few that documents show.
IMAGES = REPOSITORY / "docs" / "images"

CONTENTS = ("latin", "arabic", "chinese")
THEMES = ("light", "dark", "contrast")
SCALES = (1, 2)

Size = tuple[int, int]
SMALL: Size = (1024, 700)
USUAL: Size = (1440, 900)
LARGE: Size = (1900, 1150)
EVERY = (USUAL, SMALL, LARGE)


@dataclass(frozen=True)
class Wish:
    """What is to be taken; views by pattern."""

    views: tuple[str, ...] = ("*",)
    contents: tuple[str, ...] = CONTENTS
    themes: tuple[str, ...] = THEMES
    scales: tuple[int, ...] = SCALES
    usual_size_only: bool = False

    def illustrates(self, one: "Illustration") -> bool:
        """Whether the picture for a document is among those that are taken."""
        place = "latin" in self.contents and one.theme in self.themes and 2 in self.scales
        return place and self.takes(one.view) and (one.size == USUAL or not self.usual_size_only)

    def takes(self, view: str) -> bool:
        """Whether a view of this name is wished for."""
        return any(fnmatch(view, pattern) for pattern in self.views)

    def processes(self) -> Iterator[tuple[str, int]]:
        """Project and scale of each; Qt takes a scale only when it starts."""
        return ((content, scale) for content in self.contents for scale in self.scales)


def folder(content: str, theme: str, scale: int) -> Path:
    """Where the pictures of a project, a theme and a scale lie."""
    return OUT / f"{content}-{theme}-{scale}x"


def file_name(view: str, size: Size) -> str:
    """Of the picture of a view; the usual size is not named."""
    return f"{view}.png" if size == USUAL else f"{view}-{size[0]}x{size[1]}.png"


@dataclass(frozen=True)
class Illustration:
    """A picture that documents show, in the project with Latin letters at twice the scale."""

    name: str
    view: str
    theme: str = "light"
    size: Size = USUAL

    def source(self) -> Path:
        """The picture as it was taken."""
        return folder("latin", self.theme, 2) / file_name(self.view, self.size)


ILLUSTRATIONS = (
    Illustration("window-light.png", "finding"),
    Illustration("window-dark.png", "finding-3", "dark"),
    Illustration("claim.png", "claim"),
    Illustration("facts.png", "facts", size=LARGE),
    Illustration("second-reading.png", "second-compared"),
    Illustration("search.png", "search"),
    Illustration("import-queue.png", "import-queue"),
    Illustration("preview.png", "preview"),
)
